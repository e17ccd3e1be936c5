import type { Known } from "./numbers.ts";
import type { Candidate, Kind } from "./relation.ts";
import { BUILD, WORDS } from "./weights.ts";

/** A relation with how likely it was meant. */
export interface Chance {
  readonly candidate: Candidate;
  readonly chance: number;
}

/** How likely a relation of this build was meant, with these words around its numbers: how often one holds, in sound texts. */
export function chanceOf(candidate: Candidate): number {
  const build = tableOf(candidate.kind, BUILD[candidate.kind]);
  let sum = build.get("") ?? 0;
  for (const feature of candidate.features()) if (feature !== false) sum += build.get(feature) ?? 0;
  for (const [place, member] of membersOf(candidate).entries())
    sum += wordsWeigh(candidate.kind, place, member);
  return Math.min(SUREST, 1 / (1 + Math.exp(-sum)));
}

/** Nothing is surer meant than this. */
const SUREST = 0.98;

/** What a candidate is weighed by: its build, and for each place the words around the number there. */
export function featuresOf(candidate: Candidate): {
  readonly build: readonly string[];
  readonly words: readonly (readonly string[])[];
} {
  return {
    build: candidate.features().filter((it) => it !== false),
    words: membersOf(candidate).map(wordsAround),
  };
}

/** The numbers whose words tell most: all, but of a sum its total and the first and last of its parts. */
function membersOf({ kind, members }: Candidate): readonly Known[] {
  if (kind === "account") return [];
  if (members.length <= 3) return members;
  return [members[0], members[1], members.at(-1)] as Known[];
}

/** The last one and two characters before a number, the first two of its words, and the marks on both sides. */
function wordsAround({ before, marks: [mark, next] }: Known): readonly string[] {
  return [`…${before.slice(-1)}`, `…${before.slice(-2)}`, `${before.slice(0, 2)}…`, `${mark}_`, `_${next}`];
}

/** What the words around a number weigh at a place of a kind of relation; worked out once. */
function wordsWeigh(kind: Kind, place: number, known: Known): number {
  const sums = weighed.get(known) ?? new Map<string, number>();
  weighed.set(known, sums);
  const key = `${kind}${place}`;
  const told = sums.get(key);
  if (told !== undefined) return told;
  const weights = tableOf(key, WORDS[kind][place] ?? "");
  const sum = [...new Set(wordsAround(known))].reduce((total, it) => total + (weights.get(it) ?? 0), 0);
  sums.set(key, sum);
  return sum;
}

const weighed = new WeakMap<Known, Map<string, number>>();

/** A table of weights, read from how it is written: "name weight|name weight". */
function tableOf(key: string, written: string): ReadonlyMap<string, number> {
  const known = tables.get(key);
  if (known !== undefined) return known;
  const table = new Map<string, number>();
  for (const cell of written.split("|")) {
    const at = cell.lastIndexOf(" ");
    table.set(cell.slice(0, at), Number(cell.slice(at + 1)));
  }
  tables.set(key, table);
  return table;
}

const tables = new Map<string, ReadonlyMap<string, number>>();
