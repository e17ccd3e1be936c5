import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import {
  edgeAt,
  emptyEdge,
  grow,
  leafHashes,
  nodeHashMany,
  rootAt,
  rootOf,
  tilesBetween,
  toHex,
  webHashMany,
} from "../../src/ledger/index.ts";
import { madeUpLeaves, treeOf } from "./tree-of.ts";

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** MTH of RFC 6962, 2.1, as it is printed there. */
function recursiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Uint8Array.of(1), recursiveRoot(leaves.slice(0, k)), recursiveRoot(leaves.slice(k)));
}

const apart = (leaves: Uint8Array) =>
  Array.from({ length: leaves.length / 32 }, (_, i) => leaves.subarray(i * 32, i * 32 + 32));

// The test tree of the certificate transparency project, on which RFC 6962 was tried.
const publishedEntries = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const publishedRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

test("the published tree of 0 to 8 leaves has the published roots, by both hash functions", async () => {
  const entries = publishedEntries.map((hex) => new Uint8Array(Buffer.from(hex, "hex")));
  for (const hashMany of [webHashMany, nodeHashMany])
    for (const [size, expected] of publishedRoots.entries()) {
      const { edge } = await grow(emptyEdge, await leafHashes(entries.slice(0, size), hashMany), hashMany);
      assert.equal(toHex(await rootOf(edge, hashMany)), expected);
    }
});

test("every size up to 600 has the root that the recursion of RFC 6962 gives", async () => {
  const leaves = await madeUpLeaves(600);
  let edge = emptyEdge;
  for (let size = 0; size < 600; size++) {
    assert.deepEqual(
      await rootOf(edge, nodeHashMany),
      recursiveRoot(apart(leaves).slice(0, size)),
      `size ${size}`,
    );
    edge = (await grow(edge, leaves.subarray(size * 32, size * 32 + 32), nodeHashMany)).edge;
  }
});

test("a tree of 70,000 leaves has the root of the recursion and no tile but those of its size", async () => {
  const leaves = await madeUpLeaves(70_000);
  const { edge, tiles } = await treeOf(leaves, [70_000]);
  assert.deepEqual(await rootOf(edge, nodeHashMany), recursiveRoot(apart(leaves)));
  assert.deepEqual(
    [...tiles].map(([place, hashes]) => [place, hashes.length / 32]),
    [...tilesBetween(0, 70_000)].map(({ level, index, width }) => [`${level}/${index}`, width]),
  );
});

test("the batches in which leaves came leave no trace in edge, tiles or root", async () => {
  const leaves = await madeUpLeaves(4 * 700);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(700), { minLength: 1, maxLength: 4 }), async (batches) => {
      const size = batches.reduce((sum, batch) => sum + batch, 0);
      const stepwise = await treeOf(leaves, batches);
      const atOnce = await treeOf(leaves, [size]);
      assert.deepEqual(stepwise.edge, atOnce.edge);
      assert.deepEqual(new Map([...stepwise.tiles].sort()), new Map([...atOnce.tiles].sort()));
    }),
    { numRuns: 60 },
  );
});

test("growth names only tiles that the smaller tree lacked or had narrower", async () => {
  const leaves = await madeUpLeaves(1400);
  await fc.assert(
    fc.asyncProperty(fc.nat(700), fc.nat(700), async (before, added) => {
      const { edge } = await treeOf(leaves, [before]);
      const batch = leaves.subarray(before * 32, (before + added) * 32);
      const { tiles } = await grow(edge, batch, nodeHashMany);
      assert.deepEqual(
        tiles.map(({ level, index, hashes }) => ({ level, index, width: hashes.length / 32 })),
        [...tilesBetween(before, before + added)],
      );
    }),
    { numRuns: 60 },
  );
});

test("from the tiles of a tree, the edge and root of every earlier size come back", async () => {
  const leaves = await madeUpLeaves(1000);
  const { source } = await treeOf(leaves, [1000]);
  for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 513, 999, 1000]) {
    const { edge } = await treeOf(leaves, [size]);
    assert.deepEqual(await edgeAt(size, source), edge);
    assert.deepEqual(await rootAt(size, source, nodeHashMany), await rootOf(edge, nodeHashMany));
  }
});
