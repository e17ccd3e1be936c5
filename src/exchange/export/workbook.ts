import { strToU8, type Zippable, zipSync } from "fflate";
import stringWidth from "string-width";
import { NONE } from "../formula-guard.ts";
import { type Cell, EMPTY, NO_VALUE } from "./table.ts";

/** A sheet of a workbook: a row of heads that stays in sight, and rows under it. */
export interface Sheet {
  /** at most 31 characters, none of `: \ / ? * [ ]` */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: Iterable<readonly SheetCell[]>;
}

/** A cell, and how many digits after the point it shows where that is not what its text has. */
export type SheetCell = Cell | { readonly number: string; readonly decimals: number };

/**
 * Sheets as an `.xlsx` file (ECMA-376) that Excel, WPS and LibreOffice open: numbers are numbers, written with the
 * very digits that they have, and texts are texts, never formulas. The same sheets give the same bytes.
 */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const at = (text: string) => strToU8(`${PROLOGUE}${text}`);
  const files: Zippable = {
    "[Content_Types].xml": at(contentTypes(sheets.length)),
    "_rels/.rels": at(relations([["officeDocument", "xl/workbook.xml"]])),
    "xl/workbook.xml": at(book(sheets)),
    "xl/_rels/workbook.xml.rels": at(
      relations([
        ...sheets.map((_, i): [string, string] => ["worksheet", `worksheets/sheet${i + 1}.xml`]),
        ["styles", "styles.xml"],
        ["sharedStrings", "sharedStrings.xml"],
      ]),
    ),
    "xl/styles.xml": at(STYLES),
  };
  const texts = new SharedTexts();
  for (const [i, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, texts);
  files["xl/sharedStrings.xml"] = at(texts.xml());
  return zipSync(files, { mtime: NO_DATE, level: LEVEL });
}

/** How hard a file is compressed: at the usual 6, one of all figures takes a quarter longer and is a thirtieth smaller. */
const LEVEL = 3;

const PROLOGUE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** The first date that a ZIP directory can hold, in any time zone: the file tells nothing of when it was made. */
const NO_DATE = "1980-01-01T00:00:00";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const all = Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}`, "worksheet"));
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}${part("styles", "styles")}${part("sharedStrings", "sharedStrings")}${all.join("")}</Types>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

function book(sheets: readonly Sheet[]): string {
  const all = sheets.map(
    ({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${all.join("")}</sheets></workbook>`;
}

/** Most digits after the point that a cell shows. */
const MOST_DECIMALS = 12;

/** Cell formats in the order of their numbers: a text, a head, then numbers of 0, 1, 2 … digits after the point. */
const TEXT = 0;
const HEAD = 1;
const NUMBER = 2;

const STYLES = stylesXml();

function stylesXml(): string {
  const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, i) => i);
  const formats = decimals.map(
    (it) => `<numFmt numFmtId="${164 + it}" formatCode="#,##0${it > 0 ? `.${"0".repeat(it)}` : ""}"/>`,
  );
  const cells = [
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    `<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>`,
    ...decimals.map(
      (it) =>
        `<xf numFmtId="${164 + it}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    ),
  ];
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  const fill = (inner: string) => `<fill><patternFill ${inner}</fill>`;
  return `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join("")}</numFmts><fonts count="2">${font("")}${font("<b/>")}</fonts><fills count="3">${fill(`patternType="none"/>`)}${fill(`patternType="gray125"/>`)}${fill(`patternType="solid"><fgColor rgb="FFEDEFF2"/></patternFill>`)}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join("")}</cellXfs></styleSheet>`;
}

/** The texts of all cells, each once: names and units stand in thousands of rows. Cells refer to them by number. */
class SharedTexts {
  readonly #numbers = new Map<string, number>();
  readonly #widths: number[] = [];
  #cells = 0;

  /** The number of a text that a cell shows. */
  numberOf(text: string): number {
    this.#cells += 1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#widths.push(stringWidth(text)) - 1;
    this.#numbers.set(text, number);
    return number;
  }

  /** How many columns of a terminal a text takes. */
  widthOf(number: number): number {
    return this.#widths[number] ?? 0;
  }

  xml(): string {
    const items = Array.from(
      this.#numbers.keys(),
      (it) => `<si><t xml:space="preserve">${escaped(it)}</t></si>`,
    );
    return `<sst xmlns="${MAIN}" count="${this.#cells}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

