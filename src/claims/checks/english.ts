import type { Sentence } from "../relate/structure.ts";
import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { addable, isAmount } from "./groups.ts";
import { fits, isNearMiss, sumFinding } from "./partition.ts";

/** The claims of a text by the language of the line that each stands in. */
export interface ByLanguage {
  /** without those in English, of whose words no Chinese check knows anything */
  readonly chinese: Relations;
  readonly english: readonly Claim[];
}

/** Parts the claims of English lines from the others. Where there are none, the relations are the same. */
export function byLanguage(relations: Relations): ByLanguage {
  const { text, sentences, claims, bySentence } = relations;
  if (!TWO_WORDS.test(text)) return { chinese: relations, english: [] };
  const own = sentences.map((sentence, at) => bySentence[at]?.length !== 0 && isEnglish(text, sentence));
  const english = claims.filter(({ sentence }) => own[sentence]);
  if (english.length === 0) return { chinese: relations, english };
  const others = claims.filter(({ sentence }) => !own[sentence]).map((claim, index) => ({ ...claim, index }));
  const grouped: Claim[][] = sentences.map(() => []);
  for (const claim of others) grouped[claim.sentence]?.push(claim);
  return { chinese: { ...relations, claims: others, bySentence: grouped }, english };
}

const TWO_WORDS = /[A-Za-z]{2,} [A-Za-z]{2,}/;

/** Whether a line is in English: Latin words, and hardly a Chinese character. */
function isEnglish(text: string, { start, end }: Sentence): boolean {
  const line = text.slice(start, end);
  if (!TWO_WORDS.test(line)) return false;
  const han = line.match(/[一-龥]/g)?.length ?? 0;
  return han === 0 || han * LETTERS_FOR_ONE < (line.match(/[A-Za-z]/g)?.length ?? 0);
}

/** A name in Chinese may stand in an English line. */
const LETTERS_FOR_ONE = 10;

/**
 * What English prose surely says of its numbers: that a list of parts makes up the number before it. Where the sum
 * holds, that is told; where it does not, it is a finding only if a colon leads from the whole to its parts, these are
 * all that the sentence counts and of one noun, and the sum is a slip away.
 */
export function checkEnglish(relations: Relations, english: readonly Claim[]): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at < english.length; at += 1) {
    const whole = english[at] as Claim;
    const parts = partsOf(relations, english, at);
    if (whole.quantity.kind !== "quantity" || parts.length < 2) continue;
    const some = prefixThatFits(whole, parts);
    if (some !== null) findings.push(sumFinding(relations, whole, some, true));
    else if (isSurely(relations, whole, parts, english[at + parts.length + 1]) && isNearMiss(whole, parts))
      findings.push(sumFinding(relations, whole, parts, false));
    // parts have no parts of their own
    if (some !== null) at += some.length;
  }
  return findings;
}

/** What follows a number in its sentence, can be added to it, and is of one noun. */
function partsOf({ text }: Relations, english: readonly Claim[], at: number): Claim[] {
  const whole = english[at] as Claim;
  const parts: Claim[] = [];
  for (let next = at + 1; next < english.length && parts.length < MOST_PARTS; next += 1) {
    const part = english[next] as Claim;
    const last = english[next - 1] as Claim;
    const [first = part] = parts;
    const between = text.slice(last.quantity.end, part.quantity.start);
    if (part.sentence !== whole.sentence || END.test(between)) break;
    // what is a part of a part is none of the whole
    if (parts.length > 0 && OVERLAPS.test(between)) break;
    if (!addable(whole, part) || !isAmount(part) || nounOf(text, part) !== nounOf(text, first)) break;
    parts.push(part);
  }
  return parts;
}

const MOST_PARTS = 12;
/** The end of an English sentence, where a new one begins or nothing follows. */
const END = /[.!?]["”’)]*(?: +(?:["“‘(]*[A-Z]|$)|$)/;

/** The word behind a number: persons of 12 persons. */
function nounOf(text: string, { quantity: { end } }: Claim): string {
  return /^ ([A-Za-z]+)/.exec(text.slice(end, end + 24))?.[1] ?? "";
}

/** The first parts, all if possible and two at least, that add up. */
function prefixThatFits(whole: Claim, parts: readonly Claim[]): readonly Claim[] | null {
  for (let count = parts.length; count > 1; count -= 1) {
    const some = parts.slice(0, count);
    if (fits(whole, some)) return some;
  }
  return null;
}

/** Whether the words say that the parts are all of the whole: 232 matters: 54 items of …, 46 items of … and 132 items of …. */
function isSurely(
  { text }: Relations,
  whole: Claim,
  parts: readonly Claim[],
  next: Claim | undefined,
): boolean {
  const all = [whole, ...parts];
  if (all.some(({ quantity }) => quantity.approximation !== null)) return false;
  const between = parts.map((part, at) => text.slice(all[at]?.quantity.end, part.quantity.start));
  const [lead = "", ...joints] = between;
  const last = parts.at(-1)?.quantity.end ?? text.length;
  const rest = text.slice(last, next?.sentence === whole.sentence ? next.quantity.start : last + LONGEST_END);
  return (
    /^(?: [^.;:,]{1,60})?: $/.test(lead) &&
    joints.every((it, at) => (at < joints.length - 1 ? /, $/ : /,? and $/).test(it)) &&
    ![...joints, rest].some((it) => OVERLAPS.test(it)) &&
    (next?.sentence !== whole.sentence || END.test(rest))
  );
}

const LONGEST_END = 200;
/** Words of what belongs to several parts, or is not told. */
const OVERLAPS = /\b(?:of (?:them|which|whom)|among|including|both|each|also|others?|more|at least)\b/i;
