import type { TableCell } from "../tables/table.ts";
import type { TaggedText } from "./read.ts";
import { attributeOf, xmlPieces } from "./xml.ts";

/** A line of a document: a paragraph, or a row of a table with its cells apart by tabs. */
export interface WordLine {
  readonly text: string;
  /** where the paragraphs of the document begin in it; several in a row of a table */
  readonly starts: readonly number[];
  /** the content controls that stand in it; one that goes on in the next line is told of once, in its first */
  readonly controls: readonly TaggedText[];
  /** the row of a table that it is; null for a paragraph */
  readonly row: WordRow | null;
}

/** A row of a table: which one of the part's tables, its cells in the line, and whether it is said to be its head. */
export interface WordRow {
  readonly table: number;
  readonly cells: readonly TableCell[];
  readonly head: boolean;
}

/**
 * The lines of a part of a .docx (ECMA-376 part 1, clause 17), in reading order. A text box follows the paragraph
 * that it is anchored in, and is read once, though it is written twice. Raises an `Error` where the XML is broken.
 */
export function wordLines(xml: string): readonly WordLine[] {
  const reader = new WordReader();
  let prefix = "w:";
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === "text") {
      reader.text(piece.text);
      continue;
    }
    if (piece.kind === "open") prefix = prefixIn(piece.attributes) ?? prefix;
    const name = nameOf(piece.name, prefix);
    if (piece.kind === "open" && name === "tag")
      reader.tag(attributeOf(piece.attributes, `${prefix}val`) ?? "");
    if (
      piece.kind === "open" &&
      name === "pStyle" &&
      ASIDE.test(attributeOf(piece.attributes, `${prefix}val`) ?? "")
    )
      reader.aside();
    if (piece.kind === "open" && CELLS.has(name))
      reader.property(name, attributeOf(piece.attributes, `${prefix}val`));
    if (piece.kind === "close") reader.close(name);
    else {
      reader.open(name);
      if (piece.empty) reader.close(name);
    }
  }
  return reader.lines();
}

/** Names of the format are told by their own prefix, whichever it is; others keep theirs. */
function nameOf(name: string, prefix: string): string {
  if (prefix !== "" && name.startsWith(prefix)) return name.slice(prefix.length);
  return prefix === "" && !name.includes(":") ? name : `other:${name.slice(name.indexOf(":") + 1)}`;
}

function prefixIn(attributes: string): string | null {
  if (!attributes.includes("wordprocessingml")) return null;
  const match = NAMESPACE.exec(attributes);
  return match === null ? null : match[1] === undefined ? "" : `${match[1]}:`;
}

/** The namespace of the transitional and of the strict format. */
const NAMESPACE =
  /xmlns(?::([^\s=]+))?\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;

/** Elements whose text is not the document's: deleted, moved away, the second writing of a box, a reading aid. */
const LEFT_OUT = new Set(["del", "moveFrom", "other:Fallback", "rt"]);
/** Properties of a paragraph, a run or a row; what stands in them is no text. */
const PROPERTIES = new Set(["pPr", "rPr", "trPr"]);

/** Properties of cells and rows: how many columns a cell takes, whether it goes on from above, whether a row is a head. */
const CELLS = new Set(["gridSpan", "vMerge", "tblHeader"]);

/** Styles of paragraphs that were made from the records and are no words of an author: a report's list of sources. */
const ASIDE = /^Aside/;

interface OpenLine {
  text: string;
  readonly starts: number[];
  readonly controls: TaggedText[];
  readonly row: OpenRow | null;
}

interface OpenRow {
  readonly table: number;
  readonly cells: { start: number; end: number; column: number; columns: number; continues: boolean }[];
  head: boolean;
}

/** A content control that is being read: its tag, and where it began, which is known with its content. */
interface OpenControl {
  tag: string;
  begun: { readonly line: OpenLine; readonly start: number } | null;
}

/** What is being read: a part, or a text box in it. */
interface Story {
  readonly lines: WordLine[];
  /** text boxes of the line, which follow it */
  boxes: WordLine[];
  line: OpenLine | null;
  /** how deep in rows of tables; rows of a table in a cell are part of the outer row's line */
  rows: number;
  /** the table that is being read, by number; those in cells have none */
  table: number;
  /** whether the next paragraph goes on in the line of the last one, whose end was deleted */
  joins: boolean;
}

class WordReader {
  readonly #stories: Story[] = [newStory()];
  #leftOut = 0;
  #properties = 0;
  #inText = false;
  #isAside = false;
  readonly #controls: OpenControl[] = [];
  #tables = 0;

