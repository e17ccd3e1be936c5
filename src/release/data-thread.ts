/**
 * A thread of its own: makes everything of a release but its pages, from the edition that stands in the staged folder, and
 * writes it there. It is started by `write-site.ts`, and says once what it wrote.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { buildData, type Edition } from "../site/index.ts";
import { writeFiles } from "./staging.ts";

/** Where the edition is and the files go, and where those of the release before are. */
export interface DataShare {
  readonly folder: string;
  readonly previous: string | undefined;
}

const { folder, previous } = workerData as DataShare;
const edition = JSON.parse(await readFile(join(folder, "data", "edition.json"), "utf8")) as Edition;
parentPort?.postMessage(await writeFiles(folder, buildData(edition), previous));
