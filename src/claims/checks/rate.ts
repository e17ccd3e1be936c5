import { Decimal } from "../../quantity/index.ts";
import type { Claim, Relations } from "../relate.ts";
import { decimalsOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { spansOf, textOf } from "./groups.ts";

/**
 * Whether a rate is possible for the number asked (GRIM: Brown and Heathers 2017): of 37 households no whole number
 * is 95.6 %. Only where the words say that the rate is of those asked or tested (抽查37户,满意率…).
 */
export function checkRates(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  for (const claims of relations.bySentence) {
    for (const [at, rate] of claims.entries()) {
      const asked = claims[at - 1];
      if (asked === undefined || rate.quantity.kind !== "ratio" || rate.quantity.approximation !== null)
        continue;
      if (!isCount(asked) || !SAMPLE.test(asked.before) || !RATE.test(rate.before)) continue;
      const n = asked.quantity.value.scaled(0);
      if (n === null || n <= 0n || n > 5000n) continue;
      const near = nearest(rate, n);
      if (near.holds) continue;
      const [b, c] = [textOf(relations, asked), textOf(relations, rate)];
      findings.push({
        rule: "rate",
        verdict: "inconsistent",
        spans: spansOf([asked, rate]),
        arithmetic: `${near.below} ÷ ${b} = ${near.low}%, ${near.below + 1n} ÷ ${b} = ${near.high}% ≠ ${c}`,
        message: {
          zh: `以${b}为基数，不可能得出${c}`,
          en: `no whole number out of ${b} gives ${c}`,
        },
      });
    }
  }
  return findings;
}

const SAMPLE =
  /(?:抽查|抽样|抽检|抽取|回访|随访|测评|问卷|调查|走访|检测|检验|监测|暗访|电话访问)[^,，;]{0,10}$/;
const RATE =
  /(?:满意率|满意度|合格率|达标率|知晓率|准确率|优良率|办结率|及格率|通过率|认可度|支持率)(?:达到?|为|是)*$/;

function isCount({ quantity }: Claim): boolean {
  return (
    ["count", "person", "household", "attendance"].includes(quantity.dimension) &&
    quantity.approximation === null
  );
}

function nearest(rate: Claim, n: bigint): { holds: boolean; below: bigint; low: string; high: string } {
  const { value, possible, place } = rate.quantity;
  const total = Decimal.of(n);
  const below = value.times(total).divide(Decimal.HUNDRED, 6)?.toString().split(".")[0] ?? "0";
  const decimals = decimalsOf(place);
  const ratio = (count: bigint) => Decimal.of(count).times(Decimal.HUNDRED).divide(total, 9) ?? Decimal.ZERO;
  const [low, high] = [BigInt(below), BigInt(below) + 1n];
  return {
    holds: possible.contains(ratio(low)) || possible.contains(ratio(high)),
    below: low,
    low: ratio(low).toFixed(decimals),
    high: ratio(high).toFixed(decimals),
  };
}
