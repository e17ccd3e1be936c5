import { sumOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { isLevel } from "../checks/groups.ts";
import { sumFinding } from "../checks/partition.ts";
import type { Claim, Relations } from "../relate.ts";
import { slipOf } from "./near.ts";
import { slipInPart } from "./totals.ts";

/**
 * The accounts of a department, which its published final accounts tell in paragraphs of a fixed form (部门决算公开): the
 * year's income and what was carried over make up the total, and so do what was spent and what is carried on.
 */
export function checkDepartmentAccounts(relations: Relations): Finding[] {
  const { claims } = relations;
  const one = (name: RegExp) => {
    const found = claims.filter(
      (claim) => claim.quantity.unit === "元" && name.test(claim.before) && isExact(claim),
    );
    const [first] = found;
    return found.every((it) => first !== undefined && it.quantity.value.equals(first.quantity.value))
      ? first
      : undefined;
  };
  const total = one(/支(?:出)?(?:决算)?总计(?:均?为)?$/);
  if (total === undefined) return [];
  const sides = [
    [one(/本年收入合计(?:为)?$/), one(/年初结转和?结余(?:为)?$/)],
    [one(/本年支出合计(?:为)?$/), one(/年末结转和?结余(?:为)?$/)],
  ];
  // 结余分配 and 使用非财政拨款结余 belong to the sides, too, where they are told
  if (claims.some(({ before }) => /结余分配|使用(?:非财政|专用)/.test(before))) return [];
  return sides.flatMap(([flow, stock]) => {
    if (flow === undefined || stock === undefined) return [];
    const parts = [flow, stock];
    const sum = sumOf(parts.map(({ quantity }) => quantity.possible));
    if (sum.overlaps(total.quantity.possible)) return [sumFinding(relations, total, parts, true)];
    const exact = flow.quantity.value.plus(stock.quantity.value);
    const items = parts.map((claim) => ({ claim, ...claim.quantity }));
    const isSlip = slipOf(total, exact) !== null || slipInPart(total, items, exact) !== null;
    return isSlip ? [sumFinding(relations, total, parts, false)] : [];
  });
}

function isExact(claim: Claim): boolean {
  return claim.quantity.approximation === null && (isLevel(claim) || /结转/.test(claim.before));
}
