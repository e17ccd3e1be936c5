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
  const longest = Math.max(...[...words].map((word) => word.length));
  const firsts = new Set([...words].map((word) => word.charAt(0)));
  const lasts = new Set([...words].map((word) => word.charAt(word.length - 1)));
  return {
    startingAt(text, offset) {
      if (!firsts.has(text.charAt(offset))) return 0;
      for (let length = longest; length > 0; length -= 1)
        if (words.has(text.slice(offset, offset + length)) && offset + length <= text.length) return length;
      return 0;
    },
    endingAt(text, offset, from) {
      if (!lasts.has(text.charAt(offset - 1))) return 0;
      for (let length = Math.min(longest, offset - from); length > 0; length -= 1)
        if (words.has(text.slice(offset - length, offset))) return length;
      return 0;
    },
  };
}

/** Whether a text is one of the words of lists in which spaces separate them. */
export function anyOf(lists: readonly string[]): (text: string) => boolean {
  const words = new Set(lists.flatMap((list) => list.split(" ")));
  return (text) => words.has(text);
}
