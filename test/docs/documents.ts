import type { Code, Nodes, Root } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { toString as textOfNode } from "mdast-util-to-string";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { filesAt, textOf } from "../architecture/source.ts";

/** A Markdown file of the project, read. */
export interface Document {
  /** its path from the project's root */
  readonly file: string;
  readonly tree: Root;
  /** what a link behind `#` may name here, as GitHub makes it of headings */
  readonly anchors: ReadonlySet<string>;
  /** targets of links and pictures, as they are written */
  readonly links: readonly string[];
  /** what stands in backticks within text */
  readonly codes: readonly string[];
  readonly blocks: readonly Code[];
  readonly sections: readonly Section[];
}

/** What stands under one heading, up to the next of whatever depth; the first has none. */
export interface Section {
  readonly heading: string;
  readonly depth: number;
  readonly text: string;
  /** its tables, each as its rows without the head; and all these rows together */
  readonly tables: readonly (readonly Row[])[];
  readonly rows: readonly Row[];
}

/** Cells of a table's row, their text without markup, and what stands in backticks in the first. */
export interface Row {
  readonly cells: readonly string[];
  readonly names: readonly string[];
}

/** Every Markdown file that people read. */
export async function documents(): Promise<Document[]> {
  return Promise.all((await filesAt("*.md", "docs/**/*.md", "districts/*/**/README.md")).map(documentAt));
}

/** One of them, by its path from the project's root. */
export async function documentAt(file: string): Promise<Document> {
  const tree = parser.parse(await textOf(file));
  const links: string[] = [];
  const codes: string[] = [];
  const blocks: Code[] = [];
  visit(tree, (node) => {
    if (node.type === "link" || node.type === "image" || node.type === "definition") links.push(node.url);
    if (node.type === "html")
      links.push(...[...node.value.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(second));
    if (node.type === "inlineCode") codes.push(node.value);
    if (node.type === "code") blocks.push(node);
  });
  const sections = sectionsOf(tree);
  return { file, tree, anchors: anchorsOf(sections), links, codes, blocks, sections };
}

/** A section by its heading; throws where there is none. */
export function sectionAt({ file, sections }: Document, heading: string): Section {
  const section = sections.find((it) => it.heading === heading);
  if (section === undefined) throw new Error(`${file} has no section “${heading}”`);
  return section;
}

/** The block of code that is fenced as ``` and these words; throws where there is none. */
export function blockAt({ file, blocks }: Document, fence: string): string {
  const block = blocks.find(({ lang, meta }) => [lang, meta].filter(Boolean).join(" ") === fence);
  if (block === undefined) throw new Error(`${file} has no block “${fence}”`);
  return `${block.value}\n`;
}

const parser = unified()
  .use(remarkParse)
  .data("micromarkExtensions", [gfmTable()])
  .data("fromMarkdownExtensions", [gfmTableFromMarkdown()])
  .freeze();

function sectionsOf(tree: Root): Section[] {
  const groups: { heading: string; depth: number; nodes: Nodes[] }[] = [{ heading: "", depth: 0, nodes: [] }];
  for (const node of tree.children) {
    if (node.type === "heading") groups.push({ heading: textOfNode(node), depth: node.depth, nodes: [] });
    else groups.at(-1)?.nodes.push(node);
  }
  return groups.map(({ heading, depth, nodes }) => {
    const tables = nodes.flatMap((it) => (it.type === "table" ? [it.children.slice(1).map(rowOf)] : []));
    const text = nodes.map((it) => textOfNode(it)).join("\n");
    return { heading, depth, text, tables, rows: tables.flat() };
  });
}

function rowOf({ children }: { readonly children: readonly Nodes[] }): Row {
  const names: string[] = [];
  const [first] = children;
  if (first !== undefined) visit(first, "inlineCode", (node) => void names.push(node.value));
  return { cells: children.map((it) => textOfNode(it)), names };
}

function anchorsOf(sections: readonly Section[]): Set<string> {
  const anchors = new Set<string>();
  for (const { heading, depth } of sections) {
    if (depth === 0) continue;
    const plain = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    let anchor = plain;
    for (let n = 1; anchors.has(anchor); n += 1) anchor = `${plain}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

const second = (match: RegExpMatchArray) => String(match[1]);
