import { appendFileSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Action } from "huimou";
import pack from "../pack.ts";
import { actions } from "./actions.ts";

/** A file that was written: one register's actions, one a row. */
export interface CsvFile {
  readonly register: string;
  readonly path: string;
  readonly rows: number;
}

/** Characters gathered before they are written. */
const buffer = 1 << 16;

/**
 * Writes the demonstration as one CSV file for each register, `<register>.csv`, in the form that `huimou import`
 * reads (docs/formats/csv.md). Streams: its memory does not grow with the scale.
 */
export function writeCsv(directory: string, scale: number): CsvFile[] {
  mkdirSync(directory, { recursive: true });
  const files = new Map<string, OpenFile>();
  try {
    for (const action of actions(scale)) {
      const file = files.get(action.register) ?? opened(directory, action.register);
      files.set(action.register, file);
      file.text += `${rowOf(file.columns, action)}\n`;
      file.rows++;
      if (file.text.length >= buffer) flush(file);
    }
    for (const file of files.values()) flush(file);
  } finally {
    for (const { descriptor } of files.values()) closeSync(descriptor);
  }
  return Array.from(files.values(), ({ register, path, rows }) => ({ register, path, rows }));
}

interface OpenFile {
  readonly register: string;
  /** names of the register's fields, in their order */
  readonly columns: readonly string[];
  readonly path: string;
  readonly descriptor: number;
  rows: number;
  /** not yet written */
  text: string;
}

function opened(directory: string, name: string): OpenFile {
  const register = pack.registers.find((it) => it.name === name);
  if (register === undefined) throw new Error(`no register ${name}`);
  const columns = Object.keys(register.fields);
  // a control column gives way to a field of its name
  const control = ["record", "kind", "state", "at", "reason", "actor"].map((it) =>
    columns.includes(it) ? `entry.${it}` : it,
  );
  const path = join(directory, `${name}.csv`);
  const text = `${[...control, ...columns].join(",")}\n`;
  return { register: name, columns, path, descriptor: openSync(path, "w"), rows: 0, text };
}

function flush(file: OpenFile): void {
  appendFileSync(file.descriptor, file.text);
  file.text = "";
}

function rowOf(columns: readonly string[], action: Action): string {
  const fields = "fields" in action ? (action.fields ?? {}) : {};
  const state = action.kind === "advance" ? action.to : "";
  const cells = [action.record, action.kind, state, action.at, action.reason ?? "", action.actor];
  return [...cells, ...columns.map((name) => String(fields[name] ?? ""))].map(quoted).join(",");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
