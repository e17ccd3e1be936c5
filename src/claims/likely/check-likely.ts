import type { Finding } from "../checks/finding.ts";
import type { Relations } from "../relate.ts";
import { accountsOf } from "./accounts.ts";
import { earlierOf } from "./again.ts";
import { common, isFirst } from "./around.ts";
import { differencesOf, growthOf, pointsOf, timesOfLevels } from "./changes.ts";
import { isDoubtful } from "./doubts.ts";
import { meansOf } from "./means.ts";
import { type Known, type Numbers, numbersOf } from "./numbers.ts";
import type { Candidate } from "./relation.ts";
import { sharesOf, type Wholes } from "./shares.ts";
import { likelihoodOf, likelihoodOfStale } from "./slip.ts";
import { farWholesOf, totalsOf, wholesOf } from "./sums.ts";
import { WEIGHTS } from "./weights.ts";

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
  const open: Group[] = [];
  const ofPart = eachGroup(numbers, (group) => {
    for (const one of group.holding) {
      const { members, kind } = one.candidate;
      if (one.chance >= SETTLES) for (const { start } of members) settled.add(start);
      if (one.chance >= REPLACES && kind !== "again")
        for (const { start } of members) listAt(byNumber, start).push(one);
    }
    // the others are let go at once: of a long text there are far more than fit into memory. What is settled later
    // makes nothing likelier; that later shares are of the same whole can, by little, and is not waited for
    const explained = group.holding.some(({ chance }) => chance >= EXPLAINS);
    if (!explained && likeliestOf(group.broken, NONE) !== null) open.push(group);
  });
  for (const { verdict, spans, rule } of found)
    if (verdict !== "inconsistent" && rule !== "retold") for (const [start] of spans) settled.add(start);
  const told = found.filter(
    (it) =>
      it.verdict !== "inconsistent" ||
      !(isDoubtful(it, numbers, known) || isExplained(it, byNumber, numbers, known, settled)),
  );
  const accused = new Set(
    told.flatMap(({ verdict, spans }) => (verdict === "inconsistent" ? spans.map(([start]) => start) : [])),
  );
  const broken = open.flatMap(({ derived, broken: candidates }) =>
    accused.has(derived.start)
      ? []
      : (brokenOf(
          candidates.filter((it) => !areOfAnother(it, ofPart)),
          settled,
        ) ?? []),
  );
  return [...told, ...broken.filter((it) => !isDoubtful(it, numbers, known))];
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
      const isSum = kind === "whole" || kind === "total";
      const own = new Set(members.map(({ start }) => start));
      const [replaced, ...more] = [...starts].filter((start) => !own.has(start));
      // the same numbers in another relation
      // all parts of a whole that stands elsewhere: 市本级19.5亿元,4个县区分别为8.3亿元、…
      const areParts = isSum && !starts.has(derived.start);
      if (replaced === undefined)
        return starts.size > 2 && kind !== "step" && (chance >= SETTLES || areParts);
      if (more.length > 0 || members.length < starts.size) return false;
      // a part that is larger than what it was taken to be of
      if (rule === "subset") return chance >= SETTLES && isSum && !starts.has(derived.start);
      if (members.length > starts.size) return false;
      // another whole of the same parts
      if (isSum) {
        // 应追缴96万元,已追缴86.4万元。已追缴资金中,…: the sentence names its whole
        const first = members[1] as Known;
        const isNamed = common(numbers.headOf(first).words, derived.name) >= 2;
        const isEarlier = starts.size > 3 && (derived.start < replaced || isNamed);
        return areParts && (chance >= SETTLES || isEarlier) && settled.has(replaced);
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

/** What stands under a key, from now on also where nothing did. */
function listAt<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const list: Item[] = [];
  map.set(key, list);
  return list;
}

