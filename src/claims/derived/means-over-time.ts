import { Decimal, Interval } from "../../quantity/index.ts";
import { product } from "../checks/arithmetic.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { insideList, isLevel } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { timesOf } from "./lengths-of-time.ts";
import { inUnitOf, isPlain, type Measure, slipOf } from "./near.ts";

/** 五年累计86.5亿元,年均17.3亿元: the amount before the mean, over the years, months or days that the words tell. */
export function overTime(relations: Relations, mean: Claim, time: "day" | "month" | "year"): Finding | null {
  const totals = totalsBefore(relations, mean);
  const [nearest] = totals.filter(({ claim }) => !insideList(relations, claim));
  const total = totals.find((it) => holdsFor(relations, it, mean, time)) ?? nearest ?? totals[0];
  if (total === undefined) return null;
  // 开班160天,每天2小时: time over time
  if (total.claim.quantity.dimension === "time" && mean.quantity.dimension === "time") return null;
  const times = timesOf(relations, total.claim, mean, time);
  if (times.length === 0) return null;
  const holds = times.some(({ value }) => product(roundedMean(mean), value).overlaps(total.measure.possible));
  const [closest] = times.toSorted((one, other) =>
    distance(one.count, total.measure, mean).compare(distance(other.count, total.measure, mean)),
  );
  if (closest === undefined) return null;
  if (holds)
    return meanFinding(relations, [total.claim, null, mean], total.measure.value, closest.count, true);
  const beside = mean.index - total.claim.index === 1 || isOfVerb(total.claim, mean);
  const most = total.apart ? 0.2 : beside ? 0.25 : 0.1;
  const wrong = [closest, ...times].find(({ count, sure }) => {
    const exact = total.measure.value.divide(count, 6);
    const slip = exact === null ? null : slipOf(mean, exact);
    if (slip !== null && slip <= most) return true;
    return sure && !total.apart && isSlipOrNear(exact, mean);
  });
  if (wrong === undefined) return null;
  return meanFinding(relations, [total.claim, null, mean], total.measure.value, wrong.count, false);
}

function holdsFor(relations: Relations, total: Total, mean: Claim, time: "day" | "month" | "year"): boolean {
  return timesOf(relations, total.claim, mean, time).some(({ value }) =>
    product(roundedMean(mean), value).overlaps(total.measure.possible),
  );
}

/** What is far from every time told is a mean of something else. */
export function isSlipOrNear(exact: Measure["value"] | null, mean: Claim): boolean {
  if (exact === null) return false;
  if (slipOf(mean, exact) !== null) return true;
  const { value } = mean.quantity;
  return exact.times(THREE).compare(value) >= 0 && value.times(THREE).compare(exact) >= 0;
}

function distance(count: Measure["value"], { value }: Measure, mean: Claim): Measure["value"] {
  return value.minus(mean.quantity.value.times(count)).abs();
}

interface Total {
  readonly claim: Claim;
  readonly measure: Measure;
  /** whether a semicolon stands between it and its mean */
  readonly apart: boolean;
}

/** The amounts of a mean's unit before it in its sentence, with up to three other numbers between, the nearest first. */
function totalsBefore({ text, claims }: Relations, mean: Claim): Total[] {
  const totals: Total[] = [];
  for (let at = mean.index - 1; at >= Math.max(0, mean.index - 4); at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.sentence !== mean.sentence) break;
    // 年人均1200元,月均100元
    const yearly =
      /每年|年[人户]?均|[人户]均(?:全)?年|全年[人户]均/.test(claim.before) && /月/.test(mean.before);
    if ((!isPlain(claim) || !isLevel(claim)) && !yearly) continue;
    // 单日最高21例
    if (/单日|最高|峰值/.test(claim.before)) continue;
    const measure = inUnitOf(claim, mean);
    if (measure === null || measure.value.compare(mean.quantity.value) <= 0) continue;
    const apart = text.slice(claim.quantity.end, mean.quantity.start).includes(";");
    totals.push({ claim, measure, apart });
  }
  // 受理2.4万件,办结2.37万件,日均受理66件: of the first
  const named = totals.filter(({ claim }) => isOfVerb(claim, mean));
  return named.length > 0 ? named : totals;
}

/** Whether a total bears the verb of its mean: 日均受理. */
export function isOfVerb(total: Claim, mean: Claim): boolean {
  const verb = /均([一-龥]{2})/.exec(mean.before)?.[1];
  return verb !== undefined && total.sentence === mean.sentence && total.before.includes(verb);
}

const THREE = Decimal.of(3);

/** A mean of things that are counted is rounded, too, to whole ones where it is written so. */
export function roundedMean({ quantity }: Claim): Interval {
  const place = quantity.place.compare(Decimal.ONE) > 0 ? Decimal.ONE : quantity.place;
  return quantity.possible.isExact() ? Interval.rounding(quantity.value, place) : quantity.possible;
}
