import type { RecordView } from "./view.ts";

/**
 * A condition on a record, as data. `field` is a field's name or `state`.
 * `in`: its value is one of these; `from`/`to`: it lies between (dates, counts; both ends included);
 * `set`: it has a value, or has none.
 */
export type RecordCondition =
  | { readonly field: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly from?: string | number; readonly to?: string | number }
  | { readonly field: string; readonly set: boolean };

/** A test that a record's view passes when every condition holds. */
export function compileConditions(where: readonly RecordCondition[]): (view: RecordView) => boolean {
  const tests = where.map(compileCondition);
  return (view) => tests.every((test) => test(view));
}

function compileCondition(condition: RecordCondition): (view: RecordView) => boolean {
  const { field } = condition;
  const read = (view: RecordView) => (field === "state" ? view.state : view.fields[field]);
  if ("in" in condition) {
    const wanted = new Set<unknown>(condition.in);
    return (view) => wanted.has(read(view));
  }
  if ("set" in condition) return (view) => (read(view) !== undefined) === condition.set;
  const { from, to } = condition;
  return (view) => {
    const value = read(view);
    if (typeof value !== "string" && typeof value !== "number") return false;
    return (from === undefined || value >= from) && (to === undefined || value <= to);
  };
}
