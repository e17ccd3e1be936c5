import { type District, releaseRegister } from "../district/index.ts";
import {
  allCells,
  CellTable,
  type Declarations,
  type Explanation,
  explanationOf,
  explanationRegister,
  recordCountId,
} from "../indicators/index.ts";
import { refuse } from "../issue/index.ts";
import {
  decodeEntry,
  type Entry,
  entriesOf,
  nodeHashMany,
  rootAt,
  storedTiles,
  toHex,
} from "../ledger/index.ts";
import type { Store } from "../ledger/store/index.ts";
import { fold, type RecordView } from "../registers/index.ts";
import type { RegisterSummary } from "../site/index.ts";
import type { EditionSource, NotedEntry, PastRelease } from "./source.ts";

/** Records that a register's summary shows at most, and the entries that it looks through for them. */
const mostRecords = 20;
const mostEntriesRead = 400;

type Database = Pick<Store, "db">;

/** Which release to compose: its number, and how many entries it covers. */
export interface Place {
  readonly number: number;
  readonly position: number;
}

/**
 * Reads from a ledger what an edition is composed from. Integration waits meanwhile, so that all is of one moment;
 * refused (`release.overtaken`) where entries that make figures have come in since that place was chosen.
 */
export function gather(
  district: District,
  { number, position }: Place,
  past: readonly PastRelease[],
): Promise<EditionSource> {
  const { store, declarations, code, ledger, keys } = district;
  return store.transaction(async (tx) => {
    await tx.lockDistrict(code);
    await district.refuseUnlessInForce(tx);
    const later = await tx.db
      .selectFrom("entry")
      .select("position")
      .where("district", "=", code)
      .where("position", ">=", position)
      .where("register", "!=", releaseRegister)
      .limit(1)
      .execute();
    if (later.length > 0) refuse("release.overtaken", []);
    const cells = new CellTable(await allCells(tx, declarations));
    const last = await entryAt(tx, code, position - 1);
    return {
      declarations,
      number,
      position,
      recorded: last.recorded,
      root: toHex(await rootAt(position, storedTiles(tx, code), nodeHashMany)),
      origin: ledger.origin,
      verifierKey: keys.verifierKey,
      cells,
      explanations: await explanationsOf(tx, code, position),
      registers: await summariesOf(tx, declarations, cells, position),
      earlier: past.filter((it) => it.number < number),
      entriesOf: (registers, from, to, most) => notedEntries(store, code, registers, from, to, most),
    };
  });
}

async function entryAt({ db }: Database, district: string, position: number): Promise<Entry> {
  const { bytes } = await db
    .selectFrom("entry")
    .select("bytes")
    .where("district", "=", district)
    .where("position", "=", position)
    .executeTakeFirstOrThrow();
  return decodeEntry(bytes);
}

async function explanationsOf(tx: Database, district: string, position: number): Promise<Explanation[]> {
  const rows = await entriesOf(tx, district, [explanationRegister.name])
    .select("entry.bytes")
    .where("entry.position", "<", position)
    .execute();
  const views = new Map<string, RecordView>();
  for (const { bytes } of rows) {
    const entry = decodeEntry(bytes);
    views.set(entry.record, fold(views.get(entry.record) ?? null, entry));
  }
  return [...views.values()].flatMap((view) => explanationOf(view) ?? []);
}

async function summariesOf(
  tx: Database,
  declarations: Declarations,
  cells: CellTable,
  position: number,
): Promise<RegisterSummary[]> {
  const { pack, areas, registers } = declarations;
  const runs = await runsOf(tx, pack.district.code, position);
  const summaries: RegisterSummary[] = [];
  for (const { definition } of registers.values()) {
    const { name, openState, visibility, lifecycle } = definition;
    const count = (where: Record<string, string>) =>
      cells.total(
        recordCountId(name),
        areas.district,
        Number.NEGATIVE_INFINITY,
        Number.POSITIVE_INFINITY,
        where,
      ).n;
    const own = runs.get(name) ?? [];
    const last = own.at(-1)?.[1];
    summaries.push({
      register: name,
      records: count({}),
      entries: own.reduce((total, [first, last]) => total + last - first + 1, 0),
      runs: own,
      ...(last !== undefined && { recorded: (await entryAt(tx, pack.district.code, last)).recorded }),
      states: openState
        ? Object.fromEntries(Object.keys(lifecycle.states).map((state) => [state, count({ state })]))
        : {},
      latest: visibility === "open" ? await latestOf(tx, pack.district.code, name, own, position) : [],
    });
  }
  return summaries;
}

/** By register, where its entries stand in the log: runs of consecutive positions. */
async function runsOf({ db }: Database, district: string, position: number) {
  const rows = await db
    .selectFrom("run")
    .select(["register", "first", "last"])
    .where("district", "=", district)
    .where("first", "<", position)
    .orderBy("first")
    .execute();
  const runs = new Map<string, [number, number][]>();
  for (const { register, first, last } of rows) {
    const run: [number, number] = [first, Math.min(last, position - 1)];
    const known = runs.get(register);
    if (known === undefined) runs.set(register, [run]);
    else known.push(run);
  }
  return runs;
}

/** The records of an open register that were touched last. */
async function latestOf(
  { db }: Database,
  district: string,
  register: string,
  runs: readonly (readonly [number, number])[],
  position: number,
): Promise<RegisterSummary["latest"]> {
  const rows: { record: string; position: number }[] = [];
  for (const [first, last] of runs.toReversed()) {
    if (rows.length >= mostEntriesRead) break;
    const from = Math.max(first, last - mostEntriesRead + rows.length + 1);
    const run = await db
      .selectFrom("entry")
      .select(["record", "position"])
      .where("district", "=", district)
      .where("position", ">=", from)
      .where("position", "<=", last)
      .orderBy("position", "desc")
      .execute();
    rows.push(...run);
  }
  const latest = new Map<string, number>();
  for (const row of rows)
    if (latest.size < mostRecords && !latest.has(row.record)) latest.set(row.record, row.position);
  if (latest.size === 0) return [];
  // a condition on the position would lead SQLite through the whole log, and not to the records
  const entries = await db
    .selectFrom("entry")
    .select(["position", "bytes"])
    .where("district", "=", district)
    .where("register", "=", register)
    .where("record", "in", [...latest.keys()])
    .orderBy("version")
    .execute();
  const views = new Map<string, RecordView>();
  for (const { bytes, position: at } of entries) {
    if (at >= position) continue;
    const entry = decodeEntry(bytes);
    views.set(entry.record, fold(views.get(entry.record) ?? null, entry));
  }
  return [...latest].flatMap(([record, at]) => {
    const view = views.get(record);
    return view === undefined || view.gone
      ? []
      : [{ record, state: view.state, fields: view.fields, position: at }];
  });
}

async function notedEntries(
  tx: Database,
  district: string,
  registers: readonly string[],
  from: number,
  to: number,
  most: number,
): Promise<NotedEntry[]> {
  const rows = await entriesOf(tx, district, registers)
    .select(["entry.position", "entry.bytes"])
    .where("run.last", ">=", from)
    .where("entry.position", ">=", from)
    .where("entry.position", "<", to)
    .limit(most)
    .execute();
  return rows.map(({ position, bytes }) => {
    const { record, kind, reason } = decodeEntry(bytes);
    return { position, record, kind, reason: reason ?? "" };
  });
}
