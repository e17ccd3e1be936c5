import type { Area, IndicatorDefinition } from "../../indicators/index.ts";
import { findUnit } from "../../quantity/index.ts";
import { addresses } from "../address.ts";
import { figuresByRegister } from "../by-register.ts";
import { attribute, type Html, html, joined } from "../html.ts";
import { LANGUAGE_TAGS, LANGUAGES } from "../layout.ts";
import { outlineOf, titleOf } from "../report/outline.ts";
import { breakdownValueText, dimensionText, unitText } from "../show.ts";
import type { FigureOfSite } from "../site.ts";
import { type View, viewOf } from "../view.ts";
import type { TextKey } from "../words.ts";
import { dimensionsNamed, dimensionsSearched, partKey } from "./values.ts";
import { whenTable, whenTables } from "./when.ts";

/** All that the site has, by kind, each with its name in both languages. It is what the search's script reads. */
export function everything(view: View): Html {
  const other = otherView(view);
  return html`${list(view, "figures", "listFigures", figures(view, other))}
${list(view, "areas", "listAreas", areas(view, other))}
${list(view, "registers", "listRegisters", registers(view, other))}
${list(view, "rules", "listRules", rules(view, other))}
${list(view, "sections", "listSections", sections(view))}
${list(view, "names", "listNames", names(view, other))}
${list(view, "pages", "listPages", pages(view, other))}`;
}

function list(view: View, id: string, title: TextKey, content: Html): Html | null {
  if (content.text === "") return null;
  return html`<section aria-labelledby="list-${id}" data-kind="${id}"><h2 id="list-${id}">${view.say(title)}</h2>
${content}</section>`;
}

function figures(view: View, other: View): Html {
  const tables = whenTables(view);
  return html`${figuresByRegister(view).map(
    ({ id, title, figures }) => html`<h3 id="${id}">${title}</h3>
<ul class="listed">
${figures.map((figure) => figureItem(view, other, figure, tables))}</ul>
`,
  )}`;
}

function figureItem(
  view: View,
  other: View,
  figure: FigureOfSite,
  tables: ReturnType<typeof whenTables>,
): Html {
  const { definition } = figure;
  const { id, title, synonyms = [] } = definition;
  const stated = LANGUAGES.some((it) => view.site.stated[it].has(id));
  const units = ["1", "2"].map((it) => unitText(view, definition, it));
  return html`<li data-figure="${id}" data-unit="${units.join("|")}" data-when="${whenTable(view, tables, definition)}"${attribute("data-also", synonyms.length > 0 && synonyms.join("|"))}${attribute("data-first", stated && "")}${attribute("data-counts", countsThings(definition) && "")}>${named(view, addresses.figure(id), view.words(title), other.words(title), other)}${dimensionsSearched(
    figure,
  ).map(
    ({ dimension, values }) =>
      html`
<small>${view.say("byParts", { dimension: dimensionText(view, definition, dimension) })}${joined(
        values.map((value) => {
          const [own, also] = [view, other].map((it) => breakdownValueText(it, definition, dimension, value));
          return html`<span data-part="${partKey(dimension, value)}"${attribute("data-also", also !== own && also)}>${own}</span>`;
        }),
        view.say("listComma"),
      )}</small>`,
  )}</li>
`;
}

/** Whether values are numbers of things, not money and not rates. */
function countsThings({ kind, unit, decimals }: IndicatorDefinition): boolean {
  return kind === "measure" && decimals === 0 && findUnit(unit)?.dimension !== "money";
}

function areas(view: View, other: View): Html {
  const { site } = view;
  const item = (area: Area, depth: number) =>
    html`<li data-area="${area.code}" data-depth="${depth}">${named(view, areaAddress(view, area), view.words(area.name), other.words(area.name), other)}`;
  const district = site.areas.get(site.areas.district);
  return html`<ul class="listed">
${
  district &&
  html`${item(district, 0)}</li>
`
}${site.areas.ofLevel("township").map((township) => {
  const villages = site.areas.below(township.code).flatMap((it) => site.areas.get(it) ?? []);
  return html`${item(township, 1)}${
    villages.length > 0 &&
    html`
<ul>${villages.map(
      (it) => html`${item(it, 2)}</li>
`,
    )}</ul>`
  }</li>
`;
})}</ul>
`;
}

