import { Decimal, Interval } from "../../quantity/index.ts";
import { product } from "../checks/arithmetic.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { addable } from "../checks/groups.ts";
import type { Relations } from "../relate.ts";
import { roundedMean } from "./means-over-time.ts";
import { asWritten, slipOf } from "./near.ts";

/** 日均发出快递4.2万件,全年1533万件; 每季度不少于2次、全年不少于8次: what each day, month or quarter has, and what the year has. */
export function checkYearlyTotals(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((each, at) => {
    const total = claims[at + 1];
    const time = EACH.exec(each.before)
      ?.slice(1)
      .find((it) => it !== undefined);
    const counts = time === undefined ? undefined : COUNTS[time];
    if (total === undefined || counts === undefined || total.sentence !== each.sentence) return [];
    if (!addable(each, total) || each.quantity.approximation !== total.quantity.approximation) return [];
    if (!/^[,、](?:全年|一年|年度)[^,;\d]{0,6}$/.test(text.slice(each.quantity.end, total.quantity.start)))
      return [];
    const [one, whole] = [asWritten(each), asWritten(total)];
    // 每季度不少于2次、全年不少于8次: of bounds nothing is rounded
    const areBounds = each.quantity.approximation !== null;
    const holding = counts.find((count) =>
      areBounds
        ? one.quantity.value.times(count).equals(whole.quantity.value)
        : product(roundedMean(one), Interval.exactly(count)).overlaps(whole.quantity.possible),
    );
    const [count] = counts as [Decimal];
    const told = (by: Decimal, holds: boolean) =>
      meanFinding(relations, [total, null, each], whole.quantity.value, by, holds);
    if (holding !== undefined) return [told(holding, true)];
    const isSlip = counts.some((it) => {
      const exact = whole.quantity.value.divide(it, 6);
      const slips = [slipOf(whole, one.quantity.value.times(it)), exact && slipOf(one, exact)];
      return slips.some((slip) => slip !== null && slip <= MOST);
    });
    return areBounds || isSlip ? [told(count, false)] : [];
  });
}

const EACH = /(?:每(日|天|月|季|周)度?|(日|月|季|周)均)[^,;]{0,8}$/;
const COUNTS: Readonly<Record<string, readonly Decimal[]>> = {
  日: [Decimal.of(365), Decimal.of(366)],
  天: [Decimal.of(365), Decimal.of(366)],
  月: [Decimal.of(12)],
  季: [Decimal.of(4)],
  周: [Decimal.of(52)],
};
const MOST = 0.3;
