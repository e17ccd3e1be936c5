import { INNER } from "../derived/lists.ts";
import { CLAUSE, common, sumOfValues } from "./around.ts";
import type { Known } from "./numbers.ts";
import { HAIR, likelihoodOf, PRECISE } from "./slip.ts";

/**
 * Whether parts are so far from their whole, which is told first, as no slip in one of them explains: two parts that are
 * half of it off, or 呕吐71例、腹痛52例、腹泻33例 of 80, more than twice as many, as each may be of several.
 */
export function isFarOff(numbers: readonly Known[]): boolean {
  const [whole, ...parts] = numbers;
  if (whole === undefined || parts.length < 2 || numbers.some(({ kind }) => kind !== whole.kind))
    return false;
  const off = sumOfValues(parts) - whole.value;
  const isOver = off > whole.value && parts.every(({ value }) => value < whole.value);
  if (!(isOver || (parts.length === 2 && Math.abs(off) > MOST_OFF * whole.value))) return false;
  return !numbers.some(
    (it) => likelihoodOfMeant(it, it === whole ? it.value + off : it.value - off) > UNLIKELY,
  );
}

const MOST_OFF = 0.5;

/** The likelihood ratio of a slip that is too common to explain so much: one digit of two. */
const UNLIKELY = 10;

