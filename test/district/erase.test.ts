import assert from "node:assert/strict";
import fc from "fast-check";
import { type District, erase, verifyLedger } from "../../src/district/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { refusalOf } from "../ledger/refusal.ts";
import { sequences } from "../pack/sequences.ts";
import { seed } from "../seed.ts";
import { cellsOf, logOf, onEachStore } from "./made-up-district.ts";

const facts = { register: "care", record: "C0001", actor: "经办/民政局" } as const;
const opened: Action = {
  ...facts,
  kind: "open",
  at: "2020-03-01",
  fields: { home: "999900100201", since: "2020-02-17", members: 3, monthly: "300.00", urgent: true },
};
const actions: readonly Action[] = [
  opened,
  { ...facts, kind: "advance", at: "2020-06-01", to: "paying" },
  { ...opened, record: "C0002" },
];
const erasure = { ...facts, reason: "个人信息保护法第四十七条" };

const payloadsOf = async ({ store }: District) =>
  (await store.db.selectFrom("payload").selectAll().where("register", "=", "care").execute()).map(
    ({ bytes, district: _, ...place }) => ({ ...place, payload: bytes }),
  );

onEachStore(
  "an erased record counts nowhere, opens nowhere, and the log stays as it was",
  async ({ district }) => {
    await district.append(actions);
    const [log, copies] = [await logOf(district), await payloadsOf(district)];
    const untouched = (await district.seals.open(copies)).filter((it) => it?.key === "C0002");
    await erase(district, erasure);
    const after = await logOf(district);
    assert.deepEqual(after.slice(0, log.length), log, "what stood there stands there");
    const [last, ...more] = after.slice(log.length);
    assert.equal(more.length, 0);
    assert.deepEqual(
      [last?.entry.kind, last?.entry.version, last?.entry.reason, last?.entry.fields, last?.entry.sealed],
      ["erase", 2, erasure.reason, undefined, undefined],
    );
    assert.deepEqual(
      (await cellsOf(district)).filter((it) => it.indicator === "care.members"),
      [],
    );
    const reopened = (await district.seals.open(copies)).filter((it) => it !== null);
    assert.deepEqual(reopened, untouched, "of a copy of the database, only what was not erased opens");
    assert.equal((await payloadsOf(district)).length, 1);
    assert.equal((await verifyLedger(district)).issue, null);
  },
);

onEachStore(
  "nothing more is appended to an erased record, and its key is not used again",
  async ({ district }) => {
    await district.append(actions);
    await erase(district, erasure);
    const amendment: Action = {
      ...facts,
      kind: "amend",
      at: "2020-07-01",
      reason: "更正",
      fields: { members: 4 },
    };
    const { issues } = await district.append([amendment, opened], { acceptGood: true });
    assert.deepEqual(
      issues.map((it) => it.code),
      ["registers.record-gone", "registers.record-exists"],
    );
  },
);

onEachStore("an erasure cut short after its entry is ended by erasing again", async (it) => {
  const { district } = it;
  await district.append(actions);
  const copies = await payloadsOf(district);
  const { keys } = district;
  const records = { ...keys.records, destroy: () => Promise.reject(new Error("power cut")) };
  Object.defineProperty(district, "keys", { value: { ...keys, records } });
  await assert.rejects(erase(district, erasure), /power cut/);
  const again = await it.open();
  assert.equal((await verifyLedger(again)).issue, null);
  await erase(again, erasure);
  await erase(again, erasure);
  assert.equal((await logOf(again)).filter((one) => one.entry.kind === "erase").length, 1);
  const left = (await again.seals.open(copies)).filter((one) => one !== null);
  assert.equal(left.length, 1);
  assert.equal((await verifyLedger(again)).issue, null);
});

onEachStore("only a sealed record that is there can be erased", async ({ district }) => {
  assert.equal(await refusalOf(() => erase(district, erasure)), "registers.record-unknown care");
  assert.equal(
    await refusalOf(() => erase(district, { ...erasure, register: "work" })),
    "district.erase-open work",
  );
});

onEachStore(
  `whatever was appended, after each erasure what is maintained is what the entries give (seed ${seed})`,
  async ({ district }) => {
    const [some = []] = fc.sample(sequences(district.declarations, { minLength: 90, maxLength: 120 }), {
      numRuns: 1,
      seed,
    });
    await district.append(some, { acceptGood: true });
    for (const register of ["care", "tip"])
      for (let number = 1; number <= 5; number++) {
        const record = `${register === "care" ? "C" : "T"}000${number}`;
        await refusalOf(() => erase(district, { ...erasure, register, record }));
        assert.equal((await verifyLedger(district)).issue, null);
      }
    const { outcomes } = await district.append(some, { acceptGood: true });
    assert.ok(outcomes.length > 0);
    assert.equal((await verifyLedger(district)).issue, null);
  },
);
