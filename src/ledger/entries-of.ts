import type { Store } from "./store/index.ts";

/**
 * The entries of some registers, as a query in the order of the log, to which the columns are yet to be named
 * (`entry.bytes`) and further conditions may be added. They are found by the registers' runs, so that it costs nothing
 * how many entries others have. The join is a cross join because SQLite takes its sides as they are written there; by
 * itself it would look through the whole log.
 */
export function entriesOf({ db }: Pick<Store, "db">, district: string, registers: readonly string[]) {
  return db
    .selectFrom("run")
    .crossJoin("entry")
    .where("run.district", "=", district)
    .where("run.register", "in", registers)
    .whereRef("entry.district", "=", "run.district")
    .whereRef("entry.position", ">=", "run.first")
    .whereRef("entry.position", "<=", "run.last")
    .orderBy("run.first")
    .orderBy("entry.position");
}
