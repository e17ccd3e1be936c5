import { type ProseDocument, paragraphAt } from "../document/read.ts";
import { cellAt } from "../tables/table.ts";
import type { RENDER_WORDS } from "./words.ts";

/** Where an offset lies, for a reader: the line of a file, the paragraph of a document, or the row of its table. */
export function placeOf(
  document: ProseDocument,
  offset: number,
  words: (typeof RENDER_WORDS)[keyof typeof RENDER_WORDS],
): string {
  if (!document.numbered) return words.line(paragraphAt(document, offset));
  const cell = cellAt(document.tables, offset);
  return cell === null ? words.paragraph(paragraphAt(document, offset)) : words.row(cell.table, cell.row);
}
