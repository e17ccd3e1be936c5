import type { Observation } from "../indicators/index.ts";
import { Period } from "../quantity/index.ts";
import type { BoundReport } from "../reports/index.ts";
import { addresses } from "./address.ts";
import { figureCards } from "./card.ts";
import { revision } from "./figure/revised.ts";
import { type Html, html } from "./html.ts";
import { siteTitle } from "./layout.ts";
import { dateText } from "./periods.ts";
import { outlineOf, type ReportPart, titleOf } from "./report/outline.ts";
import { searchBox } from "./search/box.ts";
import { exampleList } from "./search/examples.ts";
import { countText, observationLink } from "./show.ts";
import { signedCheckpoint } from "./signed-checkpoint.ts";
import { known } from "./site.ts";
import type { Page, View } from "./view.ts";

/** Figures that each part of the report shows on the first page, and revisions that it lists. */
const FIGURES_OF_PART = 4;
const REVISIONS_SHOWN = 5;

/** The first page: what this is, the report's parts with their headline figures, what is new, how to check it. */
export function homePage(view: View): Page {
  const { edition, period } = view.site;
  const district = view.words(edition.pack.district.name);
  const report = edition.reports.find((it) => it.language === view.language);
  return {
    address: addresses.home,
    title: siteTitle(view),
    description: view.say("homeDescription", { district, period: period.words(view.language) }),
    main: html`<div class="opening"><header class="hero">
<p class="eyebrow"><span>${period.words(view.language)}</span> <a href="#new">${view.say("releasedOn", { number: edition.number, date: dateText(view, edition.recorded) })}</a></p>
<h1>${report === undefined ? siteTitle(view) : titleOf(report)}</h1>
<p class="lead">${view.say("promise")}</p>
${report !== undefined && html`<p><a class="action" href="${view.page(addresses.report(report.id))}">${view.say("readReport")}</a></p>`}
${searchBox(view, "home")}${exampleList(view)}</header>
${summary(view)}</div>
${report !== undefined && partSections(view, report)}
${news(view)}
${checking(view)}`,
  };
}

/** How much stands behind the site, in four numbers. */
function summary(view: View): Html {
  const { edition } = view.site;
  const rules = new Set(edition.rules.map((it) => it.rule));
  const allHold = edition.rules.every(({ verdict }) => verdict === "holds" || verdict === "incomparable");
  const items = [
    [edition.position, "entriesBehind", addresses.verify],
    [edition.pack.registers.length, "registersBehind", addresses.registers],
    [edition.figures.length, "figuresBehind", addresses.figures],
    [rules.size, allHold ? "rulesHold" : "rulesBehind", addresses.rules],
  ] as const;
  return html`<ul class="summary">
${items.map(
  ([count, key, address]) =>
    html`<li><a href="${view.page(address)}"><strong>${countText(count)}</strong> ${view.say(key, { count })}</a></li>
`,
)}</ul>`;
}

function partSections(view: View, report: BoundReport): readonly (Html | null)[] {
  const parts = outlineOf(report);
  const figures = headlinesOf(parts);
  return parts.map((part, at) => partSection(view, part, figures[at] ?? [], addresses.report(report.id)));
}

function partSection(
  view: View,
  part: ReportPart,
  figures: readonly Observation[],
  report: string,
): Html | null {
  if (figures.length === 0) return null;
  const id = `home-${part.anchor}`;
  return html`<section class="part" aria-labelledby="${id}">
<h2 id="${id}"><a href="${view.page(report)}#${part.anchor}">${part.title}</a></h2>
${figureCards(
  view,
  figures.map((observation) => ({ figure: known(view.site.figures, observation.indicator), observation })),
)}
<p class="more"><a href="${view.page(report)}#${part.anchor}">${view.say("readPart")}</a></p>
</section>
`;
}

/**
 * What each part shows: its first indicators, none of them twice on the page, each with the latest of the values
 * that the report states of it.
 */
function headlinesOf(parts: readonly ReportPart[]): readonly (readonly Observation[])[] {
  const shown = new Set<string>();
  return parts.map(({ bindings }) => {
    const byIndicator = Map.groupBy(
      bindings.map((it) => it.observation),
      (it) => it.indicator,
    );
    const chosen = [...byIndicator].filter(([indicator]) => !shown.has(indicator)).slice(0, FIGURES_OF_PART);
    for (const [indicator] of chosen) shown.add(indicator);
    return chosen.flatMap(([, observations]) => observations.toSorted(latestFirst).slice(0, 1));
  });
}

/** By the period's end, then its length, then the total before its parts. */
function latestFirst(one: Observation, other: Observation): number {
  const [first, second] = [Period.of(one.period), Period.of(other.period)];
  const parts = (it: Observation) => Object.keys(it.breakdown).length;
  return second.lastMonth - first.lastMonth || second.length - first.length || parts(one) - parts(other);
}

/** What changed since the release before. */
function news(view: View): Html {
  const { edition } = view.site;
  const [before] = edition.predecessors;
  const revisions = edition.revisions.filter((it) => it.release === edition.number);
  // a change in one village changes every sum above it: the district's own says most
  const district = revisions.filter((it) => it.observation.area === view.site.areas.district);
  const totals = district.filter((it) => Object.keys(it.observation.breakdown).length === 0);
  const byIndicator = Map.groupBy(totals, (it) => it.observation.indicator);
  const shown = [...byIndicator.values()].flatMap((it) =>
    it.toSorted((one, other) => latestFirst(one.observation, other.observation)).slice(0, 1),
  );
  return html`<section aria-labelledby="new">
<h2 id="new">${view.say("whatIsNew")}</h2>
<p>${
    before === undefined
      ? view.say("firstRelease")
      : view.say("sinceRelease", {
          number: before.number,
          date: dateText(view, before.recorded),
          count: edition.position - before.position,
        })
  } ${
    before !== undefined &&
    (revisions.length === 0 ? view.say("nothingRevised") : view.say("revised", { count: revisions.length }))
  }</p>
${
  shown.length > 0 &&
  html`<ul class="revisions">
${shown.slice(0, REVISIONS_SHOWN).map((it) => {
  const { definition } = known(view.site.figures, it.observation.indicator);
  return html`${revision(view, definition, it, html`<a href="${observationLink(view, it.observation)}">${view.words(definition.title)}</a>`)}`;
})}</ul>`
}
</section>`;
}

function checking(view: View): Html {
  const { edition } = view.site;
  return html`<section class="checkpoint" aria-labelledby="checkpoint">
<h2 id="checkpoint">${view.say("checkpoint")}</h2>
<p>${view.say("verifyInOneSentence")} <a class="piece" href="${view.page(addresses.verify)}">${view.say("howToVerify")}</a></p>
<pre><code>npx huimou verify https://${edition.pack.district.host}/</code></pre>
<dl class="facts-line">
<div><dt>${view.say("release")}</dt><dd>${view.say("releaseNumber", { number: edition.number })}</dd></div>
<div><dt>${view.say("recorded")}</dt><dd>${dateText(view, edition.recorded)}</dd></div>
<div><dt>${view.say("entries")}</dt><dd>${countText(edition.position)}</dd></div>
<div><dt>${view.say("root")}</dt><dd class="code">${edition.root}</dd></div>
</dl>
<p class="note">${signedCheckpoint(view)}</p>
</section>`;
}
