import { type Issue, IssueError, issue, type Path } from "../../issue/index.ts";
import { unguarded } from "../formula-guard.ts";
import { OBSERVATION_COLUMN_NAMES, type ObservationColumn } from "../observation-columns.ts";
import { decoded } from "./decode.ts";
import { splitRows } from "./split.ts";

/** An observation as a file states it, not yet held against anything. */
export interface StatedObservation {
  readonly row: number;
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown: Readonly<Record<string, string>>;
  /** decimal text; empty where the file gives none */
  readonly value: string;
  /** what else the file says of it, by the columns that it has; an empty cell says that there is nothing to say */
  readonly said: Readonly<Partial<Record<ObservationColumn, string>>>;
}

/** The columns that a file of observations must have; `by.<dimension>` and others may join. */
const needed = ["indicator", "area", "period", "value"] as const;

/**
 * The observations in a CSV file such as `indicators --csv` writes (docs/formats/csv.md), or what is wrong with
 * a row. Refuses a file without the columns (`exchange.observation-columns`).
 */
export async function* readObservations(
  source: AsyncIterable<Uint8Array>,
  path: Path,
): AsyncGenerator<StatedObservation | Issue> {
  let header: readonly string[] | null = null;
  let row = 0;
  for await (const rows of splitRows(decoded(source, path)))
    for (const cells of rows) {
      row += 1;
      if (typeof cells === "string") yield issue(cells, [...path, row]);
      else if (header === null) header = checkedHeader(cells, path);
      else if (cells.some((it) => it !== "")) yield stated(header, cells, row);
    }
}

function checkedHeader(cells: readonly string[], path: Path): readonly string[] {
  const names = cells.map((it) => it.trim());
  const missing = needed.filter((it) => !names.includes(it));
  if (missing.length > 0)
    throw new IssueError([issue("exchange.observation-columns", path, { missing: missing.join(", ") })]);
  return names;
}

function stated(header: readonly string[], cells: readonly string[], row: number): StatedObservation {
  const read = (name: string) => unguarded(cells[header.indexOf(name)] ?? "");
  const dimensions = header.flatMap((name, i) => {
    const value = unguarded(cells[i] ?? "");
    return name.startsWith("by.") && value !== "" ? [[name.slice(3), value] as const] : [];
  });
  return {
    row,
    indicator: read("indicator"),
    area: read("area"),
    period: read("period"),
    breakdown: Object.fromEntries(dimensions),
    value: read("value"),
    said: Object.fromEntries(
      OBSERVATION_COLUMN_NAMES.filter((name) => header.includes(name)).map((name) => [name, read(name)]),
    ),
  };
}