/** What a relation that holds must be likely to be meant, so that its numbers are right. */
const SETTLES = 0.3;
/** What one must be, so that nothing else is looked for. */
const EXPLAINS = 0.1;
/** What one that is broken must be. */
const LIKELY = 0.15;
/** What one that holds must be, so that a finding that another check made of nearly the same numbers is none. */
const REPLACES = 0.05;
/** A slip that is so rare by chance needs half of that. */
const RARE = 1000;
/** What one that is broken must be, so that a number near what it should be counts. */
const SURE = 0.5;
/** How often a number is wrong. */
const WRONG = 1 / 60;
/** How much likelier it must be that one was meant and broken. */
const ODDS = 0.2;
/** Nothing is surer meant than this. */
const SUREST = 0.98;
const LEAST_DOUBT = 0.04;
/** What is less likely than this changes nothing. */
const LEAST = 0.1;

interface Chance {
  readonly candidate: Candidate;
  readonly chance: number;
}

/** The relations that one number may be calculated by. */
interface Group {
  readonly derived: Known;
  readonly holding: readonly Chance[];
  readonly broken: readonly Candidate[];
}

const NONE: ReadonlySet<number> = new Set();

/** The likeliest broken relation of a group, where it is likely enough. */
function brokenOf(candidates: readonly Candidate[], settled: ReadonlySet<number>): Finding | null {
  const likeliest = likeliestOf(candidates, settled);
  if (likeliest === null) return null;
  const none = candidates.reduce((product, candidate) => product * (1 - chanceOf(candidate)), 1);
  if (likeliest.odds < ODDS * Math.max(LEAST_DOUBT, none)) return null;
  const finding = likeliest.candidate.finding();
  return finding?.verdict === "inconsistent" ? finding : null;
}

/**
 * The likeliest broken relation of some, with the odds that one of them is; null where that is too unlikely. The less is
 * settled and the more there are, the likelier.
 */
function likeliestOf(
  candidates: readonly Candidate[],
  settled: ReadonlySet<number>,
): { readonly candidate: Candidate; readonly odds: number } | null {
  let [odds, best, most] = [0, null as Candidate | null, 0];
  for (const candidate of candidates) {
    const [slip, stale] = likelihoodsIn(candidate, settled);
    if (slip + stale < LEAST || isRoundedOff(candidate)) continue;
    const chance = chanceOf(candidate);
    if (chance < leastOf(candidate, slip)) continue;
    const own = chance * WRONG * (chance < SURE ? slip : slip + stale);
    odds += own;
    if (own > most) [best, most] = [candidate, own];
  }
  return best === null || odds < ODDS * LEAST_DOUBT ? null : { candidate: best, odds };
}

/** What a relation must be likely to be meant, so that it may be called broken. */
function leastOf({ kind, members: [part, whole] }: Candidate, slip: number): number {
  const isMore = kind === "share" && part !== undefined && whole !== undefined && part.value > whole.value;
  if (kind === "again" || isMore) return SURE;
  return slip > RARE ? LIKELY / 2 : LIKELY;
}

/** 债务限额48.6亿元,余额46.9亿元,其中一般债务20.3亿元、专项债务26.6亿元: parts that another whole is the sum of. */
function areOfAnother({ kind, derived, members }: Candidate, ofPart: ReadonlyMap<Known, Known>): boolean {
  if (kind !== "whole" && kind !== "total") return false;
  const [first, ...more] = members.slice(1).map((part) => ofPart.get(part));
  return first !== undefined && first !== derived && more.every((it) => it === first);
}

/** A percentage that is off by its last digit was rounded otherwise. */
function isRoundedOff({ derived, rangeOf }: Candidate): boolean {
  if (derived.amount || derived.role === "multiple") return false;
  const { low, high } = rangeOf(derived);
  const room = 1.01 * derived.place;
  return derived.value >= low - room && derived.value <= high + room;
}

/** The likelihoods of one of its members' being a slip, or stale; those that are right elsewhere are neither. */
function likelihoodsIn(
  { members, rangeOf }: Candidate,
  settled: ReadonlySet<number>,
): readonly [slip: number, stale: number] {
  let [slip, stale] = [0, 0];
  for (const member of members) {
    if (member.approximate || member.value <= 0 || settled.has(member.start)) continue;
    const range = rangeOf(member);
    // what a slip makes of a number is not so far from it; most are refused here, before their digits are looked at
    if (!(range.high * FURTHEST > member.value && range.low < member.value * FURTHEST)) continue;
    stale += likelihoodOfStale(member.value / member.place, member.place, range);
    if (member.digits !== null) slip += likelihoodOf(member.digits, member.place, range);
  }
  return [slip, stale];
}

