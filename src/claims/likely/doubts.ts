import type { Finding } from "../checks/finding.ts";
import { sumOfValues } from "./around.ts";
import {
  isGrowthOfOthers,
  isInTime,
  isNamedInList,
  isNoSlip,
  isOfAnotherCount,
  isOfAnotherYear,
  isOfNot,
  isOfOthers,
  isOfPart,
  isOfSeveral,
  isOfStep,
  isOfSum,
  isOfThen,
  isPlanned,
  isStepOfThen,
  statedIn,
} from "./doubts-of-ratios.ts";
import {
  areFewOf,
  areNested,
  areOfTwoKinds,
  areOfTwoSpans,
  areSiblings,
  hasInner,
  hasOwnTotal,
  isAccount,
  isApart,
  isBeside,
  isFarOff,
  isFoundAmong,
  isNoSlipOfParts,
  isOfRest,
  isOpenList,
  isPastList,
  leavesSomeOut,
} from "./doubts-of-sums.ts";
import type { Known, Numbers } from "./numbers.ts";

/**
 * Whether a finding took the wrong numbers for each other: they are so far apart as no slip makes them, or another
 * number of the paragraph stands where one of them was taken, whatever unit it is told in. What surely was meant so is
 * not held against what other numbers give by chance.
 */
export function isDoubtful(
  { rule, spans, arithmetic }: Finding,
  { all, relations: { text } }: Numbers,
  known: ReadonlyMap<number, Known>,
  isSure = false,
): boolean {
  const numbers = spans.map(([start]) => known.get(start)).filter((it) => it !== undefined);
  if (!isSure && isNoSlip(arithmetic, numbers)) return true;
  switch (rule) {
    case "partition":
      return (
        !arithmetic.includes(" − ") &&
        (isFarOff(numbers) ||
          isOpenList(numbers, text) ||
          hasInner(numbers) ||
          isOfRest(numbers, text) ||
          isAccount(numbers) ||
          (!isSure && hasOwnTotal(numbers)) ||
          areNested(numbers, text) ||
          areFewOf(numbers, text) ||
          leavesSomeOut(numbers, text) ||
          isNoSlipOfParts(numbers) ||
          (!isSure && areSiblings(numbers, all)) ||
          areOfTwoKinds(numbers) ||
          isFoundAmong(numbers) ||
          isPastList(numbers, text))
      );
    case "share":
    case "average":
      // 户均保障人数分别是1.5人和1.8人: each of its own
      if (rule === "average" && numbers.some(({ before }) => /均[^,;]*(?:分别|依次)[^,;]{0,2}$/.test(before)))
        return true;
      return (
        isInTime(numbers) ||
        isOfNot(numbers) ||
        isNamedInList(numbers, text) ||
        isOfThen(numbers, text) ||
        isOfSeveral(numbers) ||
        isOfSum(numbers, all) ||
        isOfAnotherYear(spans, numbers, text) ||
        (!isSure && isOfOthers([...numbers, ...statedIn(arithmetic, numbers, spans.length)], all))
      );
    case "increase":
      // 每年5760元提高到6240元,月增40元
      // 五年前13.4万吨,去年16.8万吨,相当于每天多打93吨
      if (numbers.some(({ before }) => /^月[均增提]|每[天日][^,;]*$/.test(before))) return true;
      return (
        areOfTwoSpans(numbers) ||
        areThreeChanges(numbers) ||
        areSiblings(numbers, all) ||
        isOfThree(numbers, all) ||
        isOfPlan(numbers) ||
        (!isSure && isWithCarried(numbers, all)) ||
        isPartOfChange(numbers, all)
      );
    case "growth":
      return (
        numbers.some((it) => !it.amount && /(?:分别|依次)[^,;]*$/.test(it.before)) ||
        numbers.some(({ before }) => /核实|核算数|修订数/.test(before)) ||
        isOfAnotherYear(spans, numbers, text) ||
        isGrowthOfOthers(numbers) ||
        isPlanned(numbers, text) ||
        isStepOfThen(numbers) ||
        isOfPart(numbers) ||
        isOfStep(numbers)
      );
    case "rate":
      return isOfAnotherCount(numbers, all);
    case "subset":
      return isApart(numbers, text) || isBeside(numbers, text);
    case "shares-sum":
      // 工人、农民占51.9%;妇女占31.5%;党员占64.8%: of several kinds at once
      return spans.length > 3 && Number(/= ([\d.]+)% ≠/.exec(arithmetic)?.[1] ?? 0) > MOST_SHARES;
    default:
      return false;
  }
}

