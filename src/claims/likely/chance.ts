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
  const { base, features, firstPlace } = weightsOf(candidate.kind);
  turn += 1;
  const told: Feature[] = [];
  for (const name of candidate.features()) {
    const feature = name === false ? undefined : features.get(name);
    if (feature === undefined) continue;
    feature.turn = turn;
    told.push(feature);
  }
  let sum = base;
  for (const { weight, pairs } of told) {
    sum += weight;
    for (const { other, more } of pairs) if (other.turn === turn) sum += more;
  }
  let place = firstPlace;
  for (const { words } of membersOf(candidate)) {
    let around = 0;
    for (const word of words) around += word[place] as number;
    sum += around;
    place += 1;
  }
  return Math.min(SUREST, 1 / (1 + Math.exp(-sum)));
}

/** Counts the weighings, so that each knows its own features from those of others. */
let turn = 0;

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

/** The weights of a kind: what all of it have, what its features weigh, and where its places begin in a word's weights. */
interface Weights {
  readonly base: number;
  readonly features: ReadonlyMap<string, Feature>;
  readonly firstPlace: number;
}

/** What a feature weighs, and what it weighs more with others. */
interface Feature {
  readonly weight: number;
  readonly pairs: { readonly other: Feature; readonly more: number }[];
  /** the last weighing that it was told in */
  turn: number;
}

const read = new Map<Kind, Weights>();

/** The weights of a kind, read once where they are first asked for. */
function weightsOf(kind: Kind): Weights {
  const known = read.get(kind);
  if (known !== undefined) return known;
  const features = new Map<string, Feature>();
  for (const [name, weight] of tableOf(BUILD[kind])) features.set(name, { weight, pairs: [], turn: 0 });
  for (const [names, more] of tableOf(PAIRS[kind])) {
    const [one, other] = names.split(AND).map((name) => {
      const feature = features.get(name) ?? { weight: 0, pairs: [], turn: 0 };
      features.set(name, feature);
      return feature;
    }) as [Feature, Feature];
    one.pairs.push({ other, more });
  }
  const weights = {
    base: features.get("")?.weight ?? 0,
    features,
    firstPlace: PLACES * KINDS.indexOf(kind),
  };
  read.set(kind, weights);
  return weights;
}

/** Between two features that are weighed at once. */
export const AND = " & ";

/** What a word around a number weighs, for each kind of relation and each place in it. */
export type WordWeights = Float64Array;

/** What those of some words weigh that weigh anything. */
export function weightsOfWords(around: readonly string[]): readonly WordWeights[] {
  words ??= readWords();
  const some: WordWeights[] = [];
  for (const word of around) {
    const weights = words.get(word);
    if (weights !== undefined) some.push(weights);
  }
  return some;
}

let words: ReadonlyMap<string, WordWeights> | undefined;

function readWords(): ReadonlyMap<string, WordWeights> {
  const all = new Map<string, WordWeights>();
  for (const [at, kind] of KINDS.entries())
    for (const [place, written] of WORDS[kind].entries())
      for (const [word, weight] of tableOf(written)) {
        const weights = all.get(word) ?? new Float64Array(PLACES * KINDS.length);
        weights[PLACES * at + place] = weight;
        all.set(word, weights);
      }
  return all;
}

const KINDS = Object.keys(WORDS) as Kind[];
/** How many of a relation's numbers are told by the words around them. */
const PLACES = 3;

/** A table of weights, read from how it is written: "name weight|name weight". */
function tableOf(written: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const cell of written.split("|")) {
    const at = cell.lastIndexOf(" ");
    table.set(cell.slice(0, at), Number(cell.slice(at + 1)));
  }
  return table;
}
