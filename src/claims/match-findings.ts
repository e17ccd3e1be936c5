import type { Finding } from "./checks/finding.ts";
import type { Candidate, Match } from "./match.ts";
import { unitOf } from "./observations.ts";
import type { Relations } from "./relate.ts";

/** What a match says, as a finding; nothing where there was no candidate. */
export function matchFindings({ text }: Relations, matches: readonly Match[]): Finding[] {
  return matches.flatMap(({ start, end, status, candidates }) => {
    const [first] = candidates;
    if (first === undefined || status === "no-candidate") return [];
    const stated = text.slice(start, end);
    const record = told(first);
    return [
      {
        rule: "match",
        verdict: VERDICTS[status],
        spans: [[start, end]],
        arithmetic:
          status === "unsure"
            ? candidates.map((it) => `${it.agrees ? "≈" : "≠"} ${told(it)}`).join("; ")
            : `${stated} ${first.agrees ? "≈" : "≠"} ${record}`,
        message: {
          proven: { zh: `与记录相符：${titleOf(first)}`, en: `agrees with the record: ${titleOf(first)}` },
          contradicted: {
            zh: `记录中“${titleOf(first)}”为${amountOf(first)}，文中为${stated}`,
            en: `the record of “${titleOf(first)}” is ${amountOf(first)}, the text says ${stated}`,
          },
          unsure: { zh: "可能对应的记录", en: "records that it may be of" },
        }[status],
      } satisfies Finding,
    ];
  });
}

/** 受理线索 611条 (2018..2021, lead.received) */
function told(candidate: Candidate): string {
  const { period, indicator } = candidate;
  return `${titleOf(candidate)} ${amountOf(candidate)} (${period}, ${indicator})`;
}

function amountOf({ value, unit }: Candidate): string {
  return `${value}${unitOf(unit)?.symbols[0] ?? unit}`;
}

function titleOf({ title }: Candidate): string {
  return title.replaceAll("“", "‘").replaceAll("”", "’");
}

const VERDICTS = { proven: "consistent", contradicted: "inconsistent", unsure: "cannot-tell" } as const;
