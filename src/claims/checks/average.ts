import type { Claim, Relations } from "../relate.ts";
import { product } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { claimsBySentence, spansOf, textOf } from "./groups.ts";

/** 65名…9.75万元,人均1500元: a mean against the total and the number that stand right before it. */
export function checkAverages(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  for (const claims of claimsBySentence(relations)) {
    for (const [at, mean] of claims.entries()) {
      const per = PER.exec(mean.before)?.[1];
      const units = per === undefined ? undefined : UNITS[per];
      if (units === undefined || mean.quantity.approximation !== null) continue;
      const near = claims
        .slice(Math.max(0, at - 3), at)
        .filter((claim) => claim.quantity.approximation === null);
      const counts = near.filter((claim) => units.has(claim.quantity.unit));
      const behind = claims.slice(at + 1, at + 2).filter((claim) => TOTAL.test(claim.before));
      const totals = [...near, ...behind].filter((claim) => isTotal(claim, mean) && !counts.includes(claim));
      const pairs = totals.flatMap((total) => counts.map((count) => ({ total, count })));
      const fitting = pairs.find(({ total, count }) => fits(total, count, mean));
      // where none fits, the last total and the last number are what the mean is of, if they stand right before it
      const last = { total: totals.at(-1), count: counts.at(-1) };
      const { total, count } = fitting ?? last;
      if (total === undefined || count === undefined || count.quantity.value.isZero()) continue;
      if (fitting === undefined && at - Math.min(claims.indexOf(total), claims.indexOf(count)) > 2) continue;
      if (fitting === undefined && /[;]/.test(between(relations, count, mean))) continue;
      findings.push(finding(relations, total, count, mean));
    }
  }
  return findings;
}

function between({ text }: Relations, one: Claim, other: Claim): string {
  return text.slice(one.quantity.end, other.quantity.start);
}

/** 户均投入3000元,共投入150万元: the total behind the mean. */
const TOTAL = /(?:共|总|合计|累计)[^,，;]{0,6}$/;
const PER =
  /(人次均|人均|户均|村均|校均|笔均|亩均|车均|件均|场均|平均每人|平均每户|平均每村|平均每名|平均每个|平均每家|平均每笔|平均每件|平均每场|平均每亩|平均每所)[^,，;]{0,8}$/;
const PERSONS = new Set(["人", "名", "位", "人次"]);
const UNITS: Readonly<Record<string, ReadonlySet<string>>> = {
  人均: PERSONS,
  人次均: new Set(["人次"]),
  平均每家: new Set(["家", "户"]),
  平均每笔: new Set(["笔"]),
  平均每件: new Set(["件"]),
  平均每场: new Set(["场", "场次"]),
  平均每亩: new Set(["亩"]),
  平均每所: new Set(["所"]),
  平均每人: PERSONS,
  平均每名: PERSONS,
  户均: new Set(["户"]),
  平均每户: new Set(["户"]),
  村均: new Set(["个"]),
  平均每村: new Set(["个"]),
  平均每个: new Set(["个"]),
  校均: new Set(["所"]),
  笔均: new Set(["笔"]),
  亩均: new Set(["亩"]),
  车均: new Set(["辆", "台"]),
  件均: new Set(["件"]),
  场均: new Set(["场", "场次"]),
};

function isTotal(claim: Claim, mean: Claim): boolean {
  return (
    claim.quantity.dimension === mean.quantity.dimension &&
    claim.quantity.kind === "quantity" &&
    !PER.test(claim.before) &&
    !/(?:增长|增加|提高|下降|减少|降低)了?$/.test(claim.before) &&
    claim.quantity.value.compare(mean.quantity.value) > 0
  );
}

function fits(total: Claim, count: Claim, mean: Claim): boolean {
  return product(mean.quantity.possible, count.quantity.possible).overlaps(total.quantity.possible);
}

function finding(relations: Relations, total: Claim, count: Claim, mean: Claim): Finding {
  const holds = fits(total, count, mean);
  const [a, b, c] = [total, count, mean].map((claim) => textOf(relations, claim)) as [string, string, string];
  const decimals = Math.max(0, (mean.quantity.place.toString().split(".")[1] ?? "").length);
  const told = `${total.quantity.value.divide(count.quantity.value, decimals) ?? "?"}${mean.quantity.unit}`;
  return {
    rule: "average",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf([total, count, mean]),
    arithmetic: `${a} ÷ ${b} = ${told} ${holds ? "≈" : "≠"} ${c}`,
    message: holds
      ? { zh: "平均数与总量、个数相符", en: "the mean agrees with total and number" }
      : {
          zh: `按总量与个数计算应为${told}，文中为${c}`,
          en: `total and number give ${told}, the text says ${c}`,
        },
  };
}
