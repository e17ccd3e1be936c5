import { Decimal } from "../../quantity/index.ts";
import { beginsWithVerb } from "../relate/counted.ts";
import type { Claim, Relations } from "../relate.ts";
import { totalOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { addable, insideList, isAmount, isChange, isPlan } from "./groups.ts";
import { fits, isComplete, isNear, isNearMiss, mixesUnits, subsetFinding, sumFinding } from "./partition.ts";

/**
 * Parts that stand behind their whole with no word such as 其中: a complete set of kinds (男性…女性…), what heads its
 * clauses (抓获13名,10人已被逮捕,3人取保候审), what was done to the same things (52家,关停21家、整合14家、改造17家).
 */
export function checkRuns(relations: Relations): Finding[] {
  const groups = relations.bySentence;
  return groups.flatMap((claims, index) => [
    ...leadingParts(relations, claims),
    ...outcomes(relations, claims),
    ...completeSets(relations, groups, index),
  ]);
}

function isExact(claim: Claim): boolean {
  return isAmount(claim) && claim.quantity.approximation === null;
}

/** Numbers that head their clauses right behind a number of the same things: together they are not more. */
function leadingParts(relations: Relations, claims: readonly Claim[]): Finding[] {
  const { text } = relations;
  return claims.flatMap((whole, at) => {
    if (whole.before === "") return [];
    const parts: Claim[] = [];
    for (let next = at + 1; next < claims.length; next += 1) {
      const claim = claims[next] as Claim;
      if (claim.before !== "" || !addable(claim, whole)) break;
      const last = parts.at(-1) ?? whole;
      const between = text.slice(last.quantity.end, claim.quantity.start);
      const leads = parts.length === 0 ? /^[^;]*[,，]$/ : /^[^;,，]{2,}[,，、]$/;
      if (between.length > 30 || !leads.test(between)) break;
      if (!beginsWithVerb(claim.after) || !isExact(claim)) break;
      parts.push(claim);
    }
    const [first] = parts;
    if (first === undefined || !isExact(whole)) return [];
    if (first.quantity.value.compare(whole.quantity.value) > 0)
      return [subsetFinding(relations, whole, first)];
    if (parts.length < 2) return [];
    if (fits(whole, parts)) return [sumFinding(relations, whole, parts, true)];
    const sum = totalOf(parts.map((part) => part.quantity.value));
    return sum.compare(whole.quantity.value) > 0 ? [sumFinding(relations, whole, parts, false)] : [];
  });
}

/** 原有52家,关停21家、整合14家、提升改造17家: three or more outcomes that name nothing else. */
function outcomes(relations: Relations, claims: readonly Claim[]): Finding[] {
  const { text } = relations;
  return claims.flatMap((whole, at) => {
    if (whole.before === "") return [];
    const parts: Claim[] = [];
    for (let next = at + 1; next < claims.length; next += 1) {
      const claim = claims[next] as Claim;
      if (claim.ownSubject || !addable(claim, whole)) break;
      const last = parts.at(-1) ?? whole;
      const between = text.slice(last.quantity.end, claim.quantity.start);
      const joined = parts.length === 0 ? /^[,，][^,，、;]{2,6}$/ : /^[,，、][^,，、;]{2,6}$/;
      if (!joined.test(between) || !isExact(claim)) break;
      parts.push(claim);
    }
    if (parts.length < 3 || !isExact(whole)) return [];
    const some = [parts.length, parts.length - 1, 2].find((count) => fits(whole, parts.slice(0, count)));
    if (some !== undefined) return [sumFinding(relations, whole, parts.slice(0, some), true)];
    return isNearMiss(whole, parts) && isNear(whole, parts, QUARTER)
      ? [sumFinding(relations, whole, parts, false)]
      : [];
  });
}

const QUARTER = Decimal.of(4);
const THIRD = Decimal.of(3);

/** Every longest run of a sentence's amounts that is a complete set, against the amount before it. */
function completeSets(relations: Relations, groups: readonly (readonly Claim[])[], index: number): Finding[] {
  const claims = groups[index] ?? [];
  const amounts = claims.filter((claim) => !isChange(claim) && claim.quantity.kind !== "ratio");
  if (amounts.length < 2) return [];
  const isPart = amounts.map((claim) => isExact(claim) && !insideList(relations, claim));
  const findings: Finding[] = [];
  for (let from = 0; from + 1 < amounts.length; from += 1) {
    const first = amounts[from] as Claim;
    let end = from;
    while (end - from < LONGEST && isPart[end] === true && addable(amounts[end] as Claim, first)) end += 1;
    const parts = longestSet(relations, amounts.slice(from, end));
    if (parts.length < 2) continue;
    const finding = ofSet(relations, groups, index, parts);
    if (finding !== null) findings.push(finding);
    from += parts.length - 1;
  }
  return findings;
}

/** The longest complete set that some amounts begin with, with what is joined to it; empty where none does. */
function longestSet(relations: Relations, amounts: readonly Claim[]): readonly Claim[] {
  for (let size = amounts.length; size >= 2; size -= 1) {
    if (!isComplete(relations, amounts.slice(0, size))) continue;
    // 中央0.92亿元、省级0.56亿元、县级0.38亿元、社会资本0.30亿元: what is joined to a set is of its list
    const { text } = relations;
    for (let to = size; to < amounts.length; to += 1) {
      const [last, next] = [amounts[to - 1], amounts[to]] as [Claim, Claim];
      if (!/^[、和][^,;。]*$/.test(text.slice(last.quantity.end, next.quantity.start)))
        return amounts.slice(0, to);
    }
    return amounts;
  }
  return [];
}

const LONGEST = 8;

/** How many sentences back the whole of a set is looked for. */
const BACK = 4;

/** 确诊165例。…已出院158例,在院7例。轻型140例、普通型25例: of what another paragraph told. */
function isTold({ claims }: Relations, parts: readonly Claim[]): boolean {
  const [first] = parts as [Claim];
  return claims
    .slice(Math.max(0, first.index - FAR), first.index)
    .some((it) => it.paragraph !== first.paragraph && isExact(it) && addable(it, first) && fits(it, parts));
}

const FAR = 60;

function ofSet(
  relations: Relations,
  groups: readonly (readonly Claim[])[],
  index: number,
  parts: readonly Claim[],
): Finding | null {
  const [first] = parts as [Claim];
  const isWhole = (claim: Claim) => isExact(claim) && addable(claim, first) && !isPlan(claim);
  const own = (groups[index] ?? []).filter(
    (claim) => claim.quantity.end <= first.quantity.start && isWhole(claim),
  );
  const whole = own.findLast((claim) => fits(claim, parts));
  if (whole !== undefined) return sumFinding(relations, whole, parts, true);
  const last = own.at(-1);
  const next = (groups[index] ?? []).filter(
    (claim) => claim.index > (parts.at(-1)?.index ?? 0) && isWhole(claim),
  );
  // the kinds that are known may not be all that are listed
  if (last !== undefined && [1, 2].some((more) => fits(last, [...parts, ...next.slice(0, more)])))
    return null;
  if (last !== undefined)
    return isNear(last, parts, THIRD) &&
      !relations.text.slice(last.quantity.end, first.quantity.start).includes(";") &&
      !mixesUnits(relations, parts)
      ? sumFinding(relations, last, parts, false)
      : null;
  const wholes = groups
    .slice(Math.max(0, index - BACK), index)
    .flat()
    .filter((claim) => claim.paragraph === first.paragraph && isWhole(claim));
  if (wholes.some((it) => [1, 2].some((more) => fits(it, [...parts, ...next.slice(0, more)])))) return null;
  const fitting = wholes.findLast((claim) => fits(claim, parts));
  if (fitting !== undefined) return sumFinding(relations, fitting, parts, true);
  const named = wholes.findLast((claim) => /总|累计|共/.test(claim.before));
  if (named === undefined || isTold(relations, parts)) return null;
  return isNear(named, parts) ||
    (isNearMiss(named, parts) && isNear(named, parts, QUARTER) && !mixesUnits(relations, parts))
    ? sumFinding(relations, named, parts, false)
    : null;
}
