/**
 * Fits the weights of src/claims/likely to sound texts, and writes them: invented documents in which all figures agree,
 * those of bench/claims-texts, the cases and the sound sentences of the tests. Logistic regression of whether a candidate holds on its
 * features, by AdaGrad with a ridge. What a text's wholes are depends on the weights before: run it until nothing changes.
 *
 *   node bench/claims-weights.ts
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { classify } from "../src/claims/classify.ts";
import { AND, featuresOf } from "../src/claims/likely/chance.ts";
import { isFall } from "../src/claims/likely/changes.ts";
import { candidatesIn } from "../src/claims/likely/groups.ts";
import type { Candidate } from "../src/claims/likely/relation.ts";
import { normalise } from "../src/claims/normalise.ts";
import { relate } from "../src/claims/relate.ts";
import { scan } from "../src/claims/scan.ts";

interface Sample {
  readonly kind: string;
  /** the features of its build as they are, those of its words with their place before them */
  readonly build: readonly string[];
  readonly words: readonly string[];
  readonly holds: number;
}

/** What some samples are told by: a column for each feature, and for each sample those that it has. */
interface Columns {
  readonly names: readonly string[];
  readonly ridges: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly holds: readonly number[];
}

const STEPS = 400;
const RIDGE = 1;
/** Of words, and of two features at once, there are many: each is to say less. */
const RIDGE_OF_MANY = 3;
/** A feature that is rarer says nothing. */
const RAREST = 5;
const RAREST_WORD = 8;
const RAREST_PAIR = 12;
/** So many times, so many pairs of features are taken that tell most of what is not told yet. */
const ROUNDS = 3;
const PAIRS_A_ROUND = 60;
/** What weighs less is left out. */
const LEAST = 0.2;

/** Between passages that have nothing to do with each other. */
const APART = /^====$/m;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const texts = [
  ...readdirSync(here("claims-texts"))
    .toSorted()
    .map((name) => here(`claims-texts/${name}`)),
  ...readdirSync(here("../test/cases/claims"))
    .toSorted()
    .map((name) => here(`../test/cases/claims/${name}/input.txt`)),
].map((file) => readFileSync(file, "utf8"));
const sentences = readFileSync(here("../test/claims/relations.txt"), "utf8").split("\n");
const samples = [
  ...texts.flatMap((text) => text.split(APART)),
  ...sentences.filter((line) => line.startsWith("+ ")).map((line) => line.slice(2).replaceAll("⏎", "\n")),
].flatMap(samplesOf);
const kinds = [...Map.groupBy(samples, ({ kind }) => kind)].toSorted(([one], [other]) =>
  one.localeCompare(other),
);
const fitted = kinds.map(([kind, some]) => [kind, fit(some)] as const);
const tables = (cellsOf: (weights: Weights) => string) =>
  fitted.map(([kind, weights]) => `  ${kind}: ${JSON.stringify(cellsOf(weights))},`).join("\n");
const build = tables((weights) => cells(weights, (name) => !isWord(name) && !name.includes(AND)));
const pairs = tables((weights) => cells(weights, (name) => name.includes(AND)));
const words = fitted.map(([kind, weights]) => {
  const places = [0, 1, 2].map((place) => {
    const ofPlace = cells(weights, (name) => isWord(name) && name.startsWith(`${place} `), 2);
    return `    ${JSON.stringify(ofPlace)},`;
  });
  return `  ${kind}: [\n${places.join("\n")}\n  ],`;
});
writeFileSync(
  here("../src/claims/likely/weights.ts"),
  `import type { Kind } from "./relation.ts";

/**
 * Log odds that a relation was meant, by the features of its build, each behind its name; what stands first is what all
 * have. Fitted to sound texts by \`node bench/claims-weights.ts\`: ${samples.length} candidates.
 */
export const BUILD: Readonly<Record<Kind, string>> = {
${build}
};

/** Log odds by two features of a build at once, beside those of each: "one & other weight". */
export const PAIRS: Readonly<Record<Kind, string>> = {
${pairs}
};

/**
 * Log odds by the words around the number at each place of a relation, each behind its word: what stands right before
 * it (…占), what its words begin with (其余…), the mark before them and the one behind it (,_ and _;).
 */
export const WORDS: Readonly<Record<Kind, readonly string[]>> = {
${words.join("\n")}
};
`,
);

