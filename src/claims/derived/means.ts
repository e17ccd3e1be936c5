import { Decimal, Interval } from "../../quantity/index.ts";
import { product } from "../checks/arithmetic.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { insideList, isLevel, labelOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { timesOf } from "./lengths-of-time.ts";
import { type Over, overOf } from "./mean-words.ts";
import {
  amountsBefore,
  amountsBehind,
  commonLength,
  inUnitOf,
  isPlain,
  likeWords,
  type Measure,
  MOST_CHANCE,
  slipOf,
  wordsOf,
} from "./near.ts";

/**
 * A mean whose total or number stands further off, in another unit or in the words of a time: 平均每起3万元 over the
 * incidents that the paragraph began with, 平均亩产400公斤 of tons, 年均17.3亿元 of five years.
 */
export function checkFarMeans(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((mean) => {
    const { kind, approximation } = mean.quantity;
    if (kind !== "quantity" || approximation !== null || mean.quantity.value.isZero() || isSettled(mean))
      return [];
    // 较上半年月均1.56亿元: of another time
    if (/^[较比与同]|上半年|上年|去年|同期/.test(mean.before)) return [];
    if (/[由从]$|增收|增加|提高|下降|减少|降低/.test(mean.before)) return [];
    const over = overOf(mean.before);
    if (over === null) return [];
    const finding =
      over.time === null ? overCount(relations, mean, over) : overTime(relations, mean, over.time);
    return finding === null ? [] : [finding];
  });
}

interface Pair {
  readonly total: Claim;
  readonly measure: Measure;
  readonly count: Claim;
}

function overCount(relations: Relations, mean: Claim, words: Over): Finding | null {
  // 年人均 is over the year's persons, not over how many times they came
  const over = { ...words, year: /[年月日]人均/.test(mean.before) };
  const before = amountsBefore(relations, mean);
  const behind = amountsBehind(relations, mean);
  const listed = [...before, ...behind].filter((claim) => isCount(claim, over) && isLevel(claim));
  const outside = listed.filter((claim) => !insideList(relations, claim));
  const counts = outside.length > 0 ? outside : listed;
  const totals = [...before, ...behind].flatMap((total) => {
    // 谈心谈话528人次,覆盖干部440名,人均1.2次
    const times = mean.quantity.unit === "次" && total.quantity.unit === "人次";
    const measure = times ? total.quantity : inUnitOf(total, mean);
    return measure !== null && measure.value.compare(mean.quantity.value) > 0 ? [{ total, measure }] : [];
  });
  const pairsWith = (some: readonly Claim[]) =>
    totals.flatMap((it) =>
      some
        .filter((count) => count !== it.total && !count.quantity.value.isZero())
        .map((count) => ({ ...it, count })),
    );
  const pairs = pairsWith(counts);
  const fitting = pairsWith(listed).find((pair) => fits(pair, mean));
  if (fitting !== undefined) return told(relations, mean, fitting, true);
  // persons over persons, and means of a month: nothing tells which is meant
  const unclear =
    /月人均/.test(mean.before) || (over.units.has("人") && mean.quantity.dimension === "person");
  if (unclear) return null;
  const tied = pairs.filter((pair) => isTied(relations, pair.total, mean));
  const best = tied.find((pair) => isAlone(pair.count, counts, mean) && !crosses(relations, pair, mean));
  if (best !== undefined && (!isBareEach(mean) || isBeside(best, mean)) && isOfSize(best, mean))
    return told(relations, mean, best, false);
  // whichever of a few numbers it is over, none of them gives it
  const [nearest] = tied.toSorted((one, other) => distanceOf(one, mean).compare(distanceOf(other, mean)));
  if (nearest !== undefined && counts.length <= 5 && isLikely(nearest, mean))
    return told(relations, mean, nearest, false);
  const slip = pairs.find((pair) => {
    const chance = slipOfMean(pair, mean);
    return chance !== null && chance * pairs.length < MOST_CHANCE;
  });
  return slip === undefined ? null : told(relations, mean, slip, false);
}

