import type { Language } from "../../issue/index.ts";
import { countFirst } from "../binary-search.ts";
import type { Check, Reading, StatedFinding } from "../check-text.ts";
import { type ProseDocument, paragraphAt } from "../document/read.ts";
import type { Table } from "../tables/table.ts";
import type { Stretch } from "./excerpt.ts";
import { placeOf } from "./place.ts";
import { layersOf, type Segment, segmentsOf } from "./segments.ts";
import { CHECK_STYLE } from "./style.ts";
import { summaryOf } from "./summary.ts";
import { shapeOf } from "./table-shape.ts";
import { calculates, RENDER_WORDS, SIGNS } from "./words.ts";

export interface PageOptions {
  readonly language: Language;
  /** the document's name, for the title */
  readonly name: string;
  /** what an indicator is called, for those that could prove a vague statement */
  readonly titleOf?: (indicator: string) => string;
}

type Words = (typeof RENDER_WORDS)[Language];

/**
 * One self-contained page: a summary and what does not agree, then the text with its numbers marked by kind and,
 * beside each paragraph, what the checks say of it. It loads nothing, needs no script, and can be printed.
 */
export function renderPage(document: ProseDocument, reading: Reading, options: PageOptions): string {
  const { language, name } = options;
  const words = RENDER_WORDS[language];
  const { check } = reading;
  const lang = language === "zh" ? "zh-CN" : "en";
  // the text is Chinese whatever language the page speaks
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${name} · ${words.tool}`)}</title>
<style>${CHECK_STYLE}</style>
</head>
<body>
<header>
<p class="tool">${escaped(words.tool)}</p>
<h1>${escaped(name)}</h1>
<p class="size">${escaped(words.chars(check.text.chars))}</p>
${tiles(check, words)}
</header>
<main>
${worst(document, check.findings, words)}
<section class="text">
<h2>${escaped(words.whole)}</h2>
<ul class="legend">${words.legend.map(([kind, label]) => `<li><mark class="${kind}">${escaped(label)}</mark></li>`).join("")}</ul>
${rows(document, reading, words, options)}
</section>
</main>
</body>
</html>
`;
}

function tiles(check: Check, words: Words): string {
  const summary = summaryOf(check);
  const tile = (kind: string, count: number, label: string) =>
    `<div class="${kind}"><dt>${escaped(label)}</dt><dd>${count}</dd></div>`;
  const list = [
    tile("figures", summary.figures, words.figures),
    tile("vague", summary.vague, words.vague),
    tile("inconsistent", summary.inconsistent, `${SIGNS.inconsistent} ${words.inconsistent}`),
    tile("cannot-tell", summary.unsure, `${SIGNS["cannot-tell"]} ${words["cannot-tell"]}`),
    tile("consistent", summary.consistent, `${SIGNS.consistent} ${words.consistent}`),
  ];
  if (summary.records === null) return `<dl class="tiles">${list.join("")}</dl>`;
  const { proven, contradicted, unsure, none } = summary.records;
  const records = (
    [
      ["consistent", proven, words.proven],
      ["inconsistent", contradicted, words.contradicted],
      ["cannot-tell", unsure, words.unsure],
      ["figures", none, words.none],
    ] as const
  ).map(([kind, count, label]) => tile(kind, count, label));
  return `<dl class="tiles">${list.join("")}</dl>
<p class="tiles-of">${escaped(words.records)}</p>
<dl class="tiles small">${records.join("")}</dl>`;
}

/** What does not agree, each with the way to its place. */
function worst(document: ProseDocument, findings: readonly StatedFinding[], words: Words): string {
  const items = findings.flatMap(({ verdict, message, spans }, at) => {
    if (verdict !== "inconsistent") return [];
    const place = placeOf(document, spans.at(-1)?.[0] ?? 0, words);
    return [
      `<li class="inconsistent"><a href="#note-${at + 1}">${SIGNS.inconsistent} ${escaped(message)}</a> <small>${escaped(place)}</small></li>`,
    ];
  });
  if (items.length === 0) return `<p class="nothing">${escaped(words.nothing)}</p>`;
  return `<section class="worst">
<h2>${escaped(words.first)}</h2>
<ul>${items.join("\n")}</ul>
</section>`;
}

/** A row for each line of the text that is not empty: its number, the line, and what is said of it. */
function rows(document: ProseDocument, reading: Reading, words: Words, options: PageOptions): string {
  const { text } = document;
  const { findings } = reading.check;
  const layers = layersOf(reading, (kind) => words.kinds[kind as keyof Words["kinds"]]);
  const segments = segmentsOf(text, layers, findings);
  const lines = linesOf(text);
  const notes = Map.groupBy(notesOf(reading.check, words, options), ({ at }) => indexOfLine(lines, at));
  const shown: string[] = [];
  let next = 0;
  /** a stretch with its marks; stretches are asked for in order */
  const withMarks = (stretch: Stretch) => {
    while ((segments[next]?.end ?? text.length + 1) <= stretch.start) next += 1;
    let html = "";
    for (let at = next; at < segments.length; at += 1) {
      const segment = segments[at] as Segment;
      if (segment.start >= stretch.end) break;
      html += marked(text, segment, stretch);
    }
    return html;
  };
  const tables = Map.groupBy(document.tables.entries(), ([, { start }]) => indexOfLine(lines, start));
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Stretch;
    const [number, table] = tables.get(index)?.[0] ?? [];
    const last = table === undefined ? index : indexOfLine(lines, Math.max(table.start, table.end - 1));
    const own = lines
      .slice(index, last + 1)
      .flatMap((_, at) => notes.get(index + at) ?? [])
      .toSorted((one, other) => one.weight - other.weight);
    const html =
      table === undefined
        ? withMarks(line)
        : tableHtml(document, table, words.table((number ?? 0) + 1), withMarks);
    index = last;
    if (html.trim() === "" && own.length === 0) continue;
    const beside = own.length === 0 ? "" : `<ul class="notes">${own.map((note) => note.html).join("")}</ul>`;
    const place = `<span class="number">${paragraphAt(document, line.start)}</span>`;
    shown.push(
      table === undefined
        ? `<div class="row">${place}<p lang="zh-CN">${html}</p>${beside}</div>`
        : `<div class="row tabular">${place}${html}${beside}</div>`,
    );
  }
  return shown.join("\n");
}

