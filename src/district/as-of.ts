import {
  addWholeRecord,
  type By,
  CellSums,
  CellTable,
  type Observation,
  type Query,
  series,
} from "../indicators/index.ts";
import type { District } from "./district.ts";
import { recordHistories } from "./record-histories.ts";

/**
 * Observations as they were when the log had `position` entries, derived from those entries alone. Costs a reading
 * of every entry before it: for looking back, not for looking up.
 */
export async function observationsAsOf(
  district: District,
  position: number,
  query: Query,
  by: readonly By[] = [],
): Promise<Observation[]> {
  const { declarations } = district;
  district.refuseOtherCalendar();
  const sums = new CellSums();
  for (const register of declarations.registers.keys())
    for await (const histories of recordHistories(district, register, position))
      for (const { told } of histories) addWholeRecord(declarations, told, sums);
  return series(declarations, new CellTable(sums.cells()), query, by);
}
