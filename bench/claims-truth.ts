import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** A quantity that a person marked. Offsets are UTF-16, end exclusive. */
export interface MarkedQuantity {
  readonly start: number;
  readonly end: number;
  /** decimal string in base numbers: the value as written, the lower end where it is a range */
  readonly value: string;
  /** null where the marker noted none */
  readonly unit: string | null;
}

/** A text with what persons marked in it. What a marker did not look at is absent. */
export interface MarkedText {
  readonly name: string;
  readonly text: string;
  readonly quantities: readonly MarkedQuantity[];
  readonly periods?: readonly Stretch[];
  /** statements that a figure could measure and that give none */
  readonly vague?: readonly Stretch[];
  /** numerals that count nothing */
  readonly others?: readonly Stretch[];
  /** places that an inconsistent finding must name */
  readonly faults?: readonly Stretch[];
  /** single changes that break a relation of the text */
  readonly changes?: readonly { readonly replace: string; readonly with: string }[];
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const CASES = new URL("../test/cases/claims/", import.meta.url);

/** The project's own cases. */
export function caseDocuments(): MarkedText[] {
  return readdirSync(CASES).map((name) => {
    const text = readFileSync(new URL(`${name}/input.txt`, CASES), "utf8");
    const truth = JSON.parse(readFileSync(new URL(`${name}/truth.json`, CASES), "utf8")) as {
      quantities: readonly { start: number; end: number; low: string; unit: string }[];
      broken: NonNullable<MarkedText["changes"]>;
    };
    const quantities = truth.quantities.map(({ low, ...it }) => ({ ...it, value: low }));
    return { name, text, quantities, changes: truth.broken, faults: [] };
  });
}

interface Gold {
  readonly mentions: readonly (Stretch & { readonly value: number; readonly unit: string })[];
  readonly periods: readonly Stretch[];
  readonly nearMisses: readonly Stretch[];
  readonly vague: readonly (Stretch & { readonly measurable: boolean })[];
  readonly checks: readonly { readonly holds: boolean; readonly mention?: number }[];
}

/** A text and its gold file: mentions, periods, near misses, vague statements and checks. */
export function goldDocument(textFile: string, goldFile: string): MarkedText {
  const text = readFileSync(textFile, "utf8");
  const gold = JSON.parse(readFileSync(goldFile, "utf8")) as Gold;
  return {
    name: basename(textFile),
    text,
    quantities: gold.mentions.map(({ start, end, value, unit }) => ({
      start,
      end,
      value: String(value),
      unit,
    })),
    periods: gold.periods,
    others: gold.nearMisses,
    vague: gold.vague.filter(({ measurable }) => measurable),
    faults: gold.checks.flatMap(({ holds, mention }) =>
      holds || mention === undefined ? [] : gold.mentions.filter(({ start }) => start === mention),
    ),
  };
}
