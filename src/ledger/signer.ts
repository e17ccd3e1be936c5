import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import type { Signer } from "./note.ts";

/** What stands before the 32 seed bytes in the PKCS8 form of an Ed25519 key (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
/** What stands before the 32 bytes in the SPKI form of a public one (RFC 8410, section 4). */
const SPKI_HEAD_LENGTH = 12;

/** A new Ed25519 private key from 32 random bytes, as PKCS8 PEM. */
export function signingKeyPem(seed: Uint8Array): string {
  if (seed.length !== 32) throw new Error("an Ed25519 seed has 32 bytes");
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
  return key.export({ format: "pem", type: "pkcs8" }) as string;
}

/** The signer of that name with an Ed25519 private key in PKCS8 PEM. Throws where the PEM is no such key. */
export function signerOf(name: string, pem: string): Signer {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`not an Ed25519 key: ${key.asymmetricKeyType}`);
  return {
    key: { name, publicKey: publicKeyOf(key) },
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  };
}

function publicKeyOf(key: KeyObject): Uint8Array {
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  return new Uint8Array(spki.subarray(SPKI_HEAD_LENGTH));
}
