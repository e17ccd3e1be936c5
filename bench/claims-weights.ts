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
import { candidatesIn } from "../src/claims/likely/check-likely.ts";
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
/** A feature that is rarer says nothing. */
const RAREST = 5;

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
const tables = kinds.map(([kind, some]) => `  ${kind}: {\n${rows(fit(some))}\n  },`);
writeFileSync(
  here("../src/claims/likely/weights.ts"),
  `import type { Kind } from "./relation.ts";

/**
 * Log odds that a relation was meant, by the features of its build; the empty name is what all have. Fitted to sound
 * texts by \`node bench/claims-weights.ts\`: ${samples.length} candidates.
 */
export const WEIGHTS: Readonly<Record<Kind, Readonly<Record<string, number>>>> = {
${tables.join("\n")}
};
`,
);

function samplesOf(prose: string): Sample[] {
  const text = normalise(prose);
  const candidates = candidatesIn(relate(text, classify(text, scan(text))));
  return candidates.filter(isPossible).map((candidate) => ({
    kind: candidate.kind,
    features: candidate.features().filter((it) => it !== false),
    holds: candidate.holds ? 1 : 0,
  }));
}

/** A part that is more than its whole holds in no sound text, and says nothing of how likely it was meant. */
function isPossible({ kind, members: [part, whole] }: Candidate): boolean {
  return kind !== "share" || part === undefined || whole === undefined || part.value <= whole.value;
}

function fit(some: readonly Sample[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([["", some.length]]);
  for (const { features } of some)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const weights = new Map([...counts].filter(([, count]) => count >= RAREST).map(([name]) => [name, 0]));
  weights.set("", -2);
  const squares = new Map<string, number>();
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = new Map([...weights].map(([name, weight]) => [name, name === "" ? 0 : RIDGE * weight]));
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

function rows(weights: ReadonlyMap<string, number>): string {
  return [...weights]
    .map(([name, weight]) => [name, weight.toFixed(1)] as const)
    .filter(([name, weight]) => name === "" || Math.abs(Number(weight)) >= 0.1)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, weight]) => `    ${/^[a-z]+$/.test(name) ? name : JSON.stringify(name)}: ${weight},`)
    .join("\n");
}
