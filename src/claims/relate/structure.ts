/** A stretch of text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence, with the index of the paragraph (line) that it stands in. */
export interface Sentence extends Stretch {
  readonly paragraph: number;
}

/**
 * The sentences of a normalised text: up to 。！？ or the end of a line. What is longer than any sentence of prose is
 * cut, so that no text, however made, costs more than a sentence at a time.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    const line = character === "\n" || at === text.length;
    const ends = line || character === "。" || character === "!" || character === "?";
    if (!ends && !isTooLong(at - start, character)) continue;
    if (at > start) sentences.push({ start, end: at, paragraph });
    start = ends ? at + 1 : at;
    if (line) paragraph += 1;
  }
  return sentences;
}

const LONGEST_SENTENCE = 1500;

/** Past the longest sentence the next mark ends it, and past twice that anything. */
function isTooLong(length: number, character: string): boolean {
  if (length < LONGEST_SENTENCE) return false;
  return length >= 2 * LONGEST_SENTENCE || CLAUSE_MARK.test(character);
}

/** Where the clause that holds an offset begins: after the last mark of punctuation, not before `from`. */
export function clauseStart(text: string, offset: number, from: number): number {
  let at = offset;
  while (at > from && !CLAUSE_MARK.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Where the clause that holds an offset ends: at the next mark of punctuation, not after `to`. */
export function clauseEnd(text: string, offset: number, to: number): number {
  let at = offset;
  while (at < to && !CLAUSE_MARK.test(text.charAt(at))) at += 1;
  return at;
}

export const CLAUSE_MARK = /[,，、;:。!?()[\]\n—…·|]/;
