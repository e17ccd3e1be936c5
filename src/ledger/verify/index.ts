/**
 * Verifying a log with WebCrypto alone: for browsers, and for whoever does not want to run the rest. Nothing
 * under this door imports from Node or from npm.
 */
export { toHex } from "../bytes.ts";
export { canonicalJson } from "../canonical.ts";
export type { Entry } from "../entry.ts";
export { type HashMany, webHashMany } from "../hash.ts";
export { tileAt, tilePath } from "../tile.ts";
export { rootAt } from "../tile-source.ts";
export { parseVerifierKey } from "../verifier-key.ts";
export type { FetchFile } from "./log-files.ts";
export { type ProvableEntry, proveEntry } from "./prove-entry.ts";
export { verifyCheckpoint } from "./verify-checkpoint.ts";
export { type ProvenInclusion, verifyInclusion } from "./verify-inclusion.ts";
export { type LogReport, type LogToVerify, type SignedTree, verifyLog } from "./verify-log.ts";
