import type { Finding } from "../checks/finding.ts";
import type { Relations } from "../relate.ts";
import { common } from "./around.ts";
import type { Chance } from "./chance.ts";
import { isDoubtful } from "./doubts.ts";
import { eachGroup, SETTLES } from "./groups.ts";
import { type Known, type Numbers, numbersOf } from "./numbers.ts";
import { type Candidate, isSum } from "./relation.ts";
import { brokenOf, type Case, caseOf, suspectsByMember } from "./suspects.ts";

/**
 * The last look: for each number, every relation in which it may have been calculated from others near it or named by
 * it. Each has a chance of having been meant, by how often relations of its build hold in sound texts, and a
 * likelihood of the numbers as they are if one of them was written wrongly. Where no relation holds, and one is by far
 * likelier meant and broken than not meant, that is said. What was found before is told as well, but for what another
 * relation that holds explains.
 */
export function checkLikely(relations: Relations, found: readonly Finding[]): Finding[] {
  const numbers = numbersOf(relations);
  const known = new Map(numbers.all.map((it) => [it.start, it]));
  const settled = new Set<number>();
  const byNumber = new Map<number, Chance[]>();
  const cases: Case[] = [];
  const ofPart = eachGroup(numbers, (group) => {
    for (const one of group.holding) {
      const { members, kind } = one.candidate;
      if (one.chance >= SETTLES && isPrecise(one.candidate))
        for (const { start } of members) settled.add(start);
      if (one.chance >= REPLACES && kind !== "again")
        for (const { start } of members) listAt(byNumber, start).push(one);
    }
    // the others are let go at once: of a long text there are far more than fit into memory
    const open = caseOf(group);
    if (open !== null) cases.push(open);
  });
  for (const { verdict, spans, rule } of found) {
    if (verdict !== "consistent" || !CALCULATED.has(rule)) continue;
    const its = spans.map(([start]) => known.get(start));
    if (its.every((it) => it === undefined || it.amount || isNarrow(it)))
      for (const [start] of spans) settled.add(start);
  }
  // 新增8例,其中3例…、4例…、1例…: parts that make up their whole are no parts of each other
  const isRight = ({ rule, spans }: Finding) =>
    rule === "subset" && spans.every(([start]) => settled.has(start));
  const told = found.filter(
    (it) =>
      it.verdict !== "inconsistent" ||
      !(isRight(it) || isDoubtful(it, numbers, known) || isExplained(it, byNumber, numbers, known, settled)),
  );
  const accused = new Set(
    told.flatMap(({ verdict, spans }) => (verdict === "inconsistent" ? spans.map(([start]) => start) : [])),
  );
  const context = { settled, ofPart, byMember: suspectsByMember(cases) };
  const broken = cases.flatMap((it) => (accused.has(it.derived.start) ? [] : (brokenOf(it, context) ?? [])));
  const certain = broken.filter(({ finding, isSure }) => !isDoubtful(finding, numbers, known, isSure));
  return [...told, ...certain.map(({ finding }) => finding)];
}

/**
 * Whether the numbers of a finding hold with another in place of one that is right elsewhere: 其他行业22家,比2018年的97家多了
 * 55家, where the 152 that are 55 more stand further off; a list of taxes that is of the whole before the last.
 */
function isExplained(
  { spans, rule }: Finding,
  byNumber: ReadonlyMap<number, readonly Chance[]>,
  numbers: Numbers,
  known: ReadonlyMap<number, Known>,
  settled: ReadonlySet<number>,
): boolean {
  const starts = new Set(spans.map(([start]) => start));
  return [...starts].some((start) =>
    byNumber.get(start)?.some(({ candidate: { members, derived, kind }, chance }) => {
      const isOfSum = isSum(kind);
      const own = new Set(members.map(({ start }) => start));
      const [replaced, ...more] = [...starts].filter((start) => !own.has(start));
      // the same numbers in another relation
      // all parts of a whole that stands elsewhere: 市本级19.5亿元,4个县区分别为8.3亿元、…
      const areParts = isOfSum && !starts.has(derived.start);
      if (replaced === undefined)
        return starts.size > 2 && kind !== "step" && (chance >= SETTLES || areParts);
      if (more.length > 0 || members.length < starts.size) return false;
      // a part that is larger than what it was taken to be of, and is one of another whole
      if (rule === "subset") {
        const isOfOther = [...starts].some(
          (it) => (known.get(it)?.value ?? 0) > (known.get(replaced)?.value ?? 0),
        );
        return chance >= SETTLES && isOfSum && !starts.has(derived.start) && isOfOther;
      }
      if (members.length > starts.size) return false;
      // another whole of the same parts
      if (isOfSum) {
        // 应追缴96万元,已追缴86.4万元。已追缴资金中,…: the sentence names its whole
        const first = members[1] as Known;
        const isNamed = common(numbers.headOf(first).words, derived.name) >= 2;
        const isEarlier = starts.size > 3 && (derived.start < replaced || isNamed);
        return areParts && (chance >= REPLACES_SUM || isEarlier) && settled.has(replaced);
      }
      // another operand of the same result
      const operand = known.get(replaced);
      const isOperand = operand?.role === "level" && derived.role !== "level";
      // 集中供养775人,…集中供养率: what it names is its operand
      const isNamed = operand !== undefined && common(operand.name, derived.before) >= 2;
      return (
        isOperand && !isNamed && starts.has(derived.start) && (settled.has(replaced) || chance >= SETTLES)
      );
    }),
  );
}

/** The rules by which a number that is consistent was worked out from others, so that it is right. */
const CALCULATED: ReadonlySet<Finding["rule"]> = new Set([
  "partition",
  "shares-sum",
  "share",
  "growth",
  "increase",
  "average",
]);

/** Whether a relation holds for few numbers: 户均1.8人 is right of many. */
function isPrecise({ kind, derived }: Candidate): boolean {
  return isSum(kind) || kind === "difference" || kind === "again" || isNarrow(derived);
}

function isNarrow({ low, high, value }: Known): boolean {
  return (high - low) / value <= NARROW;
}

const NARROW = 0.02;

/** What stands under a key, from now on also where nothing did. */
function listAt<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const list: Item[] = [];
  map.set(key, list);
  return list;
}

/** What one that holds must be, so that a finding that another check made of nearly the same numbers is none. */
const REPLACES = 0.05;
/** What a sum that holds must be, so that its whole is meant and not another one. */
const REPLACES_SUM = 0.4;
