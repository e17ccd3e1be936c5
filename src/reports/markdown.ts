import type { Nodes, Root, Text } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkDirective from "remark-directive";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Language } from "../issue/index.ts";

/** The directives that a report may use, and the form of each. */
export const DIRECTIVES = { fig: "textDirective", cite: "textDirective", chart: "leafDirective" } as const;

/**
 * The tree of a report's Markdown: CommonMark, tables and directives. Of GitHub's additions only tables, because
 * its strikethrough takes the `~` of 5~8名. Two things are settled here, so that every reader of the tree sees
 * the same text: a colon in ordinary text (9:30) is no directive, and lines that the author broke are joined.
 */
export function parseMarkdown(markdown: string, language: Language): Root {
  const tree = processor.parse(markdown);
  restoreColons(tree, markdown);
  joinLines(tree, language);
  return tree;
}

const processor = unified()
  .use(remarkParse)
  .use(remarkDirective)
  .data("micromarkExtensions", [gfmTable()])
  .data("fromMarkdownExtensions", [gfmTableFromMarkdown()])
  .freeze();

/** Turns `:30` of 9:30, which the directive syntax takes for a name, back into text. */
function restoreColons(tree: Root, markdown: string): void {
  visit(tree, (node) => {
    if (!("children" in node)) return;
    const children: Nodes[] = [];
    for (const child of node.children as Nodes[]) {
      const bare =
        child.type === "textDirective" &&
        child.children.length === 0 &&
        Object.keys(child.attributes ?? {}).length === 0 &&
        !Object.hasOwn(DIRECTIVES, child.name);
      const text = bare ? textAt(child, markdown) : child;
      const before = children.at(-1);
      if (text.type === "text" && before?.type === "text")
        children[children.length - 1] = merged(before, text);
      else children.push(text);
    }
    (node as { children: Nodes[] }).children = children;
  });
}

function textAt(node: { readonly position?: Text["position"] }, markdown: string): Text {
  const { position } = node;
  return {
    type: "text",
    value: markdown.slice(position?.start.offset, position?.end.offset),
    ...(position && { position }),
  };
}

function merged(before: Text, after: Text): Text {
  const text: Text = { type: "text", value: before.value + after.value };
  if (before.position && after.position)
    text.position = { start: before.position.start, end: after.position.end };
  return text;
}

/**
 * Puts one line after the other: with nothing between them where Chinese meets Chinese, and in a Chinese text
 * also where it meets a figure or a Latin word; with a space elsewhere.
 */
function joinLines(tree: Root, language: Language): void {
  visit(tree, (block) => {
    if (block.type !== "paragraph" && block.type !== "heading") return;
    const texts: Text[] = [];
    visit(block, "text", (text) => void texts.push(text));
    texts.forEach((text, at) => {
      if (!text.value.includes("\n")) return;
      const before = texts[at - 1]?.value ?? "";
      const after = texts[at + 1]?.value ?? "";
      text.value = text.value.replace(/\n/g, (_, offset: number) => {
        const joins = [
          WIDE_END.test(before + text.value.slice(0, offset)),
          WIDE_START.test(text.value.slice(offset + 1) + after),
        ];
        return (language === "zh" ? joins.some(Boolean) : joins.every(Boolean)) ? "" : " ";
      });
    });
  });
}

/** Han, the punctuation that goes with it, and full-width forms. */
const WIDE = "[\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF]";
const WIDE_END = new RegExp(`${WIDE}[“”‘’…—]*$`, "u");
const WIDE_START = new RegExp(`^[“”‘’…—]*${WIDE}`, "u");
