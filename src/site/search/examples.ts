import { addresses } from "../address.ts";
import { type Html, html } from "../html.ts";
import { breakdownValueText } from "../show.ts";
import type { View } from "../view.ts";
import { dimensionsSearched } from "./values.ts";

/** Such queries as ways to their answers; nothing where none finds anything. */
export function exampleList(view: View): Html | null {
  const examples = exampleQueries(view);
  if (examples.length === 0) return null;
  return html`<ul class="examples" aria-label="${view.say("examples")}">
${examples.map(
  (it) => html`<li><a href="${view.page(addresses.search)}?q=${encodeURIComponent(it)}">${it}</a></li>
`,
)}</ul>
`;
}

/** Queries that find something here: a part in a township, a figure, a figure in a year. */
export function exampleQueries(view: View): readonly string[] {
  const { site } = view;
  const stated = [...site.stated[view.language].keys()].flatMap((id) => site.figures.get(id) ?? []);
  const figures = [...new Set([...stated, ...site.figures.values()])];
  const townships = site.areas.ofLevel("township").map((it) => it.code);
  const local = figures.flatMap((figure) => {
    const { observations, definition } = figure;
    const [first] = dimensionsSearched(figure);
    if (first === undefined) return [];
    return first.values.flatMap((value) => {
      const code = townships.find(
        (it) => Number(observations.latest(it, { [first.dimension]: value })?.value) > 1,
      );
      if (code === undefined) return [];
      return `${areaName(view, code)} ${breakdownValueText(view, definition, first.dimension, value)}`;
    });
  });
  const [one] = figures;
  const year = one?.observations
    .byYear()
    .findLast((it) => it.value !== null)
    ?.period.slice(0, 4);
  return [
    ...local.slice(0, 1),
    ...figures.slice(1, 2).map(({ definition }) => view.words(definition.title)),
    ...(one === undefined || year === undefined ? [] : [`${view.words(one.definition.title)} ${year}`]),
  ];
}

function areaName(view: View, code: string): string {
  const area = view.site.areas.get(code);
  return area === undefined ? "" : view.words(area.name);
}
