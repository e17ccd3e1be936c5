import { addresses, files } from "../address.ts";
import { absolute, LANGUAGE_TAGS, LANGUAGES, siteTitle } from "../layout.ts";
import type { Site } from "../site.ts";
import { viewOf } from "../view.ts";

/**
 * The release as open data portals collect it: DCAT 3 in JSON-LD, a catalogue with one dataset and the files that it
 * can be had as.
 */
export function catalog(site: Site): string {
  const { pack, number, recorded } = site.edition;
  const views = LANGUAGES.map((it) => viewOf(site, it, addresses.home));
  const inBoth = (text: (view: (typeof views)[number]) => string) =>
    views.map((view) => ({ "@language": LANGUAGE_TAGS[view.language], "@value": text(view) }));
  const home = `https://${pack.district.host}/`;
  const publisher = { "@type": "foaf:Agent", "foaf:name": inBoth((view) => view.words(pack.district.name)) };
  const [from, to] = [site.period.firstDay(), site.period.lastDay()];
  const described = {
    ...(pack.demonstration && { demonstration: pack.demonstration }),
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": `${home}${files.catalog}`,
    "@type": "dcat:Catalog",
    "dct:title": inBoth(siteTitle),
    "dct:publisher": publisher,
    "dcat:dataset": {
      "@id": home,
      "@type": "dcat:Dataset",
      "dct:title": inBoth(siteTitle),
      "dct:description": inBoth((view) =>
        view.say("homeDescription", {
          district: view.words(pack.district.name),
          period: site.period.words(view.language),
        }),
      ),
      "dct:publisher": publisher,
      "dct:modified": { "@type": "xsd:dateTime", "@value": recorded },
      "dcat:version": String(number),
      "dct:temporal": {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": { "@type": "xsd:date", "@value": from },
        "dcat:endDate": { "@type": "xsd:date", "@value": to },
      },
      "dcat:landingPage": views.map((view) => ({ "@id": absolute(view, view.language, addresses.data) })),
      "dcat:distribution": DISTRIBUTIONS.map(([path, type, profile]) => ({
        "@id": `${home}${path}`,
        "@type": "dcat:Distribution",
        "dcat:downloadURL": { "@id": `${home}${path}` },
        "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${type}` },
        ...(profile !== undefined && { "dct:conformsTo": { "@id": profile } }),
      })),
    },
  };
  return `${JSON.stringify(described)}\n`;
}

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const DISTRIBUTIONS: readonly (readonly [path: string, mediaType: string, conformsTo?: string])[] = [
  [files.observationsCsv, "text/csv"],
  [files.observationsJson, "application/json"],
  [files.observationsXlsx, EXCEL],
  [files.observationsSdmx, "text/csv", "https://sdmx.org/standards-2/"],
  [files.dataPackage, "application/json", "https://datapackage.org/profiles/2.0/datapackage.json"],
];
