/** Bytes in a SHA-256 hash. */
export const HASH_LENGTH = 32;

/**
 * SHA-256 of many byte strings: their hashes one after the other, 32 bytes each, in the order of the chunks.
 * The one asynchronous boundary of the tree code: WebCrypto answers each hash late and is paid for once a
 * batch, `node:crypto` answers at once (node-hash.ts).
 */
export type HashMany = (chunks: readonly Uint8Array[]) => Promise<Uint8Array>;

/** {@link HashMany} by WebCrypto: in every browser and every runtime. */
export const webHashMany: HashMany = async (chunks) => {
  const hashes = new Uint8Array(chunks.length * HASH_LENGTH);
  // several thousand at once keep every core busy; all of a million would keep a million promises in memory
  for (let start = 0; start < chunks.length; start += 4096) {
    const batch = chunks.slice(start, start + 4096);
    const digests = await Promise.all(
      batch.map((chunk) => crypto.subtle.digest("SHA-256", chunk as Uint8Array<ArrayBuffer>)),
    );
    for (const [i, digest] of digests.entries())
      hashes.set(new Uint8Array(digest), (start + i) * HASH_LENGTH);
  }
  return hashes;
};

/** Leaf hashes of entries (RFC 6962, 2.1): SHA-256(0x00 ‖ entry), one after the other. */
export function leafHashes(entries: readonly Uint8Array[], hashMany: HashMany): Promise<Uint8Array> {
  return hashMany(prefixed(0x00, entries));
}

/**
 * The next level up (RFC 6962, 2.1): SHA-256(0x01 ‖ left ‖ right) for each pair of hashes in `hashes`, which
 * holds an even number of them one after the other.
 */
export function parentHashes(hashes: Uint8Array, hashMany: HashMany): Promise<Uint8Array> {
  const pairs: Uint8Array[] = [];
  for (let offset = 0; offset < hashes.length; offset += 2 * HASH_LENGTH)
    pairs.push(hashes.subarray(offset, offset + 2 * HASH_LENGTH));
  return hashMany(prefixed(0x01, pairs));
}

/** One node over two hashes. */
export async function nodeHash(left: Uint8Array, right: Uint8Array, hashMany: HashMany): Promise<Uint8Array> {
  const pair = new Uint8Array(2 * HASH_LENGTH);
  pair.set(left);
  pair.set(right, HASH_LENGTH);
  return parentHashes(pair, hashMany);
}

/** The `index`th of hashes that stand one after the other; a view, not a copy. */
export function hashAt(hashes: Uint8Array, index: number): Uint8Array {
  return hashes.subarray(index * HASH_LENGTH, (index + 1) * HASH_LENGTH);
}

/** Each chunk behind a byte that tells leaves from nodes; all in one buffer, so that a batch is one allocation. */
function prefixed(prefix: number, chunks: readonly Uint8Array[]): Uint8Array[] {
  let length = chunks.length;
  for (const chunk of chunks) length += chunk.length;
  const buffer = new Uint8Array(length);
  let offset = 0;
  return chunks.map((chunk) => {
    const start = offset;
    buffer[start] = prefix;
    buffer.set(chunk, start + 1);
    offset = start + 1 + chunk.length;
    return buffer.subarray(start, offset);
  });
}
