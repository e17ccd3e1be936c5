import { Decimal, unitWritten } from "../../quantity/index.ts";
import { product } from "../checks/arithmetic.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { roundedMean } from "../derived/means-over-time.ts";
import { inUnitOf } from "../derived/near.ts";
import { before, behind, common, TOTAL, whereOf } from "./around.ts";
import { EACH_OF, type Known, type Numbers } from "./numbers.ts";
import { type Candidate, percent, productOf } from "./relation.ts";

/** Every total and number that an amount may be the mean of. */
export function* meansOf(numbers: Numbers, mean: Known): Generator<Candidate> {
  // 年人均 is over the year's persons, not over how many times they came
  if (mean.value <= 0 || /[年月日]人均/.test(mean.before)) return;
  if (!(mean.role === "mean" || /[均每单合]|[户亩人校][补产]/.test(mean.before))) return;
  const cue = mean.before.includes("均") ? "mean" : "each";
  const isAmount = (it: Known) => it.amount && it.role !== "change";
  const near = before(numbers, mean, 12, isAmount);
  const ahead = behind(numbers, mean, 2, isAmount);
  const far = numbers.named(mean.before, mean).filter((it) => it.paragraph !== mean.paragraph);
  const [, ...overs] = OVER.exec(mean.before) ?? [];
  const over = overs.find((it) => it !== undefined) ?? "";
  const order = (it: Known) => {
    const at = near.indexOf(it);
    return far.includes(it) || named.includes(it)
      ? "named"
      : at < 0
        ? "n"
        : at < 3
          ? String(at)
          : at < 6
            ? "4"
            : "6";
  };
  // 8600人每人每月100元,全年发放1032万元
  const spans = MONTHLY.test(mean.before) ? [1, MONTHS] : [1];
  const counts = [...near, ...ahead, ...far]
    .filter((it) => it.role !== "mean" && it.claim.quantity.dimension !== "money")
    .flatMap((count) => {
      const per = perOf(count, mean);
      return per === null ? [] : spans.map((months) => ({ count, per, months }));
    });
  // 全区合计3311万元,而2020年村均仅12.5万元
  const year = /(?:19|20)\d{2}年|上年|去年|年前/.exec(mean.before)?.[0];
  const { words: head, named: spoken } = numbers.headOf(mean);
  const named = spoken.filter((it) => !near.includes(it));
  for (const total of [...near, ...ahead, ...named]) {
    if (year !== undefined && !total.before.includes(year)) continue;
    if (!(total.kind === mean.kind || isVisits(total, mean)) || total.value < mean.value) continue;
    for (const { count, per, months } of counts) {
      if (count === total || (months > 1 && count.kind === "time")) continue;
      yield productOf([total, count, mean], percent(per * months), {
        kind: "mean",
        derived: mean,
        features: () => {
          const counted = isCountedBy(count, over);
          return [
            cue,
            `${cue} ${counted}`,
            isListed(numbers, count, total) && "count of a list",
            `${cue} total ${order(total)}`,
            `count ${counted} ${order(count)}`,
            `total ${whereOf(numbers, total, mean)}`,
            `count ${whereOf(numbers, count, mean)}`,
            common(count.name, mean.before) >= 2 && "names count",
            common(total.name, mean.before) >= 2 && "names total",
            common(total.name, head) >= 2 && "head names total",
            common(count.name, head) >= 2 && "head names count",
            TOTAL.test(total.before) && "total",
            Math.abs(total.index - count.index) === 1 && "beside",
            Math.min(mean.index - total.index, mean.index - count.index) === 1 && "next to it",
            MONTHLY.test(mean.before) &&
              `${months} of a month ${/年/.test(total.before)} ${total.index > mean.index}`,
          ];
        },
        // 其他2496件,…平均每件35万元: of one kind in a list a mean is only by its name
        finding: () =>
          isListed(numbers, count, total) && common(count.name, mean.before) < 2
            ? null
            : findingOf(numbers, [total, count, mean], months),
      });
    }
  }
}

