import { hash } from "node:crypto";
import type { Action } from "../../registers/index.ts";

/**
 * Idempotency keys by content: the same row gives the same key, so that importing a file twice changes nothing,
 * and a file to which rows were added records those alone. `secret` keeps the key from telling what a sealed
 * record holds to somebody who guesses; it must be the same for every import into one ledger.
 */
export function contentRequest(secret: Uint8Array): (action: Action) => string {
  const prefix = Buffer.from(secret).toString("hex");
  return (action) => `row:${hash("sha256", `${prefix}\n${JSON.stringify(action)}`, "base64url")}`;
}
