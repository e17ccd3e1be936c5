import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { type HashMany, leafHashes, nodeHashMany, webHashMany } from "../../src/ledger/index.ts";

const bare: HashMany = async (chunks) =>
  new Uint8Array(Buffer.concat(chunks.map((chunk) => createHash("sha256").update(chunk).digest())));

test("WebCrypto and node:crypto give the hashes of SHA-256, in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 50 }), async (chunks) => {
      const expected = await bare(chunks);
      assert.deepEqual(await webHashMany(chunks), expected);
      assert.deepEqual(await nodeHashMany(chunks), expected);
    }),
  );
});

test("more chunks than go to WebCrypto at once keep their order", async () => {
  const chunks = Array.from({ length: 10_000 }, (_, i) => Uint8Array.of(i & 255, i >> 8));
  assert.deepEqual(await webHashMany(chunks), await bare(chunks));
});

test("a leaf is the hash of a zero byte and the entry", async () => {
  const entry = new TextEncoder().encode("entry");
  const expected = createHash("sha256").update(Uint8Array.of(0)).update(entry).digest("hex");
  assert.equal(Buffer.from(await leafHashes([entry], webHashMany)).toString("hex"), expected);
});
