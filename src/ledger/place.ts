import { refuse } from "../issue/index.ts";
import { toHex } from "./bytes.ts";
import { HASH_LENGTH, type HashMany, leafHashes } from "./hash.ts";
import type { CellAddition, Store, StoreTransaction } from "./store/index.ts";
import { edgeAt, type TileSource } from "./tile-source.ts";
import { grow, rootOf } from "./tree.ts";

/** A tree's head: how many entries it has, and its root hash in lower-case hex. */
export interface Head {
  readonly size: number;
  readonly root: string;
}

/** An entry's bytes, and what its row is found by. */
export interface Leaf {
  readonly register: string;
  readonly record: string;
  readonly version: number;
  readonly bytes: Uint8Array;
}

/**
 * Appends leaves to the log, in their order, in a transaction that holds the district: positions without gaps,
 * tiles, cells and the head, all or nothing.
 */
export async function place(
  tx: StoreTransaction,
  district: string,
  leaves: readonly Leaf[],
  cells: readonly CellAddition[],
  hashMany: HashMany,
): Promise<Head> {
  const { size } = await headOf(tx, district);
  const edge = await edgeAt(size, storedTiles(tx, district));
  const hashes = await leafHashes(
    leaves.map((it) => it.bytes),
    hashMany,
  );
  const growth = await grow(edge, hashes, hashMany);
  const head = { size: size + leaves.length, root: toHex(await rootOf(growth.edge, hashMany)) };
  await tx.insert(
    "entry",
    ["district", "position", "register", "record", "version", "bytes"],
    leaves.map(({ register, record, version, bytes }, i) => [
      district,
      size + i,
      register,
      record,
      version,
      bytes,
    ]),
  );
  await extendRuns(tx, district, size, leaves);
  await tx.put(
    "tile",
    ["district", "level", "index", "bytes"],
    growth.tiles.map(({ level, index, hashes }) => [district, level, index, hashes]),
  );
  await tx.addCells(cells);
  await tx.db.updateTable("ledger").set(head).where("district", "=", district).execute();
  return head;
}

/** Extends the run at the log's end by leaves of the same register, and begins one where the register changes. */
async function extendRuns(
  tx: StoreTransaction,
  district: string,
  size: number,
  leaves: readonly Leaf[],
): Promise<void> {
  const end = await tx.db
    .selectFrom("run")
    .select(["first", "last", "register"])
    .where("district", "=", district)
    .orderBy("first", "desc")
    .limit(1)
    .executeTakeFirst();
  const runs = end === undefined ? [] : [end];
  for (const [i, { register }] of leaves.entries()) {
    const last = runs.at(-1);
    if (last?.register === register) last.last = size + i;
    else runs.push({ first: size + i, last: size + i, register });
  }
  await tx.put(
    "run",
    ["district", "first", "last", "register"],
    runs.map(({ first, last, register }) => [district, first, last, register]),
  );
}

/** A district's head, as a transaction or the committed database has it. */
export async function headOf(
  { db }: Pick<Store, "db"> | Pick<StoreTransaction, "db">,
  district: string,
): Promise<Head> {
  const { size, root } = await db
    .selectFrom("ledger")
    .select(["size", "root"])
    .where("district", "=", district)
    .executeTakeFirstOrThrow();
  return { size, root };
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
