import { addWholeRecord, allCells, type Cell, CellSums } from "../indicators/index.ts";
import { type Issue, IssueError, issue } from "../issue/index.ts";
import {
  decodeEntry,
  emptyEdge,
  grow,
  leafHashes,
  nodeHashMany,
  rootOf,
  type TreeEdge,
  toHex,
} from "../ledger/index.ts";
import type { RecordRow, Store } from "../ledger/store/index.ts";
import { checkEntry, fold, type RecordView, rowOfView, viewOfRow } from "../registers/index.ts";
import type { District } from "./district.ts";
import { pastReleases } from "./past-releases.ts";
import { type RecordHistory, recordHistories } from "./record-histories.ts";
import { verifyFigures } from "./verify-figures.ts";

/** What a verification went through, and the first thing that does not match. */
export interface Verification {
  readonly checked: Readonly<Record<string, number>>;
  readonly issue: Issue | null;
}

/**
 * Re-derives everything that a ledger's database maintains from its entries alone, and compares: tiles and
 * root, then records and sealed values, then cells, then what is kept of releases, and the last one's figures where nothing followed it. Names the first thing that does
 * not match. It takes the way that appending does not: each record whole, from all its entries.
 *
 * It reads while others may write. What does not match is believed only where nothing was appended meanwhile.
 */
export async function verifyLedger(
  district: District,
  onProgress: (step: string, done: number, total: number) => void = () => {},
): Promise<Verification> {
  for (let attempt = 1; ; attempt++) {
    const { size } = await district.ledger.integrate();
    const found = await verifyOnce(district, size, onProgress);
    if (found.issue === null || (await district.ledger.integrate()).size === size) return found;
    if (attempt === attempts) return { ...found, issue: issue("verify.kept-busy", []) };
  }
}

/** How often it begins anew where others wrote. */
const attempts = 5;

async function verifyOnce(
  district: District,
  size: number,
  onProgress: (step: string, done: number, total: number) => void,
): Promise<Verification> {
  const checked: Record<string, number> = {};
  try {
    checked.entries = await verifyTree(district, size, (done) => onProgress("entries", done, size));
    district.refuseOtherCalendar();
    const sums = new CellSums();
    checked.records = await verifyRecords(district, sums, (done) => onProgress("records", done, size));
    checked.cells = await verifyCells(district, sums);
    const releases = await pastReleases(district);
    checked.releases = releases.length;
    const figures = verifyFigures(district, size, releases, sums);
    if (figures > 0) checked.figures = figures;
    return { checked, issue: null };
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return { checked, issue: error.issues[0] as Issue };
  }
}

/** Entry bytes → leaves → tiles → root. */
async function verifyTree(
  { ledger, store, code }: District,
  size: number,
  onProgress: (done: number) => void,
): Promise<number> {
  let edge: TreeEdge = emptyEdge;
  const runs = new RunsFound();
  let misfiled: [what: string, position: number, field: string] | null = null;
  for await (const page of entryRows(store, code, size)) {
    for (const [i, { position, bytes, ...filed }] of page.entries()) {
      if (position !== edge.size + i) refuse("verify.entry-missing", ["entry", edge.size + i], {});
      const entry = decodeEntry(bytes, ["entry", position]);
      runs.add(entry.register, position);
      for (const field of ["register", "record", "version"] as const)
        misfiled ??= filed[field] === entry[field] ? null : ["entry", position, field];
    }
    const leaves = await leafHashes(
      page.map((it) => it.bytes),
      nodeHashMany,
    );
    const growth = await grow(edge, leaves, nodeHashMany);
    for (const { level, index, hashes } of growth.tiles) {
      const row = await store.db
        .selectFrom("tile")
        .select("bytes")
        .where("district", "=", code)
        .where("level", "=", level)
        .where("index", "=", index)
        .executeTakeFirst();
      const stored = row?.bytes.subarray(0, hashes.length) ?? new Uint8Array();
      const differs = hashes.findIndex((byte, at) => byte !== stored[at]);
      // a leaf hash that differs names the entry; higher up it names the tile
      if (differs >= 0 && level === 0)
        refuse("verify.entry-altered", ["entry", index * 256 + Math.floor(differs / 32)], {});
      if (differs >= 0) refuse("verify.tile-altered", ["tile", level, index], {});
    }
    edge = growth.edge;
    onProgress(edge.size);
  }
  if (edge.size !== size) refuse("verify.entry-missing", ["entry", edge.size], {});
  const root = toHex(await rootOf(edge, nodeHashMany));
  const head = await ledger.head();
  if (root !== head.root) refuse("verify.root-altered", ["ledger"], { stored: head.root, derived: root });
  await runs.refuseOthers(store, code, size);
  // told last: where bytes were changed, too, that is what happened
  if (misfiled !== null) refuse("verify.entry-misfiled", misfiled, { field: misfiled[2] });
  return size;
}

/** Where each register's entries stand, found anew. */
class RunsFound {
  readonly #runs: { first: number; last: number; register: string }[] = [];

  add(register: string, position: number): void {
    const last = this.#runs.at(-1);
    if (last?.register === register) last.last = position;
    else this.#runs.push({ first: position, last: position, register });
  }

