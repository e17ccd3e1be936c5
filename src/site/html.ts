/** Markup that may stand in a page as it is. Made by {@link html}, which escapes what is put into it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What can be put into a template: markup as it is, text escaped, lists joined, nothing for nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 * Markup from a template; text between the markup is escaped, in elements and in quoted attributes alike.
 *
 * @example html`<p title="${"a \"b\""}">${"1 < 2"}</p>`.text // '<p title="a &quot;b&quot;">1 &lt; 2</p>'
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? "";
  for (let i = 0; i < parts.length; i++) text += textOf(parts[i]) + (strings[i + 1] ?? "");
  return new Html(text);
}

/** Markup made elsewhere that is known to be well formed: a drawn chart, a rendered report. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** An attribute with a space before it, or nothing where there is no value. */
export function attribute(name: string, value: string | undefined | false): Html | null {
  return value === undefined || value === false ? null : html` ${trusted(name)}="${value}"`;
}

/** Nothing, or parts with something between them. */
export function joined(parts: readonly Part[], between: Part): Part {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [between, part]));
}

/** What a part says, without its markup, for where there is none. */
export function plainText(part: Part): string {
  const plain = textOf(part).replace(/<[^>]*>/g, "");
  return Object.entries(ESCAPES).reduceRight((text, [sign, entity]) => text.replaceAll(entity, sign), plain);
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  if (part === null || part === undefined || part === false) return "";
  let text = "";
  for (const one of part) text += textOf(one);
  return text;
}

function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (it) => ESCAPES[it] ?? it) : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
