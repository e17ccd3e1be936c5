import { Period } from "../../quantity/index.ts";
import type { CellTable } from "../cell-table.ts";
import type { Declarations } from "../declarations.ts";
import type { IndicatorDefinition, MeasureDefinition } from "../define.ts";
import type { Missing } from "../observation.ts";
import type { Query } from "../query.ts";
import { measuresOf } from "../series.ts";
import { isGuarded } from "./guarded.ts";
import { Lattice } from "./lattice.ts";
import { isToldByAnother } from "./one-definition.ts";
import { protect } from "./protect.ts";
import { definitionsOf, measuresRead } from "./rule-terms.ts";
import { Ties } from "./tie.ts";

/**
 * Why a measure over sealed values has no value at a place: it tells of one or two records, or would tell of such by a
 * sum (`suppressed`); it is none of the places that are published and withheld together (`too-fine`); or another
 * definition tells it already (`series-break`). Null where it may be shown, and for every other measure. `cells` holds all cells of the measures that {@link family} names.
 */
export function hidden(
  declarations: Declarations,
  cells: CellTable,
  { indicator, area, period, where }: Query,
): Missing | null {
  const [measure] = family(declarations, indicator).filter((it) => it.id === indicator);
  if (measure === undefined) return null;
  if (isToldByAnother(declarations, measure, { period })) return "series-break";
  if (cells.isClear) return null;
  const lattice = latticesOf(declarations, cells, indicator).get(indicator) as Lattice;
  const places = lattice.placesOf(area, period, where);
  if (places === undefined) return "too-fine";
  return places.some((place) => lattice.suppressed[place] === 1) ? "suppressed" : null;
}

/** Whether figures of an indicator are withheld where they are small: one of the measures that it rests on is guarded. */
export function withholdsSmall(declarations: Declarations, indicator: IndicatorDefinition): boolean {
  return measuresOf(declarations, indicator).some((id) => family(declarations, id).length > 0);
}

/** The part of a period that is counted: of a measure of which figures are withheld, none beyond the ledger's. */
export function periodCounted(declarations: Declarations, id: string, period: Period): Period {
  if (family(declarations, id).length === 0) return period;
  const { firstMonth, lastMonth } = Period.of(declarations.pack.period);
  const [first, last] = [Math.max(period.firstMonth, firstMonth), Math.min(period.lastMonth, lastMonth)];
  return first <= last ? Period.ofMonths(first, last) : period;
}

/** The guarded measures that rules tie to one, itself among them: what is withheld of one depends on the others. */
export function family(declarations: Declarations, id: string): readonly MeasureDefinition[] {
  let families = familiesOf.get(declarations);
  if (families === undefined) {
    families = findFamilies(declarations);
    familiesOf.set(declarations, families);
  }
  return families.get(id) ?? [];
}

const familiesOf = new WeakMap<Declarations, ReadonlyMap<string, readonly MeasureDefinition[]>>();

/** The measures of which every cell is needed to tell what is withheld of some: their families, and what rules hold against them. */
export function readTogether(declarations: Declarations, ids: readonly string[]): string[] {
  const own = new Set(ids.flatMap((id) => family(declarations, id).map((it) => it.id)));
  const rules = declarations.pack.rules.map((rule) =>
    measuresRead(declarations, rule).flatMap(({ measure }) =>
      definitionsOf(declarations, measure).map((it) => it.id),
    ),
  );
  return [...new Set([...own, ...rules.filter((read) => read.some((id) => own.has(id))).flat()])];
}

function findFamilies(declarations: Declarations): ReadonlyMap<string, readonly MeasureDefinition[]> {
  const { pack, registers } = declarations;
  const families = new Map<string, readonly MeasureDefinition[]>();
  for (const it of pack.indicators) {
    const register = it.kind === "measure" && registers.get(it.register)?.definition;
    if (register && isGuarded(register, it)) families.set(it.id, [it]);
  }
  for (const rule of pack.rules) {
    const read = measuresRead(declarations, rule).flatMap(({ measure }) =>
      definitionsOf(declarations, measure),
    );
    const tied = read.flatMap(({ id }) => families.get(id) ?? []);
    const joined = pack.indicators.filter((it) => tied.some((one) => one === it));
    for (const it of joined) families.set(it.id, joined as MeasureDefinition[]);
  }
  return families;
}

/** Lattices by measure, of the family asked for; each is made once for a table of cells. */
function latticesOf(declarations: Declarations, cells: CellTable, id: string): ReadonlyMap<string, Lattice> {
  let made = latticesIn.get(cells);
  if (made === undefined) {
    made = new Map();
    latticesIn.set(cells, made);
  }
  if (!made.has(id)) {
    const own = new Map(family(declarations, id).map((it) => [it.id, new Lattice(declarations, it, cells)]));
    protect([...own.values()], new Ties(declarations, own, cells));
    for (const it of own.keys()) made.set(it, own);
  }
  return made.get(id) ?? new Map();
}

const latticesIn = new WeakMap<CellTable, Map<string, ReadonlyMap<string, Lattice>>>();
