import { join } from "node:path";
import {
  createKeys,
  createLedger,
  encodeEntry,
  type Keys,
  type Ledger,
  openKeys,
  openLedger,
  type PendingCell,
  putPending,
} from "../../src/ledger/index.ts";
import type { Store } from "../../src/ledger/store/index.ts";
import { madeUpEntries } from "./log-of.ts";
import { inFolder, type Place } from "./place.ts";

export const district = "990001";
export const origin = "log.example/huimou/990001";

/** A ledger in a place, its keys in a folder, and a way to open both again as another process would. */
export interface MadeUpLedger {
  readonly place: Place;
  readonly store: Store;
  readonly keys: Keys;
  readonly keysFolder: string;
  readonly ledger: Ledger;
  reopen(store?: Store): Promise<Ledger>;
}

/** Creates a ledger with keys of its own, and clears them away after the work. */
export function withLedger(place: Place, work: (it: MadeUpLedger) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const keysFolder = join(folder, "keys");
    await createKeys(keysFolder, origin);
    const keys = await openKeys(keysFolder);
    const store = await place.create();
    const ledger = await createLedger({ store, district, origin, keys });
    const reopen = async (again?: Store) =>
      openLedger({ store: again ?? (await place.open()), district, keys });
    await work({ place, store, keys, keysFolder, ledger, reopen });
    await keys.close();
  });
}

/** Bytes of made-up entries, those from one number to before another. */
export function entriesBetween(from: number, to: number): Uint8Array[] {
  return madeUpEntries(to)
    .slice(from)
    .map((entry) => encodeEntry(entry));
}

/** Queues entries as one append; each adds 1 and 10 to one cell. */
export async function queue(store: Store, entries: readonly Uint8Array[]): Promise<void> {
  const cell: PendingCell = [
    "project.opened",
    "990001001",
    24_245,
    "{}",
    entries.length,
    BigInt(10 * entries.length),
  ];
  await store.transaction((tx) => putPending(tx, district, { entries, cells: [cell] }));
}

/** Everything that integration keeps, as plain data. */
export async function stateOf(store: Store) {
  const rows = {
    ledger: await store.db
      .selectFrom("ledger")
      .select(["size", "root"])
      .where("district", "=", district)
      .execute(),
    entries: await store.db
      .selectFrom("entry")
      .select(["position", "register", "record", "version", "bytes"])
      .where("district", "=", district)
      .orderBy("position")
      .execute(),
    tiles: await store.db
      .selectFrom("tile")
      .select(["level", "index", "bytes"])
      .where("district", "=", district)
      .orderBy("level")
      .orderBy("index")
      .execute(),
    cells: await store.db
      .selectFrom("cell")
      .select(["indicator", "n", "sum"])
      .where("district", "=", district)
      .execute(),
    pending: await store.db.selectFrom("pending").select("id").where("district", "=", district).execute(),
  };
  const hex = <T extends { bytes: Uint8Array }>(row: T) => ({
    ...row,
    bytes: Buffer.from(row.bytes).toString("hex"),
  });
  return {
    ...rows,
    entries: rows.entries.map(hex),
    tiles: rows.tiles.map(hex),
    cells: rows.cells.map((it) => ({ ...it, sum: String(it.sum) })),
    pending: rows.pending.length,
  };
}
