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
}

export function summaryOf(check: Check): Summary {
  const count = (verdict: string) => check.findings.filter((finding) => finding.verdict === verdict).length;
  return {
    figures: check.quantities.length,
    vague: check.vague.length,
    inconsistent: count("inconsistent"),
    unsure: count("cannot-tell"),
    consistent: count("consistent"),
  };
}

/** The summary in words, a line each. */
export function summaryLines(check: Check, language: Language): string[] {
  const { figures, vague, inconsistent, unsure, consistent } = summaryOf(check);
  return language === "zh"
    ? [
        `有数字的表述 ${figures} 处；可以有数字而没有的 ${vague} 处`,
        `对不上的 ${inconsistent} 处；无法判断的 ${unsure} 处；核对相符的 ${consistent} 处`,
      ]
    : [
        `${figures} statements carry a figure; ${vague} could and do not`,
        `${inconsistent} do not agree; ${unsure} cannot be told; ${consistent} agree`,
      ];
}