/** 新建学校12所,其中小学5所、幼儿园4所; 481例(出院450例,死亡7例): two of them, where no slip of the pen makes all of them of it. */
export function leavesSomeOut(numbers: readonly Known[], text: string): boolean {
  const [whole, first, second, ...more] = numbers;
  if (whole === undefined || first === undefined || second === undefined || more.length > 0) return false;
  const off = whole.value - first.value - second.value;
  // 人工造林1.92万亩、封山育林1.4万亩,其余为退化林修复
  if (
    off > 0 &&
    /^[,、](?:其[余他它]|余下|剩下)[^\d,;。]*[,;。]/.test(text.slice(second.end, second.end + CLAUSE))
  )
    return true;
  const lead = text.slice(whole.end, Math.min(first.start, whole.end + CLAUSE));
  if (off <= 0 || !/其中|\(/.test(lead)) return false;
  const least = lead.includes("其中") ? SLIGHT : 1;
  return numbers.every((it) => likelihoodOfMeant(it, it === whole ? it.value - off : it.value + off) < least);
}

/** 工业10.42亿、居民4.87亿、三产2.71亿 of 18.63亿: three or more that fall short by what no slip in one of them explains leave some out. */
export function isNoSlipOfParts(numbers: readonly Known[]): boolean {
  const [whole, ...parts] = numbers;
  if (whole === undefined || parts.length < 3 || numbers.some(({ kind }) => kind !== whole.kind))
    return false;
  const off = whole.value - sumOfValues(parts);
  return (
    off > 0 &&
    numbers.every((it) => likelihoodOfMeant(it, it === whole ? it.value - off : it.value + off) < SELDOM)
  );
}

/** Less likely than a zero that was left out. */
const SELDOM = 0.5;

/** One digit of two may be a slip, or another number. */
const SLIGHT = 5;

/** How likely a number was written for another that was meant. */
function likelihoodOfMeant({ digits, place }: Known, meant: number): number {
  if (meant <= 0 || digits === null) return 0;
  return likelihoodOf(digits, place, { low: meant * (1 - HAIR), high: meant * (1 + HAIR) });
}

/** 本级收入之外,上级补助261900万元,…,收入总计400500万元: what is told elsewhere belongs to the total too. */
export function isOfRest(numbers: readonly Known[], text: string): boolean {
  const ordered = numbers.toSorted((one, other) => one.index - other.index);
  // 共发放1.54亿元,除临时救助外,低保9876万元,…: before the first of its parts, where the whole stands first
  const firsts = ordered.slice(0, ordered[0] === numbers[0] ? 2 : 1);
  return firsts.some(({ start }) =>
    /(?:(?:之外|以外)|除[^,;]{2,8}外),[^,;]*$/.test(text.slice(Math.max(0, start - CLAUSE), start)),
  );
}

/** 渔船1240艘,退出310艘,新建50艘,现有980艘: what came and what went, in whichever order. */
export function isAccount([one, ...others]: readonly Known[]): boolean {
  if (one === undefined || others.length !== 3) return false;
  if (![one, ...others].some(({ before }) => FLOWS.test(before))) return false;
  const sum = sumOfValues(others);
  return others.some(({ value, place }) => Math.abs(one.value + value - (sum - value)) <= place / 2);
}

const FLOWS = /(?:年初|上年末?|期初|原有|在册|退出|注销|报废|注册)[^,;]*$/;

/** 完成3.15万户,逐年为0.82万户、1.07万户、1.26万户: a part that the others make up is their whole. */
export function hasOwnTotal([, first, ...parts]: readonly Known[]): boolean {
  const sum = sumOfValues(parts);
  return first !== undefined && parts.length > 1 && Math.abs(sum - first.value) <= first.place / 2;
}

/** 10亿元以上2个、5亿元以上5个; 成灾1.9万亩、绝收0.4万亩; 占地9000平方米 beside what was built: none is a part beside the others. */
export function areNested([, ...parts]: readonly Known[], text: string): boolean {
  const words = parts.map(({ before, start }) => `${text.slice(Math.max(0, start - 12), start)} ${before}`);
  return (
    words.filter((it) => /以上[^,;]*$/.test(it)).length > 1 ||
    words.some((it) => /成灾|绝收|双重处分|另占/.test(it)) ||
    // 东洼矿、西洼矿各120万吨; 贷款与自筹都是3.8亿元: of each of them
    parts.some(({ before, end }) => /各$|(?:都|均)[是为]$/.test(before) && !/[、和及]/.test(text.charAt(end)))
  );
}

/** 6个镇、8个乡,共186个村; 居前三位的分别为402例、315例: far less than all, and not said to be all. */
export function areFewOf([whole, ...parts]: readonly Known[], text: string): boolean {
  const first = parts[0];
  if (whole === undefined || first === undefined) return false;
  const sum = sumOfValues(parts);
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

/** 全市46.4亿元。…市本级19.5亿元,4个县区分别为8.3亿元、…: all of them make up a number that was told before. */
export function areSiblings(numbers: readonly Known[], all: readonly Known[]): boolean {
  const [first] = numbers.toSorted((one, other) => one.index - other.index);
  if (first === undefined || numbers.length < 3 || numbers.some(({ kind }) => kind !== first.kind))
    return false;
  const sum = sumOfValues(numbers);
  return all
    .slice(Math.max(0, first.index - FAR), first.index)
    .some((it) => it.kind === first.kind && (it.high - it.low) / it.value <= PRECISE && isNear(it, sum));
}

function isNear({ low, high, value, place }: Known, sum: number): boolean {
  return value / place >= 100 && sum >= low - place / 2 && sum <= high + place / 2;
}

const FAR = 60;

/** 退出41户、新纳入16户 came and went; 新建和修订合计23项 names which of the three it is of. */
export function areOfTwoKinds([whole, ...parts]: readonly Known[]): boolean {
  if (whole === undefined) return false;
  const some = (words: RegExp) => parts.some(({ before }) => words.test(before));
  // 禽蛋4.9万吨,牛奶2.3万吨,肉类总产量6.87万吨
  const isLast = parts.every(({ index }) => index < whole.index);
  const kind = isLast ? /([一-龥]{2})总产量[^,;]*$/.exec(whole.before)?.[1] : undefined;
  if (kind !== undefined && !some(new RegExp(`[${kind}]`))) return true;
  if (some(/(?:退出|注销|清退|核减)[^,;]*$/) && some(/新(?:纳入|增|设|登记)[^,;]*$/)) return true;
  const named = parts.filter(({ before }) => common(before, whole.before) >= 2);
  const sum = sumOfValues(named);
  return named.length > 1 && named.length < parts.length && sum === whole.value;
}

/** 排查860家,其中重点企业120家,发现问题企业36家: what was found, and what is left of it, is no part beside the kinds. */
export function isFoundAmong([, ...parts]: readonly Known[]): boolean {
  return (
    parts.some(({ before }) => /其中/.test(before)) &&
    parts.some(({ before }) => /^(?:发现|查出|检出|排查出)|另[外行办有]/.test(before))
  );
}

/** 其中民生支出34.7亿元,占82%;教育支出9.8亿元: the one part has its share, and what comes behind the semicolon has none. */
export function isPastList([whole, first, second]: readonly Known[], text: string): boolean {
  if (whole === undefined || first === undefined || second === undefined) return false;
  const behind = (part: Known) => text.slice(part.end, part.end + CLAUSE);
  // 复议6件,其中维持5件;诉讼2件
  if (/其中[^,;]*$/.test(first.before) && behind(first).startsWith(";")) return true;
  return /其中[^,;]*$/.test(first.before) && /^,占[^;]*;/.test(behind(first)) && !/^,占/.test(behind(second));
}

/** 148条,办结141条,查实36条,在核7条: two that make up the whole, and what is of one of them. */
export function hasInner([whole, ...parts]: readonly Known[]): boolean {
  const [first, inner, last] = parts;
  if (whole === undefined || first === undefined || inner === undefined || last === undefined) return false;
  return parts.length === 3 && INNER.test(inner.before) && first.value + last.value === whole.value;
}

/** 27条,其中农业9条、交通7条、教育6条等: the list says that it leaves some out. */
export function isOpenList([whole, ...parts]: readonly Known[], text: string): boolean {
  const last = parts.toSorted((one, other) => other.index - one.index)[0];
  if (whole === undefined || last === undefined || sumOfValues(parts) > whole.value) return false;
  return /^等(?!级|次)/.test(text.slice(last.end, last.end + 2));
}

/** 累计138.4亿元,…;10月当月15.9亿元: of a month, and of all of them. */
export function areOfTwoSpans(numbers: readonly Known[]): boolean {
  const isOfMonth = ({ before }: Known) => /(?:当|本|单)[月日季周][^,;]*$/.test(before);
  return numbers.some(isOfMonth) && !numbers.every(isOfMonth);
}

/** 优良天数287天(按365天计); OR值8.91(非暴露者病例组16人、对照组76人): what stands in the brackets of another number. */
export function isApart(numbers: readonly Known[], text: string): boolean {
  const [whole, part] = numbers.toSorted((one, other) => one.index - other.index);
  if (whole === undefined || part === undefined) return false;
  // 优良318天(有效监测361天)
  if (/监测天数[^,;]*$/.test(part.before)) return true;
  if (numbers.some(({ claim: { quantity } }) => /^36[56]天$/.test(`${quantity.value}${quantity.unit}`)))
    return true;
  const between = text.slice(whole.end, part.start);
  const open = between.lastIndexOf("(");
  return open > 0 && !between.includes(")", open) && /\d[^,;()]*$/.test(between.slice(0, open));
}

/** 问责17人:…;另约谈22人; 诫勉6人;从级别看,科级11人; 占全县156.8万亩耕地的58.2%: beside them, or all of them. */
export function isBeside(numbers: readonly Known[], text: string): boolean {
  const [whole, part] = numbers.toSorted((one, other) => one.value - other.value);
  if (whole === undefined || part === undefined) return false;
  if (/^(?:另|占(?![用地道])|为全)|[时限]速/.test(part.before)) return true;
  // 本科上线431人,…;特控线以上118人: those above a mark are of them
  if (
    numbers.some(({ before }) =>
      /以上(?:的(?:有)?|干部)?$|^移送(?:审查)?起诉$|竣工$|完工$|投产$/.test(before),
    )
  )
    return false;
  const between = text.slice(Math.min(whole.end, part.end), Math.max(whole.start, part.start));
  return between.includes(";") && !between.includes("其中");
}