const MOST_SHARES = 150;

/** 贷款增加31.2亿元,其中企业增加17.5亿元,住户增加6.8亿元: none of three changes is told as what is left of another. */
function areThreeChanges(numbers: readonly Known[]): boolean {
  const isOfOthers = ({ before }: Known) => /净|[多少][^,;]{0,2}$/.test(before);
  return (
    numbers.length === 3 && numbers.every(({ before }) => CHANGED.test(before)) && !numbers.some(isOfOthers)
  );
}

const CHANGED = /(?:增加|减少|增长|下降|提升|提高|上升|降低|回落|扩大)了?$/;

/** 收入4583万元,比上年增加367万元,完成年度任务4500万元的101.8%: a difference from last year, and no plan. */
function isOfPlan(numbers: readonly Known[]): boolean {
  const some = (words: RegExp) => numbers.some(({ before }) => words.test(before));
  return some(/(?:任务|计划|目标|预算)[数为]?$/) && some(/(?:[比较](?:上年|(?:19|20)\d{2}年)|同比)[^,;]*$/);
}

/** 上年结余412.7万元,本年收入12480.5万元,支出12316.9万元,年末结余576.3万元: with what was carried over. */
function isWithCarried(numbers: readonly Known[], all: readonly Known[]): boolean {
  const left = numbers.find(({ before }) => /(?:结余|结存|结转|余额)[^,;]{0,4}$/.test(before));
  const [one, other] = numbers.filter((it) => it !== left);
  if (left === undefined || one === undefined || other === undefined) return false;
  const net = Math.abs(one.value - other.value);
  return all
    .slice(Math.max(0, left.index - 6), left.index)
    .filter((it) => it.kind === left.kind)
    .some((it) => [net, -net].some((by) => Math.abs(it.value + by - left.value) <= left.place + it.place));
}

/** 263人,批准逮捕151人,不捕108人,另有4人: what is left of one when the other is taken off is two numbers. */
function isOfThree(numbers: readonly Known[], all: readonly Known[]): boolean {
  const [large, ...others] = numbers.toSorted((one, other) => other.value - one.value);
  const last = numbers.reduce((most, it) => Math.max(most, it.index), 0);
  if (large === undefined || others.length !== 2) return false;
  const left = large.value - sumOfValues(others);
  return all
    .slice(last + 1, last + 3)
    .some((it) => it.sentence === large.sentence && it.kind === large.kind && it.value === left && left > 0);
}

/** 减少505人,其中核减212人; 新增12家,退出3家: the difference itself was told beside it, or one way in and one out. */
export function isPartOfChange(numbers: readonly Known[], all: readonly Known[]): boolean {
  const ordered = numbers.toSorted((one, other) => other.value - one.value);
  const [high, low] = ordered;
  if (high === undefined || low === undefined || numbers.length !== 3) return false;
  const from = Math.min(...numbers.map(({ index }) => index));
  const near = all
    .slice(Math.max(0, from - 2), from + 8)
    .filter((it) => !numbers.includes(it) && it.sentence === high.sentence && it.kind === high.kind);
  const change = high.value - low.value;
  if (near.some((it) => Math.abs(it.value - change) < it.place && /减|增|少|多|降|升/.test(it.before)))
    return true;
  if (numbers.some(({ before }) => /净[^,;]*$/.test(before))) return false;
  const some = (those: readonly Known[], words: RegExp) => those.some(({ before }) => words.test(before));
  return (
    (some(numbers, LEFT) && some(near, JOINED) && !some(numbers, JOINED)) ||
    (some(numbers, JOINED) && some(near, LEFT) && !some(numbers, LEFT))
  );
}

const LEFT = /(?:退出|转出|注销|清退|核减|死亡|迁出|退库|流出)[^,;]*$/;
const JOINED = /(?:出生|新增|新纳入|新入|发展|转入|迁入|新设|入库)[^,;]*$/;