const FURTHEST = 12;

/** How likely a relation of this build was meant: how often one holds, in sound texts. */
export function chanceOf(candidate: Candidate): number {
  const weights = WEIGHTS[candidate.kind];
  let sum = weights[""] ?? 0;
  for (const feature of candidate.features()) if (feature !== false) sum += weights[feature] ?? 0;
  return Math.min(SUREST, 1 / (1 + Math.exp(-sum)));
}

/** Hands over every group of a text's numbers, and tells in the end what is part of what. */
function eachGroup(numbers: Numbers, take: (group: Group) => void): ReadonlyMap<Known, Known> {
  const ofPart = new Map<Known, Known>();
  const ofShare = new Map<Known, Known>();
  const ofMany = new Map<string, Known[]>();
  const earlier = earlierOf(numbers);
  const add = (derived: Known, candidates: Iterable<Candidate>) => {
    const holding: Chance[] = [];
    const broken: Candidate[] = [];
    for (const candidate of candidates)
      if (candidate.holds) holding.push({ candidate, chance: chanceOf(candidate) });
      else broken.push(candidate);
    if (holding.length + broken.length > 0) take({ derived, holding, broken });
    return holding;
  };
  const addWhole = (whole: Known) => {
    const others = (ofMany.get(whole.kind) ?? []).filter((it) => it !== whole);
    ofMany.set(whole.kind, [whole, ...others].slice(0, WHOLES));
  };
  for (const known of numbers.all) {
    if (!known.amount || known.role === "change" || known.approximate) continue;
    for (const { candidate, chance } of add(known, wholesOf(numbers, known))) {
      if (chance >= SETTLES) addWhole(known);
      for (const part of candidate.members.slice(1)) if (!ofPart.has(part)) ofPart.set(part, known);
    }
    if (isFirst(numbers, known)) {
      const wholes = new Set([
        numbers.largest(known),
        ...(ofMany.get(known.kind) ?? []),
        ...numbers.headOf(known).named,
      ]);
      for (const { candidate, chance } of add(known, farWholesOf(numbers, known, wholes)))
        if (chance >= SETTLES)
          for (const part of candidate.members.slice(1))
            if (!ofPart.has(part)) ofPart.set(part, candidate.derived);
    }
    add(known, totalsOf(numbers, known));
    add(known, accountsOf(numbers, known));
    add(known, earlier(known));
  }
  for (const known of numbers.all) {
    if (known.approximate) continue;
    const holding = add(known, candidatesOf(numbers, known, { ofPart, ofShare, ofMany }));
    const share = holding.find(({ candidate }) => candidate.kind === "share");
    if (share === undefined) continue;
    const whole = share.candidate.members[1] as Known;
    ofShare.set(known, whole);
    if (share.chance >= SETTLES) addWhole(whole);
  }
  return ofPart;
}

/** How many wholes of a kind of thing a text is taken to speak of at a time. */
const WHOLES = 3;

/** Every relation that a number may have been calculated by, but for sums. */
function candidatesOf(numbers: Numbers, known: Known, wholes: Wholes): Iterable<Candidate> {
  switch (known.role) {
    case "ratio":
      return sharesOf(numbers, known, wholes);
    case "growth":
      return growthOf(numbers, known);
    case "points":
      return pointsOf(numbers, known);
    case "multiple":
      return timesOfLevels(numbers, known);
    case "change":
      return differencesOf(numbers, known);
    case "level":
    case "mean":
      return [...differencesOf(numbers, known), ...meansOf(numbers, known)];
  }
}

/** All candidates of a text, for whoever fits weights to them. */
export function candidatesIn(relations: Relations): Candidate[] {
  const all: Candidate[] = [];
  eachGroup(numbersOf(relations), ({ holding, broken }) => {
    all.push(...holding.map(({ candidate }) => candidate), ...broken);
  });
  return all;
}
