import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { createDistrict, type District } from "../../src/district/index.ts";
import { lineOf } from "../../src/issue/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { seconds } from "../district/made-up-district.ts";

/** What all tests of a file share: a ledger that none of them changes, and room for those that they do. */
export interface ForFile {
  /** its data directory; read it, or take a {@link copy} */
  readonly data: string;
  readonly folder: string;
  /** A copy of the data directory, to be changed. */
  copy(name: string): Promise<string>;
}

/**
 * Makes a pack's ledger with some records once for all tests of a file, and takes it away after them. `work` does
 * what else is to be done with it while it is open.
 */
export function ledgerForFile(
  pack: string | ((folder: string) => Promise<string>),
  records: readonly Action[] = [],
  work: (district: District, folder: string) => Promise<unknown> = async () => {},
): ForFile {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "huimou-"));
    const directory = typeof pack === "string" ? pack : await pack(join(folder, "pack"));
    const district = await createDistrict(join(folder, "data"), directory, { clock: seconds() });
    try {
      const { issues } = await district.append(records);
      if (issues.length > 0) throw new Error(issues.map((it) => lineOf(it, "en")).join("\n"));
      await work(district, folder);
    } finally {
      await district.close();
    }
  });
  after(() => rm(folder, { recursive: true }));
  return {
    get folder() {
      return folder;
    },
    get data() {
      return join(folder, "data");
    },
    async copy(name) {
      const copy = join(folder, name);
      await cp(join(folder, "data"), copy, { recursive: true });
      return copy;
    },
  };
}
