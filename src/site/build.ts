import type { Language } from "../issue/index.ts";
import { addresses, files } from "./address.ts";
import { comparePage } from "./areas/compare-page.ts";
import { areasPage } from "./areas/index-page.ts";
import { areaPage } from "./areas/page.ts";
import { CountedLists } from "./counted/lists.ts";
import { countedAddress, countedPage } from "./counted/page.ts";
import { dataFiles } from "./data/files.ts";
import { dataPage } from "./data/page.ts";
import { definitionsPage } from "./definitions.ts";
import type { Edition } from "./edition.ts";
import { embedDocument } from "./embed/page.ts";
import { figurePage } from "./figure/page.ts";
import { figuresPage } from "./figures.ts";
import { gapsPage } from "./gaps/page.ts";
import { homePage } from "./home.ts";
import { icon } from "./icon.ts";
import { largeDocument } from "./large/page.ts";
import { documentOf, LANGUAGES } from "./layout.ts";
import { notFoundPage } from "./not-found.ts";
import type { EditionLog } from "./records/log.ts";
import { recordsPage } from "./records/page.ts";
import { recordsByPage } from "./records/read.ts";
import { type RegisterRecords, registerRecords } from "./records/register-records.ts";
import type { StandingPages } from "./records/standing.ts";
import { registersPage } from "./registers/index-page.ts";
import { registerPage } from "./registers/page.ts";
import { reportPage } from "./report/page.ts";
import { rulesPage } from "./rules/index-page.ts";
import { rulePage } from "./rules/page.ts";
import { SCRIPTS, scriptOf, verifyProgram } from "./script.ts";
import { searchPage } from "./search/page.ts";
import { searchValues } from "./search/values.ts";
import { known, type Site, siteOf } from "./site.ts";
import { type SiteFile, textFile } from "./site-file.ts";
import { robots, siteMap } from "./site-map.ts";
import { embedStyle, largeStyle, style } from "./style.ts";
import { verifyPage } from "./verify.ts";
import { folders, type Page, type View, viewOf } from "./view.ts";

/**
 * Builds the public site of an edition: its pages, and all that is no page ({@link buildPages}, {@link buildData}). The
 * same edition and log give the same bytes. Not among them are `log/` and `manifest.json`, which the release puts beside
 * them. Throws on an edition that names what its pack does not declare.
 */
export async function* buildSite(
  edition: Edition,
  log: EditionLog,
  standing: StandingPages | null = null,
): AsyncGenerator<SiteFile> {
  const site = siteOf(edition, await registerRecords(edition, log));
  yield* pagesOfSite(site, log, standing);
  yield* dataOfSite(site);
}

/**
 * The pages alone, in Chinese at the root and in English under `en/`, and the lists of them for search engines. The
 * records of open registers come out of the log that the edition covers, and are never held all at once; those of the
 * release before that cannot differ are taken from it.
 */
export async function* buildPages(
  edition: Edition,
  log: EditionLog,
  standing: StandingPages | null = null,
): AsyncGenerator<SiteFile> {
  yield* pagesOfSite(siteOf(edition, await registerRecords(edition, log)), log, standing);
}

/** All else: the data behind the pages, styles and programs. Nothing of the log is needed for it, nor of the pages. */
export function buildData(edition: Edition): Generator<SiteFile> {
  return dataOfSite(siteOf(edition, new Map()));
}

async function* pagesOfSite(
  site: Site,
  log: EditionLog,
  standing: StandingPages | null,
): AsyncGenerator<SiteFile> {
  const { host } = site.edition.pack.district;
  const written: { language: Language; address: string }[] = [];
  for (const language of LANGUAGES)
    for (const [address, write] of pagesOf(site, language)) {
      const view = viewOf(site, language, address);
      written.push({ language, address });
      yield pageFile(view, write(view));
    }
  for (const language of LANGUAGES) {
    const address = addresses.large;
    written.push({ language, address });
    yield textFile(
      `${folders[language]}${address}index.html`,
      largeDocument(viewOf(site, language, address)),
    );
  }
  yield* embedFiles(site);
  yield* recordFiles(site, log, standing);
  const lost = viewOf(site, "zh", addresses.home, "/");
  yield textFile("404.html", documentOf(lost, notFoundPage(lost)));
  yield textFile("sitemap.xml", siteMap(host, written));
  yield textFile("robots.txt", robots(host));
}

