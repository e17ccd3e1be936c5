import { widthOf } from "./width.ts";

/** How many Chinese characters of 2号, which is 22 pt, stand in a line of the type area. */
const MOST = 20;

/**
 * A title's lines, cut between words so that each is about as long as the next and the last is the longest: the
 * trapezium that GB/T 9704-2012 (7.3.1) asks for.
 */
export function titleLines(title: string): readonly string[] {
  const length = widthOf(title);
  const count = Math.ceil(length / MOST);
  if (count < 2) return [title];
  const words = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(title)].map((it) => it.segment);
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const left = count - lines.length;
    const rest = length - widthOf(lines.join(""));
    // a mark of punctuation does not begin a line
    if (left > 1 && line !== "" && /[\p{L}\p{N}]/u.test(word) && widthOf(line + word) > rest / left) {
      lines.push(line);
      line = "";
    }
    line += word;
  }
  return [...lines, line].map((it) => it.trim());
}
