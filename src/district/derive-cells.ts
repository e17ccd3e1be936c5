import { addWholeRecord, CellSums, type Declarations } from "../indicators/index.ts";
import { refuse } from "../issue/index.ts";
import type { StoreTransaction } from "../ledger/store/index.ts";
import { checkEntry, type FollowedRegister, fold, type RecordView, type Told } from "../registers/index.ts";
import { type HistorySource, recordHistories } from "./record-histories.ts";

/**
 * Makes every cell of a district anew under some declarations, from the entries that stand in the log: what an
 * indicator newly counts, it counts from the first entry on. Costs a reading of every entry. Refuses declarations
 * under which an entry could not have been written (`district.define-conflict`).
 */
export async function deriveCells(
  tx: StoreTransaction,
  { code, keys }: Pick<HistorySource, "code" | "keys">,
  declarations: Declarations,
): Promise<void> {
  const sums = new CellSums();
  for (const [name, register] of declarations.registers)
    for await (const histories of recordHistories({ store: tx, code, keys }, name))
      for (const { told } of histories) {
        refuseConflict(register, told);
        addWholeRecord(declarations, told, sums);
      }
  await tx.db.deleteFrom("cell").where("district", "=", code).execute();
  await tx.insert(
    "cell",
    ["district", "indicator", "area", "month", "breakdown", "n", "sum"],
    Array.from(sums.cells(), (it) => [code, it.indicator, it.area, it.month, it.breakdown, it.n, it.sum]),
  );
}

function refuseConflict(register: FollowedRegister, told: readonly Told[]): void {
  let view: RecordView | null = null;
  for (const { entry, disclosed } of told) {
    if (checkEntry(register, view, entry, []).length > 0)
      refuse("district.define-conflict", [`register:${entry.register}`], {
        register: entry.register,
        record: entry.record,
        version: entry.version,
      });
    view = fold(view, entry, disclosed);
  }
}
