import type { Language } from "../../issue/index.ts";
import type { Reading, StatedFinding } from "../check-text.ts";
import { CHECK_STYLE } from "./style.ts";
import { summaryOf } from "./summary.ts";

export interface PageOptions {
  readonly language: Language;
  /** the document's name, for the title */
  readonly name: string;
}

/**
 * One self-contained page: a summary, then the text with its quantities marked by kind and, beside each paragraph,
 * what the checks say of it. It loads nothing and needs no script.
 */
export function renderPage(
  text: string,
  { check, mentions }: Reading,
  { language, name }: PageOptions,
): string {
  const words = WORDS[language];
  const summary = summaryOf(check);
  const figures: readonly (readonly [keyof typeof summary, string])[] = [
    ["figures", words.figures],
    ["vague", words.vague],
    ["inconsistent", words.inconsistent],
    ["unsure", words.unsure],
    ["consistent", words.consistent],
  ];
  const marks: Mark[] = [
    ...check.vague.map(({ start, end }) => ({ start, end, kind: "vague", title: words.vagueTitle })),
    ...check.quantities.map((it) => ({
      start: it.start,
      end: it.end,
      kind: it.kind,
      title: `${words.kinds[it.kind]} [${it.low}, ${it.high}] ${it.unit} · ${it.counts} · ${it.period}`,
    })),
    ...mentions.map(({ start, end, kind }) => ({ start, end, kind, title: words.kinds[kind] })),
  ].toSorted((one, other) => one.start - other.start);
  const verdicts = verdictMarks(check.findings);
  const notes = notesOf(text, check, words);
  let start = 0;
  let next = 0;
  const paragraphs = text.split("\n").map((line) => {
    const end = start + line.length;
    while ((marks[next]?.end ?? text.length + 1) <= start) next += 1;
    const here: Mark[] = [];
    for (let at = next; at < marks.length && (marks[at] as Mark).start < end; at += 1)
      here.push(marks[at] as Mark);
    const own = notes.filter((note) => note.at >= start && note.at <= end).map((note) => note.html);
    const html = markedLine(line, start, here, verdicts);
    start = end + 1;
    if (line.trim() === "" && own.length === 0) return "";
    const beside = own.length === 0 ? "" : `<aside>${own.join("")}</aside>`;
    return `<div class="row"><p>${html}</p>${beside}</div>`;
  });
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${words.title} · ${name}`)}</title>
<style>${CHECK_STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(words.title)}</h1>
<p class="name">${escaped(name)}</p>
<dl>${figures.map(([key, label]) => `<div class="${key}"><dt>${escaped(label)}</dt><dd>${summary[key]}</dd></div>`).join("")}</dl>
<p class="legend">${words.legend.map(([kind, label]) => `<mark class="${kind}">${escaped(label)}</mark>`).join(" ")}</p>
</header>
<main>
${paragraphs.filter((it) => it !== "").join("\n")}
</main>
</body>
</html>
`;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly title: string;
}

type Words = (typeof WORDS)[Language];

const KINDS_ZH = {
  quantity: "数量",
  ratio: "比率",
  points: "百分点",
  multiple: "倍数",
  duration: "时长",
  date: "时间",
  ordinal: "序数",
  name: "名称",
  indefinite: "虚指",
  lexical: "词语",
} as const;

const WORDS = {
  zh: {
    title: "文稿数字检查",
    figures: "有数字的表述",
    vague: "可以有数字而没有",
    inconsistent: "对不上",
    unsure: "无法判断",
    consistent: "核对相符",
    vagueTitle: "可以衡量，没有数字",
    vagueNote: "没有数字",
    kinds: KINDS_ZH,
    legend: [
      ["quantity", "数量"],
      ["ratio", "比率、百分点、倍数"],
      ["duration", "时长"],
      ["date", "时间、序数、名称"],
      ["vague", "没有数字"],
    ],
  },
  en: {
    title: "Figures in a document",
    figures: "statements with a figure",
    vague: "could have one and do not",
    inconsistent: "do not agree",
    unsure: "cannot be told",
    consistent: "agree",
    vagueTitle: "measurable, no figure",
    vagueNote: "gives no figure",
    kinds: {
      quantity: "quantity",
      ratio: "ratio",
      points: "percentage points",
      multiple: "multiple",
      duration: "duration",
      date: "time",
      ordinal: "ordinal",
      name: "name",
      indefinite: "indefinite",
      lexical: "word",
    },
    legend: [
      ["quantity", "quantity"],
      ["ratio", "ratio, points, multiple"],
      ["duration", "duration"],
      ["date", "time, ordinal, name"],
      ["vague", "no figure"],
    ],
  },
} as const;

function notesOf(
  text: string,
  { findings, vague }: Reading["check"],
  words: Words,
): { at: number; html: string }[] {
  const notes = findings.map(({ verdict, spans, message, arithmetic, rule }) => {
    const places = spans.map(([start, end]) => escaped(text.slice(start, end))).join(" · ");
    const sum = arithmetic === "" ? "" : `<code>${escaped(arithmetic)}</code>`;
    return {
      at: Math.max(...spans.map(([start]) => start)),
      html: `<section class="${verdict}"><strong>${escaped(message)}</strong>${sum}<small>${places} [${rule}]</small></section>`,
    };
  });
  const open = vague.map(({ start, text: said, indicators }) => ({
    at: start,
    html: `<section class="vague-note"><strong>${escaped(said)}</strong> ${escaped(words.vagueNote)}<small>${escaped(indicators.join(", "))}</small></section>`,
  }));
  return [...notes, ...open].toSorted((one, other) => one.at - other.at);
}

/** The worst verdict over each span that a finding names. */
function verdictMarks(findings: readonly StatedFinding[]): ReadonlyMap<string, StatedFinding["verdict"]> {
  const marks = new Map<string, StatedFinding["verdict"]>();
  const order: readonly StatedFinding["verdict"][] = ["consistent", "cannot-tell", "inconsistent"];
  for (const verdict of order)
    for (const finding of findings)
      if (finding.verdict === verdict)
        for (const [start, end] of finding.spans) marks.set(`${start}-${end}`, verdict);
  return marks;
}

function markedLine(
  line: string,
  start: number,
  marks: readonly Mark[],
  verdicts: ReadonlyMap<string, StatedFinding["verdict"]>,
): string {
  let html = "";
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > start + line.length) continue;
    const verdict = verdicts.get(`${mark.start}-${mark.end}`) ?? "";
    html += escaped(line.slice(at - start, mark.start - start));
    html += `<mark class="${`${mark.kind} ${verdict}`.trim()}" title="${escaped(mark.title)}">${escaped(line.slice(mark.start - start, mark.end - start))}</mark>`;
    at = mark.end;
  }
  return html + escaped(line.slice(at - start));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
