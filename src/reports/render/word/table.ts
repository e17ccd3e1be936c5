import { PAGE } from "./measures.ts";
import { paragraph } from "./run.ts";
import type { ParagraphStyle } from "./styles.ts";

/** A table's cell: its runs, and how they are set. */
export interface WordCell {
  readonly runs: string;
  readonly align?: "left" | "center" | "right" | null;
  /** with the cells below it that are "on", one cell over several rows */
  readonly over?: "first" | "on";
}

/**
 * A table as wide as the type area, its head repeated on every page, no row broken between two. `weights` say how the
 * width is shared out.
 */
export function table(
  heads: readonly WordCell[],
  rows: readonly (readonly WordCell[])[],
  weights: readonly number[],
  [headStyle, style]: readonly [head: ParagraphStyle, row: ParagraphStyle] = ["TableHead", "TableText"],
): string {
  const sum = weights.reduce((all, it) => all + it, 0);
  const widths = weights.map((it) => Math.floor((it / sum) * PAGE.columns));
  widths[0] = (widths[0] ?? 0) + PAGE.columns - widths.reduce((all, it) => all + it, 0);
  const row = (cells: readonly WordCell[], head: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${head ? "<w:tblHeader/>" : ""}</w:trPr>${widths
      .map((width, at) => cell(cells[at] ?? { runs: "" }, width, head ? headStyle : style))
      .join("")}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${PAGE.columns}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths
    .map((it) => `<w:gridCol w:w="${it}"/>`)
    .join("")}</w:tblGrid>${row(heads, true)}${rows.map((it) => row(it, false)).join("")}</w:tbl>`;
}

function cell({ runs, align, over }: WordCell, width: number, style: ParagraphStyle): string {
  const aligned = !style.endsWith("Head") && align ? `<w:jc w:val="${align}"/>` : "";
  const merged = over === undefined ? "" : over === "first" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${merged}<w:vAlign w:val="center"/></w:tcPr>${paragraph(style, runs, aligned)}</w:tc>`;
}

/** 0.5 pt each. */
const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((it) => `<w:${it} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join("");
