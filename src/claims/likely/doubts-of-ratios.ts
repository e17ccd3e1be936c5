import type { Finding } from "../checks/finding.ts";
import { OTHER } from "../derived/change-words.ts";
import { CLAUSE, common, sumOfValues } from "./around.ts";
import type { Known } from "./numbers.ts";
import { HAIR, likelihoodOf, PRECISE } from "./slip.ts";

/**
 * 新增8000个,上年9600个,多增两成 taken for 500 %: what is so far from what it should be, and no slip of any of its
 * numbers would mend, is of something else.
 */
export function isNoSlip(arithmetic: string, numbers: readonly Known[]): boolean {
  const exact = /÷ [^=]*= -?([\d.]+)[%倍‰]? ≠/.exec(arithmetic)?.[1];
  const ratio = numbers.find((it) => !it.amount && it.role !== "points");
  if (exact === undefined || ratio === undefined) return false;
  // 增长15.5倍 is read as 16.5 times, and its digits are others
  if (ratio.role === "multiple" && /[增长加]了?$/.test(ratio.before)) return false;
  const off = Number(exact) / ratio.value;
  if (!(off > MOST_TIMES || off < 1 / MOST_TIMES)) return false;
  return numbers.every((it) =>
    [off, 1 / off].every((times) => likelihoodOfAbout(it, it.value * times) === 0),
  );
}

const MOST_TIMES = 2.5;

/** How likely a number was written for one near another, as rounded as a ratio is. */
function likelihoodOfAbout({ digits, place }: Known, meant: number): number {
  if (meant <= 0 || digits === null) return 0;
  return likelihoodOf(digits, place, { low: meant * (1 - PRECISE), high: meant * (1 + PRECISE) });
}

/** 按期办结率 is of what was due, not of all that was received. */
export function isInTime(numbers: readonly Known[]): boolean {
  const rate = numbers.find(({ before }) => IN_TIME_RATE.test(before));
  return rate !== undefined && numbers.every((it) => it === rate || !IN_TIME.test(it.before));
}

const IN_TIME = /[时日天]内|按期|按时|及时|限时|限期|准时|如期/;
const IN_TIME_RATE = /(?:按期|按时|及时|限时|限期|准时|如期)[一-龥]{0,6}率(?:达到?|为|是)?$/;

/** 逮捕614件,起诉1387件,不诉率24.3%: of those that were not, which none of the two tells. */
export function isOfNot(numbers: readonly Known[]): boolean {
  const not = numbers.flatMap(({ before, amount }) =>
    amount ? [] : (/([不未非])[一-龥]{1,2}率(?:达到?|为|是)?$/.exec(before)?.[1] ?? []),
  )[0];
  return not !== undefined && !numbers.some((it) => it.amount && /[不未非]/.test(it.before));
}

/** 三类人员分别960人次、1080人次、360人次,其中农民工占45%: the part is named among the things of a list before. */
export function isNamedInList(numbers: readonly Known[], text: string): boolean {
  const ratio = numbers.find((it) => !it.amount);
  const name = /([一-龥]{2,6})占$/.exec(ratio?.before ?? "")?.[1]?.replace(/^其中/, "") ?? "";
  const isNamed = ({ amount, before }: Known) => amount && before.includes(name) && !/分别|依次/.test(before);
  if (ratio === undefined || name.length < 2 || numbers.some(isNamed)) return false;
  const lead = text.slice(Math.max(0, ratio.start - LIST), ratio.start - name.length - 1);
  return lead.includes(name) && /分别|依次/.test(lead.slice(lead.lastIndexOf(name)));
}

const LIST = 60;

/** 去年9个达标、达标率75%: the clause of a ratio tells what was. */
export function isOfThen(numbers: readonly Known[], text: string): boolean {
  const ratio = numbers.find((it) => !it.amount);
  if (ratio === undefined) return false;
  const clause = /[^,;。]*$/.exec(text.slice(Math.max(0, ratio.start - CLAUSE), ratio.start))?.[0] ?? "";
  if (!/^(?:而)?(?:去年|上年|上[周月季]|同期|年初|前一[年天])[^,;]*\d/.test(clause)) return false;
  return !numbers.some(
    (it) => it !== ratio && it.start > ratio.start - clause.length && it.start < ratio.start,
  );
}

/** 上述人员占49.4%, 两者合计占六成: of more than one part. */
export function isOfSeveral(numbers: readonly Known[]): boolean {
  const ratio = numbers.find((it) => !it.amount);
  return (
    numbers.length === 3 &&
    ratio !== undefined &&
    /^(?:上述|以上|[两二三四]者|合计|共)|(?:合计?|共)占|[两二三四][级项类者][^,;]{0,2}占/.test(ratio.before)
  );
}

