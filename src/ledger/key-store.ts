import type { KeyObject } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { IssueError, issue } from "../issue/index.ts";
import { canonicalBytes } from "./canonical.ts";
import { decrypt, drawFrom, encrypt, type Random } from "./seal.ts";

/** A record of a sealed register, by the key that its leaf has. */
export interface RecordName {
  readonly district: string;
  readonly register: string;
  readonly record: string;
}

/**
 * Keeps the key (32 bytes) of every record with sealed values, apart from the database that holds the values:
 * destroying a key makes them unreadable wherever copies of them lie.
 */
export interface KeyStore {
  /**
   * The records' keys, in their order; makes those that are not there. When it resolves they are on disk, so
   * that nothing is ever encrypted under a key that a power cut could take. Refuses erased records
   * (`ledger.record-erased`), and then makes none.
   */
  ensure(records: readonly RecordName[]): Promise<Uint8Array[]>;
  /**
   * The records' keys, in their order; null where there is none or it was destroyed. Refuses one that is not the one
   * that was kept (`ledger.keys-damaged`).
   */
  get(records: readonly RecordName[]): Promise<(Uint8Array | null)[]>;
  /** Destroys a record's key for good, durably: no key for it is ever made again. */
  destroy(record: RecordName): Promise<void>;
  /** Lets go of the file; closing again does nothing. */
  close(): Promise<void>;
}

const KEY_LENGTH = 32;
const NONCE_LENGTH = 12;

/**
 * A {@link KeyStore} in a SQLite file, whose keys are wrapped by `wrappingKey` (AES-256-GCM about the record's
 * name): neither the file nor the wrapping key alone opens anything. Several processes may use it at once.
 *
 * It keeps a rollback journal, not a write-ahead log, and overwrites deleted content, so that once a key is
 * destroyed no part of any of its files holds it. (What the disk below keeps of overwritten blocks is beyond
 * any program: encrypt the disk.)
 */
export function openKeyStore(file: string, wrappingKey: KeyObject, random: Random): KeyStore {
  const db = new DatabaseSync(file, { timeout: 30_000 });
  db.exec(`
    PRAGMA journal_mode = DELETE;
    PRAGMA synchronous = EXTRA;
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS record_key (
      district TEXT NOT NULL,
      register TEXT NOT NULL,
      record TEXT NOT NULL,
      wrapped BLOB,
      PRIMARY KEY (district, register, record)
    ) STRICT, WITHOUT ROWID`);
  const select = db.prepare(
    "SELECT wrapped FROM record_key WHERE district = ? AND register = ? AND record = ?",
  );
  const insert = db.prepare(
    "INSERT INTO record_key (district, register, record, wrapped) VALUES (?, ?, ?, ?)",
  );
  // a row without key stays behind, so that no writer who comes late makes a new one
  const erase = db.prepare(
    `INSERT INTO record_key (district, register, record, wrapped) VALUES (?, ?, ?, NULL)
     ON CONFLICT (district, register, record) DO UPDATE SET wrapped = NULL`,
  );

  /** undefined: never made; null: destroyed */
  const read = ({ district, register, record }: RecordName): Uint8Array | null | undefined => {
    const row = select.get(district, register, record) as { wrapped: Uint8Array | null } | undefined;
    if (row === undefined || row.wrapped === null) return row?.wrapped;
    const key = decrypt(wrappingKey, row.wrapped, nameBytes({ district, register, record }));
    // every row was written under this wrapping key (keys.ts sees to that), so the file itself was changed
    if (key === null) throw new IssueError([issue("ledger.keys-damaged", [file, register, record])]);
    return key;
  };

  const ensureAll = (records: readonly RecordName[]): Uint8Array[] => {
    const known = records.map(read);
    const erased = records.filter((_, i) => known[i] === null);
    if (erased.length > 0)
      throw new IssueError(
        erased.map(({ register, record }) => issue("ledger.record-erased", [register, record], { record })),
      );
    const draw = drawFrom(
      random,
      known.filter((key) => key === undefined).length * (KEY_LENGTH + NONCE_LENGTH),
    );
    return records.map((name, i) => {
      // one record may stand twice in a batch: its second mention finds the key that the first one made
      const found = known[i] ?? read(name);
      if (found) return found;
      const key = draw(KEY_LENGTH);
      const wrapped = encrypt(wrappingKey, draw(NONCE_LENGTH), key, nameBytes(name));
      insert.run(name.district, name.register, name.record, wrapped);
      return key;
    });
  };

  const transaction = <T>(work: () => T): T => {
    // takes the write lock at once: what is read in it cannot be outdated when it is written
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      // A crash before this line leaves no key of the batch, and nothing was encrypted yet. A crash after it
      // leaves keys that perhaps nobody uses: the same call finds them again.
      db.exec("COMMIT");
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  };

  return {
    ensure: async (records) => transaction(() => ensureAll(records)),
    get: async (records) => records.map((name) => read(name) ?? null),
    destroy: async ({ district, register, record }) => {
      transaction(() => erase.run(district, register, record));
    },
    close: async () => {
      if (db.isOpen) db.close();
    },
  };
}

function nameBytes({ district, register, record }: RecordName): Uint8Array {
  return canonicalBytes([district, register, record]);
}
