/** A run of text that is shown in one way; `style` is whatever the caller knows ways by. */
export interface Run<Style> {
  readonly text: string;
  readonly style: Style;
}

/**
 * Runs broken into lines of at most `width` columns. Words of letters and digits are not broken unless they are
 * longer than a line; a closing mark does not begin a line. `columnsOf` says how wide a character is.
 */
export function wrapped<Style>(
  runs: readonly Run<Style>[],
  width: number,
  columnsOf: (character: string) => number,
): Run<Style>[][] {
  const lines: Run<Style>[][] = [];
  let line: Run<Style>[] = [];
  let used = 0;
  const endLine = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const word of wordsOf(runs)) {
    const columns = word.reduce((sum, { text }) => sum + columnsOf(text), 0);
    if (used > 0 && used + columns > width) endLine();
    for (const character of word) {
      const wide = columnsOf(character.text);
      if (used > 0 && used + wide > width) endLine();
      // a space that a line breaks at is not missed
      if (used === 0 && character.text === " " && lines.length > 0) continue;
      add(line, character);
      used += wide;
    }
  }
  if (line.length > 0 || lines.length === 0) endLine();
  return lines;
}

function add<Style>(line: Run<Style>[], { text, style }: Run<Style>): void {
  const last = line.at(-1);
  if (last?.style === style) line[line.length - 1] = { text: last.text + text, style };
  else line.push({ text, style });
}

/** Characters that stay together, one by one: 3.5 and km, and a mark with what it closes. */
function wordsOf<Style>(runs: readonly Run<Style>[]): Run<Style>[][] {
  const words: Run<Style>[][] = [];
  let last = "";
  for (const { text, style } of runs)
    for (const character of text) {
      const together =
        last !== "" &&
        ((INNER.test(last) && INNER.test(character)) || CLOSES.test(character) || OPENS.test(last));
      if (together) words.at(-1)?.push({ text: character, style });
      else words.push([{ text: character, style }]);
      last = character;
    }
  return words;
}

const INNER = /[\w.%+\-/]/;
const CLOSES = /[，。；：、！？,.;:!?”’」』】）》)\]…%]/;
const OPENS = /[“‘「『【（《([]/;
