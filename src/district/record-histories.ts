import { type Issue, IssueError, issue } from "../issue/index.ts";
import {
  commitmentsOf,
  decodeEntry,
  type Entry,
  type Keys,
  nodeHashMany,
  openSealed,
} from "../ledger/index.ts";
import type { Store, StoreTransaction } from "../ledger/store/index.ts";
import type { Disclosed, Told } from "../registers/index.ts";

/** A record with all its entries in the order of versions, and what they sealed. */
export interface RecordHistory {
  readonly record: string;
  readonly told: readonly Told[];
}

/** What histories are read from: a district, or its tables as a transaction has them. */
export interface HistorySource {
  readonly store: Pick<Store, "db"> | Pick<StoreTransaction, "db">;
  readonly code: string;
  readonly keys: Keys;
}

/** Entries read at once. */
const page = 4096;

/**
 * A register's records with their entries below a position of the log, some hundreds at a time, in the order of
 * keys: memory does not grow with the register. Every sealed value is opened and held against the commitment
 * in its entry; one that is lost or changed is refused (`verify.payload-…`).
 */
export async function* recordHistories(
  district: HistorySource,
  register: string,
  before = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<RecordHistory[]> {
  let from = "";
  for (;;) {
    const rows = await district.store.db
      .selectFrom("entry")
      .select(["record", "version", "position", "bytes"])
      .where("district", "=", district.code)
      .where("register", "=", register)
      .where("record", ">=", from)
      .where("position", "<", before)
      .orderBy("record")
      .orderBy("version")
      .limit(page)
      .execute();
    const groups: { record: string; entries: Entry[] }[] = [];
    for (const { record, bytes, position } of rows) {
      const entry = decodeEntry(bytes, ["entry", position]);
      const last = groups.at(-1);
      if (last?.record === record) last.entries.push(entry);
      else groups.push({ record, entries: [entry] });
    }
    // the last record of a full page may go on: it begins the next one
    const open = rows.length < page ? undefined : groups.pop();
    if (open !== undefined && groups.length === 0)
      throw new Error(`a record of ${register} has more entries than fit`);
    const disclosures = await disclose(district, register, groups);
    yield groups.map(({ record, entries }) => ({
      record,
      told: entries.map((entry): Told => {
        const disclosed = disclosures.get(`${record}\t${entry.version}`);
        return { entry, ...(disclosed && { disclosed }) };
      }),
    }));
    if (open === undefined) return;
    from = open.record;
  }
}

async function disclose(
  district: HistorySource,
  register: string,
  group: readonly { readonly record: string; readonly entries: readonly Entry[] }[],
): Promise<Map<string, Disclosed>> {
  const { store, code, keys } = district;
  const sealing = group.filter(({ entries }) => entries.some((it) => it.sealed !== undefined));
  const found = new Map<string, Disclosed>();
  if (sealing.length === 0) return found;
  const payloads = await store.db
    .selectFrom("payload")
    .select(["record", "version", "bytes"])
    .where("district", "=", code)
    .where("register", "=", register)
    .where(
      "record",
      "in",
      sealing.map((it) => it.record),
    )
    .execute();
  const bytesOf = new Map(payloads.map((it) => [`${it.record}\t${it.version}`, it.bytes]));
  const recordKeys = await keys.records.get(
    sealing.map(({ record }) => ({ district: code, register, record })),
  );
  for (const [i, { record, entries }] of sealing.entries()) {
    const key = recordKeys[i];
    const sealed = entries.filter((it) => it.sealed !== undefined);
    const placed = sealed.map((entry) => bytesOf.get(`${record}\t${entry.version}`));
    if (key == null || placed.includes(undefined)) {
      // an erased record has no values, and no key unless the erasure was cut short; its entries stand as they were
      if (await wasErased(district, register, record)) continue;
      return refuse("verify.payload-lost", ["record", register, record], {});
    }
    for (const [at, entry] of sealed.entries())
      found.set(
        `${record}\t${entry.version}`,
        await openedAgainst(entry, code, key, placed[at] as Uint8Array),
      );
  }
  return found;
}

/** Whether the log says that a record was erased, wherever that stands. */
async function wasErased({ store, code }: HistorySource, register: string, record: string): Promise<boolean> {
  const last = await store.db
    .selectFrom("entry")
    .select("bytes")
    .where("district", "=", code)
    .where("register", "=", register)
    .where("record", "=", record)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return last !== undefined && decodeEntry(last.bytes).kind === "erase";
}

async function openedAgainst(
  entry: Entry,
  district: string,
  key: Uint8Array,
  payload: Uint8Array,
): Promise<Disclosed> {
  const { register, record, version } = entry;
  const path = ["record", register, record, version];
  const salted = openSealed({ district, register, record, version }, key, payload, path);
  const names = Object.keys(salted).sort();
  const commitments = await commitmentsOf(
    names.map((name) => salted[name] as (typeof salted)[string]),
    nodeHashMany,
  );
  const committed = Object.keys(entry.sealed ?? {}).sort();
  if (committed.join() !== names.join())
    refuse("verify.payload-altered", path, { field: committed.join(", ") });
  for (const [i, name] of names.entries())
    if (entry.sealed?.[name] !== commitments[i])
      refuse("verify.payload-altered", [...path, name], { field: name });
  return Object.fromEntries(names.map((name) => [name, salted[name]?.value])) as Disclosed;
}

function refuse(code: Issue["code"], path: Issue["path"], params: Issue["params"]): never {
  throw new IssueError([issue(code, path, params)]);
}
