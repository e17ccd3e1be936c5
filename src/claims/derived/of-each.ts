import { Decimal } from "../../quantity/index.ts";
import { product } from "../checks/arithmetic.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, spansOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { isExact, slipOf } from "./near.ts";

/** So many in each, and how many in all. */
export function checkOfEach(relations: Relations): Finding[] {
  return [...ofEach(relations), ...wholeEach(relations)];
}

/**
 * 采样点412个,配采样员1648名,每点4名: a whole number each is exact where the total is a slip of the pen away from what it makes,
 * though 1684 over 412 is 4, rounded.
 */
function wholeEach(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((each, at) => {
    const [count, total] = [claims[at - 2], claims[at - 1]];
    if (count?.sentence !== each.sentence || total === undefined || !EACH.test(each.before)) return [];
    if (!/^[,、]/.test(text.slice(count.quantity.end, total.quantity.start))) return [];
    return slipOfTotal(relations, { count, total, each });
  });
}

const EACH = /^(?:即)?(?:平均)?每[一-龥](?:平均)?[一-龥]{0,2}$/;

/** The number of some things, what each of them has, and what all have. */
interface Product {
  readonly count: Claim;
  readonly each: Claim;
  readonly total: Claim;
}

function slipOfTotal(relations: Relations, { count, each, total }: Product): Finding[] {
  const claims = [count, total, each];
  if (claims.some((it) => it.sentence !== each.sentence || !isExact(it)) || !addable(each, total)) return [];
  const isWhole = claims.every(
    ({ quantity: { value, place } }) => value.isInteger() && place.equals(Decimal.ONE),
  );
  const exact = count.quantity.value.times(each.quantity.value);
  const chance = isWhole ? slipOf(total, exact) : null;
  if (chance === null || chance > (each.before.includes("平均") ? MOST_OF_MEAN : MOST)) return [];
  const [a, b, c] = [count, each, total].map((it) => textOf(relations, it));
  return [
    {
      rule: "average",
      verdict: "inconsistent",
      spans: spansOf(claims),
      arithmetic: `${a} × ${b} = ${exact} ≠ ${c}`,
      message: {
        zh: `按个数与每个的数计算应为${exact}，文中为${c}`,
        en: `their number times what each has is ${exact}, the text says ${c}`,
      },
    },
  ];
}

const MOST = 0.05;
const MOST_OF_MEAN = 0.01;

/** 在19个乡镇各举办宣讲12场,全年共228场 */
function ofEach(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((total, at) => {
    const [count, each] = [claims[at - 2], claims[at - 1]];
    if (count === undefined || each === undefined || count.sentence !== total.sentence) return [];
    if (!addable(each, total) || ![count, each, total].every(isExact)) return [];
    const lead = text.slice(count.quantity.end, each.quantity.start);
    // 采样点412个,每点采样员3名,上岗采样员1236名
    if (/^[,、]每[一-龥][^,;]{0,6}$/.test(lead)) return slipOfTotal(relations, { count, each, total });
    if (!/^[一-龥]{0,6}各[一-龥]{1,8}$/.test(lead)) return [];
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
