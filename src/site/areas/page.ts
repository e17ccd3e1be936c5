import type { Area, AreaLevel, Observation } from "../../indicators/index.ts";
import { Decimal } from "../../quantity/index.ts";
import { addresses } from "../address.ts";
import { jumpToParts, partsByRegister } from "../by-register.ts";
import { areaFiles } from "../data/by-area.ts";
import { type Html, html } from "../html.ts";
import { notesText } from "../notes.ts";
import { periodText } from "../periods.ts";
import {
  areaText,
  bareValue,
  breakdownValueText,
  dimensionText,
  largeValue,
  observationLink,
  valueText,
} from "../show.ts";
import { areaLink } from "../show-area.ts";
import type { Page, View } from "../view.ts";
import { byYearTable } from "./by-year-table.ts";
import { type FigureAtArea, figuresAt, partsAt, type Ranking, rankingOf } from "./figures.ts";
import { strip } from "./strip.ts";

/** Parts that stand below a value. */
const PARTS_SHOWN = 6;

/** The page of one township or village: every figure that is published of it, large, and beside the district's. */
export function areaPage(view: View, area: Area): Page {
  const { site } = view;
  const name = view.words(area.name);
  const figures = figuresAt(site, area.code);
  const parts = partsByRegister(view, figures, (it) => it.figure);
  const above = area.level === "village" && area.parent !== null ? site.areas.get(area.parent) : undefined;
  const lead =
    above === undefined
      ? view.say("areaLead", { area: name, count: figures.length })
      : view.say("villageLead", { area: name, count: figures.length, township: view.words(above.name) });
  return {
    address: addresses.area(area.code),
    title: name,
    description: lead,
    section: "areas",
    trail: [
      { title: view.say("areas"), address: addresses.areas },
      ...(above !== undefined && site.areaPages.has(above.code)
        ? [{ title: view.words(above.name), address: addresses.area(above.code) }]
        : []),
    ],
    main: html`<header><h1>${name}</h1>
<p class="lead">${lead}</p>
<p class="note">${view.say(above === undefined ? "areaReading" : "villageReading")} <a href="${view.page(addresses.areas)}">${view.say("otherAreas")}</a>${area.level === "township" && [view.say("listComma"), html`<a href="${view.page(addresses.compare)}?a=${area.code}">${view.say("compareThis")}</a>`]}</p>
${areaFiles(view, area.code)}</header>
${jumpToParts(view, parts, { staying: true })}
${parts.map(
  ({ id, title, figures: own }) => html`<section class="part" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<ul class="figures at-area">
${own.map((it) => card(view, area, it))}</ul>
<details><summary>${view.say("yearsOf", { title })}</summary>
${byYearTable(view, area.code, `years-${id}`, title, own)}
</details>
</section>
`,
)}
${below(view, area)}`,
  };
}

function card(view: View, area: Area, it: FigureAtArea): Html {
  const { figure, observation } = it;
  const { definition } = figure;
  const ranking = rankingOf(view.site, it);
  const notes = notesText(view, definition, observation);
  return html`<li id="${definition.id}"><h3><a href="${wayOf(view, area, observation)}">${view.words(definition.title)}</a></h3>
<div><p class="big">${largeValue(view, definition, observation)}</p>
<p class="when">${periodText(view, definition, observation.period)}${notes !== "" && [view.say("semicolon"), notes]}</p></div>
${madeUpOf(view, it)}<p class="among">${amongText(view, area, it, ranking)}${ranking !== null && observation.value !== null && strip(ranking, observation.value)}</p></li>
`;
}

/** To the value on its figure's page; a village's stands here alone, and leads to the figure. */
function wayOf(view: View, { level }: Area, observation: Observation): string {
  return level === "village"
    ? view.page(addresses.figure(observation.indicator))
    : observationLink(view, observation);
}

/**
 * What a count or sum is made up of, by the first of its dimensions, the largest first; all others, and the years, are in
 * the table below.
 */
function madeUpOf(view: View, { figure, observation }: FigureAtArea): Html | null {
  const { definition, observations } = figure;
  if (definition.kind !== "measure") return null;
  const [first] = figure.dimensions;
  const parts = partsAt(figure, observation.area).flatMap(({ dimension, value }) => {
    const part = observations.at(observation.period, observation.area, { [dimension]: value });
    if (part === undefined || dimension !== first?.dimension) return [];
    return part.missing === "suppressed" || (part.value ?? "0") !== "0" ? [{ dimension, value, part }] : [];
  });
  if (parts.length === 0 || first === undefined) return null;
  return html`<dl class="told" aria-label="${view.say("byDimension", { dimension: dimensionText(view, definition, first.dimension) })}">
${parts
  .toSorted((one, other) => Decimal.of(other.part.value ?? "0").compare(Decimal.of(one.part.value ?? "0")))
  .slice(0, PARTS_SHOWN)
  .map(
    ({
      dimension,
      value,
      part,
    }) => html`<div><dt>${breakdownValueText(view, definition, dimension, value)}</dt><dd>${bareValue(view, definition, part)}</dd></div>
`,
  )}</dl>
`;
}

/** `全区205项；8个镇街中从大到小第3`; of a village, its township's value, too. */
function amongText(view: View, area: Area, it: FigureAtArea, ranking: Ranking | null): string {
  const { figure, observation } = it;
  const { areas } = view.site;
  const wider = area.level === "village" ? [areas.district, area.parent ?? ""] : [areas.district];
  return [
    ...wider.map((code) => {
      const whole = figure.observations.at(observation.period, code);
      return (
        whole !== undefined &&
        whole.value !== null &&
        view.say("ofDistrict", {
          district: areaText(view, code),
          value: valueText(view, figure.definition, whole),
        })
      );
    }),
    ranking !== null &&
      view.say(ranking.shared ? RANKS[area.level].shared : RANKS[area.level].alone, {
        rank: ranking.rank,
        count: ranking.values.length,
      }),
  ]
    .filter((text) => text !== false)
    .join(view.say("semicolon"));
}

const RANKS = {
  district: { alone: "rankedTownship", shared: "sharedTownship" },
  township: { alone: "rankedTownship", shared: "sharedTownship" },
  village: { alone: "rankedVillage", shared: "sharedVillage" },
} as const satisfies Readonly<Record<AreaLevel, object>>;

/** The villages of a township by name; those that figures are published of lead to their pages. */
function below(view: View, area: Area): Html | null {
  const villages = view.site.areas.below(area.code);
  if (villages.length === 0) return null;
  return html`<section aria-labelledby="villages"><h2 id="villages">${view.say("villages", { count: villages.length })}</h2>
<ul class="names">${villages.map((it) => html`<li>${areaLink(view, it)}</li>`)}</ul>
</section>`;
}
