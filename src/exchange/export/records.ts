import type { Language } from "../../issue/index.ts";
import type { RecordView, RegisterDefinition } from "../../registers/index.ts";
import { columnNames } from "../column-names.ts";
import { type ControlColumn, KIND_WORDS } from "../control-column.ts";
import { stateWords } from "./entries.ts";
import { type Cell, EMPTY, type Table } from "./table.ts";
import { valueCells } from "./value-cell.ts";

/**
 * A register's records as they stand, one row a record; withdrawn ones are left out. For reading: a record says
 * nothing of the steps that led to it, so the import refuses such a row (kind `record`) and asks for the entries.
 */
export function recordTable(
  register: RegisterDefinition,
  records: Iterable<RecordView> | AsyncIterable<RecordView>,
  language?: Language,
): Table {
  const names = columnNames(register);
  const words = stateWords(register, language);
  const control: Readonly<Record<ControlColumn, (view: RecordView) => Cell>> = {
    record: ({ record }) => ({ text: record }),
    kind: () => ({ text: language === undefined ? "record" : KIND_WORDS.record[language] }),
    version: ({ version }) => ({ number: String(version) }),
    state: ({ state }) => (state === "" ? EMPTY : { text: words.get(state) ?? state }),
    at: ({ at }) => ({ text: at }),
    reason: () => EMPTY,
    actor: () => EMPTY,
  };
  const columns = names.columns.filter(({ control: it }) => it !== "reason" && it !== "actor");
  const cells = columns.map(({ control: name, name: field }): ((view: RecordView) => Cell) => {
    if (name !== undefined) return control[name];
    const definition = register.fields[field];
    if (definition === undefined) throw new Error(`register ${register.name} has no field ${field}`);
    const cell = valueCells(definition, language);
    return ({ fields }) => cell(fields[field]);
  });
  async function* rows() {
    for await (const view of records) if (!view.gone) yield cells.map((cell) => cell(view));
  }
  return { headers: columns.map((column) => names.headerOf(column, language)), rows: rows() };
}
