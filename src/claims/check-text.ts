import type { Language } from "../issue/index.ts";
import type { Period } from "../quantity/index.ts";
import { type Bound, boundFindings, isDisproven } from "./bound.ts";
import { check } from "./check.ts";
import type { Finding, Verdict } from "./checks/finding.ts";
import { type ClassifyOptions, classify } from "./classify.ts";
import { indicatorsAbout, type Match, matchClaims, statedPeriods } from "./match.ts";
import { matchFindings } from "./match-findings.ts";
import { isQuantity, type Mention } from "./mentions/mention.ts";
import { normalise } from "./normalise.ts";
import type { ObservationIndex } from "./observations.ts";
import { statedOf } from "./quantities-of.ts";
import type { StatedQuantity, VagueStatement } from "./reading.ts";
import { relate } from "./relate.ts";
import { scan } from "./scan.ts";
import { checkTables } from "./tables/check-tables.ts";
import { tablesIn } from "./tables/find-tables.ts";
import { readTables } from "./tables/read-tables.ts";
import type { Table } from "./tables/table.ts";
import { cellClaims, matchesOfCells, withTableClaims } from "./tables/table-claims.ts";
import { vagueStatements } from "./vague.ts";

export interface CheckOptions extends ClassifyOptions {
  /** what to hold the text's claims against */
  readonly observations?: ObservationIndex;
  /** what the text says itself that it is taken from; such stretches are not matched by their words */
  readonly bound?: readonly Bound[];
  /** the tables of the text, where its document tells them; else those that its marks make: pipes, tabs */
  readonly tables?: readonly Table[];
  /** language of the messages; Chinese unless said otherwise */
  readonly language?: Language;
}

/** A text's quantities, findings and vague statements, as `check --json` prints them. */
export interface Check {
  readonly text: { readonly chars: number; readonly sha256: string };
  readonly quantities: readonly StatedQuantity[];
  readonly findings: readonly StatedFinding[];
  readonly vague: readonly (VagueStatement & { readonly indicators: readonly string[] })[];
  /** only where observations were given: how each quantity stands to them */
  readonly matches?: readonly Match[];
  /** only where something is bound: to what, and how it stands to the records */
  readonly bound?: readonly StatedBound[];
}

/** What a stretch is bound to and how it stands to it, in one language. */
export type StatedBound = Omit<Bound, "message"> & { readonly message?: string };

export interface StatedFinding {
  readonly rule: Finding["rule"];
  readonly verdict: Verdict;
  readonly spans: Finding["spans"];
  readonly arithmetic: string;
  readonly message: string;
}

/** What the reader made of a text: the check, and every mention that is no quantity, for whoever shows them. */
export interface Reading {
  readonly check: Check;
  readonly mentions: readonly Mention[];
}

/** The periods that a text states: what to have observations of before it is held against them. */
export function periodsOf(text: string): Period[] {
  const normal = normalise(text);
  return statedPeriods(relate(normal, classify(normal, scan(normal))));
}

/** Reads and checks a text. Offsets are UTF-16, end exclusive; the same text gives the same bytes. */
export function checkText(text: string, options: CheckOptions = {}): Check {
  return readText(text, options).check;
}

/** {@link checkText}, with the mentions behind it. */
export function readText(text: string, options: CheckOptions = {}): Reading {
  const normal = normalise(text);
  const { observations, bound = [], language = "zh", tables = tablesIn(text) } = options;
  const read = readTables(normal, text, tables, (isCell) =>
    classify(
      normal,
      scan(normal).filter((numeral) => !isCell(numeral.start)),
      options,
    ),
  );
  const { mentions } = read;
  const prose = relate(normal, read.prose);
  const cells = read.tables.flatMap((table) => cellClaims(prose, table));
  const relations = withTableClaims(prose, cells, read.aside);
  const isBound = ({ start, end }: Pick<Match, "start" | "end">) =>
    bound.some((it) => it.start < end && start < it.end && it.status !== "bound");
  const matches =
    observations === undefined
      ? null
      : matchesOfCells(matchClaims(relations, observations), cells, observations.area).filter(
          (match) => !isBound(match),
        );
  const findings = [
    ...[...check(prose), ...checkTables(prose, read.tables, cells)].filter((it) => !isDisproven(it, bound)),
    ...matchFindings(relations, matches ?? []),
    ...boundFindings(bound),
  ];
  return {
    mentions: mentions.filter((mention) => !isQuantity(mention)),
    check: {
      text: { chars: text.length, sha256: sha256(text) },
      quantities: relations.claims.map((claim) => statedOf(text, claim)),
      findings: findings
        .toSorted((one, other) => (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0))
        .map(({ message, ...finding }) => ({ ...finding, message: message[language] })),
      vague: vagueStatements(relations).map(({ start, end, clause }) => ({
        start,
        end,
        text: text.slice(start, end),
        indicators: observations === undefined ? [] : indicatorsAbout(normal.slice(...clause), observations),
      })),
      ...(matches === null ? {} : { matches }),
      ...(bound.length === 0
        ? {}
        : {
            bound: bound.map(({ message, ...it }) => ({
              ...it,
              ...(message && { message: message[language] }),
            })),
          }),
    },
  };
}

function sha256(text: string): string {
  // loaded here: an import would make whoever reads a text wait for all of it
  return process.getBuiltinModule("node:crypto").hash("sha256", text, "hex");
}
