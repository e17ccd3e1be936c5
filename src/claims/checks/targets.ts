import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { addable, isAmount } from "./groups.ts";
import { fitsShare, isSlip, shareResult } from "./ratio.ts";

/** 完成目标任务5000人的104.3%, 为预算的104.1%, 占年度计划的107.3%: a rate of what was planned. */
export function isOfTarget(relations: Relations, claims: readonly Claim[], at: number): boolean {
  return standsBehind(relations, claims, at) || OF_PLAN.test((claims[at] as Claim).before);
}

/** What was done against what was planned; null where the plan's amount is not told. */
export function targetFinding(relations: Relations, claims: readonly Claim[], at: number): Finding | null {
  const share = claims[at] as Claim;
  if (share.quantity.approximation !== null) return null;
  if (standsBehind(relations, claims, at)) {
    const target = claims[at - 1] as Claim;
    // 超额完成640人,是目标8000人的108%: what is over the target is not what was done
    const done = claims.slice(0, at - 1).filter((claim) => !OVER.test(claim.before));
    const part = done.at(/^前者/.test(target.before) ? -2 : -1);
    if (part === undefined || !isExact(part) || !isExact(target) || !addable(part, target)) return null;
    return shareResult(relations, [part, target, share], fitsShare(part, target, share));
  }
  const part = claims[at - 1];
  // 年初预算为4亿元,支出决算为年初预算的106.25%: what was done stands further off
  if (part === undefined || !isExact(part) || IS_PLAN.test(part.before)) return null;
  const plans = claims.slice(0, at - 1).filter((claim) => isExact(claim) && addable(claim, part));
  const fitting = plans.findLast((plan) => fitsShare(part, plan, share));
  if (fitting !== undefined) return shareResult(relations, [part, fitting, share], true);
  const plan = plans.at(-1);
  if (plan === undefined) return null;
  const beside = part.index - plan.index <= 2;
  return (beside && PLANNED.test(plan.before)) || isSlip(part, plan, share)
    ? shareResult(relations, [part, plan, share], false)
    : null;
}

/** Whether a percentage follows its target with nothing but 的: 5000人的104.3%. */
function standsBehind({ text }: Relations, claims: readonly Claim[], at: number): boolean {
  const target = claims[at - 1];
  const share = claims[at];
  if (target === undefined || share === undefined || !isAmount(target)) return false;
  return text.slice(target.quantity.end, share.quantity.start) === "的";
}

function isExact(claim: Claim): boolean {
  return isAmount(claim) && claim.quantity.approximation === null;
}

const OVER = /超额|超出|超[^,，;]{0,6}(?:计划|目标|任务)|多完成/;
const PLAN = "(?:预算|计划|目标|任务|目标任务|任务目标|计划任务|计划投资|投资计划)";
const IS_PLAN = new RegExp(`${PLAN}(?:数|安排)?为?$`);
const OF_PLAN = new RegExp(
  `(?:为|占|完成|达到?|是)了?[^,，;、]{0,6}?${PLAN}(?:数|任务)?的(?:比重|比例)?(?:为|达)?$|完成率(?:为|达到?)?$`,
);
const PLANNED = /批准|预算(?:数|安排|为|$)|计划|目标|任务|安排/;
