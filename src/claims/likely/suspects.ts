import type { Finding } from "../checks/finding.ts";
import { type Chance, chanceOf } from "./chance.ts";
import type { Group } from "./groups.ts";
import type { Known } from "./numbers.ts";
import { type Candidate, isSum } from "./relation.ts";
import { likelihoodOf, likelihoodOfStale } from "./slip.ts";

/** A number that some relation may tell to be wrong. */
export interface Case {
  readonly derived: Known;
  /** the relations that may have been meant, and one of whose numbers may be wrong */
  readonly suspects: readonly Chance[];
  /** how likely none of the relations that do not hold was meant; what is below {@link LEAST_DOUBT} is not worked out */
  readonly none: number;
}

/** What is known of the other numbers of the text. */
interface Context {
  readonly settled: ReadonlySet<number>;
  readonly ofPart: ReadonlyMap<Known, Known>;
  readonly byMember: ReadonlyMap<Known, readonly Chance[]>;
}

/** The case that a group makes; null where none of its relations is likely broken, whatever the others say. */
export function caseOf({ derived, holding, broken }: Group): Case | null {
  const surest = holding.reduce((most, { chance }) => Math.max(most, chance), 0);
  const explained = surest >= EXPLAINS;
  const suspects = broken
    .filter((it) => !isWithin(it, holding) && !isOfSame(it, holding))
    .flatMap((candidate) => suspectOf(candidate) ?? [])
    .filter(({ candidate, chance }) => {
      if (!explained) return true;
      const least = isBesides(candidate, holding) ? SURE : Math.min(SUREST_OF_TWO, SURER * surest);
      return chance >= Math.max(SURE, least);
    });
  if (suspects.length === 0) return null;
  const known = new Map(suspects.map(({ candidate, chance }) => [candidate, chance]));
  let none = 1;
  for (const it of broken) {
    none *= 1 - (known.get(it) ?? chanceOf(it));
    if (none <= LEAST_DOUBT) break;
  }
  return { derived, suspects, none };
}

/** 另3个镇街合计55例: a list that holds, with one more part, is no list without it. */
function isWithin({ kind, members }: Candidate, holding: readonly Chance[]): boolean {
  if (!isSum(kind)) return false;
  return holding.some(
    ({ candidate: it }) =>
      it.members[0] === members[0] && members.length > 2 && members.every((one) => it.members.includes(one)),
  );
}

/** 780个,添设145个,收回113个,年末812个: numbers that hold with other signs. */
function isOfSame({ members }: Candidate, holding: readonly Chance[]): boolean {
  return holding.some(
    ({ candidate: it }) =>
      it.members.length === members.length && it.members.every((one) => members.includes(one)),
  );
}

/** 28项:完成23项、未完成5项;立行立改11项、…: what is divided one way may be divided another way as well. */
function isBesides({ kind, members }: Candidate, holding: readonly Chance[]): boolean {
  if (!isSum(kind)) return false;
  const parts = members.slice(1);
  return holding.every(({ candidate: it }) => !it.members.some((one) => parts.includes(one)));
}

function suspectOf(candidate: Candidate): Chance | null {
  if (isRoundedOff(candidate) || isFarOff(candidate)) return null;
  const { slip, stale } = likelihoodsIn(candidate, NOTHING);
  if (slip + stale < LEAST || (isLoose(candidate) && slip < PLAIN)) return null;
  const chance = chanceOf(candidate);
  return chance < leastOf(candidate, slip) ? null : { candidate, chance };
}

/** 收入安排10.45亿元,增长9.0%: growth over what another paragraph tells; or a step, which may be one of another level. */
function isLoose({ kind, derived, members }: Candidate): boolean {
  return kind === "step" || (kind === "growth" && members.some((it) => it.paragraph !== derived.paragraph));
}

/** A slip that is this likely is one in several digits. */
const PLAIN = 50;

const NOTHING: ReadonlySet<number> = new Set();

/** The suspects of some cases by their numbers; of a number that whole texts are held against, the first ones. */
export function suspectsByMember(cases: readonly Case[]): ReadonlyMap<Known, readonly Chance[]> {
  const byMember = new Map<Known, Chance[]>();
  for (const suspect of cases.flatMap(({ suspects }) => suspects))
    for (const member of suspect.candidate.members) {
      const others = byMember.get(member);
      if (others === undefined) byMember.set(member, [suspect]);
      else if (others.length < MOST) others.push(suspect);
    }
  return byMember;
}

const MOST = 40;

/** What a broken relation says, and whether it surely was meant. */
interface Broken {
  readonly finding: Finding;
  readonly isSure: boolean;
}

/** What the likeliest broken relation of a case says, where it is likely enough. */
export function brokenOf({ derived, suspects, none }: Case, context: Context): Broken | null {
  let [odds, best, most] = [0, null as Chance | null, 0];
  // a ratio that is right is of these numbers only where that is sure
  const isRight = context.settled.has(derived.start);
  for (const suspect of suspects) {
    const { candidate, chance } = suspect;
    // 11个组织到案132名,平均每个12名: a mean that is right is of no other number
    if (isRight && candidate.kind === "mean") continue;
    const isOfOthers = !derived.amount || (candidate.kind === "difference" && derived.role !== "change");
    if (isRight && isOfOthers && chance < SUREST_OF_TWO) continue;
    if (areOfAnother(candidate, context.ofPart)) continue;
    if (chance < SURE && areSiblings(candidate, context.ofPart)) continue;
    const { slip, stale } = likelihoodsIn(candidate, context.settled);
    const wrong = chance < SURE ? slip : slip + stale;
    if (wrong < LEAST) continue;
    const own = chance * WRONG * wrong * (1 + supportOf(suspect, context));
    odds += own;
    if (own > most) [best, most] = [suspect, own];
  }
  if (best === null || odds < ODDS * Math.max(LEAST_DOUBT, none)) return null;
  const finding = best.candidate.finding();
  return finding?.verdict === "inconsistent" ? { finding, isSure: best.chance >= SURE } : null;
}

