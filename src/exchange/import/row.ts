import { type Issue, issue, type Path } from "../../issue/index.ts";
import { type Action, discreet, type RegisterDefinition, type Value } from "../../registers/index.ts";
import type { Header } from "./header.ts";
import { type Facts, factsReader } from "./row-facts.ts";
import { valuesReader } from "./row-values.ts";

/** What holds for every row that does not say otherwise. */
export interface RowDefaults {
  /** where the rows stand: the file's name, and the sheet's */
  readonly path: Path;
  /** role and unit that answer for the entries */
  readonly actor: string;
  /** effective date, `YYYY-MM-DD`; missing: every row needs its own */
  readonly at?: string;
  readonly reason?: string;
  /** the idempotency key of an action (see `contentRequest`); missing: the actions get none */
  readonly request?: (action: Action) => string;
}

/** What became of a row: the action that it asks for, or everything that is wrong with its cells. */
export type ImportedRow =
  | { readonly row: number; readonly action: Action; readonly issues?: never }
  | { readonly row: number; readonly issues: readonly Issue[]; readonly action?: never };

/** Notes what is wrong with a cell, by the name of its column. */
export type Fault = (column: string, code: Issue["code"], params: Issue["params"]) => void;

/** Turns the rows under a header into actions. Rows are counted from 1, the header being one: as a sheet shows them. */
export function rowReader(
  register: RegisterDefinition,
  header: Header,
  defaults: RowDefaults,
): (cells: readonly string[], row: number) => ImportedRow {
  const readFacts = factsReader(register, header, defaults);
  const readValues = valuesReader(register, header);
  return (cells, row) => {
    const issues: Issue[] = [];
    const fault: Fault = (column, code, params) => {
      issues.push(issue(code, [...defaults.path, row, column], params));
    };
    const facts = readFacts(cells, fault);
    const values = readValues(cells, facts?.kind ?? "open", fault);
    if (facts === null || issues.length > 0) return { row, issues: discreet(register, issues) };
    const action = actionOf(register.name, facts, values);
    if (defaults.request === undefined) return { row, action };
    return { row, action: { ...action, request: defaults.request(action) } };
  };
}

function actionOf(
  register: string,
  { kind, to, version, reason, record, at, actor }: Facts,
  fields: Readonly<Record<string, Value>>,
): Action {
  const told = { register, record, at, actor, ...(reason !== undefined && { reason }) };
  const seen = version === undefined ? undefined : { version };
  switch (kind) {
    case "open":
      return { kind, ...told, fields };
    // that a reason is missing is for the register to say
    case "amend":
      return { kind, ...told, reason: reason ?? "", ...seen, fields };
    case "advance":
      return { kind, ...told, ...seen, to, ...(Object.keys(fields).length > 0 && { fields }) };
    case "void":
      return { kind, ...told, reason: reason ?? "", ...seen };
  }
}
