import { Decimal } from "../../quantity/index.ts";
import { sumOf, totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, isAmount, isPlan } from "../checks/groups.ts";
import { isComplete, isNear, mixesUnits, REST_FOLLOWS, sumFinding } from "../checks/partition.ts";
import { OVERLAPPING, REMAINDER } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import { amountsBefore, commonLength, isPlain, slipOf, wordsOf } from "./near.ts";
import { slipInPart } from "./totals.ts";

/**
 * A list of parts in a sentence behind the one of its whole: 社会组织1246个,…。社会团体518个、民办非企业单位713个、基金会
 * 15个. Wrong where no amount of the paragraph fits, and one is a slip of the pen away.
 */
export function checkFarLists(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  const findings: Finding[] = [];
  const lists = listsOf(relations).flatMap((list) => [list, ...segmentsOf(relations, list)]);
  const listed = new Set(lists.filter((list) => isOpened(relations, list)).flat());
  for (const list of lists) {
    if (list.some(isSettled)) continue;
    const finding = ofList(relations, list, listed);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

/** Neighbouring amounts of one sentence in one unit; only shares and changes may stand between them. */
function listsOf({ claims, text }: Relations): Claim[][] {
  const lists: Claim[][] = [];
  let list: Claim[] = [];
  const close = () => {
    if (list.length >= 2 && list.length <= LONGEST) lists.push(list);
    list = [];
  };
  for (const claim of claims) {
    const last = list.at(-1);
    if (last !== undefined && claim.sentence !== last.sentence) close();
    // 1亿元以下的107家: of which kind the parts are
    if (/^以[上下]/.test(text.slice(claim.quantity.end, claim.quantity.end + 2))) continue;
    if (claim.quantity.kind === "ratio" || claim.quantity.kind === "points") continue;
    if (!isPlain(claim) || !isAmount(claim) || isPlan(claim)) {
      if (isPlain(claim)) close();
      continue;
    }
    if (last !== undefined) {
      const between = text.slice(last.quantity.end, claim.quantity.start);
      if (!addable(last, claim) || OPENS.test(between)) close();
    }
    list.push(claim);
    // 其他 is the last of its list
    if (list.length > 2 && REMAINDER.test(claim.before)) close();
  }
  close();
  return lists;
}

/** Stretches of a list between semicolons, of two or more. */
function segmentsOf({ text }: Relations, list: readonly Claim[]): Claim[][] {
  const segments: Claim[][] = [];
  for (const [at, claim] of list.entries()) {
    const last = list[at - 1];
    const joined = last !== undefined && !text.slice(last.quantity.end, claim.quantity.start).includes(";");
    if (joined) segments.at(-1)?.push(claim);
    else segments.push([claim]);
  }
  return segments.length > 1 ? segments.filter((some) => some.length > 1) : [];
}

/** What is longer is a table, not a list of parts. */
const LONGEST = 16;

/** What opens another list. */
const OPENS =
  /其中|:|用于|包括|;?[按从][^,;]{1,10}[分看]|另|共|(?<!(?:其他|其它|其余)[一-龥]{0,4})(?:合计|总计)/;

function ofList(relations: Relations, list: readonly Claim[], listed: ReadonlySet<Claim>): Finding | null {
  const [first] = list as [Claim];
  const amounts = amountsBefore(relations, first).filter(isAmount);
  const topic = topicOf(relations, first);
  if (topic !== null) amounts.push(topic);
  const alike = amounts.filter((claim) => addable(claim, first));
  // 下属单位38个,其中高中2所、初中9所: a whole of things of many kinds is told by 个
  const wholes =
    alike.length === 0 && /其中/.test(first.before) ? amounts.filter((it) => isOfKinds(it, first)) : alike;
  if (mixesUnits(relations, list)) return null;
  const halves = halvesOf(relations, list);
  if (halves !== null) return ofList(relations, halves[0], listed) ?? ofList(relations, halves[1], listed);
  const spans = [...spansOfList(list)];
  // of a list that is complete none but the whole is the sum
  const closed = list.length > 2 && isComplete(relations, list);
  const sums = closed ? spans.filter((parts) => parts.length !== list.length - 1) : spans;
  for (const whole of wholes)
    for (const parts of sums) if (fits(whole, parts)) return sumFinding(relations, whole, parts, true);
  // the first number of the list may be the whole of the others
  if (list.length >= 3 && fits(first, list.slice(1)))
    return sumFinding(relations, first, list.slice(1), true);
  const end = (list.at(-1) as Claim).quantity.end;
  // 石桥乡31例,另有6个乡镇共20例: the rest follows
  if (REST_FOLLOWS.test(relations.text.slice(end, end + 4))) return null;
  if (/^等(?!级|次)/.test(relations.text.slice(end, end + 2))) return null;
  const full = limitFor(relations, list, true) === 1;
  const times = full || /其中/.test(first.before) ? TWO : THREE;
  // what is itself one of a list is no whole
  const free = (it: Claim) => !listed.has(it) || (full && list.length > 2 && it.sentence !== first.sentence);
  if (isTold(relations, list) || hasInner(wholes, list)) return null;
  const near = wholes.filter((it) => isNear(it, list, times) && free(it) && !isOfSum(relations, it));
  for (const parts of spans) {
    const limit = topic === null ? limitFor(relations, parts, parts.length === list.length) : 0.6;
    // a list that the words divide all of something into is of the one number that it comes near
    const divided = parts.length > 3 && full && near.length === 1 && dividesAll(relations, parts, list);
    const whole = near.find((it, at) => {
      if (divided && isNear(it, parts, FIVE)) return true;
      const chance = missBy(it, parts);
      // parts that are more than their whole are no list that leaves some out
      const beside = it.index === first.index - 1 && parts.length === list.length && isParallel(parts);
      if (beside && limit > 0 && chance !== null && chance <= 0.4) return true;
      const most = limit > 0 && isMore(it, parts) && /其中/.test(first.before) ? Math.max(limit, 0.6) : limit;
      return chance !== null && chance * (at + 1) <= most;
    });
    if (whole !== undefined && (limit === 1 || whole === topic || isOf(whole, parts)))
      return sumFinding(relations, whole, parts, false);
  }
  return full && wholes.length === 0 ? ofTotals(relations, list) : null;
}

/** 反馈问题46个。…按领域归集:海洋14个、…: whether any amount that the text told before is their sum. */
function isTold({ claims }: Relations, list: readonly Claim[]): boolean {
  const [first] = list as [Claim];
  return claims
    .slice(Math.max(0, first.index - TOPIC_BACK), first.index)
    .some((it) => it.paragraph !== first.paragraph && isPlain(it) && addable(it, first) && fits(it, list));
}

/** 148条。办结141条,查实36条,在核7条: two that make up the whole, and one between them that is of the first. */
function hasInner(wholes: readonly Claim[], list: readonly Claim[]): boolean {
  const [first, inner, last] = list as [Claim, Claim, Claim?];
  if (last === undefined || list.length > 3 || !INNER.test(inner.before)) return false;
  return wholes.some((whole) => fits(whole, [first, last]));
}

/** What is found of those that were done with, and is no part beside what is left. */
export const INNER = /(?:查证?实|属实|成立|立案)$/;

/** 186例。…前段142例,后段44例: a part of what was told before is no whole of what comes then. */
function isOfSum({ claims }: Relations, part: Claim): boolean {
  const beside = claims
    .slice(Math.max(0, part.index - 2), part.index + 3)
    .filter((it) => it !== part && it.sentence === part.sentence && addable(it, part));
  const before = claims.slice(Math.max(0, part.index - BACK), part.index).filter((it) => addable(it, part));
  return beside.some((it) => before.some((whole) => whole !== it && fits(whole, [it, part])));
}

const BACK = 24;

/** 男性215例,女性197例: a complete list is of a total that another paragraph tells; only a rare slip is said. */
function ofTotals({ claims, ...relations }: Relations, list: readonly Claim[]): Finding | null {
  const [first] = list as [Claim];
  const totals = claims
    .slice(Math.max(0, first.index - TOPIC_BACK), first.index)
    .filter((it) => it.paragraph !== first.paragraph && isPlain(it) && isAmount(it) && addable(it, first))
    .filter((it) => /共(?!产|青)|总|累计/.test(it.before) && isNear(it, list, TWO));
  if (totals.some((it) => fits(it, list))) return null;
  const whole = totals.find((it) => (missBy(it, list) ?? 1) * totals.length <= 0.12);
  return whole === undefined ? null : sumFinding({ claims, ...relations }, whole, list, false);
}

/** 专任教师中,幼儿园1536人、…: the one number that the text told of it, wherever. */
function topicOf({ text, sentences, claims }: Relations, first: Claim): Claim | null {
  const lead = text.slice(sentences[first.sentence]?.start ?? 0, first.quantity.start);
  const topic =
    /(?:^|[,;])\s*(?:在?全[区县市]|[我本][区县市局])?([一-龥]{3,10}?)(?:中|按[^,;:。]{1,8}分)[,:][^,;:。]*$/.exec(
      lead,
    )?.[1];
  if (topic === undefined) return null;
  const named = claims
    .slice(Math.max(0, first.index - TOPIC_BACK), first.index)
    .filter((it) => it.paragraph !== first.paragraph && it.subject.endsWith(topic) && isPlain(it))
    .filter((it) => addable(it, first));
  const [one] = named;
  return one !== undefined && named.every((it) => it.quantity.value.equals(one.quantity.value)) ? one : null;
}

const TOPIC_BACK = 100;

/** 男性17.9万人,女性16.9万人,城镇9.4万人,乡村25.4万人: two complete lists of the same. */
function halvesOf(relations: Relations, list: readonly Claim[]): readonly [Claim[], Claim[]] | null {
  for (let at = 2; at + 2 <= list.length; at += 1) {
    const [one, other] = [list.slice(0, at), list.slice(at)];
    if (isComplete(relations, one) && isComplete(relations, other)) return [one, other];
  }
  return null;
}

function isOfKinds({ quantity: { unit, dimension } }: Claim, part: Claim): boolean {
  return (
    dimension === "count" &&
    part.quantity.dimension === "count" &&
    KINDS.has(unit) &&
    KINDS.has(part.quantity.unit)
  );
}

const KINDS: ReadonlySet<string> = new Set(["个", "所", "家", "座", "处"]);

/** The whole list, and each beginning of it, of two or more. */
function* spansOfList(list: readonly Claim[]): Generator<readonly Claim[]> {
  for (let count = list.length; count >= 2; count -= 1) yield list.slice(0, count);
}

/** How likely a miss by chance may be: lists that the words call complete may be shorter. */
function limitFor(relations: Relations, parts: readonly Claim[], isAll: boolean): number {
  if (!isAll) return 0;
  const [first] = parts as [Claim];
  const start = relations.sentences[first.sentence]?.start ?? 0;
  const lead = relations.text.slice(start, first.quantity.start);
  if (isComplete(relations, parts) || DIVIDES.test(lead)) return 1;
  if (parts.length > 2 && LEADS.test(lead)) return 0.6;
  // persons may be of two kinds at once
  const persons = PERSONS.has(first.quantity.dimension);
  if (persons && !areAgeGroups(parts) && parts.some((part) => OVERLAPPING.test(part.before))) return 0;
  const among = /其中[^;]*$/.test(lead);
  const ofTimes = parts.some(({ before }) => /上年|年[初末]|期[初末]|[月季][初末]/.test(before));
  if (isParallel(parts) && parts.length === 2 && !among && !ofTimes) return 0.12;
  if (isParallel(parts) && (among || parts.length > 2)) return parts.length > 2 ? 0.6 : 0.4;
  if (parts.length > 3 && /:[^,;:。]*$/.test(lead)) return 1;
  // 其中 with two parts leaves none out in nineteen of twenty texts
  if (/其中/.test(first.before)) return parts.length > 2 ? 0.6 : 0.4;
  if (parts.length >= 4) return 0.15;
  return parts.length === 3 ? 0.08 : 0.03;
}

/** 隔离人群中检出41例,重点筛查中检出7例,社区筛查中检出4例: every part ends with the same word. */
function isParallel(parts: readonly Claim[]): boolean {
  const names = parts.map(({ before }) => /[一-龥]+$/.exec(before.replace("其中", ""))?.[0] ?? "");
  const [first = ""] = names;
  const shared = (at: (name: string, off: number) => string) => {
    let length = 0;
    while (
      length < first.length &&
      names.every((name) => name !== "" && at(name, length) === at(first, length))
    )
      length += 1;
    return length;
  };
  const heads = shared((name, off) => name.charAt(off));
  const tails = shared((name, off) => name.charAt(name.length - 1 - off));
  // 蛋产量, 奶产量: that both are measured alike says nothing
  const measured = heads === 0 && /(?:产[量值]|收入|支出|面积|人数|户数|金额|投资|资金)$/.test(first);
  const short = names.every((name) => name.length <= 4) ? 1 : 2;
  return !measured && heads + tails >= short && new Set(names).size === names.length;
}

/** Whether words open a list as one of parts: 其中, 按区域分布:, 分别为. */
function isOpened({ text, sentences }: Relations, [first]: readonly Claim[]): boolean {
  if (first === undefined) return false;
  const lead = text.slice(sentences[first.sentence]?.start ?? 0, first.quantity.start);
  return DIVIDES.test(lead) || /其中[^;]*$|分别[^,，;]*$/.test(lead);
}

/** 按区域分布:, 从类型看,: the list divides all of it. */
const DIVIDES = /(?:^|[,;])[^,;:。]{0,8}[按从分][^,;:。]{1,10}[:,][^,;:。]*$/;
/** 主要用于以下方面:, 分布情况为: */
const LEADS = /(?:用于|包括|以下|如下|情况|分布|构成|涵盖)[^,;:。]{0,6}[:,][^,;:。]*$/;
/** 老人71人、儿童45人: nobody is of two. */
function areAgeGroups(parts: readonly Claim[]): boolean {
  const groups = parts.map(({ before }) => /老[年人]|青少年|青年|未成年|儿童|成年?人/.exec(before)?.[0]);
  return !groups.includes(undefined) && new Set(groups).size === groups.length;
}

const PERSONS: ReadonlySet<string> = new Set(["person", "household"]);
const TWO = Decimal.of(2);
const THREE = Decimal.of(3);
const FIVE = Decimal.of(5);

/** Whether a list is told whole, and is not of the first few only: 居前5位的依次为. */
function dividesAll(
  { text, sentences }: Relations,
  parts: readonly Claim[],
  list: readonly Claim[],
): boolean {
  const [first] = parts as [Claim];
  const lead = text.slice(sentences[first.sentence]?.start ?? 0, first.quantity.start);
  const some =
    /前[一二三四五六七八九十\d列]|居前|排名|主要/.test(lead) && !REMAINDER.test(parts.at(-1)?.before ?? "");
  return parts.length === list.length && !some;
}

function isMore(whole: Claim, parts: readonly Claim[]): boolean {
  return totalOf(parts.map((part) => part.quantity.value)).compare(whole.quantity.value) > 0;
}

function missBy(whole: Claim, parts: readonly Claim[]): number | null {
  const sum = totalOf(parts.map((part) => part.quantity.value));
  if (parts.some((part) => part.quantity.value.compare(whole.quantity.value) >= 0)) return null;
  const slips = parts.map((claim) => ({ claim, ...claim.quantity }));
  const chances = [slipOf(whole, sum), slipInPart(whole, slips, sum)].filter((it) => it !== null);
  return chances.length === 0 ? null : Math.min(...chances);
}

function fits(whole: Claim, parts: readonly Claim[]): boolean {
  return sumOf(parts.map((part) => part.quantity.possible)).overlaps(whole.quantity.possible);
}

/** Whether something ties a list to a whole: a sentence that it heads, or words that they share. */
function isOf(whole: Claim, parts: readonly Claim[]): boolean {
  const [first] = parts as [Claim];
  if (first.sentence - whole.sentence <= 1) return true;
  return parts.some((part) => commonLength(wordsOf(part), wordsOf(whole)) >= 2);
}
