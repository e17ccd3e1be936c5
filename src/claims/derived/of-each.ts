import { product } from "../checks/arithmetic.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { addable } from "../checks/groups.ts";
import type { Relations } from "../relate.ts";
import { isExact } from "./near.ts";

/** 在19个乡镇各举办宣讲12场,全年共228场: so many in each, and how many in all. */
export function checkOfEach(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((total, at) => {
    const [count, each] = [claims[at - 2], claims[at - 1]];
    if (count === undefined || each === undefined || count.sentence !== total.sentence) return [];
    if (!addable(each, total) || ![count, each, total].every(isExact)) return [];
    if (!/^[一-龥]{0,6}各[一-龥]{1,8}$/.test(text.slice(count.quantity.end, each.quantity.start))) return [];
    if (
      !/^,(?:全年|全[县区市]|累计)?(?:共|合计|总计|累计)[一-龥]{0,4}$/.test(
        text.slice(each.quantity.end, total.quantity.start),
      )
    )
      return [];
    const holds = product(each.quantity.possible, count.quantity.possible).overlaps(total.quantity.possible);
    return [meanFinding(relations, [total, count, each], total.quantity.value, count.quantity.value, holds)];
  });
}