function* dataOfSite(site: Site): Generator<SiteFile> {
  yield* dataFiles(site);
  yield textFile(files.style, style);
  yield textFile(files.embedStyle, embedStyle);
  yield textFile(files.largeStyle, largeStyle);
  yield textFile(files.icon, icon);
  for (const { path, text } of searchValues(site)) yield textFile(path, text);
  for (const name of SCRIPTS) yield { path: files.script(name), bytes: scriptOf(name) };
  yield { path: files.verifyProgram, bytes: verifyProgram() };
}

/** Figures for other pages; the site map leaves them out, for each is a part of its figure's own page. */
function* embedFiles(site: Site): Generator<SiteFile> {
  for (const language of LANGUAGES)
    for (const figure of site.figures.values()) {
      const address = addresses.embed(figure.definition.id);
      const view = viewOf(site, language, address);
      yield textFile(folders[language] + address, embedDocument(view, figure));
    }
}

/**
 * The records of open registers, and which of them a figure is made of; the site map leaves them out, for they are many,
 * and their registers and figures lead to them.
 */
async function* recordFiles(
  site: Site,
  log: EditionLog,
  standing: StandingPages | null,
): AsyncGenerator<SiteFile> {
  const wanted = new Map(
    [...site.records].map(([name, { pages }]) => [
      name,
      new Set(Array.from({ length: pages }, (_, at) => at + 1)),
    ]),
  );
  const counted = new CountedLists(site);
  for await (const { register, number, records } of recordsByPage(site, log, wanted)) {
    counted.take(register, number, records);
    const own = known(site.records, register);
    const stood = standing && (await standingFiles(standing, register, own, number));
    if (stood !== null) yield* stood;
    else
      for (const language of LANGUAGES) {
        const view = viewOf(site, language, addresses.records(register, number));
        const definition = known(site.registers, register);
        yield pageFile(view, recordsPage(view, definition, number, number === own.pages, records));
      }
  }
  for (const list of counted.pages())
    for (const language of LANGUAGES) {
      const view = viewOf(site, language, countedAddress(list));
      yield pageFile(view, countedPage(view, list));
    }
}

/** A page of records in every language as the release before has it; null where it has to be made. */
async function standingFiles(
  { position, bytes }: StandingPages,
  register: string,
  records: RegisterRecords,
  number: number,
): Promise<SiteFile[] | null> {
  if (!records.stoodBefore(position, number)) return null;
  const files: SiteFile[] = [];
  for (const language of LANGUAGES) {
    const path = pagePath(language, addresses.records(register, number));
    const found = await bytes(path);
    if (found === null) return null;
    files.push({ path, bytes: found });
  }
  return files;
}

function pageFile(view: View, page: Page): SiteFile {
  return textFile(pagePath(view.language, view.address), documentOf(view, page));
}

function pagePath(language: Language, address: string): string {
  return `${folders[language]}${address}index.html`;
}

/** A page's address, and what writes it. */
type Written = readonly [address: string, write: (view: View) => Page];

function* pagesOf(site: Site, language: Language): Generator<Written> {
  const { pack, reports } = site.edition;
  yield [addresses.home, homePage];
  for (const report of reports)
    if (report.language === language) yield [addresses.report(report.id), (view) => reportPage(view, report)];
  yield [addresses.figures, figuresPage];
  yield [addresses.definitions, definitionsPage];
  for (const figure of site.figures.values())
    yield [addresses.figure(figure.definition.id), (view) => figurePage(view, figure)];
  yield [addresses.areas, areasPage];
  yield [addresses.compare, comparePage];
  for (const area of pack.areas)
    if (site.areaPages.has(area.code)) yield [addresses.area(area.code), (view) => areaPage(view, area)];
  yield [addresses.registers, registersPage];
  for (const register of site.registers.values())
    yield [addresses.register(register.name), (view) => registerPage(view, register)];
  yield [addresses.rules, rulesPage];
  for (const rule of pack.rules) yield [addresses.rule(rule.id), (view) => rulePage(view, rule)];
  yield [addresses.gaps, gapsPage];
  yield [addresses.verify, verifyPage];
  yield [addresses.data, dataPage];
  yield [addresses.search, searchPage];
}
