import type { IssueCode, Words } from "../../issue/index.ts";
import type { FieldDefinition, JsonSchema, Value } from "../../registers/index.ts";
import { type FieldForm, fieldForm } from "../field-form.ts";
import { unguarded } from "../formula-guard.ts";

/** How a column's cells become values: by what the field's schema asks for. */
export interface CellReader<T extends Value = Value> {
  /** The value of a cell that is not empty; undefined where it is none of the field's kind. */
  read(cell: string): T | undefined;
  /** what is wrong with a cell that is not read, and with which words for what would be right */
  readonly fault: IssueCode;
  readonly wanted: string;
}

/** The reader of a field's column. Whether a value is allowed, too long or too large, the register judges. */
export function cellReader(field: FieldDefinition): CellReader {
  const { schema } = field;
  const form = fieldForm(schema);
  return form === "choice" ? choiceReader(codesOf(schema), labelsOf(schema)) : READERS[form];
}

/** Reads a code, or its words in either language; words that two codes share are not read. */
export function choiceReader(
  codes: readonly string[],
  labels: Readonly<Record<string, Words>>,
): CellReader<string> {
  const byWords = new Map<string, string | undefined>();
  for (const code of codes)
    for (const words of new Set(
      [labels[code]?.zh, labels[code]?.en].flatMap((it) => (it ? [folded(it)] : [])),
    ))
      byWords.set(words, byWords.has(words) ? undefined : code);
  for (const code of codes) byWords.set(folded(code), code);
  // a file repeats few words over and over: most cells are found as they stand
  const asWritten = new Map(codes.map((code): [string, string] => [code, code]));
  return {
    read: (cell) => asWritten.get(cell) ?? byWords.get(folded(unguarded(cell))),
    fault: "exchange.cell-choice",
    wanted: codes.map((code) => (labels[code] ? `${code} ${labels[code].zh}` : code)).join(", "),
  };
}

/** `2020-01-02`, `2020/1/2`, `2020.1.2`, `2020年1月2日`, with or without a midnight after it; as `YYYY-MM-DD`. */
export function readDate(cell: string): string | undefined {
  const match = DATE_FORMS.exec(cell.trim());
  if (match === null) return undefined;
  const year = match[1] ?? "";
  const month = match[3] ?? match[5] ?? "";
  const day = match[4] ?? match[6] ?? "";
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (Number(day) <= 28 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1) return date;
  const time = Date.parse(date);
  // 30 February would be 1 or 2 March
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}

const DATE_FORMS =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[ T]0?0:00(?::00(?:\.0+)?)?)?$/;

/** A whole number, with or without separators and full-width digits; `12.0` is one, too. */
export function readInteger(cell: string): number | undefined {
  const plain = plainNumber(cell);
  if (plain === undefined) return undefined;
  const [whole = "", fraction = ""] = plain.split(".");
  const value = Number(whole);
  // -0 is 0
  return Number.isSafeInteger(value) && /^0*$/.test(fraction) ? value + 0 : undefined;
}

/** Whether a spreadsheet has turned a long number into 2.20802E+11, and lost its digits. */
export function isScientific(cell: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(cell.trim());
}

/** A cell as an issue shows it. */
export function shown(cell: string): string {
  return cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
  ["是", true],
  ["否", false],
  ["yes", true],
  ["no", false],
]);

const READERS: Readonly<Record<Exclude<FieldForm, "choice">, CellReader>> = {
  integer: { read: readInteger, fault: "exchange.cell-integer", wanted: "1234" },
  amount: { read: plainNumber, fault: "exchange.cell-amount", wanted: "1234.56" },
  date: { read: readDate, fault: "exchange.cell-date", wanted: "2020-01-31" },
  text: { read: unguarded, fault: "exchange.cell-text", wanted: "" },
  // codes of twelve digits are what spreadsheets like to turn into 2.20802E+11
  area: {
    read: (cell) => {
      const code = unguarded(cell.trim());
      return isScientific(code) ? undefined : code;
    },
    fault: "exchange.cell-scientific",
    wanted: "220000000000",
  },
  flag: {
    read: (cell) => FLAGS.get(cell) ?? FLAGS.get(folded(cell)),
    fault: "exchange.cell-flag",
    wanted: "是 | 否, true | false",
  },
  json: {
    read: (cell) => {
      try {
        return JSON.parse(unguarded(cell)) as Value;
      } catch {
        return undefined;
      }
    },
    fault: "exchange.cell-json",
    wanted: "JSON",
  },
};

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** The digits of a number without its separators; undefined where it is not written as one. */
function plainNumber(cell: string): string | undefined {
  if (PLAIN.test(cell)) return cell;
  const half = cell.trim().replace(/[，．－０-９]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0));
  if (PLAIN.test(half)) return half;
  return GROUPED.test(half) ? half.replaceAll(",", "") : undefined;
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

/** The codes of a choice. */
export function codesOf(schema: JsonSchema): readonly string[] {
  return Array.isArray(schema.enum) ? schema.enum.map(String) : [];
}

/** The words of a choice's codes. */
export function labelsOf(schema: JsonSchema): Readonly<Record<string, Words>> {
  return (schema.labels ?? {}) as Readonly<Record<string, Words>>;
}
