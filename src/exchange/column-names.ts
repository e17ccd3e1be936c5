import type { Language, Words } from "../issue/index.ts";
import type { RegisterDefinition } from "../registers/index.ts";
import { CONTROL_COLUMNS, type ControlColumn, controlName, controlTitle } from "./control-column.ts";

/** What a column is of. One register's `ColumnNames` gives one object for each. */
export type Column =
  | { readonly control: ControlColumn; readonly name: string; readonly title: Words }
  | { readonly control?: never; readonly name: string; readonly title: Words };

/** What the columns of a register's files are called. */
export interface ColumnNames {
  /** the control columns, then the fields, in the order that a file gets them */
  readonly columns: readonly Column[];
  /** The column that a header names; `shared` where two fields have that title. */
  columnOf(header: string): Column | "shared" | undefined;
  /** A column's header: its title in a language, or its name where the title names another column, too. */
  headerOf(column: Column, language?: Language): string;
}

/**
 * A header names, the first of these that there is: a field by its name, a control column by its name, a field by
 * its title in either language, a control column by its title. Spaces around do not count, nor, where nothing has
 * that very name, the case of letters.
 */
export function columnNames(register: RegisterDefinition): ColumnNames {
  const control = CONTROL_COLUMNS.map(
    (column): Column => ({
      control: column,
      name: controlName(register, column),
      title: controlTitle(register, column),
    }),
  );
  const fields = Object.entries(register.fields).map(([name, { title }]): Column => ({ name, title }));
  const found = new Map<string, Column | "shared">();
  const add = (name: string, column: Column | "shared") => {
    if (!found.has(name)) found.set(name, column);
  };
  for (const column of [...fields, ...control]) add(column.name, column);
  for (const column of control) add(`entry.${column.control}`, column);
  for (const column of [...fields, ...control]) add(folded(column.name), column);
  for (const [title, column] of titlesOf(fields)) add(title, column);
  for (const [title, column] of titlesOf(control)) add(title, column);
  const columnOf = (header: string) => found.get(header.trim()) ?? found.get(folded(header));
  return {
    columns: [...control, ...fields],
    columnOf,
    headerOf: (column, language) => {
      const title = language === undefined ? column.name : column.title[language];
      return columnOf(title) === column ? title : column.name;
    },
  };
}

function titlesOf(columns: readonly Column[]): ReadonlyMap<string, Column | "shared"> {
  const titles = new Map<string, Column | "shared">();
  for (const column of columns)
    for (const title of new Set([folded(column.title.zh), folded(column.title.en)]))
      titles.set(title, titles.has(title) ? "shared" : column);
  return titles;
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
