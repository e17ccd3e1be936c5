import type { Finding } from "./checks/finding.ts";
import type { Match } from "./match.ts";
import type { Relations } from "./relate.ts";

/** What a match says, as a finding; nothing where there was no candidate. */
export function matchFindings({ text }: Relations, matches: readonly Match[]): Finding[] {
  return matches.flatMap(({ start, end, status, candidates }) => {
    const [first] = candidates;
    if (first === undefined || status === "no-candidate") return [];
    const stated = text.slice(start, end);
    const told = candidates.map((it) => `${it.title} ${it.period}: ${it.value}`).join("; ");
    return [
      {
        rule: "match",
        verdict: VERDICTS[status],
        spans: [[start, end]],
        arithmetic:
          status === "unsure"
            ? told
            : `${stated} ${first.agrees ? "≈" : "≠"} ${first.value} (${first.indicator}, ${first.period})`,
        message: {
          proven: { zh: `与“${first.title}”的记录相符`, en: `agrees with the record of “${first.title}”` },
          contradicted: {
            zh: `记录中“${first.title}”(${first.period})为${first.value}，文中为${stated}`,
            en: `the record of “${first.title}” (${first.period}) is ${first.value}, the text says ${stated}`,
          },
          unsure: { zh: `可能的指标：${told}`, en: `may be of: ${told}` },
        }[status],
      } satisfies Finding,
    ];
  });
}

const VERDICTS = { proven: "consistent", contradicted: "inconsistent", unsure: "cannot-tell" } as const;
