import { CellSums } from "../indicators/index.ts";
import { refuse } from "../issue/index.ts";
import { type Entry, encodeEntry, putPending } from "../ledger/index.ts";
import { fold, historyOf, RecordBook, rowOfView, unsaid } from "../registers/index.ts";
import type { District } from "./district.ts";

/** What an erasure is told. `reason` stands in the log for ever: name the ground, never the person. */
export interface Erasure {
  readonly register: string;
  /** the record's key as people write it */
  readonly record: string;
  readonly reason: string;
  readonly actor: string;
}

/**
 * Erases a sealed record: its values and salts go, then its key, so that copies of them open nowhere; an `erase`
 * entry says so, and what stood in the log stays as it was. The record counts in no figure any more. Gives the key
 * under which the log knows it.
 *
 * The entry and the removal are one transaction; the key is destroyed after it, and then the traces of what was removed
 * are cleared from the database's files. A crash between these leaves a key without values here, or traces that open
 * nowhere: erasing again does what is left. Refuses registers that are not sealed
 * (`district.erase-open`) and records that are not there.
 */
export async function erase(
  district: District,
  { register: name, record, reason, actor }: Erasure,
): Promise<string> {
  const { declarations, code, store, seals, keys, ledger, clock } = district;
  const register = declarations.registers.get(name);
  if (register?.definition.visibility !== "sealed")
    return refuse("district.erase-open", [name], { register: name });
  const recorded = clock().toISOString();
  const action = { kind: "void", register: name, record, at: recorded.slice(0, 10), actor, reason } as const;
  const leafKey = await store.transaction(async (tx) => {
    await tx.lockDistrict(code);
    await ledger.integrateWithin(tx);
    await district.refuseUnlessInForce(tx);
    const book = await RecordBook.load(
      tx,
      code,
      declarations.registers,
      seals,
      [action],
      store.kind === "postgres",
    );
    const before = book.viewOf(action);
    if (before === null) return refuse("registers.record-unknown", [name], { record: unsaid });
    const key = book.leafKeyOf(action);
    const erased = await tx.db
      .selectFrom("payload")
      .select("version")
      .where("district", "=", code)
      .where("register", "=", name)
      .where("record", "=", key)
      .limit(1)
      .execute();
    // erased before, up to the key perhaps
    if (before.gone && erased.length === 0) return key;
    const past = await book.pastOf(action);
    const { openState } = register.definition;
    const entry: Entry = {
      v: 1,
      register: name,
      record: key,
      kind: "erase",
      version: before.version,
      at: action.at,
      recorded,
      actor,
      reason,
      ...(openState && { state: before.state }),
    };
    const after = { ...fold(before, entry), fields: {}, entered: openState ? before.entered : {} };
    const sums = new CellSums();
    declarations.contributions
      .get(name)
      ?.addChange({ before, after, at: entry.at, rewritten: { before: historyOf(past), after: [] } }, sums);
    const row = rowOfView(code, register, after);
    await tx.put("record", columns, [columns.map((column) => row[column])]);
    await tx.db
      .deleteFrom("payload")
      .where("district", "=", code)
      .where("register", "=", name)
      .where("record", "=", key)
      .execute();
    const cells = Array.from(
      sums.cells(),
      (it) => [it.indicator, it.area, it.month, it.breakdown, it.n, it.sum] as const,
    );
    await putPending(tx, code, { entries: [encodeEntry(entry)], cells });
    return key;
  });
  await keys.records.destroy({ district: code, register: name, record: leafKey });
  await ledger.integrate();
  await store.purge();
  return leafKey;
}

const columns = ["district", "register", "record", "version", "gone", "state", "at", "body"] as const;
