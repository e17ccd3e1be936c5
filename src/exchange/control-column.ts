import type { Words } from "../issue/index.ts";
import type { RegisterDefinition } from "../registers/index.ts";

/** The columns of an entry that are not fields of its register (docs/formats/csv.md). */
export const CONTROL_COLUMNS = ["record", "kind", "version", "state", "at", "reason", "actor"] as const;

export type ControlColumn = (typeof CONTROL_COLUMNS)[number];

/** What a row does to its record. */
export type RowKind = "open" | "amend" | "advance" | "void";

/** The words of a row's kind. `record` marks a row that lists a record as it stands and does nothing. */
export const KIND_WORDS = {
  open: { zh: "新建", en: "Open" },
  amend: { zh: "更正", en: "Amend" },
  advance: { zh: "流转", en: "Advance" },
  void: { zh: "作废", en: "Void" },
  record: { zh: "现状", en: "Record" },
} as const satisfies Record<RowKind | "record", Words>;

/** The name of a control column: its own, or `entry.kind` where the register has a field `kind`. */
export function controlName(register: RegisterDefinition, column: ControlColumn): string {
  return column in register.fields ? `entry.${column}` : column;
}

/** The title of a control column; a record's is the title of the register's key. */
export function controlTitle(register: RegisterDefinition, column: ControlColumn): Words {
  return column === "record" ? register.key.title : TITLES[column];
}

const TITLES: Readonly<Record<Exclude<ControlColumn, "record">, Words>> = {
  kind: { zh: "操作", en: "Entry" },
  version: { zh: "版本", en: "Version" },
  state: { zh: "状态", en: "State" },
  at: { zh: "生效日期", en: "Effective date" },
  reason: { zh: "理由", en: "Reason" },
  actor: { zh: "经办", en: "Actor" },
};
