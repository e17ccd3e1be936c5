import type { Language } from "../../issue/index.ts";
import { wordsIn } from "../check/steps.ts";
import type { TextParameters } from "../text.ts";

/** The page's language. */
export const language: Language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

/** A text of the check in the page's language. */
export function say(key: Parameters<typeof wordsIn>[1], parameters?: TextParameters): string {
  return wordsIn(language, key, parameters);
}

/** An element that the page has by that id. Throws where it has none. */
export function elementAt<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/** A new element with its class and what is in it; text is put in as text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...content);
  return made;
}

/** Names and values under each other, as the pages have them. */
export function factsOf(
  rows: readonly (readonly [name: string, value: Node | string, className?: string])[],
): HTMLElement {
  return element(
    "dl",
    "facts-list",
    ...rows.map(([name, value, className = ""]) =>
      element("div", className, element("dt", "", name), element("dd", "", value)),
    ),
  );
}

/** A link by which a file that was made here is taken away. */
export function downloadOf(name: string, content: string | Uint8Array, type: string): HTMLAnchorElement {
  const link = element("a", "code", name);
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  link.download = name;
  return link;
}
