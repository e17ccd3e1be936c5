import assert from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { IssueError } from "../../src/issue/index.ts";
import {
  consistencyProof,
  emptyEdge,
  grow,
  hashAt,
  inclusionProof,
  leafHashes,
  nodeHashMany,
  parseProof,
  rootAt,
  rootOf,
  type TileSource,
  toHex,
  verifyConsistencyProof,
  verifyInclusionProof,
  writeProof,
} from "../../src/ledger/index.ts";
import { madeUpLeaves, treeOf } from "./tree-of.ts";

const LARGEST = 300;
let leaves: Uint8Array;
let source: TileSource;
const roots: Uint8Array[] = [];

before(async () => {
  leaves = await madeUpLeaves(LARGEST);
  source = (await treeOf(leaves, [LARGEST])).source;
  for (let size = 0; size <= LARGEST; size++) roots.push(await rootAt(size, source, nodeHashMany));
});

const treeAt = (size: number) => ({ size, root: roots[size] as Uint8Array });
const leafAt = (position: number) => ({ position, hash: hashAt(leaves, position) });
const flipped = (hash: Uint8Array) => Uint8Array.from(hash, (byte, i) => (i === 7 ? byte ^ 1 : byte));

/** Every way to get a path wrong by one step. */
function* spoilt(path: readonly Uint8Array[]): Generator<Uint8Array[]> {
  for (const [i, hash] of path.entries()) {
    yield path.with(i, flipped(hash));
    yield path.toSpliced(i, 1);
    yield path.toSpliced(i, 0, hash);
  }
  yield [...path, new Uint8Array(32)];
}

test("every leaf of every tree up to 70 leaves is proven, and by no path with a fault in it", async () => {
  for (let size = 1; size <= 70; size++)
    for (let position = 0; position < size; position++) {
      const path = await inclusionProof(position, size, source, nodeHashMany);
      const verified = (it: readonly Uint8Array[], leaf = leafAt(position), tree = treeAt(size)) =>
        verifyInclusionProof(leaf, tree, it, nodeHashMany);
      assert.equal(await verified(path), true, `leaf ${position} of ${size}`);
      if (position !== 0 && position !== size - 1 && position !== size >> 1) continue;
      for (const wrong of spoilt(path)) assert.equal(await verified(wrong), false);
      assert.equal(
        await verified(path, { ...leafAt(position), hash: flipped(hashAt(leaves, position)) }),
        false,
      );
      assert.equal(
        await verified(path, leafAt(position), { size, root: flipped(roots[size] as Uint8Array) }),
        false,
      );
      assert.equal(await verified(path, { ...leafAt(position), position: size }), false);
    }
});

test("every two sizes up to 60 are proven consistent, and by no path with a fault in it", async () => {
  for (let to = 0; to <= 60; to++)
    for (let from = 0; from <= to; from++) {
      const path = await consistencyProof(from, to, source, nodeHashMany);
      const verified = (it: readonly Uint8Array[], older = treeAt(from), newer = treeAt(to)) =>
        verifyConsistencyProof(older, newer, it, nodeHashMany);
      assert.equal(await verified(path), true, `${from} → ${to}`);
      if (from !== 0 && to % 7 !== 0) continue;
      for (const wrong of spoilt(path)) assert.equal(await verified(wrong), false);
      assert.equal(await verified(path, { size: from, root: flipped(roots[from] as Uint8Array) }), false);
      if (from > 0)
        assert.equal(
          await verified(path, treeAt(from), { size: to, root: flipped(roots[to] as Uint8Array) }),
          false,
        );
      if (from < to)
        assert.equal(await verified(path, treeAt(to), treeAt(from)), false, "a tree that shrank");
    }
});

test("proofs hold in larger trees, across tiles", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: LARGEST }), fc.nat(), fc.nat(), async (size, a, b) => {
      const [position, from] = [a % size, b % (size + 1)];
      const inclusion = await inclusionProof(position, size, source, nodeHashMany);
      assert.ok(await verifyInclusionProof(leafAt(position), treeAt(size), inclusion, nodeHashMany));
      const consistency = await consistencyProof(from, size, source, nodeHashMany);
      assert.ok(await verifyConsistencyProof(treeAt(from), treeAt(size), consistency, nodeHashMany));
    }),
  );
});