/** 男性1021例、女性825例。0—5岁864例,占46.8%: of what a sentence before adds up to, and nobody told. */
export function isOfSum(numbers: readonly Known[], all: readonly Known[]): boolean {
  const ratio = numbers.find(({ role }) => role === "ratio");
  const part = numbers.filter((it) => it.amount).toSorted((one, other) => one.value - other.value)[0];
  if (ratio === undefined || part === undefined || numbers.length !== 3) return false;
  const near = all
    .slice(Math.max(0, part.index - NEAR), part.index)
    .filter((it) => it.kind === part.kind && it.role === "level" && it.sentence !== part.sentence);
  return [...Map.groupBy(near, ({ sentence }) => sentence).values()].some(
    (some) => some.length > 1 && isQuotient(part.value, sumOfValues(some), ratio, 100),
  );
}

/** 2016年城乡收入比为2.31, held against levels of 2020: a ratio tells its year, and no level is of it. */
export function isOfAnotherYear(spans: Finding["spans"], numbers: readonly Known[], text: string): boolean {
  const levels = numbers.filter(({ amount }) => amount);
  const ratio = spans.find(([start]) => levels.every((it) => it.start !== start));
  if (ratio === undefined || levels.length !== 2) return false;
  const year = YEAR_OF_CLAUSE.exec(text.slice(Math.max(0, ratio[0] - CLAUSE), ratio[0]))?.[1];
  const years = levels.flatMap(({ claim: { period } }) =>
    period === null ? [] : (/\d{4}/.exec(text.slice(period.start, period.end))?.[0] ?? []),
  );
  // 由8000万元跃升至2亿元,为2018年的2.5倍: the base is of that year
  const isTimes = numbers.some((it) => it.start === ratio[0] && it.role === "multiple");
  if (isTimes && text.slice(ratio[0] - 2, ratio[0]) === "年的") return false;
  // growth is of two years
  const grows = numbers.some(
    (it) => it.start === ratio[0] && it.role !== "multiple" && /增|降|减/.test(it.before),
  );
  return !grows && year !== undefined && years.length > 0 && !years.includes(year);
}

const YEAR_OF_CLAUSE = /(\d{4})年[^,;。!?\d]*$/;

/** Whether a rate or mean is of another time, of two others, or of one of these two with another number near it. */
export function isOfOthers(numbers: readonly Known[], all: readonly Known[]): boolean {
  const ratio = numbers.find((it) => !it.amount) ?? numbers.find(({ role }) => role === "mean");
  const operands = numbers.filter((it) => it !== ratio);
  const [one, other] = operands;
  if (ratio === undefined || one === undefined || other === undefined || operands.length > 2) return false;
  // 上周阳性率为32.5%
  if (/(?:上[周月季]|上年|去年|同期)[^,;]*率(?:为|是)?$/.test(ratio.before)) return true;
  const scale = scaleOf(ratio);
  const fits = (over: Known, under: Known) => isQuotient(asWritten(over), asWritten(under), ratio, scale);
  if (!ratio.amount) {
    // 从8万吨增到14万吨,扩能75%
    const [a, b] = [asWritten(one), asWritten(other)];
    // 供水1260万立方米,售水1071万立方米,漏损率15.0%: what is missing
    const rest = 100 - (Math.min(a, b) / Math.max(a, b)) * 100;
    if (scale === 100 && /[损缺]/.test(ratio.before) && rest >= ratio.low && rest <= ratio.high) return true;
    // 预算14亿元,完成14.28亿元,102.0%: the other way round
    if (isQuotient(a, b, ratio, scale) || isQuotient(b, a, ratio, scale)) return true;
    if (isQuotient(a - b, b, ratio, scale) || isQuotient(b - a, a, ratio, scale)) return true;
    // 4350万元…,预备费7500万元,约占支出预算的1%: so far off, it is of another whole
    const off = (exact: number) => Math.max((exact * scale) / ratio.value, ratio.value / (exact * scale));
    if (Math.min(off(a / b), off(b / a)) > 12) return true;
  }
  if ((ratio.high - ratio.low) / ratio.value > PRECISE) return false;
  const near = all
    .slice(Math.max(0, ratio.index - NEAR), ratio.index + NEAR)
    .filter((it) => it.paragraph === ratio.paragraph && it.amount && it !== ratio && !operands.includes(it));
  // 集中供养率 is of those that it names, unless the other is named as well: 床位使用率 of 护理型床位 or of 床位
  const isFree = (own: Known, it: Known) => {
    const replaced = own === one ? other : one;
    const named = common(replaced.name, ratio.before);
    return OTHER.test(replaced.before) || named < 2 || common(it.name, ratio.before) >= named;
  };
  if (near.some((it) => operands.some((own) => isFree(own, it) && (fits(it, own) || fits(own, it)))))
    return true;
  return near.some((it) => {
    const next = near.find(({ index }) => index > it.index && index <= it.index + 2);
    return next !== undefined && (fits(it, next) || fits(next, it));
  });
}

/** How many numbers before and behind may stand in for an operand. */
const NEAR = 16;