/** A table with its heads as heads; one that is wider than the window is moved under it. */
function tableHtml(
  document: ProseDocument,
  table: Table,
  name: string,
  withMarks: (stretch: Stretch) => string,
): string {
  const { heads, labelsFor } = shapeOf(document, table);
  const rows = table.rows.map((cells, row) => {
    const shown = cells.map((cell) => {
      if (cell.continues && row > 0) return "";
      const isHead = row < heads;
      const tag = isHead || labelsFor(cell.column).includes(cell.column) ? "th" : "td";
      const isNumber = tag === "td" && NUMBER.test(document.text.slice(cell.start, cell.end));
      const scope = tag === "td" ? "" : ` scope="${isHead ? "col" : "row"}"`;
      const right = isNumber ? ' class="number-cell"' : "";
      const wide = cell.columns > 1 ? ` colspan="${cell.columns}"` : "";
      const goesOn = (at: number) =>
        table.rows[at]?.find(({ column }) => column === cell.column)?.continues === true;
      let deep = 1;
      while (goesOn(row + deep)) deep += 1;
      const high = deep > 1 ? ` rowspan="${deep}"` : "";
      return `<${tag}${scope}${right}${wide}${high}>${withMarks(cell)}</${tag}>`;
    });
    return `<tr>${shown.join("")}</tr>`;
  });
  return `<div class="table" role="region" tabindex="0" aria-label="${escaped(name)}"><table lang="zh-CN"><thead>${rows.slice(0, heads).join("")}</thead><tbody>${rows.slice(heads).join("")}</tbody></table></div>`;
}

/** What a cell begins with that is set to the right, as numbers are. */
const NUMBER = /^[*_]*[-+−–]?\d[\d,.]*[^\s]{0,4}$/;

function linesOf(text: string): Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index });
    start = index + mark.length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

function indexOfLine(lines: readonly Stretch[], offset: number): number {
  return Math.max(0, countFirst(lines, ({ start }) => start <= offset) - 1);
}

/** A segment, as far as it lies in the line; behind its end the numbers of what is said of it. */
function marked(text: string, { start, end, kinds, title, notes }: Segment, line: Stretch): string {
  const inside = escaped(text.slice(Math.max(start, line.start), Math.min(end, line.end)));
  const refs =
    end <= line.end ? notes.map((note) => `<a class="ref" href="#note-${note}">${note}</a>`).join("") : "";
  if (kinds.length === 0) return inside;
  return `<mark class="${kinds.join(" ")}" title="${escaped(title)}">${inside}</mark>${refs}`;
}

/** What stands first beside a paragraph. */
const WEIGHTS = { inconsistent: 0, "cannot-tell": 1, vague: 2, consistent: 3 } as const;

/** What is said beside the text: findings where their last place is, statements without a figure where they stand. */
function notesOf(
  { findings, vague }: Check,
  words: Words,
  { titleOf = (id) => id }: PageOptions,
): { readonly at: number; readonly weight: number; readonly html: string }[] {
  const told = findings.map(({ verdict, spans, message, arithmetic, rule }, at) => {
    const sums = calculates(arithmetic) ? arithmetic.split("; ") : [];
    const number = `<b class="ref">${at + 1}</b>`;
    const head = `${number} <strong>${SIGNS[verdict]} ${escaped(message)}</strong> <small>${rule}</small>`;
    const html = `<li id="note-${at + 1}" class="${verdict}">${head}${sums.map((sum) => `<code>${escaped(sum)}</code>`).join("")}</li>`;
    return { at: spans.at(-1)?.[0] ?? 0, weight: WEIGHTS[verdict], html };
  });
  const open = vague.map(({ start, text, indicators }) => {
    const proof =
      indicators.length === 0
        ? ""
        : `<small>${escaped(words.couldProve)}${escaped(indicators.map(titleOf).join(words.comma))}</small>`;
    return {
      at: start,
      weight: WEIGHTS.vague,
      html: `<li class="vague">“<span lang="zh-CN">${escaped(text)}</span>” ${escaped(words.noFigure)}${proof}</li>`,
    };
  });
  return [...told, ...open].toSorted((one, other) => one.weight - other.weight || one.at - other.at);
}

function escaped(text: string): string {
  return text.replace(/[&<>"'\0]/g, (character) => `&#${character.charCodeAt(0) || 0xfffd};`);
}
