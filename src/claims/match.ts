import { Decimal, findUnit, inBase, Period, type Unit, unitWritten } from "../quantity/index.ts";
import type { IndexedIndicator, IndexedValue, ObservationIndex } from "./observations.ts";
import { periodValue } from "./relate/period-value.ts";
import type { Claim, Relations } from "./relate.ts";

/** An observation that a claim may be about. */
export interface Candidate {
  readonly indicator: string;
  readonly title: string;
  readonly area: string;
  readonly period: string;
  /** decimal string in the indicator's unit */
  readonly value: string;
  readonly unit: string;
  /** whether the claim could be said of it */
  readonly agrees: boolean;
}

/** How a claim stands to the observations. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** `unsure`: there are candidates, and the words do not tell which or of when */
  readonly status: "proven" | "contradicted" | "unsure" | "no-candidate";
  /** the observation where it is proven or contradicted; up to five where unsure; the likeliest first */
  readonly candidates: readonly Candidate[];
}

/** Each claim of a text against an index of observations. */
export function matchClaims(relations: Relations, index: ObservationIndex): Match[] {
  return relations.claims.map((claim) => matchOf(relations, claim, index));
}

/** Ids of the indicators that a stretch of words may be about, the likeliest first; five at most. */
export function indicatorsAbout(words: string, index: ObservationIndex): string[] {
  return index.indicators
    .map((indicator) => ({ id: indicator.id, score: likeness(indicator, words) }))
    .filter(({ score }) => score >= POSSIBLE)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ id }) => id);
}

const MOST = 5;
/** Share of a name's pairs of characters that the words hold: above the first it is the name, above the second it may be. */
const CERTAIN = 0.75;
const POSSIBLE = 0.4;

function matchOf(relations: Relations, claim: Claim, index: ObservationIndex): Match {
  const { start, end } = claim.quantity;
  const words = `${claim.before} ${claim.verb}${claim.subject} ${claim.after}`;
  const scored = index.indicators
    .filter((indicator) => isComparable(claim, findUnit(indicator.unit)))
    .map((indicator) => ({ indicator, score: likeness(indicator, words) }))
    .filter(({ score }) => score >= POSSIBLE)
    .toSorted((one, other) => other.score - one.score);
  const [best, second] = scored;
  if (best === undefined) return { start, end, status: "no-candidate", candidates: [] };
  const area = areaOf(relations, claim, index);
  const period =
    claim.period === null ? null : periodValue(relations.text.slice(claim.period.start, claim.period.end));
  const certain = best.score >= CERTAIN && (second === undefined || second.score < best.score);
  if (certain && period !== null) {
    const value = best.indicator.values.find(
      (it) => it.area === area && Period.parse(it.period)?.equals(period),
    );
    if (value !== undefined) {
      const candidate = candidateOf(claim, best.indicator, value);
      return { start, end, status: candidate.agrees ? "proven" : "contradicted", candidates: [candidate] };
    }
  }
  const candidates = scored
    .slice(0, MOST)
    .flatMap(({ indicator }) => nearestValues(claim, indicator, area))
    .toSorted((one, other) => Number(other.agrees) - Number(one.agrees))
    .slice(0, MOST);
  const status = candidates.length === 0 ? "no-candidate" : "unsure";
  return { start, end, status, candidates };
}

/** Values of one indicator in the area, those that agree first. */
function nearestValues(claim: Claim, indicator: IndexedIndicator, area: string): Candidate[] {
  return indicator.values
    .filter((value) => value.area === area)
    .map((value) => candidateOf(claim, indicator, value))
    .toSorted(
      (one, other) => Number(other.agrees) - Number(one.agrees) || (one.period < other.period ? 1 : -1),
    )
    .slice(0, 2);
}

function candidateOf(claim: Claim, indicator: IndexedIndicator, value: IndexedValue): Candidate {
  return {
    indicator: indicator.id,
    title: indicator.names[0] ?? indicator.id,
    ...value,
    unit: indicator.unit,
    agrees: agrees(claim, indicator, value),
  };
}

/** Whether correct rounding and the words of approximation let the claim be said of the value. */
function agrees(claim: Claim, indicator: IndexedIndicator, { value }: IndexedValue): boolean {
  const unit = findUnit(indicator.unit);
  const observed = Decimal.parse(value);
  if (unit === null || observed === null) return false;
  const factor = factorOf(claim);
  return factor !== null && claim.quantity.possible.times(factor).contains(inBase(observed, unit));
}

function factorOf({ quantity }: Claim): Decimal | null {
  const unit = unitWritten(quantity.unit);
  return unit?.factor ?? (quantity.unit === "" ? Decimal.ONE : null);
}

function isComparable({ quantity }: Claim, unit: Unit | null): boolean {
  if (unit === null) return false;
  if (quantity.dimension === unit.dimension) return true;
  return quantity.unit === "" && unit.dimension === "count";
}

/** The share of a name's pairs of neighbouring characters (or English words) that the words hold; the best name counts. */
function likeness({ names }: IndexedIndicator, words: string): number {
  const lower = words.toLowerCase();
  return Math.max(0, ...names.map((name) => held(name.toLowerCase(), lower)));
}

function held(name: string, words: string): number {
  const pieces = /[一-龥]/.test(name)
    ? Array.from({ length: Math.max(1, name.length - 1) }, (_, at) => name.slice(at, at + 2))
    : name.split(/\W+/).filter((word) => word.length > 2);
  if (pieces.length === 0) return 0;
  return pieces.filter((piece) => words.includes(piece)).length / pieces.length;
}

/** The area named last before the number in its sentence, else the one that the text is about. */
function areaOf({ text, sentences }: Relations, claim: Claim, index: ObservationIndex): string {
  const from = sentences[claim.sentence]?.start ?? 0;
  const before = text.slice(from, claim.quantity.start);
  let found = { at: -1, code: index.area };
  for (const { code, names } of index.areas)
    for (const name of names) {
      const at = before.lastIndexOf(name);
      if (at > found.at) found = { at, code };
    }
  return found.code;
}
