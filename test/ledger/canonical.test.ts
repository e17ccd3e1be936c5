import assert from "node:assert/strict";
import { test } from "node:test";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { IssueError } from "../../src/issue/index.ts";
import { canonicalJson } from "../../src/ledger/index.ts";

const refused = (code: string, path: readonly (string | number)[]) => (error: unknown) => {
  assert.ok(error instanceof IssueError);
  assert.deepEqual(
    error.issues.map((it) => [it.code, it.path]),
    [[code, path]],
  );
  return true;
};

test("the example of RFC 8785, section 3.2.4, is written as printed there", () => {
  const value = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };
  assert.equal(
    canonicalJson(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("members are sorted by UTF-16 units, as the example of RFC 8785, section 3.2.3", () => {
  const value = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  const order = JSON.parse(canonicalJson(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))) as [
    string,
    string,
  ][];
  assert.deepEqual(
    order.map(([, text]) => text),
    [
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ],
  );
  assert.equal(
    canonicalJson(value),
    `{${order.map((pair) => pair.map((it) => JSON.stringify(it)).join(":")).join(",")}}`,
  );
});

test("names that look like numbers are sorted as text, though objects keep them in numeric order", () => {
  assert.equal(canonicalJson({ 9: 1, 10: 2, b: 3, a: 4 }), '{"10":2,"9":1,"a":4,"b":3}');
});

test("minus zero is zero", () => {
  assert.equal(canonicalJson([-0, { a: -0 }]), '[0,{"a":0}]');
  assert.equal(canonicalJson({ b: -0, a: -0 }), '{"a":0,"b":0}');
});

test("any JSON value is written as an independent implementation writes it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: "binary" }), (value) => {
      assert.equal(canonicalJson(value), canonicalize(value));
    }),
    { numRuns: 2000 },
  );
});

test("what was written reads back as the same value and is written the same again", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = canonicalJson(value);
      assert.equal(canonicalJson(JSON.parse(text)), text);
    }),
  );
});

test("numbers that JSON cannot write are refused with their place", () => {
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    assert.throws(
      () => canonicalJson({ a: [1, number] }, ["x"]),
      refused("ledger.json-number", ["x", "a", 1]),
    );
});

test("half a character is refused in values and in names", () => {
  assert.throws(() => canonicalJson({ a: "x\ud800" }), refused("ledger.json-surrogate", ["a"]));
  assert.throws(() => canonicalJson({ "\udc00": 1 }), refused("ledger.json-surrogate", ["\udc00"]));
});

test("nesting beyond 64 levels is refused, however deep", () => {
  const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth)) as unknown;
  assert.equal(canonicalJson(nested(64)).length, 128);
  assert.throws(() => canonicalJson(nested(65)), refused("ledger.json-depth", Array(64).fill(0)));
  assert.throws(() => canonicalJson(nested(30_000)), IssueError);
});

test("what is no JSON at all is the program's fault", () => {
  for (const value of [undefined, 1n, () => 1, new Date(0), new Map(), new Uint8Array(1), { a: undefined }])
    assert.throws(
      () => canonicalJson(value),
      (error) => error instanceof Error && !(error instanceof IssueError),
    );
});
