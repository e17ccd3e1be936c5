import {
  type CellTable,
  type Declarations,
  dimensionsOf,
  type IndicatorDefinition,
  type Observation,
  observe,
  presentBasis,
  type Query,
  series,
  yearsIn,
} from "../indicators/index.ts";
import { Period } from "../quantity/index.ts";

/**
 * Every observation of an indicator that a release publishes: of the district and each township, for every
 * year and the whole period, in total and by each value of each dimension; of each village in which a measure counts
 * anything, the totals; then those that were asked for besides, by a report. Where a series breaks, the totals before
 * the break by the present definition, too. What an indicator does not publish that finely is left out.
 */
export function published(
  declarations: Declarations,
  cells: CellTable,
  indicator: IndicatorDefinition,
  asked: readonly Query[],
): Observation[] {
  const { areas, pack } = declarations;
  const whole = Period.of(pack.period);
  const found = new Map<string, Observation>();
  const add = (observation: Observation) => {
    if (observation.missing !== "too-fine") found.set(keyOf(observation), observation);
  };
  /** Of a series that breaks, what the definition that holds now gives where another one held. */
  const addPresent = (query: Query) => {
    const present = observe(declarations, cells, { ...query, basis: presentBasis });
    if (present.basis !== undefined && present.missing !== "series-break") add(present);
  };
  for (const area of [areas.district, ...areas.ofLevel("township").map((it) => it.code)])
    for (const period of [whole, ...yearsIn(whole)]) {
      const query = { indicator: indicator.id, area, period, where: {} };
      const total = observe(declarations, cells, query);
      if (total.missing === "too-fine") continue;
      add(total);
      if (indicator.breaks !== undefined) addPresent(query);
      for (const dimension of dimensionsOf(declarations, indicator))
        for (const part of series(declarations, cells, query, [dimension])) add(part);
    }
  for (const observation of ofVillages(declarations, cells, indicator)) add(observation);
  for (const query of asked) if (query.indicator === indicator.id) add(observe(declarations, cells, query));
  return [...found.values()];
}

/** A measure's totals in villages; of one that has zero throughout, or nothing at all, none. */
function* ofVillages(
  declarations: Declarations,
  cells: CellTable,
  indicator: IndicatorDefinition,
): Generator<Observation> {
  if (indicator.kind !== "measure" || indicator.finest.area !== "village") return;
  const whole = Period.of(declarations.pack.period);
  for (const { code: area } of declarations.areas.ofLevel("village")) {
    const totals = [whole, ...yearsIn(whole)].map((period) =>
      observe(declarations, cells, { indicator: indicator.id, area, period, where: {} }),
    );
    const tells = ({ value, missing }: Observation) =>
      missing === "suppressed" || (value !== null && value !== "0");
    if (totals.some(tells)) yield* totals;
  }
}

/** One text for an observation's place: what tells it from every other. */
export function keyOf({ indicator, area, period, breakdown, basis }: Observation): string {
  const where = Object.entries(breakdown)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}=${value}`);
  return `${indicator} ${area} ${period}${where.join("")}${basis === undefined ? "" : ` @${basis}`}`;
}