/** 生师比16.99:1 is no number of the text's: it is taken from what the finding says, as if it stood behind its operands. */
export function statedIn(arithmetic: string, numbers: readonly Known[], spans: number): readonly Known[] {
  const last = numbers.at(-1);
  const stated = /≠ (\d+(?:\.(\d+))?)$/.exec(arithmetic);
  if (last === undefined || stated === null || numbers.length !== 2 || spans !== 3) return [];
  const half = 0.5 * 10 ** -(stated[2] ?? "").length;
  const value = Number(stated[1]);
  return [
    { ...last, value, low: value - half, high: value + half, amount: false, role: "ratio", before: "" },
  ];
}

/** 每千人89.1户, 12.5%, 6.4‰: what a quotient is multiplied by. */
function scaleOf({ claim: { quantity }, before }: Known): number {
  if (quantity.unit === "%") return 100;
  if (quantity.unit === "‰" || /每(?:千|1000)[^,;]*$/.test(before)) return 1000;
  if (/每(?:万|10000)[^,;]*$/.test(before)) return 10000;
  return /每(?:百|100)[^,;]*$/.test(before) ? 100 : 1;
}

/** A number in its own unit: tons a day are held against tons. */
function asWritten({ claim }: Known): number {
  return claim.quantity.value.toNumber();
}

function isQuotient(over: number, under: number, ratio: Known, scale: number): boolean {
  const exact = (over / under) * scale;
  return exact >= ratio.low * (1 - HAIR) && exact <= ratio.high * (1 + HAIR);
}

/** 收入由14260元提高到20340元,…城镇居民收入为农村居民的2.03倍: a multiple of another's level, not of what was before. */
export function isGrowthOfOthers(numbers: readonly Known[]): boolean {
  const rate = numbers.find(({ role }) => role === "multiple");
  const [, base] = /(?:是|为|相当于|达到?|[占合])([一-龥]{2,8})的$/.exec(rate?.before ?? "") ?? [];
  if (rate === undefined || !/[一-龥]{2}的$/.test(rate.before)) return false;
  if (/上年|去年|\d年|原|前|初|当|基期|起步|时|过去|现在|如今|以往|旧|起点|基数|开局/.test(rate.before))
    return false;
  // 辅警为民警的1.4倍: of one that is named
  const least = Math.min(3, base?.length ?? 0);
  if (base !== undefined && !numbers.some((it) => it !== rate && common(base, it.name) >= least)) return true;
  return numbers.some(({ before }) => /[由从](?:上年|去年)?的?$/.test(before));
}

/** 优于年初定下的下降10%的指标: what was to be. */
export function isPlanned(numbers: readonly Known[], text: string): boolean {
  const rate = numbers.find(({ role }) => role === "growth");
  return (
    rate !== undefined &&
    (/^的?(?:年度|预期|计划|规划)?(?:指标|目标|任务|计划|要求|预期|红线)/.test(
      text.slice(rate.end, rate.end + 8),
    ) ||
      /(?:年初|计划|预期|目标)[一-龥]{0,4}的[^,;]*$/.test(rate.before))
  );
}

/** 每月686元,上年648元,上调38元、幅度5.9%: the step is of what was, which is told, and not of what is less by it. */
export function isStepOfThen(numbers: readonly Known[]): boolean {
  const step = numbers.find(({ role, amount }) => role === "change" && amount);
  const level = numbers.find((it) => it.amount && it !== step);
  const rate = numbers.find((it) => !it.amount);
  if (step === undefined || level === undefined || rate === undefined || numbers.length !== 3) return false;
  const exact = (100 * step.value) / level.value;
  return (
    /(?:上年|去年|同期|上[月季周期]|年初|前一)[^,;]*$/.test(level.before) &&
    exact >= rate.low &&
    exact <= rate.high
  );
}

/** 销售面积11.2万平方米,下降21%,其中住宅9.8万平方米,下降19.5%: a part is no later level of its whole. */
export function isOfPart(numbers: readonly Known[]): boolean {
  const [one, other] = numbers.filter(({ amount }) => amount).toSorted((a, b) => a.index - b.index);
  return one !== undefined && other !== undefined && /其中/.test(other.before) && !OTHER.test(one.before);
}

/** 五年多出49.9亿元,相当于基期的1.46倍: how many times a level is of another, not its change. */
export function isOfStep(numbers: readonly Known[]): boolean {
  const [one, other] = numbers.filter(({ amount }) => amount);
  const multiple = numbers.some(({ role, before }) => role === "multiple" && /的$/.test(before));
  return multiple && (one?.role === "change") !== (other?.role === "change");
}

/** 12个监测断面有11个达标,达标率91.7%: of the 12. */
export function isOfAnotherCount(numbers: readonly Known[], all: readonly Known[]): boolean {
  const rate = numbers.find((it) => !it.amount);
  const count = numbers.find((it) => it.amount);
  if (rate === undefined || count === undefined) return false;
  return all
    .slice(Math.max(0, rate.index - NEAR), rate.index)
    .some((it) => it.kind === count.kind && it !== count && isQuotient(count.value, it.value, rate, 100));
}
