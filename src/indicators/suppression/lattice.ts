import type { Period } from "../../quantity/index.ts";
import type { RegisterDefinition } from "../../registers/index.ts";
import { isEmpty } from "../cell.ts";
import type { Breakdown, CellTable } from "../cell-table.ts";
import type { Declarations } from "../declarations.ts";
import type { MeasureDefinition } from "../define.ts";
import {
  type AreaAxis,
  areaAxis,
  breakdownsOf,
  type SliceAxis,
  sliceAxis,
  sliceKey,
  slicePoint,
  spanKey,
  type TimeAxis,
  timeAxis,
  yearSpans,
} from "./axis.ts";
import { countsFirstEnterings, publicAnyway } from "./guarded.ts";

/** Fewest records that a figure may tell of. */
export const fewest = 3;

/**
 * Every place for which a measure is published, with the records behind each: areas × periods × slices. A place is
 * one number; {@link placeOf} makes it. Suppression marks places here; nothing is read from it but counts.
 */
export class Lattice {
  readonly measure: MeasureDefinition;
  readonly areas: AreaAxis;
  readonly times: TimeAxis;
  readonly slices: SliceAxis;
  /** records at each place; of enterings, as many as are behind it for certain */
  readonly records: Int32Array;
  /** the summed field at each place, scaled, or how many enterings; null for a count of records */
  readonly sums: BigInt64Array | null;
  /** 1 where the value is withheld */
  readonly suppressed: Uint8Array;
  /** 1 where the public knows the value whatever is withheld: its entries say it, or a rule ties it to open figures */
  readonly known: Uint8Array;
  constructor(declarations: Declarations, measure: MeasureDefinition, cells: CellTable) {
    const own = [...cells.of(measure.id)];
    this.measure = measure;
    this.areas = areaAxis(declarations, measure);
    this.times = timeAxis(declarations, measure);
    this.slices = sliceAxis(declarations, measure, breakdownsOf(own));
    const size = this.areas.size * this.times.size * this.slices.size;
    this.records = new Int32Array(size);
    const register = registerOf(declarations, measure);
    const ofEnterings = countsFirstEnterings(register, measure);
    this.sums = "count" in measure.measure && !ofEnterings ? null : new BigInt64Array(size);
    this.suppressed = new Uint8Array(size);
    this.known = new Uint8Array(size);
    this.#fill(own.filter((it) => !isEmpty(it)));
    this.#fillRemainders();
    if (ofEnterings) this.#countLaterEnterings();
    this.#markKnown(declarations.areas.district, register);
  }

  /** The number of a place. */
  placeOf(area: number, time: number, slice: number): number {
    return (area * this.times.size + time) * this.slices.size + slice;
  }

  /** The points that a place lies at. */
  pointsOf(place: number): { area: number; time: number; slice: number } {
    const { times, slices } = this;
    const slice = place % slices.size;
    const line = (place - slice) / slices.size;
    return { area: Math.floor(line / times.size), time: line % times.size, slice };
  }

  /** Whether a place's value is withheld from nobody, because it is never shown. */
  isRemainder(area: number, slice: number): boolean {
    return this.areas.remainders.has(area) || this.slices.remainders.has(slice);
  }

  /**
   * The places whose values add up to what is asked for, so far as it lies in the ledger's period: none where the value
   * is zero for certain; undefined where published places do not give it.
   */
  placesOf(code: string, period: Period, where: Breakdown): readonly number[] | undefined {
    const area = this.areas.points.get(code);
    const slice = slicePoint(this.slices, where);
    const times = this.measure.nature === "stock" ? this.#endOf(period) : this.#spansOf(period);
    if (area === undefined || slice === undefined || times === undefined) return undefined;
    return slice === null ? [] : times.map((time) => this.placeOf(area, time, slice));
  }

