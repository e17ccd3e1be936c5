import { csvText, sdmxTable } from "../../exchange/index.ts";
import { canonicalBytes } from "../../ledger/index.ts";
import { files } from "../address.ts";
import { LANGUAGES } from "../layout.ts";
import type { Site } from "../site.ts";
import type { SiteFile } from "../site-file.ts";
import { catalog } from "./catalog.ts";
import { dataPackage } from "./data-package.ts";
import { feed } from "./feed.ts";
import { areaList, indicatorList } from "./lists.ts";
import { type TextFile, tables } from "./tables.ts";
import { workbooks } from "./workbooks.ts";

/** All files of data: for spreadsheets, for statistical programs, for portals and for feed readers. */
export function* dataFiles(site: Site): Generator<SiteFile> {
  const { pack, number, figures } = site.edition;
  /** what the data package describes */
  const described = new Map<string, Uint8Array>();
  for (const { path, text } of texts(site)) {
    const bytes = encoder.encode(text);
    if (path.startsWith("data/")) described.set(path, bytes);
    yield { path, bytes };
  }
  // its hash is the one that the manifest has of the pack
  yield { path: files.pack, bytes: canonicalBytes(pack) };
  const flow = { agency: `CN${pack.district.code}`, id: "OBSERVATIONS", version: `${number}.0.0` };
  const observations = figures.flatMap((it) => it.observations);
  yield text(files.observationsSdmx, csvText(sdmxTable(observations, site.indicators, flow)));
  yield* workbooks(site);
  yield text(files.dataPackage, dataPackage(site, described));
  yield text(files.catalog, catalog(site));
  for (const language of LANGUAGES) yield text(files.feed[language], feed(site, language));
}

/** One after the other: all texts at once take more memory than the rest of the site. */
function* texts(site: Site): Generator<TextFile> {
  yield* tables(site);
  yield { path: files.indicatorsCsv, text: csvText(indicatorList(site)) };
  yield { path: files.areasCsv, text: csvText(areaList(site)) };
}

const encoder = new TextEncoder();

function text(path: string, content: string): SiteFile {
  return { path, bytes: encoder.encode(content) };
}
