import type { Relations } from "../relate.ts";
import { accountsOf } from "./accounts.ts";
import { earlierOf } from "./again.ts";
import { isFirst, listAround } from "./around.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { differencesOf, growthOf, pointsOf, timesOfLevels } from "./changes.ts";
import { listedSharesOf } from "./listed.ts";
import { meansOf } from "./means.ts";
import { type Known, type Numbers, numbersOf } from "./numbers.ts";
import { perHeadOf } from "./per-head.ts";
import type { Candidate } from "./relation.ts";
import { sharesOf, type Wholes } from "./shares.ts";
import { farWholesOf, totalsOf, wholesOf } from "./sums.ts";

/** The relations that one number may be calculated by. */
export interface Group {
  readonly derived: Known;
  readonly holding: readonly Chance[];
  readonly broken: readonly Candidate[];
}

/** What a relation that holds must be likely to be meant, so that its numbers are right. */
export const SETTLES = 0.3;

/** Hands over every group of a text's numbers, and tells in the end what is part of what. */
export function eachGroup(numbers: Numbers, take: (group: Group) => void): ReadonlyMap<Known, Known> {
  const ofPart = new Map<Known, Known>();
  const ofShare = new Map<Known, Known>();
  const ofMany = new Map<string, Known[]>();
  const earlier = earlierOf(numbers);
  const accounts = accountsOf(numbers);
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
    if (isFirst(numbers, known) || opensClause(numbers, known)) {
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
    add(known, accounts(known));
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

/** …恶势力团伙17个;按年度为2018年8个、…: the first number behind a semicolon. */
function opensClause({ all, apart }: Numbers, known: Known): boolean {
  const last = all[known.index - 1];
  return last !== undefined && last.sentence === known.sentence && apart(last, known);
}

/** How many wholes of a kind of thing a text is taken to speak of at a time. */
const WHOLES = 3;

/** Every relation that a number may have been calculated by, but for sums. */
function candidatesOf(numbers: Numbers, known: Known, wholes: Wholes): Iterable<Candidate> {
  switch (known.role) {
    case "ratio": {
      const list = listAround(numbers, known);
      return list.length > 1
        ? listedSharesOf(numbers, list, known, wholes)
        : sharesOf(numbers, known, wholes);
    }
    case "growth":
      // 自然增长率1.87‰: of the population
      return known.claim.quantity.unit === "‰" ? sharesOf(numbers, known, wholes) : growthOf(numbers, known);
    case "points":
      return pointsOf(numbers, known);
    case "multiple":
      return timesOfLevels(numbers, known);
    case "change":
      return differencesOf(numbers, known);
    case "level":
    case "mean":
      return [...differencesOf(numbers, known), ...meansOf(numbers, known), ...perHeadOf(numbers, known)];
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
