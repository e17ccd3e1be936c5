import type { RegisterDefinition, Value } from "../../registers/index.ts";
import { type ControlColumn, controlName, KIND_WORDS, type RowKind } from "../control-column.ts";
import { unguarded } from "../formula-guard.ts";
import { type CellReader, choiceReader, readDate, readInteger, shown } from "./cell.ts";
import type { Header } from "./header.ts";
import type { Fault, RowDefaults } from "./row.ts";

/** What a row's control columns say, and the defaults where they say nothing. */
export interface Facts {
  readonly kind: RowKind;
  /** the state to enter; empty where the row is not an advance */
  readonly to: string;
  readonly record: string;
  readonly at: string;
  readonly actor: string;
  readonly version: number | undefined;
  readonly reason: string | undefined;
}

/** Reads the control columns of a register's rows; null, with its faults noted, for a row that cannot be told. */
export function factsReader(
  register: RegisterDefinition,
  { control }: Header,
  defaults: RowDefaults,
): (cells: readonly string[], fault: Fault) => Facts | null {
  const { initial, states } = register.lifecycle;
  const titles = Object.fromEntries(Object.entries(states).map(([code, { title }]) => [code, title]));
  const stateReader = choiceReader(Object.keys(states), titles);
  const nameOf = (column: ControlColumn) => controlName(register, column);

  return (cells, fault) => {
    const cell = (column: ControlColumn): string => {
      const at = control[column];
      return at === undefined ? "" : (cells[at] ?? "").trim();
    };
    const text = (column: ControlColumn): string | undefined => {
      const at = control[column];
      const written = at === undefined ? "" : (cells[at] ?? "");
      return written.trim() === "" ? undefined : unguarded(written);
    };
    /** undefined: an empty cell; null: one that is not read */
    const value = <T extends Value>(column: ControlColumn, reader: CellReader<T>): T | undefined | null => {
      const written = cell(column);
      if (written === "") return undefined;
      const found = reader.read(written);
      if (found !== undefined) return found;
      fault(nameOf(column), reader.fault, {
        column: nameOf(column),
        value: shown(written),
        wanted: reader.wanted,
      });
      return null;
    };

    const record = unguarded(cell("record"));
    if (record === "") fault(nameOf("record"), "exchange.record-missing", { title: register.key.title.zh });
    const at = value("at", DATE) ?? (cell("at") === "" ? defaults.at : null);
    if (at === undefined) fault(nameOf("at"), "exchange.date-missing", {});
    const version = value("version", VERSION);
    const state = value("state", stateReader);
    const told = value("kind", KIND);
    if (told === "record") fault(nameOf("kind"), "exchange.row-lists-record", {});
    if (
      record === "" ||
      at == null ||
      version === null ||
      state === null ||
      told === null ||
      told === "record"
    )
      return null;

    const kind = isRowKind(told) ? told : state === undefined || state === initial ? "open" : "advance";
    if ((kind === "amend" || kind === "void") && state !== undefined) {
      fault(nameOf("state"), "exchange.state-unused", { state });
      return null;
    }
    if (kind === "open" && state !== undefined && state !== initial) {
      fault(nameOf("state"), "exchange.state-not-initial", { state, initial });
      return null;
    }
    if (kind === "advance" && state === undefined) {
      fault(nameOf("state"), "exchange.state-missing", {});
      return null;
    }
    return {
      kind,
      to: kind === "advance" && state !== undefined ? state : "",
      record,
      at,
      version,
      actor: text("actor") ?? defaults.actor,
      reason: text("reason") ?? defaults.reason,
    };
  };
}

const KIND = choiceReader(Object.keys(KIND_WORDS), KIND_WORDS);
const DATE: CellReader<string> = { read: readDate, fault: "exchange.cell-date", wanted: "2020-01-31" };
const VERSION: CellReader<number> = { read: readInteger, fault: "exchange.cell-integer", wanted: "1" };

function isRowKind(value: unknown): value is RowKind {
  return value === "open" || value === "amend" || value === "advance" || value === "void";
}
