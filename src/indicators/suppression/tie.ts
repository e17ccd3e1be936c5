import { Decimal } from "../../quantity/index.ts";
import { definitionFor } from "../basis.ts";
import type { CellTable } from "../cell-table.ts";
import type { Declarations } from "../declarations.ts";
import type { RuleDefinition } from "../define.ts";
import { amountOf, firstMonthOf, withheld } from "../observe.ts";
import { type RulePlace, rulePlaces } from "../rule-places.ts";
import { fewest, type Lattice } from "./lattice.ts";
import { definitionsOf, measuresRead, type ReadMeasure } from "./rule-terms.ts";
import { changesOf, type Shift } from "./shift.ts";

/**
 * What a rule says at one area and period, and everybody knows, because nothing is released while it does not hold:
 * left − right of its members is fixed, or grows by so much at most.
 */
export interface Tie {
  readonly relation: "=" | "<=";
  /** by how much left may still grow against right; 0 for an equality */
  readonly room: Decimal;
  readonly members: readonly Member[];
  /** where left counts a part of the records that right counts: that the rest is one or two records */
  readonly leavesFew?: true;
}

/** A place of a guarded measure that a tie adds (1) or takes away (−1). What else it reads is public and fixed. */
export interface Member {
  readonly lattice: Lattice;
  readonly place: number;
  readonly sign: 1 | -1;
}

/** All ties between the places of some guarded measures. */
export class Ties {
  readonly #byPlace = new Map<Lattice, Map<number, { tie: Tie; sign: number }[]>>();
  /** ties of which the rest that they leave is small */
  readonly leavingFew: Tie[] = [];

  /**
   * Reads the ties off the rules. A rule that does more than add cannot be followed through a shift: the places that
   * it reads are marked as known, so that none touches them.
   */
  constructor(declarations: Declarations, lattices: ReadonlyMap<string, Lattice>, cells: CellTable) {
    for (const rule of declarations.pack.rules) {
      const read = measuresRead(declarations, rule);
      const defined = read.flatMap(({ measure }) => definitionsOf(declarations, measure));
      if (!defined.some((it) => lattices.has(it.id))) continue;
      if (read.some((it) => !it.exact)) fix(declarations, rule, read, lattices);
      else
        for (const place of rulePlaces(declarations, rule)) {
          const tie = tieAt(declarations, rule, read, place, lattices, cells);
          if (tie !== null) this.#note(tie);
        }
    }
  }

  /** By how much each tie is off when these shifts are made; those that still hold are left out. */
  offBy(shifts: readonly Shift[]): Map<Tie, number> {
    const off = this.#movedBy(shifts);
    for (const [tie, by] of off) if (stillHolds(tie, by)) off.delete(tie);
    return off;
  }

  /** Whether left − right of a tie is another when these shifts are made. */
  changes(tie: Tie, shifts: readonly Shift[]): boolean {
    return (this.#movedBy(shifts).get(tie) ?? 0) !== 0;
  }

  #movedBy(shifts: readonly Shift[]): Map<Tie, number> {
    const moved = new Map<Tie, number>();
    for (const shift of shifts) {
      const tied = this.#byPlace.get(shift.lattice);
      if (tied === undefined) continue;
      for (const [place, by] of changesOf(shift))
        for (const { tie, sign } of tied.get(place) ?? []) moved.set(tie, (moved.get(tie) ?? 0) + sign * by);
    }
    return moved;
  }

  /** The ties at a place, with the sign that it has in each. */
  at(lattice: Lattice, place: number): readonly { readonly tie: Tie; readonly sign: number }[] {
    return this.#byPlace.get(lattice)?.get(place) ?? [];
  }

  /** Whether a measure has any. */
  has(lattice: Lattice): boolean {
    return this.#byPlace.has(lattice);
  }

  #note(tie: Tie): void {
    if (tie.leavesFew === true) this.leavingFew.push(tie);
    for (const { lattice, place, sign } of tie.members) {
      const places = this.#byPlace.get(lattice) ?? new Map<number, { tie: Tie; sign: number }[]>();
      this.#byPlace.set(lattice, places.set(place, [...(places.get(place) ?? []), { tie, sign }]));
    }
  }
}

/** Whether a tie holds when left − right has grown by so much. */
export function stillHolds({ relation, room }: Tie, by: number): boolean {
  return by === 0 || (relation === "<=" && (by < 0 || room.compare(Decimal.of(by)) >= 0));
}

/** Null where the rule says nothing, because one of its measures is not published there, or nothing withheld is in it. */
function tieAt(
  declarations: Declarations,
  { relation, right }: RuleDefinition,
  read: readonly ReadMeasure[],
  { area, period, where }: RulePlace,
  lattices: ReadonlyMap<string, Lattice>,
  cells: CellTable,
): Tie | null {
  const members: Member[] = [];
  let room = "constant" in right ? Decimal.of(right.constant) : Decimal.ZERO;
  for (const { measure: named, where: own, sign } of read) {
    const at = { ...where, ...own };
    const query = { indicator: named.id, area, period, where: at };
    const measure = definitionFor(declarations, named, query);
    if (measure?.kind !== "measure" || withheld(declarations, measure, query) !== null) return null;
    const { n, sum } = cells.total(measure.id, area, firstMonthOf(measure, period), period.lastMonth, at);
    const value = amountOf(declarations, measure, n, sum);
    room = sign === 1 ? room.minus(value) : room.plus(value);
    const lattice = lattices.get(measure.id);
    if (lattice === undefined) continue;
    const places = lattice.placesOf(area, period, at);
    if (places === undefined) return null;
    for (const place of places) members.push({ lattice, place, sign });
  }
  // one that does not hold is explained, and its difference published with the explanation
  const isFixed = relation === "=" || room.sign() < 0;
  if (isFixed) return { relation: "=", room: Decimal.ZERO, members };
  const leavesFew = room.sign() > 0 && room.compare(Decimal.of(fewest)) < 0 && countsAlike(read, lattices);
  return { relation: "<=", room, members, ...(leavesFew && { leavesFew }) };
}

/** Whether a rule says that some counts of a guarded register's records make no more than others of the same register. */
function countsAlike(
  read: readonly ReadMeasure[],
  lattices: ReadonlyMap<string, Pick<Lattice, "sums">>,
): boolean {
  const registers = new Set(read.map(({ measure }) => measure.register));
  return registers.size === 1 && read.every(({ measure }) => lattices.get(measure.id)?.sums === null);
}

function fix(
  declarations: Declarations,
  rule: RuleDefinition,
  read: readonly ReadMeasure[],
  lattices: ReadonlyMap<string, Lattice>,
): void {
  for (const { id } of read.flatMap(({ measure }) => definitionsOf(declarations, measure))) {
    const lattice = lattices.get(id);
    if (lattice === undefined) continue;
    const { areas, times, slices, known } = lattice;
    for (const { code } of declarations.areas.ofLevel(rule.areas)) {
      const area = areas.points.get(code);
      if (area === undefined) continue;
      // which periods it reads beside its own is the formula's affair: the year before, every month end in it
      for (let time = 0; time < times.size; time++)
        for (let slice = 0; slice < slices.size; slice++) known[lattice.placeOf(area, time, slice)] = 1;
    }
  }
}
