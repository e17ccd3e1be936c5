import { Decimal } from "../../quantity/index.ts";
import { product } from "../checks/arithmetic.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, insideList, isLevel, labelOf, spansOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { isBareEach, type Over, overOf } from "./mean-words.ts";
import { isSlipOrNear, overTime, roundedMean } from "./means-over-time.ts";
import {
  amountsBefore,
  amountsBehind,
  asRounded,
  commonLength,
  inUnitOf,
  isPlain,
  likeWords,
  type Measure,
  slipOf,
  wordsOf,
} from "./near.ts";

/**
 * A mean whose total or number stands further off, in another unit or in the words of a time: 平均每起3万元 over the
 * incidents that the paragraph began with, 平均亩产400公斤 of tons, 年均17.3亿元 of five years.
 */
export function checkFarMeans(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((claim) => {
    const mean = asRounded(claim);
    const { kind, approximation } = mean.quantity;
    if (
      (kind !== "quantity" && kind !== "duration") ||
      approximation !== null ||
      mean.quantity.value.isZero() ||
      isSettled(mean)
    )
      return [];
    // 较上半年月均1.56亿元: of another time
    if (/^[较比与同]|上半年|上年|去年|同期/.test(mean.before)) return [];
    // 月人均标准1620元: a rate that was set
    if (/标准(?:为|达到?)?$/.test(mean.before) || headsList(relations, mean)) return [];
    if (/[由从]$|增收|增加|提高|下降|减少|降低|[多少]了?$/.test(mean.before)) return [];
    const over = overOf(mean.before);
    if (over === null) return [];
    const finding =
      over.time === null ? overCount(relations, mean, over) : overTime(relations, mean, over.time);
    return finding === null ? [] : [finding];
  });
}

/** 月人均补差城市416元、农村268元: each of its own. */
function headsList({ text, claims }: Relations, mean: Claim): boolean {
  const next = claims[mean.index + 1];
  if (next === undefined || !addable(mean, next) || !/(?:城[市镇乡]|农村)$/.test(mean.before)) return false;
  return /^[、,](?:农村|城[市镇])$/.test(text.slice(mean.quantity.end, next.quantity.start));
}

interface Pair {
  readonly total: Claim;
  readonly measure: Measure;
  readonly count: Claim;
  /** the months that the total is of, where the mean is of each: 月人均; else one */
  readonly months: Decimal;
}

