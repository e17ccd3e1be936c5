import { Decimal, inBase, Period, type Unit, unitWritten } from "../quantity/index.ts";
import { heldIn, likeness } from "./likeness.ts";
import { type IndexedIndicator, type IndexedValue, type ObservationIndex, unitOf } from "./observations.ts";
import { periodValue } from "./relate/period-value.ts";
import type { Claim, Relations } from "./relate.ts";

/** An observation that a claim may be about. */
export interface Candidate {
  readonly indicator: string;
  /** what it is called, with what it is narrowed to */
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
  const scores = new Map<string, number>();
  for (const { id, names, of = [] } of index.indicators) {
    const own = Math.max(0, ...names.map((name) => heldIn(words, name)));
    // 新建村级文体广场: of the part, where the words tell what was done with it, too
    const parts = of.map((part) => Math.max(...part.map((name) => heldIn(words, name))));
    const score = parts.length === 0 ? own : own > 0 && Math.min(...parts) >= NAMED ? (own + 1) / 2 : 0;
    if (score >= ABOUT) scores.set(id, Math.max(score, scores.get(id) ?? 0));
  }
  return [...scores]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([id]) => id);
}

/** The periods that a text states, each once: what to have observations of. */
export function statedPeriods({ text, periods }: Relations): Period[] {
  const values = periods.flatMap(({ start, end }) => periodValue(text.slice(start, end)) ?? []);
  return [...new Map(values.map((it) => [it.toString(), it])).values()];
}

const MOST = 5;
/** From this on the words are taken for the name; what contradicts must be surer than what proves. */
const CERTAIN = { proven: 0.7, contradicted: 0.78 } as const;
/** From this on an observation is offered. */
const POSSIBLE = 0.5;
/** How much likelier the best must be than the next. */
const APART = 0.04;
/** Share of a name that a clause must hold to be told of by it; of what a part is narrowed to. */
const ABOUT = 0.5;
const NAMED = 0.9;

interface Scored {
  readonly indicator: IndexedIndicator;
  readonly score: number;
}

function matchOf(relations: Relations, claim: Claim, index: ObservationIndex): Match {
  const { start, end } = claim.quantity;
  const none: Match = { start, end, status: "no-candidate", candidates: [] };
  const area = areaOf(relations, claim, index);
  if (area === null) return none;
  const scored = scoredFor(relations, claim, index).filter(({ indicator }) =>
    indicator.values.some((value) => value.area === area),
  );
  const [best] = scored;
  if (best === undefined) return none;
  const when = whenOf(relations, claim);
  const value = valueAt(best.indicator, area, when);
  if (value !== null && when !== null) {
    const candidate = candidateOf(claim, best.indicator, value);
    const status = candidate.agrees ? "proven" : "contradicted";
    // what was counted up to the time of writing, which nobody knows, is not contradicted by what is counted now
    const known = when !== "to-date" || candidate.agrees;
    const rivals = scored.filter((it) => it.indicator !== best.indicator && best.score - it.score < APART);
    const apart = rivals.every(({ indicator }) => {
      const other = valueAt(indicator, area, when);
      return other !== null && agrees(claim, indicator, other) && candidate.agrees;
    });
    if (known && apart && best.score >= CERTAIN[status])
      return { start, end, status, candidates: [candidate] };
  }
  const candidates = scored.flatMap(({ indicator }) => {
    const likeliest = valueAt(indicator, area, when) ?? nearest(claim, indicator, area);
    return likeliest === null ? [] : [candidateOf(claim, indicator, likeliest)];
  });
  const agreeing = candidates.filter((candidate) => candidate.agrees);
  const offered = (agreeing.length > 0 ? agreeing : candidates).slice(0, MOST);
  return offered.length === 0 ? none : { start, end, status: "unsure", candidates: offered };
}

/** The indicators whose names are like the claim's words and whose unit is of its kind, the likeliest first. */
function scoredFor(relations: Relations, claim: Claim, index: ObservationIndex): Scored[] {
  const words = [`${claim.verb}${claim.subject}`, claim.before, `${claim.before}${claim.after}`];
  const around = contextOf(relations, claim);
  const scored: Scored[] = [];
  for (const indicator of index.indicators) {
    const unit = unitOf(indicator.unit);
    if (unit === null || !isComparable(claim, unit)) continue;
    if (isForeign(indicator, claim)) continue;
    const own = Math.max(...words.map((it) => scoreOf(indicator, it, claim, around)));
    const score = own - (hasOtherClassifier(claim, unit) ? APART : 0);
    if (score >= POSSIBLE) scored.push({ indicator, score });
  }
  return scored.toSorted((one, other) => other.score - one.score);
}

/** 打掉“保护伞”1人,追赃31人: what only the number before it counts is not what this verb is told of. */
function isForeign({ names, of = [] }: IndexedIndicator, { ownSubject, verb }: Claim): boolean {
  if (ownSubject || verb === "") return false;
  return [...names, ...of.flat()].every((name) => heldIn(name, verb) === 0);
}

