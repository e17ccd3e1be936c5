import { addresses } from "../address.ts";
import { attribute, type Html, html } from "../html.ts";
import { areaText, bareValue, valueText } from "../show.ts";
import type { FigureOfSite } from "../site.ts";
import type { View } from "../view.ts";
import { type Classes, classNameOf } from "./classes.ts";
import type { DrawnArea, DrawnMap } from "./drawn-map.ts";

/**
 * The townships' values on the pack's map. Each township leads to its page and says its name and value to whoever
 * points at it or has it read out; name and value are written where there is room. The table beside it has them all.
 */
export function map(
  view: View,
  figure: FigureOfSite,
  period: string,
  townships: readonly string[],
  classes: Classes,
  { width, height, areas }: DrawnMap,
): Html {
  const drawn = [...areas].map(([code, area]) => {
    // where a figure has none of an area, its outline is there all the same
    const it = townships.includes(code) ? figure.observations.at(period, code) : undefined;
    const said = view.say("named", {
      name: areaText(view, code),
      value: it === undefined ? view.say("noValue") : valueText(view, figure.definition, it),
    });
    return { code, area, it, name: classNameOf(it, classes), said };
  });
  return html`<svg class="map" viewBox="-4 -4 ${width + 8} ${height + 8}" width="${width}" height="${height}" role="group" aria-label="${view.say("map")}">
<defs><pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="paper" width="9" height="9"/><path class="stroke" d="M0 0V9"/></pattern></defs>
${drawn.map(({ code, area, name, said }) => {
  const shape = html`<path class="${name}"${attribute("fill", name === "withheld" && "url(#hatch)")} d="${area.path}"><title>${said}</title></path>`;
  return view.site.areaPages.has(code)
    ? html`<a href="${view.page(addresses.area(code))}" aria-label="${said}">${shape}</a>
`
    : html`${shape}
`;
})}<g aria-hidden="true">${drawn.map(({ code, area, it, name }) => {
    const value = it?.value == null ? null : bareValue(view, figure.definition, it);
    return label(area, name, areaText(view, code), value);
  })}</g></svg>`;
}

/** Letters of a name and of a value, in the drawing's units; a phone shows values alone, larger. */
const NAME = 21;
const VALUE = 27;
const ON_PHONE = 44;

/** What an area has room for: its name and its value, the value alone, or nothing. */
function label({ room }: DrawnArea, className: string, name: string, value: Html | null): Html | null {
  const fits = (lines: number, letters: number) => room.half >= lines / 2 && room.half * 3 >= letters / 2;
  const width = value === null ? 0 : widthOf(value.text);
  const both = fits(NAME + VALUE, widthOf(name) * NAME);
  if (!both && (value === null || !fits(VALUE, width * VALUE))) return null;
  const onPhone = value !== null && fits(ON_PHONE, width * ON_PHONE);
  const classes = [...(/shade-[45]/.test(className) ? ["strong"] : []), ...(onPhone ? [] : ["small"])].join(
    " ",
  );
  const { x, y } = room;
  return html`<text${attribute("class", classes !== "" && classes)}>${
    both && html`<tspan class="name" x="${x}" y="${value === null ? y + 7 : y - 7}">${name}</tspan>`
  }${value && html`<tspan class="number" x="${x}" y="${both ? y + 23 : y + 9}">${value}</tspan>`}</text>`;
}

/** How wide a text is in letters of its size: Han characters take one, others about six tenths. */
function widthOf(text: string): number {
  return [...text].reduce((width, it) => width + (/\p{Script=Han}/u.test(it) ? 1 : 0.6), 0);
}
