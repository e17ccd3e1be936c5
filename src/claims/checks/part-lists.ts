import { Decimal } from "../../quantity/index.ts";
import type { Claim, Relations } from "../relate.ts";
import { sumOf, totalOf } from "./arithmetic.ts";
import { addable, isAmount, isChange, isPerHead, isPlan, isSummable } from "./groups.ts";

/** A whole and the parts that a text lists of it. */
export interface PartList {
  readonly whole: Claim;
  readonly parts: readonly Claim[];
  /** whether the words say that the list is complete */
  readonly closed: boolean;
  /** whether the words tie the parts to this whole: 其中, or the whole stands in their sentence */
  readonly near: boolean;
}

/** Every list behind 其中, 包括, 分为 or in brackets, by kind of quantity, with the whole before it. */
export function partLists(relations: Relations, groups: readonly (readonly Claim[])[]): PartList[] {
  const lists: PartList[] = [];
  const listed: (readonly Range[])[] = [];
  for (const [index, claims] of groups.entries()) {
    const sentence = relations.sentences[index];
    if (sentence === undefined || claims.length === 0) {
      listed.push([]);
      continue;
    }
    const ranges = rangesOf(relations.text, sentence.start, sentence.end, claims).map((range) =>
      holdsOneAmount(claims, range) ? { ...range, end: Math.max(range.end, sentence.end) } : range,
    );
    listed.push(ranges);
    for (const range of ranges) {
      // 净增9个(新增16个,退出7个): what makes up a change
      const last = claims.findLast((claim) => claim.quantity.end <= range.start);
      if (range.bracketed && last !== undefined && isChange(last)) continue;
      const inside = claims.filter(
        (claim) =>
          isIn(claim, range) && !ranges.some((inner) => isWithin(inner, range) && isIn(claim, inner)),
      );
      const before = wholesBefore(groups, listed, index, range);
      const closed = range.closed || sharesMakeHundred(claims, range);
      const other = before[0]?.sentence !== index;
      const near = !other || range.among || range.topic !== "";
      for (const list of byKind(relations.text, inside, before, {
        closed,
        near,
        divides: range.divides && !near,
      }))
        if (near || isClose(list)) lists.push(list);
    }
  }
  return lists;
}

/** The last amount of the sentence before that can be a part's whole and stands in no list of parts there; else null. */
export function wholeOfSentenceBefore(relations: Relations, part: Claim): Claim | null {
  const { claims, sentences, text } = relations;
  const index = part.sentence - 1;
  const sentence = sentences[index];
  if (sentence === undefined || sentence.paragraph !== part.paragraph) return null;
  const before: Claim[] = [];
  for (let at = part.index - 1; at >= 0; at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.sentence < index) break;
    if (claim.sentence === index) before.push(claim);
  }
  const lists = rangesOf(text, sentence.start, sentence.end, before.toReversed());
  const wholes = before.filter(
    (claim) => addable(claim, part) && isAmount(claim) && !lists.some((it) => isIn(claim, it)),
  );
  const [whole] = wholes;
  if (whole === undefined || whole.quantity.approximation !== null || wholes.length > 1) return null;
  return whole.quantity.value.compare(part.quantity.value) >= 0 ? whole : null;
}

/** Whether the parts come within a fifth of a whole that stands in another sentence: else it is of something else. */
function isClose({ whole, parts }: Pick<PartList, "whole" | "parts">): boolean {
  const off = totalOf(parts.map((part) => part.quantity.value))
    .minus(whole.quantity.value)
    .abs();
  return off.times(Decimal.of(5)).compare(whole.quantity.value) <= 0;
}

/** One part before the semicolon: the others stand behind it. */
function holdsOneAmount(claims: readonly Claim[], range: Range): boolean {
  const [part, second] = claims.filter((claim) => isIn(claim, range) && isAmount(claim));
  const next = claims.find((claim) => claim.quantity.start > range.end);
  if (!range.semicolon || part === undefined || second !== undefined || next === undefined) return false;
  const whole = claims.findLast((claim) => claim.quantity.end <= range.start && addable(claim, part));
  if (whole !== undefined && next.quantity.value.compare(whole.quantity.value) > 0) return false;
  return addable(part, next) && isAmount(next) && isNamedAlike(part, next);
}

