import { attribute, type Html, html, type Part, trusted } from "../html.ts";
import type { View } from "../view.ts";
import { coordinate, type Drawing } from "./drawing.ts";
import { optionOf } from "./options.ts";
import { renderChart, type Size } from "./render.ts";

export interface Chart {
  readonly id?: string;
  readonly title: Part;
  /** what the drawing tells, in words, for those who do not see it */
  readonly summary: string;
  readonly drawing: Drawing;
  /** what must be known to read it: where it comes from, which years are cut */
  readonly notes?: readonly Part[];
  /** the same values as a table, where it does not stand on the page anyway */
  readonly table?: Part;
}

/**
 * A chart with its title, its key and the values in words. It is drawn twice, for a phone and for wider
 * screens, so that its letters have the size of the page's at both; the style sheet shows one of them. Both have
 * their size in the markup: nothing moves while a page loads.
 */
export function chartOf(view: View, { id, title, summary, drawing, notes = [], table }: Chart): Html {
  return html`<figure class="chart"${attribute("id", id)}>
<figcaption>${title}</figcaption>
${key(drawing)}<div class="drawing" role="img" aria-label="${summary}">${drawn(view, drawing, "wide")}${drawn(view, drawing, "narrow")}</div>
${notes.map(
  (note) =>
    note &&
    html`<p class="note">${note}</p>
`,
)}${table}</figure>`;
}

const SIZES = {
  wide: { width: 680, height: 300 },
  narrow: { width: 330, height: 236 },
} as const satisfies Readonly<Record<string, Size>>;

/** What stays near the top of its scale needs no more room for the way down to nothing. */
const LEVEL_SIZES = {
  wide: { width: 680, height: 190 },
  narrow: { width: 330, height: 160 },
} as const satisfies Readonly<Record<keyof typeof SIZES, Size>>;

/** Whether lines keep within the upper part of a scale that begins at nothing. */
function isLevel({ type, series }: Drawing): boolean {
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => coordinate(value) ?? []));
  return type === "line" && values.length > 0 && Math.min(...values) > Math.max(...values) * LEVEL;
}

const LEVEL = 0.6;

/** Drawing costs more than the rest of a page, and both languages show nearly the same drawings: each is made once. */
function drawn(view: View, drawing: Drawing, size: keyof typeof SIZES): Html {
  const { type, perCent, categories, breaks, series } = drawing;
  const shown = series.map(({ points, beside }) => [points, beside]);
  const key = JSON.stringify([size, type, perCent, categories, breaks, shown]);
  const { drawings } = view.site;
  const known = drawings.get(key);
  if (known !== undefined) return known;
  const room = (isLevel(drawing) ? LEVEL_SIZES : SIZES)[size];
  const made = trusted(renderChart(optionOf(drawing, room), room, size));
  drawings.set(key, made);
  return made;
}

function key({ series }: Drawing): Html | null {
  if (series.length < 2) return null;
  return html`<ul class="key">${series.map(
    ({ name }, index) =>
      html`<li><svg class="swatch series-${index + 1}" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false"><rect width="12" height="12" rx="2"/></svg>${name}</li>`,
  )}</ul>
`;
}
