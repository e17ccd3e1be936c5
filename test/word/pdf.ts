import { getDocumentProxy } from "unpdf";

/** Letters that stand beside each other on a page; places in points, from the left and from the top edge. */
export interface Letters {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** of the line that they stand on */
  readonly base: number;
  readonly size: number;
}

/** A page of a PDF: its size in points, and its lines from the top down. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** All letters on one base line, from the left. */
export interface Line extends Letters {
  readonly pieces: readonly Letters[];
}

/** Where the letters of a PDF stand. */
export async function pagesOf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((it) => {
      if (!("str" in it) || it.str.trim() === "") return [];
      const [, , , size, left, base] = it.transform as [number, number, number, number, number, number];
      return [{ text: it.str, left, right: left + it.width, base: height - base, size }];
    });
    const lines = Map.groupBy(pieces, ({ base }) => Math.round(base));
    pages.push({
      width,
      height,
      lines: [...lines.values()].map(lineOf).sort((one, other) => one.base - other.base),
    });
  }
  return pages;
}

function lineOf(letters: readonly Letters[]): Line {
  const pieces = letters.toSorted((one, other) => one.left - other.left);
  return {
    text: pieces.map(({ text }) => text).join(""),
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    base: pieces[0]?.base ?? 0,
    size: Math.max(...pieces.map(({ size }) => size)),
    pieces,
  };
}
