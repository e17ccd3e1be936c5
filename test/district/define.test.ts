import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type District, verifyLedger } from "../../src/district/index.ts";
import { readQuery } from "../../src/indicators/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { refusalOf } from "../ledger/refusal.ts";
import { changed, writePack } from "../pack/write-pack.ts";
import { cellsOf, logOf, type MadeUpDistrict, onEachStore } from "./made-up-district.ts";

const facts = { register: "work", actor: "经办/发改局" } as const;
const road = { village: "999900100201", kind: "road", planned: "10.00", start: "2020-03-01" };
const actions: readonly Action[] = [
  { ...facts, kind: "open", record: "W0001", at: "2020-03-01", fields: road },
  { ...facts, kind: "open", record: "W0002", at: "2020-03-01", fields: { ...road, kind: "clinic" } },
  { ...facts, kind: "advance", record: "W0001", at: "2020-05-01", to: "started" },
  {
    ...facts,
    register: "care",
    kind: "open",
    record: "C0001",
    at: "2020-03-01",
    fields: { home: "999900100201", since: "2020-02-17", members: 3, monthly: "300.00", urgent: true },
  },
  { ...facts, register: "care", kind: "advance", record: "C0001", at: "2020-06-01", to: "paying" },
];
const next: Action = { ...facts, kind: "open", record: "W0003", at: "2020-03-01", fields: road };

/** Indicators of the wide pack, one of them changed, in TypeScript. */
const changedIndicator = (id: string, members: string) =>
  changed("wide", `indicators: wide.indicators.map((it) => it.id === "${id}" ? { ...it, ${members} } : it)`);

/** Lets the district's settings name another pack, as if its author had changed it; opens it again. */
async function withPack(it: MadeUpDistrict, source: string): Promise<District> {
  const pack = await writePack(join(it.directory, "..", `pack-${randomUUID()}`), source);
  const file = join(it.directory, "huimou.json");
  const settings = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...settings, pack }));
  return it.open();
}

async function observed(district: District, indicator: string): Promise<string | null | undefined> {
  const { query } = readQuery(district.declarations, { indicator }, []);
  assert.ok(query !== null, indicator);
  return (await district.observations(query))[0]?.value;
}

onEachStore(
  "a changed indicator takes effect by an entry with its reason, and counts from the first entry on",
  async (it) => {
    await it.district.append(actions);
    assert.equal(await observed(it.district, "work.under-way"), "1");
    assert.equal(await observed(it.district, "care.members"), "3");
    const district = await withPack(
      it,
      changedIndicator("work.under-way", `where: [{ field: "state", in: ["started", "planned"] }]`),
    );
    assert.equal(await district.define("计划中的也算在建", "口径管理/统计局"), 1);
    const { entry } = (await logOf(district)).at(-1) ?? {};
    assert.deepEqual(
      [entry?.kind, entry?.record, entry?.version, entry?.state, entry?.actor, entry?.reason],
      ["define", "indicator:work.under-way", 1, "in-force", "口径管理/统计局", "计划中的也算在建"],
    );
    const again = await it.open();
    assert.equal(await observed(again, "work.under-way"), "2");
    assert.equal(await observed(again, "care.members"), "3", "sealed registers are counted anew, too");
    assert.deepEqual((await again.append([next])).issues, []);
    assert.equal(await observed(again, "work.under-way"), "3");
    assert.equal((await verifyLedger(again)).issue, null);
  },
);

onEachStore("what is no longer declared is withdrawn by an entry, and its cells go", async (it) => {
  await it.district.append(actions);
  const district = await withPack(
    it,
    changed("wide", `indicators: wide.indicators.filter((it) => it.id !== "care.money")`),
  );
  // the indicator, and the order of indicators, which the district's own declaration holds
  assert.equal(await district.define("停报", "口径管理/统计局"), 2);
  const again = await it.open();
  const states = (await logOf(again)).slice(-2).map(({ entry }) => `${entry.record} ${entry.state}`);
  assert.deepEqual(states, ["district:999900 in-force", "indicator:care.money withdrawn"]);
  assert.ok(!(await cellsOf(again)).some((cell) => cell.indicator === "care.money"));
  assert.equal((await verifyLedger(again)).issue, null);
});

