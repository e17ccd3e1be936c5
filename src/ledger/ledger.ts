import { refuse } from "../issue/index.ts";
import { toHex } from "./bytes.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { type KnownTree, lastSigned, refuseUnlessContinues } from "./continuity.ts";
import type { HashMany } from "./hash.ts";
import { integrate, integrateWithin } from "./integrate.ts";
import type { Keys } from "./keys.ts";
import { nodeHashMany } from "./node-hash.ts";
import { writeNote } from "./note.ts";
import { type Head, type Leaf, place, storedTiles } from "./place.ts";
import type { CellAddition, Store, StoreTransaction } from "./store/index.ts";
import { rootAt, type TileSource } from "./tile-source.ts";
import { type LogBefore, writeLog } from "./write-log.ts";

/** Where a ledger is kept and what it signs with. */
export interface LedgerOptions {
  readonly store: Store;
  readonly district: string;
  readonly keys: Keys;
  readonly hashMany?: HashMany;
}

/** The root of the tree without leaves: SHA-256 of nothing. */
const emptyRoot = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Creates a district's ledger in a database that has its tables. Refuses one that is there (`ledger.exists`). */
export async function createLedger(options: LedgerOptions & { readonly origin: string }): Promise<Ledger> {
  const { store, district, origin } = options;
  await store.transaction(async (tx) => {
    const found = await tx.db
      .selectFrom("ledger")
      .select("district")
      .where("district", "=", district)
      .executeTakeFirst();
    if (found !== undefined) refuse("ledger.exists", [], { district });
    await tx.insert(
      "ledger",
      ["district", "origin", "size", "root", "checkpoint"],
      [[district, origin, 0, emptyRoot, ""]],
    );
  });
  return new Ledger(options, origin);
}

/**
 * Opens a district's ledger. Refuses a missing one (`ledger.missing`), one of other keys (`ledger.keys-foreign`),
 * one whose tiles do not make its root (`ledger.root-altered`), and one that does not continue the last
 * checkpoint signed, be it kept with the keys or in the database (`ledger.shortened`, `ledger.forked`): a restored
 * older database, or another history, must never be signed over. What was appended before and has no place yet gets
 * it.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { store, district, keys, hashMany = nodeHashMany } = options;
  const withKeys = await keys.lastCheckpoint();
  const row = await store.db
    .selectFrom("ledger")
    .select(["origin", "size", "root", "checkpoint"])
    .where("district", "=", district)
    .executeTakeFirst();
  if (row === undefined) return refuse("ledger.missing", [], { district });
  const { name } = keys.signer.key;
  if (name !== row.origin) refuse("ledger.keys-foreign", [], { origin: row.origin, name });
  const tiles = storedTiles(store, district);
  const root = await rootAt(row.size, tiles, hashMany);
  if (toHex(root) !== row.root)
    refuse("ledger.root-altered", [], { size: row.size, stored: row.root, derived: toHex(root) });
  for (const signed of await lastSigned(keys.signer.key, withKeys, row.checkpoint))
    await refuseUnlessContinues(signed, { size: row.size, root }, tiles, hashMany);
  const ledger = new Ledger(options, row.origin);
  // left by a process that ended between commit and integration: it is recorded, and in no figure yet
  if (await ledger.hasQueued()) await ledger.integrate();
  return ledger;
}

/** One district's log in its database. */
export class Ledger {
  readonly district: string;
  readonly origin: string;
  readonly #store: Store;
  readonly #keys: Keys;
  readonly #hashMany: HashMany;

  constructor({ store, district, keys, hashMany = nodeHashMany }: LedgerOptions, origin: string) {
    this.district = district;
    this.origin = origin;
    this.#store = store;
    this.#keys = keys;
    this.#hashMany = hashMany;
  }

