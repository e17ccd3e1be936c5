import { decodeEntry } from "../ledger/index.ts";
import type { Disclosed, Told } from "../registers/index.ts";
import type { District } from "./district.ts";

/** An entry with what it sealed. */
export interface RegisterEntry {
  readonly told: Told;
  /** its record's key as people write it; missing where it was erased with the record */
  readonly key?: string;
}

/** Entries read at once. */
const page = 1000;

/**
 * A register's entries in the order of the log, with the secrets of those that can still be opened. For staff
 * who may see them: what comes out is private.
 */
export async function* registerEntries(
  { store, code, seals, declarations }: District,
  register: string,
): AsyncGenerator<RegisterEntry> {
  const hidden = declarations.registers.get(register)?.definition.visibility === "sealed";
  const keys = new Map<string, string>();
  for (let from = -1; ; ) {
    const rows = await store.db
      .selectFrom("entry")
      .select(["position", "record", "version", "bytes"])
      .where("district", "=", code)
      .where("register", "=", register)
      .where("position", ">", from)
      .orderBy("position")
      .limit(page)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const payloads = await store.db
      .selectFrom("payload")
      .select(["record", "version", "bytes"])
      .where("district", "=", code)
      .where("register", "=", register)
      .where("record", "in", [...new Set(rows.map((it) => it.record))])
      .execute();
    const opened = await seals.open(
      payloads.map(({ bytes, ...place }) => ({ register, ...place, payload: bytes })),
    );
    const disclosed = new Map(
      payloads.map((it, i) => [`${it.record}\t${it.version}`, opened[i] ?? undefined]),
    );
    for (const { record, version, bytes } of rows) {
      const secrets: Disclosed | undefined = disclosed.get(`${record}\t${version}`);
      if (typeof secrets?.key === "string") keys.set(record, secrets.key);
      const key = hidden ? keys.get(record) : record;
      yield {
        told: { entry: decodeEntry(bytes), ...(secrets && { disclosed: secrets }) },
        ...(key !== undefined && { key }),
      };
    }
    if (rows.length < page) return;
    from = last.position;
  }
}