function samplesOf(prose: string): Sample[] {
  const text = normalise(prose);
  const candidates = candidatesIn(relate(text, classify(text, scan(text))));
  return candidates.filter(isPossible).map((candidate) => {
    const { build, words } = featuresOf(candidate);
    const placed = words.flatMap((some, place) => [...new Set(some)].map((it) => `${place} ${it}`));
    return {
      kind: candidate.kind,
      build,
      words: placed.filter((it) => !/\s.*\s|"/.test(it)),
      holds: candidate.holds ? 1 : 0,
    };
  });
}

/** A part that is more than its whole, or less where it is to be more, holds in no sound text, and says nothing. */
function isPossible({ kind, derived, members: [part, whole] }: Candidate): boolean {
  if (part === undefined || whole === undefined) return true;
  if (kind === "growth") return part.value < whole.value === isFall(derived);
  if (kind !== "share") return true;
  return derived.value > 100 ? part.value >= whole.value : part.value <= whole.value;
}

type Weights = ReadonlyMap<string, number>;

/** The weights of each feature and word, and of the pairs of features that tell most besides. */
function fit(some: readonly Sample[]): Weights {
  const pairs = new Set<string>();
  const known = commonOf(some.map(pairsOf), RAREST_PAIR);
  let columns = columnsOf(some, pairs);
  let weights = descend(columns);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of tellingMost(some, known, pairs, columns, weights)) pairs.add(name);
    columns = columnsOf(some, pairs);
    weights = descend(columns);
  }
  const counts = countsOf(some.map(({ build }) => build));
  return new Map(columns.names.map((name, at) => [rarerFirst(name, counts), weights[at] as number]));
}

/** A pair under its rarer feature, so that few pairs are looked at. */
function rarerFirst(name: string, counts: ReadonlyMap<string, number>): string {
  const [one, other] = name.split(AND) as [string, string?];
  if (other === undefined || (counts.get(one) ?? 0) <= (counts.get(other) ?? 0)) return name;
  return `${other}${AND}${one}`;
}

function columnsOf(some: readonly Sample[], pairs: ReadonlySet<string>): Columns {
  const named = [
    ...commonOf(
      some.map(({ build }) => build),
      RAREST,
    ),
    ...commonOf(
      some.map(({ words }) => words),
      RAREST_WORD,
    ),
    ...pairs,
  ];
  const names = ["", ...named];
  const at = new Map(names.map((name, index) => [name, index]));
  return {
    names,
    ridges: names.map((name) => (name === "" ? 0 : isWord(name) || pairs.has(name) ? RIDGE_OF_MANY : RIDGE)),
    rows: some.map((it) => [
      0,
      ...[...it.build, ...it.words, ...(pairs.size > 0 ? pairsOf(it) : [])].flatMap(
        (name) => at.get(name) ?? [],
      ),
    ]),
    holds: some.map(({ holds }) => holds),
  };
}

/** The names that so many lists have. */
function commonOf(lists: readonly (readonly string[])[], least: number): string[] {
  return [...countsOf(lists)].filter(([, count]) => count >= least).map(([name]) => name);
}

function countsOf(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of lists.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Every two features of a build, each two once. */
function pairsOf({ build }: Sample): string[] {
  const sorted = build.toSorted();
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one}${AND}${other}`));
}

/** The pairs by which what the weights leave open would be told best: how far they are off, over how far by chance. */
function tellingMost(
  some: readonly Sample[],
  known: readonly string[],
  taken: ReadonlySet<string>,
  { rows, holds }: Columns,
  weights: Float64Array,
): string[] {
  const offs = new Map(known.filter((name) => !taken.has(name)).map((name) => [name, { off: 0, room: 0 }]));
  for (const [index, sample] of some.entries()) {
    const chance = chanceOf(rows[index] as readonly number[], weights);
    for (const name of pairsOf(sample)) {
      const it = offs.get(name);
      if (it === undefined) continue;
      it.off += (holds[index] as number) - chance;
      it.room += chance * (1 - chance);
    }
  }
  return [...offs]
    .map(([name, { off, room }]) => ({ name, tells: off ** 2 / (room + RIDGE_OF_MANY) }))
    .toSorted((one, other) => other.tells - one.tells)
    .slice(0, PAIRS_A_ROUND)
    .map(({ name }) => name);
}

function chanceOf(row: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (const at of row) sum += weights[at] as number;
  return 1 / (1 + Math.exp(-sum));
}

function descend({ names, ridges, rows, holds }: Columns): Float64Array {
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-8);
  const slopes = new Float64Array(names.length);
  weights[0] = -2;
  for (let step = 0; step < STEPS; step += 1) {
    for (let at = 0; at < names.length; at += 1)
      slopes[at] = (ridges[at] as number) * (weights[at] as number);
    for (const [index, row] of rows.entries()) {
      const off = chanceOf(row, weights) - (holds[index] as number);
      for (const at of row) slopes[at] = (slopes[at] as number) + off;
    }
    for (const [at, slope] of slopes.entries()) {
      squares[at] = (squares[at] as number) + slope * slope;
      weights[at] = (weights[at] as number) - (0.5 * slope) / Math.sqrt(squares[at] as number);
    }
  }
  return weights;
}

function isWord(name: string): boolean {
  return /^\d ./.test(name) && /[…_]/.test(name);
}

/** Some features with their weights, one behind the other; their names without what they begin with. */
function cells(weights: Weights, wanted: (name: string) => boolean, skip = 0): string {
  return [...weights]
    .filter(([name]) => wanted(name))
    .map(([name, weight]) => [name.slice(skip), weight.toFixed(1)] as const)
    .filter(([name, weight]) => name === "" || Math.abs(Number(weight)) >= LEAST)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, weight]) => `${name} ${weight}`)
    .join("|");
}
