import { hash } from "node:crypto";
import { HASH_LENGTH, type HashMany } from "./hash.ts";

/** {@link HashMany} by OpenSSL on the calling thread: several times faster than WebCrypto in Node. */
export const nodeHashMany: HashMany = async (chunks) => {
  const hashes = new Uint8Array(chunks.length * HASH_LENGTH);
  let offset = 0;
  for (const chunk of chunks) {
    hashes.set(hash("sha256", chunk, "buffer"), offset);
    offset += HASH_LENGTH;
  }
  return hashes;
};
