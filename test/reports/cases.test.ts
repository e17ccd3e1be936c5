import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Observation, Query, RuleResult } from "../../src/indicators/index.ts";
import { lineOf } from "../../src/issue/index.ts";
import { type BoundReport, gate } from "../../src/reports/index.ts";
import { declarationsWith } from "./pack.ts";

/*
 * A folder is a case: report.zh.md or report.en.md, observations.json (what the records give), at times rules.json,
 * and what the gate must say: expected.json of a report that is let through, issues.json of one that is stopped.
 * ACCEPT_CASES=1 writes down what it says now; read the difference before you commit it.
 */
const folder = join(import.meta.dirname, "../cases/reports");
const accept = process.env.ACCEPT_CASES === "1";

for (const name of readdirSync(folder).sort())
  test(`case ${name}`, async () => {
    const said = await run(name);
    const [file, other] = said.stopped ? ["issues.json", "expected.json"] : ["expected.json", "issues.json"];
    const text = `${JSON.stringify(said.what, null, 2)}\n`;
    if (accept) writeFileSync(join(folder, name, file), text);
    assert.ok(
      !existsSync(join(folder, name, other)),
      `the gate says ${text} where ${other} expects otherwise`,
    );
    assert.deepEqual(said.what, json(name, file));
  });

async function run(name: string): Promise<{ stopped: boolean; what: unknown }> {
  const rules = existsSync(join(folder, name, "rules.json"))
    ? (json(name, "rules.json") as RuleResult[])
    : [];
  const language = existsSync(join(folder, name, "report.zh.md")) ? "zh" : "en";
  const file = `report.${language}.md`;
  const written = { file, markdown: readFileSync(join(folder, name, file), "utf8") };
  const empty = { file: "empty.md", markdown: "" };
  const declarations = declarationsWith([
    {
      id: name,
      title: { zh: "三年回眸", en: "Looking back" },
      period: "2019..2021",
      texts: language === "zh" ? { zh: written, en: empty } : { zh: empty, en: written },
    },
  ]);
  const { bound, issues, warnings, unproven } = await gate(declarations, observerOf(name), rules);
  assert.deepEqual(
    unproven.map(({ text, line, indicators }) => [text, line, indicators.join(", ") || "—"]),
    warnings.map(({ path, params }) => [params.text, path[1], params.known]),
  );
  if (issues.length > 0)
    return { stopped: true, what: issues.map((it) => ({ zh: lineOf(it, "zh"), en: lineOf(it, "en") })) };
  const report = bound.find((it) => it.language === language);
  assert.ok(report, "a report without issues is bound");
  return { stopped: false, what: { ...summary(report), warnings: warnings.map((it) => lineOf(it, "zh")) } };
}

function summary({ bindings, citations, charts }: BoundReport) {
  return {
    bindings: bindings.map(({ number, text, line, column, sentence, observation }) => {
      const { indicator, period, value } = observation;
      return {
        number,
        text,
        at: `${line}:${column}`,
        sentence,
        observation: `${indicator} ${period} = ${value}`,
      };
    }),
    citations,
    charts,
  };
}

function observerOf(name: string): (query: Query) => Observation {
  const given = json(name, "observations.json") as Partial<Observation>[];
  return ({ indicator, area, period, where }) => {
    const found = given.find(
      (it) =>
        it.indicator === indicator &&
        it.period === period.toString() &&
        (it.area ?? "999900000000") === area &&
        JSON.stringify(it.breakdown ?? {}) === JSON.stringify(where),
    );
    assert.ok(found, `${name} gives no observation of ${indicator} in ${period}`);
    return { indicator, area, period: period.toString(), breakdown: where, value: null, ...found };
  };
}

function json(name: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, name, file), "utf8"));
}
