import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { type District, definitionsOf, openDistrict } from "../../src/district/index.ts";
import { type Issue, lineOf } from "../../src/issue/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { listFiles, release } from "../../src/release/index.ts";
import { refusalOf } from "../ledger/refusal.ts";
import { nanshan, shanghe } from "../pack/records.ts";
import { changed, writePack } from "../pack/write-pack.ts";
import { report, reportingPack, verdict, withDistrict } from "./made-up-release.ts";

const facts = { register: "work", at: "2021-07-01", actor: "经办/发改局" } as const;
const clinic: Action = {
  ...facts,
  kind: "open",
  record: "W0007",
  fields: { village: shanghe, kind: "clinic", planned: "1.00", start: "2021-07-01" },
};

/** Where an issue is, and what it says. */
const told = (issues: readonly Issue[]) => issues.map((it) => lineOf(it, "zh"));

const withReport =
  (...replace: (readonly [from: string, to: string])[]) =>
  (folder: string) =>
    reportingPack(folder, report(replace));

test("a number that was changed in the report stops the release, by file, line and both values", () =>
  withDistrict(
    async ({ publish, district, out }) => {
      const before = await district.ledger.head();
      const { edition, issues } = await publish();
      assert.equal(edition, null);
      assert.deepEqual(
        issues.map(({ code, path }) => [code, ...path]),
        [["reports.figure-refused", "works.zh.md", 3, 7]],
      );
      const [line] = told(issues);
      assert.match(line ?? "", /works\.zh\.md:3:7:.*6个.*5个/);
      assert.deepEqual(await district.ledger.head(), before, "nothing was recorded");
      await assert.rejects(listFiles(out()), "nothing was published");
    },
    withReport(["5个", "6个"]),
  ));

test("one more record than the report tells of stops the release at every sentence that it contradicts", () =>
  withDistrict(async ({ publish, district }) => {
    assert.deepEqual((await publish()).issues, []);
    const before = await district.ledger.head();
    await append(district, clinic);
    const { edition, issues } = await publish();
    assert.equal(edition, null);
    assert.deepEqual(
      issues.map(({ code, path }) => [code, ...path]),
      [
        ["reports.figure-refused", "works.zh.md", 3, 7],
        ["reports.figure-refused", "works.en.md", 3, 16],
      ],
    );
    assert.match(told(issues)[0] ?? "", /5个.*6个/);
    assert.equal((await district.ledger.head()).size, before.size + 1, "the record alone");
  }));

test("what was published stays as it was where the next release is stopped", () =>
  withDistrict(async ({ publish, district, out }) => {
    await publish();
    const before = await readFile(join(out(), "manifest.json"), "utf8");
    await append(district, clinic);
    assert.equal((await publish()).edition, null);
    assert.equal(await readFile(join(out(), "manifest.json"), "utf8"), before);
    assert.equal(await verdict(out()), "whole");
  }));

test("a number that nobody bound stops the release", () =>
  withDistrict(
    async ({ publish }) =>
      assert.deepEqual(
        (await publish()).issues.map(({ code, path }) => [code, ...path]),
        [["reports.quantity-unbound", "works.zh.md", 5, 5]],
      ),
    withReport([":fig[2个]{work.under-way}", "2个"]),
  ));

test("everything that stops a release is told at once", () =>
  withDistrict(
    async ({ publish }) => assert.equal((await publish()).issues.length, 3),
    withReport(["5个", "6个"], ["4条", "5条"], ["50% ", "x"], [":fig[2个]{work.under-way}", "2个"]),
  ));

/** Paid more than was planned: the rule that holds payment within the plan does not hold in Nanshan. */
const overpaid: readonly Action[] = [
  {
    ...facts,
    kind: "amend",
    record: "W0003",
    at: "2021-03-01",
    reason: "增加工程量",
    fields: { paid: "80.00" },
  },
];

