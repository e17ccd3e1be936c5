import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { BoundReport } from "../bound-report.ts";

/**
 * A report as plain text: its blocks, an empty line between them; `- ` or a number before a list's items, tabs
 * between a table's cells, of a chart its title alone.
 */
export function renderPlain(report: BoundReport): string {
  return `${blocksIn(report.tree).join("\n\n")}\n`;
}

function blocksIn(node: Nodes): readonly string[] {
  switch (node.type) {
    case "paragraph":
    case "heading":
    case "leafDirective":
      return [inline(node)];
    case "code":
      return [node.value];
    case "thematicBreak":
      return ["———"];
    case "html":
    case "definition":
      return [];
    case "list":
      return [
        node.children
          .map(
            (item, at) =>
              `${node.ordered ? `${(node.start ?? 1) + at}. ` : "- "}${blocksIn(item).join("\n")}`,
          )
          .join("\n"),
      ];
    case "table":
      return [node.children.map((row) => row.children.map(inline).join("\t")).join("\n")];
    default:
      return "children" in node ? node.children.flatMap(blocksIn) : [];
  }
}

function inline(node: Nodes): string {
  if (node.type === "break") return "\n";
  if (node.type === "html") return "";
  return "children" in node ? node.children.map(inline).join("") : textOf(node);
}
