import type { Observation } from "../../indicators/index.ts";
import {
  type BoundReport,
  type ChartRequest,
  renderWord,
  type WordChart,
  type WordSources,
} from "../../reports/index.ts";
import { addresses, anchorOf } from "../address.ts";
import type { Renderer } from "../chart/letters.ts";
import { pictureOfBars, pictureOfDrawing } from "../chart/picture.ts";
import type { Edition } from "../edition.ts";
import { absolute } from "../layout.ts";
import { notesText } from "../notes.ts";
import { dateText } from "../periods.ts";
import { placeText, valueText } from "../show.ts";
import { known, siteOf } from "../site.ts";
import type { SiteFile } from "../site-file.ts";
import { type View, viewOf } from "../view.ts";
import { picturedChart } from "./chart.ts";
import { titleOf } from "./outline.ts";

/**
 * The reports of an edition as Word documents, `<id>.<language>.docx`, Chinese first. `render` makes the charts'
 * pictures, with whatever letters it has: with the same, the same edition gives the same bytes. They are no part of the
 * site, whose bytes must not depend on a machine's fonts.
 */
export function wordReports(edition: Edition, render: Renderer): readonly SiteFile[] {
  // a report shows no records
  const site = siteOf(edition, new Map());
  return edition.reports.map((report) => {
    const view = viewOf(site, report.language, addresses.report(report.id));
    const { pack, recorded } = edition;
    return {
      path: `${report.id}.${report.language}.docx`,
      bytes: renderWord(report, {
        title: titleOf(report),
        district: site.areas.district,
        creator: view.words(pack.district.name),
        created: recorded,
        titleOf: ({ observation }) =>
          `${indicatorTitle(view, observation)}${view.say("comma")}${place(view, observation)}`,
        chart: (request) => chart(view, request, render),
        sources: sourcesOf(view, report),
      }),
    };
  });
}

function chart(view: View, request: ChartRequest, render: Renderer): WordChart {
  const { title, summary, marks, notes } = picturedChart(view, request);
  const picture =
    "drawing" in marks ? pictureOfDrawing(marks.drawing, render) : pictureOfBars(marks.bars, render);
  return {
    ...picture,
    caption: title,
    description: view.say("named", { name: title, value: summary }),
    notes,
  };
}

function sourcesOf(view: View, report: BoundReport): WordSources {
  const { edition } = view.site;
  const { pack, number, position, recorded, root } = edition;
  return {
    title: view.say("sources"),
    lead: [
      view.say("sourcesOfRelease", {
        district: view.words(pack.district.name),
        number,
        date: dateText(view, recorded),
        entries: position,
        address: absolute(view, view.language, addresses.report(report.id)),
      }),
      view.say("sourcesOfRoot", { root }),
      view.say("sourcesBound"),
      ...(pack.demonstration ? [view.say("sourcesDemonstration")] : []),
    ],
    heads: [view.say("indicator"), view.say("timeAndPlace"), view.say("asStatedInText"), view.say("value")],
    weights: view.language === "zh" ? [21, 44, 14, 17] : [22, 34, 20, 20],
    groups: groupsOf(view, report),
    documentsTitle: view.say("documents"),
    documents: documentsOf(view, report),
  };
}

/** A row for each observation, those of one indicator together; texts that state the same stand in one row. */
function groupsOf(view: View, { bindings }: BoundReport): WordSources["groups"] {
  const { district } = view.site.areas;
  return [...Map.groupBy(bindings, ({ observation }) => observation.indicator)].map(([indicator, group]) => {
    const { definition } = known(view.site.figures, indicator);
    const rows = [...Map.groupBy(group, ({ observation }) => anchorOf(observation, district)).values()];
    return {
      title: view.words(definition.title),
      rows: rows.flatMap((alike) => {
        const [first] = alike;
        if (first === undefined) return [];
        const { observation } = first;
        const notes = notesText(view, definition, observation);
        const texts = [...new Set(alike.map(({ text }) => text))];
        const row = [
          [place(view, observation), notes].filter((it) => it !== "").join(view.say("semicolon")),
          texts.join(view.say("listComma")),
          valueText(view, definition, observation),
        ];
        return [row];
      }),
    };
  });
}

function documentsOf(view: View, { citations }: BoundReport): string[] {
  return view.site.edition.pack.documents.flatMap((it) => {
    const texts = citations.filter(({ document }) => document === it.id).map(({ text }) => text);
    if (texts.length === 0) return [];
    const number = it.number === undefined ? "" : view.say("inBrackets", { text: it.number });
    const cited = view.say("citedFor", { texts: [...new Set(texts)].join(view.say("listComma")) });
    return [
      `${view.words(it.title)}${number}${view.say("comma")}${view.words(it.issuer)}${view.say("comma")}${dateText(view, it.date)}${view.say("semicolon")}${cited}`,
    ];
  });
}

function indicatorTitle(view: View, { indicator }: Observation): string {
  return view.words(known(view.site.figures, indicator).definition.title);
}

function place(view: View, observation: Observation): string {
  return placeText(view, known(view.site.figures, observation.indicator).definition, observation);
}
