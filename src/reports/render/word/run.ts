import type { Language } from "../../../issue/index.ts";
import { FONTS, type ParagraphStyle } from "./styles.ts";
import { escaped } from "./xml.ts";

/** How letters differ from those of their paragraph. */
export interface Letters {
  readonly bold?: boolean;
  /** 楷体 in Chinese, italics in English */
  readonly soft?: boolean;
}

/** A run of text; a line feed in it is a new line, a tab a tab. */
export function run(text: string, language: Language, { bold, soft }: Letters = {}): string {
  // “ ” … — are Latin letters to Word unless it is told otherwise
  const fonts =
    language === "zh" ? `<w:rFonts w:hint="eastAsia"${soft ? ` w:eastAsia="${FONTS.soft}"` : ""}/>` : "";
  const properties = `${fonts}${bold ? "<w:b/><w:bCs/>" : ""}${soft && language === "en" ? "<w:i/><w:iCs/>" : ""}`;
  const pieces = text
    .split(/([\n\t])/)
    .map((it) =>
      it === "\n"
        ? "<w:br/>"
        : it === "\t"
          ? "<w:tab/>"
          : it === ""
            ? ""
            : `<w:t xml:space="preserve">${escaped(it)}</w:t>`,
    );
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}${pieces.join("")}</w:r>`;
}

/** A paragraph of runs; `properties` are those in which it differs from its style. */
export function paragraph(style: ParagraphStyle, runs: string, properties = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;
}

/**
 * A content control (17.5.2.31) around a run. Its tag says what the text is bound to, its title tells the same to
 * whoever clicks on it. Its text can be changed and nothing but text can be put in; it can be deleted.
 */
export function control(content: string, it: { id: number; tag: string; title: string }): string {
  return `<w:sdt><w:sdtPr><w:alias w:val="${escaped(it.title)}"/><w:tag w:val="${escaped(it.tag)}"/><w:id w:val="${it.id}"/><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}
