import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Action, RegisterDefinition } from "huimou";
import pack from "../pack.ts";
import { actions } from "./actions.ts";

/** A file that was written: one register's actions, one a row. */
export interface CsvFile {
  readonly register: string;
  readonly path: string;
  readonly rows: number;
}

/** Characters gathered before they are written. */
const buffer = 1 << 20;

/**
 * Writes the demonstration as one CSV file for each register, `<register>.csv`, in the form that `huimou import`
 * reads (docs/formats/csv.md). Streams: its memory does not grow with the scale.
 */
export function writeCsv(directory: string, scale: number): CsvFile[] {
  mkdirSync(directory, { recursive: true });
  const files = new Map(pack.registers.map((it) => [it.name, fileOf(directory, it)]));
  try {
    for (const action of actions(scale)) {
      const file = files.get(action.register);
      if (file === undefined) throw new Error(`no register ${action.register}`);
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

function fileOf(directory: string, { name, fields }: RegisterDefinition): OpenFile {
  const columns = Object.keys(fields);
  const path = join(directory, `${name}.csv`);
  // a control column gives way to a field of its name
  const control = ["record", "kind", "state", "at", "reason", "actor"].map((it) =>
    it in fields ? `entry.${it}` : it,
  );
  const text = `${[...control, ...columns].join(",")}\n`;
  return { register: name, columns, path, descriptor: openSync(path, "w"), rows: 0, text };
}

function flush(file: OpenFile): void {
  writeSync(file.descriptor, file.text);
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