const MONTHLY = /[每按]月|月[人户]?[均补]/;
const MONTHS = 12;

/**
 * What one of what a mean is over comes to, of what its count is held in: 每公里80万元 is over each thousand metres of
 * 1120公里; null where it is over something else. A count of things is of one each.
 */
function perOf(count: Known, mean: Known): number | null {
  const own = unitWritten(count.claim.quantity.unit);
  // 每日800吨,连续作业230天
  if (count.kind === "time") return own !== null && isOver(count, mean) ? 1 / own.factor.toNumber() : null;
  if (!MEASURES.has(count.kind) || own === null) return 1;
  const [, hundred, written] = EACH_UNIT.exec(mean.before) ?? [];
  // 亩均412公斤, 平均亩产: over what the count is told in
  if (written === undefined) return 1 / own.factor.toNumber();
  const each = unitWritten(written);
  if (each === null || each.dimension !== own.dimension) return null;
  return 1 / (each.factor.toNumber() * (hundred === undefined ? 1 : HUNDRED));
}

/** Whether a mean is over the days, or the hours, that a length of time is told in. */
function isOver({ claim: { quantity } }: Known, { before: words }: Known): boolean {
  if (/^[天日]$/.test(quantity.unit)) return /[每日天]均|每[日天]/.test(words);
  return /^(?:个?小时|分钟|周)$/.test(quantity.unit) && words.includes(quantity.unit.slice(-1));
}

const MEASURES: ReadonlySet<string> = new Set(["mass", "length", "area", "volume"]);
const EACH_UNIT = /[每单](百)?(平方公里|公里|千米|平方米|公顷|亩|吨|公斤|立方米|米)[^,;]*$/;
const HUNDRED = 100;

/** What a mean is over: the thing before 均, or behind 每. */
const OVER = new RegExp(`([${EACH_OF}])均[^均]*$|[每单]一?(.)|一(.)(?:平均|[合能约])|([户亩人校])[补产]`);

function isCountedBy(count: Known, over: string): boolean {
  const { unit } = count.claim.quantity;
  if (over !== "" && unit.includes(over)) return true;
  if (over === "人") return /[名位]/.test(unit);
  if (over !== "" && "户家企".includes(over)) return /[户家]/.test(unit);
  return over !== "" && "村镇校店点站组团案".includes(over) && /[个所家支起件座]/.test(unit);
}

/** Whether a number stands beside another of its kind in a list, which is not what it is over. */
function isListed({ all, between }: Numbers, count: Known, total: Known): boolean {
  const last = all[count.index - 1];
  return (
    last !== undefined &&
    last !== total &&
    last.kind === count.kind &&
    between(last.end, count).length <= LISTED
  );
}

const LISTED = 12;

/** 3264人次, 1044家次: persons, and times that they came. */
function isVisits(total: Known, mean: Known): boolean {
  const { unit } = total.claim.quantity;
  if (!/^[人家户车台班]次$/.test(unit)) return false;
  return unit === "人次" ? /^[次人名]$/.test(mean.claim.quantity.unit) : mean.claim.quantity.unit === "次";
}

function findingOf(
  { relations }: Numbers,
  [total, count, mean]: readonly [Known, Known, Known],
  months: number,
): Finding | null {
  const measure = isVisits(total, mean) ? total.claim.quantity : inUnitOf(total.claim, mean.claim);
  const { value, possible } = count.claim.quantity;
  // a count that is told in another unit than the mean is over would have to be shown in that one
  const [, hundred, written = count.claim.quantity.unit] = EACH_UNIT.exec(mean.before) ?? [];
  if (MEASURES.has(count.kind) && written !== count.claim.quantity.unit) return null;
  if (measure === null) return null;
  const times = Decimal.of(hundred === undefined ? String(months) : "0.01");
  if (product(roundedMean(mean.claim), possible).times(times).overlaps(measure.possible)) return null;
  return meanFinding(
    relations,
    [total.claim, count.claim, mean.claim],
    measure.value,
    value.times(times),
    false,
  );
}
