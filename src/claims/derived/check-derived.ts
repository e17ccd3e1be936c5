import type { Finding, Rule } from "../checks/finding.ts";
import type { Claim, Relations } from "../relate.ts";
import { checkAddedStocks, checkAddedTotals, checkPutTogether } from "./added-totals.ts";
import { checkFarChanges } from "./changes.ts";
import { checkCompound } from "./compound.ts";
import { checkConversions } from "./conversions.ts";
import { checkDepartmentAccounts } from "./department-accounts.ts";
import { checkDurations } from "./durations.ts";
import { checkFlows } from "./flows.ts";
import { checkFundBalances } from "./fund-balances.ts";
import { checkHoursOfUse } from "./hours-of-use.ts";
import { checkJointRates } from "./joint-rates.ts";
import { checkLeftAgain } from "./left-again.ts";
import { checkFarLists } from "./lists.ts";
import { checkFarMeans } from "./means.ts";
import { checkMeansOfLists } from "./means-of-lists.ts";
import { checkMonthsOfFunds } from "./months-of-funds.ts";
import { checkOfEach } from "./of-each.ts";
import { checkOverTargets } from "./over-target.ts";
import { checkOverlaps } from "./overlaps.ts";
import { checkPoints } from "./points.ts";
import { checkPopulation } from "./population.ts";
import { checkPortions } from "./portions.ts";
import { checkTwoTimes } from "./rates-of-two-times.ts";
import { checkRatiosOfTwo } from "./ratios-of-two.ts";
import { checkRemains } from "./remains.ts";
import { checkRestated } from "./restated.ts";
import { checkFarShares } from "./shares.ts";
import { checkStocks } from "./stocks.ts";
import { checkStructures } from "./structures.ts";
import { checkSubsets } from "./subsets.ts";
import { checkTimes } from "./times.ts";
import { checkFarTotals } from "./totals.ts";
import { checkUnitPrices } from "./unit-prices.ts";
import { checkYearlyTotals } from "./yearly-totals.ts";

/**
 * The second look: numbers whose own words say that they were calculated from others (平均每…, 占…, 合计, 净增), and
 * that no check of one sentence has judged. What they were calculated from is looked for in their whole paragraph.
 * Where any of it fits, nothing is wrong; where none does, it is said only where the words tie the numbers together,
 * or where the number told is a slip of the pen away from the true one.
 */
export function checkDerived(relations: Relations, told: readonly Finding[]): Finding[] {
  const settledBy = (rules: readonly Rule[], more: readonly Finding[] = []) => {
    const starts = new Set(
      [...told, ...more]
        .filter(({ rule }) => rules.includes(rule))
        .flatMap(({ spans }) => spans.map(([start]) => start)),
    );
    return ({ quantity }: Claim) => starts.has(quantity.start);
  };
  const lists = settledBy(["partition", "subset"]);
  const means = checkMeansOfLists(relations);
  const averages = settledBy(["average"], means);
  const ratios: readonly Rule[] = ["share", "growth", "increase"];
  const shares = settledBy(ratios);
  const joint = checkJointRates(relations, shares);
  return [
    ...joint,
    ...means,
    ...checkFarMeans(relations, averages),
    ...checkUnitPrices(relations, averages),
    ...checkFarTotals(relations, lists),
    ...checkFarChanges(relations, shares),
    ...checkPoints(relations, shares),
    ...checkStructures(relations),
    ...checkFarShares(relations, settledBy(ratios, joint)),
    ...checkFarLists(relations, lists),
    ...checkRemains(relations, lists),
    ...checkRatiosOfTwo(relations, told),
    ...checkDurations(relations),
    ...checkTimes(relations, settledBy(["growth"])),
    ...checkDepartmentAccounts(relations),
    ...checkRestated(relations),
    ...checkFlows(relations),
    ...checkStocks(relations),
    ...checkPopulation(relations),
    ...checkAddedTotals(relations),
    ...checkAddedStocks(relations),
    ...checkPutTogether(relations),
    ...checkCompound(relations),
    ...checkConversions(relations),
    ...checkOverTargets(relations, shares),
    ...checkHoursOfUse(relations),
    ...checkFundBalances(relations),
    ...checkTwoTimes(relations),
    ...checkSubsets(relations),
    ...checkOfEach(relations),
    ...checkLeftAgain(relations),
    ...checkOverlaps(relations),
    ...checkPortions(relations),
    ...checkYearlyTotals(relations),
    ...checkMonthsOfFunds(relations),
  ];
}
