import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { IssueError } from "../../src/issue/index.ts";
import { decodeEntry, type Entry, encodeEntry, type Json, LONGEST_ENTRY } from "../../src/ledger/index.ts";
import { refusalOf } from "./refusal.ts";

const entry: Entry = {
  v: 1,
  register: "project",
  record: "2021-007",
  kind: "advance",
  version: 2,
  at: "2021-06-30",
  recorded: "2021-07-01T02:03:04.005Z",
  actor: "住建局·项目办",
  state: "built",
  fields: { done: "12.5", area: "990001001001" },
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (it: Entry) => new TextDecoder().decode(encodeEntry(it));

test("an entry's bytes are its canonical JSON", async () => {
  assert.equal(
    textOf(entry),
    '{"actor":"住建局·项目办","at":"2021-06-30","fields":{"area":"990001001001","done":"12.5"},"kind":"advance",' +
      '"record":"2021-007","recorded":"2021-07-01T02:03:04.005Z","register":"project","state":"built","v":1,"version":2}',
  );
});

const arbitraryEntry: fc.Arbitrary<Entry> = fc.record(
  {
    v: fc.constant(1 as const),
    register: fc.string({ minLength: 1 }),
    record: fc.string({ minLength: 1, unit: "grapheme" }),
    kind: fc.constantFrom("amend" as const, "advance" as const, "void" as const, "erase" as const),
    version: fc.integer({ min: 1 }),
    at: fc.constantFrom("2021-01-01", "2020-02-29"),
    recorded: fc.constant("2021-07-01T02:03:04.005Z"),
    actor: fc.string({ minLength: 1 }),
    reason: fc.string({ minLength: 1, unit: "grapheme" }),
    state: fc.string({ minLength: 1 }),
    fields: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>, {
      noNullPrototype: true,
    }),
    sealed: fc.dictionary(fc.string(), fc.constant(`${"A".repeat(43)}=`), { noNullPrototype: true }),
  },
  { requiredKeys: ["v", "register", "record", "kind", "version", "at", "recorded", "actor", "reason"] },
);

test("what is encoded decodes as it was, and encodes the same again", async () => {
  fc.assert(
    fc.property(arbitraryEntry, (it) => {
      const bytes = encodeEntry(it);
      const back = decodeEntry(bytes);
      assert.deepEqual(encodeEntry(back), bytes);
      assert.deepEqual(back, JSON.parse(JSON.stringify(it)));
    }),
  );
});

test("no byte of an entry can change and leave it the same entry", async () => {
  const bytes = encodeEntry(entry);
  for (let i = 0; i < bytes.length; i++)
    for (const flip of [1, 0x20, 0x80]) {
      const changed = bytes.slice();
      changed[i] = (changed[i] ?? 0) ^ flip;
      let decoded: Entry;
      try {
        decoded = decodeEntry(changed);
      } catch (error) {
        assert.ok(error instanceof IssueError);
        continue;
      }
      assert.notDeepEqual(decoded, entry);
    }
});

test("other ways to write the same entry are refused", async () => {
  const text = textOf(entry);
  const notCanonical = "ledger.entry-not-canonical";
  assert.equal(
    await refusalOf(() => decodeEntry(bytesOf(JSON.stringify(entry)))),
    notCanonical,
    "members in another order",
  );
  assert.equal(await refusalOf(() => decodeEntry(bytesOf(`${text}\n`))), notCanonical, "white space");
  assert.equal(
    await refusalOf(() => decodeEntry(bytesOf(text.replace('"v":1', '"v":1.0')))),
    notCanonical,
    "another number",
  );
  assert.equal(
    await refusalOf(() => decodeEntry(bytesOf(text.replace("project", "proj\\u0065ct")))),
    notCanonical,
    "an escape",
  );
  assert.equal(
    await refusalOf(() => decodeEntry(bytesOf(text.replace('"v":1', '"v":1,"v":1')))),
    notCanonical,
    "a member twice",
  );
});

test("what is no JSON object in UTF-8 is refused", async () => {
  for (const bytes of [
    bytesOf(""),
    bytesOf("{"),
    bytesOf("[]"),
    bytesOf("null"),
    bytesOf(`\ufeff${textOf(entry)}`),
    Uint8Array.of(0x22, 0xff, 0x22),
  ])
    assert.equal(await refusalOf(() => decodeEntry(bytes)), "ledger.entry-not-json");
});

test("members that are missing, unknown or of the wrong kind are named", async () => {
  const { actor: _, ...anonymous } = entry;
  const wrong = (change: object) => refusalOf(() => encodeEntry({ ...entry, ...change } as Entry));
  assert.equal(await refusalOf(() => encodeEntry(anonymous as Entry)), "ledger.entry-member-missing");
  assert.equal(await wrong({ extra: 1 }), "ledger.entry-member-unknown");
  assert.equal(await wrong({ v: 2 }), "ledger.entry-member-wrong v");
  assert.equal(await wrong({ kind: "toString" }), "ledger.entry-member-wrong kind");
  assert.equal(await wrong({ version: 1.5 }), "ledger.entry-member-wrong version");
  assert.equal(await wrong({ at: "2021-13-01" }), "ledger.entry-member-wrong at");
  assert.equal(await wrong({ recorded: "2021-07-01T02:03:04Z" }), "ledger.entry-member-wrong recorded");
  assert.equal(await wrong({ fields: [] }), "ledger.entry-member-wrong fields");
  assert.equal(await wrong({ sealed: { name: "short" } }), "ledger.entry-member-wrong sealed");
  assert.equal(await wrong({ kind: "amend" }), "ledger.entry-member-missing");
});

test("a record begins with open at version 0, and with nothing else", async () => {
  const at = (kind: string, version: number) =>
    refusalOf(() => encodeEntry({ ...entry, kind, version, reason: "x" } as Entry));
  assert.equal(await at("open", 0), "accepted");
  assert.equal(await at("open", 1), "ledger.entry-version version");
  assert.equal(await at("advance", 0), "ledger.entry-version version");
  assert.equal(await at("define", 0), "accepted");
  assert.equal(await at("release", 3), "accepted");
});

test("an entry may have 65,535 bytes and not one more", async () => {
  const room = LONGEST_ENTRY - encodeEntry({ ...entry, reason: "x" }).length + 1;
  assert.equal(encodeEntry({ ...entry, reason: "x".repeat(room) }).length, 65_535);
  assert.equal(
    await refusalOf(() => encodeEntry({ ...entry, reason: "x".repeat(room + 1) })),
    "ledger.entry-too-long",
  );
});

test("a number that cannot be written is refused where it stands", async () => {
  assert.equal(
    await refusalOf(() => encodeEntry({ ...entry, fields: { done: Number.NaN } }, ["rows", 3])),
    "ledger.json-number rows 3 fields done",
  );
});
