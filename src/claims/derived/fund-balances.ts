import { sumOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, insideList } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { slipIn } from "./added-totals.ts";
import { isExact, isExactAmount } from "./near.ts";
import { accountFinding } from "./stocks.ts";

/**
 * 收入36000万元。支出31500万元,调出3000万元,收支相抵结余1500万元: what a fund has left of what came in, told in its paragraph. It may
 * have had something before, so that only a slip of the pen is said.
 */
export function checkFundBalances(relations: Relations): Finding[] {
  const { claims } = relations;
  return claims.flatMap((left) => {
    if (left.quantity.dimension !== "money" || !isExact(left) || !BALANCE.test(left.before)) return [];
    const before = claims
      .slice(Math.max(0, left.index - BACK), left.index)
      .filter((it) => it.paragraph === left.paragraph && addable(it, left) && isExactAmount(it))
      .filter((it) => !insideList(relations, it));
    const first = before.findIndex(({ before: words }) => WENT.test(words));
    const went = before.slice(first).filter(({ before: words }) => WENT.test(words));
    if (first < 0 || went.length < before.length - first) return [];
    const incomes = before.slice(0, first).filter(({ before: words }) => CAME.test(words));
    const fitting = incomes.findLast((income) => fits(income, went, left));
    if (fitting !== undefined) return [accountFinding(relations, [fitting], went, left)];
    const income = incomes.at(-1);
    if (income === undefined || slipIn(income, [...went, left]) > MOST) return [];
    return [accountFinding(relations, [income], went, left)];
  });
}

function fits(income: Claim, went: readonly Claim[], left: Claim): boolean {
  return sumOf([...went, left].map(({ quantity }) => quantity.possible)).overlaps(income.quantity.possible);
}

const BALANCE = /^(?:收支相抵,?|收支|年[终末底]|当年|本年|期末)?(?:净)?结余$/;
const CAME = /(?:收入|入库)(?:完成|实现|为|达)?$/;
const WENT = /(?:支出|调出|上解|还本)(?:资金)?(?:完成|实现|为|达)?$/;
const BACK = 12;
const MOST = 0.2;
