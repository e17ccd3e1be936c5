import { Decimal } from "../../quantity/index.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { addable } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { isExact, slipOf } from "./near.ts";

/** 支出83700万元,…,滚存结余118900万元,可支付17.0个月: what is left over what a month takes. */
export function checkMonthsOfFunds(relations: Relations): Finding[] {
  const { claims } = relations;
  return claims.flatMap((months) => {
    const { unit, approximation } = months.quantity;
    if (
      unit !== "个月" ||
      approximation !== null ||
      !/可(?:供)?(?:支付|付|支撑)(?:待遇)?$/.test(months.before)
    )
      return [];
    const near = claims
      .slice(Math.max(0, months.index - BACK), months.index)
      .filter((it) => it.paragraph === months.paragraph && isExact(it) && it.quantity.dimension === "money");
    const left = near.findLast(({ before }) => /(?:滚存|累计|结余|结存)[^,;]{0,4}$/.test(before));
    const spent = near.findLast(({ before }) => /支出[^,;]{0,3}$/.test(before));
    if (left === undefined || spent === undefined || !addable(left, spent)) return [];
    const exact = left.quantity.value.times(TWELVE).divide(spent.quantity.value, 6);
    if (exact === null) return [];
    const holds = isWithin(months, exact);
    if (!holds && (slipOf(months, exact) ?? 1) > MOST) return [];
    const over = spent.quantity.value.divide(TWELVE, 6);
    return over === null
      ? []
      : [meanFinding(relations, [left, null, months], left.quantity.value, over, holds)];
  });
}

/** Whether the months told are the exact ones, rounded or cut off. */
function isWithin({ quantity: { value, place } }: Claim, exact: Decimal): boolean {
  return exact.minus(value).abs().compare(place) <= 0;
}

const TWELVE = Decimal.of(12);
const BACK = 12;
const MOST = 0.3;
