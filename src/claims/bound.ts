import type { Words } from "../issue/index.ts";
import type { Finding } from "./checks/finding.ts";

/**
 * A stretch of a text that is bound: whoever wrote it said which figure of the records, or which document, it is taken
 * from. What it is held against is then no guess.
 */
export interface Bound {
  readonly start: number;
  /** exclusive */
  readonly end: number;
  readonly text: string;
  /** the indicator, or the document that is cited */
  readonly to: string;
  /** which of its values: `2018..2021`, `2020 area=990001000000 source=hotline`; empty for a document */
  readonly of: string;
  /** `bound`: it was held against nothing; `unsure`: the records have no such value */
  readonly status: "bound" | "cited" | "proven" | "contradicted" | "unsure";
  /** what the records say of it, where it was held against them */
  readonly message?: Words;
}

/** What the records say of bound stretches, as findings; nothing of those that were held against nothing. */
export function boundFindings(all: readonly Bound[]): Finding[] {
  return all.flatMap(({ start, end, status, message }): Finding[] => {
    if (message === undefined || status === "bound" || status === "cited") return [];
    return [{ rule: "bound", verdict: VERDICTS[status], spans: [[start, end]], arithmetic: "", message }];
  });
}

/** Whether the records prove every number that a finding accuses: then these numbers are not related as it takes them to be. */
export function isDisproven({ verdict, spans }: Finding, all: readonly Bound[]): boolean {
  if (verdict !== "inconsistent") return false;
  const proven = all.filter(({ status }) => status === "proven");
  return spans.every(([start, end]) => proven.some((it) => it.start <= start && end <= it.end));
}

const VERDICTS = { proven: "consistent", contradicted: "inconsistent", unsure: "cannot-tell" } as const;