  open(name: string): void {
    if (PROPERTIES.has(name)) this.#properties += 1;
    if (this.#properties > 0) {
      // the deleted end of a paragraph is told in the properties of its mark: pPr, rPr, del
      if (name === "del" && this.#properties > 1) this.#story().joins = true;
      return;
    }
    if (LEFT_OUT.has(name)) this.#leftOut += 1;
    const story = this.#story();
    switch (name) {
      case "tbl":
        if (story.rows === 0) story.table = ++this.#tables;
        break;
      case "tr":
        story.rows += 1;
        if (story.rows === 1) story.line = newLine({ table: story.table, cells: [], head: false });
        break;
      case "tc":
        this.#apart(story);
        if (story.rows === 1) openCell(story.line);
        break;
      case "p":
        if (story.rows > 0) this.#apart(story);
        else if (!story.joins || story.line === null) story.line = newLine();
        if (!story.joins) story.line?.starts.push(story.line.text.length);
        story.joins = false;
        break;
      case "txbxContent":
        this.#stories.push(newStory());
        break;
      case "sdt":
        this.#controls.push({ tag: "", begun: null });
        break;
      case "t":
        this.#inText = true;
        break;
      case "tab":
      case "ptab":
        this.#add("\t");
        break;
      case "br":
      case "cr":
        // a new line within a cell does not end the row
        this.#add(story.rows > 0 ? "\t" : "\n");
        break;
      case "noBreakHyphen":
        this.#add("-");
        break;
    }
  }

  close(name: string): void {
    if (PROPERTIES.has(name)) this.#properties -= 1;
    if (this.#properties > 0) return;
    if (LEFT_OUT.has(name)) this.#leftOut -= 1;
    const story = this.#story();
    switch (name) {
      case "sdt":
        this.#endControl();
        break;
      case "t":
        this.#inText = false;
        break;
      case "p":
        this.#isAside = false;
        if (story.rows === 0 && !story.joins) endLine(story);
        break;
      case "tc":
        if (story.rows === 1) closeCell(story.line);
        break;
      case "tr":
        story.rows -= 1;
        if (story.rows === 0) endLine(story);
        break;
      case "txbxContent":
        this.#stories.pop();
        endLine(story);
        if (this.#leftOut === 0) this.#story().boxes.push(...story.lines);
        break;
    }
  }

  text(text: string): void {
    if (this.#inText) this.#add(text);
  }

  /** The paragraph that is being read is not the author's. */
  aside(): void {
    this.#isAside = true;
  }

  /** A property of the cell or row that is being read, of a table that stands in no cell. */
  property(name: string, value: string | null): void {
    const { line, rows } = this.#story();
    const row = line?.row;
    if (row === undefined || row === null || rows !== 1) return;
    const cell = row.cells.at(-1);
    if (name === "tblHeader") row.head = value === null || !/^(?:0|false|off)$/.test(value);
    else if (cell === undefined) return;
    else if (name === "vMerge") cell.continues = value !== "restart";
    else if (name === "gridSpan")
      cell.columns = Math.max(1, Math.min(WIDEST, Number.parseInt(value ?? "1", 10) || 1));
  }

  /** The tag of the control whose properties are being read. */
  tag(tag: string): void {
    const control = this.#controls.at(-1);
    if (control !== undefined && control.begun === null) control.tag = tag;
  }

  lines(): readonly WordLine[] {
    endLine(this.#story());
    return this.#story().lines;
  }

  #story(): Story {
    return this.#stories.at(-1) as Story;
  }

  #add(text: string): void {
    const { line } = this.#story();
    if (this.#leftOut > 0 || this.#isAside || line === null) return;
    for (const control of this.#controls) control.begun ??= { line, start: line.text.length };
    line.text += text;
  }

  /** A control of nothing but deleted text holds nothing. */
  #endControl(): void {
    const control = this.#controls.pop();
    if (control === undefined || control.begun === null || control.tag === "") return;
    const { line, start } = control.begun;
    line.controls.push({ start, end: line.text.length, tag: control.tag });
  }

  /** Cells of a row, and paragraphs of a cell, are apart by one tab. */
  #apart({ line }: Story): void {
    if (line !== null && line.text !== "" && !line.text.endsWith("\t")) this.#add("\t");
  }
}

function newLine(row: OpenRow | null = null): OpenLine {
  return { text: "", starts: [], controls: [], row };
}

function openCell(line: OpenLine | null): void {
  if (line === null || line.row === null) return;
  const last = line.row.cells.at(-1);
  const column = last === undefined ? 0 : last.column + last.columns;
  const start = line.text.length;
  line.row.cells.push({ start, end: start, column, columns: 1, continues: false });
}

function closeCell(line: OpenLine | null): void {
  const cell = line?.row?.cells.at(-1);
  if (line !== null && cell !== undefined) cell.end = line.text.length;
}

/** No cell of an office takes so many columns. */
const WIDEST = 100;

function newStory(): Story {
  return { lines: [], boxes: [], line: null, rows: 0, table: 0, joins: false };
}

function endLine(story: Story): void {
  if (story.line !== null) story.lines.push(story.line);
  story.lines.push(...story.boxes);
  story.line = null;
  story.boxes = [];
}
