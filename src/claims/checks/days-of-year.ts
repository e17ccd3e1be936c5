import { Decimal } from "../../quantity/index.ts";
import type { Claim, Relations } from "../relate.ts";
import { airDaysOf, goodDays, pollutedDays } from "./air-days.ts";
import { totalOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { spansOf, textOf } from "./groups.ts";
import { isLeap } from "./written-dates.ts";

/**
 * The days of each class of air against the length of their time: 优312天、良40天、轻度污染20天 are more than a year has. Fewer
 * are not told: a day without a valid measurement is of no class.
 */
export function checkDaysOfYear(relations: Relations): Finding[] {
  return relations.bySentence.flatMap((claims) => {
    if (!claims.some(({ quantity }) => quantity.unit === "天")) return [];
    const classes = airDaysOf(claims);
    const parts = classes === null ? [] : [...goodDays(classes), ...pollutedDays(classes)];
    const last = parts.at(-1);
    const most = last === undefined ? null : mostDays(relations, claims, last);
    if (most === null || (parts.length === 1 && !most.isTold)) return [];
    const sum = totalOf(parts.map(({ quantity }) => quantity.value));
    if (sum.compare(most.days) <= 0) return [];
    const terms = parts.map((part) => textOf(relations, part)).join(" + ");
    const { measured } = most;
    return [
      {
        rule: "partition",
        verdict: "inconsistent",
        spans: spansOf(measured === null ? parts : [measured, ...parts]),
        arithmetic: `${terms}${parts.length > 1 ? ` = ${sum}天` : ""} > ${most.days}天`,
        message: {
          zh: `各类天数共${sum}天，多于${measured === null ? "该时段最多的" : "监测的"}${most.days}天，请核对`,
          en: `these are ${sum} days, more than the ${most.days} that ${measured === null ? "this time has" : "were measured"}: correct them`,
        },
      } as const,
    ];
  });
}

interface Most {
  readonly days: Decimal;
  /** whether the words tell the time, or the days measured */
  readonly isTold: boolean;
  /** where the days measured are told */
  readonly measured: Claim | null;
}

/** How many days there can be at most, by what the words before tell; of a year, where they tell nothing. */
function mostDays({ text, sentences }: Relations, claims: readonly Claim[], last: Claim): Most | null {
  const words = text.slice(sentences[last.sentence]?.start ?? 0, last.quantity.end);
  if (OF_SEVERAL.test(words)) return null;
  const measured = claims.find(
    ({ quantity, before }) =>
      quantity.unit === "天" && quantity.approximation === null && MEASURED.test(before),
  );
  if (measured !== undefined) return { days: measured.quantity.value, isTold: true, measured };
  const years = new Set((words.match(/(?:19|20)\d{2}(?=年)/g) ?? []).map(Number));
  if (years.size > 1) return null;
  const [year] = years;
  const leap = year === undefined || isLeap(year) ? 1 : 0;
  const of = (days: number, isTold: boolean) => ({ days: Decimal.of(days), isTold, measured: null });
  const part = PARTS.find(([pattern]) => pattern.test(words));
  if (part !== undefined) return of(part[1] + (part[2] ? leap : 0), true);
  // of a month or a season, which is not looked up
  if (SHORTER.test(words)) return null;
  return of(365 + leap, year !== undefined || /全年|去年|上年|今年|年度/.test(words));
}

/** Days of several years, places or stations, and means. */
const OF_SEVERAL =
  /累计|(?<!\d)(?:[两二三四五六七八九十]|\d{1,2})年[来间内里,，]|年来|以来|时期|期间|各[县区市站点]|个(?:县|区|市|站|点|监测|国控|省控|乡|镇|街|城)|[站点]次|平均|(?:19|20)\d{2}年? ?(?:-|–|—|至|~|到) ?(?:19|20)\d{2}年/;
const MEASURED = /(?:有效|监测)(?:监测)?(?:天数)?(?:为|共|达)*$/;
const SHORTER = /\d月|季度|月份|[春夏秋冬]季/;
/** Parts of a year: their days in a common year, and whether February is among them. */
const PARTS: readonly (readonly [pattern: RegExp, days: number, february: boolean])[] = [
  [/上半年/, 181, true],
  [/下半年/, 184, false],
  [/前三季度/, 273, true],
];
