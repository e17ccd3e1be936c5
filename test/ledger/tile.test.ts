import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { IssueError } from "../../src/issue/index.ts";
import {
  bundlePath,
  decodeBundle,
  encodeBundle,
  partialTiles,
  tilePath,
  tilesBetween,
} from "../../src/ledger/index.ts";

test("tile 1234067 stands in folders of three digits", () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), "tile/0/x001/x234/067");
  assert.equal(tilePath({ level: 3, index: 7, width: 9 }), "tile/3/007.p/9");
  assert.equal(bundlePath(1000, 256), "tile/entries/x001/000");
  assert.equal(bundlePath(273, 112), "tile/entries/273.p/112");
});

test("a tree of 70,000 leaves has the tiles that C2SP tlog-tiles lists", () => {
  const paths = [...tilesBetween(0, 70_000)].map(tilePath);
  assert.equal(paths.filter((path) => /^tile\/0\/\d{3}$/.test(path)).length, 273);
  assert.deepEqual(paths.slice(273), ["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"]);
});

test("a tree of 256 leaves has one full tile and one hash above it", () => {
  assert.deepEqual([...tilesBetween(0, 256)].map(tilePath), ["tile/0/000", "tile/1/000.p/1"]);
});

test("no partial tile has width 0", () => {
  for (const size of [0, 256, 65_536, 65_536 * 256])
    assert.ok(partialTiles(size).every((tile) => tile === null || tile.width > 0));
});

test("what two sizes need is what all steps between them need, each tile at its last width", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3000), { minLength: 2, maxLength: 6 }), (numbers) => {
      const sizes = numbers.sort((a, b) => a - b);
      const latest = new Map<string, string>();
      for (const [i, from] of sizes.slice(0, -1).entries())
        for (const tile of tilesBetween(from, sizes[i + 1] as number))
          latest.set(`${tile.level}/${tile.index}`, tilePath(tile));
      const whole = [...tilesBetween(sizes[0] as number, sizes.at(-1) as number)].map(tilePath);
      assert.deepEqual([...latest.values()].sort(), whole.sort());
    }),
  );
});

test("a bundle gives back the entries that it was made of", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 256 }), (entries) => {
      const decoded = decodeBundle(encodeBundle(entries), entries.length, []);
      assert.deepEqual(
        decoded.map((entry) => [...entry]),
        entries.map((entry) => [...entry]),
      );
    }),
  );
});

test("an entry's length is written in two bytes, the greater first", () => {
  assert.deepEqual([...encodeBundle([new Uint8Array(258).fill(7)]).slice(0, 3)], [1, 2, 7]);
  assert.throws(() => encodeBundle([new Uint8Array(65_536)]), /fits no bundle/);
});

test("a bundle cut short names the entry at which it breaks off, one too long tells by how much", () => {
  const bundle = encodeBundle([Uint8Array.of(1, 2), Uint8Array.of(3, 4)]);
  const issueOf = (bytes: Uint8Array, width: number) => {
    try {
      decodeBundle(bytes, width, ["b"]);
    } catch (error) {
      if (error instanceof IssueError) return error.issues[0];
    }
    return undefined;
  };
  for (let cut = 4; cut < 8; cut++)
    assert.deepEqual(issueOf(bundle.slice(0, cut), 2), {
      code: "ledger.bundle-cut",
      path: ["b", 1],
      params: { entries: 1, width: 2 },
    });
  assert.equal(issueOf(bundle, 1)?.code, "ledger.bundle-width");
  assert.equal(issueOf(bundle, 1)?.params.bytes, 4);
  assert.equal(decodeBundle(bundle, 1, [], "longer").length, 1);
});
