import type { Finding } from "../checks/finding.ts";
import { OTHER } from "../derived/change-words.ts";
import { common } from "./around.ts";
import type { Known, Numbers } from "./numbers.ts";
import { likelihoodOf } from "./slip.ts";

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
  if (isNoSlip(arithmetic, numbers)) return true;
  switch (rule) {
    case "partition":
      return (
        !arithmetic.includes(" − ") &&
        (isFarOff(numbers) ||
          isOfRest(numbers, text) ||
          isAccount(numbers) ||
          hasOwnTotal(numbers) ||
          areNested(numbers, text) ||
          areFewOf(numbers, text) ||
          leavesSomeOut(numbers, text) ||
          areSiblings(numbers, all) ||
          areOfTwoKinds(numbers) ||
          isFoundAmong(numbers) ||
          isPastList(numbers, text))
      );
    case "share":
    case "average":
      return (
        isInTime(numbers) ||
        isOfThen(numbers, text) ||
        isOfSeveral(numbers) ||
        isOfSum(numbers, all) ||
        isOfAnotherYear(spans, numbers, text) ||
        (!isSure && isOfOthers([...numbers, ...statedIn(arithmetic, numbers, spans.length)], all))
      );
    case "increase":
      // 每年5760元提高到6240元,月增40元
      if (numbers.some(({ before }) => /^月[均增提]/.test(before))) return true;
      return isOfOtherLevels(numbers, all) || isPartOfChange(numbers, all);
    case "growth":
      return (
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

/**
 * Whether parts are so far from their whole, which is told first, as no slip in one of them explains: two parts that are
 * half of it off, or 呕吐71例、腹痛52例、腹泻33例 of 80, more than twice as many, as each may be of several.
 */
function isFarOff(numbers: readonly Known[]): boolean {
  const [whole, ...parts] = numbers;
  if (whole === undefined || parts.length < 2 || numbers.some(({ kind }) => kind !== whole.kind))
    return false;
  const off = parts.reduce((sum, { value }) => sum + value, 0) - whole.value;
  const isOver = off > whole.value && parts.every(({ value }) => value < whole.value);
  if (!(isOver || (parts.length === 2 && Math.abs(off) > MOST_OFF * whole.value))) return false;
  return !numbers.some(
    (it) => likelihoodOfMeant(it, it === whole ? it.value + off : it.value - off) > UNLIKELY,
  );
}

/** 按期办结率 is of what was due, not of all that was received. */
function isInTime(numbers: readonly Known[]): boolean {
  const rate = numbers.find(({ before }) => IN_TIME_RATE.test(before));
  return rate !== undefined && numbers.every((it) => it === rate || !IN_TIME.test(it.before));
}

const IN_TIME = /按期|按时|及时|限时|限期|准时|如期/;
const IN_TIME_RATE = /(?:按期|按时|及时|限时|限期|准时|如期)[一-龥]{0,6}率(?:达到?|为|是)?$/;

/** 2016年城乡收入比为2.31, held against levels of 2020: a ratio tells its year, and no level is of it. */
function isOfAnotherYear(spans: Finding["spans"], numbers: readonly Known[], text: string): boolean {
  const levels = numbers.filter(({ amount }) => amount);
  const ratio = spans.find(([start]) => levels.every((it) => it.start !== start));
  if (ratio === undefined || levels.length !== 2) return false;
  const year = YEAR_OF_CLAUSE.exec(text.slice(Math.max(0, ratio[0] - CLAUSE), ratio[0]))?.[1];
  const years = levels.flatMap(({ claim: { period } }) =>
    period === null ? [] : (/\d{4}/.exec(text.slice(period.start, period.end))?.[0] ?? []),
  );
  // growth is of two years
  const grows = numbers.some(
    (it) => it.start === ratio[0] && it.role !== "multiple" && /增|降|减/.test(it.before),
  );
  return !grows && year !== undefined && years.length > 0 && !years.includes(year);
}

/**
 * 新增8000个,上年9600个,多增两成 taken for 500 %: what is so far from what it should be, and no slip of any of its
 * numbers would mend, is of something else.
 */
function isNoSlip(arithmetic: string, numbers: readonly Known[]): boolean {
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
const MOST_SHARES = 150;

/** How likely a number was written for one near another, as rounded as a ratio is. */
function likelihoodOfAbout({ digits, place }: Known, meant: number): number {
  if (meant <= 0 || digits === null) return 0;
  return likelihoodOf(digits, place, { low: meant * (1 - PRECISE), high: meant * (1 + PRECISE) });
}

/** 去年9个达标、达标率75%: the clause of a ratio tells what was. */
function isOfThen(numbers: readonly Known[], text: string): boolean {
  const ratio = numbers.find((it) => !it.amount);
  if (ratio === undefined) return false;
  const clause = /[^,;。]*$/.exec(text.slice(Math.max(0, ratio.start - CLAUSE), ratio.start))?.[0] ?? "";
  if (!/^(?:而)?(?:去年|上年|上[周月季]|同期|年初|前一[年天])[^,;]*\d/.test(clause)) return false;
  return !numbers.some(
    (it) => it !== ratio && it.start > ratio.start - clause.length && it.start < ratio.start,
  );
}

/** 男性1021例、女性825例。0—5岁864例,占46.8%: of what a sentence before adds up to, and nobody told. */
function isOfSum(numbers: readonly Known[], all: readonly Known[]): boolean {
  const ratio = numbers.find(({ role }) => role === "ratio");
  const part = numbers.filter((it) => it.amount).toSorted((one, other) => one.value - other.value)[0];
  if (ratio === undefined || part === undefined || numbers.length !== 3) return false;
  const near = all
    .slice(Math.max(0, part.index - NEAR), part.index)
    .filter((it) => it.kind === part.kind && it.role === "level" && it.sentence !== part.sentence);
  return [...Map.groupBy(near, ({ sentence }) => sentence).values()].some(
    (some) =>
      some.length > 1 &&
      isQuotient(
        part.value,
        some.reduce((sum, { value }) => sum + value, 0),
        ratio,
        100,
      ),
  );
}

/** 10亿元以上2个、5亿元以上5个; 成灾1.9万亩、绝收0.4万亩; 占地9000平方米 beside what was built: none is a part beside the others. */
function areNested([, ...parts]: readonly Known[], text: string): boolean {
  const words = parts.map(({ before, start }) => `${text.slice(Math.max(0, start - 12), start)} ${before}`);
  return (
    words.filter((it) => /以上[^,;]*$/.test(it)).length > 1 ||
    words.some((it) => /成灾|绝收|双重处分|另占/.test(it))
  );
}

/** 6个镇、8个乡,共186个村; 居前三位的分别为402例、315例: far less than all, and not said to be all. */
function areFewOf([whole, ...parts]: readonly Known[], text: string): boolean {
  const first = parts[0];
  if (whole === undefined || first === undefined) return false;
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const lead = text.slice(Math.max(whole.end, first.start - 2 * CLAUSE), first.start);
  const isAll = parts.some(({ before }) => /其[他它余]/.test(before));
  // 30岁以下17人,50岁以上12人: ages between are left out
  if (parts.length === 2 && parts.every(({ before }) => before.includes("岁"))) return true;
  // 111 for 911 is one digit; 16 for 186 is another number
  const isShorter =
    String(Math.round(sum / whole.place)).length < String(Math.round(whole.value / whole.place)).length;
  return (
    !isAll && ((sum * 3 < whole.value && isShorter) || /居前|前[一二三四五六七八九十两\d]位|前列/.test(lead))
  );
}

/** 上述人员占49.4%, 两者合计占六成: of more than one part. */
function isOfSeveral(numbers: readonly Known[]): boolean {
  const ratio = numbers.find((it) => !it.amount);
  return (
    numbers.length === 3 && ratio !== undefined && /^(?:上述|以上|[两二三四]者|合计|共)/.test(ratio.before)
  );
}

/** 优于年初定下的下降10%的指标: what was to be. */
function isPlanned(numbers: readonly Known[], text: string): boolean {
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
function isStepOfThen(numbers: readonly Known[]): boolean {
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
function isOfPart(numbers: readonly Known[]): boolean {
  const [one, other] = numbers.filter(({ amount }) => amount).toSorted((a, b) => a.index - b.index);
  return one !== undefined && other !== undefined && /其中/.test(other.before) && !OTHER.test(one.before);
}

/** 五年多出49.9亿元,相当于基期的1.46倍: how many times a level is of another, not its change. */
function isOfStep(numbers: readonly Known[]): boolean {
  const [one, other] = numbers.filter(({ amount }) => amount);
  const multiple = numbers.some(({ role, before }) => role === "multiple" && /的$/.test(before));
  return multiple && (one?.role === "change") !== (other?.role === "change");
}

/** 12个监测断面有11个达标,达标率91.7%: of the 12. */
function isOfAnotherCount(numbers: readonly Known[], all: readonly Known[]): boolean {
  const rate = numbers.find((it) => !it.amount);
  const count = numbers.find((it) => it.amount);
  if (rate === undefined || count === undefined) return false;
  return all
    .slice(Math.max(0, rate.index - NEAR), rate.index)
    .some((it) => it.kind === count.kind && it !== count && isQuotient(count.value, it.value, rate, 100));
}

/** 渔船1240艘,退出310艘,新建50艘,现有980艘: what came and what went, in whichever order. */
function isAccount([one, ...others]: readonly Known[]): boolean {
  if (one === undefined || others.length !== 3) return false;
  if (![one, ...others].some(({ before }) => FLOWS.test(before))) return false;
  const sum = others.reduce((total, { value }) => total + value, 0);
  return others.some(({ value, place }) => Math.abs(one.value + value - (sum - value)) <= place / 2);
}

const FLOWS = /(?:年初|上年末?|期初|原有|在册|退出|注销|报废|注册)[^,;]*$/;

/** 完成3.15万户,逐年为0.82万户、1.07万户、1.26万户: a part that the others make up is their whole. */
function hasOwnTotal([, first, ...parts]: readonly Known[]): boolean {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return first !== undefined && parts.length > 1 && Math.abs(sum - first.value) <= first.place / 2;
}

/** 问责17人:…;另约谈22人; 诫勉6人;从级别看,科级11人; 占全县156.8万亩耕地的58.2%: beside them, or all of them. */
function isBeside(numbers: readonly Known[], text: string): boolean {
  const [whole, part] = numbers.toSorted((one, other) => one.value - other.value);
  if (whole === undefined || part === undefined) return false;
  if (/^(?:另|占(?![用地道])|为全)|[时限]速/.test(part.before)) return true;
  const between = text.slice(whole.end, part.start);
  return between.includes(";") && !between.includes("其中");
}

/** 本级收入之外,上级补助261900万元,…,收入总计400500万元: what is told elsewhere belongs to the total too. */
function isOfRest(numbers: readonly Known[], text: string): boolean {
  const first = numbers.toSorted((one, other) => one.index - other.index)[0];
  return (
    first !== undefined &&
    /(?:之外|以外),[^,;]*$/.test(text.slice(Math.max(0, first.start - CLAUSE), first.start))
  );
}

/** How far before a number its clause may begin. */
const CLAUSE = 24;
const YEAR_OF_CLAUSE = /(\d{4})年[^,;。!?\d]*$/;

/** 减少505人,其中核减212人; 新增12家,退出3家: the difference itself was told beside it, or one way in and one out. */
function isPartOfChange(numbers: readonly Known[], all: readonly Known[]): boolean {
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
const JOINED = /(?:新增|新纳入|新入|发展|转入|迁入|新设|入库)[^,;]*$/;

/** 退出41户、新纳入16户 came and went; 新建和修订合计23项 names which of the three it is of. */
function areOfTwoKinds([whole, ...parts]: readonly Known[]): boolean {
  if (whole === undefined) return false;
  const some = (words: RegExp) => parts.some(({ before }) => words.test(before));
  if (some(/(?:退出|注销|清退|核减)[^,;]*$/) && some(/新(?:纳入|增|设|登记)[^,;]*$/)) return true;
  const named = parts.filter(({ before }) => common(before, whole.before) >= 2);
  const sum = named.reduce((total, { value }) => total + value, 0);
  return named.length > 1 && named.length < parts.length && sum === whole.value;
}

/** 排查860家,其中重点企业120家,发现问题企业36家: what was found, and what is left of it, is no part beside the kinds. */
function isFoundAmong([, ...parts]: readonly Known[]): boolean {
  return (
    parts.some(({ before }) => /其中/.test(before)) &&
    parts.some(({ before }) => /^(?:发现|查出|检出|排查出)|另[外行办有]/.test(before))
  );
}

/** 其中民生支出34.7亿元,占82%;教育支出9.8亿元: the one part has its share, and what comes behind the semicolon has none. */
function isPastList([whole, first, second]: readonly Known[], text: string): boolean {
  if (whole === undefined || first === undefined || second === undefined) return false;
  const behind = (part: Known) => text.slice(part.end, part.end + CLAUSE);
  return /其中[^,;]*$/.test(first.before) && /^,占[^;]*;/.test(behind(first)) && !/^,占/.test(behind(second));
}

/** Whether a difference is of other levels: for each day, of last year and not of the plan, or with what was carried over. */
function isOfOtherLevels(numbers: readonly Known[], all: readonly Known[]): boolean {
  // 五年前13.4万吨,去年16.8万吨,相当于每天多打93吨
  if (numbers.some(({ before }) => /每[天日][^,;]*$/.test(before))) return true;
  // 收入4583万元,比上年增加367万元,完成年度任务4500万元的101.8%
  const isPlan = (it: Known) => /(?:任务|计划|目标|预算)[数为]?$/.test(it.before);
  if (numbers.some(isPlan) && numbers.some(({ before }) => /(?:[比较]上年|同比)[^,;]*$/.test(before)))
    return true;
  // 上年结余412.7万元,本年收入12480.5万元,支出12316.9万元,年末结余576.3万元
  const left = numbers.find(({ before }) => /(?:结余|结存|结转|余额)[^,;]{0,4}$/.test(before));
  const [one, other] = numbers.filter((it) => it !== left);
  if (left === undefined || one === undefined || other === undefined) return false;
  const net = Math.abs(one.value - other.value);
  return all
    .slice(Math.max(0, left.index - 6), left.index)
    .some((it) => it.kind === left.kind && Math.abs(net + it.value - left.value) <= left.place + it.place);
}

/** 全市46.4亿元。…市本级19.5亿元,4个县区分别为8.3亿元、…: all of them make up a number that was told before. */
function areSiblings(numbers: readonly Known[], all: readonly Known[]): boolean {
  const [first] = numbers.toSorted((one, other) => one.index - other.index);
  if (first === undefined || numbers.length < 3 || numbers.some(({ kind }) => kind !== first.kind))
    return false;
  const sum = numbers.reduce((total, { value }) => total + value, 0);
  return all
    .slice(Math.max(0, first.index - FAR), first.index)
    .some((it) => it.kind === first.kind && (it.high - it.low) / it.value <= PRECISE && isNear(it, sum));
}

function isNear({ low, high, value, place }: Known, sum: number): boolean {
  return value / place >= 100 && sum >= low - place / 2 && sum <= high + place / 2;
}

const FAR = 60;

/** 优良天数287天(按365天计); OR值8.91(非暴露者病例组16人、对照组76人): what stands in the brackets of another number. */
function isApart(numbers: readonly Known[], text: string): boolean {
  const [whole, part] = numbers.toSorted((one, other) => one.index - other.index);
  if (whole === undefined || part === undefined) return false;
  if (numbers.some(({ claim: { quantity } }) => /^36[56]天$/.test(`${quantity.value}${quantity.unit}`)))
    return true;
  const between = text.slice(whole.end, part.start);
  const open = between.lastIndexOf("(");
  return open > 0 && !between.includes(")", open) && /\d[^,;()]*$/.test(between.slice(0, open));
}

/** 新建学校12所,其中小学5所、幼儿园4所; 481例(出院450例,死亡7例): two of them, where no slip of the pen makes all of them of it. */
function leavesSomeOut(numbers: readonly Known[], text: string): boolean {
  const [whole, first, second, ...more] = numbers;
  if (whole === undefined || first === undefined || second === undefined || more.length > 0) return false;
  const off = whole.value - first.value - second.value;
  const lead = text.slice(whole.end, Math.min(first.start, whole.end + CLAUSE));
  if (off <= 0 || !/其中|\(/.test(lead)) return false;
  const least = lead.includes("其中") ? SLIGHT : 1;
  return numbers.every((it) => likelihoodOfMeant(it, it === whole ? it.value - off : it.value + off) < least);
}

/** How likely a number was written for another that was meant. */
function likelihoodOfMeant({ digits, place }: Known, meant: number): number {
  if (meant <= 0 || digits === null) return 0;
  return likelihoodOf(digits, place, { low: meant * (1 - HAIR), high: meant * (1 + HAIR) });
}

/** One digit of two may be a slip, or another number. */
const SLIGHT = 5;
const MOST_OFF = 0.5;
/** The likelihood ratio of a slip that is too common to explain so much: one digit of two. */
const UNLIKELY = 10;
const HAIR = 1e-9;

/** Whether a rate or mean is of another time, of two others, or of one of these two with another number near it. */
function isOfOthers(numbers: readonly Known[], all: readonly Known[]): boolean {
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

/** 生师比16.99:1 is no number of the text's: it is taken from what the finding says, as if it stood behind its operands. */
function statedIn(arithmetic: string, numbers: readonly Known[], spans: number): readonly Known[] {
  const last = numbers.at(-1);
  const stated = /≠ (\d+(?:\.(\d+))?)$/.exec(arithmetic);
  if (last === undefined || stated === null || numbers.length !== 2 || spans !== 3) return [];
  const half = 0.5 * 10 ** -(stated[2] ?? "").length;
  const value = Number(stated[1]);
  return [
    { ...last, value, low: value - half, high: value + half, amount: false, role: "ratio", before: "" },
  ];
}

/** 收入由14260元提高到20340元,…城镇居民收入为农村居民的2.03倍: a multiple of another's level, not of what was before. */
function isGrowthOfOthers(numbers: readonly Known[]): boolean {
  const rate = numbers.find(({ role }) => role === "multiple");
  const [, base] = /(?:是|为|相当于|达到?|[占合])([一-龥]{2,8})的$/.exec(rate?.before ?? "") ?? [];
  if (rate === undefined || !/[一-龥]{2}的$/.test(rate.before)) return false;
  if (/上年|去年|\d年|原|前|初|当|基期|起步|时/.test(rate.before)) return false;
  // 辅警为民警的1.4倍: of one that is named
  const least = Math.min(3, base?.length ?? 0);
  if (base !== undefined && !numbers.some((it) => it !== rate && common(base, it.name) >= least)) return true;
  return numbers.some(({ before }) => /[由从](?:上年|去年)?的?$/.test(before));
}

/** How wide a rounded number may be, relative to itself, so that it fits few others by chance. */
const PRECISE = 0.006;
/** How many numbers before and behind may stand in for an operand. */
const NEAR = 16;

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
