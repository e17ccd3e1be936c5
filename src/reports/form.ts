import type { Nodes, Root } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { nearest } from "../indicators/index.ts";
import { type Issue, issue, type Path } from "../issue/index.ts";
import { DIRECTIVES } from "./markdown.ts";
import type { ReportText } from "./read.ts";
import { placesOf } from "./source-map.ts";

/**
 * What is wrong with a report's form, whatever its figures say: directives that are unknown, in the wrong place
 * or empty, and markup that would be published as text or not at all.
 */
export function formIssues(tree: Root, { file, markdown }: ReportText): Issue[] {
  const issues: Issue[] = [];
  const placeAt = placesOf(markdown);
  const pathAt = (offset: number): Path => {
    const { line, column } = placeAt(offset);
    return [file, line, column];
  };
  visit(tree, (node) => {
    const offset = node.position?.start.offset ?? 0;
    switch (node.type) {
      case "textDirective":
      case "leafDirective":
      case "containerDirective":
        issues.push(...directiveIssues(node, pathAt(offset)));
        return;
      case "text":
      case "code":
      case "inlineCode": {
        const end = node.position?.end.offset ?? offset;
        issues.push(...leftovers(node, markdown.slice(offset, end), (within) => pathAt(offset + within)));
        return;
      }
      case "html":
        if (!COMMENT.test(node.value))
          issues.push(issue("reports.html", pathAt(offset), { text: shortened(node.value) }));
        return;
      case "link":
      case "image":
      case "definition":
        if (!SAFE_ADDRESS.test(node.url))
          issues.push(issue("reports.address-unsafe", pathAt(offset), { address: shortened(node.url) }));
        return;
    }
  });
  return issues;
}

function directiveIssues(node: TextDirective | LeafDirective | ContainerDirective, path: Path): Issue[] {
  const { name } = node;
  if (!Object.hasOwn(DIRECTIVES, name)) {
    const near = nearest(name, Object.keys(DIRECTIVES))[0] ?? "fig";
    return [issue("reports.directive-unknown", path, { name, near })];
  }
  if (DIRECTIVES[name as keyof typeof DIRECTIVES] !== node.type) {
    const code = name === "chart" ? "reports.directive-not-a-line" : "reports.directive-not-in-text";
    return [issue(code, path, { name })];
  }
  if (textOf(node).trim() === "") return [issue("reports.directive-without-text", path, { name })];
  const inner: Nodes[] = [];
  visit(node, "textDirective", (it) => {
    if (it !== node) inner.push(it);
  });
  return inner.length > 0 ? [issue("reports.directive-nested", path, { name })] : [];
}

/** Markup that its author meant and Markdown did not take for any: it would be printed as it stands. */
function leftovers(node: Nodes, source: string, pathAt: (within: number) => Path): Issue[] {
  const patterns = node.type === "text" ? IN_TEXT : IN_CODE;
  return patterns.flatMap(([code, pattern]) =>
    [...source.matchAll(pattern)].map((it) => issue(code, pathAt(it.index), { text: shortened(it[0]) })),
  );
}

/** A directive's beginning, in marks of either width, with the text in its brackets. */
const DIRECTIVE = /[:：]{1,2}(?:fig|cite|chart)\s*[[［【][^\]］】\n]*/g;
/** What is left of a directive whose attributes could not be read. */
const BRACES = /[{｛][^{}｛｝\n]*(?:=|\w\.\w)[^{}｛｝\n]*[}｝]/g;
const IN_TEXT = [
  ["reports.markup-left", DIRECTIVE],
  ["reports.markup-left", BRACES],
  ["reports.emphasis-left", /\*\*/g],
] as const;
const IN_CODE = [["reports.markup-in-code", DIRECTIVE]] as const;
const COMMENT = /^<!--[\s\S]*-->\s*$/;
/** The web, mail, an anchor, or a path of the site itself. */
const SAFE_ADDRESS = /^(?:https?:|mailto:|#|(?![a-z][a-z\d+.-]*:))/i;

function shortened(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
