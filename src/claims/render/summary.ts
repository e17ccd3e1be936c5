import type { Language } from "../../issue/index.ts";
import type { Bound } from "../bound.ts";
import type { Check } from "../check-text.ts";

/** The numbers that a checked text is summed up in. */
export interface Summary {
  /** statements that carry a figure */
  readonly figures: number;
  /** statements that could carry one and do not */
  readonly vague: number;
  readonly inconsistent: number;
  readonly unsure: number;
  readonly consistent: number;
  /** how the figures stand to the records; null where none were given */
  readonly records: {
    readonly proven: number;
    readonly contradicted: number;
    readonly unsure: number;
    readonly none: number;
  } | null;
  /** how what is bound stands to the records; null where nothing is */
  readonly bound: {
    readonly figures: number;
    readonly citations: number;
    readonly proven: number;
    readonly contradicted: number;
    readonly unsure: number;
  } | null;
}

/** Counts what a check found. Findings about records count with the others, too. */
export function summaryOf(check: Check): Summary {
  const count = (verdict: string) => check.findings.filter((finding) => finding.verdict === verdict).length;
  const { matches } = check;
  const matched = (status: string) => (matches ?? []).filter((match) => match.status === status).length;
  return {
    figures: check.quantities.length,
    vague: check.vague.length,
    inconsistent: count("inconsistent"),
    unsure: count("cannot-tell"),
    consistent: count("consistent"),
    records:
      matches === undefined
        ? null
        : {
            proven: matched("proven"),
            contradicted: matched("contradicted"),
            unsure: matched("unsure"),
            none: matched("no-candidate"),
          },
    bound: boundOf(check),
  };
}

function boundOf({ bound }: Check): Summary["bound"] {
  if (bound === undefined) return null;
  const count = (status: Bound["status"]) => bound.filter((it) => it.status === status).length;
  const citations = count("cited");
  return {
    figures: bound.length - citations,
    citations,
    proven: count("proven"),
    contradicted: count("contradicted"),
    unsure: count("unsure"),
  };
}

/** The summary in words, a line each. */
export function summaryLines(check: Check, language: Language): string[] {
  const { figures, vague, inconsistent, unsure, consistent, records, bound } = summaryOf(check);
  const lines =
    language === "zh"
      ? [
          `能用数字说明的表述 ${figures + vague} 处：有数字 ${figures} 处，没有数字 ${vague} 处`,
          `✗ 对不上 ${inconsistent} 处　? 无法判断 ${unsure} 处　✓ 核对相符 ${consistent} 处`,
        ]
      : [
          `${figures + vague} statements that a figure can tell: ${figures} with one, ${vague} without`,
          `✗ ${inconsistent} not in agreement   ? ${unsure} cannot be told   ✓ ${consistent} in agreement`,
        ];
  if (records !== null) {
    const { proven, contradicted, unsure: open, none } = records;
    lines.push(
      language === "zh"
        ? `与记录核对：证实 ${proven} 处，矛盾 ${contradicted} 处，可能有对应 ${open} 处，没有对应记录 ${none} 处`
        : `against the records: ${proven} proven, ${contradicted} contradicted, ${open} with candidates, ${none} without`,
    );
  }
  if (bound !== null) lines.push(boundLine(bound, language));
  return lines;
}

function boundLine(
  { figures, citations, proven, contradicted, unsure }: NonNullable<Summary["bound"]>,
  language: Language,
): string {
  const held = proven + contradicted + unsure > 0;
  if (language === "zh")
    return `绑定：数字 ${figures} 处，引用 ${citations} 处${
      held
        ? `；与所绑定的记录核对，证实 ${proven} 处，矛盾 ${contradicted} 处，无法判断 ${unsure} 处`
        : "；用 --against 与账本核对"
    }`;
  return `bound: ${figures} figures, ${citations} citations; ${
    held
      ? `against their records: ${proven} proven, ${contradicted} contradicted, ${unsure} cannot be told`
      : "hold them against a ledger with --against"
  }`;
}