/** An area's own page, or the one on which it stands. */
function areaAddress({ site }: View, { code, parent }: Area): string {
  if (site.areaPages.has(code)) return addresses.area(code);
  return parent !== null && site.areaPages.has(parent)
    ? `${addresses.area(parent)}#villages`
    : addresses.areas;
}

function registers(view: View, other: View): Html {
  return html`<ul class="listed">
${[...view.site.registers.values()].map(
  ({ name, title }) =>
    html`<li>${named(view, addresses.register(name), view.words(title), other.words(title), other)}</li>
`,
)}</ul>
`;
}

function rules(view: View, other: View): Html {
  const { rules } = view.site.edition.pack;
  if (rules.length === 0) return html``;
  return html`<ul class="listed">
${rules.map(
  ({ id, title }) =>
    html`<li>${named(view, addresses.rule(id), view.words(title), other.words(title), other)}</li>
`,
)}</ul>
`;
}

/** The parts and sections of the reports in the page's own language: the other's are other texts. */
function sections(view: View): Html {
  const reports = view.site.edition.reports.filter((it) => it.language === view.language);
  return html`${reports.map((report) => {
    const link = (anchor: string, title: string) =>
      html`<a href="${view.page(addresses.report(report.id))}#${anchor}">${title}</a>`;
    return html`<h3><a href="${view.page(addresses.report(report.id))}">${titleOf(report)}</a></h3>
<ul class="listed">
${outlineOf(report).map(
  (part) => html`<li>${link(part.anchor, part.title)}${
    part.sections.length > 0 &&
    html`
<ul>${part.sections.map(
      (it) => html`<li>${link(it.anchor, it.title)}</li>
`,
    )}</ul>`
  }</li>
`,
)}</ul>
`;
  })}`;
}

/** Schools, offices: what figures are told by, and what is too much to stand at each of them. */
function names(view: View, other: View): Html {
  const seen = new Set<string>();
  return html`${[...view.site.figures.values()].flatMap((figure) =>
    dimensionsNamed(figure).flatMap(({ dimension, values }) => {
      const { definition } = figure;
      const nameOf = (it: View, value: string) => breakdownValueText(it, definition, dimension, value);
      const title = dimensionText(view, definition, dimension);
      const key = `${title} ${values.map((it) => nameOf(view, it)).join(" ")}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return html`<h3>${title}</h3>
<ul class="listed">
${values.map(
  (value) =>
    html`<li>${named(view, `${addresses.figure(definition.id)}#by-${dimension}`, nameOf(view, value), nameOf(other, value), other)}</li>
`,
)}</ul>
`;
    }),
  )}`;
}

function pages(view: View, other: View): Html {
  const all = [
    ["firstPage", addresses.home],
    ["figures", addresses.figures],
    ["definitions", addresses.definitions],
    ["areasTitle", addresses.areas],
    ["compare", addresses.compare],
    ["registers", addresses.registers],
    ["rulesTitle", addresses.rules],
    ["gaps", addresses.gaps],
    ["verifyTitle", addresses.verify],
    ["data", addresses.data],
    ["largeTitle", addresses.large],
  ] as const satisfies readonly (readonly [TextKey, string])[];
  return html`<ul class="listed">
${all.map(
  ([key, address]) => html`<li>${named(view, address, view.say(key), other.say(key), other)}</li>
`,
)}</ul>
`;
}

/** A link, and beside it the name in the other language. */
function named(view: View, address: string, own: string, also: string, other: View): Html {
  return html`<a href="${view.page(address)}">${own}</a>${
    own !== also && html` <span class="also" lang="${LANGUAGE_TAGS[other.language]}">${also}</span>`
  }`;
}

function otherView(view: View): View {
  return viewOf(view.site, view.language === "zh" ? "en" : "zh", view.address);
}
