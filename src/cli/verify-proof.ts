import { readFile } from "node:fs/promises";
import { issue } from "../issue/index.ts";
import { nodeHashMany } from "../ledger/index.ts";
import { type ProvenInclusion, verifyInclusion } from "../ledger/verify/index.ts";
import { UsageError } from "./command-line.ts";

const ENDING = ".tlog-proof";

/** Whether a place is the file of an entry's proof. */
export function isProof(place: string): boolean {
  return place.endsWith(ENDING);
}

/**
 * Verifies an entry by the two files that `proof` writes, without the log: the proof, and the entry beside it, of the
 * same name with the ending `.json`. A proof vouches for nothing without a key from elsewhere: refuses to do without
 * (`cli.option-missing`), and whatever does not match ({@link verifyInclusion}).
 */
export async function verifyProof(place: string, key: string | undefined): Promise<ProvenInclusion> {
  if (key === undefined) throw new UsageError([issue("cli.option-missing", [], { option: "--key" })]);
  const entry = `${place.slice(0, -ENDING.length)}.json`;
  return verifyInclusion(
    await readFile(place, "utf8"),
    key,
    new Uint8Array(await readFile(entry)),
    nodeHashMany,
  );
}