/** 案件96起,采取措施192人,每案2人: number, total and what each has, in a row. */
function isBeside(pair: Pair, mean: Claim): boolean {
  const { total, measure, count } = pair;
  if (total.sentence !== mean.sentence || count.sentence !== mean.sentence) return false;
  if (mean.index - total.index !== 1 || mean.index - count.index !== 2) return false;
  return isSlipOrNear(measure.value.divide(count.quantity.value, 6), mean);
}

/** What is a hundred times off is a mean of something else. */
function isOfSize({ measure, count }: Pair, mean: Claim): boolean {
  const exact = measure.value.divide(count.quantity.value, 6);
  if (exact === null || exact.isZero()) return false;
  const { value } = mean.quantity;
  return exact.times(Decimal.HUNDRED).compare(value) > 0 && value.times(Decimal.HUNDRED).compare(exact) > 0;
}

/** 每户补助3000元: a rate that was set, which need not be the mean. */
function isBareEach({ before }: Claim): boolean {
  return !/均|产量/.test(before);
}

/** Whether a mean that no number gives is a slip of the nearest, or comes near it where its words say that it is a mean. */
function isLikely(pair: Pair, mean: Claim): boolean {
  const slip = slipOfMean(pair, mean);
  if (slip !== null && slip <= (isBareEach(mean) ? 0.25 : 0.5)) return true;
  const exact = pair.measure.value.divide(pair.count.quantity.value, 6);
  return !isBareEach(mean) && pair.count.sentence === mean.sentence && isSlipOrNear(exact, mean);
}

function distanceOf({ measure, count }: Pair, mean: Claim): Decimal {
  return (
    measure.value
      .minus(mean.quantity.value.times(count.quantity.value))
      .abs()
      .divide(count.quantity.value, 6) ?? measure.value
  );
}

function isCount(claim: Claim, over: Over & { readonly year: boolean }): boolean {
  if (claim.quantity.kind !== "quantity") return false;
  if (over.year && claim.quantity.unit === "人次") return false;
  const unit = over.units.has(claim.quantity.unit);
  if (over.noun === "") return unit;
  if (over.units.size === 0)
    return labelOf(claim).includes(over.noun) && claim.quantity.dimension === "count";
  return commonLength(over.noun, wordsOf(claim)) >= 2 && (unit || claim.quantity.dimension === "count");
}

function fits({ measure, count }: Pair, mean: Claim): boolean {
  return product(roundedMean(mean), count.quantity.possible).overlaps(measure.possible);
}

/** A mean of things that are counted is rounded, too, to whole ones where it is written so. */
function roundedMean({ quantity }: Claim): Interval {
  const place = quantity.place.compare(Decimal.ONE) > 0 ? Decimal.ONE : quantity.place;
  return quantity.possible.isExact() ? Interval.rounding(quantity.value, place) : quantity.possible;
}

/** Whether the total stands right beside its mean, or bears its name. */
function isTied({ claims }: Relations, total: Claim, mean: Claim): boolean {
  const off = mean.index - total.index;
  // 公用经费2544.4万元。在校学生42400人,生均公用经费600元
  if (total.subject.length > 2 && total.ownSubject && mean.before.includes(`均${total.subject}`)) return true;
  if (total.sentence !== mean.sentence) return false;
  // what stands behind is its total only where it is called one
  if (off < 0 && !TOTAL.test(total.before)) return false;
  if (Math.abs(off) === 1) return true;
  if (Math.abs(off) <= 3 && likeWords(total, mean) >= 2) return true;
  const between = claims.slice(total.index + 1, mean.index);
  const { dimension } = mean.quantity;
  return off > 0 && off <= 5 && between.every((it) => it.quantity.dimension !== dimension || !isPlain(it));
}

/** Whether there is one number that a mean can be over, or one that stands in its sentence. */
function isAlone(count: Claim, counts: readonly Claim[], mean: Claim): boolean {
  const near = counts.filter((it) => it.sentence === mean.sentence);
  const some = near.length > 0 ? near : counts;
  const totals = some.filter((it) => ALL.test(it.before));
  return (some.length === 1 || totals.length === 1) && (totals[0] ?? some[0]) === count;
}

