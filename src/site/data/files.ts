import { csvLines, csvText, sdmxTable } from "../../exchange/index.ts";
import { canonicalBytes } from "../../ledger/index.ts";
import { files } from "../address.ts";
import { LANGUAGES } from "../layout.ts";
import type { Site } from "../site.ts";
import { type SiteFile, textFile } from "../site-file.ts";
import { catalog } from "./catalog.ts";
import { dataPackage, isDescribed } from "./data-package.ts";
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
    const file = textFile(path, text);
    if (isDescribed(path)) described.set(path, file.bytes);
    yield file;
  }
  // its hash is the one that the manifest has of the pack
  yield { path: files.pack, bytes: canonicalBytes(pack) };
  const flow = { agency: `CN${pack.district.code}`, id: "OBSERVATIONS", version: `${number}.0.0` };
  const observations = figures.flatMap((it) => it.observations);
  yield textFile(files.observationsSdmx, csvLines(sdmxTable(observations, site.indicators, flow)));
  yield* workbooks(site);
  yield textFile(files.dataPackage, dataPackage(site, described));
  yield textFile(files.catalog, catalog(site));
  for (const language of LANGUAGES) yield textFile(files.feed[language], feed(site, language));
}

/** One after the other: all texts at once take more memory than the rest of the site. */
function* texts(site: Site): Generator<TextFile> {
  yield* tables(site);
  yield { path: files.indicatorsCsv, text: csvText(indicatorList(site)) };
  yield { path: files.areasCsv, text: csvText(areaList(site)) };
}