function overCount(relations: Relations, mean: Claim, words: Over): Finding | null {
  // 年人均 is over the year's persons, not over how many times they came
  const over = { ...words, year: /[年月日]人均/.test(mean.before) };
  const behind = amountsBehind(relations, mean).filter(
    // 人均7.5次;考取执法证12人: of something else
    (it) => !relations.text.slice(mean.quantity.end, it.quantity.start).includes(";"),
  );
  const near = [...amountsBefore(relations, mean), ...behind];
  // 实施项目9个,…安装路灯572盏,平均每村26盏: 个 is the classifier of many things, and these are no villages
  const place = /[每户]?([村镇乡])(?:均|[^,，;]{0,4}$)/.exec(mean.before)?.[1] ?? "";
  const places = place === "村" ? /村|社区/ : /[镇乡]|街道/;
  const isPlace = (claim: Claim) => claim.quantity.unit !== "个" || places.test(labelOf(claim));
  // 人均地区生产总值 is of who lives there, wherever they are registered
  const ofResidents = /生产总值|GDP/.test(mean.before);
  const listed = near.filter(
    (claim) =>
      (isCount(claim, over) || isTotalOfCounted(near, claim, over)) &&
      isLevel(claim) &&
      (place === "" || isPlace(claim)) &&
      !(ofResidents && /户籍/.test(wordsOf(claim))),
  );
  const outside = listed.filter((claim) => !insideList(relations, claim));
  const counts = outside.length > 0 ? outside : listed;
  const totals = near.flatMap((total) => {
    const measure = isVisits(total, mean, over) ? total.quantity : inUnitOf(total, mean);
    return measure !== null && measure.value.compare(mean.quantity.value) > 0 ? [{ total, measure }] : [];
  });
  const months = /月人均/.test(mean.before) ? TWELVE : Decimal.ONE;
  const pairsWith = (some: readonly Claim[]) =>
    totals.flatMap((it) =>
      some
        .filter((count) => count !== it.total && !count.quantity.value.isZero())
        .map((count) => ({ ...it, count, months })),
    );
  // 月人均318元,全年累计支出3752.6万元: a total behind is of others, too
  const ofMonths = ({ total }: Pair) => mean.index - total.index === 1;
  const pairs = pairsWith(counts).filter((pair) => months === Decimal.ONE || ofMonths(pair));
  const fitting = pairsWith(listed).find((pair) => fits(pair, mean));
  if (fitting !== undefined) return told(relations, mean, fitting, true);
  const both = ofBoth(relations, mean, totals, counts);
  if (both !== null) return both;
  const joint = overBoth(relations, mean, totals, counts);
  if (joint !== null) return joint;
  if (counts.length === 0) return overFar(relations, mean, over, totals);
  const beside = pairs.find((pair) => areBeside(relations, pair, mean));
  if (beside !== undefined) return told(relations, mean, beside, false);
  // persons over persons: nothing tells which is meant
  if (over.units.has("人") && mean.quantity.dimension === "person") return null;
  const tied = pairs.filter((pair) => isTied(relations, pair.total, mean));
  const best = tied.find((pair) => isAlone(pair.count, counts, mean) && !crosses(relations, pair, mean));
  if (best !== undefined && (!isBareEach(mean) || isOfSameVerb(best, mean)) && isOfSize(best, mean))
    return told(relations, mean, best, false);
  // whichever of a few numbers it is over, none of them gives it
  const [nearest] = tied.toSorted((one, other) => distanceOf(one, mean).compare(distanceOf(other, mean)));
  if (nearest !== undefined && counts.length <= 5 && isLikely(nearest, mean))
    return told(relations, mean, nearest, false);
  const ranked = pairs.toSorted((one, other) => stepsTo(one, mean) - stepsTo(other, mean));
  const slip = ranked.find((pair, at) => {
    const chance = slipOfMean(pair, mean);
    // a tenth of what was counted is often one of its kinds
    const far = pair.count.sentence !== mean.sentence && isTenfold(pair, mean);
    return chance !== null && !far && chance * (at + 1) <= MOST_BY_RANK;
  });
  return slip === undefined ? null : told(relations, mean, slip, false);
}

/** A slip from the nearest pair happens by chance as often as it does, from the next one twice as often. */
const MOST_BY_RANK = 0.25;

/** Whether a mean is ten times or a tenth of what a pair gives. */
function isTenfold(pair: Pair, { quantity: { value } }: Claim): boolean {
  const exact = exactOf(pair);
  return exact !== null && (exact.times(Decimal.TEN).equals(value) || value.times(Decimal.TEN).equals(exact));
}

/** How many numbers stand between a mean and what it would be of. */
function stepsTo({ total, count }: Pair, mean: Claim): number {
  return Math.abs(mean.index - total.index) + Math.abs(mean.index - count.index);
}

/** 谈心谈话528人次,覆盖干部440名,人均1.2次; 检查32次,出动256人次,每次8人: persons who came more than once. */
function isVisits(total: Claim, mean: Claim, over: Over): boolean {
  if (total.quantity.unit !== "人次") return false;
  return mean.quantity.unit === "次" || (mean.quantity.unit === "人" && !over.units.has("人"));
}