const ALL = /共(?!产|青)|总|累计/;

/** Whether a semicolon stands between a mean and what it would be of. */
function crosses({ text }: Relations, { total, count }: Pair, mean: Claim): boolean {
  const from = Math.min(total.quantity.end, count.sentence === mean.sentence ? count.quantity.end : Infinity);
  return text.slice(from, mean.quantity.start).includes(";");
}

function slipOfMean({ measure, count }: Pair, mean: Claim): number | null {
  const exact = measure.value.divide(count.quantity.value, 6);
  return exact === null ? null : slipOf(mean, exact);
}

function told(relations: Relations, mean: Claim, { total, measure, count }: Pair, holds: boolean): Finding {
  return meanFinding(relations, [total, count, mean], measure.value, count.quantity.value, holds);
}

/** 五年累计86.5亿元,年均17.3亿元: the amount before the mean, over the years, months or days that the words tell. */
function overTime(relations: Relations, mean: Claim, time: "day" | "month" | "year"): Finding | null {
  const total = totalBefore(relations, mean);
  if (total === null) return null;
  const times = timesOf(relations, total.claim, mean, time);
  if (times.length === 0) return null;
  const holds = times.some(({ value }) => product(roundedMean(mean), value).overlaps(total.measure.possible));
  const [nearest] = times.toSorted((one, other) =>
    distance(one.count, total.measure, mean).compare(distance(other.count, total.measure, mean)),
  );
  if (nearest === undefined) return null;
  const exact = total.measure.value.divide(nearest.count, 6);
  const slip = exact === null ? null : slipOf(mean, exact);
  const most = mean.index - total.claim.index === 1 || isOfVerb(total.claim, mean) ? 0.25 : 0.1;
  if (!holds && !nearest.sure && (slip === null || slip > most)) return null;
  if (!holds && !isSlipOrNear(exact, mean)) return null;
  return meanFinding(relations, [total.claim, null, mean], total.measure.value, nearest.count, holds);
}

/** What is far from every time told is a mean of something else. */
function isSlipOrNear(exact: Measure["value"] | null, mean: Claim): boolean {
  if (exact === null) return false;
  if (slipOf(mean, exact) !== null) return true;
  const { value } = mean.quantity;
  return exact.times(THREE).compare(value) >= 0 && value.times(THREE).compare(exact) >= 0;
}

function distance(count: Measure["value"], { value }: Measure, mean: Claim): Measure["value"] {
  return value.minus(mean.quantity.value.times(count)).abs();
}

/** The amount of a mean's unit right before it in its sentence, with nothing but shares and changes between. */
function totalBefore(
  { text, claims }: Relations,
  mean: Claim,
): { readonly claim: Claim; readonly measure: Measure } | null {
  for (let at = mean.index - 1; at >= Math.max(0, mean.index - 4); at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.sentence !== mean.sentence) return null;
    // 年人均1200元,月均100元
    const yearly = /年[人户]?均/.test(claim.before) && /月/.test(mean.before);
    if ((!isPlain(claim) || !isLevel(claim)) && !yearly) continue;
    const measure = inUnitOf(claim, mean);
    if (measure === null) continue;
    const named = claims[at - 1];
    // 受理2.4万件,办结2.37万件,日均受理66件: of the first
    if (named !== undefined && isOfVerb(named, mean) && !isOfVerb(claim, mean)) continue;
    if (text.slice(claim.quantity.end, mean.quantity.start).includes(";")) return null;
    return measure.value.compare(mean.quantity.value) > 0 ? { claim, measure } : null;
  }
  return null;
}

/** Whether a total bears the verb of its mean: 日均受理. */
function isOfVerb(total: Claim, mean: Claim): boolean {
  const verb = /均([一-龥]{2})/.exec(mean.before)?.[1];
  return verb !== undefined && total.sentence === mean.sentence && total.before.includes(verb);
}

const TOTAL = /(?:共|总|合计|累计)[^,，;]{0,8}$/;
const THREE = Decimal.of(3);
