import { EMPTY, type Sheet, type SheetCell, textCell, workbook } from "../../exchange/index.ts";
import type { Area, IndicatorDefinition, Observation } from "../../indicators/index.ts";
import type { Words } from "../../issue/index.ts";
import { addresses, files } from "../address.ts";
import { asOf, asOfText } from "../as-of.ts";
import { absolute, LANGUAGES } from "../layout.ts";
import { notesText } from "../notes.ts";
import { dateText } from "../periods.ts";
import { areaText, breakdownValueText, countText, dimensionText, missingText, unitText } from "../show.ts";
import { known, type Site } from "../site.ts";
import type { SiteFile } from "../site-file.ts";
import type { TextParameters } from "../text.ts";
import { type View, viewOf } from "../view.ts";
import type { TextKey } from "../words.ts";
import { observationsByArea, registersOf, totalsOfTownships } from "./by-area.ts";

/**
 * The figures for those who work in Excel or WPS, in both languages at once: one workbook for each figure and each area,
 * and one that holds them all with their definitions. Each has a sheet that tells where it comes from.
 */
export function* workbooks(site: Site): Generator<SiteFile> {
  const both = new Bilingual(site);
  for (const { indicator, observations } of site.edition.figures) {
    const { definition } = known(site.figures, indicator);
    const sheets = [
      valuesSheet(both, observations, definition),
      aboutSheet(both, { definition, observations }),
    ];
    yield { path: files.figureXlsx(indicator), bytes: workbook(sheets) };
  }
  for (const { area, observations } of observationsByArea(site)) {
    const sheets = [valuesSheet(both, observations), aboutSheet(both, { area, observations })];
    yield { path: files.areaXlsx(area.code), bytes: workbook(sheets) };
  }
  const observations = totalsOfTownships(site);
  const sheets = [valuesSheet(both, observations), aboutSheet(both, { observations })];
  yield { path: files.townshipsXlsx, bytes: workbook(sheets) };
  const all = site.edition.figures.flatMap((it) => it.observations);
  yield {
    path: files.observationsXlsx,
    bytes: workbook([valuesSheet(both, all), definitionsSheet(both), aboutSheet(both)]),
  };
}

type SheetRow = readonly SheetCell[];

/** Texts of the site in Chinese and English beside each other. */
class Bilingual {
  readonly site: Site;
  readonly #views: readonly View[];
  readonly #cells = new Map<string, SheetCell>();

  constructor(site: Site) {
    this.site = site;
    this.#views = LANGUAGES.map((it) => viewOf(site, it, addresses.home));
  }

