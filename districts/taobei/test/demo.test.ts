import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { actions } from "../demo/actions.ts";
import pack from "../pack.ts";
import { faultsOf } from "./faults.ts";
import { type Folded, foldedAt } from "./folded.ts";

test("two runs give the same actions, in the same order", () => {
  const hash = () => {
    const sum = createHash("sha256");
    for (const action of actions(1)) sum.update(JSON.stringify(action));
    return sum.digest("hex");
  };
  assert.equal(hash(), hash());
});

test("scale 1 has between 55,000 and 75,000 actions, scale 3 about three times as many", () => {
  const [one, three] = [1, 3].map((scale) => Iterator.from(actions(scale)).reduce((n) => n + 1, 0)) as [
    number,
    number,
  ];
  assert.ok(one >= 55_000 && one <= 75_000, `${one}`);
  assert.ok(three > 2.7 * one && three < 3.6 * one, `${three}`);
});

test("a scale that is no whole number from 1 is refused", () => {
  for (const scale of [0, -1, 1.5, Number.NaN]) assert.throws(() => actions(scale).next(), RangeError);
});

for (const scale of [1, 20]) {
  test(`every record keeps to its register at scale ${scale}: key, fields, areas, lifecycle, order of days`, () => {
    const faults = Iterator.from(faultsOf(actions(scale)));
    assert.deepEqual([...faults.take(5)], []);
  });
}

test("amendments, withdrawals, reopenings and revisions occur, and each says why", () => {
  const kinds = new Map<string, number>();
  const count = (kind: string) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  for (const action of actions(1)) {
    if (action.kind === "amend" || action.kind === "void") count(action.kind);
    if (action.kind === "advance" && action.reason !== undefined) count(`${action.register}>${action.to}`);
  }
  for (const kind of [
    "amend",
    "void",
    "lead>verifying",
    "return>revised",
    "project>suspended",
    "activity>cancelled",
  ])
    assert.ok((kinds.get(kind) ?? 0) > 0, kind);
});

for (const scale of [1, 3]) {
  test(`the article's leads come out exactly at scale ${scale}`, () => {
    const leads = [...foldedAt(scale, "lead", "received")].filter((it) => !it.gone);
    const closed = leads.filter((it) => it.state === "closed");
    const sum = (field: string) => closed.reduce((total, it) => total + Number(it.fields[field] ?? 0), 0);
    assert.deepEqual(
      {
        received: leads.length,
        closed: closed.length,
        verifying: leads.filter((it) => it.state === "verifying").length,
        notOurs: closed.filter((it) => it.fields.outcome === "not-ours").length,
        groups: sum("groups"),
        cases: sum("cases"),
        suspects: sum("suspects"),
        solved: sum("solved"),
        protectors: sum("protectors"),
      },
      {
        received: 611,
        closed: 595,
        verifying: 16,
        notOurs: 85,
        groups: 1,
        cases: 1,
        suspects: 122,
        solved: 81,
        protectors: 1,
      },
    );
    for (const { fields } of leads) assert.ok(String(fields.received) >= "2018-01-01");
  });

  test(`the article's meetings come out exactly at scale ${scale}`, () => {
    const held = [...foldedAt(scale, "meeting", "planned")].filter(
      (it) => it.state === "held" && it.fields.topic === "anti-crime",
    );
    const of = (kind: string) => held.filter((it) => it.fields.kind === kind).length;
    assert.equal(of("standing-committee"), 12);
    assert.equal(of("leading-group"), 6);
    assert.ok(of("special") > 60 && of("special") < 70);
    assert.ok(of("field-study") > 20 && of("field-study") < 30);
    for (const { at } of held) assert.ok(at >= "2018-01-01");
  });

  test(`every village committee has an accepted square and clinic at scale ${scale}`, () => {
    const committees = new Set(pack.areas.filter((it) => it.type === "committee").map((it) => it.code));
    for (const kind of ["sports-square", "clinic"]) {
      const covered = new Set(
        [...foldedAt(scale, "project", "planned")]
          .filter((it) => it.state === "accepted" && it.fields.kind === kind && it.fields.acceptance)
          .map((it) => String(it.fields.area)),
      );
      assert.deepEqual(covered, committees);
    }
  });
}

test("records told in parts add up to the same amounts at scale 3 as at scale 1", () => {
  for (const { name, lifecycle, fields } of pack.registers) {
    // how far each part has come is no amount
    const amounts = Object.keys(fields).filter(
      (it) =>
        fields[it]?.unit !== "percent" &&
        (fields[it]?.schema.type === "integer" || fields[it]?.schema.decimals !== undefined),
    );
    const totals = (scale: number) => {
      const sums = new Map<string, bigint>();
      for (const it of foldedAt(scale, name, lifecycle.initial))
        if (!it.gone)
          for (const amount of amounts) {
            const place = `${amount} of ${groupOf(it)}`;
            sums.set(place, (sums.get(place) ?? 0n) + hundredths(it.fields[amount]));
          }
      return sums;
    };
    assert.deepEqual(totals(3), totals(1), name);
  }
});

for (const scale of [1, 4, 20])
  test(`no work is paid more than planned at scale ${scale}`, () => {
    for (const { record, fields } of foldedAt(scale, "project", "planned"))
      assert.ok(hundredths(fields.paid) <= hundredths(fields.planned), record);
  });

test("spending falls from year to year, and every account adds up", () => {
  const years = new Map<string, bigint>();
  for (const { fields, state } of foldedAt(1, "spending", "budgeted")) {
    const of = (name: string) => hundredths(fields[name]);
    for (const kind of state === "budgeted" ? ["budget"] : ["budget", "actual"]) {
      assert.equal(
        of(`${kind}-total`),
        of(`${kind}-abroad`) + of(`${kind}-vehicles`) + of(`${kind}-hospitality`),
      );
      assert.equal(of(`${kind}-vehicles`), of(`${kind}-vehicles-bought`) + of(`${kind}-vehicles-run`));
    }
    if (state === "budgeted") continue;
    assert.ok(of("actual-total") <= of("budget-total"));
    const year = String(fields.closing).slice(0, 4);
    years.set(year, (years.get(year) ?? 0n) + of("actual-total"));
  }
  const totals = [...years].sort().map(([, total]) => total);
  assert.equal(totals.length, 5);
  for (let i = 1; i < totals.length; i++) assert.ok((totals[i] as bigint) < (totals[i - 1] as bigint));
});

/** What a record's amounts are added up by: its kind, topic or item, and its state. */
function groupOf({ state, fields }: Folded): string {
  return [state, fields.kind, fields.topic, fields.item, fields.vaccine, fields.dose, fields.age].join(" ");
}

function hundredths(value: unknown): bigint {
  const [whole = "0", fraction = ""] = String(value ?? 0).split(".");
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
}