/** 警务室8个,配民警16名、辅警56名,平均每室9人: of two numbers told side by side, together. */
function ofBoth(
  relations: Relations,
  mean: Claim,
  totals: readonly Omit<Pair, "count" | "months">[],
  counts: readonly Claim[],
): Finding | null {
  // 五个园区设警务室8个: the nearest
  const [count] = counts.toSorted((one, other) => other.index - one.index);
  const [second, first] = totals.filter(({ total }) => total.sentence === mean.sentence && total !== count);
  if (first === undefined || second === undefined || count === undefined) return null;
  if (mean.index - second.total.index !== 1 || second.total.index - first.total.index !== 1) return null;
  const between = relations.text.slice(first.total.quantity.end, second.total.quantity.start);
  if (!/^[、和][一-龥]{0,6}$/.test(between) || !addable(first.total, second.total)) return null;
  const sum = first.measure.value.plus(second.measure.value);
  const exact = sum.divide(count.quantity.value, 6);
  const range = first.measure.possible.plus(second.measure.possible);
  const holds = product(roundedMean(mean), count.quantity.possible).overlaps(range);
  if (exact === null || (!holds && (slipOf(mean, exact) ?? 1) > MOST_OF_BOTH)) return null;
  const finding = meanFinding(relations, [second.total, count, mean], sum, count.quantity.value, holds);
  const told = [first, second].map(({ total }) => textOf(relations, total)).join(" + ");
  return {
    ...finding,
    spans: spansOf([first.total, second.total, count, mean]),
    arithmetic: finding.arithmetic.replace(textOf(relations, second.total), `(${told})`),
  };
}

const MOST_OF_BOTH = 0.9;

/** 新建9所、改扩建26所,新增学位1.05万个,平均每所300个: over two numbers told side by side, together. */
function overBoth(
  relations: Relations,
  mean: Claim,
  totals: readonly Omit<Pair, "count" | "months">[],
  counts: readonly Claim[],
): Finding | null {
  const [total] = totals.filter(({ total: it }) => isTied(relations, it, mean));
  const [last, first] = counts.filter((it) => it.sentence === mean.sentence);
  if (total === undefined || last === undefined || first === undefined || counts.length > 2) return null;
  const between = relations.text.slice(first.quantity.end, last.quantity.start);
  if (last.index - first.index !== 1 || !/^[、和]/.test(between) || !addable(first, last)) return null;
  const both = first.quantity.value.plus(last.quantity.value);
  // 密接3852人、次密接5778人,合计9630人,每例18人: what both come to is told, and is over something else
  if (both.equals(total.measure.value)) return null;
  const range = first.quantity.possible.plus(last.quantity.possible);
  const holds = product(roundedMean(mean), range).overlaps(total.measure.possible);
  const exact = total.measure.value.divide(both, 6);
  if (!holds && (exact === null || (slipOf(mean, exact) ?? 1) > MOST_BY_RANK)) return null;
  const finding = meanFinding(relations, [total.total, null, mean], total.measure.value, both, holds);
  return { ...finding, spans: spansOf([first, last, total.total, mean]) };
}

/** 封控居民8.05万人。…合计1000吨,按封控人口计,人均12.4公斤: over what another paragraph counts, by its name. */
function overFar(
  relations: Relations,
  mean: Claim,
  over: Over,
  totals: readonly Omit<Pair, "count" | "months">[],
): Finding | null {
  const { claims, text } = relations;
  const lead = text.slice(Math.max(0, mean.quantity.start - 24), mean.quantity.start);
  const name = /按(?:全部)?([一-龥]{2,8}?)(?:计算?|测算),[^,;。]*$/.exec(lead)?.[1] ?? over.named;
  const [total] = totals
    .filter(({ total: it }) => isTied(relations, it, mean))
    .toSorted((one, other) => likeWords(other.total, mean) - likeWords(one.total, mean));
  if (name.length < 2 || total === undefined) return null;
  const counts = claims
    .slice(Math.max(0, mean.index - FAR_BACK), mean.index)
    .filter((it) => it.paragraph !== mean.paragraph && isPlain(it) && isLevel(it))
    .filter(
      (it) => over.units.has(it.quantity.unit) && commonLength(name, `${wordsOf(it)} ${it.subject}`) >= 2,
    )
    .toReversed();
  const pairs = counts.map((count) => ({ ...total, count, months: Decimal.ONE }));
  const fitting = pairs.find((pair) => fits(pair, mean));
  if (fitting !== undefined) return told(relations, mean, fitting, true);
  const slip = pairs.find((pair, at) => (slipOfMean(pair, mean) ?? 1) * (at + 1) <= 0.12);
  return slip === undefined ? null : told(relations, mean, slip, false);
}

const FAR_BACK = 60;

