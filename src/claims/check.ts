import { checkAnnounced } from "./checks/announced.ts";
import { checkAuthority } from "./checks/authority.ts";
import { checkAverages } from "./checks/average.ts";
import { checkCountedRounds } from "./checks/counted-rounds.ts";
import { checkDates } from "./checks/dates.ts";
import { checkDaysOfYear } from "./checks/days-of-year.ts";
import { checkDirections } from "./checks/direction.ts";
import { byLanguage, checkEnglish } from "./checks/english.ts";
import { checkEnumerations } from "./checks/enumeration.ts";
import type { Finding } from "./checks/finding.ts";
import { checkForm } from "./checks/form.ts";
import { checkGrowth } from "./checks/growth.ts";
import { checkHundreds } from "./checks/hundreds.ts";
import { checkLists } from "./checks/lists.ts";
import { checkPartitions } from "./checks/partition.ts";
import { checkRates } from "./checks/rate.ts";
import { checkRatios } from "./checks/ratios.ts";
import { checkRemainders } from "./checks/remainder.ts";
import { checkRepetitions } from "./checks/repetition.ts";
import { checkRetold } from "./checks/retold.ts";
import { checkRuns } from "./checks/runs.ts";
import { checkShares } from "./checks/shares.ts";
import { checkUnits } from "./checks/units.ts";
import { checkDerived } from "./derived/check-derived.ts";
import { checkLikely } from "./likely/check-likely.ts";
import type { Relations } from "./relate.ts";

/** Every finding about a text's claims, in reading order: what holds, what does not, what cannot be told. */
export function check(relations: Relations): Finding[] {
  const { chinese, english } = byLanguage(relations);
  const certain = CERTAIN.flatMap((one) => one(chinese));
  const first = CHECKS.flatMap((one) => one(chinese));
  const second = [...first, ...checkDerived(chinese, first), ...certain];
  const others = checkLikely(chinese, second).filter((it) => !isToldBy(it, certain));
  const findings = [...others, ...certain, ...checkEnglish(relations, english)].map(inReadingOrder);
  const key = ({ rule, spans }: Finding) =>
    spans.reduce((key, [start, end]) => `${key} ${start}-${end}`, `${rule}`);
  const distinct = new Map(findings.map((finding) => [key(finding), finding]));
  return [...distinct.values()].toSorted(
    (one, other) =>
      (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0) || one.rule.localeCompare(other.rule),
  );
}

function inReadingOrder(finding: Finding): Finding {
  return { ...finding, spans: finding.spans.toSorted(([one], [other]) => one - other) };
}

/** Whether another finding tells more exactly what is wrong with its numbers; or that their change fits, but its word. */
function isToldBy({ rule, verdict, spans }: Finding, certain: readonly Finding[]): boolean {
  const isChange = rule === "increase" || rule === "growth";
  return certain.some(
    (other) =>
      (verdict !== "consistent" || (isChange && other.rule === "direction")) &&
      spans.filter((span) => other.spans.some((it) => it[0] < span[1] && span[0] < it[1])).length >= 2,
  );
}

/** What contradicts itself, whatever other numbers say: no later look takes it back. */
const CERTAIN: readonly ((relations: Relations) => Finding[])[] = [
  checkDirections,
  checkDates,
  checkDaysOfYear,
];

const CHECKS: readonly ((relations: Relations) => Finding[])[] = [
  checkPartitions,
  checkRemainders,
  checkRuns,
  checkShares,
  checkHundreds,
  checkRatios,
  checkGrowth,
  checkAverages,
  checkLists,
  checkEnumerations,
  checkAnnounced,
  checkCountedRounds,
  checkUnits,
  checkRetold,
  checkRates,
  checkForm,
  checkAuthority,
  checkRepetitions,
];
