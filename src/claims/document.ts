import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { IssueError, issue } from "../issue/index.ts";

/** A document's text, and where its paragraphs begin in it. The one part of the reader that uses a library. */
export interface ProseDocument {
  readonly text: string;
  /** offset of the first character of each paragraph; paragraph 1 is the first */
  readonly paragraphs: readonly number[];
}

/**
 * Reads a .txt, .md or .docx file. Raises an `IssueError` for another kind, a file that cannot be read, text that
 * is not UTF-8, and a .docx that is none.
 */
export async function readDocument(file: string): Promise<ProseDocument> {
  const kind = extname(file).toLowerCase();
  if (![".txt", ".md", ".docx"].includes(kind)) refuse("claims.document-kind", file, { kind: kind || "?" });
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return refuse("claims.document-unreadable", file, { reason });
  }
  if (kind !== ".docx") return ofLines(decoded(bytes, file));
  return docxText(bytes, file);
}

/** The paragraphs of a .docx, one a line: its body's text with tabs and breaks, no headers, notes or deleted text. */
export function docxText(bytes: Uint8Array, file = "docx"): ProseDocument {
  let xml: string;
  try {
    const part = unzipSync(bytes, { filter: ({ name }) => name === BODY })[BODY];
    if (part === undefined) return refuse("claims.docx-malformed", file, { reason: BODY });
    xml = strFromU8(part);
  } catch (error) {
    if (error instanceof IssueError) throw error;
    return refuse("claims.docx-malformed", file, {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
  return ofLines(bodyText(xml));
}

/** The number of the paragraph that an offset lies in, from 1. */
export function paragraphAt({ paragraphs }: ProseDocument, offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const BODY = "word/document.xml";

function ofLines(text: string): ProseDocument {
  const paragraphs = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) paragraphs.push(at + 1);
  return { text, paragraphs };
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
  } catch {
    return refuse("claims.document-encoding", file, {});
  }
}

/** One pass over the tags: text runs as they stand, a line for each paragraph; what was deleted stays out. */
function bodyText(xml: string): string {
  let text = "";
  let deleted = 0;
  let inText = false;
  for (const [piece, closing, name, , selfClosed] of xml.matchAll(PIECE)) {
    if (name === undefined) {
      if (inText && deleted === 0) text += unescaped(piece);
      continue;
    }
    const opens = closing === "" && selfClosed === "";
    switch (name) {
      case "w:t":
        inText = opens;
        break;
      case "w:del":
      case "w:moveFrom":
        deleted += opens ? 1 : closing === "" ? 0 : -1;
        break;
      case "w:tab":
        // a tab in a run, not the tab stop of a paragraph's layout
        if (selfClosed !== "" && !piece.includes("w:pos")) text += "\t";
        break;
      case "w:br":
      case "w:cr":
        text += "\n";
        break;
      case "w:p":
        if (closing !== "" || selfClosed !== "") text += "\n";
        break;
    }
  }
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}

/** A tag with its name, whether it closes another and whether it closes itself; or text between tags. */
const PIECE = /<(\/?)([\w:]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/g;

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

type Code =
  | "claims.document-kind"
  | "claims.document-unreadable"
  | "claims.document-encoding"
  | "claims.docx-malformed";

function refuse(code: Code, file: string, params: Record<string, string>): never {
  throw new IssueError([issue(code, [file], params)]);
}