/** 带动就业558人,每笔带动3人: what each has bears the verb of the total right before it. */
function isOfSameVerb(pair: Pair, mean: Claim): boolean {
  const { total } = pair;
  const verb = /每(?:一)?[一-龥]{1,2}?([一-龥]{2})$/.exec(mean.before)?.[1];
  if (verb === undefined || mean.index - total.index !== 1 || !total.before.includes(verb)) return false;
  return isSlipOrNear(exactOf(pair), mean);
}

/** 案件96起,采取措施192人,每案2人: number and total in a row, in either order, and what each has. */
function areBeside({ claims, text }: Relations, pair: Pair, mean: Claim): boolean {
  const { total, count } = pair;
  if (total.sentence !== mean.sentence || count.sentence !== mean.sentence) return false;
  const [last, first] = claims
    .slice(Math.max(0, mean.index - 4), mean.index)
    .filter((it) => it.quantity.kind === "quantity" && it.sentence === mean.sentence)
    .toReversed();
  if (last === undefined || first === undefined || !new Set([last, first]).has(total)) return false;
  if (!new Set([last, first]).has(count) || SET.test(mean.before)) return false;
  if (text.slice(first.quantity.end, mean.quantity.start).includes(";")) return false;
  return isSlipOrNear(exactOf(pair), mean);
}

/** 每户补助3000元: a rate that was set. */
const SET = /每[^,，;]{0,4}(?:补助|奖|补贴|标准|收费|资助|发给)/;

/** What is a hundred times off is a mean of something else. */
function isOfSize(pair: Pair, mean: Claim): boolean {
  const exact = exactOf(pair);
  if (exact === null || exact.isZero()) return false;
  const { value } = mean.quantity;
  return exact.times(Decimal.HUNDRED).compare(value) > 0 && value.times(Decimal.HUNDRED).compare(exact) > 0;
}

/** Whether a mean that no number gives is a slip of the nearest, or comes near it where its words say that it is a mean. */
function isLikely(pair: Pair, mean: Claim): boolean {
  const slip = slipOfMean(pair, mean);
  if (slip !== null && slip <= (isBareEach(mean) ? 0.25 : 0.5)) return true;
  const exact = exactOf(pair);
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

/** 反馈问题28个、31个、22个,共81个: the total of what bears the name. */
function isTotalOfCounted(
  near: readonly Claim[],
  claim: Claim,
  over: Over & { readonly year: boolean },
): boolean {
  if (!over.units.has(claim.quantity.unit) || !/(?:共|合计)$/.test(claim.before)) return false;
  return near.some((it) => it.sentence === claim.sentence && it.index < claim.index && isCount(it, over));
}

function fits({ measure, count, months }: Pair, mean: Claim): boolean {
  return product(roundedMean(mean), count.quantity.possible.times(months)).overlaps(measure.possible);
}

/** Whether the total stands right beside its mean, or bears its name. */
function isTied({ claims }: Relations, total: Claim, mean: Claim): boolean {
  const off = mean.index - total.index;
  // 公用经费2544.4万元。在校学生42400人,生均公用经费600元
  if (total.subject.length > 2 && total.ownSubject && mean.before.includes(`均${total.subject}`)) return true;
  // 一般隐患4.65万处、重大隐患372处。一般隐患平均每家次2.5处
  if (total.subject.length > 2 && total.ownSubject && mean.before.startsWith(`${total.subject}平均`))
    return true;
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

function slipOfMean(pair: Pair, mean: Claim): number | null {
  const exact = exactOf(pair);
  return exact === null ? null : slipOf(mean, exact);
}

/** What the mean would be, of this total over this number. */
function exactOf({ measure, count, months }: Pair): Decimal | null {
  return measure.value.divide(count.quantity.value.times(months), 6);
}

const TWELVE = Decimal.of(12);

function told(relations: Relations, mean: Claim, pair: Pair, holds: boolean): Finding {
  const { total, measure, count, months } = pair;
  const over = count.quantity.value.times(months);
  const finding = meanFinding(
    relations,
    [total, months === TWELVE ? null : count, mean],
    measure.value,
    over,
    holds,
  );
  return { ...finding, spans: spansOf([total, count, mean]) };
}

const TOTAL = /(?:共|总|合计|累计)[^,，;]{0,8}$/;
