import { Decimal } from "../../quantity/index.ts";
import type { Claim, Relations } from "../relate.ts";
import { airDaysOf, pollutedDays } from "./air-days.ts";
import { decimalsOf, totalOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { sentenceAt, spanOf, textOf } from "./groups.ts";

/**
 * 优良天数318天,优良率87.1%: days of good air are of those measured, which are 365 or 366 where nothing else is told, never
 * more, and a whole number: 330天 and 93.4% are of none, for 330 of 353 are 93.5 %, and of 354 93.2 %.
 */
export function shareOfDays(relations: Relations, before: readonly Claim[], rate: Claim): Finding | null {
  if (!/优良/.test(rate.before)) return null;
  const days = daysOf(before);
  if (days === undefined || days.quantity.value.compare(Decimal.of(200)) < 0) return null;
  const good = days.quantity.value;
  const classes = airDaysOf(before) ?? new Map<string, Claim>();
  const bad = pollutedDays(classes);
  const known = totalOf([days, ...bad].map(({ quantity }) => quantity.value));
  const isWhole = classes.has("污染");
  const lengths = isWhole ? [known] : bad.length > 0 ? [...YEARS, known] : YEARS;
  const { possible, place, value } = rate.quantity;
  const shareOf = (length: Decimal) => good.times(Decimal.HUNDRED).divide(length, 4) ?? Decimal.ZERO;
  const fitting = lengths.find((length) => possible.contains(shareOf(length)));
  const of = fitting ?? (lengths[0] as Decimal);
  const decimals = Math.max(1, decimalsOf(place));
  const told = `${shareOf(of).round(decimals)}%`;
  const stated = textOf(relations, rate);
  const finding = { rule: "share", spans: [spanOf(days), spanOf(rate)] } as const;
  const arithmetic = `${good} ÷ ${of} = ${told} ${fitting === undefined ? "≠" : "≈"} ${stated}`;
  if (fitting !== undefined)
    return {
      ...finding,
      verdict: "consistent",
      arithmetic,
      message: { zh: "优良天数与优良率相符", en: "the days of good air agree with their rate" },
    };
  // a rate that was cut off instead of rounded is let be
  const isCutOff = (share: Decimal) => share.compare(value) >= 0 && share.compare(value.plus(place)) < 0;
  const counts = isWhole ? [] : countsFrom(known);
  const some = counts.some((length) => possible.contains(shareOf(length)) || isCutOff(shareOf(length)));
  if (some || isOfSeveral(relations, rate))
    return {
      ...finding,
      verdict: "cannot-tell",
      arithmetic,
      message: {
        zh: `按全年365天计算应为${told}，文中为${stated}；有效监测天数未说明`,
        en: `of 365 days it is ${told}, the text says ${stated}; the days measured are not told`,
      },
    };
  const above = counts.findLast((length) => shareOf(length).compare(value) > 0);
  const below = counts.find((length) => shareOf(length).compare(value) < 0);
  if (above === undefined || below === undefined)
    return {
      ...finding,
      verdict: "inconsistent",
      arithmetic,
      message: {
        zh: `按${of}天计算应为${told}，文中为${stated}`,
        en: `of ${of} days it is ${told}, the text says ${stated}`,
      },
    };
  const each = [above, below].map((length) => `${good} ÷ ${length} = ${shareOf(length).round(decimals)}%`);
  return {
    ...finding,
    verdict: "inconsistent",
    arithmetic: `${each.join(", ")} ≠ ${stated}`,
    message: {
      zh: `没有哪个监测天数能得出${stated}；按全年365天计算应为${told}，请核对天数或比例`,
      en: `no number of days measured gives ${stated}; of 365 it is ${told}: correct the days or the rate`,
    },
  };
}

/** The days that are called good, or what they became: 优良天数从2018年的281天增到2023年的328天. */
function daysOf(before: readonly Claim[]): Claim | undefined {
  const all = before.filter((claim) => claim.quantity.unit === "天");
  const at = all.findLastIndex((claim) => /优良/.test(claim.before));
  const next = all[at + 1];
  const became = next !== undefined && /[到至](?:(?:19|20)\d{2}年的?)?$/.test(next.before);
  return became && /[由从]/.test(all[at]?.before ?? "") ? next : all[at];
}

const YEARS = [Decimal.of(365), Decimal.of(366)];

/** Every number of days that can have been measured in a year, from those known. */
function countsFrom(known: Decimal): Decimal[] {
  const first = known.toNumber();
  return Array.from({ length: Math.max(0, 366 - first + 1) }, (_, more) => Decimal.of(first + more));
}

/** Whether the days may be a mean over places, which is not of whole days. */
function isOfSeveral(relations: Relations, { quantity }: Claim): boolean {
  const sentence = sentenceAt(relations, quantity.start)?.sentence;
  return /平均|各[县区市站]|个(?:县|区|市|站|点|城)/.test(
    relations.text.slice(sentence?.start ?? 0, quantity.start),
  );
}