/** Rows that are held as text before they become bytes: a sheet of all figures would be some hundred megabytes. */
const ROWS_AT_ONCE = 512;

function sheetXml({ headers, rows }: Sheet, texts: SharedTexts): Uint8Array {
  const widths = headers.map(() => 0);
  const columns = headers.map((_, i) => columnName(i));
  let count = 0;
  const rowXml = (cells: readonly SheetCell[], style: typeof TEXT | typeof HEAD) => {
    count += 1;
    let xml = `<row r="${count}">`;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as SheetCell;
      if (cell === EMPTY) continue;
      const place = `${columns[i]}${count}`;
      const number = numberXml(cell, place);
      const text = number === null ? texts.numberOf(shown(cell)) : null;
      const width = text === null ? shown(cell).length : texts.widthOf(text);
      xml += number ?? `<c r="${place}"${style === TEXT ? "" : ` s="${style}"`} t="s"><v>${text}</v></c>`;
      widths[i] = Math.max(widths[i] ?? 0, width);
    }
    return `${xml}</row>`;
  };
  const pieces: Uint8Array[] = [];
  let lines = [
    rowXml(
      headers.map((text) => ({ text })),
      HEAD,
    ),
  ];
  for (const row of rows) {
    lines.push(rowXml(row, TEXT));
    if (lines.length < ROWS_AT_ONCE) continue;
    pieces.push(strToU8(lines.join("")));
    lines = [];
  }
  const ranged = widths.map(
    (it, i) => `<col min="${i + 1}" max="${i + 1}" width="${Math.min(it, WIDEST) + 3}" customWidth="1"/>`,
  );
  const range = `A1:${columnName(Math.max(headers.length - 1, 0))}${count}`;
  const before = `${PROLOGUE}<worksheet xmlns="${MAIN}"><dimension ref="${range}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${ranged.join("")}</cols><sheetData>`;
  const after = `${lines.join("")}</sheetData><autoFilter ref="${range}"/></worksheet>`;
  return Buffer.concat([strToU8(before), ...pieces, strToU8(after)]);
}

/** Characters beyond which a column gets no wider. */
const WIDEST = 60;

/** A number's cell; null for what is written as text. */
function numberXml(cell: SheetCell, place: string): string | null {
  if (typeof cell !== "object" || !("number" in cell) || !isExact(cell.number)) return null;
  const own = cell.number.split(".")[1]?.length ?? 0;
  const decimals = Math.min("decimals" in cell ? cell.decimals : own, MOST_DECIMALS);
  return `<c r="${place}" s="${NUMBER + decimals}"><v>${cell.number}</v></c>`;
}

function shown(cell: SheetCell): string {
  if (cell === EMPTY) return "";
  if (cell === NO_VALUE) return NONE;
  return "number" in cell ? cell.number : cell.text;
}

/** Whether a spreadsheet keeps all its digits: it has 15. A longer number is written as text. */
function isExact(number: string): boolean {
  return number.length <= 15 || number.replace(/^[-0.]+|\./g, "").length <= 15;
}

/** `A`, `B` … `Z`, `AA` for 0, 1 … 25, 26. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text in XML. What XML cannot hold at all becomes the sign for an unknown character. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, "\uFFFD")
    .replace(/[&<>"]/g, (it) => ENTITIES[it] ?? it);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very ones that XML 1.0 forbids
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