onEachStore("a pack that was not changed changes nothing", async ({ district }) => {
  const before = await district.ledger.head();
  assert.equal(await district.define("没有改动", "口径管理/统计局"), 0);
  assert.deepEqual(await district.ledger.head(), before);
});

onEachStore(
  "whoever opened the ledger before appends nothing after, until it is opened again",
  async (it) => {
    const older = await it.open();
    const district = await withPack(it, changedIndicator("work.planned", `by: []`));
    await district.define("不再分类", "口径管理/统计局");
    for (const stale of [older, district]) {
      assert.equal(await refusalOf(() => stale.append([next])), "district.declarations-changed");
      const batches = async function* () {
        yield { actions: [next], pathOf: () => [1], issues: [], refused: 0 };
      };
      for (const acceptGood of [true, false])
        assert.equal(
          await refusalOf(() => stale.import(batches(), { acceptGood })),
          "district.declarations-changed",
        );
    }
    const again = await it.open();
    assert.deepEqual((await again.append([next])).issues, []);
    assert.equal((await verifyLedger(again)).issue, null);
  },
);

onEachStore(
  "a lifecycle that lacks a step which was taken is refused, and all stays as it was",
  async (it) => {
    await it.district.append(actions);
    const before = [await it.district.ledger.head(), await cellsOf(it.district)];
    const district = await withPack(
      it,
      changed(
        "wide",
        `registers: wide.registers.map((it) => it.name === "work" ? { ...it, lifecycle: { ...it.lifecycle, transitions: [] } } : it)`,
      ),
    );
    assert.equal(
      await refusalOf(() => district.define("简化", "口径管理/统计局")),
      "district.define-conflict register:work",
    );
    assert.deepEqual([await district.ledger.head(), await cellsOf(district)], before);
    assert.deepEqual((await (await it.open()).append([next])).issues, []);
  },
);

onEachStore(
  "what is sealed in a register that has entries stays sealed, and what is open open",
  async (it) => {
    await it.district.append(actions);
    const openedUp = `registers: wide.registers.map((it) => it.name === "care" ? { ...it, visibility: "open", openState: true } : it)`;
    const sealedLate = `registers: wide.registers.map((it) => it.name === "work" ? { ...it, fields: { ...it.fields, note: { ...it.fields.note, sealed: true } } } : it)`;
    for (const [change, register] of [
      [openedUp, "care"],
      [sealedLate, "work"],
    ] as const) {
      const district = await withPack(it, changed("wide", change));
      assert.equal(
        await refusalOf(() => district.define("公开", "口径管理/统计局")),
        `district.define-sealing register:${register}`,
      );
    }
  },
);

onEachStore("of two who put the same change in force at once, one does", async (it) => {
  const one = await withPack(it, changedIndicator("work.planned", `by: []`));
  const other = await it.open();
  const counts = await Promise.all(
    [one, other].map((district) => district.define("不再分类", "口径管理/统计局")),
  );
  assert.deepEqual(counts.sort(), [0, 1]);
  const again = await it.open();
  assert.deepEqual((await again.append([next])).issues, []);
  assert.equal((await verifyLedger(again)).issue, null);
});

onEachStore("a change that comes between appends counts each of them once", async (it) => {
  const writers = [it.district, await it.open()];
  const district = await withPack(
    it,
    changedIndicator("work.under-way", `where: [{ field: "state", in: ["started", "planned"] }]`),
  );
  const writing = async (writer: District, name: number) => {
    for (let number = 1; number <= 30; number++) {
      const record = `W${name}${String(number).padStart(4, "0")}`;
      const refused = await refusalOf(() => writer.append([{ ...next, record }]));
      if (refused !== "accepted") return refused;
    }
    return "accepted";
  };
  const written = writers.map(writing);
  await writers[0]?.ledger.integrate();
  await district.define("计划中的也算在建", "口径管理/统计局");
  for (const outcome of await Promise.all(written))
    assert.ok(["accepted", "district.declarations-changed"].includes(outcome), outcome);
  assert.equal((await verifyLedger(await it.open())).issue, null);
});
