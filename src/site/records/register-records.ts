import type { Entry } from "../../ledger/index.ts";
import type { Edition } from "../edition.ts";
import type { EditionLog } from "./log.ts";

/** Entries that are read at once while the log is looked through. */
const AT_ONCE = 2048;

/**
 * Which entries of the log belong to which record of an open register. Records are numbered from 1 in the order in
 * which they were opened, so a number never changes. Of each entry 12 bytes are kept, and no key.
 */
export class RegisterRecords {
  /** how many were opened; those withdrawn since are among them */
  count = 0;
  /** of each entry of the register, in the order of the log: its position, its record, and the record's next entry */
  readonly #positions: Int32Array;
  readonly #records: Int32Array;
  readonly #next: Int32Array;
  #entries = 0;
  /** of each record, its first and its last entry */
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  #numbers: Map<string, number> | null = new Map();

  /** `entries`: how many the register has */
  constructor(entries: number) {
    this.#positions = new Int32Array(entries);
    this.#records = new Int32Array(entries);
    this.#next = new Int32Array(entries).fill(-1);
  }

  /** Takes the register's next entry. Throws on more than it was made for, and on a record that nobody opened. */
  add({ record, kind }: Pick<Entry, "record" | "kind">, position: number): void {
    const numbers = this.#numbers;
    const at = this.#entries++;
    if (numbers === null || at >= this.#positions.length)
      throw new Error(`the edition does not count entry ${position} to its register`);
    let number = numbers.get(record);
    if (number === undefined) {
      if (kind !== "open") throw new Error(`the record of entry ${position} was never opened`);
      number = ++this.count;
      numbers.set(record, number);
      this.#first.push(at);
    } else this.#next[this.#last[number - 1] as number] = at;
    this.#last[number - 1] = at;
    this.#positions[at] = position;
    this.#records[at] = number;
  }

  /** No more entries come: the keys are let go. */
  close(): void {
    this.#numbers = null;
  }

  /** Where the entries of a record stand in the log, in their order. */
  positionsOf(number: number): number[] {
    const positions: number[] = [];
    for (let at = this.#first[number - 1] ?? -1; at >= 0; at = this.#next[at] as number)
      positions.push(this.#positions[at] as number);
    return positions;
  }

  /** The number of the record that an entry belongs to; undefined where the entry is none of this register. */
  numberAt(position: number): number | undefined {
    let [low, high] = [0, this.#entries - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#positions[middle] as number;
      if (found === position) return this.#records[middle];
      if (found < position) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}

/** The records of an edition's open registers, by register: what stands in the log of them, read once from its start. */
export async function registerRecords(
  { pack, registers, position }: Edition,
  log: EditionLog,
): Promise<ReadonlyMap<string, RegisterRecords>> {
  const open = new Set(pack.registers.filter((it) => it.visibility === "open").map((it) => it.name));
  const found = new Map(
    registers
      .filter((it) => open.has(it.register))
      .map((it) => [it.register, new RegisterRecords(it.entries)]),
  );
  for (let from = 0; from < position; from += AT_ONCE) {
    const entries = await log.entries(from, Math.min(from + AT_ONCE, position));
    for (const [at, entry] of entries.entries()) found.get(entry.register)?.add(entry, from + at);
  }
  for (const records of found.values()) records.close();
  return found;
}
