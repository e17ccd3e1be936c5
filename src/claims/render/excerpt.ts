/** A stretch of a text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is shown of a sentence so that marked places in it are understood: the clauses that they stand in. */
export interface Excerpt {
  /** stretches in order; between two of them something is left out */
  readonly pieces: readonly Stretch[];
  /** the places themselves, in order */
  readonly marks: readonly Stretch[];
  /** whether something of the sentence stands before the first piece, and behind the last */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** One excerpt for each sentence in which marked places stand. The places are in order. */
export function excerptsOf(text: string, marks: readonly Stretch[]): Excerpt[] {
  const excerpts: Excerpt[] = [];
  for (let at = 0; at < marks.length; ) {
    const first = marks[at] as Stretch;
    const sentence = sentenceAround(text, first);
    const own = [first];
    while (++at < marks.length && (marks[at] as Stretch).start < sentence.end) own.push(marks[at] as Stretch);
    excerpts.push(excerptOf(text, sentence, own));
  }
  return excerpts;
}

/** Marked places that are further apart than this are shown as two pieces. */
const NEAR = 24;
/** A clause without a mark is not shown further than this on either side. */
const FAR = 80;
/** What is shorter than this is not understood alone. */
const TELLING = 10;

function excerptOf(text: string, sentence: Stretch, marks: readonly Stretch[]): Excerpt {
  const pieces: Stretch[] = [];
  for (const mark of marks) {
    const piece = trimmed(text, {
      start: clauseStart(text, mark, sentence.start),
      end: clauseEnd(text, mark.end, Math.max(sentence.end, mark.end)),
    });
    const last = pieces.at(-1);
    if (last === undefined || piece.start - last.end > NEAR) pieces.push(piece);
    else pieces[pieces.length - 1] = { start: last.start, end: Math.max(last.end, piece.end) };
  }
  const start = pieces[0]?.start ?? sentence.start;
  const end = pieces.at(-1)?.end ?? sentence.end;
  return {
    pieces,
    marks,
    cutBefore: text.slice(sentence.start, start).trim() !== "",
    cutAfter: text.slice(end, sentence.end).replace(CLOSING, "").trim() !== "",
  };
}

function sentenceAround(text: string, { start, end }: Stretch): Stretch {
  let from = start;
  while (from > 0 && !SENTENCE_END.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && !SENTENCE_END.test(text.charAt(to))) to += 1;
  return { start: from, end: to };
}

const SENTENCE_END = /[。！？!?\n\r]/;
const CLAUSE_END = /[，,；;：:]/;
/** What is not missed at the end of an excerpt. */
const CLOSING = /^[，,；;：:”’」』）)]+/;

/** The clause before, too, where a clause says too little: 追赃31人. */
function clauseStart(text: string, { start, end }: Stretch, least: number): number {
  let at = start;
  while (at > least && start - at < FAR && !(end - at >= TELLING && endsClause(text, at - 1))) at -= 1;
  return at;
}

function clauseEnd(text: string, from: number, most: number): number {
  let at = from;
  while (at < most && at - from < FAR && !endsClause(text, at)) at += 1;
  return at;
}

/** A mark that parts clauses; not one within a number. */
function endsClause(text: string, at: number): boolean {
  if (!CLAUSE_END.test(text.charAt(at))) return false;
  return !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
