import { Decimal, Interval } from "../../quantity/index.ts";
import { product, sumOf, totalOf } from "../checks/arithmetic.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, spansOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { roundedMean } from "./means-over-time.ts";
import { isExact, slipOf } from "./near.ts";

/** 五年分别新增58公里、66公里、81公里、92公里和75公里,年均74.4公里: the mean of a list that stands right before it. */
export function checkMeansOfLists(relations: Relations): Finding[] {
  return relations.claims.flatMap((mean) => {
    if (!MEAN.test(mean.before) || !isExact(mean)) return [];
    const list = listBefore(relations, mean);
    const last = list.at(-1);
    if (list.length < 3 || last === undefined) return [];
    const count = Decimal.of(list.length);
    const sum = totalOf(list.map(({ quantity }) => quantity.value));
    const range = sumOf(list.map(({ quantity }) => quantity.possible));
    const holds = product(roundedMean(mean), Interval.exactly(count)).overlaps(range);
    if (!holds && !isSlip(list, mean, sum, count)) return [];
    const finding = meanFinding(relations, [last, null, mean], sum, count, holds);
    const terms = list.map((it) => textOf(relations, it)).join(" + ");
    return [
      {
        ...finding,
        spans: spansOf([...list, mean]),
        arithmetic: finding.arithmetic.replace(textOf(relations, last), `(${terms})`),
      },
    ];
  });
}

const MEAN = /^(?:平均)?(?:[年月日周季轮次]均|平均每?(?:[年月日周季轮次天])|每[年月轮]平均)[^,，;\d]{0,4}$/;

/** The amounts joined by 、 before a mean, with their total at most between them. */
function listBefore({ claims, text }: Relations, mean: Claim): Claim[] {
  let at = mean.index - 1;
  const isJoined = (one: number) => {
    const [first, second] = [claims[one - 1], claims[one]];
    if (first === undefined || second === undefined || first.sentence !== mean.sentence) return false;
    return (
      addable(first, second) &&
      /^[、,和与及]{1,2}(?:(?:19|20)\d{2}年|第[一二三四五六七八九]年|最后一年|头一年)?$/.test(
        text.slice(first.quantity.end, second.quantity.start),
      )
    );
  };
  if (!isJoined(at)) at -= 1;
  const list: Claim[] = [];
  for (; isJoined(at); at -= 1) list.unshift(claims[at] as Claim);
  const first = claims[at];
  if (list.length === 0 || first === undefined) return [];
  list.unshift(first);
  return list.every((it) => isExact(it) && addable(it, mean)) ? list : [];
}

/** Whether the mean, or one of its numbers, is a slip of the pen away from what it should be. */
function isSlip(list: readonly Claim[], mean: Claim, sum: Decimal, count: Decimal): boolean {
  const exact = sum.divide(count, 6);
  if (exact !== null && (slipOf(mean, exact) ?? 1) <= MOST) return true;
  const off = sum.minus(mean.quantity.value.times(count));
  return list.some((it) => {
    const meant = it.quantity.value.minus(off);
    return meant.sign() > 0 && (slipOf(it, meant) ?? 1) <= MOST;
  });
}

const MOST = 0.2;
