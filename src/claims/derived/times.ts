import { Decimal } from "../../quantity/index.ts";
import { product } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { spansOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { inUnitOf, isPlain, slipOf } from "./near.ts";

/** 投资9.6亿元,是上年6.4亿元的1.5倍; 2001年24.5亿元。…2020年367.5亿元,是2001年的15倍: how many times another level it is. */
export function checkTimes(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((times) => {
    const { kind, unit, approximation, value } = times.quantity;
    if (kind !== "multiple" || unit !== "倍" || approximation !== null || value.isZero() || isSettled(times))
      return [];
    const words = lead(relations, times);
    if (/(?:前者|最[大高]值?)(?:恰|正好)?(?:是|为|达到?)(?:后者|最[小低]值?)的$/.test(words))
      return ofTheTwo(relations, times) ?? [];
    const base = BASE.exec(words) ?? GROWN.exec(words);
    if (base === null) return [];
    const finding = against(relations, times, base[1] ?? "");
    return finding === null ? [] : [finding];
  });
}

/** 新增1350亩,盘活450亩,前者是后者的3倍: the two amounts right before it. */
function ofTheTwo(relations: Relations, times: Claim): Finding | null {
  const [to, from] = relations.claims.slice(Math.max(0, times.index - 2), times.index);
  if (to === undefined || from === undefined || !areLevels(to, from)) return null;
  if (to.paragraph !== times.paragraph) return null;
  const pair = pairOf(from, to, times);
  return pair === null ? null : result(relations, pair, times);
}

function areLevels(...claims: readonly Claim[]): boolean {
  return claims.every(({ quantity }) => quantity.kind === "quantity" && quantity.approximation === null);
}

/** 是2001年的, 是建区时的, 相当于上年6.4亿元的: what it is so many times of. */
const BASE = /(?:扩大到|增加到|提高到|增长到|发展到|是|为|相当于|达到?)([^,，;。]{2,16})的$/;
/** 增长11倍: as many times and one more of what it was. */
const GROWN = /(?:增长|增加|扩大|提高)了?()$/;
const BACK = 12;

function lead({ text }: Relations, { quantity }: Claim): string {
  return text.slice(Math.max(0, quantity.start - 24), quantity.start);
}

interface Pair {
  readonly from: Claim;
  readonly to: Claim;
  readonly exact: Decimal;
  readonly holds: boolean;
}

function against(relations: Relations, times: Claim, base: string): Finding | null {
  const { claims, text } = relations;
  const levels = claims
    .slice(Math.max(0, times.index - BACK), times.index)
    .filter((claim) => claim.paragraph === times.paragraph && isPlain(claim));
  const last = levels.at(-1);
  if (last === undefined) return null;
  // the base stands right before the number of times, or it is named
  const told = text.slice(last.quantity.end, times.quantity.start) === "的" ? last : null;
  const to = told === null ? last : levels.at(-2);
  if (to === undefined || to.sentence !== times.sentence) return null;
  const others = told === null ? levels.filter((claim) => claim !== to) : [told];
  const pairs = others.flatMap((from) => pairOf(from, to, times) ?? []);
  const fitting = pairs.find(({ holds }) => holds);
  if (fitting !== undefined) return result(relations, fitting, times);
  const year = /^(?:19|20)\d{2}年/.exec(base)?.[0];
  const named = pairs.filter(({ from }) => isOfYear(relations, from, year));
  const byName =
    base.length >= 2 ? pairs.filter(({ from }) => from.ownSubject && from.subject.includes(base)) : [];
  const tied =
    byName.length === 1
      ? byName
      : told !== null
        ? pairs
        : named.length === 1
          ? named
          : pairs.length === 1
            ? pairs
            : [];
  const [one] = tied;
  if (one !== undefined && isSameThing(one)) return result(relations, one, times);
  const slip = pairs.find(({ exact }) => (slipOf(times, exact) ?? 1) * pairs.length <= 0.1);
  return slip === undefined ? null : result(relations, slip, times);
}

/** A level that is neither larger than tens of times the other nor smaller. */
function isSameThing({ exact }: Pair): boolean {
  return exact.compare(Decimal.ONE) > 0 && exact.compare(Decimal.of(200)) < 0;
}

function isOfYear({ text }: Relations, { period }: Claim, year: string | undefined): boolean {
  return year !== undefined && period !== null && text.slice(period.start, period.end).startsWith(year);
}

/** A multiple against two levels; null where it holds, or where they do not measure one thing. */
export function timesOf(relations: Relations, from: Claim, to: Claim, times: Claim): Finding | null {
  const pair = pairOf(from, to, times);
  return pair === null || pair.holds ? null : result(relations, pair, times);
}

function pairOf(from: Claim, to: Claim, times: Claim): Pair | null {
  const measure = inUnitOf(from, to);
  if (measure === null || measure.value.sign() <= 0) return null;
  const exact = to.quantity.value.divide(measure.value, 6);
  if (exact === null) return null;
  const holds = product(measure.possible, times.quantity.possible).overlaps(to.quantity.possible);
  return { from, to, exact, holds: holds || isRounded(times, exact) };
}

/** 近, 约 or none: a whole number of times is told of what is near it. */
function isRounded({ quantity: { value, place } }: Claim, exact: Decimal): boolean {
  return value.minus(exact).abs().times(Decimal.of(2)).compare(place) <= 0;
}

function result(relations: Relations, { from, to, exact, holds }: Pair, times: Claim): Finding {
  const [a, b, c] = [from, to, times].map((claim) => textOf(relations, claim)) as [string, string, string];
  const told = `${exact.round(2)}倍`;
  return {
    rule: "growth",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf([from, to, times]),
    arithmetic: `${b} ÷ ${a} = ${told} ${holds ? "≈" : "≠"} ${c}`,
    message: holds
      ? { zh: "倍数与前后两数相符", en: "the multiple agrees with the two levels" }
      : {
          zh: `按前后两数计算应为${told}，文中为${c}`,
          en: `the two levels give ${told}, the text says ${c}`,
        },
  };
}
