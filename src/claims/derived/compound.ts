import { Decimal } from "../../quantity/index.ts";
import { writtenCount } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { spansOf, textOf, yearBefore } from "../checks/groups.ts";
import { isConstantPrices } from "../checks/growth.ts";
import type { Claim, Relations } from "../relate.ts";
import { CHANGE } from "./change-words.ts";
import { decimalsOf, inUnitOf, isPlain, slipOf } from "./near.ts";

/**
 * 由2015年的150亿元增至2020年的225亿元,年均增长8.4%: growth a year, between two levels whose years are told. Which levels of the
 * paragraph are meant is said only where 由 and their years stand before them; elsewhere a rate is wrong where it is a
 * slip of the pen for the one that the nearest two make.
 */
export function checkCompound(relations: Relations): Finding[] {
  return relations.claims.flatMap((rate) => {
    const { unit, approximation } = rate.quantity;
    if (unit !== "%" || approximation !== null || !YEARLY.test(rate.before)) return [];
    return tied(relations, rate) ?? near(relations, rate) ?? ofWhole(relations, rate) ?? [];
  });
}

function tied(relations: Relations, rate: Claim): Finding | null {
  const levels = relations.claims
    .slice(Math.max(0, rate.index - 5), rate.index)
    .filter((claim) => claim.sentence === rate.sentence && isPlain(claim));
  const to = levels.findLast((claim) => TO.test(claim.before));
  const from = levels.find((claim) => FROM.test(claim.before));
  if (from === undefined || to === undefined || from.index >= to.index) return null;
  const [first, last] = [from, to].map((claim) => yearIn(claim.before)) as [number | null, number | null];
  const between = relations.text.slice(from.quantity.start, rate.quantity.start);
  const years = first !== null && last !== null ? last - first : null;
  if (years === null || years < 2 || years > MOST_YEARS || between.includes(";")) return null;
  return growthBetween(relations, [from, to, rate], years)?.finding ?? null;
}

function near(relations: Relations, rate: Claim): Finding | null {
  const levels = relations.claims
    .slice(Math.max(0, rate.index - BACK), rate.index)
    .filter((claim) => claim.paragraph === rate.paragraph && isPlain(claim) && !CHANGE.test(claim.before))
    .toReversed();
  const told = levels.map(({ quantity }) => Number(yearBefore(relations, quantity.start)));
  const pairs = levels.flatMap((to, at) =>
    levels.slice(at + 1).flatMap((from, more) => {
      const years = (told[at] as number) - (told[at + 1 + more] as number);
      if (!(years >= 2 && years <= MOST_YEARS)) return [];
      return growthBetween(relations, [from, to, rate], years) ?? [];
    }),
  );
  const holding = pairs.find(({ finding }) => finding.verdict === "consistent");
  if (holding !== undefined) return holding.finding;
  const [nearest] = pairs;
  const slip = nearest === undefined ? null : slipOf(rate, nearest.told.round(decimalsOf(rate)));
  return nearest !== undefined && slip !== null && slip <= MOST_OF_TWO ? nearest.finding : null;
}

/** 五年增长60%,年均增速9.9%; 2023年相当于2018年的2.1倍,折合年均增速16%: growth a year of what it was in all. */
function ofWhole(relations: Relations, rate: Claim): Finding | null {
  const { claims, text, sentences } = relations;
  const all = claims[rate.index - 1];
  if (all === undefined || all.sentence !== rate.sentence || all.quantity.approximation !== null) return null;
  const lead = text.slice(sentences[all.sentence]?.start ?? 0, all.quantity.start);
  const times = all.quantity.kind === "multiple";
  const [, first, last] =
    /((?:19|20)\d{2})年[^,;]{0,12}(?:是|为|相当于)((?:19|20)\d{2})年的$/.exec(lead) ?? [];
  const [, count = ""] = /([两三四五六七八九十]|\d{1,2})年[^,;\d]{0,4}(?:增长|增幅|增加)$/.exec(lead) ?? [];
  const years = times ? Number(first) - Number(last) : writtenCount(count);
  if (!(years >= 2 && years <= MOST_YEARS) || (!times && all.quantity.unit !== "%")) return null;
  const bounds = [all.quantity.possible.low, all.quantity.possible.high].map((it) => {
    const factor = it === null || times ? it : it.divide(Decimal.HUNDRED, 12)?.plus(Decimal.ONE);
    return factor?.root(years, 8)?.minus(Decimal.ONE).times(Decimal.HUNDRED) ?? null;
  });
  const [low, high] = bounds;
  if (!low || !high) return null;
  const { value } = rate.quantity;
  const off = [low.minus(value), value.minus(high)].reduce((most, it) => (it.compare(most) > 0 ? it : most));
  const holds = off.compare(TOLERANCE) <= 0;
  const [a, b] = [textOf(relations, all), textOf(relations, rate)];
  const exact = `${low.plus(high).divide(Decimal.of(2), 1) ?? "?"}%`;
  return {
    rule: "growth",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf([all, rate]),
    arithmetic: `${times ? a : `(1 + ${a})`}^(1/${years}) − 1 = ${exact} ${holds ? "≈" : "≠"} ${b}`,
    message: holds
      ? { zh: "年均增速与总增幅相符", en: "the yearly growth agrees with the growth in all" }
      : {
          zh: `按总增幅计算年均应为${exact}，文中为${b}`,
          en: `the growth in all gives ${exact} a year, the text says ${b}`,
        },
  };
}

