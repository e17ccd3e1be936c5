import { difference, sumOf, totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { isExact, slipOf } from "./near.ts";
import { accountFinding } from "./stocks.ts";

/** 困难补贴6240人,护理补贴7115人,2380人同时享受,去重后受益10975人: two that overlap, and what both have but once. */
export function checkOverlaps(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((total) => {
    const lead = text.slice(
      Math.max(0, total.quantity.start - total.before.length - LEAD),
      total.quantity.start,
    );
    if (!ONCE.test(lead) || !isExact(total)) return [];
    const near = claims
      .slice(Math.max(0, total.index - BACK), total.index)
      .filter((it) => it.sentence === total.sentence && isExact(it) && addable(it, total));
    const [one, other, both] = near.slice(-3);
    if (one === undefined || other === undefined || both === undefined) return [];
    if (!/同时|重复|交叉|兼/.test(`${both.before}${both.after}`)) return [];
    const came = sumOf([one, other].map(({ quantity }) => quantity.possible));
    const holds = difference(came, both.quantity.possible)?.overlaps(total.quantity.possible) ?? false;
    if (!holds && !isSlip([one, other], both, total)) return [];
    return [accountFinding(relations, [one, other], [both], total)];
  });
}

const ONCE = /(?:去重|[剔扣]除重复|不重复)[^;]*$/;
const LEAD = 8;
const BACK = 5;
const MOST = 0.3;

/** Whether the total, or one of its numbers, is a slip of the pen away from what it should be. */
function isSlip(came: readonly Claim[], both: Claim, total: Claim): boolean {
  const exact = totalOf(came.map(({ quantity }) => quantity.value)).minus(both.quantity.value);
  const off = exact.minus(total.quantity.value);
  const meant = [
    { claim: total, value: exact },
    { claim: both, value: both.quantity.value.plus(off) },
    ...came.map((claim) => ({ claim, value: claim.quantity.value.minus(off) })),
  ];
  return meant.some(({ claim, value }) => value.sign() > 0 && (slipOf(claim, value) ?? 1) <= MOST);
}
