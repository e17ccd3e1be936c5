import { type Grid, textOf } from "./grid.ts";
import type { HeadPart } from "./lines.ts";
import type { Table } from "./table.ts";

/** The head of a row, a part for each column of labels; where an outer one is left out, it is that of the row above. */
export function rowHead(
  text: string,
  row: Grid[number],
  labels: readonly number[],
  above: readonly (HeadPart | null)[],
): readonly (HeadPart | null)[] {
  const written = labels.map((column) => (row[column] ? textOf(text, row[column]) : "").trim());
  const innermost = written.findLastIndex((words) => words !== "");
  return labels.map((column, at) => {
    const it = row[column] ?? null;
    if (written[at] === "" || it === null) return at < innermost ? (above[at] ?? null) : null;
    // one cell over several columns is one part
    return at > 0 && row[labels[at - 1] ?? -1]?.cell === it.cell
      ? null
      : { cell: it.cell, text: written[at] ?? "" };
  });
}

/** How far a head is set in, by wide spaces; in a table that is no Markdown by any. */
export function indentOf(raw: string, { heads }: Table, part: HeadPart | undefined): number {
  if (part === undefined) return 0;
  const space = heads > 0 ? /[\u3000\u00a0\u2003]/ : /[ \u3000\u00a0\u2003]/;
  let indent = 0;
  for (let at = part.cell.start - 1; space.test(raw.charAt(at)) || raw.charAt(at) === " "; at -= 1)
    if (space.test(raw.charAt(at))) indent += 1;
  for (let at = part.cell.start; at < part.cell.end && space.test(raw.charAt(at)); at += 1) indent += 1;
  return indent;
}
