import { EMU_PER_TWIP, PAGE } from "./measures.ts";
import { escaped } from "./xml.ts";

/** A picture in a document; PNG, because every word processor shows its letters as they were drawn. */
export interface WordPicture {
  readonly png: Uint8Array;
  /** height by width */
  readonly ratio: number;
  /** what it shows, for whoever does not see it */
  readonly description: string;
}

/** The run of a picture as wide as the type area. */
export function pictureRun({ ratio, description }: WordPicture, number: number, relation: string): string {
  const width = PAGE.columns * EMU_PER_TWIP;
  const size = `cx="${width}" cy="${Math.round(width * ratio)}"`;
  const name = `chart${number}`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${number}" name="${name}" descr="${escaped(description)}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="${name}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
