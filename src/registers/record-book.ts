import { decodeEntry } from "../ledger/index.ts";
import type { RecordRow, StoreTransaction } from "../ledger/store/index.ts";
import type { Action } from "./action.ts";
import type { FollowedRegister } from "./follow.ts";
import type { Told } from "./history.ts";
import type { Proposal } from "./propose.ts";
import type { Seals } from "./seals.ts";
import { type Disclosed, enteredAgain, type RecordView } from "./view.ts";
import { isText } from "./writable.ts";

/** Thrown where a record's past is asked for and part of it is not integrated yet. */
export class NotIntegrated extends Error {}

/** What `record.body` holds: the public part of a view. */
interface Body {
  readonly fields: RecordView["fields"];
  readonly entered: RecordView["entered"];
  readonly firstEntered?: Readonly<Record<string, string>>;
  readonly sameDay?: Readonly<Record<string, number>>;
}

/** The records that one append touches: as the database has them, then as the append's own actions leave them. */
export class RecordBook {
  readonly #tx: StoreTransaction;
  readonly #district: string;
  readonly #registers: ReadonlyMap<string, FollowedRegister>;
  readonly #seals: Seals;
  readonly #views = new Map<string, RecordView>();
  readonly #disclosed = new Map<string, Disclosed>();
  readonly #taken = new Map<string, Told[]>();
  /** what was made, by idempotency key */
  readonly #requests = new Map<string, { readonly place: string; readonly version: number }>();

  /** `rowLocks`: whether other writers must be kept off the rows (PostgreSQL; SQLite has one writer). */
  static async load(
    tx: StoreTransaction,
    district: string,
    registers: ReadonlyMap<string, FollowedRegister>,
    seals: Seals,
    actions: readonly Action[],
    rowLocks: boolean,
  ): Promise<RecordBook> {
    const book = new RecordBook(tx, district, registers, seals);
    const keys = new Map<string, Set<string>>();
    for (const action of actions) {
      if (!registers.has(action.register) || !isText(action.record)) continue;
      const touched = keys.get(action.register) ?? new Set();
      keys.set(action.register, touched.add(book.leafKeyOf(action)));
    }
    // in one order everywhere, so that two writers never wait for each other
    for (const register of [...keys.keys()].sort())
      await book.#loadRecords(register, [...(keys.get(register) ?? [])].sort(), rowLocks);
    await book.#loadRequests(
      actions.flatMap(({ request }) => (request !== undefined && isText(request) ? [request] : [])),
    );
    return book;
  }

  private constructor(
    tx: StoreTransaction,
    district: string,
    registers: ReadonlyMap<string, FollowedRegister>,
    seals: Seals,
  ) {
    this.#tx = tx;
    this.#district = district;
    this.#registers = registers;
    this.#seals = seals;
  }

  /** The record's key as it stands in the leaf. */
  leafKeyOf({ register, record }: Pick<Action, "register" | "record">): string {
    const sealed = this.#registers.get(register)?.definition.visibility === "sealed";
    return sealed ? this.#seals.recordKey(register, record) : record;
  }

  viewOf(action: Action): RecordView | null {
    return this.#views.get(this.#placeOf(action)) ?? null;
  }

  /** The version that an append under the same idempotency key made, if one was committed, and whether of this record. */
  repeated(action: Action): { version: number; ofThisRecord: boolean } | undefined {
    const made = action.request === undefined ? undefined : this.#requests.get(action.request);
    return made && { version: made.version, ofThisRecord: made.place === this.#placeOf(action) };
  }

  /** Notes what an action made of its record, for the actions that follow. */
  take(action: Action, { entry, secret, after }: Proposal): void {
    const place = this.#placeOf(action);
    this.#views.set(place, after);
    const told = { entry, disclosed: secret };
    const taken = this.#taken.get(place);
    if (taken === undefined) this.#taken.set(place, [told]);
    else taken.push(told);
    if (action.request !== undefined) this.#requests.set(action.request, { place, version: after.version });
  }

  /** Every entry of the record so far, this append's too. */
  async pastOf(action: Action): Promise<Told[]> {
    const record = this.leafKeyOf(action);
    const taken = this.#taken.get(this.#placeOf(action)) ?? [];
    const stored = (this.viewOf(action)?.version ?? 0) - taken.length;
    const rows = await this.#tx.db
      .selectFrom("entry")
      .select(["version", "bytes"])
      .where("district", "=", this.#district)
      .where("register", "=", action.register)
      .where("record", "=", record)
      .orderBy("version")
      .execute();
    if (rows.length !== stored) throw new NotIntegrated();
    const past = rows.map(({ version, bytes }): Told => {
      const disclosed = this.#disclosed.get(`${this.#placeOf(action)}\t${version}`);
      return { entry: decodeEntry(bytes), ...(disclosed && { disclosed }) };
    });
    return [...past, ...taken];
  }

  #placeOf(action: Action): string {
    return `${action.register}\t${this.leafKeyOf(action)}`;
  }

  async #loadRecords(register: string, keys: readonly string[], rowLocks: boolean): Promise<void> {
    const query = this.#tx.db
      .selectFrom("record")
      .selectAll()
      .where("district", "=", this.#district)
      .where("register", "=", register)
      .where("record", "in", keys)
      .orderBy("record");
    const rows = await (rowLocks ? query.forUpdate() : query).execute();
    for (const row of rows) this.#views.set(`${register}\t${row.record}`, viewOfRow(row));
    const hasSecrets = (this.#registers.get(register)?.sealedFields.size ?? 0) > 0;
    if (hasSecrets && rows.length > 0) await this.#discloseRecords(register, rows);
  }

  async #discloseRecords(register: string, rows: readonly RecordRow[]): Promise<void> {
    const payloads = await this.#tx.db
      .selectFrom("payload")
      .select(["record", "version", "bytes"])
      .where("district", "=", this.#district)
      .where("register", "=", register)
      .where(
        "record",
        "in",
        rows.map((it) => it.record),
      )
      .orderBy("version")
      .execute();
    const opened = await this.#seals.open(
      payloads.map(({ bytes, ...place }) => ({ register, ...place, payload: bytes })),
    );
    for (const [i, { record, version }] of payloads.entries()) {
      const disclosed = opened[i];
      const view = this.#views.get(`${register}\t${record}`);
      if (disclosed == null || view === undefined) continue;
      this.#disclosed.set(`${register}\t${record}\t${version}`, disclosed);
      this.#views.set(`${register}\t${record}`, disclose(view, disclosed));
    }
  }

  async #loadRequests(requests: readonly string[]): Promise<void> {
    if (requests.length === 0) return;
    const rows = await this.#tx.db
      .selectFrom("request")
      .select(["key", "register", "record", "version"])
      .where("district", "=", this.#district)
      .where("key", "in", requests)
      .execute();
    for (const { key, register, record, version } of rows)
      this.#requests.set(key, { place: `${register}\t${record}`, version });
  }
}

