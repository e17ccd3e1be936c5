import { Decimal } from "../../quantity/index.ts";
import { percentOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable } from "../checks/groups.ts";
import { shareResult } from "../checks/ratio.ts";
import type { Relations } from "../relate.ts";
import { isExactAmount, slipOf } from "./near.ts";

/** 收入1250万元,按30%的比例调入一般公共预算375万元: so much of an amount as a percentage between them says. */
export function checkPortions(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((part, at) => {
    const [whole, share] = [claims[at - 2], claims[at - 1]];
    if (whole === undefined || share === undefined || whole.sentence !== part.sentence) return [];
    if (share.quantity.unit !== "%" || share.quantity.approximation !== null || !/按$/.test(share.before))
      return [];
    if (!/^的(?:比例|标准)/.test(text.slice(share.quantity.end, part.quantity.start))) return [];
    if (!addable(whole, part) || ![whole, part].every(isExactAmount)) return [];
    const range = percentOf(whole.quantity.possible, share.quantity.possible);
    const holds = range?.overlaps(part.quantity.possible) ?? false;
    const exact = whole.quantity.value.times(share.quantity.value).divide(Decimal.HUNDRED, 6);
    if (!holds && (exact === null || (slipOf(part, exact) ?? 1) > MOST)) return [];
    return [shareResult(relations, [part, whole, share], holds)];
  });
}

const MOST = 0.3;
