import type { Language } from "../../../issue/index.ts";
import type { Binding, BoundReport, ChartRequest } from "../../bound-report.ts";
import { bodyOf } from "./body.ts";
import { PAGE, SIZE } from "./measures.ts";
import { type PackageParts, zipped } from "./package.ts";
import type { WordPicture } from "./picture.ts";
import { paragraph, run } from "./run.ts";
import { FONTS } from "./styles.ts";
import { table, type WordCell } from "./table.ts";
import { titleLines } from "./title.ts";
import { NAMESPACES, part } from "./xml.ts";

/** A chart as a document shows it. */
export interface WordChart extends WordPicture {
  readonly caption: string;
  /** where its figures are from, and what must be known to read it */
  readonly notes: readonly string[];
}

/** What a document shows beside the report itself: the release's business, not the report's. */
export interface WordSurroundings {
  /** the report's own heading, or the title that its pack declares */
  readonly title: string;
  /** code of the district, whose figures need not name it */
  readonly district: string;
  /** who made it and when, for the document's properties; the date as ISO 8601 in UTC */
  readonly creator: string;
  readonly created: string;
  /** what a click on a figure tells: the indicator, when and where */
  readonly titleOf: (binding: Binding) => string;
  readonly chart: (request: ChartRequest) => WordChart;
  /** 附件: where the figures are from */
  readonly sources: WordSources;
}

/** The list of sources at a report's end. */
export interface WordSources {
  readonly title: string;
  /** the release and where it can be verified */
  readonly lead: readonly string[];
  readonly heads: readonly string[];
  readonly weights: readonly number[];
  /** the rows of one indicator stand together, and have its title once; figures are aligned right */
  readonly groups: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[];
  /** documents that figures are taken from */
  readonly documentsTitle: string;
  readonly documents: readonly string[];
}

/**
 * A report as a Word document (ECMA-376, transitional) on the page of GB/T 9704-2012, all its measures in
 * `measures.ts`. Every figure stands in a content control whose tag says what it is bound to (`binding-tag.ts`), so
 * that the edited document can be held against the records. It has no red head and no seal: these are the issuing
 * organ's. The same report gives the same bytes.
 */
export function renderWord(report: BoundReport, surroundings: WordSurroundings): Uint8Array {
  const { language } = report;
  const { title, sources } = surroundings;
  const parts: PackageParts = { pictures: [], links: [], properties: [] };
  const body = [
    // two lines stay free above the title, one below it (7.3.1 and 7.3.2)
    paragraph("Normal", ""),
    paragraph("Normal", ""),
    ...titleLines(title).map((line) => paragraph("Title", run(line, language))),
    paragraph("Normal", ""),
    ...bodyOf(report, surroundings, parts),
    paragraph("Normal", ""),
    paragraph("BodyText", run(attachmentNote(sources.title, language), language)),
    ...sourcesOf(sources, language),
  ];
  return zipped(
    {
      language,
      title,
      creator: surroundings.creator,
      created: surroundings.created,
      document: part(
        `<w:document ${NAMESPACES}><w:body>${body.join("\n")}\n${section(language)}</w:body></w:document>`,
      ),
      footers: { odd: footer("right"), even: footer("left") },
    },
    parts,
  );
}

/** 7.3.4: one line below the text, without a full stop. */
function attachmentNote(title: string, language: Language): string {
  return language === "zh" ? `附件：${title}` : `Attachment: ${title}`;
}

/** 7.3.7: on a new page, the word 附件 in its first line and the title in its third. */
function sourcesOf(sources: WordSources, language: Language): string[] {
  const { title, lead, heads, groups, weights, documentsTitle, documents } = sources;
  const cell = (text: string) => ({ runs: run(text, language) });
  const rows = groups.flatMap(({ title, rows }) =>
    rows.map((texts, at): WordCell[] => [
      { ...cell(at === 0 ? title : ""), ...(rows.length > 1 && { over: at === 0 ? "first" : "on" }) },
      ...texts.map((it) => cell(it)),
    ]),
  );
  return [
    paragraph("Attachment", run(language === "zh" ? "附件" : "Attachment", language)),
    paragraph("Normal", ""),
    paragraph("AttachmentTitle", run(title, language)),
    paragraph("Normal", ""),
    ...lead.map((it) => paragraph("AsideLead", run(it, language))),
    table(heads.map(cell), rows, weights, ["AsideHead", "AsideText"]),
    ...(documents.length === 0
      ? []
      : [
          paragraph("AsideLead", run(documentsTitle, language, { bold: true }), SECOND_LIST),
          ...documents.map((it, at) => paragraph("AsideLead", run(`${at + 1}. ${it}`, language))),
        ]),
  ];
}

/** Stands apart from the table above it, and beside what follows it. */
const SECOND_LIST = '<w:keepNext/><w:spacing w:before="200" w:after="80" w:line="300" w:lineRule="atLeast"/>';

/** 4号 宋体 between dashes, one character in from the outer side: right on odd pages, left on even ones (7.5). */
function footer(side: "left" | "right"): string {
  const letters = `<w:rPr><w:rFonts w:ascii="${FONTS.number}" w:hAnsi="${FONTS.number}" w:eastAsia="${FONTS.number}"/><w:sz w:val="${SIZE.four}"/><w:szCs w:val="${SIZE.four}"/></w:rPr>`;
  const text = (it: string) => `<w:r>${letters}<w:t xml:space="preserve">${it}</w:t></w:r>`;
  const field = (it: string) => `<w:r>${letters}${it}</w:r>`;
  const page = `${field('<w:fldChar w:fldCharType="begin"/>')}${field('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${field('<w:fldChar w:fldCharType="separate"/>')}${field("<w:t>1</w:t>")}${field('<w:fldChar w:fldCharType="end"/>')}`;
  const indent = side === "right" ? 'w:right="280"' : 'w:left="280"';
  return part(
    `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Normal"/><w:snapToGrid w:val="0"/><w:spacing w:line="280" w:lineRule="exact"/><w:ind ${indent}/><w:jc w:val="${side}"/></w:pPr>${text("— ")}${page}${text(" —")}</w:p></w:ftr>`,
  );
}

/** The grid of lines is the standard's: a text in English has lines of its own. */
function section(language: Language): string {
  const { width, height, top, right, bottom, left, footer: foot, line } = PAGE;
  return `<w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="851" w:footer="${foot}" w:gutter="0"/><w:cols w:space="425"/>${language === "zh" ? `<w:docGrid w:type="lines" w:linePitch="${line}"/>` : ""}</w:sectPr>`;
}
