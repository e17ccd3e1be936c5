import {
  DIRECTIONS,
  EFFORTS,
  MEASURABLE,
  PLANS,
  STATED_WORKS,
  STATES,
  WORKS,
} from "./dictionary/measurable.ts";
import type { Relations } from "./relate.ts";

/** A statement that an indicator could measure and that gives no figure. Offsets are UTF-16, end exclusive. */
export interface Vague {
  readonly start: number;
  readonly end: number;
  /** the clause that it stands in, for whoever looks for an indicator */
  readonly clause: readonly [start: number, end: number];
}

/**
 * The statements of a text that tell of something measurable and give no figure: a direction (收入稳步增长), an
 * effort (压减非刚性支出), works without their number (新建村级文体广场). A clause with a quantity, or one whose next
 * clause gives it (稳步增长,达到27350元), tells nothing vague; neither does a plan.
 */
export function vagueStatements({ text, claims, sentences }: Relations): Vague[] {
  const found: Vague[] = [];
  let next = 0;
  for (const sentence of sentences) {
    for (const [start, end] of clausesOf(text, sentence.start, sentence.end)) {
      if (end - start > LONGEST_CLAUSE) continue;
      while ((claims[next]?.quantity.end ?? text.length + 1) <= start) next += 1;
      const quantity = claims[next]?.quantity;
      if (quantity !== undefined && quantity.start < end) continue;
      if (quantity !== undefined && isContinued(text, end, quantity.start, sentence.end)) continue;
      const clause = text.slice(start, end);
      if (PLANS.test(clause)) continue;
      for (const [from, to] of spansIn(clause))
        found.push({ start: start + from, end: start + to, clause: [start, end] });
    }
  }
  return found;
}

function* clausesOf(text: string, from: number, to: number): Generator<readonly [number, number]> {
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && !BREAK.test(text.charAt(at))) continue;
    if (at > start) yield [start, at];
    start = at + 1;
  }
}

/** What runs longer without a mark is no clause of prose. */
const LONGEST_CLAUSE = 300;
const BREAK = /[,，;:…—]/;

/** Whether the clause's figure follows it: 稳步增长,达到27350元. */
function isContinued(text: string, end: number, quantity: number, sentenceEnd: number): boolean {
  if (quantity >= sentenceEnd || quantity - end > 24) return false;
  return CONTINUES.test(text.slice(end, quantity));
}

const CONTINUES =
  /^[,，:—](?:达到?|分别|同比|增长|增幅|为|由|从|较|比|突破|累计|其中|共|下降|降幅|提高|年均|完成|实现)[^;]*$/;

/** What is vague in a clause: each turn of something measurable, else one effort, else works without a number. */
function spansIn(clause: string): (readonly [number, number])[] {
  const measurable = MEASURED.test(clause);
  const turns = measurable ? [...clause.matchAll(TURN)] : [];
  if (turns.length > 0) return turns.map(spanOf);
  const state = STATE.exec(clause);
  if (state !== null && WORK.test(clause))
    return [[state.index + state[0].length - (state[1]?.length ?? 0), state.index + state[0].length]];
  const effort = EFFORT.exec(clause);
  if (effort !== null) return [spanOf(effort)];
  const works = BUILT.exec(clause);
  return works === null ? [] : [spanOf(works)];
}

function spanOf(match: RegExpExecArray): readonly [number, number] {
  return [match.index, match.index + match[0].length];
}

const NOUNS = MEASURABLE.map(([pattern]) => pattern).join("|");
const MEASURED = new RegExp(NOUNS);
const TURN = new RegExp(
  `(?:(?:${DIRECTIONS.manner})(?:地|的)?)+(?:${DIRECTIONS.turn})|(?:${DIRECTIONS.alone})`,
  "g",
);
const STATE = new RegExp(`(?:${STATED_WORKS})”?的?[^,，;]{0,8}?(${STATES})`);
const WORK = new RegExp(`${WORKS.verbs}|工程|项目|实事|任务`);
const EFFORT = new RegExp(`${EFFORTS}[^,，;、的]{0,8}?(?:${NOUNS})(?:力度|总量|规模)?`);
const BUILT = new RegExp(
  `(?:(?:${WORKS.verbs})、?)+[^,，;的]{0,16}?(?:${WORKS.objects})(?:[、和与及][^,，;、的]{1,10}?(?:${WORKS.objects}))*(?:$|(?=[,，;]))`,
);
