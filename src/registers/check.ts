import { type Issue, issue, type Path } from "../issue/index.ts";
import type { Entry } from "../ledger/index.ts";
import type { FollowedRegister } from "./follow.ts";
import type { RecordView } from "./view.ts";

/**
 * What is wrong with an entry that stands in a log: it must follow the record's version, take a step that the
 * lifecycle has where the state is open, and not come after the record's end.
 */
export function checkEntry(
  register: FollowedRegister,
  before: RecordView | null,
  entry: Entry,
  path: Path,
): Issue[] {
  const { record, version, kind, state } = entry;
  const wanted = before?.version ?? 0;
  if (version !== wanted) return [issue("registers.entry-version", path, { record, wanted, found: version })];
  if (before?.gone === true && kind !== "erase")
    return [issue("registers.entry-after-end", path, { record })];
  if (!register.definition.openState) return [];
  const from = before?.state ?? "";
  const { initial } = register.definition.lifecycle;
  const allowed =
    before === null
      ? state === initial
      : kind === "advance"
        ? register.transition(from, state ?? "") !== undefined
        : state === from;
  return allowed ? [] : [issue("registers.entry-step", path, { record, from, to: state ?? "" })];
}
