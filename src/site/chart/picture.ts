import type { Drawing } from "./drawing.ts";
import type { Renderer } from "./letters.ts";
import { optionOf } from "./options.ts";
import { FONT_SIZE } from "./palette.ts";
import { renderChart } from "./render.ts";

/** A chart as a picture for paper: PNG, three points for each user unit, which is about 330 to the inch. */
export interface ChartPicture {
  readonly png: Uint8Array;
  /** height by width */
  readonly ratio: number;
}

/** A bar of a chart that does not go over time. */
export interface Bar {
  readonly name: string;
  /** its length, as part of the longest; null where there is no value */
  readonly part: number | null;
  /** the value as it is written at the bar's end */
  readonly shown: string;
}

const WIDTH = 680;
const HEIGHT = 190;

/** A drawing over time, with its key above it. */
export function pictureOfDrawing(drawing: Drawing, render: Renderer): ChartPicture {
  const key = keyOf(drawing);
  const size = { width: WIDTH, height: HEIGHT };
  const svg = renderChart(optionOf(drawing, size), size, "chart");
  const marks = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"));
  return pictureOf(
    `${key.svg}<g transform="translate(0 ${key.height})">${marks}</g>`,
    HEIGHT + key.height,
    render,
  );
}

/** Bars that lie, one below the other, the name before and the value behind each. */
export function pictureOfBars(bars: readonly Bar[], render: Renderer): ChartPicture {
  const row = 23;
  const names = Math.min(WIDTH / 2, Math.max(...bars.map(({ name }) => widthOf(name)), 0) + 10);
  const values = Math.max(...bars.map(({ shown }) => widthOf(shown)), 0) + 12;
  const room = WIDTH - names - values;
  const marks = bars.map(({ name, part, shown }, at) => {
    const middle = at * row + row / 2 + 4;
    const length = Math.max(part === null || part === 0 ? 0 : 1, Math.round((part ?? 0) * room));
    return `${text(names - 8, middle, name, "end")}<rect x="${names}" y="${middle - 8}" width="${length}" height="16" fill="var(--series-1)"/>${text(names + length + 6, middle, shown, "start")}`;
  });
  const axis = `<path d="M${names} 2V${bars.length * row + 6}" stroke="var(--muted)" fill="none"/>`;
  return pictureOf(marks.join("") + axis, bars.length * row + 8, render);
}

function keyOf({ series }: Drawing): { svg: string; height: number } {
  if (series.length < 2) return { svg: "", height: 0 };
  const line = 22;
  let [x, y] = [2, 12];
  const entries = series.map(({ name }, at) => {
    const width = widthOf(name) + 40;
    if (x + width > WIDTH && x > 2) [x, y] = [2, y + line];
    const entry = `<rect x="${x}" y="${y - 6}" width="12" height="12" fill="var(--series-${at + 1})"/>${text(x + 18, y, name, "start")}`;
    x += width;
    return entry;
  });
  return { svg: entries.join(""), height: y + 10 };
}

function text(x: number, y: number, words: string, anchor: "start" | "end"): string {
  const escaped = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text text-anchor="${anchor}" x="${x}" y="${y}" fill="var(--ink)">${escaped}</text>`;
}

/** About how wide a text is: Han is square, all else a little more than half as wide. */
function widthOf(words: string): number {
  return Array.from(words).reduce(
    (sum, it) => sum + (/[\u2e80-\uffef]/.test(it) ? FONT_SIZE : FONT_SIZE * 0.62),
    0,
  );
}

function pictureOf(marks: string, height: number, render: Renderer): ChartPicture {
  const onPaper = marks
    .replace(/var\(--([\w-]+)\)/g, (_, name: string) => PAPER[name] ?? "#000000")
    // letters stand on a line through their middle, which not every drawer of SVG knows
    .replaceAll("<text ", `<text dy="${FONT_SIZE * 0.36}" `);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-size="${FONT_SIZE}"><rect width="${WIDTH}" height="${height}" fill="#ffffff"/>${onPaper}</svg>`;
  return { png: render(svg), ratio: height / WIDTH };
}

/** Colours for paper, which are told apart in grey as well. */
const PAPER: Readonly<Record<string, string>> = {
  ink: "#000000",
  muted: "#333333",
  rule: "#d9d9d9",
  paper: "#ffffff",
  "series-1": "#a32a1f",
  "series-2": "#7fa8c9",
  "series-3": "#d9a441",
  "series-4": "#2f6b57",
  "series-5": "#7b5a86",
  "series-6": "#9a9a9a",
  "pale-1": "#d39b95",
  "pale-2": "#c3d7e6",
  "pale-3": "#eed6a8",
  "pale-4": "#9ab8ae",
  "pale-5": "#c0aec6",
  "pale-6": "#cfcfcf",
};
