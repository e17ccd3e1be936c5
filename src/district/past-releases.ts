import { createHash } from "node:crypto";
import { type Issue, IssueError, issue } from "../issue/index.ts";
import { decodeEntry, type Entry, entriesOf } from "../ledger/index.ts";
import type { ReleaseRow } from "../ledger/store/index.ts";
import type { District } from "./district.ts";

/** The register under which releases stand in the log. */
export const releaseRegister = "release";

/**
 * What the log says of a release: its manifest's hash, the entries that it covers, and the hash of what the
 * database keeps of it for later ones (docs/formats/manifest.md).
 */
export function releaseFields({ manifest, position, body }: Omit<ReleaseRow, "district" | "number">) {
  return { manifest, position, kept: createHash("sha256").update(body).digest("hex") };
}

/**
 * What the database keeps of the releases, oldest first, each held against its entry in the log: later releases say
 * by it what they revised. Refuses one that was changed, removed or added (`verify.release-altered`).
 */
export async function pastReleases({ store, code }: Pick<District, "store" | "code">): Promise<ReleaseRow[]> {
  const rows = await store.db
    .selectFrom("release")
    .selectAll()
    .where("district", "=", code)
    .orderBy("number")
    .execute();
  const entries = await entriesOf(store, code, [releaseRegister]).select("entry.bytes").execute();
  const inLog = new Map(entries.map(({ bytes }) => decodeEntry(bytes)).map((it) => [it.record, it.fields]));
  for (const row of rows) {
    refuseUnlessSame(row, inLog.get(String(row.number)));
    inLog.delete(String(row.number));
  }
  for (const number of inLog.keys()) refuse(number);
  return rows;
}

function refuseUnlessSame(row: ReleaseRow, recorded: Entry["fields"]): void {
  for (const [name, value] of Object.entries(releaseFields(row)))
    if (recorded?.[name] !== value) refuse(String(row.number));
}

function refuse(number: string): never {
  const code: Issue["code"] = "verify.release-altered";
  throw new IssueError([issue(code, ["release", number], { number })]);
}
