import { type RecordView, viewOf, viewOfRow } from "../registers/index.ts";
import type { District } from "./district.ts";
import { recordHistories } from "./record-histories.ts";

/** A record as it stands, and its key as people write it. */
export interface CurrentRecord {
  readonly key: string;
  readonly view: RecordView;
}

/** Records read at once. */
const page = 1000;

/**
 * A register's records as they stand, some hundreds at a time, in the order of their keys in the log: memory does
 * not grow with the register. An open register is read from its maintained records; one that seals anything from
 * its entries, with what they sealed: for those who may see it. Erased and withdrawn records are left out.
 */
export async function* currentRecords(district: District, register: string): AsyncGenerator<CurrentRecord[]> {
  const seals = (district.declarations.registers.get(register)?.sealedFields.size ?? 0) > 0;
  for await (const records of seals ? opened(district, register) : open(district, register))
    yield records.filter(({ view }) => !view.gone);
}

async function* open({ store, code }: District, register: string): AsyncGenerator<CurrentRecord[]> {
  for (let from = ""; ; ) {
    const rows = await store.db
      .selectFrom("record")
      .selectAll()
      .where("district", "=", code)
      .where("register", "=", register)
      .where("record", ">", from)
      .orderBy("record")
      .limit(page)
      .execute();
    yield rows.map((row) => ({ key: row.record, view: viewOfRow(row) }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    from = last.record;
  }
}

async function* opened(district: District, register: string): AsyncGenerator<CurrentRecord[]> {
  for await (const histories of recordHistories(district, register))
    yield histories.flatMap(({ record, told }) => {
      const view = viewOf(told);
      const key = told[0]?.disclosed?.key;
      return view === null ? [] : [{ key: typeof key === "string" ? key : record, view }];
    });
}
