import { addresses } from "../address.ts";
import { townshipFiles } from "../data/by-area.ts";
import { type Html, html, joined } from "../html.ts";
import { periodPieces, periodText } from "../periods.ts";
import { bareValue, unitText } from "../show.ts";
import { areaLink } from "../show-area.ts";
import { tableOf } from "../table.ts";
import type { Page, View } from "../view.ts";
import { headlinesOf } from "./figures.ts";

/** Figures by which all townships stand beside each other. */
const FIGURES_COMPARED = 8;

/**
 * All townships beside each other by the same few figures; where scripts run, any two of them by all their figures and
 * years. The two stand in the address, `?a=CODE&b=CODE`, so that it can be passed on.
 */
export function comparePage(view: View): Page {
  return {
    address: addresses.compare,
    title: view.say("compare"),
    description: view.say("compareLead"),
    section: "areas",
    trail: [{ title: view.say("areas"), address: addresses.areas }],
    scripts: ["compare"],
    main: html`<header><h1>${view.say("compare")}</h1>
<p class="lead">${view.say("compareLead")}</p></header>
${twoOfThem(view)}
${allOfThem(view)}`,
  };
}

/** Hidden until the script is there that does it. */
function twoOfThem(view: View): Html {
  const townships = view.site.areas.ofLevel("township").filter(({ code }) => view.site.areaPages.has(code));
  const choice = (id: string) =>
    html`<select id="${id}">${townships.map(
      ({ code, name }) => html`<option value="${code}">${view.words(name)}</option>
`,
    )}</select>`;
  return html`<section id="two" class="check" aria-labelledby="two-areas" data-failed="${view.say("compareFailed")}" hidden><h2 id="two-areas">${view.say("compareTwo")}</h2>
<p class="asked"><label for="area-a">${view.say("compareFirst")}</label>
${choice("area-a")}
<label for="area-b">${view.say("compareSecond")}</label>
${choice("area-b")}
<button type="button" id="compare-start">${view.say("compareStart")}</button></p>
<div id="compare-status" class="result" role="status"></div>
<div id="compared"></div>
</section>`;
}

function allOfThem(view: View): Html {
  const townships = view.site.areas.ofLevel("township");
  const headlines = headlinesOf(view.site, view.language, FIGURES_COMPARED).flatMap((figure) => {
    const period = figure.observations.latest()?.period;
    return period === undefined ? [] : [{ figure, period }];
  });
  const whole = periodText(view, null, view.site.period.toString());
  return html`<section aria-labelledby="all-areas"><h2 id="all-areas">${view.say("compareAll")}</h2>
<p class="note">${view.say("compareAllNote", { period: whole })}</p>
${townshipFiles(view)}
${tableOf({
  id: "all",
  caption: view.say("compare"),
  captionHidden: true,
  corner: view.say("area"),
  wide: true,
  kind: "parts spread",
  columns: headlines.map(({ figure: { definition }, period }) => {
    const unit = unitText(view, definition, "2");
    const other = periodText(view, definition, period) !== whole;
    const small = joined(
      [unit !== "" && unit, other && periodPieces(view, definition, period)].filter((it) => it !== false),
      view.say("comma"),
    );
    return {
      head: html`<a href="${view.page(addresses.figure(definition.id))}#by-area">${view.words(definition.title)}</a><br><small>${small}</small>`,
      numeric: true as const,
    };
  }),
  rows: [...townships.map(({ code }) => code), view.site.areas.district].map((code) => ({
    head: areaLink(view, code),
    cells: headlines.map(({ figure: { definition, observations }, period }) => ({
      content: bareValue(view, definition, observations.at(period, code)),
    })),
    ...(code === view.site.areas.district ? { closing: true as const } : {}),
  })),
})}
</section>`;
}
