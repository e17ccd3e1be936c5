import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import {
  commitmentsOf,
  type Json,
  nodeHashMany,
  openSealed,
  type PayloadPlace,
  sealMany,
  webHashMany,
} from "../../src/ledger/index.ts";
import { refusalOf } from "./refusal.ts";

const place: PayloadPlace = { district: "990001", register: "lead", record: "kLpQ", version: 2 };
const key = new Uint8Array(32).fill(5);
const values: Record<string, Json> = { name: "王某", named: true, amount: "12.50" };
const one = async (it = values) => {
  const [sealed] = await sealMany([{ place, key, values: it }]);
  return sealed as NonNullable<typeof sealed>;
};

test("a commitment is SHA-256 over domain, salt and the value's canonical JSON", async () => {
  const salt = Uint8Array.from({ length: 32 }, (_, i) => i);
  const expected = createHash("sha256")
    .update("huimou-seal-v1\0")
    .update(salt)
    .update("\0")
    .update('{"a":"是","b":1}')
    .digest("base64");
  for (const hashMany of [webHashMany, nodeHashMany])
    assert.deepEqual(await commitmentsOf([{ salt, value: { b: 1, a: "是" } }], hashMany), [expected]);
});

test("what is sealed opens again under the record's key, and fits its commitments", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>, {
        noNullPrototype: true,
      }),
      async (it) => {
        const { commitments, payload } = await one(it);
        const opened = openSealed(place, key, payload, []);
        assert.deepEqual(Object.keys(commitments).sort(), Object.keys(opened).sort());
        for (const [field, salted] of Object.entries(opened)) {
          assert.deepEqual(salted.value, JSON.parse(JSON.stringify(it[field])));
          assert.deepEqual(await commitmentsOf([salted], webHashMany), [commitments[field]]);
        }
      },
    ),
  );
});

test("sealing the same value again gives another commitment and another payload", async () => {
  const [a, b] = [await one({ named: true }), await one({ named: true })];
  assert.notEqual(a.commitments.named, b.commitments.named);
  assert.notDeepEqual(a.payload, b.payload);
});

test("entries sealed together do not mix, and share no salt", async () => {
  const sealed = await sealMany([
    { place, key, values: { a: 1, b: 2 } },
    { place: { ...place, version: 3 }, key, values: {} },
    { place: { ...place, version: 4 }, key: new Uint8Array(32), values: { a: 1 } },
  ]);
  const opened = [
    openSealed(place, key, sealed[0]?.payload as Uint8Array, []),
    openSealed({ ...place, version: 3 }, key, sealed[1]?.payload as Uint8Array, []),
    openSealed({ ...place, version: 4 }, new Uint8Array(32), sealed[2]?.payload as Uint8Array, []),
  ];
  assert.deepEqual(
    opened.map((fields) => Object.entries(fields).map(([name, { value }]) => [name, value])),
    [
      [
        ["a", 1],
        ["b", 2],
      ],
      [],
      [["a", 1]],
    ],
  );
  const salts = opened.flatMap((fields) =>
    Object.values(fields).map(({ salt }) => Buffer.from(salt).toString("hex")),
  );
  assert.equal(new Set(salts).size, 3);
});

test("no bit of a payload can change, and it opens at no other place and under no other key", async () => {
  const { payload } = await one();
  const damaged = "ledger.payload-damaged p";
  for (let i = 0; i < payload.length; i++) {
    const changed = payload.slice();
    changed[i] = (changed[i] ?? 0) ^ 1;
    assert.equal(await refusalOf(() => openSealed(place, key, changed, ["p"])), damaged);
  }
  assert.equal(await refusalOf(() => openSealed(place, key, payload.slice(0, 20), ["p"])), damaged);
  assert.equal(await refusalOf(() => openSealed(place, new Uint8Array(32), payload, ["p"])), damaged);
  for (const other of [{ version: 3 }, { record: "kLpR" }, { register: "leads" }, { district: "990002" }])
    assert.equal(await refusalOf(() => openSealed({ ...place, ...other }, key, payload, ["p"])), damaged);
});

test("with given randomness the same bytes come out", async () => {
  const counting = (bytes: number) => Uint8Array.from({ length: bytes }, (_, i) => i);
  const sealed = () => sealMany([{ place, key, values }], counting);
  assert.deepEqual(await sealed(), await sealed());
});
