import { type CellSums, CellTable, type Observation, observe, readQuery } from "../indicators/index.ts";
import { IssueError, issue } from "../issue/index.ts";
import type { ReleaseRow } from "../ledger/store/index.ts";
import type { District } from "./district.ts";

/**
 * Derives the last release's figures anew, those over sealed registers too, which the public cannot: each value, and
 * what is withheld. It is done where nothing followed the release but its own entry, since later entries change figures
 * and erased values derive nothing; how many there were, none otherwise. Names the first that differs
 * (`verify.figure-altered`).
 */
export function verifyFigures(
  { declarations }: District,
  size: number,
  releases: readonly ReleaseRow[],
  sums: CellSums,
): number {
  const last = releases.at(-1);
  if (last === undefined || last.position + 1 !== size) return 0;
  const { observations } = JSON.parse(last.body) as { observations: readonly Observation[] };
  const cells = new CellTable(sums.cells());
  for (const { indicator, area, period, breakdown, basis, value, missing } of observations) {
    const path = ["release", last.number, indicator, area, period, ...Object.values(breakdown)];
    const written = { indicator, area, period, where: breakdown, ...(basis !== undefined && { basis }) };
    const { query, issues } = readQuery(declarations, written, path);
    if (query === null) throw new IssueError(issues);
    const own = observe(declarations, cells, query);
    if (own.value !== value || own.missing !== missing) {
      const told = { published: value ?? String(missing), derived: own.value ?? String(own.missing) };
      throw new IssueError([issue("verify.figure-altered", path, told)]);
    }
  }
  return observations.length;
}