  /** Gives every queued append its place in the log; the tree's head afterwards. */
  integrate(): Promise<Head> {
    return integrate(this.#store, this.district, this.#hashMany);
  }

  /** Whether appends wait for their place in the log. */
  async hasQueued(): Promise<boolean> {
    const first = await this.#store.db
      .selectFrom("pending")
      .select("id")
      .where("district", "=", this.district)
      .limit(1)
      .executeTakeFirst();
    return first !== undefined;
  }

  /** {@link integrate} as a part of a transaction that appends. */
  integrateWithin(tx: StoreTransaction): Promise<Head> {
    return integrateWithin(tx, this.district, this.#hashMany);
  }

  /** Appends leaves and what they add to cells right behind what is queued, in a transaction: no queue between. */
  async place(tx: StoreTransaction, leaves: readonly Leaf[], cells: readonly CellAddition[]): Promise<Head> {
    await this.integrateWithin(tx);
    return place(tx, this.district, leaves, cells, this.#hashMany);
  }

  /** The tree's head. */
  async head(): Promise<Head> {
    const { size, root } = await this.#store.db
      .selectFrom("ledger")
      .select(["size", "root"])
      .where("district", "=", this.district)
      .executeTakeFirstOrThrow();
    return { size, root };
  }

  get tiles(): TileSource {
    return storedTiles(this.#store, this.district);
  }

  /**
   * Signs the tree as it was at `size`: a signed note. Refuses (`ledger.shortened`, `ledger.forked`) where no
   * consistency proof leads from the last checkpoint signed to it or, for an older size, from it to the last one.
   * One process at a time does so for a district.
   */
  checkpoint(size: number): Promise<string> {
    return this.#store.transaction(async (tx) => {
      await tx.lockDistrict(this.district);
      const tiles = storedTiles(tx, this.district);
      const tree = { size, root: await rootAt(size, tiles, this.#hashMany) };
      const newest = await this.#refuseUnlessConsistent(tx, tree, tiles);
      const note = writeNote(await signCheckpoint({ origin: this.origin, ...tree }, this.#keys.signer));
      if (size < newest) return note;
      // Entries and tiles up to `size` were committed before. A crash before the next line leaves nothing of
      // the signature, and nobody has seen it.
      await this.#keys.keepCheckpoint(note);
      // A crash from here on leaves the keys one checkpoint ahead of the database, which then either continues
      // it, as all that it covers is committed, or is an older copy and does not open.
      await tx.db
        .updateTable("ledger")
        .set({ checkpoint: note })
        .where("district", "=", this.district)
        .execute();
      return note;
    });
  }

  /**
   * Holds the database's tree, and the one to be signed, against every checkpoint signed last; the size of the
   * newest, 0 where there is none.
   */
  async #refuseUnlessConsistent(tx: StoreTransaction, tree: KnownTree, tiles: TileSource): Promise<number> {
    const withKeys = await this.#keys.lastCheckpoint();
    const { size, checkpoint } = await tx.db
      .selectFrom("ledger")
      .select(["size", "checkpoint"])
      .where("district", "=", this.district)
      .executeTakeFirstOrThrow();
    const head = { size, root: await rootAt(size, tiles, this.#hashMany) };
    let newest = 0;
    for (const signed of await lastSigned(this.#keys.signer.key, withKeys, checkpoint)) {
      newest = Math.max(newest, signed.size);
      await refuseUnlessContinues(signed, head, tiles, this.#hashMany);
      const [older, newer] = signed.size <= tree.size ? [signed, tree] : [tree, signed];
      await refuseUnlessContinues(older, newer, tiles, this.#hashMany);
    }
    return newest;
  }

  /** Publishes the log of `size` entries into an empty folder; see {@link writeLog}. */
  async writeLog(folder: string, size: number, before: LogBefore = {}): Promise<void> {
    const entries = async (from: number, to: number) => {
      const rows = await this.#read(from, to);
      return rows.map((it) => it.bytes);
    };
    const checkpoint = await this.checkpoint(size);
    const { verifierKey } = this.#keys;
    await writeLog(folder, size, { tiles: this.tiles, entries, checkpoint, verifierKey }, before);
  }

  /** Entries from one position to before another, in pages, in the order of the log. */
  async *entries(from: number, to: number): AsyncGenerator<{ position: number; bytes: Uint8Array }[]> {
    for (let at = from; at < to; at += page) yield await this.#read(at, Math.min(at + page, to));
  }

  #read(from: number, to: number): Promise<{ position: number; bytes: Uint8Array }[]> {
    return this.#store.db
      .selectFrom("entry")
      .select(["position", "bytes"])
      .where("district", "=", this.district)
      .where("position", ">=", from)
      .where("position", "<", to)
      .orderBy("position")
      .execute();
  }
}

/** Entries read at once. */
const page = 2048;
