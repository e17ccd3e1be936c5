import { Decimal } from "../../quantity/index.ts";
import { decimalsOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { textOf } from "../checks/groups.ts";
import { changeFinding, isConstantPrices } from "../checks/growth.ts";
import { IS_DOWN, IS_LEFT } from "../derived/change-words.ts";
import { stepResult } from "../derived/growth-rates.ts";
import { inUnitOf } from "../derived/near.ts";
import { timesOf } from "../derived/times.ts";
import { before, behind, common, isFirst, listAround, placeIn, TOTAL, whereOf } from "./around.ts";
import type { Known, Numbers } from "./numbers.ts";
import {
  type Candidate,
  FALL,
  ITSELF,
  type Kind,
  PERCENT,
  productOf,
  RISE,
  stepOf,
  sumOfRanges,
  type Transform,
} from "./relation.ts";

/** Every two levels, or level and step, that a rate of growth may be of. */
export function* growthOf(numbers: Numbers, rate: Known): Generator<Candidate> {
  if (rate.value <= 0 || rate.claim.quantity.unit === "‰" || /年均|年平均/.test(rate.before)) return;
  // 分别增长4.6%、5.2%: of things that stand in another order elsewhere
  if (listAround(numbers, rate).length > 1) return;
  const falls = isFall(rate);
  const isAmount = (it: Known) => it.amount;
  const near = before(numbers, rate, 7, isAmount);
  const isFar = (it: Known) => it.paragraph !== rate.paragraph;
  const named = namedFor(numbers, rate).filter((it) => !near.includes(it));
  const levels = [...near, ...behind(numbers, rate, 2, isAmount), ...named];
  const isCompared = COMPARED.test(rate.before);
  for (const to of levels)
    for (const from of levels) {
      if (to === from || to.kind !== from.kind || from.role === "change") continue;
      if (areApart(numbers, to, from) || (isFar(from) && PLAN.test(from.before))) continue;
      if (isCompared && !from.ofThen) continue;
      const features = () => [
        `to ${placeIn(to, near, 4)}`,
        `from ${placeIn(from, near, 4)}`,
        `to ${whereOf(numbers, to, rate)}`,
        `from ${whereOf(numbers, from, rate)}`,
        from.ofThen && "from another time",
        to.ofThen && "to another time",
        Math.abs(to.index - from.index) === 1 && "beside",
        common(to.name, rate.before) >= 2 && "names its level",
        common(to.name, from.name) >= 2 && "alike",
        named.includes(to) && "to is named",
        named.includes(from) && "from is named",
        from.index < rate.index &&
          /基础上/.test(numbers.between(from.end, rate).slice(0, 8)) &&
          `based ${to.index > rate.index}`,
      ];
      const relation = (kind: Kind, by: Transform, finding: () => Finding | null) =>
        productOf([to, from, rate], by, { kind, derived: rate, features, finding });
      if (to.role === "change") {
        // a step is of the level that it led from, or by what it comes to of the one that it led to
        if (from.ofThen) yield relation("step", PERCENT, () => stepFinding(numbers, [to, from, rate], null));
        if (to.value < from.value && !isLedFrom(to, from, levels))
          yield relation("step", stepOf(falls), () =>
            stepFinding(numbers, [to, from, rate], falls ? "+" : "−"),
          );
      } else if (
        (to.role === "mean") === (from.role === "mean") &&
        // 教育57200万元,同比增长4.2%(上年59400万元): which of them is of then is told
        (to.value < from.value === falls || (from.ofThen && !to.ofThen))
      )
        yield relation("growth", falls ? FALL : RISE, () =>
          // what stands in another paragraph may explain the rate; only what is planned is held against what was done
          isFar(to) || (isFar(from) && !PLANNED.test(to.before))
            ? null
            : changeOf(numbers, from, to, rate, falls),
        );
    }
}

/** 年初预算18.54亿元: next year's growth is of what this year came to. */
const PLAN = /(?:预算|计划|目标|任务)[数为额]?$/;

/** 收入安排10.45亿元,增长6.0%: what is to come next year, of what this year came to. */
const PLANNED = /(?:安排|预期|预计|预算|目标|计划|总量|力争|拟定?|达到)[^,;]{0,6}$/;

/** Whether a rate is one of a fall. */
export function isFall({ before }: Known): boolean {
  return IS_DOWN.test(before) || /[降减少缩跌][^,;]{0,5}$/.test(before);
}

/** Whether the level that a step led from is told as well, so that the rate is of that one. */
function isLedFrom(step: Known, to: Known, levels: readonly Known[]): boolean {
  return levels.some(
    (it) =>
      it !== step &&
      it !== to &&
      it.kind === to.kind &&
      Math.abs(Math.abs(it.value - to.value) - step.value) <= step.place,
  );
}

/** 增加8900万元,增长8.5%: a step over the level that it led from; over the one that it led to, with it or without it. */
function stepFinding(
  { relations }: Numbers,
  [step, level, rate]: readonly [Known, Known, Known],
  led: "+" | "−" | null,
): Finding | null {
  const measure = inUnitOf(step.claim, level.claim);
  if (measure === null || isConstantPrices(relations, [level.claim], rate.claim)) return null;
  const { value } = level.claim.quantity;
  const base = led === null ? value : led === "+" ? value.plus(measure.value) : value.minus(measure.value);
  const exact = measure.value.times(Decimal.HUNDRED).divide(base, decimalsOf(rate.claim.quantity.place));
  if (exact === null || exact.equals(rate.claim.quantity.value)) return null;
  const [a, b] = [step, level].map(({ claim }) => textOf(relations, claim));
  const over = led === null ? `${b}` : `(${b} ${led} ${a})`;
  return stepResult(relations, [step.claim, level.claim, rate.claim], over, `${exact}%`);
}

/** Every two levels whose difference an amount may be. */
export function* differencesOf(numbers: Numbers, difference: Known): Generator<Candidate> {
  if (difference.value <= 0 || CARRIED.test(difference.before)) return;
  const changes = difference.role === "change";
  // 专科28人每人3000元、中职19人每人1000元: an item of a list
  // 与中期通报时的72件相比: what others are held against
  if (!changes && isOfThen(difference)) return;
  // 12个断面中,优良的由7个增至10个; 未超出43.0亿元的限额: what was reached, or is not to be passed
  if (!changes && /[至到]$/.test(difference.before)) return;
  if (/^的(?:限额|控制线|警戒|目标|计划|任务|标准)/.test(difference.claim.after)) return;
  if (!changes && (difference.role === "mean" || numbers.isListed(difference))) return;
  const isAlike = (it: Known) => it.amount && it.kind === difference.kind;
  const isLeft = !changes && NOT_DONE.test(difference.before);
  const near = before(numbers, difference, changes ? 6 : isLeft ? 4 : 2, isAlike);
  const named = changes ? namedFor(numbers, difference).filter(isAlike) : [];
  const levels = [
    ...near,
    ...(changes ? behind(numbers, difference, 2, isAlike) : []),
    ...named.filter((it) => !near.includes(it)),
  ];
  const cue = changes ? (IS_LEFT.test(difference.before) ? "left" : "change") : isLeft ? "rest" : "bare";
  yield* differences(numbers, { difference, near, levels, kind: "difference", cue });
}

/** 未调成的88件, 没通的11个, 待发包730亩. */
const NOT_DONE = /(?:未|没|不|待|尚|仍|剩|余|另|其他|其它)[一-龥]{0,6}$/;

/** 年末滚存结余, 累计结余: what was left of all years, not of the two sides of one. */
const CARRIED = /累计[^,;]*[结余]|滚存|(?:上年|历年|年[初末])[^,;]*结/;

/** What the sentence of a change names: 本级税收年初定的盘子是4000万元,超收186万元. */
function namedFor(numbers: Numbers, change: Known): readonly Known[] {
  return [...new Set([...numbers.headOf(change).named, ...numbers.named(change.before, change)])];
}

/** Every two percentages whose difference a number of points may be. */
export function* pointsOf(numbers: Numbers, points: Known): Generator<Candidate> {
  if (points.value <= 0) return;
  const isRatio = (it: Known) => it.claim.quantity.kind === "ratio";
  const near = before(numbers, points, 5, isRatio);
  const levels = [...near, ...behind(numbers, points, 2, isRatio)];
  yield* differences(numbers, { difference: points, near, levels, kind: "points", cue: "points" });
}

function* differences(
  numbers: Numbers,
  {
    difference,
    near,
    levels,
    kind,
    cue,
  }: {
    readonly difference: Known;
    readonly near: readonly Known[];
    readonly levels: readonly Known[];
    readonly kind: "difference" | "points";
    readonly cue: string;
  },
): Generator<Candidate> {
  const isCompared = COMPARED.test(difference.before) || difference.before.includes("同比");
  const isNet = difference.before.includes("净");
  for (const large of levels)
    for (const small of levels) {
      if (large.value <= small.value || large.kind !== small.kind) continue;
      if ((large.role === "mean") !== (small.role === "mean")) continue;
      // 出生2720人;死亡3490人;自然减少770人: of three clauses
      const ofThree = numbers.apart(small, difference) && numbers.apart(large, difference);
      if (!ofThree && !isNet && areApart(numbers, large, small)) continue;
      const [later, earlier] = large.index > small.index ? [large, small] : [small, large];
      // 市场链97例,学校链52例,物流链28例,源头未明的还有9例: what is left is of what was told first
      // 出口11.2亿元,进口4.4亿元,顺差6.8亿元
      const isRow = later.index - earlier.index === 1 && difference.index - later.index === 1;
      const isWhole =
        isRow || isFirst(numbers, large) || TOTAL.test(large.before) || /收入|入库/.test(large.before);
      if (cue === "left" && large.sentence === small.sentence && !isWhole) continue;
      if (isCompared && !isOfThen(earlier) && !isOfThen(later)) continue;
      yield sumOfRanges([large], [small, difference], {
        kind,
        derived: difference,
        features: () => [
          cue,
          `${cue} ${placeIn(large, near, 4)} ${placeIn(small, near, 4)}`,
          `later ${whereOf(numbers, later, difference)}`,
          `earlier ${whereOf(numbers, earlier, difference)}`,
          `${cue} ${earlier.ofThen} ${later.ofThen}`,
          later.role === "change" && "later changes",
          earlier.role === "change" && "earlier changes",
          later.index - earlier.index === 1 && "beside",
          Math.abs(later.index - difference.index) === 1 && "next to it",
          common(large.name, difference.before) >= 2 && "names the large",
          common(small.name, difference.before) >= 2 && "names the small",
          common(large.name, small.name) >= 2 && "alike",
          /^[比较]/.test(later.before) && "compares",
          !near.includes(large) && large.index < difference.index && "large is named",
          !near.includes(small) && small.index < difference.index && "small is named",
        ],
        finding: () => changeOf(numbers, large, small, difference, true),
      });
    }
}

/** 茶园面积较上年扩大9000亩,由11.5万亩增加到12.4万亩: what it was before. */
function isOfThen({ before, ofThen }: Known): boolean {
  return ofThen || /[由从]$/.test(before);
}

/** 较上月提高: against a level of another time. */
const COMPARED = /[较比同][^,;]{0,4}[年月期季周日轮]/;

/** Every two levels of which one may be so many times the other. */
export function* timesOfLevels(numbers: Numbers, multiple: Known): Generator<Candidate> {
  if (multiple.value <= 1 || multiple.claim.quantity.unit !== "倍") return;
  // 收入之比由2.41倍缩小到2.36倍: of then
  if (/(?:[由从]|(?:上年|去年)[^,;]{0,4})$/.test(multiple.before)) return;
  const near = before(numbers, multiple, 8, (it) => it.amount && it.role !== "change");
  const levels = [...near, ...behind(numbers, multiple, 1, (it) => it.amount)];
  for (const to of levels)
    for (const from of levels) {
      if (to.value <= from.value || to.kind !== from.kind) continue;
      yield productOf([to, from, multiple], ITSELF, {
        kind: "times",
        derived: multiple,
        features: () => [
          `${placeIn(to, near, 4)} ${placeIn(from, near, 4)}`,
          `to ${whereOf(numbers, to, multiple)}`,
          `from ${whereOf(numbers, from, multiple)}`,
          Math.abs(to.index - from.index) === 1 && "beside",
          common(from.name, multiple.before) >= 2 && "names the base",
          common(to.name, from.name) >= 2 && "alike",
          from.ofThen && "from another time",
          /前者|后者/.test(multiple.before) &&
            to.index === multiple.index - 2 &&
            to.index < from.index &&
            "former",
        ],
        finding: () => timesOf(numbers.relations, from.claim, to.claim, multiple.claim),
      });
    }
}

/** 比上年的108.2亿元增长3.6%;农林水支出95.4亿元: a semicolon parts levels of things that have no name in common. */
function areApart(numbers: Numbers, one: Known, other: Known): boolean {
  return (
    one.sentence === other.sentence &&
    numbers.apart(one, other) &&
    // 收入42.31亿元;2023年决算数38.64亿元: what was is told behind a semicolon, too
    OF_OTHER_YEAR.test(one.before) === OF_OTHER_YEAR.test(other.before) &&
    common(one.name, other.name) < 2
  );
}

const OF_OTHER_YEAR = /^(?:而?(?:上年|去年|[到至]?(?:19|20)\d{2}年))|数字(?:变成|是|为)了?$/;

/** A change worked out exactly; nothing of growth at constant prices, nor where it holds. */
function changeOf(
  { relations }: Numbers,
  from: Known,
  to: Known,
  change: Known,
  falls: boolean,
): Finding | null {
  if (
    change.claim.quantity.kind === "ratio" &&
    isConstantPrices(relations, [from.claim, to.claim], change.claim)
  )
    return null;
  return changeFinding(relations, { from: from.claim, to: to.claim }, change.claim, falls);
}
