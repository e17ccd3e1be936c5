import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { countFirst } from "../binary-search.ts";
import { tablesIn } from "../tables/find-tables.ts";
import type { Table } from "../tables/table.ts";
import { formatOf } from "./format.ts";
import { decodedText } from "./plain-text.ts";

/** A document's text, and where its paragraphs begin in it. */
export interface ProseDocument {
  readonly text: string;
  /** offset of the first character of each paragraph; paragraph 1 is the first */
  readonly paragraphs: readonly number[];
  /** whether the paragraphs are those of a word processor, not lines of a file */
  readonly numbered: boolean;
  /** the content controls with a tag, in reading order; none in a text file */
  readonly controls: readonly TaggedText[];
  /** its tables, in reading order */
  readonly tables: readonly Table[];
}

/** A stretch of a document that a content control holds, and what the control's tag says of it. */
export interface TaggedText {
  readonly start: number;
  /** exclusive */
  readonly end: number;
  readonly tag: string;
}

/** Names of files that are taken for plain text. */
const PLAIN = ["", ".txt", ".text", ".md", ".markdown"];

/**
 * Reads a .txt, .md or .docx file. What a file is, its first bytes say, not its name alone. Raises an `IssueError`
 * for a file that cannot be opened, is of another kind, is locked by a password or broken, or holds no text, and for
 * text in no encoding that can be told (UTF-8, UTF-16, GB18030).
 */
export async function readDocument(file: string): Promise<ProseDocument> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return refuse("claims.document-unreadable", file, { reason });
  }
  const name = extname(file).toLowerCase();
  switch (formatOf(bytes)) {
    case "zip": {
      // the reader of ZIP files is loaded where there is one to read
      const { docxText } = await import("./docx.ts");
      const document = docxText(bytes, file);
      return document.text.trim() === "" ? refuse("claims.document-empty", file, {}) : document;
    }
    case "locked":
      return refuse("claims.document-locked", file, {});
    case "word-97":
      return refuse("claims.document-old-word", file, {});
    case "pdf":
      return refuse("claims.document-kind", file, { kind: "PDF" });
    case "rtf":
      return refuse("claims.document-kind", file, { kind: "RTF" });
    case "other":
      break;
  }
  if (name === ".docx") return refuse("claims.docx-malformed", file, { reason: "ZIP" });
  if (!PLAIN.includes(name)) return refuse("claims.document-kind", file, { kind: name });
  const text = decodedText(bytes);
  if (text === null) return refuse("claims.document-encoding", file, {});
  if (text.trim() === "") return refuse("claims.document-empty", file, {});
  return { text, paragraphs: lineStarts(text), numbered: false, controls: [], tables: tablesIn(text) };
}

/** The number of the paragraph that an offset lies in, from 1. */
export function paragraphAt({ paragraphs }: ProseDocument, offset: number): number {
  return countFirst(paragraphs, (start) => start <= offset);
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
}

type Code =
  | "claims.document-kind"
  | "claims.document-unreadable"
  | "claims.document-empty"
  | "claims.document-encoding"
  | "claims.document-locked"
  | "claims.document-old-word"
  | "claims.docx-malformed";

/** The catalogue of issues is loaded where there is one: reading text needs none. */
async function refuse(code: Code, file: string, params: Record<string, string>): Promise<never> {
  const { refuse } = await import("../../issue/index.ts");
  return refuse(code, [file], params);
}
