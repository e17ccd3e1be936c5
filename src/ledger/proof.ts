import { sameBytes } from "./bytes.ts";
import { type HashMany, nodeHash } from "./hash.ts";
import { rangeHash, remembering, type TileSource } from "./tile-source.ts";

/**
 * The audit path of a leaf (RFC 6962, 2.1.1): the hashes that, with the leaf's own, make the root of the tree
 * of `size` leaves; from the leaf's sibling up.
 */
export async function inclusionProof(
  position: number,
  size: number,
  tiles: TileSource,
  hashMany: HashMany,
): Promise<Uint8Array[]> {
  if (!(position >= 0 && position < size)) throw new Error(`no leaf ${position} in a tree of ${size}`);
  const source = remembering(tiles);
  const path: Uint8Array[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + largestPowerOfTwoBelow(end - begin);
    const left = position < middle;
    path.push(await rangeHash(left ? middle : begin, left ? end : middle, size, source, hashMany));
    if (left) end = middle;
    else begin = middle;
  }
  return path.reverse();
}

/**
 * The consistency proof between two sizes of one tree (RFC 6962, 2.1.2): the hashes that show the tree of
 * `from` leaves to be the beginning of the one of `to` leaves. Empty where `from` is 0 or equals `to`.
 */
export async function consistencyProof(
  from: number,
  to: number,
  tiles: TileSource,
  hashMany: HashMany,
): Promise<Uint8Array[]> {
  if (!(from >= 0 && from <= to)) throw new Error(`a tree of ${to} never had ${from} leaves`);
  if (from === 0 || from === to) return [];
  const source = remembering(tiles);
  const path: Uint8Array[] = [];
  let [begin, end] = [0, to];
  // the old tree's root is known to whoever checks; once the way leaves it, the subtree's hash must be told
  let known = true;
  while (end !== from) {
    const middle = begin + largestPowerOfTwoBelow(end - begin);
    const left = from <= middle;
    path.push(await rangeHash(left ? middle : begin, left ? end : middle, to, source, hashMany));
    if (left) end = middle;
    else {
      begin = middle;
      known = false;
    }
  }
  if (!known) path.push(await rangeHash(begin, end, to, source, hashMany));
  return path.reverse();
}

/** Whether the path leads from the leaf hash at that position to the root (RFC 9162, 2.1.3.2). */
export async function verifyInclusionProof(
  leaf: { readonly position: number; readonly hash: Uint8Array },
  tree: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
  hashMany: HashMany,
): Promise<boolean> {
  if (!(leaf.position >= 0 && leaf.position < tree.size)) return false;
  let [node, last] = [leaf.position, tree.size - 1];
  let hash = leaf.hash;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = await nodeHash(sibling, hash, hashMany);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = await nodeHash(hash, sibling, hashMany);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(hash, tree.root);
}

/** Whether the path shows that the older tree is the beginning of the newer one (RFC 9162, 2.1.4.2). */
export async function verifyConsistencyProof(
  older: { readonly size: number; readonly root: Uint8Array },
  newer: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
  hashMany: HashMany,
): Promise<boolean> {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return path.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0) return path.length === 0 && sameBytes(older.root, await hashMany([new Uint8Array()]));
  // an older tree that is a perfect subtree of the newer one is the path's own first node
  const nodes = isPowerOfTwo(older.size) ? [older.root, ...path] : path;
  const [first, ...rest] = nodes;
  if (first === undefined) return false;
  let [node, last] = [older.size - 1, newer.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [olderRoot, newerRoot] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      olderRoot = await nodeHash(sibling, olderRoot, hashMany);
      newerRoot = await nodeHash(sibling, newerRoot, hashMany);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else newerRoot = await nodeHash(newerRoot, sibling, hashMany);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(olderRoot, older.root) && sameBytes(newerRoot, newer.root);
}

// Sizes go beyond 32 bits, so they are halved as numbers and not shifted.
const half = (value: number): number => Math.floor(value / 2);

function largestPowerOfTwoBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function isPowerOfTwo(size: number): boolean {
  return largestPowerOfTwoBelow(size + 1) === size;
}
