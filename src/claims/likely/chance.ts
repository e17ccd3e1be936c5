import type { Known } from "./numbers.ts";
import type { Candidate, Kind } from "./relation.ts";
import { BUILD, PAIRS, WORDS } from "./weights.ts";

/** A relation with how likely it was meant. */
export interface Chance {
  readonly candidate: Candidate;
  readonly chance: number;
}

/** How likely a relation of this build was meant, with these words around its numbers: how often one holds, in sound texts. */
export function chanceOf(candidate: Candidate): number {
  const { build, pairs, words } = weightsOf(candidate.kind);
  let sum = build.get("") ?? 0;
  const features = candidate.features();
  for (const feature of features) {
    if (feature === false) continue;
    sum += build.get(feature) ?? 0;
    for (const [other, weight] of pairs.get(feature) ?? NONE) if (features.includes(other)) sum += weight;
  }
  for (const [place, { around }] of membersOf(candidate).entries()) {
    let told = 0;
    for (const word of around) told += words[place]?.get(word) ?? 0;
    sum += told;
  }
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
    words: membersOf(candidate).map(({ around }) => around),
  };
}

/** The numbers whose words tell most: all, but of a sum its total and the first and last of its parts. */
function membersOf({ kind, members }: Candidate): readonly Known[] {
  if (kind === "account") return [];
  if (members.length <= 3) return members;
  return [members[0], members[1], members.at(-1)] as Known[];
}

/** The weights of a kind: of its build, of one feature with others, and of the words at each place. */
interface Weights {
  readonly build: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, readonly Pair[]>;
  readonly words: readonly ReadonlyMap<string, number>[];
}

type Pair = readonly [other: string, weight: number];

const NONE: readonly Pair[] = [];

const read = new Map<Kind, Weights>();

/** The weights of a kind, read once where they are first asked for. */
function weightsOf(kind: Kind): Weights {
  const known = read.get(kind);
  if (known !== undefined) return known;
  const weights = {
    build: tableOf(BUILD[kind]),
    pairs: pairsOf(PAIRS[kind]),
    words: WORDS[kind].map(tableOf),
  };
  read.set(kind, weights);
  return weights;
}

/** Between two features that are weighed at once. */
export const AND = " & ";

/** The pairs of features, each under its first one. */
function pairsOf(written: string): ReadonlyMap<string, readonly Pair[]> {
  const pairs = new Map<string, Pair[]>();
  for (const [names, weight] of tableOf(written)) {
    const [one = "", other = ""] = names.split(AND);
    const others = pairs.get(one);
    if (others === undefined) pairs.set(one, [[other, weight]]);
    else others.push([other, weight]);
  }
  return pairs;
}

/** A table of weights, read from how it is written: "name weight|name weight". */
function tableOf(written: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const cell of written.split("|")) {
    const at = cell.lastIndexOf(" ");
    table.set(cell.slice(0, at), Number(cell.slice(at + 1)));
  }
  return table;
}
