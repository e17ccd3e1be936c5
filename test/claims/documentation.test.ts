import assert from "node:assert/strict";
import { test } from "node:test";
import { checkText } from "../../src/claims/index.ts";
import { textOf } from "../architecture/source.ts";

/** Rows of the table of checks: rule, a text that it lets pass, and one that it does not. */
const rows = [
  ...(await textOf("docs/claims.md")).matchAll(/^\| `([a-z-]+)` \| [^|]+\? \| ([^|]+) \| ([^|]+) \|$/gm),
].map(([, rule = "", sound = "", broken = ""]) => ({
  rule,
  sound: sound.replaceAll("⏎", "\n"),
  broken: broken.replaceAll("⏎", "\n"),
}));

test("the documentation has a row for every check", async () => {
  const [, union = ""] =
    /export type Rule =([^;]+);/.exec(await textOf("src/claims/checks/finding.ts")) ?? [];
  const rules = [...union.matchAll(/"([a-z-]+)"/g)].map(([, rule]) => rule);
  // what records say is told on its own
  const checks = rules.filter((rule) => rule !== "match" && rule !== "bound");
  assert.deepEqual(rows.map(({ rule }) => rule).sort(), checks.sort());
});

for (const { rule, sound, broken } of rows) {
  test(`${rule} lets pass what the documentation says: ${sound}`, () => {
    const raised = checkText(sound).findings.filter(({ verdict }) => verdict === "inconsistent");
    assert.deepEqual(raised, []);
  });

  test(`${rule} finds what the documentation says: ${broken}`, () => {
    const raised = checkText(broken).findings.filter(({ verdict }) => verdict === "inconsistent");
    assert.deepEqual(
      raised.map((it) => it.rule),
      [rule],
    );
  });
}
