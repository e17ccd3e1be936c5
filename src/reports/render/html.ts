import type { Element, ElementContent, Root as HtmlRoot } from "hast";
import type { LeafDirective, TextDirective } from "mdast-util-directive";
import rehypeStringify from "rehype-stringify";
import remarkRehype, { type Options } from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Binding, BoundReport, ChartRequest, Citation } from "../bound-report.ts";
import { numbered } from "../numbered.ts";

/** Where a report's links lead and how its charts look: the page's business, not the report's. */
export interface Surroundings {
  /** address of the observation that proves a figure */
  readonly hrefOf: (binding: Binding) => string;
  /** address of the document that a figure is taken from */
  readonly hrefOfDocument: (citation: Citation) => string;
  /** HTML of a chart, put in as it is */
  readonly chart: (request: ChartRequest) => string;
}

/**
 * A report's body as HTML. A figure is `<a class="figure" id="b12" href="…">611条</a>`, a citation
 * `<a class="citation" id="c1" href="…">2.3万元</a>`; a style sheet keeps both on one line with
 * `white-space: nowrap`. Comments are left out. The same report gives the same text.
 */
export function renderHtml(report: BoundReport, surroundings: Surroundings): string {
  const handlers = handlersOf(report, surroundings);
  // the charts' HTML comes from the caller; a report's own HTML never came past the gate
  const toHtml = unified().use(remarkRehype, { handlers, allowDangerousHtml: true });
  const html = toHtml.runSync(report.tree);
  alignByClass(html);
  return unified().use(rehypeStringify, { allowDangerousHtml: true }).stringify(html);
}

type Handlers = NonNullable<Options["handlers"]>;

function handlersOf(report: BoundReport, { hrefOf, hrefOfDocument, chart }: Surroundings): Handlers {
  const link = (name: string, id: string, href: string, children: ElementContent[]): Element => ({
    type: "element",
    tagName: "a",
    properties: { className: [name], id, href },
    children,
  });
  return {
    textDirective(state, node: TextDirective) {
      if (node.name === "cite") {
        const citation = numbered(report.citations, node);
        return link("citation", `c${citation.number}`, hrefOfDocument(citation), state.all(node));
      }
      const binding = numbered(report.bindings, node);
      return link("figure", `b${binding.number}`, hrefOf(binding), state.all(node));
    },
    leafDirective: (_state, node: LeafDirective) => ({
      type: "raw" as const,
      value: chart(numbered(report.charts, node)),
    }),
    html: () => undefined,
  };
}

/** HTML has no `align` on cells any more. */
function alignByClass(html: HtmlRoot): void {
  visit(html, "element", ({ properties }) => {
    const { align } = properties;
    if (align === undefined) return;
    delete properties.align;
    properties.className = [`align-${align}`];
  });
}
