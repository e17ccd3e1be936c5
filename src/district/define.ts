import type { PackDefinition, ReportDefinition } from "../indicators/index.ts";
import { refuse } from "../issue/index.ts";
import { decodeEntry, type Entry, encodeEntry, type Ledger, putPending } from "../ledger/index.ts";
import type { Store } from "../ledger/store/index.ts";
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

/** Who puts declarations in force, when and why. */
export interface DefineFacts {
  readonly recorded: Date;
  readonly actor: string;
  readonly reason: string;
}

/** Puts a pack's declarations in force: a `define` entry for each that is new or changed, or no longer there. */
export async function define(
  ledger: Ledger,
  store: Store,
  pack: PackDefinition,
  facts: DefineFacts,
): Promise<number> {
  const district = pack.district.code;
  const { current, versions } = await readDefinitions(store, district);
  const { defined, withdrawn } = changesBetween(current, definitionsOf(pack));
  const recorded = facts.recorded.toISOString();
  const entries = [...defined, ...withdrawn].map((it, i) =>
    encodeEntry(
      defineEntry(it, versions.get(recordOf(it)) ?? 0, {
        at: recorded.slice(0, 10),
        recorded,
        actor: facts.actor,
        reason: facts.reason,
        withdrawn: i >= defined.length,
      }),
    ),
  );
  await store.transaction(async (tx) => {
    await tx.lockDistrict(district);
    await tx.put(
      "definition",
      ["district", "hash", "kind", "name", "body"],
      // not canonical: fields and states keep the order in which their author wrote them
      defined.map(({ hash, kind, name, body }) => [district, hash, kind, name, JSON.stringify(body)]),
    );
    await putPending(tx, district, { entries, cells: [] });
  });
  await ledger.integrate();
  return entries.length;
}

/** The pack as the ledger's declarations in force make it, with these reports. */
export async function inForce(
  store: Store,
  district: string,
  reports: readonly ReportDefinition[],
): Promise<PackDefinition> {
  const { current } = await readDefinitions(store, district);
  return assemblePack(current, reports);
}

async function readDefinitions(
  store: Store,
  district: string,
): Promise<{ current: Definition[]; versions: Map<string, number> }> {
  const rows = await store.db
    .selectFrom("entry")
    .select("bytes")
    .where("district", "=", district)
    .where("register", "=", definitionRegister)
    .orderBy("position")
    .execute();
  const entries = rows.map((row): Entry => decodeEntry(row.bytes));
  const bodies = await store.db
    .selectFrom("definition")
    .selectAll()
    .where("district", "=", district)
    .execute();
  const byHash = new Map(bodies.map((it) => [it.hash, it]));
  const current = Array.from(hashesInForce(entries), ([record, hash]): Definition => {
    const row = byHash.get(hash);
    const body = row === undefined ? null : JSON.parse(row.body);
    if (row === undefined || hashOf(body) !== hash)
      return refuse("district.definition-altered", [record], { record });
    return { kind: row.kind, name: row.name, body, hash };
  });
  return { current, versions: new Map(entries.map((it) => [it.record, it.version + 1])) };
}
