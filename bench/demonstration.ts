import { join } from "node:path";
import {
  batchesOf,
  createDistrict,
  type District,
  loadDemonstration,
  packWithDemonstration,
  rowsOf,
} from "../src/district/index.ts";

/** The demonstration in a ledger of its own below a folder, so many times as large as `npm run demo` makes it. */
export async function demonstrationIn(folder: string, scale: number): Promise<District> {
  const pack = packWithDemonstration();
  const district = await createDistrict(join(folder, "data"), pack);
  await district.import(batchesOf(rowsOf((await loadDemonstration(pack)).actions(scale)), "demo"));
  return district;
}
