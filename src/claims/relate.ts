import { COMPARISONS, PERIOD_WORDS } from "./dictionary/period-words.ts";
import { isQuantity, type Mention, type QuantityMention } from "./mentions/mention.ts";
import { countedBy, surroundings } from "./relate/counted.ts";
import { subjectBefore } from "./relate/elided.ts";
import { type Sentence, sentencesOf } from "./relate/structure.ts";
import { type Tells, tellsOf } from "./relate/tells.ts";
import { thingsCounted } from "./relate/things.ts";

/** Words that say when: a date, a span of years, 截至目前. Offsets are UTF-16, end exclusive. */
export interface PeriodMention {
  readonly start: number;
  readonly end: number;
}

/** What a quantity is said of. Every text is the normalised one's; empty where nothing is said. */
export interface Claim {
  /** its place among the claims */
  readonly index: number;
  readonly quantity: QuantityMention;
  /** index into the sentences, and of the paragraph */
  readonly sentence: number;
  readonly paragraph: number;
  /** what is counted or measured: 线索, 地区生产总值 */
  readonly subject: string;
  /** whether the subject stands beside the number, not beside the one before */
  readonly ownSubject: boolean;
  /** what it counts, as a reader would say it: the subject is what checks compare, this is what is shown */
  readonly counts: string;
  /** what happened to it: 受理, 查结 */
  readonly verb: string;
  /** the clause before the number and after the unit, cut at the marks and quantities beside it */
  readonly before: string;
  readonly after: string;
  /** what the words before it say of it */
  readonly tells: Tells;
  /** the words that say when */
  readonly period: PeriodMention | null;
  /** the words that say against what: 同比, 比上年 */
  readonly comparison: string;
}

/** A text's claims, with the sentences and periods that they refer to. */
export interface Relations {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly periods: readonly PeriodMention[];
  readonly claims: readonly Claim[];
  /** the claims of each sentence, in order */
  readonly bySentence: readonly (readonly Claim[])[];
}

/** Who counts what, when and against what: one claim for each quantity, in order. Linear in the text's length. */
export function relate(text: string, mentions: readonly Mention[]): Relations {
  const sentences = sentencesOf(text);
  const periods = periodsOf(text, mentions);
  const quantities = mentions.filter(isQuantity);
  const paragraphs = paragraphStarts(sentences);
  const heading = headingOf(text, periods);
  const claims: Claim[] = [];
  let at = 0;
  let periodAt = 0;
  let kinds = -2;
  for (const [index, quantity] of quantities.entries()) {
    while ((sentences[at]?.end ?? text.length) <= quantity.start && at < sentences.length - 1) at += 1;
    const sentence = sentences[at] ?? { start: 0, end: text.length, paragraph: 0 };
    while ((periods[periodAt]?.end ?? text.length + 1) <= quantity.start) periodAt += 1;
    const last = quantities[index - 1];
    const next = quantities[index + 1];
    const { before, after } = surroundings(
      text,
      quantity,
      Math.max(sentence.start, last?.end ?? 0),
      Math.min(sentence.end, next?.start ?? text.length),
    );
    const counted = countedBy(quantity, { before, after });
    const elided = { quantity, sentence: at, paragraph: sentence.paragraph, before };
    // 其中国家级5个、省级29个
    const listed = text.charAt(last?.end ?? 0) === "、" && kinds === index - 1;
    const isKind = counted.kind && (listed || KINDS.test(before));
    if (isKind) kinds = index;
    const inherited = counted.noun === "" || isKind ? subjectBefore(text, claims, elided) : "";
    claims.push({
      index,
      quantity,
      sentence: at,
      paragraph: sentence.paragraph,
      subject: inherited || counted.noun,
      ownSubject: counted.own,
      counts: "",
      verb: counted.verb,
      before,
      after,
      tells: tellsOf(before),
      period: periodOf(periods[periodAt - 1], paragraphs[sentence.paragraph] ?? 0, heading),
      comparison: comparisonIn(text, quantity, sentence.start),
    });
  }
  const told = respectively(text, claims);
  const things = thingsCounted(text, told);
  const done = told.map((claim, index) => ({ ...claim, counts: things[index] ?? "" }));
  const bySentence: Claim[][] = sentences.map(() => []);
  for (const claim of done) bySentence[claim.sentence]?.push(claim);
  return { text, sentences, periods, claims: done, bySentence };
}

