import { addWholeRecord, CellSums, CellTable } from "../indicators/index.ts";
import type { District } from "./district.ts";
import { recordHistories } from "./record-histories.ts";

/**
 * The cells as they were when the log had `position` entries, derived from those entries alone. Costs a reading of
 * every entry before it: for looking back, not for looking up.
 */
export async function cellsAsOf(district: District, position: number): Promise<CellTable> {
  const sums = new CellSums();
  for (const register of district.declarations.registers.keys())
    for await (const histories of recordHistories(district, register, position))
      for (const { told } of histories) addWholeRecord(district.declarations, told, sums);
  return new CellTable(sums.cells());
}
