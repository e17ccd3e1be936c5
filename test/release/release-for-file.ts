import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";
import { income, withDistrict } from "./made-up-release.ts";

/** Two releases of the made-up district, published into one folder: the second stands there. */
export interface ReleaseForFile {
  /** resolves once it stands there, which the tests themselves need not wait for */
  readonly ready: Promise<void>;
  /** the published folder; no test changes it */
  readonly whole: string;
  /** a file with the first release's checkpoint, as a reader kept it */
  readonly kept: string;
  /** A copy of the published folder, to be changed. */
  copy(name: string): Promise<string>;
}

/** Publishes before a file's tests and clears up after them. */
export function releaseForFile(): ReleaseForFile {
  let folder = "";
  const ended = Promise.withResolvers<void>();
  let kept: Promise<void> = Promise.resolve();
  const ready = Promise.withResolvers<void>();
  before(async () => {
    kept = withDistrict(async (it) => {
      await it.publish();
      await cp(join(it.out(), "log", "checkpoint"), join(it.folder, "kept"));
      await it.district.append([income]);
      assert.deepEqual((await it.publish()).issues, []);
      folder = it.folder;
      ready.resolve();
      await ended.promise;
    });
    await Promise.race([ready.promise, kept]);
  });
  after(async () => {
    ended.resolve();
    await kept;
  });
  return {
    ready: ready.promise,
    get whole() {
      return join(folder, "public");
    },
    get kept() {
      return join(folder, "kept");
    },
    copy: async (name) => {
      const copy = join(folder, name);
      await cp(join(folder, "public"), copy, { recursive: true });
      return copy;
    },
  };
}