/** 税收收入…;非税收入…: the part and what stands behind the semicolon are told as one kind. */
function isNamedAlike(part: Claim, next: Claim): boolean {
  const [one, other] = [part, next].map(({ before }) => before.replace(/^[,，]?其中[:,，]?/, "")) as [
    string,
    string,
  ];
  if (/^(?:其他|其它|其余)/.test(other) || one === "" || other === "") return true;
  return [...one].some((_, at) => at + 1 < one.length && other.includes(one.slice(at, at + 2)));
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
  /** whether the cue is 其中 */
  readonly among: boolean;
  /** whether the cue begins its sentence: the whole may stand in the one before */
  readonly atStart: boolean;
  /** what a list at the head of its sentence is of: 新增确诊病例中 */
  readonly topic: string;
  /** whether it stands in brackets */
  readonly bracketed: boolean;
  /** whether it is another way to divide what the sentence told before: 按年龄划分 */
  readonly divides: boolean;
  /** whether a semicolon ends it */
  readonly semicolon: boolean;
}

const TOPIC = /([^,，;。]{2,12}?)当?中,$/;

function rangesOf(text: string, from: number, to: number, claims: readonly Claim[]): Range[] {
  const sentence = text.slice(from, to);
  const ranges: Range[] = [];
  for (const match of sentence.matchAll(CUE)) {
    const start = from + match.index;
    const atStart = sentence.slice(0, match.index).trim() === "";
    const list = match[0].endsWith(":") || atStart;
    const end = endOfList(sentence, match.index, list);
    ranges.push({
      start,
      end: end + from,
      semicolon: sentence.charAt(end) === ";",
      closed: /分为|组成|^[,，;]?\s*[按从分]/.test(match[0]),
      among: match[0].includes("其中"),
      atStart,
      bracketed: false,
      divides: /[按从分][^中]*[分看计布类]/.test(match[0]),
      topic: TOPIC.exec(match[0])?.[1] ?? "",
    });
  }
  for (const claim of claims) {
    // 破获案件186起:盗窃72起、…
    const colon = COLON.exec(text.slice(claim.quantity.end, Math.min(to, claim.quantity.end + 9)));
    if (colon === null) continue;
    const start = claim.quantity.end + colon[0].length - 1;
    const end = from + endOfList(sentence, start - from, true);
    const no = { closed: false, among: false, atStart: false, bracketed: false, divides: false };
    // 18项问题的分布: the list divides all of them
    const one = { ...no, closed: /分布|构成|组成/.test(colon[0]), topic: "", semicolon: false };
    if (!sentence.slice(start - from, start - from + 5).includes("其中")) ranges.push({ ...one, start, end });
  }
  for (const match of sentence.matchAll(BRACKETS)) {
    const start = from + match.index;
    const among = /^\(其中/.test(match[0]);
    ranges.push({
      start,
      end: start + match[0].length,
      closed: !among,
      among,
      atStart: false,
      bracketed: true,
      divides: false,
      topic: "",
      semicolon: false,
    });
  }
  return ranges;
}

/** A total behind the parts is their whole. */
const TOTAL = /(?:合计|共计|总计|小计)(?:为|达到?)?$|[两三四五六七八]项[一-龥]{0,4}$/;

/** 较二季度的802起: a level that another is held against. */
const HELD_AGAINST = /^[较比同与][^,，;]*(?:的|数|年|期|末)$/;

/** What is held against a limit or a target is no part. */
const LIMIT = /控制|限额|目标|计划|任务|标准|力争|预算数|较|比|总[数量长]/;

const CUE =
  /其中[:,]?|,(?:包括|分为|分别为|分别是|分别来自|分布在)[:]?|(?:^|[,;])\s*(?:按|从|分)[^,，;。:\d]{1,12}(?:分|看|划分|分类|来看|统计|分布)[,:]|^\s*[^,，;。\d]{2,12}中,/g;
/** A colon right behind an amount and its noun opens a list of its parts. */
const COLON = /^[^,，、;。:\d]{0,8}(?::|中[,，:])/;
const BRACKETS = /\([^()]*\d[^()]*\)/g;

/** A list runs to the end of its sentence, or to the semicolon that ends the part of the sentence it began in. */
function endOfList(sentence: string, start: number, whole: boolean): number {
  let depth = 0;
  for (let at = start; at < sentence.length; at += 1) {
    const character = sentence.charAt(at);
    if (character === "(") depth += 1;
    if (character === ")") {
      depth -= 1;
      if (depth < 0) return at;
    }
    if (!whole && character === ";" && at > start) return at;
    if (at > start && character === "," && BREAK.test(sentence.slice(at + 1, at + 4))) return at;
  }
  return sentence.length;
}

const BREAK = /^(?:另|此外|同时)/;

function isIn(claim: Claim, { start, end }: Range): boolean {
  return claim.quantity.start >= start && claim.quantity.end <= end;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner !== outer && inner.start > outer.start && inner.end <= outer.end;
}

/** The claims that can be a list's whole, the nearest first: of its sentence, or of the one before where it heads its own. */
function wholesBefore(
  groups: readonly (readonly Claim[])[],
  listed: readonly (readonly Range[])[],
  index: number,
  range: Range,
): Claim[] {
  const lists = listed[index] ?? [];
  const own = (groups[index] ?? [])
    .filter((claim) => claim.quantity.end <= range.start && !isBracketed(claim, lists, range))
    .reverse();
  if (own.length > 0 && range.divides) {
    const outside = own.filter((claim) => !lists.some((it) => it.end <= range.start && isIn(claim, it)));
    if (outside.length > 0) return outside;
    // 按经营地分,…;按消费类型分,…: both divide what the sentence before told
    if (own.every((claim) => lists.some((it) => it.divides && isIn(claim, it)))) own.length = 0;
  }
  if (own.length > 0 || !(range.atStart || range.divides)) return own;
  for (let previous = index - 1; previous >= 0 && index - previous <= 3; previous -= 1) {
    const group = groups[previous] ?? [];
    if (group.length === 0) continue;
    const nearest = group.toReversed();
    if (range.topic !== "") {
      const about = nearest.filter((claim) => isAbout(claim, range.topic));
      // 新增确诊9例、无症状31例,合计40例。新增感染者中,…: all of them
      return [...(about.length > 0 ? nearest.filter((claim) => TOTAL.test(claim.before)) : []), ...about];
    }
    if (range.among) return nearest;
    // another way to divide the whole of the list before: 66例中…49例、…12例。按镇街分:…
    const parts = listed[previous] ?? [];
    const outside = nearest.filter((claim) => !parts.some((it) => isIn(claim, it)));
    if (outside.length > 0) return range.divides ? [...outside, ...firstTotals(groups, index)] : outside;
  }
  return range.divides ? firstTotals(groups, index) : [];
}

/** 从人群分布看,…: what a text divides again and again is the first total that it tells in a unit. */
function firstTotals(groups: readonly (readonly Claim[])[], index: number): Claim[] {
  return groups
    .slice(Math.max(0, index - FAR), index)
    .flat()
    .filter((claim) => FIRST_TOTAL.test(claim.before));
}

/** How many sentences back a total is looked for. */
const FAR = 40;
const FIRST_TOTAL = /共(?!产党|青)|总|累计|合计/;

/** Whether a claim stands in brackets that the list does not stand in: 总里程A(含村道B),其中:… */
function isBracketed(claim: Claim, lists: readonly Range[], range: Range): boolean {
  return lists.some((it) => it.bracketed && isIn(claim, it) && it.end <= range.start);
}

/** Whether a claim's own words hold nearly every character of a topic. */
function isAbout(claim: Claim, topic: string): boolean {
  const held = [...topic].filter((character) => claim.before.includes(character)).length;
  return held >= 0.8 * topic.length;
}

/** Parts whose shares add up to a hundred are all of them. */
function sharesMakeHundred(claims: readonly Claim[], range: Range): boolean {
  const shares = claims.filter(
    (claim) => isIn(claim, range) && claim.quantity.unit === "%" && /占/.test(claim.before),
  );
  if (shares.length < 2) return false;
  const off = totalOf(shares.map((claim) => claim.quantity.value))
    .minus(Decimal.HUNDRED)
    .abs();
  return off.compare(Decimal.of("0.2")) <= 0;
}

/** Parts on either side of a semicolon; one segment where one of them would hold a single part. */
function segmentsOf(text: string, parts: readonly Claim[]): Claim[][] {
  const segments: Claim[][] = [];
  for (const [at, part] of parts.entries()) {
    const last = parts[at - 1];
    const apart = last === undefined || text.slice(last.quantity.end, part.quantity.start).includes(";");
    if (apart) segments.push([part]);
    else segments.at(-1)?.push(part);
  }
  return segments.every((some) => some.length > 1) ? segments : [parts.slice()];
}

function isSumOf(whole: Claim, parts: readonly Claim[]): boolean {
  return sumOf(parts.map((part) => part.quantity.possible)).overlaps(whole.quantity.possible);
}

function isSameName(whole: Claim, part: Claim): boolean {
  return part.subject.length >= 2 && whole.subject.endsWith(part.subject) && part.ownSubject;
}

/** One list for each kind of quantity that a whole before it has. */
function byKind(
  text: string,
  inside: readonly Claim[],
  before: readonly Claim[],
  { closed, near, divides }: { closed: boolean; near: boolean; divides: boolean },
): PartList[] {
  const lists: PartList[] = [];
  // 输入病例45例,含2例由无症状感染者转为…: a part of a part
  // 30个自然村通公路329个: a number that runs on to another of its unit says of what that one is
  const left = inside.filter((claim, at) => {
    const next = inside[at + 1];
    const runsOn =
      next !== undefined &&
      addable(claim, next) &&
      /^(?![和与及以])[一-龥]{2,}$/.test(text.slice(claim.quantity.end, next.quantity.start));
    return isSummable(claim) && !runsOn && !(at > 0 && /^(?:含|包含)/.test(claim.before));
  });
  while (left.length > 0) {
    const first = left[0] as Claim;
    const same = left.filter((claim) => addable(claim, first));
    const limit = same.findIndex(({ before }) => LIMIT.test(before));
    const parts = limit < 0 ? same : same.slice(0, limit);
    const totalled = parts.findIndex(({ before }) => TOTAL.test(before)) > 0;
    for (const part of same) left.splice(left.indexOf(part), 1);
    // 人均可支配收入…,其中工资性收入…: the parts need not say again that they are a head's
    const wholes = before.filter(
      (claim) =>
        addable(claim, first) &&
        isSummable(claim) &&
        !isPlan(claim) &&
        !HELD_AGAINST.test(claim.before) &&
        !/[由从][^,;]*$/.test(claim.before) &&
        (isPerHead(claim) || !isPerHead(first)),
    );
    // 在校生A人,专任教师B人。其中,高中…在校生…: the whole of the same name
    const close = divides ? wholes.find((claim) => isClose({ whole: claim, parts: same })) : undefined;
    const whole = close ?? wholes.find((claim) => isSameName(claim, first)) ?? wholes[0];
    const nearest = whole === undefined ? 0 : before.filter(isSummable).indexOf(whole);
    if (whole !== undefined && limit < 0 && !totalled) {
      const segments = segmentsOf(text, parts);
      // 城镇A,乡村B;商品零售C,餐饮D: the same whole is divided twice
      if (segments.length > 1 && segments.some((some) => isSumOf(whole, some))) {
        for (const some of segments) lists.push({ whole, parts: some, closed: true, near });
        continue;
      }
    }
    if (whole !== undefined && (nearest <= 3 || divides) && !totalled)
      lists.push({ whole, parts, closed: closed && parts.length > 1, near });
  }
  return lists;
}
