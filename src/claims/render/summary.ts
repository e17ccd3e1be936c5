import type { Language } from "../../issue/index.ts";
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
  };
}

/** The summary in words, a line each. */
export function summaryLines(check: Check, language: Language): string[] {
  const { figures, vague, inconsistent, unsure, consistent, records } = summaryOf(check);
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
  return lines;
}
