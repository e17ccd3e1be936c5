import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { test } from "node:test";
import { publishedCalendar, type WorkCalendar } from "../../src/calendar/index.ts";
import { createDistrict, type District, type Effects, openDistrict } from "../../src/district/index.ts";
import { allCells, type Cell } from "../../src/indicators/index.ts";
import { decodeEntry, type Entry } from "../../src/ledger/index.ts";
import { postgresUrl } from "../environment.ts";
import { inFolder } from "../ledger/place.ts";

/** The made-up packs' directories. */
export const smallPack = join(import.meta.dirname, "..", "pack");
export const widePack = join(smallPack, "wide");

/** A district's data directory, its district as created, and a way to open it as another process would. */
export interface MadeUpDistrict {
  readonly district: District;
  readonly directory: string;
  /** of the PostgreSQL database; undefined where it is an SQLite file in the directory */
  readonly databaseUrl: string | undefined;
  open(again?: Pick<Effects, "clock" | "calendar">): Promise<District>;
}

export interface DistrictOptions {
  readonly pack?: string;
  readonly clock?: () => Date;
  /** the working days that the program knows */
  readonly calendar?: WorkCalendar;
}

type Work = (it: MadeUpDistrict) => Promise<void>;

/** Runs a test on a district in an SQLite file, and on one in PostgreSQL. */
export function onEachStore(name: string, work: Work, options: DistrictOptions = {}): void {
  test(`sqlite: ${name}`, () => inSqliteDistrict(work, options));
  test(`postgres: ${name}`, () => inPostgresDistrict(work, options));
}

/** Creates a district in a new folder, and clears it away after the work, with whatever was opened there. */
export function inSqliteDistrict(work: Work, options: DistrictOptions = {}): Promise<void> {
  return inFolder((folder) => withDistrict(join(folder, "data"), undefined, work, options));
}

/** The same in a schema of its own of this test file's PostgreSQL database. */
export async function inPostgresDistrict(work: Work, options: DistrictOptions = {}): Promise<void> {
  database ??= postgresUrl();
  const databaseUrl = `${await database}&schema=${randomUUID()}`;
  await inFolder((folder) => withDistrict(join(folder, "data"), databaseUrl, work, options));
}

/** made when the first test asks for it, for all tests of a file */
let database: Promise<string> | undefined;

async function withDistrict(
  directory: string,
  databaseUrl: string | undefined,
  work: Work,
  { pack = widePack, clock = seconds(), calendar = publishedCalendar }: DistrictOptions,
): Promise<void> {
  const opened: District[] = [];
  const kept = async (opening: Promise<District>) => {
    const district = await opening;
    opened.push(district);
    return district;
  };
  try {
    const district = await kept(createDistrict(directory, pack, { clock, calendar, databaseUrl }));
    await work({
      district,
      directory,
      databaseUrl,
      open: (again = {}) => kept(openDistrict(directory, { clock, calendar, ...again, databaseUrl })),
    });
  } finally {
    for (const it of opened) await it.close();
  }
}

/** A clock that begins with 2022 and goes on by a second each time that it is read. */
export function seconds(): () => Date {
  let now = Date.parse("2022-01-01T00:00:00.000Z");
  return () => {
    now += 1000;
    return new Date(now);
  };
}

/** Every cell that is not zero, in one order. */
export async function cellsOf({ store, declarations }: District): Promise<Cell[]> {
  const cells = await allCells(store, declarations);
  return sortedCells(cells.filter((it) => it.n !== 0 || it.sum !== 0n));
}

/** Cells in one order. */
export function sortedCells(cells: Iterable<Cell>): Cell[] {
  const keyOf = (it: Cell) => [it.indicator, it.area, it.month, it.breakdown].join(" ");
  return [...cells].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Every entry of the log, by position. */
export async function logOf({ ledger }: District): Promise<{ position: number; entry: Entry }[]> {
  const { size } = await ledger.head();
  const pages = await Array.fromAsync(ledger.entries(0, size));
  return pages.flat().map(({ position, bytes }) => ({ position, entry: decodeEntry(bytes) }));
}
