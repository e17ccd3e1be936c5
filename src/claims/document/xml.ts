/** A piece of XML in document order: an element's beginning or end, or text. */
export type XmlPiece =
  | { readonly kind: "open"; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/**
 * The pieces of an XML text, in one pass. Enough of XML for what word processors write: no document types, which
 * they do not write and which could blow up. Raises an `Error` where an element does not end, or is not the one
 * that was begun.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag !== at) {
      const end = tag < 0 ? xml.length : tag;
      yield { kind: "text", text: unescaped(xml.slice(at, end)) };
      at = end;
      continue;
    }
    if (xml.startsWith("<!--", at)) at = after(xml, "-->", at);
    else if (xml.startsWith("<![CDATA[", at)) {
      const end = after(xml, "]]>", at);
      yield { kind: "text", text: xml.slice(at + 9, end - 3) };
      at = end;
    } else if (xml.startsWith("<?", at)) at = after(xml, "?>", at);
    else if (xml.startsWith("<!", at)) throw new Error("XML: <!");
    else if (xml.startsWith("</", at)) {
      const end = after(xml, ">", at);
      const name = xml.slice(at + 2, end - 1).trim();
      if (open.pop() !== name) throw new Error(`XML: </${name}>`);
      yield { kind: "close", name };
      at = end;
    } else {
      const end = endOfTag(xml, at);
      const empty = xml.charAt(end - 2) === "/";
      const inside = xml.slice(at + 1, empty ? end - 2 : end - 1);
      const space = inside.search(/\s/);
      const name = space < 0 ? inside : inside.slice(0, space);
      if (!empty) open.push(name);
      yield { kind: "open", name, attributes: space < 0 ? "" : inside.slice(space), empty };
      at = end;
    }
  }
  if (open.length > 0) throw new Error(`XML: <${open.at(-1)}>`);
}

/** The value of an attribute; null where it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  for (const [, key, value = ""] of attributes.matchAll(ATTRIBUTE))
    if (key === name) return unescaped(value.slice(1, -1));
  return null;
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g;

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new Error(`XML: ${mark}`);
  return at + mark.length;
}

/** Where a tag ends; a > may stand in a value. */
function endOfTag(xml: string, from: number): number {
  let quote = "";
  for (let at = from; at < xml.length; at += 1) {
    const character = xml.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at + 1;
  }
  throw new Error("XML: >");
}

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
