/**
 * Fits the weights of src/claims/likely to sound texts, and writes them: invented documents in which all figures agree,
 * those of bench/claims-texts and the cases of the tests. Logistic regression of whether a candidate holds on its
 * features, by AdaGrad with a ridge. What a text's wholes are depends on the weights before: run it until nothing changes.
 *
 *   node bench/claims-weights.ts
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { classify } from "../src/claims/classify.ts";
import { featuresOf } from "../src/claims/likely/chance.ts";
import { candidatesIn } from "../src/claims/likely/groups.ts";
import type { Candidate } from "../src/claims/likely/relation.ts";
import { normalise } from "../src/claims/normalise.ts";
import { relate } from "../src/claims/relate.ts";
import { scan } from "../src/claims/scan.ts";

interface Sample {
  readonly kind: string;
  readonly features: readonly string[];
  readonly holds: number;
}

const STEPS = 400;
const RIDGE = 1;
/** Of words there are many: each is to say less. */
const RIDGE_OF_WORDS = 3;
/** A feature that is rarer says nothing. */
const RAREST = 5;
const RAREST_WORD = 8;
/** What weighs less is left out. */
const LEAST = 0.2;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const samples = [
  ...readdirSync(here("claims-texts"))
    .toSorted()
    .map((name) => here(`claims-texts/${name}`)),
  ...readdirSync(here("../test/cases/claims"))
    .toSorted()
    .map((name) => here(`../test/cases/claims/${name}/input.txt`)),
].flatMap((file) => samplesOf(readFileSync(file, "utf8")));
const kinds = [...Map.groupBy(samples, ({ kind }) => kind)].toSorted(([one], [other]) =>
  one.localeCompare(other),
);
const fitted = kinds.map(([kind, some]) => [kind, fit(some)] as const);
const build = fitted.map(([kind, weights]) => `  ${kind}: ${JSON.stringify(cells(weights, ""))},`);
const words = fitted.map(([kind, weights]) => {
  const places = [0, 1, 2].map((place) => `    ${JSON.stringify(cells(weights, `${place} `))},`);
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
${build.join("\n")}
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
  return candidates.filter(isPossible).map((candidate) => ({
    kind: candidate.kind,
    features: namesOf(candidate),
    holds: candidate.holds ? 1 : 0,
  }));
}

/** The features of a candidate's build as they are, those of its words with their place before them. */
function namesOf(candidate: Candidate): string[] {
  const { build, words } = featuresOf(candidate);
  const placed = words.flatMap((some, place) => [...new Set(some)].map((it) => `${place} ${it}`));
  return [...build, ...placed.filter((it) => !/\s.*\s|"/.test(it))];
}

/** A part that is more than its whole, or less where it is to be more, holds in no sound text, and says nothing. */
function isPossible({ kind, derived, members: [part, whole] }: Candidate): boolean {
  if (kind !== "share" || part === undefined || whole === undefined) return true;
  return derived.value > 100 ? part.value >= whole.value : part.value <= whole.value;
}

function fit(some: readonly Sample[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([["", some.length]]);
  for (const { features } of some)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const weights = new Map(
    [...counts]
      .filter(([name, count]) => count >= (isWord(name) ? RAREST_WORD : RAREST))
      .map(([name]) => [name, 0]),
  );
  weights.set("", -2);
  const squares = new Map<string, number>();
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = new Map(
      [...weights].map(([name, weight]) => [
        name,
        name === "" ? 0 : (isWord(name) ? RIDGE_OF_WORDS : RIDGE) * weight,
      ]),
    );
    for (const { features, holds } of some) {
      const sum = features.reduce((total, it) => total + (weights.get(it) ?? 0), weights.get("") ?? 0);
      const off = 1 / (1 + Math.exp(-sum)) - holds;
      for (const name of ["", ...features])
        if (slopes.has(name)) slopes.set(name, (slopes.get(name) ?? 0) + off);
    }
    for (const [name, slope] of slopes) {
      const square = (squares.get(name) ?? 1e-8) + slope * slope;
      squares.set(name, square);
      weights.set(name, (weights.get(name) ?? 0) - (0.5 * slope) / Math.sqrt(square));
    }
  }
  return weights;
}

function isWord(name: string): boolean {
  return /^\d ./.test(name) && /[…_]/.test(name);
}

/** The features of a build, or the words of a place, with their weights, one behind the other. */
function cells(weights: ReadonlyMap<string, number>, place: string): string {
  return [...weights]
    .filter(([name]) => (place === "" ? !isWord(name) : isWord(name) && name.startsWith(place)))
    .map(([name, weight]) => [name.slice(place.length), weight.toFixed(1)] as const)
    .filter(([name, weight]) => name === "" || Math.abs(Number(weight)) >= LEAST)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, weight]) => `${name} ${weight}`)
    .join("|");
}
