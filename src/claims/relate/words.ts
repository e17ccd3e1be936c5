/** A set of words that a text is searched for at one place, the longest word first. */
export interface WordSet {
  /** length of the longest word that begins at an offset; 0 for none */
  startingAt(text: string, offset: number): number;
  /** length of the longest word that ends at an offset, not beginning before `from`; 0 for none */
  endingAt(text: string, offset: number, from: number): number;
}

/** The words of lists in which spaces separate them. */
export function wordSet(lists: readonly string[]): WordSet {
  const words = new Set(lists.flatMap((list) => list.split(" ")));
  const byFirst = lengthsBy(words, (word) => word.charCodeAt(0));
  const byLast = lengthsBy(words, (word) => word.charCodeAt(word.length - 1));
  return {
    startingAt(text, offset) {
      const room = text.length - offset;
      for (let lengths = byFirst[text.charCodeAt(offset)] ?? 0; lengths > 0; ) {
        const length = 31 - Math.clz32(lengths);
        if (length <= room && words.has(text.slice(offset, offset + length))) return length;
        lengths -= 1 << length;
      }
      return 0;
    },
    endingAt(text, offset, from) {
      const room = offset - from;
      for (let lengths = byLast[text.charCodeAt(offset - 1)] ?? 0; lengths > 0; ) {
        const length = 31 - Math.clz32(lengths);
        if (length <= room && words.has(text.slice(offset - length, offset))) return length;
        lengths -= 1 << length;
      }
      return 0;
    },
  };
}

/** For each character, how long its words are: bit n is set where one has n characters, n being under 16. */
function lengthsBy(words: ReadonlySet<string>, characterOf: (word: string) => number): Uint16Array {
  const lengths = new Uint16Array(0x10000);
  for (const word of words) {
    const character = characterOf(word);
    lengths[character] = (lengths[character] ?? 0) | (1 << word.length);
  }
  return lengths;
}

/** Whether a text is one of the words of lists in which spaces separate them. */
export function anyOf(lists: readonly string[]): (text: string) => boolean {
  const words = new Set(lists.flatMap((list) => list.split(" ")));
  return (text) => words.has(text);
}
