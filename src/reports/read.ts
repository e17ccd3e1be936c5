import type { Root } from "mdast";
import type { LeafDirective, TextDirective } from "mdast-util-directive";
import type { Declarations, Query, ReportDefinition } from "../indicators/index.ts";
import type { Issue, Language } from "../issue/index.ts";
import type { ChartRequest, Citation } from "./bound-report.ts";
import { readChart, readCitation, readFigure } from "./directive.ts";
import { formIssues } from "./form.ts";
import { parseMarkdown } from "./markdown.ts";
import { type Block, blocksOf, sentenceAt } from "./prose.ts";
import { type Place, placesOf } from "./source-map.ts";

/** One language of a report, as its author wrote it. */
export interface ReportText {
  readonly id: string;
  readonly language: Language;
  /** what issues call it */
  readonly file: string;
  readonly title: string;
  readonly markdown: string;
  /** the period of every figure that names none */
  readonly period: string;
}

/** A `:fig[…]{…}`: a text that claims to state an observation. */
export interface FigureDirective extends Place {
  readonly number: number;
  readonly text: string;
  readonly node: TextDirective;
  readonly block: Block;
  /** where `text` stands in the block's text */
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  /** null where the attributes name nothing that can be observed; `issues` says why */
  readonly query: Query | null;
}

/** A report's text taken apart, and all that is wrong with its form. */
export interface ReadReport {
  readonly text: ReportText;
  readonly tree: Root;
  readonly blocks: readonly Block[];
  readonly figures: readonly FigureDirective[];
  readonly citations: readonly Citation[];
  readonly charts: readonly ChartRequest[];
  readonly issues: readonly Issue[];
  /** the place in the file of an offset in its Markdown */
  readonly placeAt: (offset: number) => Place;
}

/** The texts of a report, Chinese first. */
export function textsOf(report: ReportDefinition): readonly ReportText[] {
  const { id, period } = report;
  return (["zh", "en"] as const).map((language) => ({
    id,
    language,
    period,
    title: report.title[language],
    ...report.texts[language],
  }));
}

/**
 * Takes a report apart. Never throws on what an author can write: whatever is wrong is an issue with file, line
 * and column, all of them in one run.
 */
export function readReport(declarations: Declarations, text: ReportText): ReadReport {
  const tree = parseMarkdown(text.markdown, text.language);
  const blocks = blocksOf(tree, text.markdown);
  const placeAt = placesOf(text.markdown);
  const figures: FigureDirective[] = [];
  const citations: Citation[] = [];
  const charts: ChartRequest[] = [];
  const issues: Issue[] = formIssues(tree, text);

  for (const block of blocks)
    for (const { node, start, end } of block.spans) {
      const place = placeAt(node.position?.start.offset ?? 0);
      const at = { path: [text.file, place.line, place.column], period: text.period };
      const written = { text: block.text.slice(start, end), ...place };
      if (node.name === "fig" && node.type === "textDirective") {
        const { query, issues: found } = readFigure(declarations, node, at);
        issues.push(...found);
        const sentence = sentenceAt(block, start);
        figures.push({
          number: numbered(node, figures),
          ...written,
          node,
          block,
          start,
          end,
          sentence,
          query,
        });
      } else if (node.name === "cite" && node.type === "textDirective") {
        const { document, issues: found } = readCitation(declarations, node, at);
        issues.push(...found);
        citations.push({ number: numbered(node, citations), ...written, document });
      } else if (node.name === "chart" && node.type === "leafDirective") {
        const { chart, issues: found } = readChart(declarations, node, at);
        issues.push(...found);
        charts.push({ number: numbered(node, charts), title: written.text, ...chart });
      }
    }
  return { text, tree, blocks, figures, citations, charts, issues, placeAt };
}

function numbered(node: TextDirective | LeafDirective, before: readonly unknown[]): number {
  const number = before.length + 1;
  node.data = { ...node.data, number };
  return number;
}
