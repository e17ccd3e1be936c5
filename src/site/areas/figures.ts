import type { Observation } from "../../indicators/index.ts";
import type { Language } from "../../issue/index.ts";
import { Decimal } from "../../quantity/index.ts";
import type { FigureOfSite, Site } from "../site.ts";

/** What is shown of one figure at one area. */
export interface FigureAtArea {
  readonly figure: FigureOfSite;
  /** its total in one number: the whole period's, or the last year's that has one */
  readonly observation: Observation;
}

/**
 * The figures that say something of an area, in the pack's order: those that have a value there, and those whose value
 * is withheld. Only what was published is looked at; nothing is added up.
 */
export function figuresAt(site: Site, area: string): readonly FigureAtArea[] {
  return [...site.figures.values()].flatMap((figure) => {
    const { observations } = figure;
    const observation = observations.latest(area) ?? observations.first(area);
    return observation !== undefined && tells(observation) ? [{ figure, observation }] : [];
  });
}

/**
 * The parts of a figure that say something of an area: of the dimensions by which its own page takes it apart, too,
 * one after the other in their order.
 */
export function partsAt({ dimensions, observations }: FigureOfSite, area: string): readonly PartAtArea[] {
  const parts = observations.partsAt(area);
  return dimensions.flatMap(({ dimension, values }) =>
    parts.filter((it) => it.dimension === dimension && values.includes(it.value)),
  );
}

/** A value of a dimension by which a figure is told apart at an area. */
export interface PartAtArea {
  readonly dimension: string;
  readonly value: string;
}

/**
 * The figures by which townships are set beside each other: those that the reports of a language state, in the order of
 * the text, then the others in the pack's order; only such as most townships have a value of.
 */
export function headlinesOf(site: Site, language: Language, most: number): readonly FigureOfSite[] {
  const townships = site.areas.ofLevel("township").map((it) => it.code);
  const stated = [...site.stated[language].keys()].flatMap((id) => site.figures.get(id) ?? []);
  const chosen: FigureOfSite[] = [];
  for (const figure of new Set([...stated, ...site.figures.values()])) {
    if (chosen.length === most) break;
    const period = figure.observations.latest()?.period;
    if (period === undefined) continue;
    const told = townships.filter((it) => figure.observations.at(period, it)?.value != null);
    if (told.length * 2 > townships.length) chosen.push(figure);
  }
  return chosen;
}

/** Where an area stands among those beside it. */
export interface Ranking {
  /** 1 for the largest value */
  readonly rank: number;
  /** another has the same value */
  readonly shared: boolean;
  /** the exact values of all that have one, its own among them */
  readonly values: readonly string[];
}

/**
 * Where an area's value stands among those of its siblings in the same period; null where fewer than three have one, or
 * where all have the same. A value that is withheld is none: it takes no part.
 */
export function rankingOf(site: Site, { figure, observation }: FigureAtArea): Ranking | null {
  const { area, period, value, breakdown } = observation;
  const parent = site.areas.get(area)?.parent;
  if (value === null || parent == null) return null;
  const values = site.areas
    .below(parent)
    .flatMap((it) => figure.observations.at(period, it, breakdown)?.value ?? []);
  if (values.length < 3 || new Set(values).size < 2) return null;
  const own = Decimal.of(value);
  const compared = values.map((it) => Decimal.of(it).compare(own));
  return {
    rank: 1 + compared.filter((it) => it > 0).length,
    shared: compared.filter((it) => it === 0).length > 1,
    values,
  };
}

function tells(it: Observation): boolean {
  return it.value !== null || it.missing === "suppressed";
}
