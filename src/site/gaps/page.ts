import type { Missing, Observation } from "../../indicators/index.ts";
import { addresses } from "../address.ts";
import { partsByRegister } from "../by-register.ts";
import { type Html, html, joined, type Part } from "../html.ts";
import { countText, missingText } from "../show.ts";
import type { FigureOfSite } from "../site.ts";
import { tableOf } from "../table.ts";
import type { Page, View } from "../view.ts";
import { unproven } from "./unproven.ts";

/** Everything that the release could not show, and why: what it withholds, what has no value, what no record proves. */
export function gapsPage(view: View): Page {
  return {
    address: addresses.gaps,
    title: view.say("gaps"),
    description: view.say("gapsLead"),
    main: html`<header><h1>${view.say("gaps")}</h1>
<p class="lead">${view.say("gapsLead")}</p></header>
${withheld(view)}
${unproven(view)}
${withoutValue(view)}`,
  };
}

/** A figure and how many of its published places have no value, by reason. */
interface Gaps {
  readonly figure: FigureOfSite;
  readonly of: number;
  readonly reasons: ReadonlyMap<Missing, number>;
}

function gapsOf(view: View, counted: (missing: Missing) => boolean): Gaps[] {
  const { edition, figures } = view.site;
  return edition.figures.flatMap(({ indicator, observations }) => {
    const figure = figures.get(indicator);
    const reasons = reasonsOf(observations, counted);
    return figure === undefined || reasons.size === 0 ? [] : [{ figure, of: observations.length, reasons }];
  });
}

function reasonsOf(
  observations: readonly Observation[],
  counted: (missing: Missing) => boolean,
): Map<Missing, number> {
  const reasons = new Map<Missing, number>();
  for (const { value, missing } of observations)
    if (value === null && missing !== undefined && counted(missing))
      reasons.set(missing, (reasons.get(missing) ?? 0) + 1);
  return reasons;
}

/** How many values of each figure are kept back, and by which rule. */
function withheld(view: View): Html {
  const gaps = gapsOf(view, (it) => it === "suppressed");
  const all = gaps.reduce((total, { reasons }) => total + (reasons.get("suppressed") ?? 0), 0);
  return html`<section aria-labelledby="withheld"><h2 id="withheld">${view.say("gapsWithheld")}</h2>
<p>${view.say(all > 0 ? "gapsWithheldWhy" : "gapsNoneWithheld", { count: all })}</p>
${gaps.length > 0 && table(view, "withheld-table", view.say("gapsWithheld"), gaps, null)}</section>`;
}

/** Which figures have places without a value, by register and reason. */
function withoutValue(view: View): Html {
  const gaps = gapsOf(view, (it) => it !== "suppressed");
  const parts = partsByRegister(view, gaps, (it) => it.figure);
  return html`<section aria-labelledby="without"><h2 id="without">${view.say("gapsWithout")}</h2>
<p>${view.say(gaps.length > 0 ? "gapsWithoutWhy" : "gapsNoneWithout")}</p>
${parts.map(({ id, title, figures }) => table(view, id, title, figures, reasonsText))}</section>`;
}

function table(
  view: View,
  id: string,
  caption: string,
  gaps: readonly Gaps[],
  reason: ((view: View, gaps: Gaps) => Part) | null,
): Html {
  return tableOf({
    id,
    caption,
    ...(reason === null && { captionHidden: true as const }),
    corner: view.say("indicator"),
    kind: reason === null ? "listing" : "listing reasons",
    columns: [
      { head: view.say("gapsPlaces"), numeric: true },
      { head: view.say("gapsOf"), numeric: true },
      ...(reason === null ? [] : [{ head: view.say("gapsReason") }]),
    ],
    rows: gaps.map((it) => ({
      head: html`<a href="${view.page(addresses.figure(it.figure.definition.id))}">${view.words(it.figure.definition.title)}</a>`,
      cells: [
        { content: countText([...it.reasons.values()].reduce((total, count) => total + count, 0)) },
        { content: countText(it.of) },
        ...(reason === null ? [] : [{ content: reason(view, it) }]),
      ],
    })),
  });
}

function reasonsText(view: View, { reasons }: Gaps): Part {
  return joined(
    [...reasons].map(([missing, count]) =>
      view.say("gapsReasonCount", { reason: missingText(view, missing), count: countText(count) }),
    ),
    view.say("semicolon"),
  );
}