/** What comes is divided: 其中城市784户; 评为优秀的19个; 从责任领域看,党的建设方面15个. */
const KINDS = /其中|评为|方面$|领域$|^已|^正/;

/** A…27350元,B…14820元,分别增长2.4%和6.7%: the first value is A's, the second B's. */
function respectively(text: string, claims: readonly Claim[]): Claim[] {
  const done = [...claims];
  for (const [at, first] of claims.entries()) {
    if (!/(?:分别|依次)[^,，、;]{0,8}$/.test(first.before)) continue;
    let count = 1;
    while (isNext(text, claims[at + count - 1], claims[at + count])) count += 1;
    const levels = claims.slice(Math.max(0, at - count), at);
    if (count < 2 || levels.length < count) continue;
    if (
      !levels.every(
        (it) => it.ownSubject && it.sentence === first.sentence && it.quantity.kind === "quantity",
      )
    )
      continue;
    for (let index = 0; index < count; index += 1)
      done[at + index] = { ...(claims[at + index] as Claim), subject: levels[index]?.subject ?? "" };
  }
  return done;
}

function isNext(text: string, one: Claim | undefined, next: Claim | undefined): boolean {
  if (one === undefined || next === undefined || one.quantity.kind !== next.quantity.kind) return false;
  return /^[、,，和与及]{1,2}$/.test(text.slice(one.quantity.end, next.quantity.start));
}

/** Dates and periods of the mentions, and the words for periods that hold no numeral, in order. */
export function periodsOf(text: string, mentions: readonly Mention[]): PeriodMention[] {
  const dates = mentions.filter((it) => it.kind === "date" && !isQuantity(it));
  const words = [...text.matchAll(WORDS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const all = [...dates.map(({ start, end }) => ({ start, end })), ...words];
  all.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: PeriodMention[] = [];
  for (const period of all) if (period.start >= (kept.at(-1)?.end ?? 0)) kept.push(period);
  return kept;
}

const WORDS = new RegExp(PERIOD_WORDS.toSorted((one, other) => other.length - one.length).join("|"), "g");

/**
 * The nearest period before the number in its paragraph, else the one that heads the text (2020年工作报告).
 * A period that follows the number in its sentence is another's.
 */
function periodOf(
  last: PeriodMention | undefined,
  paragraphStart: number,
  heading: PeriodMention | null,
): PeriodMention | null {
  return last !== undefined && last.start >= paragraphStart ? last : heading;
}

/** Where the first sentence of each paragraph begins, by the paragraph's number. */
function paragraphStarts(sentences: readonly Sentence[]): number[] {
  const starts: number[] = [];
  for (const { paragraph, start } of sentences) starts[paragraph] ??= start;
  return starts;
}

/** The period of the first lines, where they have one. */
function headingOf(text: string, periods: readonly PeriodMention[]): PeriodMention | null {
  const [first] = periods;
  if (first === undefined) return null;
  const lines = text
    .slice(0, first.start)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.length <= 3 ? first : null;
}

function comparisonIn(text: string, quantity: QuantityMention, from: number): string {
  const before = text.slice(Math.max(from, quantity.start - 40), quantity.start);
  const last = lastMark(before, before.length);
  const clause = before.slice(before.charAt(last) === ";" ? last + 1 : lastMark(before, last) + 1);
  return [...clause.matchAll(COMPARISONS)].at(-1)?.[0] ?? "";
}

/** Where the last comma or semicolon before an offset stands; -1 where there is none. */
function lastMark(text: string, before: number): number {
  if (before <= 0) return -1;
  return Math.max(...MARKS.map((mark) => text.lastIndexOf(mark, before - 1)));
}

const MARKS = [",", "，", ";"] as const;
