import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { District } from "../district/index.ts";
import {
  OBSERVATION_COLUMNS,
  type ObservationColumn,
  readObservations,
  type StatedObservation,
} from "../exchange/index.ts";
import { readQuery } from "../indicators/index.ts";
import { type Issue, issue } from "../issue/index.ts";

/** What became of a file of observations. */
export interface Compared {
  /** rows that say what the records give */
  readonly same: number;
  readonly issues: readonly Issue[];
}

/**
 * Holds every row of a file of observations against the records. Observations are computed, never entered: nothing
 * is appended, and every row that says something else is told with both values.
 */
export async function compareObservations(
  district: District,
  file: string,
  onProgress: (bytesRead: number) => void = () => {},
): Promise<Compared> {
  const issues: Issue[] = [];
  let same = 0;
  const source = createReadStream(file);
  for await (const stated of readObservations(source, [basename(file)])) {
    onProgress(source.bytesRead);
    const found = "code" in stated ? [stated] : await compare(district, stated, basename(file));
    if (found.length === 0) same += 1;
    issues.push(...found);
  }
  return { same, issues };
}

async function compare(
  district: District,
  stated: StatedObservation,
  file: string,
): Promise<readonly Issue[]> {
  const { row, indicator, area, period, breakdown, value } = stated;
  const path = [file, row];
  const { query, issues } = readQuery(
    district.declarations,
    {
      indicator,
      area,
      period,
      where: breakdown,
      ...(stated.said.basis && { basis: stated.said.basis }),
    },
    path,
  );
  if (query === null) return issues;
  const [observation] = await district.observations(query);
  const differs = (column: string, said: string, derived: string) =>
    said === derived
      ? []
      : [
          issue("exchange.observation-differs", [...path, column], {
            indicator,
            stated: said === "" ? "—" : said,
            derived: derived === "" ? "—" : derived,
          }),
        ];
  const columns = Object.entries(stated.said) as [ObservationColumn, string][];
  return [
    ...differs("value", value, observation?.value ?? ""),
    ...columns.flatMap(([column, said]) =>
      differs(column, said, (observation && OBSERVATION_COLUMNS[column](observation)) ?? ""),
    ),
  ];
}
