import { refuse } from "../issue/index.ts";

/** A line of text, counted from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Lines given together at most. */
const most = 1000;

/**
 * Lines of UTF-8 as they come: those that arrive together are given together, so that whoever writes line by line
 * is answered line by line. Empty ones are passed over. Refuses bytes that are not UTF-8 (`cli.not-utf8`).
 */
export async function* linesOf(source: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let number = 0;
  let begun = "";
  const complete = (bytes?: Uint8Array): Line[] => {
    try {
      begun += bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      refuse("cli.not-utf8", [name, number + 1]);
    }
    const texts = begun.split("\n");
    begun = bytes === undefined ? "" : (texts.pop() ?? "");
    return texts.flatMap((text) => {
      number += 1;
      return text.trim() === "" ? [] : [{ number, text }];
    });
  };
  for await (const bytes of source) yield* portions(complete(bytes));
  yield* portions(complete());
}

function* portions(lines: readonly Line[]): Generator<Line[]> {
  for (let from = 0; from < lines.length; from += most) yield lines.slice(from, from + most);
}