/** A slip of one digit of two happens by chance as often. */
const MOST_OF_TWO = 0.2;
const MOST_YEARS = 12;
const BACK = 6;

const FALLS = /下降|减少|降低/;
const YEARLY =
  /(?:年均|年平均)(?:[^,，;]{0,6}(?:增长|增速|递增|增幅|下降|减少|降低)(?:率)?)?(?:了|为|达|约)?$/;
const FROM = /[由从][^,，;]*(?:19|20)\d{2}年(?:末|底)?的?$/;
const TO = /(?:19|20)\d{2}年(?:末|底)?的?$/;

function yearIn(words: string): number | null {
  const year = /((?:19|20)\d{2})年(?:末|底)?的?$/.exec(words)?.[1];
  return year === undefined ? null : Number(year);
}

/** How far a yearly growth may be from the exact one: levels are rounded, and some count one year more. */
const TOLERANCE = Decimal.of("0.35");

/** What the growth a year between two levels is, held against what is told; null where it cannot be worked out. */
function growthBetween(
  relations: Relations,
  [from, to, rate]: readonly [Claim, Claim, Claim],
  years: number,
): { readonly finding: Finding; readonly told: Decimal } | null {
  const measure = inUnitOf(from, to);
  if (measure === null || measure.value.sign() <= 0) return null;
  const times = to.quantity.value.divide(measure.value, 12);
  const yearly = times?.root(years, 8)?.minus(Decimal.ONE).times(Decimal.HUNDRED) ?? null;
  if (yearly === null) return null;
  const told = FALLS.test(rate.before) ? yearly.negated() : yearly;
  return { finding: findingOf(relations, [from, to, rate], { told, years }), told };
}

function findingOf(
  relations: Relations,
  [from, to, rate]: readonly [Claim, Claim, Claim],
  { told, years }: { readonly told: Decimal; readonly years: number },
): Finding {
  const [a, b, c] = [from, to, rate].map((claim) => textOf(relations, claim)) as [string, string, string];
  const stated = rate.quantity.value;
  const off = stated.minus(told).abs();
  const holds = rate.quantity.possible.contains(told) || off.compare(TOLERANCE) <= 0;
  const real = !holds && isConstantPrices(relations, [from, to], rate);
  // prices do not make a growth several times another
  const verdict = holds ? "consistent" : real && off.compare(THREE) <= 0 ? "cannot-tell" : "inconsistent";
  const exact = `${told.round(1)}%`;
  return {
    rule: "growth",
    verdict,
    spans: spansOf([from, to, rate]),
    arithmetic: `(${b} ÷ ${a})^(1/${years}) − 1 = ${exact} ${holds ? "≈" : "≠"} ${c}`,
    message:
      verdict === "consistent"
        ? { zh: "年均增速与前后两数相符", en: "the yearly growth agrees with the two levels" }
        : verdict === "inconsistent"
          ? {
              zh: `按前后两数计算年均应为${exact}，文中为${c}`,
              en: `the two levels give ${exact} a year, the text says ${c}`,
            }
          : {
              zh: "增速可能按可比价格计算，文中未说明是否名义增速，不能用现价总量核对",
              en: "the growth may be at constant prices; the text does not say that it is nominal",
            },
  };
}

const THREE = Decimal.of(3);
