import type { Language } from "../../../issue/index.ts";
import { PAGE, SIZE } from "./measures.ts";
import { NAMESPACES, part } from "./xml.ts";

/**
 * The styles of paragraphs that a report's document uses, by id. What stands in one named Aside… is made from the
 * records: whoever reads the document's text leaves it out (`claims/document/`).
 */
export type ParagraphStyle =
  | "Normal"
  | "BodyText"
  | "Title"
  | "Heading1"
  | "Heading2"
  | "Heading3"
  | "Attachment"
  | "AttachmentTitle"
  | "Picture"
  | "Caption"
  | "Note"
  | "AsideLead"
  | "TableText"
  | "AsideText"
  | "TableHead"
  | "AsideHead";

/** Typefaces by their part in a document; the standard names 小标宋, 仿宋, 黑体 and 楷体, an office has these. */
export const FONTS = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  bold: "黑体",
  soft: "楷体_GB2312",
  number: "宋体",
  latin: "Times New Roman",
} as const;

/** What takes the place of a typeface that a machine does not have. */
const SUBSTITUTES = [
  [FONTS.title, "小标宋体", "roman"],
  [FONTS.body, "仿宋", "modern"],
  [FONTS.bold, "SimHei", "modern"],
  [FONTS.soft, "楷体", "modern"],
  [FONTS.number, "SimSun", "auto"],
] as const;

/** `word/fontTable.xml`: typefaces are named with what may stand for them, and none is embedded: they are not ours to give. */
export function fontTable(): string {
  const fonts = SUBSTITUTES.map(
    ([name, other, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="fixed"/></w:font>`,
  );
  const latin = `<w:font w:name="${FONTS.latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return part(`<w:fonts ${NAMESPACES}>${fonts.join("")}${latin}</w:fonts>`);
}

/** `word/styles.xml`: every measure stands in a style, so that an office changes it in one place. */
export function styles(language: Language): string {
  const zh = language === "zh";
  // English letters of 3号 are large
  const size = zh ? SIZE.three : SIZE.four;
  const exact = `<w:spacing w:before="0" w:after="0" w:line="${zh ? PAGE.line : PAGE.lineOfEnglish}" w:lineRule="exact"/>`;
  const head = [
    `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="20" w:after="20" w:line="270" w:lineRule="atLeast"/><w:jc w:val="center"/>`,
    face(FONTS.bold, SIZE.five, !zh),
  ] as const;
  const free = (line: number) => `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="auto"/>`;
  const indent = zh ? `<w:ind w:firstLineChars="200" w:firstLine="632"/>` : `<w:ind w:firstLine="560"/>`;
  const all: readonly [id: ParagraphStyle, name: string, paragraph: string, letters: string][] = [
    ["BodyText", "Body Text", indent, ""],
    ["Title", "Title", `<w:keepNext/>${ONE_LINE}<w:jc w:val="center"/>`, face(FONTS.title, SIZE.two)],
    [
      "Heading1",
      "heading 1",
      `<w:keepNext/>${indent}${LEFT}<w:outlineLvl w:val="0"/>`,
      face(FONTS.bold, size, !zh),
    ],
    [
      "Heading2",
      "heading 2",
      `<w:keepNext/>${indent}${LEFT}<w:outlineLvl w:val="1"/>`,
      face(FONTS.soft, size, !zh),
    ],
    [
      "Heading3",
      "heading 3",
      `<w:keepNext/>${indent}${LEFT}<w:outlineLvl w:val="2"/>`,
      face(FONTS.body, size),
    ],
    ["Attachment", "Attachment", `<w:keepNext/><w:pageBreakBefore/>${LEFT}`, face(FONTS.bold, size, !zh)],
    [
      "AttachmentTitle",
      "Attachment Title",
      `<w:keepNext/>${ONE_LINE}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>`,
      face(FONTS.title, SIZE.two),
    ],
    ["Picture", "Picture", `<w:keepNext/><w:snapToGrid w:val="0"/>${free(240)}<w:jc w:val="center"/>`, ""],
    [
      "Caption",
      "caption",
      `<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="120" w:after="60" w:line="320" w:lineRule="atLeast"/><w:jc w:val="center"/>`,
      face(FONTS.bold, SIZE.smallFour, !zh),
    ],
    [
      "Note",
      "Note",
      `<w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:before="60" w:after="160" w:line="280" w:lineRule="atLeast"/>${LEFT}`,
      small(SIZE.five),
    ],
    [
      "AsideLead",
      "Aside Lead",
      `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="80" w:line="300" w:lineRule="atLeast"/>${LEFT}`,
      small(SIZE.five),
    ],
    [
      "AsideText",
      "Aside Text",
      `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="230" w:lineRule="atLeast"/>${LEFT}`,
      small(SIZE.smallFive),
    ],
    [
      "TableText",
      "Table Text",
      `<w:snapToGrid w:val="0"/><w:spacing w:before="20" w:after="20" w:line="270" w:lineRule="atLeast"/>${LEFT}`,
      small(SIZE.five),
    ],
    ["TableHead", "Table Head", ...head],
    ["AsideHead", "Aside Head", ...head],
  ];
  const named = all.map(
    ([id, name, paragraph, letters]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>${letters === "" ? "" : `<w:rPr>${letters}</w:rPr>`}</w:style>`,
  );
  return part(`<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONTS.latin}" w:hAnsi="${FONTS.latin}" w:eastAsia="${FONTS.body}" w:cs="${FONTS.latin}"/>${zh ? `<w:spacing w:val="${PAGE.closer}"/>` : ""}<w:kern w:val="2"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>${exact}<w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
${named.join("\n")}</w:styles>`);
}

/** A title is higher than a line's letters and still takes one line: a grid would give it two. */
const ONE_LINE = `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${PAGE.line}" w:lineRule="exact"/>`;

const LEFT = '<w:jc w:val="left"/>';

function face(font: string, size: number, bold = false): string {
  return `<w:rFonts w:eastAsia="${font}"/>${bold ? "<w:b/><w:bCs/>" : ""}${sized(size)}`;
}

/** Small letters are as far apart as they are made: only those of the text are set closer, for 28 to a line. */
function small(size: number): string {
  return `<w:spacing w:val="0"/>${sized(size)}`;
}

function sized(size: number): string {
  return `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
}
