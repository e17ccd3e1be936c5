import { IssueError, type Path } from "../issue/index.ts";
import { canonicalJson } from "../ledger/index.ts";
import type { CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observe.ts";
import { readQuery } from "./query.ts";
import { registersUnder } from "./series.ts";
import { isCountable } from "./suppression/guarded.ts";

/**
 * Whether anybody can derive an observation from the public log: it rests on registers of which nothing is sealed, or
 * it can be counted all the same, by dates and open states alone. `former` is the definition that gave it, where that
 * is another than the one that holds now.
 */
export function isDerivable(
  declarations: Declarations,
  { indicator: id, area, breakdown, value }: Observation,
  former: string = id,
): boolean {
  if (restsOnOpen(declarations, id)) return true;
  const { areas, indicators, registers } = declarations;
  const measure = indicators.get(former);
  const register = measure?.kind === "measure" && registers.get(measure.register)?.definition;
  if (value === null || measure?.kind !== "measure" || !register) return false;
  const place = { isDistrict: area === areas.district, dimensions: Object.keys(breakdown) };
  return isCountable(register, measure, place);
}

/** Whether an indicator rests on registers alone of which nothing is sealed. */
export function restsOnOpen(declarations: Declarations, id: string): boolean {
  const { indicators, registers } = declarations;
  const indicator = indicators.get(id);
  if (indicator === undefined) return false;
  return registersUnder(declarations, indicator).every((it) => registers.get(it)?.sealedFields.size === 0);
}

/**
 * What cells give where an observation was published, by its very definition. Refuses a place that the declarations do
 * not have, with the issues that {@link readQuery} finds below `path`.
 */
export function observeAgain(
  declarations: Declarations,
  cells: CellTable,
  { indicator, area, period, breakdown, basis }: Observation,
  path: Path,
): Observation {
  const written = { indicator, area, period, where: breakdown, ...(basis !== undefined && { basis }) };
  const { query, issues } = readQuery(declarations, written, path);
  if (query === null) throw new IssueError(issues);
  return observe(declarations, cells, query);
}

/** The first member of a published observation that is otherwise than derived, with both as texts; null where none is. */
export function differenceOf(
  published: object,
  derived: object,
): { readonly member: string; readonly published: string; readonly derived: string } | null {
  const [stated = {}, own = {}] = [published, derived].map((it): Record<string, unknown> => ({ ...it }));
  for (const member of new Set([...Object.keys(stated), ...Object.keys(own)])) {
    const [said, gives] = [stated[member], own[member]];
    if (canonical(said) !== canonical(gives)) return { member, published: text(said), derived: text(gives) };
  }
  return null;
}

function canonical(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalJson(JSON.parse(JSON.stringify(value)));
}

function text(value: unknown): string {
  if (value == null) return "—";
  return typeof value === "string" ? value : JSON.stringify(value);
}
