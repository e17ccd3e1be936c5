import { encodeEntry, type Leaf } from "../ledger/index.ts";
import type { StoreTransaction } from "../ledger/store/index.ts";
import type { Taken } from "./append.ts";
import type { FollowedRegister } from "./follow.ts";
import { rowOfView } from "./record-book.ts";
import type { Seals } from "./seals.ts";
import type { RecordView } from "./view.ts";

/**
 * Seals what was taken and writes records, secrets and idempotency keys; returns the entries' leaves in
 * order, for the log. All in the caller's transaction: a crash before its commit leaves nothing of it but,
 * in the store of record keys, keys of records that were never made.
 */
export async function writeTaken(
  tx: StoreTransaction,
  district: string,
  registers: ReadonlyMap<string, FollowedRegister>,
  seals: Seals,
  taken: readonly Taken[],
): Promise<Leaf[]> {
  const secrets = taken.filter((it) => Object.keys(it.secret).length > 0);
  const sealed = new Map(
    (await seals.seal(secrets.map(({ entry, secret }) => ({ ...placeOf(entry), values: secret })))).map(
      (it, i) => [secrets[i], it],
    ),
  );
  const payloads: unknown[][] = [];
  const requests: unknown[][] = [];
  const opened = new Map<string, RecordView>();
  const changed = new Map<string, RecordView>();
  const leaves = taken.map((it): Leaf => {
    const { entry, after, action } = it;
    const place = `${entry.register}\t${entry.record}`;
    if (it.before === null || opened.has(place)) opened.set(place, after);
    else changed.set(place, after);
    if (action.request !== undefined)
      requests.push([district, action.request, entry.register, entry.record, after.version]);
    const { register, record, version } = entry;
    const seal = sealed.get(it);
    if (seal === undefined) return { register, record, version, bytes: encodeEntry(entry) };
    payloads.push([district, register, record, version, seal.payload]);
    return { register, record, version, bytes: encodeEntry({ ...entry, sealed: seal.commitments }) };
  });
  const rows = (views: Iterable<RecordView>) =>
    [...views].map((view) => {
      const row = rowOfView(district, registers.get(view.register) as FollowedRegister, view);
      return recordColumns.map((name) => row[name]);
    });
  // an opening is an insert: where another writer opened the same record first, the transaction fails
  await tx.insert("record", recordColumns, rows(opened.values()));
  await tx.put("record", recordColumns, rows(changed.values()));
  await tx.insert("payload", ["district", "register", "record", "version", "bytes"], payloads);
  await tx.insert("request", ["district", "key", "register", "record", "version"], requests);
  return leaves;
}

const recordColumns = ["district", "register", "record", "version", "gone", "state", "at", "body"] as const;

function placeOf({ register, record, version }: { register: string; record: string; version: number }) {
  return { register, record, version };
}