test("the example proofs of RFC 6962, section 2.1.3, name the nodes printed there", async () => {
  // The tree of seven leaves: a–j and the names of inner nodes as in the section's drawing.
  const entries = Array.from({ length: 7 }, (_, i) => new TextEncoder().encode(`d${i}`));
  const d = await leafHashes(entries, nodeHashMany);
  const { tiles } = await treeOf(d, [7]);
  const seven: TileSource = async () => tiles.get("0/0") as Uint8Array;
  const over = async (first: number, last: number) =>
    rootOf((await grow(emptyEdge, d.subarray(first * 32, (last + 1) * 32), nodeHashMany)).edge, nodeHashMany);
  const [b, c, f, j] = [1, 2, 5, 6].map((i) => hashAt(d, i)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const [g, h, i, k] = [await over(0, 1), await over(2, 3), await over(4, 5), await over(0, 3)];
  const l = await over(4, 6);
  const dd = hashAt(d, 3);
  const named = (hashes: Uint8Array[]) => hashes.map(toHex);
  assert.deepEqual(named(await inclusionProof(0, 7, seven, nodeHashMany)), named([b, h, l]));
  assert.deepEqual(named(await inclusionProof(3, 7, seven, nodeHashMany)), named([c, g, l]));
  assert.deepEqual(named(await inclusionProof(4, 7, seven, nodeHashMany)), named([f, j, k]));
  assert.deepEqual(named(await inclusionProof(6, 7, seven, nodeHashMany)), named([i, k]));
  assert.deepEqual(named(await consistencyProof(3, 7, seven, nodeHashMany)), named([c, dd, g, l]));
  assert.deepEqual(named(await consistencyProof(4, 7, seven, nodeHashMany)), named([l]));
  assert.deepEqual(named(await consistencyProof(6, 7, seven, nodeHashMany)), named([i, j, k]));
});

test("sizes beyond 32 bits are proven like small ones", async () => {
  // A tree of 2^40 + 1 equal leaves: each level has one hash, so a source can be written down.
  const sizes = { whole: 2 ** 40 + 1, half: 2 ** 39 };
  const levels: Uint8Array[] = [new Uint8Array(32).fill(9)];
  for (let i = 1; i <= 48; i++) {
    const below = levels[i - 1] as Uint8Array;
    levels.push(await rootOf({ size: 2, partial: [new Uint8Array([...below, ...below])] }, nodeHashMany));
  }
  const equal: TileSource = async ({ level, width }) => {
    const hash = levels[level * 8] as Uint8Array;
    return new Uint8Array(Array.from({ length: width }, () => [...hash]).flat());
  };
  const [whole, half] = [
    { size: sizes.whole, root: await rootAt(sizes.whole, equal, nodeHashMany) },
    { size: sizes.half, root: await rootAt(sizes.half, equal, nodeHashMany) },
  ];
  assert.deepEqual(half.root, levels[39]);
  for (const position of [0, 2 ** 33 + 5, 2 ** 40]) {
    const path = await inclusionProof(position, sizes.whole, equal, nodeHashMany);
    const leaf = { position, hash: levels[0] as Uint8Array };
    assert.ok(await verifyInclusionProof(leaf, whole, path, nodeHashMany));
  }
  const path = await consistencyProof(sizes.half, sizes.whole, equal, nodeHashMany);
  assert.ok(await verifyConsistencyProof(half, whole, path, nodeHashMany));
});

const checkpoint = "example.org/log\n5\nAAAA\n\n— example.org/log AAAAAAAA\n";

test("a proof file is written as C2SP tlog-proof says and read back", async () => {
  const path = await inclusionProof(2, 5, source, nodeHashMany);
  const text = writeProof({ index: 2, path, checkpoint });
  const hashes = path.map((hash) => Buffer.from(hash).toString("base64"));
  assert.equal(text, `c2sp.org/tlog-proof@v1\nindex 2\n${hashes.join("\n")}\n\n${checkpoint}`);
  assert.deepEqual(parseProof(text, []), { index: 2, path, checkpoint });
  const withExtra = { index: 0, path: [], checkpoint, extra: Uint8Array.of(1, 2, 3) };
  assert.equal(writeProof(withExtra), `c2sp.org/tlog-proof@v1\nextra AQID\nindex 0\n\n${checkpoint}`);
  assert.deepEqual(parseProof(writeProof(withExtra), []), withExtra);
});

test("a proof file that departs from the format names the line", () => {
  const lineOf = (text: string) => {
    try {
      parseProof(text, ["p"]);
    } catch (error) {
      if (error instanceof IssueError) return error.issues[0]?.path;
    }
    return "accepted";
  };
  const hash = Buffer.alloc(32).toString("base64");
  assert.deepEqual(lineOf("index 1"), ["p", 1]);
  assert.deepEqual(lineOf(`c2sp.org/tlog-proof@v2\nindex 1\n\n${checkpoint}`), ["p", 1]);
  assert.deepEqual(lineOf(`c2sp.org/tlog-proof@v1\nextra ?\nindex 1\n\n${checkpoint}`), ["p", 2]);
  assert.deepEqual(lineOf(`c2sp.org/tlog-proof@v1\nindex 01\n\n${checkpoint}`), ["p", 2]);
  assert.deepEqual(lineOf(`c2sp.org/tlog-proof@v1\nextra AQID\nindex -1\n\n${checkpoint}`), ["p", 3]);
  assert.deepEqual(lineOf(`c2sp.org/tlog-proof@v1\nindex 1\n${hash}\nAQID\n\n${checkpoint}`), ["p", 4]);
});
