import { Decimal, Interval } from "../../quantity/index.ts";
import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { addable, claimsBefore, isLevel, sentenceAt, spansOf, textOf } from "./groups.ts";

/** 男女性别比1.24:1, 城乡收入比2.04:1: a ratio of one to another against the two amounts before it. */
export function checkRatios(relations: Relations): Finding[] {
  const findings: Finding[] = [...ofTwoNames(relations)];
  const groups = relations.bySentence;
  for (const match of relations.text.matchAll(RATIO)) {
    const row = ROWS.find(({ name }) => name.test(match[1] ?? ""));
    const place = sentenceAt(relations, match.index);
    if (row === undefined || place === null || OTHER_TIME.test(match[1] ?? "")) continue;
    // 收入比为2.1 is to one; 性别比97.8 is to a hundred women
    const toHundred = relations.text.startsWith("(以女性为100", end(match));
    if (match[3] === undefined && !row.toOne && !toHundred) continue;
    const written = match[2] ?? "";
    const stated = statedRatio(written, match[3] ?? (toHundred ? "100" : "1"));
    const near = amountsBefore(groups, place.index, match.index);
    const over = near.find((claim) => row.over.test(claim.before));
    const under = near.find((claim) => row.under.test(claim.before));
    if (stated === null || over === undefined || under === undefined || over === under) continue;
    if (!addable(over, under)) continue;
    const { low, high } = over.quantity.possible;
    if (high === null || under.quantity.value.isZero()) continue;
    const most = stated.high === null ? null : under.quantity.possible.high?.times(stated.high);
    const least = under.quantity.possible.low.times(stated.low);
    if (most === null || most === undefined) continue;
    const holds = low.compare(most) <= 0 && high.compare(least) >= 0;
    const told = over.quantity.value.divide(under.quantity.value, (written.split(".")[1] ?? "").length);
    const at = end(match) - written.length - (match[3] === undefined ? 0 : 1 + match[3].length);
    findings.push(result(relations, [over, under], [at, end(match)], told, written, holds));
  }
  return findings;
}

/** 生师比15:1, 警辅比1:1.5: of two things that are named by one character each, both told before. */
function ofTwoNames(relations: Relations): Finding[] {
  return [...relations.text.matchAll(TWO_NAMES)].flatMap((match) => {
    const [whole, first = "", second = "", one = "", other = ""] = match;
    const place = sentenceAt(relations, match.index);
    if (place === null || /[男女]|收入|性别/.test(first + second)) return [];
    const near = claimsBefore(relations, match.index, NAMES_BACK)
      .filter((claim) => claim.paragraph === place.sentence.paragraph && isLevel(claim))
      .filter((claim) => claim.quantity.approximation === null)
      .toReversed();
    const [a, b] = [Decimal.of(one), Decimal.of(other)];
    if (a.isZero() || b.isZero()) return [];
    const toOne = a.equals(Decimal.ONE);
    const [stated, written] = toOne ? [b, other] : [a, one];
    const places = (written.split(".")[1] ?? "").length;
    const from = match.index + whole.length - one.length - 1 - other.length;
    // 核定床位500张,实际开放620张: whichever of those named, or of the same unit, the ratio is of
    const named = (name: string) => near.filter(({ subject }) => subject.includes(name));
    const alike = (some: readonly Claim[]) => near.filter((it) => some.some((one) => addable(one, it)));
    const pairs = [named(second), alike(named(second))].flatMap((unders) =>
      [named(first), alike(named(first))].flatMap((overs) =>
        unders.flatMap((under) => overs.filter((over) => over !== under).map((over) => ({ over, under }))),
      ),
    );
    const told = pairs.flatMap(({ over, under }) => {
      if (under.quantity.value.isZero() || over.quantity.kind !== under.quantity.kind) return [];
      // a to b as over to under: over × b is under × a, within half a place of what is written
      const exact = toOne
        ? under.quantity.value.divide(over.quantity.value, 6)
        : over.quantity.value.times(b).divide(under.quantity.value, 6);
      if (exact === null) return [];
      const holds = stated.minus(exact).abs().times(TWO).compare(Decimal.powerOfTen(-places)) <= 0;
      return [{ over, under, exact, holds }];
    });
    const best = told.find(({ holds }) => holds) ?? told[0];
    if (best === undefined) return [];
    const { over, under, exact, holds } = best;
    return [result(relations, [over, under], [from, end(match)], exact.round(places), written, holds)];
  });
}

const TWO = Decimal.of(2);
const NAMES_BACK = 14;
const TWO_NAMES = /([一-龥])([一-龥])比(?:例)?(?:约?为|达到?)?(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)(?![\d.:])/g;

function end(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

function result(
  relations: Relations,
  [over, under]: readonly [Claim, Claim],
  span: readonly [number, number],
  told: Decimal | null,
  written: string,
  holds: boolean,
): Finding {
  const [a, b] = [textOf(relations, over), textOf(relations, under)];
  return {
    rule: "share",
    verdict: holds ? "consistent" : "inconsistent",
    spans: [...spansOf([over, under]), span],
    arithmetic: `${a} ÷ ${b} = ${told ?? "?"} ${holds ? "≈" : "≠"} ${written}`,
    message: holds
      ? { zh: "比例与两数相符", en: "the ratio agrees with its two numbers" }
      : {
          zh: `按前后两数计算应为${told ?? "?"}，文中为${written}`,
          en: `the two numbers give ${told ?? "?"}, the text says ${written}`,
        },
  };
}

const RATIO =
  /((?:(?:性别|收入)之?比|男女(?:比例?|之比))(?:\([^()]{1,10}\))?[^,，;。\d]{0,12}(?:由\d+\.\d+[^\d,，;。]{1,4})?)(\d+(?:\.\d+)?)(?::(1(?:00)?)(?![\d.:])|(?=[,，;。(]))/g;
/** Whose ratio it is; example. */
const ROWS: readonly { name: RegExp; over: RegExp; under: RegExp; toOne: boolean; example: string }[] = [
  {
    name: /性别比|男女/,
    over: /男/,
    under: /女/,
    toOne: false,
    example: "男性1021例、女性825例,性别比为1.24:1",
  },
  {
    name: /收入之?比/,
    over: /城镇/,
    under: /农村/,
    toOne: true,
    example: "城镇28917元,农村14206元,城乡收入比为2.04:1",
  },
];
const OTHER_TIME = /上年|去年/;

/** The levels of up to two sentences before an offset, the nearest first. */
function amountsBefore(groups: readonly (readonly Claim[])[], index: number, offset: number): Claim[] {
  return groups
    .slice(Math.max(0, index - 2), index + 1)
    .flat()
    .filter((claim) => claim.quantity.end <= offset && isLevel(claim))
    .filter((claim) => claim.quantity.approximation === null)
    .toReversed();
}

/** What a rounded ratio to 1 or to 100 can stand for. */
function statedRatio(written: string, to: string): Interval | null {
  const point = written.indexOf(".");
  const places = point < 0 ? 0 : written.length - point - 1;
  const value = Decimal.of(written);
  if (value.isZero()) return null;
  const rounded = Interval.rounding(value, Decimal.powerOfTen(-places));
  return to === "1" ? rounded : rounded.times(Decimal.of("0.01"));
}
