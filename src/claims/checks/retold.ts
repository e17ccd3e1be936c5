import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { isAmount, spansOf, textOf } from "./groups.ts";

/**
 * The same thing told twice with two values: the same verb and noun, or the same named total, in the same unit and
 * of the same period. Silent where the words leave room for two things.
 */
export function checkRetold(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, Claim>();
  findings.push(...definite(relations), ...misread(relations));
  for (const claim of relations.claims) {
    const key = keyOf(relations, claim);
    if (key === null) continue;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, claim);
      continue;
    }
    const holds = earlier.quantity.possible.overlaps(claim.quantity.possible);
    if (holds || earlier.paragraph !== claim.paragraph) findings.push(told(relations, earlier, claim, holds));
  }
  return findings;
}

/**
 * 反馈的24项整改任务… 确保24项整改任务全部完成: the second speaks of all of what the first introduced. Where several
 * numbers of the same name stand before it, one of them is enough.
 */
function definite(relations: Relations): Finding[] {
  const seen = new Map<string, Claim[]>();
  const findings: Finding[] = [];
  for (const claim of relations.claims) {
    const { quantity, subject } = claim;
    if (
      !isAmount(claim) ||
      quantity.approximation !== null ||
      subject.length < 2 ||
      !claim.ownSubject ||
      GENERAL.test(subject)
    )
      continue;
    const key = `${subject}|${quantity.unit}`;
    const earlier = seen.get(key) ?? [];
    if (earlier.length > 0 && isDefinite(relations, claim)) {
      const same = earlier.find((it) => it.quantity.value.equals(quantity.value));
      const [first] = earlier as [Claim];
      if (same !== undefined) findings.push(told(relations, same, claim, true));
      else if (earlier.length === 1 && subject.length >= 4)
        findings.push(told(relations, first, claim, false));
    } else if (earlier.length < MOST) seen.set(key, [...earlier, claim]);
  }
  return findings;
}

/** Where a name stands before more numbers than this, nothing is said. */
const MOST = 12;

/** Whether a number speaks of all of what is known already: 24项整改任务全部…, 上述24项. */
function isDefinite({ text }: Relations, { quantity, before, after }: Claim): boolean {
  if (/(?:的|其余|其中|其他|另外?|新增?)$/.test(before) || !/[一-龥]/.test(after.charAt(0))) return false;
  if (/(?:上述|以上|这)$/.test(before)) return true;
  const behind = text.slice(quantity.end, quantity.end + 16);
  return (
    /^[^,，、;。]{2,8}(?:已|均|都)?(?:已)?全部/.test(behind) &&
    /^(?:确保|推动|目前|使|让|将|对|[我全][区县市镇乡省])?$/.test(before)
  );
}

/**
 * 农村危房3268户 … 3628户农村危房: the same thing with the same digits in another order, or a long number with one
 * digit changed. That two numbers of one name and unit are so by chance is rare; levels of other years are left out.
 */
function misread(relations: Relations): Finding[] {
  const named = relations.claims.flatMap((claim) => namedCount(claim) ?? []);
  const findings: Finding[] = [];
  for (const group of Map.groupBy(named, ({ claim }) => claim.quantity.unit).values()) {
    for (const [at, one] of group.entries()) {
      const { claim } = one;
      const isOther = (it: NamedCount) =>
        isSameThing(it.name, one.name) && it.claim.sentence !== claim.sentence;
      const near = group.slice(Math.max(0, at - NEAR), at);
      const slip = near.find(
        (it) => isOther(it) && isMisread(it, one) && samePeriod(relations, it.claim, claim),
      );
      if (slip === undefined) continue;
      if (!near.some((it) => isOther(it) && it.claim.quantity.value.equals(claim.quantity.value)))
        findings.push(told(relations, slip.claim, claim, false));
    }
  }
  return findings;
}

/** How many numbers of one unit are looked back over. */
const NEAR = 60;

/** An exact amount whose name stands beside it, with the digits of its number. */
interface NamedCount {
  readonly claim: Claim;
  readonly name: string;
  readonly digits: string;
}

function namedCount(claim: Claim): NamedCount | null {
  const { kind, approximation, unit, place, value } = claim.quantity;
  const name = claim.ownSubject ? claim.subject : "";
  if (kind !== "quantity" || approximation !== null || unit === "" || name.length < 2) return null;
  if (GENERAL.test(name) || !isAmount(claim)) return null;
  const digits = value.divide(place, 0)?.toString() ?? "";
  return /^\d{2,}$/.test(digits) ? { claim, name, digits } : null;
}

/** What many things have. */
const GENERAL = /^(?:一律|全部|悉数|收入|支出|结余|余额|产值|面积|投资|资金|人数|金额|产量)$/;

/** Whether two names are of one thing: the one is the head or the end of the other. */
function isSameThing(one: string, other: string): boolean {
  const long = one.length >= other.length ? one : other;
  const short = long === one ? other : one;
  return long === short || (short.length >= 3 && (long.endsWith(short) || long.startsWith(short)));
}

function isMisread({ claim: one, digits: a }: NamedCount, { claim: other, digits: b }: NamedCount): boolean {
  if (a.length !== b.length || a === b || !one.quantity.place.equals(other.quantity.place)) return false;
  let changed = 0;
  for (let at = 0; at < a.length; at += 1) if (a.charAt(at) !== b.charAt(at)) changed += 1;
  // two digits exchanged; that all of them stand in another order is chance
  if ([...a].sort().join("") === [...b].sort().join("")) return changed <= 2 || a.length <= 3;
  return changed === 1 && a.replace(/0+$/, "").length >= 4;
}

function samePeriod({ text }: Relations, one: Claim, other: Claim): boolean {
  const year = ({ period }: Claim) =>
    /\d{4}/.exec(period === null ? "" : text.slice(period.start, period.end))?.[0];
  const [a, b] = [year(one), year(other)];
  return a === undefined || b === undefined || a === b;
}

/** What is told twice, and whether alike. */
export function told(relations: Relations, earlier: Claim, claim: Claim, holds: boolean): Finding {
  const [a, b] = [textOf(relations, earlier), textOf(relations, claim)];
  return {
    rule: "retold",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf([earlier, claim]),
    arithmetic: `${a} ${holds ? "=" : "≠"} ${b}`,
    message: holds
      ? { zh: `“${claim.subject}”前后两处一致`, en: `“${claim.subject}” is told twice alike` }
      : {
          zh: `“${claim.subject}”前文为${a}，此处为${b}`,
          en: `“${claim.subject}” was ${a} before and is ${b} here`,
        },
  };
}

/** What makes two claims the same; null where too little is said. */
function keyOf({ text }: Relations, claim: Claim): string | null {
  if (!isAmount(claim) || !claim.ownSubject || claim.quantity.approximation !== null) return null;
  const total = TOTAL.test(claim.subject) && claim.subject.length >= 4;
  const counted = claim.verb.length >= 2 && claim.subject.length >= 2 && WHOLE.test(claim.before);
  if (!total && !counted) return null;
  const period = claim.period === null ? "" : text.slice(claim.period.start, claim.period.end);
  return [claim.subject, total ? "" : claim.verb, claim.quantity.unit, claim.quantity.dimension, period].join(
    "|",
  );
}

const TOTAL =
  /(?:生产总值|总值|总额|总量|总产量|总人口|总收入|总支出|总预算|收入总预算|支出总预算|可支配收入|总投资|总面积|财政收入)$/;
const WHOLE = /共|累计|总计|合计/;
