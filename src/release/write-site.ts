import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  buildData,
  buildPages,
  buildSite,
  type Edition,
  type EditionLog,
  type SiteFile,
  type StandingPages,
  textFile,
} from "../site/index.ts";
import type { DataShare } from "./data-thread.ts";
import { type Written, writeFiles } from "./staging.ts";

/** How a release's files are made and put down. */
export interface WriteOptions {
  /** pages of the release before that are taken over */
  readonly standing?: StandingPages | null;
  /** the folder of the release before, from which files that are the same are linked */
  readonly previous?: string;
  /** how many threads do it; where nothing is said, as many as there are cores and work for. The bytes are the same */
  readonly threads?: number;
  /** told of each page's path once it is made, before it is written */
  readonly onPage?: (path: string) => void;
}

/**
 * Makes all that a manifest lists and writes it below a folder, each file forgotten once it is there. With two threads,
 * one makes the pages and the other all else, from the edition that stands in the folder already
 * (docs/decisions/0034). Rejects where either does, when both have stopped.
 */
export async function writeSite(
  folder: string,
  edition: Edition,
  log: EditionLog,
  { standing = null, previous, threads = threadsFor(edition), onPage }: WriteOptions = {},
): Promise<Written> {
  const first = await writeFiles(folder, [editionFile(edition)], previous);
  const data = threads > 1 ? dataThread({ folder, previous }) : null;
  try {
    const pages = await writeFiles(folder, told(buildPages(edition, log, standing), onPage), previous);
    const rest = await (data?.written ?? writeFiles(folder, buildData(edition), previous));
    return {
      files: [first, pages, rest].flatMap((it) => it.files),
      stayed: first.stayed + pages.stayed + rest.stayed,
    };
  } finally {
    await data?.stop();
  }
}

/** Observations below which a site is made sooner than a thread has begun. */
const FEW = 10_000;

function threadsFor({ figures }: Edition): number {
  const observations = figures.reduce((sum, it) => sum + it.observations.length, 0);
  return observations < FEW ? 1 : availableParallelism();
}

/** A thread that writes its share, and what stops it. */
function dataThread(share: DataShare): { readonly written: Promise<Written>; stop(): Promise<unknown> } {
  const worker = new Worker(new URL("./data-thread.ts", import.meta.url), {
    workerData: share,
    // a thread that this one started knows nothing of how the sources of an installed package are read
    execArgv: ["--import", new URL("../../bin/strip-types.js", import.meta.url).href],
  });
  const written = new Promise<Written>((resolve, reject) => {
    worker.once("message", resolve).once("error", reject);
    worker.once("exit", () =>
      reject(new Error("the thread that writes the data files ended before its work")),
    );
  });
  // it is waited for when the pages are written; until then its failure is that of the whole
  written.catch(() => {});
  return { written, stop: () => worker.terminate() };
}

async function* told(pages: AsyncIterable<SiteFile>, onPage: WriteOptions["onPage"]) {
  for await (const page of pages) {
    onPage?.(page.path);
    yield page;
  }
}

/** All that a manifest lists, made one after the other and not written. */
export async function* releaseFiles(edition: Edition, log: EditionLog): AsyncGenerator<SiteFile> {
  yield* buildSite(edition, log);
  yield editionFile(edition);
}

/**
 * The edition itself, from which anybody with the program builds the same site. Its members keep their order,
 * because fields and states are shown in the order of their declaration.
 */
export function editionFile(edition: Edition): SiteFile {
  return textFile("data/edition.json", jsonOf(edition));
}

/** What `JSON.stringify` gives, figure by figure: as one text it would take twice the memory of its bytes. */
function* jsonOf(edition: Edition): Generator<string> {
  let before = "{";
  for (const [name, value] of Object.entries(edition)) {
    yield `${before}${JSON.stringify(name)}:`;
    before = ",";
    if (value !== edition.figures) yield JSON.stringify(value);
    else {
      for (const [at, figure] of edition.figures.entries())
        yield (at === 0 ? "[" : ",") + JSON.stringify(figure);
      yield edition.figures.length === 0 ? "[]" : "]";
    }
  }
  yield "}";
}
