import {
  addWholeRecord,
  amountOf,
  CellSums,
  type Declarations,
  followPack,
  type MeasureDefinition,
  type PackDefinition,
} from "../../indicators/index.ts";
import { Decimal, Period } from "../../quantity/index.ts";
import { RECORDS_ON_PAGE } from "../records/address.ts";
import type { PublicRecord } from "../records/record.ts";
import type { FigureOfSite, Site } from "../site.ts";
import { type Counted, countedYears } from "./counted.ts";

/** Pages of records that one page of a list leads to. */
export const ROWS_ON_PAGE = 100;

/** One page of records and what of it counts in a value. */
export interface CountedRow {
  /** the page of the register's records, from 1 */
  readonly page: number;
  /** the records on it that count, in their order */
  readonly numbers: readonly number[];
  /** what they give together */
  readonly value: Decimal;
}

/** A page of the list of records that a figure of a year is made of. */
export interface CountedPage extends Counted {
  readonly figure: FigureOfSite;
  /** from 1 to `pages` */
  readonly number: number;
  readonly pages: number;
  readonly rows: readonly CountedRow[];
  /** what the pages before this one give */
  readonly before: Decimal;
}

/**
 * Lists, for each yearly figure of an open register, the records that it is made of, while the pages of records come
 * by, in whatever order: every record adds to cells by the very function that makes the figure, so the list gives it to
 * the last digit. Of a page of records some forty bytes are kept for each list that has any of them.
 */
export class CountedLists {
  readonly #registers: ReadonlyMap<string, ListsOfRegister>;

  constructor(site: Site) {
    const lists = [...site.figures.values()].flatMap((figure) =>
      countedYears(site, figure).map((it) => new List(site.declarations, figure, it)),
    );
    const byRegister = Map.groupBy(lists, (it) => it.counted.measure.register);
    this.#registers = new Map(
      [...byRegister].map(([register, own]) => [
        register,
        new ListsOfRegister(site.edition.pack, register, own),
      ]),
    );
  }

  /** Takes a page of a register's records. */
  take(register: string, page: number, records: readonly PublicRecord[]): void {
    this.#registers.get(register)?.take(page, records);
  }

  /** The pages of all lists, once every page of records was taken. */
  *pages(): Generator<CountedPage> {
    for (const { lists } of this.#registers.values()) for (const list of lists) yield* list.pages();
  }
}

class ListsOfRegister {
  readonly lists: readonly List[];
  readonly #declarations: Declarations;
  /** by measure and month */
  readonly #wanted = new Map<string, List[]>();

  constructor(pack: PackDefinition, register: string, lists: readonly List[]) {
    this.lists = lists;
    for (const list of lists)
      for (const month of Period.of(list.counted.observation.period).months()) {
        const key = keyOf(list.counted.measure.id, month);
        this.#wanted.set(key, [...(this.#wanted.get(key) ?? []), list]);
      }
    const measures = new Set(lists.map((it) => it.counted.measure));
    this.#declarations = followPack(ofDistrict(pack, register, measures));
  }

  take(page: number, records: readonly PublicRecord[]): void {
    for (const { number, entries } of records) {
      const sums = new CellSums();
      addWholeRecord(this.#declarations, entries, sums);
      for (const { indicator, month, area, n, sum } of sums.cells())
        if (area === this.#declarations.areas.district)
          for (const list of this.#wanted.get(keyOf(indicator, month)) ?? []) list.add(page, number, n, sum);
    }
  }
}

/** Records of a page in one half of {@link Kept}: as many bits as a small whole number has to spare. */
const HALF = RECORDS_ON_PAGE / 2;

/** A row as it is kept: which of the page's records count, a bit for each, and what they add to the cells. */
interface Kept {
  first: number;
  second: number;
  n: number;
  sum: bigint;
}

class List {
  readonly figure: FigureOfSite;
  readonly counted: Counted;
  readonly #declarations: Declarations;
  readonly #rows = new Map<number, Kept>();

  constructor(declarations: Declarations, figure: FigureOfSite, counted: Counted) {
    this.#declarations = declarations;
    this.figure = figure;
    this.counted = counted;
  }

  /** A record counts with so much; where it counts in two months of the year, it comes twice. */
  add(page: number, number: number, n: number, sum: bigint): void {
    let row = this.#rows.get(page);
    if (row === undefined) {
      row = { first: 0, second: 0, n: 0, sum: 0n };
      this.#rows.set(page, row);
    }
    const at = (number - 1) % RECORDS_ON_PAGE;
    if (at < HALF) row.first |= 1 << at;
    else row.second |= 1 << (at - HALF);
    row.n += n;
    row.sum += sum;
  }

  *pages(): Generator<CountedPage> {
    const rows = [...this.#rows].sort(([one], [other]) => one - other);
    const pages = Math.ceil(rows.length / ROWS_ON_PAGE);
    let before = Decimal.ZERO;
    for (let number = 1; number <= pages; number++) {
      const own = rows
        .slice((number - 1) * ROWS_ON_PAGE, number * ROWS_ON_PAGE)
        .map(([page, kept]) => this.#row(page, kept));
      yield { ...this.counted, figure: this.figure, number, pages, rows: own, before };
      before = own.reduce((all, it) => all.plus(it.value), before);
    }
  }

  #row(page: number, { first, second, n, sum }: Kept): CountedRow {
    const numbers = Array.from({ length: RECORDS_ON_PAGE }, (_, at) => at)
      .filter((at) => ((at < HALF ? first >> at : second >> (at - HALF)) & 1) === 1)
      .map((at) => (page - 1) * RECORDS_ON_PAGE + at + 1);
    return { page, numbers, value: amountOf(this.#declarations, this.counted.measure, n, sum) };
  }
}

/** The same declarations for one register's measures, counted for the district as a whole and not by anything. */
function ofDistrict(
  pack: PackDefinition,
  register: string,
  measures: ReadonlySet<MeasureDefinition>,
): PackDefinition {
  return {
    ...pack,
    registers: pack.registers.filter((it) => it.name === register),
    indicators: [...measures].map((it) => ({ ...it, by: [], finest: { ...it.finest, area: "district" } })),
    rules: [],
    reports: [],
  };
}

function keyOf(measure: string, month: number): string {
  return `${measure} ${month}`;
}
