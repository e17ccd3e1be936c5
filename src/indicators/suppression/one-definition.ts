import { breaksOf } from "../basis.ts";
import type { Declarations } from "../declarations.ts";
import type { IndicatorDefinition, MeasureDefinition } from "../define.ts";
import type { Query } from "../query.ts";

/**
 * Whether a period is told by another definition than a guarded measure's, of the same series and over the same
 * register. Of such a series each period is told by one definition alone: of the other one's value, too, the
 * difference would be the records that one counts and the other does not, and it may be one.
 */
export function isToldByAnother(
  declarations: Declarations,
  measure: MeasureDefinition,
  { period }: Pick<Query, "period">,
): boolean {
  const first = measure.nature === "stock" ? period.lastMonth : period.firstMonth;
  return seriesOf(declarations, measure).some((terms) =>
    terms.every(({ from, until }) => first < from || until <= period.lastMonth),
  );
}

/** From which month a measure is the definition of a series, and in which month it no longer is. */
interface Term {
  readonly from: number;
  readonly until: number;
}

const always: Term = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/** Of each series that a measure defines at some time, when it does. */
function seriesOf(declarations: Declarations, measure: MeasureDefinition): readonly (readonly Term[])[] {
  let known = seriesKnown.get(declarations);
  if (known === undefined) {
    known = new Map();
    seriesKnown.set(declarations, known);
  }
  let series = known.get(measure.id);
  if (series === undefined) {
    const all = declarations.pack.indicators.map((it) => termsIn(declarations, it, measure));
    series = all.filter((it) => it.length > 0);
    known.set(measure.id, series);
  }
  return series;
}

const seriesKnown = new WeakMap<Declarations, Map<string, readonly (readonly Term[])[]>>();

/** When a measure defines one series: once, unless a later break brings its definition back. */
function termsIn(
  { indicators }: Declarations,
  series: IndicatorDefinition,
  measure: MeasureDefinition,
): Term[] {
  const breaks = breaksOf(series);
  if (breaks.length === 0) return [];
  const ids = [...breaks.map((it) => it.before), series.id];
  const overlaps = ids.some((id) => {
    const other = indicators.get(id);
    return id !== measure.id && other?.kind === "measure" && other.register === measure.register;
  });
  if (!overlaps) return [];
  return ids.flatMap((id, at): Term[] => {
    if (id !== measure.id) return [];
    const [from, until] = [breaks[at - 1]?.month, breaks[at]?.month];
    return [{ from: from ?? always.from, until: until ?? always.until }];
  });
}