  #endOf({ lastMonth }: Period): readonly number[] | undefined {
    const { whole, points } = this.times;
    const end = Math.min(lastMonth, whole.lastMonth);
    const point = points.get(spanKey(end, end));
    return point === undefined ? undefined : [point];
  }

  #spansOf(period: Period): readonly number[] | undefined {
    const { whole, points } = this.times;
    const first = Math.max(period.firstMonth, whole.firstMonth);
    const last = Math.min(period.lastMonth, whole.lastMonth);
    if (first > last) return undefined;
    const exact = points.get(spanKey(first, last));
    if (exact !== undefined) return [exact];
    const spans: number[] = [];
    for (const [from, to] of yearSpans(whole)) {
      if (to < first || last < from) continue;
      const year = first <= from && to <= last ? points.get(spanKey(from, to)) : undefined;
      if (year !== undefined) spans.push(year);
      else
        for (let month = Math.max(from, first); month <= Math.min(to, last); month++) {
          const point = points.get(spanKey(month, month));
          if (point === undefined) return undefined;
          spans.push(point);
        }
    }
    return spans;
  }

  #fill(cells: readonly { area: string; month: number; breakdown: string; n: number; sum: bigint }[]): void {
    const { measure, times, areas, slices, records, sums } = this;
    const { firstMonth, lastMonth } = times.whole;
    const slicesOf = new Map<string, number[]>();
    const holdersOf = this.#holdersByMonth();
    for (const { area, month, breakdown, n, sum } of cells) {
      const at = areas.points.get(area);
      // what lies after the last month is not of this ledger; before the first, only what then stood
      if (at === undefined || month > lastMonth || (month < firstMonth && measure.nature === "flow"))
        continue;
      let own = slicesOf.get(breakdown);
      if (own === undefined) {
        own = [0];
        for (const [dimension, value] of Object.entries(JSON.parse(breakdown) as Breakdown)) {
          const point = slices.points.get(sliceKey(dimension, value));
          if (point !== undefined) own.push(point);
        }
        slicesOf.set(breakdown, own);
      }
      for (const time of holdersOf.get(Math.max(month, firstMonth)) ?? [])
        for (const slice of own) {
          const place = this.placeOf(at, time, slice);
          records[place] = (records[place] as number) + n;
          if (sums !== null) sums[place] = (sums[place] as bigint) + sum;
        }
    }
    if (measure.nature === "stock") this.#accumulate();
  }

  /** The points to which a month's cells are added: a flow's spans around it; a stock's first end from it on. */
  #holdersByMonth(): ReadonlyMap<number, readonly number[]> {
    const { measure, times } = this;
    const holders = new Map<number, readonly number[]>();
    for (const month of times.whole.months()) {
      const found = times.spans.flatMap(([first, last], point) => {
        const holds = measure.nature === "flow" ? first <= month && month <= last : month <= last;
        return holds ? [point] : [];
      });
      holders.set(month, measure.nature === "flow" ? found : found.slice(0, 1));
    }
    return holders;
  }

  /** A stock's cells say what changed: what stands at an end is what stood at the one before, and the changes since. */
  #accumulate(): void {
    const { areas, times, slices, records, sums } = this;
    for (let area = 0; area < areas.size; area++)
      for (let time = 1; time < times.size; time++)
        for (let slice = 0; slice < slices.size; slice++) {
          const place = this.placeOf(area, time, slice);
          const before = this.placeOf(area, time - 1, slice);
          records[place] = (records[place] as number) + (records[before] as number);
          if (sums !== null) sums[place] = (sums[place] as bigint) + (sums[before] as bigint);
        }
  }

  /** What an area has beside its parts. */
  #fillRemainders(): void {
    const { areas, times, slices, records, sums } = this;
    for (const [area, { own, parts }] of areas.sums)
      for (let time = 0; time < times.size; time++)
        for (let slice = 0; slice < slices.size; slice++) {
          const left = this.placeOf(own, time, slice);
          const whole = this.placeOf(area, time, slice);
          records[left] = records[whole] as number;
          if (sums !== null) sums[left] = sums[whole] as bigint;
          for (const part of parts) {
            const place = this.placeOf(part, time, slice);
            records[left] = (records[left] as number) - (records[place] as number);
            if (sums !== null) sums[left] = (sums[left] as bigint) - (sums[place] as bigint);
          }
        }
  }

  /** Where records entered that had done so before, and elsewhere, there is one at least. */
  #countLaterEnterings(): void {
    const { records, sums } = this;
    for (let place = 0; place < records.length; place++)
      if (records[place] === 0 && sums?.[place] !== 0n) records[place] = 1;
  }

  #markKnown(district: string, register: RegisterDefinition): void {
    const { areas, times, slices, measure, known } = this;
    const { everyArea, slices: isPublic } = publicAnyway(register, measure);
    const open = [0, ...slices.points.values()].filter((slice) =>
      isPublic(measure.by[slices.dimensionOf[slice] as number]),
    );
    for (const [code, area] of areas.points)
      if (everyArea || code === district)
        for (let time = 0; time < times.size; time++)
          for (const slice of open) known[this.placeOf(area, time, slice)] = 1;
  }
}

function registerOf({ registers }: Declarations, measure: MeasureDefinition): RegisterDefinition {
  const register = registers.get(measure.register)?.definition;
  if (register === undefined) throw new Error(`no register ${measure.register}`);
  return register;
}
