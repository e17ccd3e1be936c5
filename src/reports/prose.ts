import type { Nodes, Root } from "mdast";
import type { LeafDirective, TextDirective } from "mdast-util-directive";
import { toString as textOf } from "mdast-util-to-string";
import { offsetsOf } from "./source-map.ts";

/** A run of a report's published text that nothing outside can add to: a paragraph, a heading, a table's cell. */
export interface Block {
  /** as the reader sees it, the text of directives included */
  readonly text: string;
  /** offset in the Markdown source of each UTF-16 unit of `text` */
  readonly offsets: readonly number[];
  /** where the text of directives stands in `text`, in order; end exclusive */
  readonly spans: readonly DirectiveSpan[];
  /** a cell's whole row; null elsewhere */
  readonly row: string | null;
}

export interface DirectiveSpan {
  readonly start: number;
  readonly end: number;
  readonly node: TextDirective | LeafDirective;
}

/**
 * All text that a report publishes, in reading order, block by block: emphasis, links and code in a paragraph
 * are part of it; a picture's description and a link's title are blocks of their own.
 */
export function blocksOf(tree: Root, source: string): readonly Block[] {
  const blocks: Block[] = [];
  collect(tree, source, null, blocks);
  return blocks;
}

/** The sentence of a block in which an offset of its text lies; in a table, the row. */
export function sentenceAt(block: Block, offset: number): string {
  if (block.row !== null) return block.row;
  let start = 0;
  for (const { index, 0: mark } of block.text.matchAll(SENTENCE_END)) {
    const end = index + mark.length;
    if (end > offset) return block.text.slice(start, end).trim();
    start = end;
  }
  return block.text.slice(start).trim();
}

/** A full stop, with the quotation marks and brackets that close after it; a point only before a space. */
const SENTENCE_END = /(?:[。！？!?]+|\.(?=[”’"')）]*(?:\s|$)))[”’」』"')）]*|\n/gu;

function collect(node: Nodes, source: string, row: string | null, blocks: Block[]): void {
  switch (node.type) {
    case "paragraph":
    case "heading":
    case "tableCell":
    case "leafDirective":
      addBlock(node, source, row, blocks);
      return;
    case "code":
      blocks.push({ ...literal(node, node.value, source), spans: [], row });
      return;
    case "definition":
      addAside(node, node.title, source, blocks);
      return;
    case "tableRow": {
      const whole = node.children.map((it) => textOf(it).trim()).join(" | ");
      for (const cell of node.children) collect(cell, source, whole, blocks);
      return;
    }
    default:
      if ("children" in node) for (const child of node.children) collect(child, source, row, blocks);
  }
}

function addBlock(node: Nodes, source: string, row: string | null, blocks: Block[]): void {
  let text = "";
  const offsets: number[] = [];
  const spans: DirectiveSpan[] = [];
  const add = (part: { text: string; offsets: readonly number[] }) => {
    text += part.text;
    for (const offset of part.offsets) offsets.push(offset);
  };
  const children = (it: Nodes) => {
    if ("children" in it) for (const child of it.children) inline(child);
  };
  const inline = (it: Nodes) => {
    switch (it.type) {
      case "text":
      case "inlineCode":
        add(literal(it, it.value, source));
        return;
      case "break":
        add(literal(it, "\n", source));
        return;
      case "textDirective": {
        const start = text.length;
        children(it);
        // of one within another only the outer is read; `form` tells of the inner
        while ((spans.at(-1)?.start ?? -1) >= start) spans.pop();
        spans.push({ start, end: text.length, node: it });
        return;
      }
      case "image":
      case "imageReference":
        addAside(it, it.alt, source, blocks);
        if ("title" in it) addAside(it, it.title, source, blocks);
        return;
      case "link":
        addAside(it, it.title, source, blocks);
        children(it);
        return;
      default:
        children(it);
    }
  };
  children(node);
  if (node.type === "leafDirective") spans.push({ start: 0, end: text.length, node });
  blocks.push({ text, offsets, spans, row });
}

function addAside(node: Nodes, text: string | null | undefined, source: string, blocks: Block[]): void {
  if (text) blocks.push({ ...literal(node, text, source), spans: [], row: null });
}

function literal(node: Nodes, text: string, source: string): Pick<Block, "text" | "offsets"> {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? source.length;
  // a fence's first line may hold the same letters as the code
  const fenced = node.type === "code" && /^[`~]{3}/.test(source.slice(start, end));
  const from = fenced ? source.indexOf("\n", start) + 1 : start;
  return { text, offsets: offsetsOf(text, source, from, end) };
}
