import { strFromU8, unzipSync } from "fflate";
import { IssueError, issue } from "../../issue/index.ts";
import type { Table, TableCell } from "../tables/table.ts";
import type { ProseDocument, TaggedText } from "./read.ts";
import { type WordLine, type WordRow, wordLines } from "./word-text.ts";
import { attributeOf, xmlPieces } from "./xml.ts";

/**
 * The text of a .docx, a line for each paragraph and for each row of a table, its cells apart by a tab; then the
 * footnotes and endnotes. What was deleted, moved away or is a comment stays out, and so do headers, footers, the numbers
 * of lists and paragraphs in a style named Aside…, which are no text of the document. Raises an `IssueError` where it is broken or none.
 */
export function docxText(bytes: Uint8Array, file = "docx"): ProseDocument {
  try {
    return textOf(bytes, file);
  } catch (error) {
    if (error instanceof IssueError) throw error;
    return malformed(file, error instanceof Error ? error.message : String(error));
  }
}

function textOf(bytes: Uint8Array, file: string): ProseDocument {
  const main = related(partOf(bytes, "_rels/.rels"), "/officeDocument", "")[0] ?? "word/document.xml";
  const body = partOf(bytes, main);
  if (body === null || !main.startsWith("word/")) {
    const kind = KINDS.find(([name]) => partOf(bytes, name) !== null)?.[1];
    if (kind === undefined) return malformed(file, main);
    throw new IssueError([issue("claims.document-kind", [file], { kind })]);
  }
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relations = partOf(bytes, `${folder}_rels/${main.slice(folder.length)}.rels`);
  const notes = ["/footnotes", "/endnotes"]
    .flatMap((type) => related(relations, type, folder))
    .map((name) => partOf(bytes, name));
  const properties = propertiesOf(bytes);
  const lines = [...wordLines(body), ...notes.flatMap((part) => (part === null ? [] : noteLines(part)))];
  let text = "";
  const paragraphs: number[] = [];
  const controls: TaggedText[] = [];
  const rows: DocumentRow[] = [];
  for (const { text: line, starts, controls: own, row } of lines) {
    rows.push(row === null ? null : { ...row, cells: row.cells.map((cell) => movedBy(text.length, cell)) });
    for (const start of starts) paragraphs.push(text.length + start);
    for (const { start, end, tag } of own.toSorted((one, other) => one.start - other.start))
      controls.push({ start: text.length + start, end: text.length + end, tag: properties.get(tag) ?? tag });
    text += `${line}\n`;
  }
  return {
    text: text.slice(0, -1),
    paragraphs: paragraphs.length === 0 ? [0] : paragraphs,
    numbered: true,
    controls,
    tables: tablesOf(rows),
  };
}

/** A row with its cells at their places in the document; null for a line that is none. */
type DocumentRow = WordRow | null;

function movedBy(offset: number, cell: TableCell): TableCell {
  return { ...cell, start: cell.start + offset, end: cell.end + offset };
}

/** Rows of one table that follow each other; what stands between them (a text box of a cell) parts them. */
function tablesOf(rows: readonly DocumentRow[]): Table[] {
  const groups: WordRow[][] = [];
  for (const [at, row] of rows.entries()) {
    if (row === null || row.cells.length === 0) continue;
    const last = rows[at - 1];
    if (last?.table === row.table && groups.length > 0) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => {
    const heads = group.findIndex(({ head }) => !head);
    return {
      start: group[0]?.cells[0]?.start ?? 0,
      end: group.at(-1)?.cells.at(-1)?.end ?? 0,
      rows: group.map(({ cells }) => cells),
      heads: heads < 0 ? 0 : heads,
    };
  });
}

/** Notes without the lines that part them from the text, and without the space behind their number. */
function noteLines(part: string): WordLine[] {
  return wordLines(part)
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, starts, controls, row }) => {
      const cut = text.search(/\S/);
      const moved = (offset: number) => Math.max(0, offset - cut);
      return {
        text: text.trimStart(),
        starts: starts.map(moved),
        controls: controls.map(({ start, end, tag }) => ({ start: moved(start), end: moved(end), tag })),
        row: row && {
          ...row,
          // tables of a note are of no other part
          table: -row.table,
          cells: row.cells.map((cell) => ({ ...cell, start: moved(cell.start), end: moved(cell.end) })),
        },
      };
    });
}

/**
 * The document's own properties that are text, by name (ECMA-376 part 1, 22.3). Word takes no tag of more than 64
 * characters: a control whose tag is a property's name means the property's text.
 */
function propertiesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const [name] = related(partOf(bytes, "_rels/.rels"), "/custom-properties", "");
  const part = name === undefined ? null : partOf(bytes, name);
  const properties = new Map<string, string>();
  let key: string | null = null;
  for (const piece of part === null ? [] : xmlPieces(part)) {
    if (piece.kind === "open" && piece.name.endsWith("property")) key = attributeOf(piece.attributes, "name");
    else if (piece.kind === "text" && key !== null && piece.text.trim() !== "")
      properties.set(key, piece.text);
  }
  return properties;
}

/** What else is a ZIP file, by a part that it has. */
const KINDS = [
  ["xl/workbook.xml", "XLSX"],
  ["ppt/presentation.xml", "PPTX"],
  ["content.xml", "ODT"],
] as const;

/** One part as text; null where there is none. Only this part is unpacked. */
function partOf(bytes: Uint8Array, name: string): string | null {
  const part = unzipSync(bytes, {
    filter: (it) => {
      if (it.name !== name) return false;
      if (it.originalSize > LARGEST) throw new Error(`${name}: ${it.originalSize}`);
      return true;
    },
  })[name];
  return part === undefined ? null : strFromU8(part).replace(/^\ufeff/, "");
}

/** No text of an office has so many bytes in a part; a file made to fill the memory has more. */
const LARGEST = 200_000_000;

/** Paths of the parts that relationships name by the end of their type (ECMA-376 part 2, clause 9.3). */
function related(relations: string | null, type: string, folder: string): string[] {
  if (relations === null) return [];
  const targets: string[] = [];
  for (const piece of xmlPieces(relations)) {
    if (piece.kind !== "open" || !attributeOf(piece.attributes, "Type")?.endsWith(type)) continue;
    const target = attributeOf(piece.attributes, "Target");
    if (target !== null) targets.push(target.startsWith("/") ? target.slice(1) : folder + target);
  }
  return targets;
}

function malformed(file: string, reason: string): never {
  throw new IssueError([issue("claims.docx-malformed", [file], { reason })]);
}
