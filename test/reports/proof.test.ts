import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Observation } from "../../src/indicators/index.ts";
import type { Issue } from "../../src/issue/index.ts";
import { Decimal } from "../../src/quantity/index.ts";
import { bindReport } from "../../src/reports/index.ts";
import { declarationsWith } from "./pack.ts";

const declarations = declarationsWith([]);

/** What the gate says of one figure in a sentence, when the records give `given`. */
async function issuesOf(
  figure: string,
  indicator: string,
  given: Pick<Observation, "value" | "fraction">,
): Promise<readonly Issue[]> {
  const markdown = `全区共:fig[${figure}]{${indicator} period=2020}。`;
  const text = { id: "r", language: "zh" as const, file: "r.md", title: "题", markdown, period: "2020" };
  const { bound, issues } = await bindReport(declarations, text, ({ area, period, where }) => ({
    ...given,
    indicator,
    area,
    period: period.toString(),
    breakdown: where,
  }));
  assert.equal(bound === null, issues.length > 0);
  return issues;
}

const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code);
const scale = fc.constantFrom(["", 0] as const, ["万", 4] as const, ["亿", 8] as const);
const decimals = fc.integer({ min: 0, max: 3 });
/** Cents, up to ten trillion yuan. */
const cents = fc.bigInt({ min: 0n, max: 10n ** 15n });

/** An amount as an author writes it, at so many digits of its scale. */
const written = (value: Decimal, [, power]: readonly [string, number], digits: number) =>
  value.times(Decimal.powerOfTen(-power)).round(digits);

test("property: an amount rounded to any place of any scale is proven, and one step beside it is refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      cents,
      decimals,
      scale,
      fc.constantFrom(-3, -2, -1, 1, 2, 3),
      async (amount, digits, rank, steps) => {
        const value = Decimal.fromScaled(amount, 2);
        const text = (it: Decimal) => `${it.toFixed(digits)}${rank[0]}元`;
        const rounded = written(value, rank, digits);
        assert.deepEqual(await issuesOf(text(rounded), "income.value", { value: value.toString() }), []);
        const beside = rounded.plus(Decimal.of(steps).times(Decimal.powerOfTen(-digits)));
        fc.pre(beside.sign() >= 0);
        const issues = await issuesOf(text(beside), "income.value", { value: value.toString() });
        assert.deepEqual(codes(issues), ["reports.figure-refused"], text(beside));
      },
    ),
    { numRuns: 300 },
  );
});

test("property: a share is rounded once, from its exact terms", async () => {
  const terms = fc
    .tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }))
    .filter(([under, over]) => over <= under);
  await fc.assert(
    fc.asyncProperty(terms, decimals, async ([under, over], digits) => {
      const hundredfold = Decimal.of(over).times(Decimal.HUNDRED);
      const value = hundredfold.divide(Decimal.of(under), 12);
      const share = hundredfold.divide(Decimal.of(under), digits);
      assert.ok(value && share);
      const given = { value: value.toString(), fraction: { over: String(over), under: String(under) } };
      assert.deepEqual(await issuesOf(`${share.toFixed(digits)}%`, "tip.closing-rate", given), []);
      const beside = share.plus(Decimal.powerOfTen(-digits));
      const issues = await issuesOf(`${beside.toFixed(digits)}%`, "tip.closing-rate", given);
      assert.deepEqual(codes(issues), ["reports.figure-refused"]);
    }),
    { numRuns: 300 },
  );
});

test("a quotient just below a half is not rounded up because its twelfth digit was", async () => {
  // 97.35 − 10⁻¹³ of a hundred, which twelve digits show as 97.35
  const given = { value: "97.35", fraction: { over: "973499999999999", under: "1000000000000000" } };
  assert.deepEqual(codes(await issuesOf("97.4%", "tip.closing-rate", given)), ["reports.figure-refused"]);
  assert.deepEqual(await issuesOf("97.3%", "tip.closing-rate", given), []);
});

test("property: what an issue says to write instead is let through", async () => {
  const form = fc.constantFrom(
    (n: number) => `${n}条`,
    (n: number) => `共受理${n}余条`,
    (n: number) => `近${n}条`,
    (n: number) => `超过${n}条`,
    (n: number) => `约${n}条左右`,
    (n: number) => `${n}条以上`,
    (n: number) => `${n}.5万条`,
    (n: number) => `${n.toLocaleString("en")}条`,
  );
  const count = fc.integer({ min: 1, max: 50_000 });
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(form, count, count, async (say, said, counted) => {
      const given = { value: String(counted) };
      const issues = await issuesOf(say(said), "tip.received", given);
      if (issues.length === 0) return;
      refused += 1;
      const instead = String(issues[0]?.params.instead);
      assert.deepEqual(
        codes(await issuesOf(instead, "tip.received", given)),
        [],
        `${say(said)} → ${instead}`,
      );
    }),
    { numRuns: 500 },
  );
  assert.ok(refused > 100, `only ${refused} of 500 were refused: the property says little`);
});

test("a mean of persons may be rounded to whole persons, a count may not", async () => {
  const mean = { value: "19.6", fraction: { over: "196", under: "10" } };
  assert.deepEqual(await issuesOf("20人", "tip.persons-per-tip", mean), []);
  assert.deepEqual(codes(await issuesOf("20人", "tip.persons", { value: "19" })), ["reports.figure-refused"]);
});
