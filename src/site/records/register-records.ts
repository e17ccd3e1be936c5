import type { Edition } from "../edition.ts";
import { pageOfRecord, pagesFor } from "./address.ts";
import { type EditionLog, type EntryOwner, STRETCH } from "./log.ts";

/**
 * Which entries of the log belong to which record of an open register. Records are numbered from 1 in the order in
 * which they were opened, so a number never changes. Of each entry 8 bytes are kept, and no key.
 */
export class RegisterRecords {
  /** how many were opened; those withdrawn since are among them */
  count = 0;
  /** of each entry of the register, in the order of the log: its position and its record */
  readonly #positions: Int32Array;
  readonly #records: Int32Array;
  #entries = 0;
  /** where each record was opened */
  readonly #opened: number[] = [];
  /** of each page: how many entries its records have, and where the last of them stands */
  readonly #pages: { entries: number; last: number }[] = [];
  #numbers: Map<string, number> | null = new Map();

  /** `entries`: how many the register has */
  constructor(entries: number) {
    this.#positions = new Int32Array(entries);
    this.#records = new Int32Array(entries);
  }

  /** Takes the register's next entry. Throws on more than it was made for, and on a record that nobody opened. */
  add({ record, version }: Pick<EntryOwner, "record" | "version">, position: number): void {
    const numbers = this.#numbers;
    const at = this.#entries++;
    if (numbers === null || at >= this.#positions.length)
      throw new Error(`the edition does not count entry ${position} to its register`);
    let number = numbers.get(record);
    if (number === undefined) {
      if (version !== 0) throw new Error(`the record of entry ${position} was never opened`);
      number = ++this.count;
      numbers.set(record, number);
      this.#opened.push(position);
    }
    this.#positions[at] = position;
    this.#records[at] = number;
    const page = this.#pages[pageOfRecord(number) - 1];
    if (page === undefined) this.#pages.push({ entries: 1, last: position });
    else {
      page.entries += 1;
      page.last = position;
    }
  }

  /** No more entries come: the keys are let go. */
  close(): void {
    this.#numbers = null;
  }

  /** How many pages the records fill. */
  get pages(): number {
    return pagesFor(this.count);
  }

  /** How many entries the records of a page have, and where in the log the last of them stands. */
  page(number: number): { readonly entries: number; readonly last: number } {
    const page = this.#pages[number - 1];
    if (page === undefined) throw new Error(`the register has no page ${number}`);
    return page;
  }

  /**
   * Whether a page would have told the same before a position of the log: no later entry is of its records, none of
   * these came later, and it was the last page or is not.
   */
  stoodBefore(position: number, number: number): boolean {
    const pagesBefore = pagesFor(firstFrom(this.#opened, this.count, position));
    return this.page(number).last < position && number < pagesBefore === number < this.pages;
  }

  /** The register's entries from one position of the log to before another, in their order, and the record of each. */
  *between(from: number, to: number): Generator<{ readonly position: number; readonly number: number }> {
    for (let at = firstFrom(this.#positions, this.#entries, from); at < this.#entries; at++) {
      const position = this.#positions[at] as number;
      if (position >= to) return;
      yield { position, number: this.#records[at] as number };
    }
  }

  /** The number of the record that an entry belongs to; undefined where the entry is none of this register. */
  numberAt(position: number): number | undefined {
    const at = firstFrom(this.#positions, this.#entries, position);
    return at < this.#entries && this.#positions[at] === position ? this.#records[at] : undefined;
  }
}

/** The first index of rising numbers, of which there are `length`, whose number is not less than a value. */
function firstFrom(rising: ArrayLike<number>, length: number, value: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
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
  for (let from = 0; from < position; from += STRETCH) {
    const owners = await log.owners(from, Math.min(from + STRETCH, position));
    for (const [at, owner] of owners.entries()) found.get(owner.register)?.add(owner, from + at);
  }
  for (const records of found.values()) records.close();
  return found;
}