/** An account of the difference in Nanshan, in total or of the clinics alone. */
const explanation = (record: string, amount: string, kind?: string): Action => ({
  kind: "open",
  register: "explanation",
  record,
  at: "2021-12-31",
  actor: "审核/统计局",
  fields: {
    rule: "work.paid-within-plan",
    place: nanshan,
    period: "2020",
    amount,
    account: "石桥村卫生室增加工程量，概算调整未办结",
    accepted: "局长/财政局",
    ...(kind !== undefined && { dimension: "kind", value: kind }),
  },
});

/** Appends what must be taken. */
async function append(district: District, ...actions: readonly Action[]): Promise<void> {
  assert.deepEqual((await district.append(actions)).issues, []);
}

test("a rule that does not hold stops the release, with both sides", () =>
  withDistrict(async ({ publish, district }) => {
    await append(district, ...overpaid);
    const { edition, issues } = await publish();
    assert.equal(edition, null);
    assert.deepEqual(
      issues.map(({ code, path }) => [code, ...path]),
      [
        ["reports.rule-broken", "rules", "work.paid-within-plan", nanshan, "2020"],
        ["reports.rule-broken", "rules", "work.paid-within-plan", nanshan, "2020", "clinic"],
      ],
    );
    assert.match(told(issues)[0] ?? "", /80.*≤.*30/);
  }));

test("a rule whose difference is explained to the last cent passes, and the account is published with it", () =>
  withDistrict(async ({ publish, district, out }) => {
    await append(district, ...overpaid, explanation("E-1", "50"), explanation("E-2", "50.00", "clinic"));
    const { edition, issues } = await publish();
    assert.deepEqual(issues, []);
    const explained = edition?.rules.filter((it) => it.verdict === "explained") ?? [];
    assert.deepEqual(
      explained.map((it) => [it.rule, it.area, it.period, it.left, it.right, it.explanation?.amount]),
      [
        ["work.paid-within-plan", nanshan, "2020", "80", "30", "50"],
        ["work.paid-within-plan", nanshan, "2020", "80", "30", "50.00"],
      ],
    );
    const page = await readFile(join(out(), "rules", "work.paid-within-plan", "index.html"), "utf8");
    assert.ok(page.includes("石桥村卫生室增加工程量，概算调整未办结") && page.includes("局长/财政局"));
    assert.equal(await verdict(out()), "whole");
  }));

test("an explanation of another amount, of another place, or one that was withdrawn explains nothing", () =>
  withDistrict(async ({ publish, district }) => {
    await append(district, ...overpaid, explanation("E-1", "49.99"), explanation("E-2", "50.00", "clinic"));
    assert.deepEqual(
      (await publish()).issues.map((it) => it.code),
      ["reports.rule-broken"],
    );
    await append(district, explanation("E-3", "50"));
    assert.deepEqual((await publish("explained")).issues, []);
    const withdrawn = {
      ...facts,
      register: "explanation",
      kind: "advance",
      to: "withdrawn",
      at: "2022-01-01",
    } as const;
    await append(district, { ...withdrawn, record: "E-3", reason: "所附材料不实" });
    assert.deepEqual(
      (await publish()).issues.map((it) => it.code),
      ["reports.rule-broken"],
    );
  }));

test("a pack that was changed off the record releases nothing", () =>
  withDistrict(async ({ publish, district, folder }) => {
    // as if its author had changed the file after the ledger was opened
    const other = await writePack(
      join(folder, "other"),
      changed("small", `rules: [], reports: [${JSON.stringify(report())}]`),
    );
    const { default: pack } = await import(`file://${other}/pack.ts`);
    const { pack: inForce, calendar } = district.declarations;
    assert.notDeepEqual(definitionsOf(pack, calendar), definitionsOf(inForce, calendar));
    const file = join(district.directory, "huimou.json");
    const settings = JSON.parse(await readFile(file, "utf8"));
    await writeFile(file, JSON.stringify({ ...settings, pack: other }));
    const again = await openDistrict(district.directory);
    assert.equal(
      await refusalOf(() => release(again, { out: join(folder, "no"), program: "x" })),
      "district.pack-changed",
    );
    await again.close();
    assert.equal((await publish()).issues.length, 0);
  }));
