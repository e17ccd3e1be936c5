import type { Site } from "../site.ts";
import { pagesFor, RECORDS_ON_PAGE } from "./address.ts";
import { type EditionLog, LogWindow } from "./log.ts";
import type { PublicRecord } from "./record.ts";

/** The records of an open register with all their entries, a page at a time, in the order of opening. */
export async function* recordsByPage(
  { edition, records }: Site,
  log: EditionLog,
  register: string,
): AsyncGenerator<{ readonly number: number; readonly records: readonly PublicRecord[] }> {
  const own = records.get(register);
  if (own === undefined) return;
  const window = new LogWindow(log, edition.position);
  for (let number = 1; number <= pagesFor(own.count); number++) {
    const found: PublicRecord[] = [];
    const first = (number - 1) * RECORDS_ON_PAGE + 1;
    for (let it = first; it < first + RECORDS_ON_PAGE && it <= own.count; it++) {
      const entries = [];
      for (const position of own.positionsOf(it)) entries.push(await window.at(position));
      found.push({ number: it, entries });
    }
    yield { number, records: found };
  }
}
