import type { Entry } from "../../ledger/index.ts";
import type { Site } from "../site.ts";
import { pageOfRecord } from "./address.ts";
import { type EditionLog, type PlacedEntry, STRETCH } from "./log.ts";
import type { PublicRecord } from "./record.ts";
import type { RegisterRecords } from "./register-records.ts";

/** One page's records, with all their entries. */
export interface RecordsOfPage {
  readonly register: string;
  /** the page's, from 1 */
  readonly number: number;
  /** in the order of opening */
  readonly records: readonly PublicRecord[];
}

/** Pages of each register by their numbers. */
export type PageNumbers = ReadonlyMap<string, ReadonlySet<number>>;

/** Entries that are held at most while others of their page are waited for: some tens of megabytes. */
const MOST_HELD = 100_000;

/**
 * The wanted pages' records, each page as soon as the log has told the last of its entries: one way through the log
 * serves all registers. Pages that must wait too long for too many others are left for another way through it, so that
 * memory is bounded however long the log is and however far a record's entries lie apart.
 */
export async function* recordsByPage(
  { edition, records }: Pick<Site, "edition" | "records">,
  log: EditionLog,
  wanted: PageNumbers,
  mostHeld = MOST_HELD,
): AsyncGenerator<RecordsOfPage> {
  let left = [...wanted].flatMap(([register, numbers]) => {
    const own = records.get(register);
    if (own === undefined) throw new Error(`${register} has no pages of records`);
    return [...numbers].map((number) => new WaitingPage(register, number, own));
  });
  while (left.length > 0) left = yield* throughLog(left, log, edition.position, mostHeld);
}

/** A page, and what has come of it so far. */
class WaitingPage {
  readonly register: string;
  readonly number: number;
  readonly own: RegisterRecords;
  /** where its last entry stands */
  readonly last: number;
  come: { readonly number: number; readonly position: number; readonly read: () => Entry }[] = [];

  constructor(register: string, number: number, own: RegisterRecords) {
    this.register = register;
    this.number = number;
    this.own = own;
    this.last = own.page(number).last;
  }

  get isWhole(): boolean {
    return this.come.length === this.own.page(this.number).entries;
  }

  records(): PublicRecord[] {
    const byRecord = new Map<number, PlacedEntry[]>();
    for (const { number, position, read } of this.come) {
      const entry = read();
      if (entry.register !== this.register) throw new Error(`entry ${position} is not of ${this.register}`);
      const entries = byRecord.get(number);
      if (entries === undefined) byRecord.set(number, [{ position, entry }]);
      else entries.push({ position, entry });
    }
    return [...byRecord]
      .sort(([one], [other]) => one - other)
      .map(([number, entries]) => ({ number, entries }));
  }
}

/** One way through the log; returns the pages that have to wait for the next. */
async function* throughLog(
  pages: readonly WaitingPage[],
  log: EditionLog,
  size: number,
  mostHeld: number,
): AsyncGenerator<RecordsOfPage, WaitingPage[]> {
  const waiting = new Map(
    [...Map.groupBy(pages, (it) => it.register)].map(([register, its]) => [
      register,
      new Map(its.map((it) => [it.number, it])),
    ]),
  );
  const begun = new Set<WaitingPage>();
  const later: WaitingPage[] = [];
  let held = 0;
  for (let from = 0; from < size; from += STRETCH) {
    const to = Math.min(from + STRETCH, size);
    let stretch: readonly (() => Entry)[] | null = null;
    for (const own of waiting.values()) {
      const [any] = own.values();
      for (const { position, number } of any?.own.between(from, to) ?? []) {
        const page = own.get(pageOfRecord(number));
        if (page === undefined) continue;
        stretch ??= await log.entries(from, to);
        const read = stretch[position - from];
        if (read === undefined) throw new Error(`the log has no entry ${position}`);
        page.come.push({ number, position, read });
        begun.add(page);
        held += 1;
        if (page.isWhole) {
          begun.delete(page);
          own.delete(page.number);
          held -= page.come.length;
          yield { register: page.register, number: page.number, records: page.records() };
          page.come = [];
        }
      }
    }
    if (held > mostHeld)
      for (const page of longestWaiting(begun, held - mostHeld / 2)) {
        begun.delete(page);
        waiting.get(page.register)?.delete(page.number);
        held -= page.come.length;
        page.come = [];
        later.push(page);
      }
  }
  if (begun.size > 0) throw new Error("a page waits for entries that the log does not have");
  return later;
}

/** Those whose last entry is the farthest away, until they hold so many entries; never all: one page can always go on. */
function longestWaiting(begun: ReadonlySet<WaitingPage>, entries: number): WaitingPage[] {
  const [, ...others] = [...begun].sort((one, other) => one.last - other.last);
  const found: WaitingPage[] = [];
  let sum = 0;
  while (sum < entries) {
    const page = others.pop();
    if (page === undefined) break;
    found.push(page);
    sum += page.come.length;
  }
  return found;
}
