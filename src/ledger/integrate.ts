import { refuse } from "../issue/index.ts";
import { toHex } from "./bytes.ts";
import { decodeEntry } from "./entry.ts";
import { HASH_LENGTH, type HashMany, leafHashes } from "./hash.ts";
import { readPending } from "./pending.ts";
import type { Store, StoreTransaction } from "./store/index.ts";
import { edgeAt, type TileSource } from "./tile-source.ts";
import { grow, rootOf } from "./tree.ts";

/** A tree's head: how many entries it has, and its root hash in lower-case hex. */
export interface Head {
  readonly size: number;
  readonly root: string;
}

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
  const { size, root } = await tx.db
    .selectFrom("ledger")
    .select(["size", "root"])
    .where("district", "=", district)
    .executeTakeFirstOrThrow();
  const rows = await tx.db
    .selectFrom("pending")
    .select(["id", "entries", "cells"])
    .where("district", "=", district)
    .orderBy("id")
    .limit(mostAtOnce)
    .execute();
  if (rows.length === 0) return { head: { size, root }, more: false };
  const queued = rows.map((row) => readPending(row.entries, row.cells, district));
  const entries = queued.flatMap((it) => it.entries);
  const edge = await edgeAt(size, storedTiles(tx, district));
  const growth = await grow(edge, await leafHashes(entries, hashMany), hashMany);
  const head = { size: size + entries.length, root: toHex(await rootOf(growth.edge, hashMany)) };
  await tx.insert(
    "entry",
    ["district", "position", "register", "record", "version", "bytes"],
    entries.map((bytes, i) => {
      const { register, record, version } = decodeEntry(bytes);
      return [district, size + i, register, record, version, bytes];
    }),
  );
  await tx.put(
    "tile",
    ["district", "level", "index", "bytes"],
    growth.tiles.map(({ level, index, hashes }) => [district, level, index, hashes]),
  );
  await tx.addCells(queued.flatMap((it) => it.cells));
  await tx.db.updateTable("ledger").set(head).where("district", "=", district).execute();
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

/** The tiles that a transaction, or the committed database, holds. */
export function storedTiles(
  { db }: Pick<StoreTransaction, "db"> | Pick<Store, "db">,
  district: string,
): TileSource {
  return async ({ level, index, width }) => {
    const row = await db
      .selectFrom("tile")
      .select("bytes")
      .where("district", "=", district)
      .where("level", "=", level)
      .where("index", "=", index)
      .executeTakeFirst();
    if (row === undefined || row.bytes.length < width * HASH_LENGTH)
      return refuse("ledger.tile-lost", ["tile", level, index], { width });
    return row.bytes;
  };
}
