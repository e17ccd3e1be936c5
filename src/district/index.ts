/** A district's ledger opened with its keys and declarations: what the command line and a server work with. */

export { observationsAsOf } from "./as-of.ts";
export {
  batchesOf,
  type ImportBatch,
  type Imported,
  type ImportOptions,
  type ImportRow,
  rowsOf,
} from "./batches.ts";
export { type CurrentRecord, currentRecords } from "./current-records.ts";
export { calendarWith, definitionRegister, definitionsOf, hashesInForce, recordOf } from "./definitions.ts";
export {
  type Demonstration,
  loadDemonstration,
  packWithDemonstration,
  removeDemonstration,
} from "./demonstration.ts";
export { createDistrict, District, type Effects, openDistrict } from "./district.ts";
export { type DueItem, type DueQuestion, dueItems } from "./due.ts";
export { type Erasure, erase } from "./erase.ts";
export { loadPack } from "./pack.ts";
export { pastReleases, releaseFields, releaseRegister } from "./past-releases.ts";
export { type PostedRow, type PublicList, publicList } from "./public-list.ts";
export { type RegisterEntry, registerEntries } from "./register-entries.ts";
export { hasSettings } from "./settings.ts";
export { type Verification, verifyLedger } from "./verify-ledger.ts";
