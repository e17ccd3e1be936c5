import { decodeEntry } from "./entry.ts";
import type { HashMany } from "./hash.ts";
import { readPending } from "./pending.ts";
import { type Head, headOf, type Leaf, place } from "./place.ts";
import type { Store, StoreTransaction } from "./store/index.ts";

/** Appends that one transaction integrates at most: bounds its memory and how long it holds the district. */
const mostAtOnce = 16;

/**
 * Gives every queued append its place in the log. One process at a time does so for a district, whichever
 * it is. Each round is one transaction: entries get positions without gaps in the order of the queue's rows,
 * tiles, cells and the head follow, and the queue's rows go. A crash before its commit leaves the queue as
 * it was; after it, the round is whole.
 */
export async function integrate(store: Store, district: string, hashMany: HashMany): Promise<Head> {
  for (;;) {
    const { head, more } = await store.transaction((tx) => integrateRound(tx, district, hashMany));
    if (!more) return head;
  }
}

/** {@link integrate} as a part of a transaction that appends: what it appended stands in the log when it commits. */
export async function integrateWithin(
  tx: StoreTransaction,
  district: string,
  hashMany: HashMany,
): Promise<Head> {
  for (;;) {
    const { head, more } = await integrateRound(tx, district, hashMany);
    if (!more) return head;
  }
}

async function integrateRound(
  tx: StoreTransaction,
  district: string,
  hashMany: HashMany,
): Promise<{ head: Head; more: boolean }> {
  await tx.lockDistrict(district);
  const rows = await tx.db
    .selectFrom("pending")
    .select(["id", "entries", "cells"])
    .where("district", "=", district)
    .orderBy("id")
    .limit(mostAtOnce)
    .execute();
  if (rows.length === 0) return { head: await headOf(tx, district), more: false };
  const queued = rows.map((row) => readPending(row.entries, row.cells, district));
  const leaves = queued.flatMap((it) =>
    it.entries.map((bytes): Leaf => {
      const { register, record, version } = decodeEntry(bytes);
      return { register, record, version, bytes };
    }),
  );
  const cells = queued.flatMap((it) => it.cells);
  const head = await place(tx, district, leaves, cells, hashMany);
  await tx.db
    .deleteFrom("pending")
    .where("district", "=", district)
    .where(
      "id",
      "in",
      rows.map((it) => it.id),
    )
    .execute();
  return { head, more: rows.length === mostAtOnce };
}
