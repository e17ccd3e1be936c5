import { strToU8, type Zippable, zipSync } from "fflate";
import type { Language } from "../../../issue/index.ts";
import { fontTable, styles } from "./styles.ts";
import { escaped, NAMESPACES, part } from "./xml.ts";

/** What a document's body refers to, in the order of its references. */
export interface PackageParts {
  readonly pictures: Uint8Array[];
  readonly links: string[];
  /** properties of the document that are not everybody's: name and text */
  readonly properties: [name: string, text: string][];
}

/** The relation of the picture or link that is added next. */
export function pictureRelation({ pictures }: PackageParts): string {
  return `rIdPicture${pictures.length + 1}`;
}

/** The relation of the link that is added next. */
export function linkRelation({ links }: PackageParts): string {
  return `rIdLink${links.length + 1}`;
}

export interface WordPackage {
  readonly language: Language;
  readonly title: string;
  readonly creator: string;
  readonly created: string;
  readonly document: string;
  readonly footers: { readonly odd: string; readonly even: string };
}

/** The package of a document (ECMA-376 part 2): the same parts give the same bytes. */
export function zipped(it: WordPackage, { pictures, links, properties: own }: PackageParts): Uint8Array {
  const files: Zippable = {
    "[Content_Types].xml": strToU8(CONTENT_TYPES),
    "_rels/.rels": strToU8(
      relations([
        ["rId1", `${RELATION}/officeDocument`, "word/document.xml"],
        ["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
        ["rId3", `${RELATION}/custom-properties`, "docProps/custom.xml"],
      ]),
    ),
    "docProps/custom.xml": strToU8(customProperties(own)),
    "docProps/core.xml": strToU8(properties(it)),
    "word/document.xml": strToU8(it.document),
    "word/_rels/document.xml.rels": strToU8(
      relations([
        ["rIdStyles", `${RELATION}/styles`, "styles.xml"],
        ["rIdSettings", `${RELATION}/settings`, "settings.xml"],
        ["rIdFonts", `${RELATION}/fontTable`, "fontTable.xml"],
        ["rIdOdd", `${RELATION}/footer`, "footer1.xml"],
        ["rIdEven", `${RELATION}/footer`, "footer2.xml"],
        ...pictures.map(
          (_, at) => [`rIdPicture${at + 1}`, `${RELATION}/image`, `media/chart${at + 1}.png`] as const,
        ),
        ...links.map((url, at) => [`rIdLink${at + 1}`, `${RELATION}/hyperlink`, url, "External"] as const),
      ]),
    ),
    "word/styles.xml": strToU8(styles(it.language)),
    "word/settings.xml": strToU8(SETTINGS),
    "word/fontTable.xml": strToU8(fontTable()),
    "word/footer1.xml": strToU8(it.footers.odd),
    "word/footer2.xml": strToU8(it.footers.even),
  };
  // pictures are compressed already
  pictures.forEach((png, at) => {
    files[`word/media/chart${at + 1}.png`] = [png, { level: 0 }];
  });
  return zipSync(files, { mtime: NO_DATE });
}

/** The first date that a ZIP directory can hold, in any time zone: the file tells nothing of when it was made. */
const NO_DATE = "1980-01-01T00:00:00";

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const CONTENT_TYPES = part(
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${(
    [
      ["word/document.xml", `${TYPE}.document.main+xml`],
      ["word/styles.xml", `${TYPE}.styles+xml`],
      ["word/settings.xml", `${TYPE}.settings+xml`],
      ["word/fontTable.xml", `${TYPE}.fontTable+xml`],
      ["word/footer1.xml", `${TYPE}.footer+xml`],
      ["word/footer2.xml", `${TYPE}.footer+xml`],
      ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
      ["docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"],
    ] as const
  )
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join("")}</Types>`,
);

function relations(
  all: readonly (readonly [id: string, type: string, target: string, mode?: "External"])[],
): string {
  const each = all.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${mode === undefined ? "" : ` TargetMode="${mode}"`}/>`,
  );
  return part(`<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`);
}

function properties({ title, creator, created, language }: WordPackage): string {
  // a part may give a time in whole seconds (W3CDTF)
  const time = `${created.slice(0, 19)}Z`;
  const dates = ["created", "modified"].map(
    (it) => `<dcterms:${it} xsi:type="dcterms:W3CDTF">${time}</dcterms:${it}>`,
  );
  return part(
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>${dates.join("")}<dc:language>${language === "zh" ? "zh-CN" : "en"}</dc:language></cp:coreProperties>`,
  );
}

/** ECMA-376 part 1, 15.2.12.2; the identifier is that of every custom property, and their numbers begin with 2. */
function customProperties(all: PackageParts["properties"]): string {
  const each = all.map(
    ([name, text], at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(text)}</vt:lpwstr></property>`,
  );
  return part(
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${each.join("")}</Properties>`,
  );
}

/** Page numbers lie outside on both sides of a sheet; the mode is that of Word 2013 and later. */
const SETTINGS = part(
  `<w:settings ${NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="632"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="579"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`,
);
