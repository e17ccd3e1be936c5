import { IssueError, issue, refuse } from "../issue/index.ts";
import { fromHex, toBase64, toHex } from "./bytes.ts";
import { openCheckpoint, signCheckpoint, type VerifiedCheckpoint } from "./checkpoint.ts";
import type { HashMany } from "./hash.ts";
import { type Head, integrate, storedTiles } from "./integrate.ts";
import type { Keys } from "./keys.ts";
import { nodeHashMany } from "./node-hash.ts";
import { writeNote } from "./note.ts";
import { consistencyProof, verifyConsistencyProof } from "./proof.ts";
import type { Store } from "./store/index.ts";
import { rootAt, type TileSource } from "./tile-source.ts";
import { writeLog } from "./write-log.ts";

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
 * Opens a district's ledger. Refuses a missing one (`ledger.missing`) and one that does not continue the last
 * checkpoint that its keys signed (`ledger.shortened`, `ledger.forked`): a restored older database, or another
 * history, must never be signed over.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { store, district, keys } = options;
  const row = await store.db
    .selectFrom("ledger")
    .select(["origin", "size", "root"])
    .where("district", "=", district)
    .executeTakeFirst();
  if (row === undefined) return refuse("ledger.missing", [], { district });
  const ledger = new Ledger(options, row.origin);
  const last = await keys.lastCheckpoint();
  if (last !== null)
    await ledger.refuseUnlessContinues(
      await openCheckpoint(last, keys.signer.key, ["keys", "checkpoint"]),
      row,
    );
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
   * Signs the tree as it was at `size`. Refuses where that does not continue the last checkpoint signed, or,
   * for an older size, where it does not lead up to it. A newer checkpoint is kept with the keys before anybody
   * gets to see it: a crash after that leaves one that the next signing continues.
   */
  async checkpoint(size: number): Promise<string> {
    const root = await rootAt(size, this.tiles, this.#hashMany);
    const head = { size, root: toHex(root) };
    const last = await this.#keys.lastCheckpoint();
    const signed =
      last === null ? null : await openCheckpoint(last, this.#keys.signer.key, ["keys", "checkpoint"]);
    if (signed !== null && size >= signed.size) await this.refuseUnlessContinues(signed, head);
    if (signed !== null && size < signed.size) await this.refuseUnlessContinues(signed, await this.head());
    const note = writeNote(await signCheckpoint({ origin: this.origin, size, root }, this.#keys.signer));
    if (signed === null || size > signed.size) await this.#keys.keepCheckpoint(note);
    return note;
  }

  /** Publishes the log of `size` entries into an empty folder; see {@link writeLog}. */
  async writeLog(folder: string, size: number, previous: string | null): Promise<void> {
    const entries = async (from: number, to: number) => {
      const rows = await this.#read(from, to);
      return rows.map((it) => it.bytes);
    };
    const checkpoint = await this.checkpoint(size);
    await writeLog(
      folder,
      size,
      { tiles: this.tiles, entries, checkpoint, verifierKey: this.#keys.verifierKey },
      previous,
    );
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

  /** Refuses a head that is shorter than a checkpoint or has another history. */
  async refuseUnlessContinues(signed: VerifiedCheckpoint, head: Head): Promise<void> {
    const roots = {
      signed: toBase64(signed.root),
      signedSize: signed.size,
      size: head.size,
      root: head.root,
    };
    if (head.size < signed.size) throw new IssueError([issue("ledger.shortened", [], roots)]);
    const now = fromHex(head.root);
    if (signed.size === 0 || now === null) return;
    const proof = await consistencyProof(signed.size, head.size, this.tiles, this.#hashMany);
    if (!(await verifyConsistencyProof(signed, { size: head.size, root: now }, proof, this.#hashMany)))
      throw new IssueError([issue("ledger.forked", [], roots)]);
  }
}

/** Entries read at once. */
const page = 2048;