/** A view from its row: its public part, until what was sealed is disclosed. */
export function viewOfRow(row: RecordRow): RecordView {
  const body = JSON.parse(row.body) as Body;
  const { register, record, version, state, at } = row;
  return { register, record, version, gone: row.gone === 1, state, at, ...body };
}

/** The public part of a view, as its row. */
export function rowOfView(district: string, register: FollowedRegister, view: RecordView): RecordRow {
  const open = register.definition.openState;
  const fields = Object.fromEntries(
    Object.entries(view.fields).filter(([name]) => !register.sealedFields.has(name)),
  );
  const { entered, firstEntered, sameDay } = view;
  const body: Body = {
    fields,
    entered: open ? entered : {},
    ...(open && firstEntered && { firstEntered }),
    ...(open && sameDay && { sameDay }),
  };
  return {
    district,
    register: view.register,
    record: view.record,
    version: view.version,
    gone: view.gone ? 1 : 0,
    state: open ? view.state : "",
    at: view.at,
    body: JSON.stringify(body),
  };
}

/** Puts one entry's disclosed values into a view, in the order of versions. */
function disclose(
  view: RecordView,
  { key: _, state, entered, reason: __, ...values }: Disclosed,
): RecordView {
  const fields = { ...view.fields };
  for (const [name, value] of Object.entries(values))
    if (value === null) delete fields[name];
    else fields[name] = value;
  if (typeof state !== "string" || typeof entered !== "string") return { ...view, fields };
  const { sameDay: _sameDay, ...others } = view;
  return { ...others, fields, state, ...enteredAgain(view, state, entered) };
}
