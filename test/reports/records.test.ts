import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CellTable,
  Derivation,
  type JudgingDeclarations,
  observe,
  reconcile,
} from "../../src/indicators/index.ts";
import { lineOf } from "../../src/issue/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { type Gate, gate } from "../../src/reports/index.ts";
import { applied } from "../pack/actions.ts";
import { declarationsWith } from "./pack.ts";

const declarations = declarationsWith([
  {
    id: "works",
    title: { zh: "工程回眸", en: "Works" },
    period: "2019..2021",
    texts: {
      zh: {
        file: "works.zh.md",
        markdown:
          "三年立项:fig[2个]{work.planned}，其中2020年:fig[1个]{work.planned period=2020}，计划投资:fig[32.6万元]{work.investment}。\n",
      },
      en: { file: "works.en.md", markdown: "The district planned :fig[2 works]{work.planned}.\n" },
    },
  },
]);

const opened = (record: string, start: string, planned: string): Action => ({
  kind: "open",
  register: "work",
  record,
  at: start,
  actor: "经办/发改局",
  fields: { village: "999900100201", kind: "road", planned, start },
});

const two = [opened("W0001", "2019-05-06", "20.05"), opened("W0002", "2020-03-02", "12.50")];

async function gateAfter(actions: readonly Action[]): Promise<Gate> {
  const cells = cellsAfter(declarations, actions);
  return gate(
    declarations,
    (query) => observe(declarations, cells, query),
    reconcile(declarations, cells, []),
  );
}

function cellsAfter(of: JudgingDeclarations, actions: readonly Action[]): CellTable {
  const derivation = new Derivation(of);
  for (const { entry } of applied(of, actions)) assert.deepEqual(derivation.add(entry, []), []);
  return new CellTable(derivation.sums.cells());
}

test("figures that the records give are let through, in both languages", async () => {
  const { bound, issues } = await gateAfter(two);
  assert.deepEqual(issues, []);
  assert.deepEqual(
    bound.map(({ language, bindings }) => [language, bindings.map(({ observation }) => observation.value)]),
    [
      ["zh", ["2", "1", "32.55"]],
      ["en", ["2"]],
    ],
  );
});

test("one more record stops both languages, with line and both values", async () => {
  const { bound, issues } = await gateAfter([...two, opened("W0003", "2021-07-01", "0.00")]);
  assert.deepEqual(bound, []);
  assert.deepEqual(
    issues.map((it) => lineOf(it, "en").split(" → ")[0]),
    [
      "works.zh.md:1:5: “2个”, but the records give 3 (work.planned, 2019..2021)",
      "works.en.md:1:22: “2 works”, but the records give 3 (work.planned, 2019..2021)",
    ],
  );
});