/** How likely another relation is broken by the same number, and mended by the same one in its place. */
function supportOf({ candidate }: Chance, { settled, byMember }: Context): number {
  let best = 0;
  for (const member of candidate.members) {
    if (settled.has(member.start)) continue;
    const { low, high } = candidate.rangeOf(member);
    for (const other of byMember.get(member) ?? []) {
      if (other.chance * AGREES <= best) continue;
      // 142 = 95 + 18 and 142 − 95 = 18 are one relation
      if (other.candidate.members.every((it) => candidate.members.includes(it))) continue;
      const range = other.candidate.rangeOf(member);
      if (range.low <= high && low <= range.high) best = Math.max(best, other.chance * AGREES);
    }
  }
  return best;
}

/** How much rarer than not it is by chance that two relations would be mended by one number. */
const AGREES = 10;
/** What a relation that holds must be, so that only the surest other one is looked at. */
const EXPLAINS = 0.1;
/** What a relation must be, where another explains its number. */
const SUREST_OF_TWO = 0.9;
/** Or how many times as sure as the other. */
const SURER = 4;
/** What one that is broken must be. */
const LIKELY = 0.03;
/** What a sum that is broken must be. */
const MEANT = 0.12;
/** What one that is broken must be, so that a number near what it should be counts. */
const SURE = 0.5;
/** What an amount must be likely to be the difference of two others, where its words do not say that it is one. */
const NAMED = 0.4;
/** How often a number is wrong. */
const WRONG = 1 / 60;
/** How much likelier it must be that one was meant and broken. */
const ODDS = 0.07;
const LEAST_DOUBT = 0.04;
/** What is less likely than this changes nothing. */
const LEAST = 0.1;

/** What a relation must be likely to be meant, so that it may be called broken. */
function leastOf({ kind, derived, members: [part, whole] }: Candidate, slip: number): number {
  const isMore =
    kind === "share" &&
    part !== undefined &&
    whole !== undefined &&
    part.value > whole.value &&
    derived.value < 100;
  if (kind === "again" || isMore) return SURE;
  // of wholes in other paragraphs, and of lists that begin and end somewhere, there are many
  if (kind === "share" && whole?.paragraph !== derived.paragraph) return 4 * LIKELY;
  if (isSum(kind)) return MEANT;
  // 受理312件,立案118件,其中干部14件: that an amount is a difference its words are to tell
  return kind === "difference" && derived.role !== "change" ? (slip < PLAIN ? NAMED : NAMED / 2) : LIKELY;
}

/** 债务限额48.6亿元,余额46.9亿元,其中一般债务20.3亿元、专项债务26.6亿元: parts that another whole is the sum of. */
function areOfAnother({ kind, derived, members }: Candidate, ofPart: ReadonlyMap<Known, Known>): boolean {
  if (!isSum(kind) && kind !== "account") return false;
  const [first, ...more] = members.slice(1).map((part) => ofPart.get(part));
  return first !== undefined && first !== derived && more.every((it) => it === first);
}

/** 接种78.6万剂次,其中第一剂42.3万、第二剂36.3万,接种率86.5%: a share of one part in another of the same whole. */
function areSiblings(
  { kind, members: [part, whole] }: Candidate,
  ofPart: ReadonlyMap<Known, Known>,
): boolean {
  if (kind !== "share" || part === undefined || whole === undefined) return false;
  const of = ofPart.get(part);
  return of !== undefined && of === ofPart.get(whole);
}

/** A percentage that is off by its last digit was rounded otherwise. */
function isRoundedOff({ derived, rangeOf }: Candidate): boolean {
  if (derived.amount || derived.role === "multiple" || derived.role === "points") return false;
  const { low, high } = rangeOf(derived);
  const room = 1.01 * derived.place;
  return derived.value >= low - room && derived.value <= high + room;
}

/** A ratio that is many times what it should be is one of something else. */
function isFarOff({ derived, rangeOf }: Candidate): boolean {
  const { low, high } = rangeOf(derived);
  return !derived.amount && high > 0 && (derived.value > high * MANY || derived.value * MANY < low);
}

const MANY = 5;

/** The likelihoods of one of its members' being a slip, or stale; those that are right elsewhere are neither. */
function likelihoodsIn(
  { kind, members, rangeOf }: Candidate,
  settled: ReadonlySet<number>,
): { readonly slip: number; readonly stale: number } {
  let slip = 0;
  let stale = 0;
  // what other relations prove right, each of its numbers, is another relation
  if (members.every(({ start }) => settled.has(start))) return { slip, stale };
  for (const member of members) {
    if (member.approximate || member.value <= 0) continue;
    const free = settled.has(member.start) ? SETTLED : 1;
    const range = rangeOf(member);
    // what a slip makes of a number is not so far from it; most are refused here, before their digits are looked at
    if (!(range.high * FURTHEST > member.value && range.low < member.value * FURTHEST)) continue;
    stale += free * likelihoodOfStale(member.value / member.place, member.place, range);
    if (member.digits !== null) slip += free * likelihoodOf(member.digits, member.place, range);
  }
  return { slip, stale: STALE_NEVER.has(kind) ? 0 : stale };
}

const FURTHEST = 12;

/** How often a number that another relation proves right is wrong all the same. */
const SETTLED = 0.03;

/** A population of another day makes another rate; parts near a whole may leave some out, and a step be of another level. */
const STALE_NEVER: ReadonlySet<Candidate["kind"]> = new Set(["perHead", "whole", "total", "step"]);