/** What a part is narrowed to must be said: beside the number it is part of the name, elsewhere in the sentence it helps. */
function scoreOf(indicator: IndexedIndicator, words: string, { subject }: Claim, around: string): number {
  const near: string[] = [];
  let far = 0;
  for (const names of indicator.of ?? []) {
    const beside = names.find(
      (name) => words.includes(name) || (subject.length > 1 && name.includes(subject)),
    );
    if (beside !== undefined) near.push(beside);
    else if (names.some((name) => around.includes(name))) far += 1;
    else return 0;
  }
  const narrowed = near.join("");
  const scores = indicator.names.map((name) =>
    near.length === 0
      ? likeness(words, name)
      : Math.max(likeness(words, narrowed, name), likeness(words, name + narrowed)),
  );
  return Math.min(1, Math.max(...scores) + far * APART * 1.5);
}

/** When a claim is of: a period, up to the time of writing (`to-date`), or null where it does not say. */
function whenOf({ text }: Relations, { period, before }: Claim): Period | "to-date" | null {
  if (period === null) return TO_DATE.test(before) ? "to-date" : null;
  const words = text.slice(period.start, period.end);
  if (TO_DATE.test(words) || SINCE.test(text.slice(period.end, period.end + 3))) return "to-date";
  return periodValue(words);
}

const TO_DATE = /截[至止]|至今|迄今|目前|累计|[年载]来|^[一二三四五六七八九十]+[年载]$|以来/;
const SINCE = /^(?:以?来|起|开始)/;

/** The value in a period; up to now, the one over the longest time. */
function valueAt(
  { values }: IndexedIndicator,
  area: string,
  when: Period | "to-date" | null,
): IndexedValue | null {
  const own = values.filter((value) => value.area === area);
  if (when === null) return null;
  if (when !== "to-date") return own.find((it) => Period.parse(it.period)?.equals(when)) ?? null;
  const months = ({ period }: IndexedValue) => Period.parse(period)?.months().length ?? 0;
  return own.toSorted((one, other) => months(other) - months(one))[0] ?? null;
}

/** A value of the area that agrees, else the latest. */
function nearest(claim: Claim, indicator: IndexedIndicator, area: string): IndexedValue | null {
  const own = indicator.values.filter((value) => value.area === area);
  return own.find((value) => agrees(claim, indicator, value)) ?? own.at(-1) ?? null;
}

function candidateOf(claim: Claim, indicator: IndexedIndicator, value: IndexedValue): Candidate {
  const [title = indicator.id] = indicator.names;
  const narrowed = (indicator.of ?? []).map(([name = ""]) => name).join("、");
  return {
    indicator: indicator.id,
    title: narrowed === "" ? title : `${title}（${narrowed}）`,
    ...value,
    unit: indicator.unit,
    agrees: agrees(claim, indicator, value),
  };
}

/** Whether correct rounding and the words of approximation let the claim be said of the value. */
function agrees(claim: Claim, indicator: IndexedIndicator, { value }: IndexedValue): boolean {
  const unit = unitOf(indicator.unit);
  const observed = Decimal.parse(value);
  if (unit === null || observed === null) return false;
  const factor = factorOf(claim);
  return factor !== null && claim.quantity.possible.times(factor).contains(inBase(observed, unit));
}

function factorOf({ quantity }: Claim): Decimal | null {
  const unit = unitWritten(quantity.unit);
  return unit?.factor ?? (quantity.unit === "" ? Decimal.ONE : null);
}

function isComparable({ quantity }: Claim, unit: Unit): boolean {
  if (quantity.dimension === unit.dimension) return true;
  return quantity.unit === "" && unit.dimension === "count";
}

/** 条 and 个 both count, though perhaps not the same. */
function hasOtherClassifier({ quantity }: Claim, unit: Unit): boolean {
  return (
    unit.dimension === "count" && quantity.unit !== "" && !unit.symbols.some((it) => it === quantity.unit)
  );
}

/** The sentence without what stands beside its numbers, which is said of these alone. */
function contextOf({ text, sentences, claims }: Relations, claim: Claim): string {
  const sentence = sentences[claim.sentence];
  if (sentence === undefined) return "";
  let context = "";
  let at = sentence.start;
  let first = claim.index;
  while (claims[first - 1]?.sentence === claim.sentence) first -= 1;
  for (const { quantity, before, after, sentence: own } of claims.slice(first)) {
    if (own !== claim.sentence) break;
    context += `${text.slice(at, Math.max(at, quantity.start - before.length))} `;
    at = quantity.end + after.length;
  }
  return context + text.slice(at, sentence.end);
}

/** The area named last before the number in its sentence, else the one that the text is about; null for one that has no records. */
function areaOf({ text, sentences }: Relations, claim: Claim, index: ObservationIndex): string | null {
  const from = sentences[claim.sentence]?.start ?? 0;
  const before = text.slice(from, claim.quantity.start);
  let found: { at: number; code: string | null } = { at: -1, code: index.area };
  for (const { code, names } of index.areas)
    for (const name of names) {
      const at = before.lastIndexOf(name);
      if (at > found.at) found = { at, code };
    }
  const own = index.areas.find(({ code }) => code === index.area)?.names ?? [];
  for (const match of before.matchAll(WIDER))
    if (match.index > found.at && !own.some((name) => name.endsWith(match[1] ?? "")))
      found = { at: match.index, code: null };
  return found.code;
}

const WIDER = /[全我本](国|省|市|区|县|旗)|上级/g;
