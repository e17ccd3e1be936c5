import { Decimal } from "../../quantity/index.ts";
import type { Claim, Relations } from "../relate.ts";
import { totalOf } from "./arithmetic.ts";
import { addable, isAmount } from "./groups.ts";

/** A whole and the parts that a text lists of it. */
export interface PartList {
  readonly whole: Claim;
  readonly parts: readonly Claim[];
  /** whether the words say that the list is complete */
  readonly closed: boolean;
}

/** Every list behind 其中, 包括, 分为 or in brackets, by kind of quantity, with the whole before it. */
export function partLists(relations: Relations, groups: readonly (readonly Claim[])[]): PartList[] {
  const lists: PartList[] = [];
  for (const [index, claims] of groups.entries()) {
    const sentence = relations.sentences[index];
    if (sentence === undefined || claims.length === 0) continue;
    const ranges = rangesOf(relations.text, sentence.start, sentence.end).map((range) =>
      holdsOneAmount(claims, range) ? { ...range, end: Math.max(range.end, sentence.end) } : range,
    );
    for (const range of ranges) {
      const inside = claims.filter(
        (claim) =>
          isIn(claim, range) && !ranges.some((inner) => isWithin(inner, range) && isIn(claim, inner)),
      );
      const before = wholesBefore(groups, index, range);
      lists.push(...byKind(inside, before, range.closed || sharesMakeHundred(claims, range)));
    }
  }
  return lists;
}

/** One part before the semicolon: the others stand behind it. */
function holdsOneAmount(claims: readonly Claim[], range: Range): boolean {
  const [part, second] = claims.filter((claim) => isIn(claim, range) && isAmount(claim));
  const next = claims.find((claim) => claim.quantity.start > range.end);
  if (!range.semicolon || part === undefined || second !== undefined || next === undefined) return false;
  return addable(part, next) && isAmount(next);
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
  /** whether the cue begins its sentence: the whole may stand in the one before */
  readonly atStart: boolean;
  /** what a list at the head of its sentence is of: 新增确诊病例中 */
  readonly topic: string;
  /** whether a semicolon ends it */
  readonly semicolon: boolean;
}

const TOPIC = /([^,，;。]{2,12})中,$/;

function rangesOf(text: string, from: number, to: number): Range[] {
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
      closed: /分为|组成|^\s*[按从]/.test(match[0]),
      atStart,
      topic: TOPIC.exec(match[0])?.[1] ?? "",
    });
  }
  for (const match of sentence.matchAll(BRACKETS)) {
    const start = from + match.index;
    const among = /^\(其中/.test(match[0]);
    ranges.push({
      start,
      end: start + match[0].length,
      closed: !among,
      atStart: false,
      topic: "",
      semicolon: false,
    });
  }
  return ranges;
}

/** What is held against a limit or a target is no part. */
const LIMIT = /控制|限额|目标|计划|任务|标准|力争|预算数|较|比/;

const CUE =
  /其中[:,]?|,(?:包括|分为|分别为|分别是)[:]?|^\s*(?:按|从)[^,，;。\d]{1,12}(?:分|看|划分|分类|来看)[,:]|^\s*[^,，;。\d]{2,12}中,/g;
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
    if (!whole && character === ";") return at;
    if (at > start && character === "," && BREAK.test(sentence.slice(at + 1, at + 4))) return at;
  }
  return sentence.length;
}

const BREAK = /^(?:另|此外|同时|比|较|同比|环比)/;

function isIn(claim: Claim, { start, end }: Range): boolean {
  return claim.quantity.start >= start && claim.quantity.end <= end;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner !== outer && inner.start > outer.start && inner.end <= outer.end;
}

/** The claims that can be a list's whole, the nearest first: of its sentence, or of the one before where it heads its own. */
function wholesBefore(groups: readonly (readonly Claim[])[], index: number, range: Range): Claim[] {
  const own = (groups[index] ?? []).filter((claim) => claim.quantity.end <= range.start).reverse();
  if (own.length > 0 || !range.atStart) return own;
  for (let previous = index - 1; previous >= 0 && index - previous <= 2; previous -= 1) {
    const group = groups[previous] ?? [];
    if (group.length === 0) continue;
    const nearest = group.toReversed();
    return range.topic === "" ? nearest : nearest.filter((claim) => isAbout(claim, range.topic));
  }
  return [];
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

/** One list for each kind of quantity that a whole before it has. */
function byKind(inside: readonly Claim[], before: readonly Claim[], closed: boolean): PartList[] {
  const lists: PartList[] = [];
  const left = inside.filter(isAmount);
  while (left.length > 0) {
    const first = left[0] as Claim;
    const same = left.filter((claim) => addable(claim, first));
    const limit = same.findIndex(({ before }) => LIMIT.test(before));
    const parts = limit < 0 ? same : same.slice(0, limit);
    for (const part of same) left.splice(left.indexOf(part), 1);
    const whole = before.find((claim) => addable(claim, first) && isAmount(claim));
    const nearest = whole === undefined ? 0 : before.indexOf(whole);
    if (whole !== undefined && nearest <= 3) lists.push({ whole, parts, closed: closed && parts.length > 1 });
  }
  return lists;
}