  async refuseOthers({ db }: Pick<Store, "db">, district: string, size: number): Promise<void> {
    const stored = await db
      .selectFrom("run")
      .select(["first", "last", "register"])
      .where("district", "=", district)
      .where("first", "<", size)
      .orderBy("first")
      .execute();
    for (let i = 0; i < Math.max(stored.length, this.#runs.length); i++) {
      const [own, other] = [this.#runs[i], stored[i]];
      const same = own?.first === other?.first && own?.register === other?.register;
      // entries that were appended meanwhile may have extended the last run
      const ends = own?.last === other?.last || (i === this.#runs.length - 1 && (other?.last ?? 0) >= size);
      if (!same || !ends) refuse("verify.run-altered", ["run", own?.first ?? other?.first ?? 0], {});
    }
  }
}

/** The log's rows in its order, in pages. */
async function* entryRows({ db }: Pick<Store, "db">, district: string, size: number) {
  const page = 2048;
  for (let from = 0; from < size; from += page)
    yield await db
      .selectFrom("entry")
      .select(["position", "register", "record", "version", "bytes"])
      .where("district", "=", district)
      .where("position", ">=", from)
      .where("position", "<", Math.min(from + page, size))
      .orderBy("position")
      .execute();
}

/** Entries → records, each whole; what they contribute is added to `sums`. */
async function verifyRecords(
  district: District,
  sums: CellSums,
  onProgress: (done: number) => void,
): Promise<number> {
  let records = 0;
  let entries = 0;
  for (const name of district.declarations.registers.keys())
    for await (const group of recordHistories(district, name)) {
      await verifyGroup(district, name, group, sums);
      records += group.length;
      for (const { told } of group) entries += told.length;
      onProgress(entries);
    }
  await refuseForeignRecords(district);
  return records;
}

/** A record that no entry made would be taken for one when somebody appends to it. */
async function refuseForeignRecords({ store, code }: District): Promise<void> {
  const foreign = await store.db
    .selectFrom("record")
    .select(["register", "record"])
    .where("district", "=", code)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("entry")
            .select("position")
            .whereRef("entry.district", "=", "record.district")
            .whereRef("entry.register", "=", "record.register")
            .whereRef("entry.record", "=", "record.record"),
        ),
      ),
    )
    .limit(1)
    .execute();
  for (const { register, record } of foreign)
    refuse("verify.record-foreign", ["record", register, record], {});
}

async function verifyGroup(
  district: District,
  name: string,
  group: readonly RecordHistory[],
  sums: CellSums,
): Promise<void> {
  const { declarations, code, store } = district;
  const register = declarations.registers.get(name);
  if (register === undefined || group.length === 0) return;
  const rows = await store.db
    .selectFrom("record")
    .selectAll()
    .where("district", "=", code)
    .where("register", "=", name)
    .where(
      "record",
      "in",
      group.map((it) => it.record),
    )
    .execute();
  const stored = new Map(rows.map((it) => [it.record, it]));
  for (const { record, told } of group) {
    let view: RecordView | null = null;
    for (const { entry, disclosed } of told) {
      const issues = checkEntry(register, view, entry, ["record", name, record]);
      if (issues.length > 0) throw new IssueError(issues);
      view = fold(view, entry, disclosed);
    }
    const row = stored.get(record);
    if (row === undefined || view === null)
      return refuse("verify.record-missing", ["record", name, record], {});
    const differing = differenceOf(row, rowOfView(code, register, view));
    if (differing !== null)
      refuse("verify.record-altered", ["record", name, record, differing], { field: differing });
    addWholeRecord(declarations, told, sums);
  }
}

function differenceOf(row: RecordRow, derived: RecordRow): string | null {
  for (const name of ["version", "gone", "state", "at"] as const)
    if (row[name] !== derived[name]) return name;
  const flat = (it: RecordRow) => {
    const { fields, entered, firstEntered, sameDay } = viewOfRow(it);
    const titled = (what: string, of: object = {}) =>
      Object.entries(of).map(([state, value]) => [`${what} ${state}`, value] as const);
    return new Map(
      [
        ...Object.entries(fields),
        ...titled("entered", entered),
        ...titled("first entered", firstEntered),
        ...titled("times on that day", sameDay),
      ].map(([name, value]) => [name, JSON.stringify(value)]),
    );
  };
  const [now, then] = [flat(row), flat(derived)];
  for (const name of new Set([...now.keys(), ...then.keys()]))
    if (now.get(name) !== then.get(name)) return name;
  return null;
}

/** Derived cells against the maintained ones. */
async function verifyCells({ store, declarations }: District, sums: CellSums): Promise<number> {
  const keyOf = (it: Cell) => `${it.indicator}\t${it.area}\t${it.month}\t${it.breakdown}`;
  const derived = new Map(Array.from(sums.cells(), (it) => [keyOf(it), it]));
  const stored = (await allCells(store, declarations)).filter((it) => it.n !== 0 || it.sum !== 0n);
  for (const cell of stored) {
    const own = derived.get(keyOf(cell));
    if (own?.n !== cell.n || own.sum !== cell.sum) refuseCell(cell, own);
    derived.delete(keyOf(cell));
  }
  for (const cell of derived.values()) refuseCell({ ...cell, n: 0, sum: 0n }, cell);
  return stored.length;
}

function refuseCell(stored: Cell, derived: Cell | undefined): never {
  const month = `${Math.floor(stored.month / 12)}-${String((stored.month % 12) + 1).padStart(2, "0")}`;
  return refuse("verify.cell-altered", ["cell", stored.indicator, stored.area, month, stored.breakdown], {
    stored: `${stored.n}/${stored.sum}`,
    derived: `${derived?.n ?? 0}/${derived?.sum ?? 0n}`,
  });
}

function refuse(code: Issue["code"], path: Issue["path"], params: Issue["params"]): never {
  throw new IssueError([issue(code, path, params)]);
}
