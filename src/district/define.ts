import { sql } from "kysely";
import type { WorkCalendar } from "../calendar/index.ts";
import { compilePack, type PackDefinition, type ReportDefinition } from "../indicators/index.ts";
import { refuse } from "../issue/index.ts";
import {
  decodeEntry,
  type Entry,
  encodeEntry,
  entriesOf,
  type Keys,
  type Leaf,
  type Ledger,
} from "../ledger/index.ts";
import type { Store, StoreTransaction } from "../ledger/store/index.ts";
import { completed, type RegisterDefinition } from "../registers/index.ts";
import {
  assemblePack,
  changesBetween,
  type Definition,
  defineEntry,
  definitionRegister,
  definitionsOf,
  hashesInForce,
  hashOf,
  recordOf,
} from "./definitions.ts";
import { deriveCells } from "./derive-cells.ts";

/** Who puts declarations in force, when and why. */
export interface DefineFacts {
  readonly recorded: Date;
  readonly actor: string;
  readonly reason: string;
}

/** Where declarations are put in force. */
export interface DefinePlace {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly keys: Keys;
}

/**
 * Puts a pack's declarations, and the working days that the program knows, in force: a `define` entry for each that is new or changed, or no longer there; and
 * makes the cells anew by them, all in one transaction, so that no figure was ever counted half by the old ones.
 * Refuses what contradicts the entries that are there: `district.define-conflict`, `district.define-sealing`.
 */
export function define(
  { store, ledger, keys }: DefinePlace,
  pack: PackDefinition,
  facts: DefineFacts,
  calendar: WorkCalendar,
): Promise<number> {
  const code = pack.district.code;
  return store.transaction(async (tx) => {
    await tx.lockDistrict(code);
    await keepAppendsOut(tx, store.kind);
    await ledger.integrateWithin(tx);
    const { current, versions } = await readDefinitions(tx, code);
    const { defined, withdrawn } = changesBetween(current, definitionsOf(pack, calendar));
    await refuseOtherSealing(tx, code, current, defined);
    await tx.put(
      "definition",
      ["district", "hash", "kind", "name", "body"],
      // not canonical: fields and states keep the order in which their author wrote them
      defined.map(({ hash, kind, name, body }) => [code, hash, kind, name, JSON.stringify(body)]),
    );
    const recorded = facts.recorded.toISOString();
    const leaves = [...defined, ...withdrawn].map((it, i) =>
      leafOf(
        defineEntry(it, versions.get(recordOf(it)) ?? 0, {
          at: recorded.slice(0, 10),
          recorded,
          actor: facts.actor,
          reason: facts.reason,
          withdrawn: i >= defined.length,
        }),
      ),
    );
    await ledger.place(tx, leaves, []);
    if ([...defined, ...withdrawn].some((it) => counted.has(it.kind)))
      await deriveCells(tx, { code, keys }, compilePack(pack, calendar));
    return leaves.length;
  });
}

/** The kinds of declarations that cells depend on. */
const counted: ReadonlySet<string> = new Set(["register", "indicator", "areas", "calendar"]);

/**
 * Waits for appends that are on their way, and lets none begin: their cells would be counted by the old
 * declarations. An SQLite transaction is alone anyway.
 */
async function keepAppendsOut(tx: StoreTransaction, kind: Store["kind"]): Promise<void> {
  if (kind === "postgres") await sql`lock table pending in share mode`.execute(tx.db);
}

/** What was sealed when it was written cannot be open to readers of today's declaration, or the other way. */
async function refuseOtherSealing(
  tx: StoreTransaction,
  district: string,
  current: readonly Definition[],
  defined: readonly Definition[],
): Promise<void> {
  const before = new Map(current.map((it) => [recordOf(it), it]));
  for (const it of defined) {
    const now = before.get(recordOf(it));
    if (it.kind !== "register" || now === undefined) continue;
    const [old, wanted] = [now.body, it.body].map((body) =>
      completed(body as unknown as RegisterDefinition),
    ) as [RegisterDefinition, RegisterDefinition];
    if (sealsAlike(old, wanted)) continue;
    const entry = tx.db.selectFrom("entry").select("position").where("district", "=", district);
    if ((await entry.where("register", "=", it.name).limit(1).execute()).length > 0)
      refuse("district.define-sealing", [recordOf(it)], { register: it.name });
  }
}

function sealsAlike(old: RegisterDefinition, wanted: RegisterDefinition): boolean {
  const isSealed = ({ fields }: RegisterDefinition, name: string) => fields[name]?.sealed === true;
  return (
    old.visibility === wanted.visibility &&
    old.openState === wanted.openState &&
    Object.keys(old.fields).every((name) =>
      name in wanted.fields ? isSealed(old, name) === isSealed(wanted, name) : !isSealed(old, name),
    )
  );
}

function leafOf(entry: Entry): Leaf {
  const { register, record, version } = entry;
  return { register, record, version, bytes: encodeEntry(entry) };
}

/** What is in force in a ledger. */
export interface InForce {
  /** the pack as the declarations make it */
  readonly pack: PackDefinition;
  readonly definitions: readonly Definition[];
  /** how often any were put in force */
  readonly changes: number;
}

/** What is in force, the pack with these reports. */
export async function inForce(
  store: Store,
  district: string,
  reports: readonly ReportDefinition[],
): Promise<InForce> {
  const { current, entries } = await readDefinitions(store, district);
  return { pack: assemblePack(current, reports), definitions: current, changes: entries };
}

/** How many entries put declarations in force: with each more, what was read before is no longer what holds. */
export async function changesSoFar({ db }: Database, district: string): Promise<number> {
  const { n } = await db
    .selectFrom("entry")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("district", "=", district)
    .where("register", "=", definitionRegister)
    .executeTakeFirstOrThrow();
  return Number(n);
}

type Database = Pick<Store, "db"> | Pick<StoreTransaction, "db">;

async function readDefinitions(
  { db }: Database,
  district: string,
): Promise<{ current: Definition[]; versions: Map<string, number>; entries: number }> {
  const rows = await entriesOf({ db }, district, [definitionRegister]).select("entry.bytes").execute();
  const entries = rows.map((row): Entry => decodeEntry(row.bytes));
  const bodies = await db.selectFrom("definition").selectAll().where("district", "=", district).execute();
  const byHash = new Map(bodies.map((it) => [it.hash, it]));
  const current = Array.from(hashesInForce(entries), ([record, hash]): Definition => {
    const row = byHash.get(hash);
    const body = row === undefined ? null : JSON.parse(row.body);
    if (row === undefined || hashOf(body) !== hash)
      return refuse("district.definition-altered", [record], { record });
    return { kind: row.kind, name: row.name, body, hash };
  });
  const versions = new Map(entries.map((it) => [it.record, it.version + 1]));
  return { current, versions, entries: entries.length };
}
