import type { Finding } from "../checks/finding.ts";
import { told } from "../checks/retold.ts";
import { common } from "./around.ts";
import type { Known, Numbers } from "./numbers.ts";
import { type Candidate, sumOfRanges } from "./relation.ts";

/** The earlier numbers of a text of which a later one may be told again; asked for each number in turn. */
export type Earlier = (later: Known) => readonly Candidate[];

/**
 * Finds for each number the earlier ones of its kind that are the same, have the same digits in another order, or all
 * digits but one. By an index of digits, so that it takes time in proportion to the text.
 */
export function earlierOf(numbers: Numbers): Earlier {
  const indexes = new Map<string, Map<number, Known[]>>();
  return (later) => {
    const like = new Set<Known>();
    const index = indexes.get(later.kind) ?? new Map<number, Known[]>();
    indexes.set(later.kind, index);
    for (const key of keysOf(later)) {
      const others = index.get(key);
      if (others === undefined) index.set(key, [later]);
      else {
        for (const earlier of others) like.add(earlier);
        if (others.length < MOST) others.push(later);
      }
    }
    const tied = [...like].filter(
      (earlier) => earlier.sentence !== later.sentence && areTied(earlier, later),
    );
    const named = namedLike(numbers, later).filter((it) => !like.has(it));
    return [
      ...tied.map((earlier) => candidateOf(numbers, earlier, later)),
      ...named.map((earlier) => candidateOf(numbers, earlier, later, "by name")),
    ];
  };
}

/** 流感样病例比例已达5.1%, 确保46个问题: what a number of few digits may tell again, by their names alone. */
function namedLike(numbers: Numbers, later: Known): readonly Known[] {
  if (later.approximate || !(later.role === "ratio" || (later.role === "level" && later.amount))) return [];
  const named = later.role === "ratio" ? numbers.namedRatios(later) : numbers.named(later.name, later);
  return named.filter(
    (it) => it.kind === later.kind && it.sentence !== later.sentence && common(it.name, later.name) >= 2,
  );
}

/** Many numbers have like digits: their names, or the words that one is spoken of again with, tie them. */
function areTied(earlier: Known, later: Known): boolean {
  const many = (later.digits?.core.length ?? 0) > 4;
  return many || common(earlier.name, later.name) >= 2 || isSpokenOf(later);
}

/** Of numbers that many others are like, a few are looked at. */
const MOST = 8;

/** What a number's digits are in any order, and what they are without each of them; few digits are like any others. */
function keysOf({ digits, amount, role }: Known): number[] {
  if (digits === null || !amount || role === "change" || role === "mean") return [];
  const { core, zeros, integer } = digits;
  const { length } = core;
  if (length < 3) return [];
  const key = (pattern: number, gap: number) => (pattern * LONGEST + gap) * LONGEST + length + zeros;
  const keys = [key(Number([...core].toSorted().reverse().join("")), NO_GAP)];
  if (length < 5) return keys;
  const own = integer / 10 ** zeros;
  let unit = 10 ** (length - 1);
  for (let at = 0; at < length; at += 1) {
    // a gap is written as a one
    keys.push(key(own - (Number(core.charAt(at)) - 1) * unit, at));
    unit /= 10;
  }
  return keys;
}

/** Longer than any digits are. */
const LONGEST = 16;
const NO_GAP = LONGEST - 1;

/** 全县523486人的每一条数据, 这5840公里: of what was told before. */
function isSpokenOf({ claim: { before, after } }: Known): boolean {
  return (
    /(?:这|该|上述|以上|全[区县市省镇乡])[^,;]{0,2}$/.test(before) ||
    /^[一-龥]{0,3}(?:的|中|背后)/.test(after)
  );
}

function candidateOf({ relations }: Numbers, earlier: Known, later: Known, found = "by digits"): Candidate {
  const named = common(earlier.name, later.name, 6);
  const { claim } = later;
  const year = ({ claim: { period } }: Known) =>
    period === null ? "" : relations.text.slice(period.start, period.start + 4);
  return sumOfRanges([later], [earlier], {
    kind: "again",
    derived: later,
    features: () => [
      found,
      `${found} ${later.role} ${named}`,
      `named ${named}`,
      `digits ${Math.min(6, later.digits?.core.length ?? 0)}`,
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
  });
}