  /** `地区 Area`; a text that both languages have alike, such as a number, once. */
  of(text: (view: View) => string): string {
    return [...new Set(this.#views.map(text))].filter((it) => it !== "").join(" ");
  }

  /** The cell of a text that stands in many rows, and is told from all others by `key`: made once. */
  cell(key: string, text: (view: View) => string): SheetCell {
    let cell = this.#cells.get(key);
    if (cell === undefined) {
      cell = textCell(this.of(text));
      this.#cells.set(key, cell);
    }
    return cell;
  }

  say(key: TextKey, parameters?: TextParameters): string {
    return this.of((view) => view.say(key, parameters));
  }

  words(words: Words): string {
    return this.of((view) => view.words(words));
  }

  address(address: string): string {
    return this.of((view) => absolute(view, view.language, address));
  }

  row(key: TextKey, value: string): SheetRow {
    return [textCell(this.say(key)), textCell(value)];
  }
}

/** Observations in words; of one indicator alone, without saying which in each row. */
function valuesSheet(
  both: Bilingual,
  observations: readonly Observation[],
  only?: IndicatorDefinition,
): Sheet {
  const dimensions = only === undefined ? [] : dimensionsOf(observations);
  return {
    name: both.say("value"),
    headers: [
      ...(only === undefined ? [both.say("indicator")] : []),
      both.say("area"),
      both.say("period"),
      ...(only === undefined
        ? [both.say("breakdown")]
        : dimensions.map((dimension) => both.of((view) => dimensionText(view, only, dimension)))),
      both.say("value"),
      both.say("unit"),
      both.say("remark"),
      both.say("areaCode"),
      ...(only === undefined ? [both.say("identifier")] : []),
    ],
    rows: valueRows(both, observations, dimensions, only),
  };
}

/** One after the other: there are many, and each is written once. */
function* valueRows(
  both: Bilingual,
  observations: readonly Observation[],
  dimensions: readonly string[],
  only?: IndicatorDefinition,
): Generator<readonly SheetCell[]> {
  for (const it of observations) {
    const definition = only ?? known(both.site.indicators, it.indicator);
    const { id, unit, decimals } = definition;
    const row: readonly SheetCell[] = [
      both.cell(`area ${it.area}`, (view) => areaText(view, it.area)),
      textCell(it.period),
      ...(only === undefined
        ? [partsCell(both, definition, it.breakdown)]
        : dimensions.map((dimension) => partCell(both, definition, dimension, it.breakdown[dimension]))),
      it.value === null ? EMPTY : { number: it.value, decimals },
      both.cell(`unit ${unit} ${ONE.test(it.value ?? "")}`, (view) => unitText(view, definition, it.value)),
      remarkCell(both, definition, it),
      textCell(it.area),
    ];
    yield only === undefined
      ? [both.cell(`title ${id}`, (view) => view.words(definition.title)), ...row, textCell(id)]
      : row;
  }
}

function dimensionsOf(observations: readonly Observation[]): readonly string[] {
  return [...new Set(observations.flatMap(({ breakdown }) => Object.keys(breakdown)))].sort();
}

/** After it, English has another word for the unit than after every other number. */
const ONE = /^-?1(\.0*)?$/;

function partCell(both: Bilingual, definition: IndicatorDefinition, dimension: string, value?: string) {
  return value === undefined
    ? EMPTY
    : both.cell(`part ${definition.id} ${dimension}=${value}`, (view) =>
        breakdownValueText(view, definition, dimension, value),
      );
}

/** All parts in one cell. */
function partsCell(both: Bilingual, definition: IndicatorDefinition, breakdown: Observation["breakdown"]) {
  const parts = Object.entries(breakdown);
  const [only] = parts;
  if (only === undefined) return EMPTY;
  if (parts.length === 1) return partCell(both, definition, ...only);
  const texts = parts.map(([dimension, value]) =>
    both.of((view) => breakdownValueText(view, definition, dimension, value)),
  );
  return textCell(texts.join("；"));
}

function remarkCell(both: Bilingual, definition: IndicatorDefinition, it: Observation): SheetCell {
  if (it.value === null) return both.cell(`missing ${it.missing}`, (view) => missingText(view, it.missing));
  return textCell(both.of((view) => notesText(view, definition, it)));
}

function definitionsSheet(both: Bilingual): Sheet {
  return {
    name: both.say("definitions"),
    headers: (["indicator", "definition", "unit", "basis", "owner", "source", "identifier"] as const).map(
      (it) => both.say(it),
    ),
    rows: [...both.site.figures.values()].map(({ definition: it }) => [
      textCell(both.words(it.title)),
      textCell(both.words(it.definition)),
      textCell(both.of((view) => unitText(view, it, "2"))),
      textCell(both.words(it.basis)),
      textCell(both.words(it.owner)),
      textCell(both.words(it.source)),
      textCell(it.id),
    ]),
  };
}

/** What a workbook is about, where it does not hold all figures. */
interface About {
  readonly definition?: IndicatorDefinition;
  readonly area?: Area;
  readonly observations: readonly Observation[];
}

/** Of what district the workbook is, how far its records reach or of which release it is, and what its figure means. */
function aboutSheet(both: Bilingual, { definition, area, observations }: Partial<About> = {}): Sheet {
  const { pack } = both.site.edition;
  const row = (key: TextKey, value: string) => both.row(key, value);
  const address =
    definition !== undefined
      ? addresses.figure(definition.id)
      : area !== undefined
        ? addresses.area(area.code)
        : addresses.home;
  return {
    name: both.say("facts"),
    headers: [both.say("district"), both.words(pack.district.name)],
    rows: [
      ...(pack.demonstration ? [row("demonstration", both.words(pack.demonstration))] : []),
      ...(area === undefined ? [] : [row("area", both.words(area.name)), row("areaCode", area.code)]),
      ...(definition === undefined
        ? []
        : [
            row("indicator", both.words(definition.title)),
            row("definition", both.words(definition.definition)),
            row(
              "unit",
              both.of((view) => unitText(view, definition, "2")),
            ),
            row("basis", both.words(definition.basis)),
            row("owner", both.words(definition.owner)),
            row("source", both.words(definition.source)),
            row("identifier", definition.id),
          ]),
      ...(observations === undefined ? releaseRows(both) : reachRows(both, observations)),
      row("webAddress", both.address(address)),
    ],
  };
}

function releaseRows(both: Bilingual): SheetRow[] {
  const { number, position, root, recorded } = both.site.edition;
  return [
    both.row("release", both.say("releaseNumber", { number })),
    both.row(
      "recorded",
      both.of((view) => dateText(view, recorded)),
    ),
    both.row("entries", countText(position)),
    both.row("root", root),
  ];
}

/** The release changes more often than most workbooks: they say how far their own records reach, and where it stands. */
function reachRows(both: Bilingual, observations: readonly Observation[]): SheetRow[] {
  const reach = asOf(both.site, registersOf(both.site, observations));
  return [
    ...(reach === null
      ? []
      : [
          both.row(
            "recordsUntil",
            both.of((view) => asOfText(view, reach)),
          ),
        ]),
    both.row("releaseOfPage", both.address(addresses.verify)),
  ];
}
