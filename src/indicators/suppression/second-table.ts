import type { Lattice } from "./lattice.ts";
import { type Line, Lines } from "./line.ts";
import { stillHolds, type Tie, type Ties } from "./tie.ts";

/** By how much each place is another in a second table; places that are the same are left out. */
export type Changes = ReadonlyMap<Lattice, ReadonlyMap<number, number>>;

/** What must differ: the value of a place, or what a rule leaves over. */
export type Goal = { readonly lattice: Lattice; readonly place: number } | { readonly rest: Tie };

/** How many steps a search may take before it begins anew in another order, and at last gives up. */
const patience = [100, 200, 400, 800] as const;

/** How many areas in which a record of the small figure may lie are tried alone. */
const mostAreas = 4;

/** By how much a place may differ: a sum over two others that both change changes by two. */
const furthest = 3;

/**
 * Second tables of whole numbers, which agree with the true one on all sums and rules that the public knows, and in
 * which a small figure differs: as long as there is one that agrees on all that is shown, too, nobody can tell.
 */
export class SecondTables {
  readonly #lines: Lines;

  constructor(ties: Ties) {
    this.#lines = new Lines(ties);
  }

  /**
   * Whether these changes make such a table: every sum and every rule holds in it, no place changes that the public
   * knows or that is none or would become none, and the goal differs.
   */
  fits(changes: Changes, goal: Goal): boolean {
    const table = new Table(this.#lines);
    for (const [lattice, places] of changes)
      for (const [place, by] of places) {
        if (by !== 0 && !canBe(lattice, place, by)) return false;
        table.change(lattice, place, by);
      }
    if (table.firstOff() !== null) return false;
    return "rest" in goal ? table.offBy(goal.rest) !== 0 : table.changed(goal.lattice, goal.place) !== 0;
  }

  /**
   * Looks for such a table change by change: among the places of one area in which the figure has a record, and of
   * those that hold it, then among all. Every table is tried that differs in few records from the true one, so `none`
   * says that withholding more would not help; `gave-up` that it would take too long to tell.
   */
  find(goal: Goal): Changes | "none" | "gave-up" {
    for (const mayChange of linesOfAreas(goal)) {
      const found = this.#findAmong(goal, mayChange);
      if (typeof found !== "string") return found;
    }
    return this.#findAmong(goal, () => true);
  }

  #findAmong(goal: Goal, mayChange: MayChange): Changes | "none" | "gave-up" {
    const search = new Search(this.#lines, mayChange);
    const open = new Set([1, -1]);
    for (const [attempt, steps] of patience.entries())
      for (const by of open) {
        const found = search.from(goal, by, attempt, steps);
        if (found === "none") open.delete(by);
        else if (found !== "gave-up") return found;
      }
    return open.size === 0 ? "none" : "gave-up";
  }
}

type MayChange = (lattice: Lattice, place: number) => boolean;

/** For some areas in which a figure has a record: the places of that area and of all that hold it. */
function* linesOfAreas(goal: Goal): Generator<MayChange> {
  const places = "rest" in goal ? goal.rest.members : [goal];
  const codes = new Set(
    places.flatMap(({ lattice, place }) => {
      const { area, time, slice } = lattice.pointsOf(place);
      const { leaves, within, codes } = lattice.areas;
      return (within[area] ?? [])
        .filter(
          (leaf) =>
            (lattice.records[lattice.placeOf(leaves[leaf]?.[0] as number, time, slice)] as number) > 0,
        )
        .map((leaf) => codes[leaf] as string);
    }),
  );
  for (const code of [...codes].slice(0, mostAreas)) {
    const held = new Map<Lattice, ReadonlySet<number>>();
    yield (lattice, place) => {
      let points = held.get(lattice);
      if (points === undefined) {
        const { areas } = lattice;
        points = new Set(areas.leavesAt(code).flatMap((leaf) => areas.leaves[leaf] ?? []));
        held.set(lattice, points);
      }
      return points.has(lattice.pointsOf(place).area);
    };
  }
}

/** Whether a place may change by so much: to the public it is not fixed, and of those that are withheld none is zero. */
function canBe({ records, sums, known }: Lattice, place: number, by: number): boolean {
  const held = records[place] as number;
  if (held < 1 || known[place] === 1) return false;
  return held + by >= 1 && (sums === null || (sums[place] as bigint) + BigInt(by) >= 1n);
}

/** Whether a place's value is not shown. */
function isHidden(lattice: Lattice, place: number): boolean {
  if (lattice.suppressed[place] === 1) return true;
  const { area, slice } = lattice.pointsOf(place);
  return lattice.isRemainder(area, slice);
}

/** The true table with some changes, and by how much each sum and rule is off in it. */
class Table {
  readonly #lines: Lines;
  readonly #changes = new Map<Lattice, Map<number, number>>();
  readonly #off = new Map<Line, number>();
  /** how much a rule's left less its right has to change in the end: it is to leave another rest */
  readonly #goal: { readonly rest: Tie; readonly by: number } | null;

