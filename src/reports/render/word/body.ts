import type { Heading, List, Nodes, Paragraph, RootContent, Table } from "mdast";
import type { LeafDirective, TextDirective } from "mdast-util-directive";
import { toString as textOf } from "mdast-util-to-string";
import { citationTag, figureTag, LONGEST_TAG, PROPERTY } from "../../binding-tag.ts";
import type { BoundReport } from "../../bound-report.ts";
import { numbered } from "../../numbered.ts";
import type { WordSurroundings } from "./document.ts";
import { HeadingNumbers } from "./heading.ts";
import { linkRelation, type PackageParts, pictureRelation } from "./package.ts";
import { pictureRun } from "./picture.ts";
import { control, type Letters, paragraph, run } from "./run.ts";
import { table } from "./table.ts";
import { widthOf } from "./width.ts";

/** A report's paragraphs, tables and pictures; what these refer to is added to `parts`. The title is not among them. */
export function bodyOf(
  report: BoundReport,
  surroundings: WordSurroundings,
  parts: PackageParts,
): readonly string[] {
  const { language } = report;
  const headings = new HeadingNumbers(language);

  function block(node: RootContent, indent = "", mark = "", letters: Letters = {}): readonly string[] {
    switch (node.type) {
      case "paragraph":
        return [paragraph("BodyText", start(mark) + inlines(node, letters), indent)];
      case "heading":
        return heading(node);
      case "list":
        return list(node, indent, letters);
      case "table":
        return [tableOf(node)];
      case "leafDirective":
        return chart(node);
      case "blockquote":
        return node.children.flatMap((it) => block(it, indent, "", { ...letters, soft: true }));
      case "code":
        return node.value.split("\n").map((line) => paragraph("BodyText", run(line, language), indent));
      case "thematicBreak":
        return [paragraph("Normal", "")];
      case "html":
      case "definition":
        return [];
      default:
        // what else may stand at the top is text of one line, as a picture's description
        return [paragraph("BodyText", start(mark) + inline(node, letters), indent)];
    }
  }

  const start = (mark: string) => (mark === "" ? "" : run(mark, language));

  function heading(node: Heading): readonly string[] {
    if (node.depth === 1) return [];
    const level = node.depth === 2 ? 1 : node.depth === 3 ? 2 : 3;
    const number = headings.next(level, textOf(node));
    return [paragraph(`Heading${level}`, (number === "" ? "" : run(number, language)) + inlines(node))];
  }

  function list(
    { ordered, start: first, children }: List,
    indent: string,
    letters: Letters,
  ): readonly string[] {
    return children.flatMap((item, at) => {
      const mark = ordered ? `${(first ?? 1) + at}. ` : language === "zh" ? "——" : "• ";
      return item.children.flatMap((it, within) => block(it, indent, within === 0 ? mark : "", letters));
    });
  }

  function tableOf({ children, align }: Table): string {
    const rows = children.map((row) =>
      row.children.map((cell, at) => ({ runs: inlines(cell), align: align?.[at] ?? null })),
    );
    const [heads = [], ...others] = rows;
    const weights = heads.map((_, at) =>
      Math.min(
        20,
        Math.max(4, ...children.map((row) => widthOf(textOf(row.children[at] ?? { type: "tableCell" })))),
      ),
    );
    return table(heads, others, weights);
  }

  function chart(node: LeafDirective): readonly string[] {
    const request = numbered(report.charts, node);
    const it = surroundings.chart(request);
    const relation = pictureRelation(parts);
    parts.pictures.push(it.png);
    const label = language === "zh" ? `图${request.number}　` : `Figure ${request.number}. `;
    return [
      paragraph("Caption", run(label + it.caption, language)),
      paragraph("Picture", pictureRun(it, request.number, relation)),
      paragraph("Note", run(it.notes.join(language === "zh" ? "" : " "), language)),
    ];
  }

  function inlines(node: Paragraph | Nodes, letters: Letters = {}): string {
    return "children" in node ? node.children.map((it) => inline(it, letters)).join("") : "";
  }

  function inline(node: Nodes, letters: Letters): string {
    switch (node.type) {
      case "text":
      case "inlineCode":
        return run(node.value, language, letters);
      case "break":
        return run("\n", language, letters);
      case "strong":
        return inlines(node, { ...letters, bold: true });
      case "emphasis":
        return inlines(node, { ...letters, soft: true });
      case "textDirective":
        return bound(node, letters);
      case "link": {
        if (!/^(?:https?|mailto):/i.test(node.url)) return inlines(node, letters);
        const relation = linkRelation(parts);
        parts.links.push(node.url);
        return `<w:hyperlink r:id="${relation}">${inlines(node, letters)}</w:hyperlink>`;
      }
      case "image":
      case "imageReference":
        return node.alt ? run(node.alt, language, letters) : "";
      case "html":
        return "";
      default:
        return inlines(node, letters);
    }
  }

  /** A figure or a citation in a control; numbers of the two are told apart, for a document has each id once. */
  function bound(node: TextDirective, letters: Letters): string {
    const text = run(textOf(node), language, letters);
    if (node.name === "cite") {
      const { number, document } = numbered(report.citations, node);
      const id = CITATIONS + number;
      return control(text, { id, tag: tagged(citationTag(document), id), title: shortened(document) });
    }
    const binding = numbered(report.bindings, node);
    const id = FIGURES + binding.number;
    const tag = tagged(figureTag(binding.observation, surroundings.district), id);
    return control(text, { id, tag, title: shortened(surroundings.titleOf(binding)) });
  }

  /** A tag that is too long for a control is a property of the document, and the control names that. */
  function tagged(tag: string, id: number): string {
    if (tag.length <= LONGEST_TAG) return tag;
    const name = `${PROPERTY}${id}`;
    parts.properties.push([name, tag]);
    return name;
  }

  return report.tree.children.flatMap((node) => block(node));
}

const FIGURES = 100_000;
const CITATIONS = 200_000;

function shortened(text: string): string {
  return text.length > LONGEST_TAG ? `${text.slice(0, LONGEST_TAG - 1)}…` : text;
}
