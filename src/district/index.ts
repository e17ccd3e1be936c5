/** A district's ledger opened with its keys and declarations: what the command line and a server work with. */
export type { ImportBatch, Imported, ImportOptions } from "./batches.ts";
export { definitionsOf, hashesInForce, recordOf } from "./definitions.ts";
export { batchesOf, type Demonstration, loadDemonstration, packWithDemonstration } from "./demonstration.ts";
export { createDistrict, District, type Effects, openDistrict } from "./district.ts";
export { loadPack } from "./pack.ts";
export { hasSettings } from "./settings.ts";
export { type Verification, verifyLedger } from "./verify-ledger.ts";
