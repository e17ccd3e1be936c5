import type { Language } from "../../issue/index.ts";
import type { Action, RegisterDefinition, Told, Value } from "../../registers/index.ts";
import { type Column, columnNames } from "../column-names.ts";
import { type ControlColumn, KIND_WORDS } from "../control-column.ts";
import { type Cell, EMPTY, type Table, textCell } from "./table.ts";
import { choiceWords, valueCells } from "./value-cell.ts";

/**
 * The action that would append an entry again: what an export holds of it. Null for an entry that no action makes
 * (a declaration, an erasure, a release). `record` is the key as people write it, where the leaf has an opaque one.
 */
export function actionOfEntry({ entry, disclosed = {} }: Told, record: string = entry.record): Action | null {
  const { key: _, state, entered: __, reason: sealedReason, ...values } = disclosed;
  const reason = entry.reason ?? (typeof sealedReason === "string" ? sealedReason : undefined);
  const fields: Record<string, Value> = { ...entry.fields, ...values };
  const { register, at, actor, version } = entry;
  const facts = { register, record, at, actor, ...(reason !== undefined && { reason }) };
  switch (entry.kind) {
    case "open":
      return { kind: "open", ...facts, fields };
    case "amend":
      return { kind: "amend", ...facts, reason: reason ?? "", version, fields };
    case "advance": {
      const to = entry.state ?? (typeof state === "string" ? state : "");
      return { kind: "advance", ...facts, version, to, ...(Object.keys(fields).length > 0 && { fields }) };
    }
    case "void":
      return { kind: "void", ...facts, reason: reason ?? "", version };
    case "define":
    case "erase":
    case "release":
      return null;
  }
}

/**
 * A register's entries as a table, one row an entry, which imports as the same actions. With a `language`, headers,
 * choices and states stand in its words, for people; the import reads them as well.
 */
export function entryTable(
  register: RegisterDefinition,
  actions: Iterable<Action> | AsyncIterable<Action>,
  language?: Language,
): Table {
  const names = columnNames(register);
  const cells = names.columns.map((column) => cellOf(register, column, language));
  async function* rows() {
    for await (const action of actions) yield cells.map((cell) => cell(action));
  }
  return { headers: names.columns.map((column) => names.headerOf(column, language)), rows: rows() };
}

function cellOf(register: RegisterDefinition, column: Column, language?: Language): (action: Action) => Cell {
  if (column.control !== undefined) return controlCell(register, column.control, language);
  const field = register.fields[column.name];
  if (field === undefined) throw new Error(`register ${register.name} has no field ${column.name}`);
  const cell = valueCells(field, language);
  return (action) => (action.kind === "void" ? EMPTY : cell(action.fields?.[column.name]));
}

function controlCell(
  register: RegisterDefinition,
  column: ControlColumn,
  language?: Language,
): (action: Action) => Cell {
  switch (column) {
    case "record":
      return ({ record }) => ({ text: record });
    case "kind":
      return ({ kind }) => ({ text: language === undefined ? kind : KIND_WORDS[kind][language] });
    case "version":
      return (action) =>
        action.kind === "open" || action.version === undefined ? EMPTY : { number: String(action.version) };
    case "state": {
      const words = stateWords(register, language);
      return (action) => (action.kind === "advance" ? { text: words.get(action.to) ?? action.to } : EMPTY);
    }
    case "at":
      return ({ at }) => ({ text: at });
    case "reason":
      return ({ reason }) => textCell(reason);
    case "actor":
      return ({ actor }) => textCell(actor);
  }
}

/** The words of a register's states, for those that have words of their own. */
export function stateWords(
  { lifecycle: { states } }: RegisterDefinition,
  language?: Language,
): ReadonlyMap<string, string> {
  const labels = Object.fromEntries(Object.entries(states).map(([code, { title }]) => [code, title]));
  return choiceWords({ schema: { enum: Object.keys(states), labels } }, language);
}
