import type { Area, Observation } from "../../indicators/index.ts";
import { files } from "../address.ts";
import { type Html, html } from "../html.ts";
import { known, registersUnder, type Site } from "../site.ts";
import type { View } from "../view.ts";

/** What the files of one area hold: every published observation of it, figure by figure. */
export interface OfArea {
  readonly area: Area;
  readonly observations: readonly Observation[];
}

/** The observations of every area that has a page, in the order of the area list. */
export function observationsByArea({ edition, areaPages }: Site): readonly OfArea[] {
  const byArea = Map.groupBy(
    edition.figures.flatMap((it) => it.observations),
    (it) => it.area,
  );
  return edition.pack.areas
    .filter(({ code }) => areaPages.has(code))
    .map((area) => ({ area, observations: byArea.get(area.code) ?? [] }));
}

/** What the tables of all townships are chosen from: the totals of the district and every township. */
export function totalsOfTownships({ edition, areas }: Site): readonly Observation[] {
  const codes = new Set([areas.district, ...areas.ofLevel("township").map((it) => it.code)]);
  return edition.figures.flatMap(({ observations }) =>
    observations.filter(({ area, breakdown }) => codes.has(area) && Object.keys(breakdown).length === 0),
  );
}

/** The registers that observations rest on. */
export function registersOf(site: Site, observations: readonly Observation[]): ReadonlySet<string> {
  const indicators = new Set(observations.map((it) => it.indicator));
  return new Set([...indicators].flatMap((it) => registersUnder(site, known(site.indicators, it))));
}

/** The ways to an area's files. */
export function areaFiles(view: View, code: string): Html {
  return ways(view, files.areaXlsx(code), files.areaCsv(code), files.areaJson(code));
}

/** The ways to the files of all townships. */
export function townshipFiles(view: View): Html {
  return ways(view, files.townshipsXlsx, files.townshipsCsv, files.townshipsJson);
}

function ways(view: View, xlsx: string, csv: string, json: string): Html {
  return html`<p class="downloads">${view.say("download")}<a href="${view.file(xlsx)}" download>Excel</a> <a href="${view.file(csv)}" download>CSV</a> <a href="${view.file(json)}" download>JSON</a></p>
`;
}
