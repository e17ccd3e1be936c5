import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromBase64, fromHex, toBase64, toHex } from "../../src/ledger/index.ts";

test("base64 and hex are those of everybody else, and read back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString("base64"));
      assert.equal(toHex(bytes), Buffer.from(bytes).toString("hex"));
      assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
      assert.deepEqual(fromHex(toHex(bytes)), bytes);
    }),
  );
});

test("only one text stands for the same bytes", () => {
  for (const text of ["A", "AA", "AAA", "AB==", "AAB=", "AA=A", "A===", "AA-_", "AA A", "AAAA\n"])
    assert.equal(fromBase64(text), null, text);
  for (const text of ["0", "0G", "AB", "0x00"]) assert.equal(fromHex(text), null, text);
});
