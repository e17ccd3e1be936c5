import type { Finding } from "../checks/finding.ts";
import { told } from "../checks/retold.ts";
import { common } from "./around.ts";
import type { Known, Numbers } from "./numbers.ts";
import { type Candidate, sumOfRanges } from "./relation.ts";

/** The earlier numbers of a text of which a later one may be told again. */
export type Earlier = (later: Known) => Generator<Candidate>;

/**
 * Finds for each number the earlier ones of its kind that are the same, have the same digits in another order, or all
 * digits but one. By an index of digits, so that it takes time in proportion to the text.
 */
export function earlierOf(numbers: Numbers): Earlier {
  const index = new Map<string, Known[]>();
  for (const known of numbers.all)
    for (const key of keysOf(known)) {
      const others = index.get(key);
      if (others === undefined) index.set(key, [known]);
      else if (others.length < MOST) others.push(known);
    }
  return function* (later) {
    const seen = new Set<Known>();
    for (const key of keysOf(later))
      for (const earlier of index.get(key) ?? []) {
        if (earlier.index >= later.index) break;
        if (earlier.sentence === later.sentence || seen.has(earlier)) continue;
        seen.add(earlier);
        // many numbers have like digits: their names, or the words that one is spoken of again with, tie them
        const many = String(later.digits?.integer ?? "").replace(/0+$/, "").length > 4;
        if (!many && common(earlier.name, later.name) < 2 && !isSpokenOf(later)) continue;
        yield candidateOf(numbers, earlier, later);
      }
  };
}

/** Of numbers that many others are like, a few are looked at. */
const MOST = 8;

function keysOf({ kind, value, place: step, amount, role, approximate }: Known): string[] {
  if (approximate || !amount || role === "change" || role === "mean") return [];
  const written = String(Math.round(value / step));
  const core = written.replace(/0+$/, "");
  if (core.length < 3) return [];
  const place = `${kind} ${written.length}`;
  const keys = [`${place} ${[...core].toSorted().join("")}`];
  if (core.length >= 5)
    for (let at = 0; at < core.length; at += 1)
      keys.push(`${place} ${core.slice(0, at)}_${core.slice(at + 1)}`);
  return keys;
}

/** 全县523486人的每一条数据, 这5840公里: of what was told before. */
function isSpokenOf({ claim: { before, after } }: Known): boolean {
  return (
    /(?:这|该|上述|以上|全[区县市省镇乡])[^,;]{0,2}$/.test(before) ||
    /^[一-龥]{0,3}(?:的|中|背后)/.test(after)
  );
}

function candidateOf({ relations }: Numbers, earlier: Known, later: Known): Candidate {
  const named = common(earlier.name, later.name, 6);
  const { claim } = later;
  const year = ({ claim: { period } }: Known) =>
    period === null ? "" : relations.text.slice(period.start, period.start + 4);
  return {
    kind: "again",
    derived: later,
    ...sumOfRanges([later], [earlier]),
    features: () => [
      `named ${named}`,
      `digits ${Math.min(6, String(later.digits?.integer ?? "").length - (later.digits?.zeros ?? 0))}`,
      named >= 2 && claim.subject === earlier.claim.subject && "one subject",
      earlier.paragraph === later.paragraph ? "near" : "far",
      earlier.role !== later.role && "other roles",
      claim.verb !== "" && claim.verb === earlier.claim.verb && "one verb",
      year(earlier) === year(later) ? "one time" : "other times",
      claim.before === "" && "bare",
      /(?:这|该|上述|以上|全[区县市省镇乡]|共|总|当年|本[年月次])[^,;]{0,4}$/.test(claim.before) &&
        "definite",
      /^[一-龥]*(?:的|中|里|是|背后)/.test(claim.after) && "spoken of",
      later.index > relations.claims.length * 0.8 && "at the end",
    ],
    finding: (): Finding | null =>
      earlier.claim.quantity.possible.overlaps(claim.quantity.possible)
        ? null
        : told(relations, earlier.claim, claim, false),
  };
}