  constructor(lines: Lines, goal: { readonly rest: Tie; readonly by: number } | null = null) {
    this.#lines = lines;
    this.#goal = goal;
    if (goal !== null) this.#off.set(goal.rest, -goal.by);
  }

  change(lattice: Lattice, place: number, by: number): void {
    const places = this.#changes.get(lattice) ?? new Map<number, number>();
    const changed = (places.get(place) ?? 0) + by;
    if (changed === 0) places.delete(place);
    else places.set(place, changed);
    this.#changes.set(lattice, places);
    for (const [line, sign] of this.#lines.at(lattice, place)) {
      const off = this.offBy(line) + sign * by;
      if (off === 0) this.#off.delete(line);
      else this.#off.set(line, off);
    }
  }

  changed(lattice: Lattice, place: number): number {
    return this.#changes.get(lattice)?.get(place) ?? 0;
  }

  /** By how much a sum's whole less its parts is another. */
  offBy(line: Line): number {
    return this.#off.get(line) ?? 0;
  }

  firstOff(): Line | null {
    for (const line of this.off()) return line;
    return null;
  }

  /** The sums and rules that do not hold any more. */
  *off(): Generator<Line> {
    for (const [line, by] of this.#off) if (line === this.#goal?.rest || !stillHolds(line, by)) yield line;
  }

  get changes(): Changes {
    return this.#changes;
  }
}

interface Step {
  readonly lattice: Lattice;
  readonly place: number;
  readonly by: 1 | -1;
}

/**
 * From a table in which the goal alone differs: mends one sum after the other, the one first that leaves the least
 * choice, one record at a time and never back, by places that are withheld already before others, small ones first.
 */
class Search {
  readonly #lines: Lines;
  readonly #mayChange: MayChange;
  readonly #settled = new Map<Lattice, Set<number>>();
  #steps = 0;
  #chance = 1;

  constructor(lines: Lines, mayChange: MayChange) {
    this.#lines = lines;
    this.#mayChange = mayChange;
  }

  from(goal: Goal, by: number, attempt: number, steps: number): Changes | "none" | "gave-up" {
    this.#settled.clear();
    this.#steps = steps;
    this.#chance = attempt + 1;
    const table = new Table(this.#lines, "rest" in goal ? { rest: goal.rest, by } : null);
    if (!("rest" in goal)) {
      const { lattice, place } = goal;
      if (!canBe(lattice, place, by)) return "none";
      table.change(lattice, place, by);
      this.#settle(goal);
    }
    if (this.#mend(table)) return table.changes;
    return this.#steps > 0 ? "none" : "gave-up";
  }

  #mend(table: Table): boolean {
    this.#steps -= 1;
    if (this.#steps <= 0) return false;
    let choices: Step[] | null = null;
    for (const line of table.off()) {
      const own = this.#stepsFor(table, line);
      if (choices === null || own.length < choices.length) choices = own;
      if (own.length === 0) break;
    }
    if (choices === null) return true;
    for (const { step } of this.#ordered(choices)) {
      const { lattice, place, by } = step;
      table.change(lattice, place, by);
      if (this.#mend(table)) return true;
      table.change(lattice, place, -by);
      if (this.#steps <= 0) return false;
      // what failed here fails further on, too: it stays as it is
      this.#settle(step);
    }
    for (const { lattice, place } of choices) this.#settled.get(lattice)?.delete(place);
    return false;
  }

  /** Cheap ones first; of equal ones, in another order for each attempt, and always the same one. */
  #ordered(
    choices: readonly Step[],
  ): { readonly step: Step; readonly cost: number; readonly turn: number }[] {
    const drawn = choices.map((step) => {
      this.#chance = (this.#chance * 48271) % 2147483647;
      return { step, cost: costOf(step), turn: this.#chance };
    });
    return drawn.sort((a, b) => a.cost - b.cost || a.turn - b.turn);
  }

  #stepsFor(table: Table, line: Line): Step[] {
    const towards = -Math.sign(table.offBy(line));
    return line.members.flatMap(({ lattice, place, sign }): Step[] => {
      const by = (towards * sign) as 1 | -1;
      const changed = table.changed(lattice, place);
      const isBack = changed * by < 0;
      if (isBack || Math.abs(changed + by) > furthest || this.#settled.get(lattice)?.has(place)) return [];
      if (!canBe(lattice, place, changed + by) || !this.#mayChange(lattice, place)) return [];
      return [{ lattice, place, by }];
    });
  }

  #settle({ lattice, place }: { readonly lattice: Lattice; readonly place: number }): void {
    const places = this.#settled.get(lattice) ?? new Set();
    this.#settled.set(lattice, places.add(place));
  }
}

function costOf({ lattice, place }: Step): number {
  return isHidden(lattice, place) ? 0 : (lattice.records[place] as number);
}
