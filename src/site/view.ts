import type { Language, Words } from "../issue/index.ts";
import type { ScriptName } from "./script.ts";
import type { Site } from "./site.ts";
import type { TextParameters } from "./text.ts";
import { type TextKey, textOf } from "./words.ts";

/** A page being written: the site, the language, and where the page stands. */
export interface View {
  readonly site: Site;
  readonly language: Language;
  /** the page's address below the folder of its language: `figures/lead.received/`, empty for the first page */
  readonly address: string;
  /** An interface text. */
  say(key: TextKey, parameters?: TextParameters): string;
  /** A pack's text. */
  words(words: Words): string;
  /** The way from this page to one in the same language. */
  page(address: string): string;
  /** The way from this page to a file that both languages share. */
  file(path: string): string;
  /** The way from this page to the same page in another language. */
  inLanguage(language: Language): string;
}

/** The folders of the languages; Chinese stands at the root. */
export const folders: Readonly<Record<Language, string>> = { zh: "", en: "en/" };

/**
 * Makes the view of one page. All ways are relative, so that the site can stand in any folder of a server; only a
 * page that is shown at any address needs to be told where the root is.
 */
export function viewOf(site: Site, language: Language, address: string, fixedRoot?: string): View {
  const own = folders[language] + address;
  const root = fixedRoot ?? ("../".repeat(own.split("/").length - 1) || "./");
  return {
    site,
    language,
    address,
    say: (key, parameters) => textOf(language, key, parameters),
    words: (words) => words[language],
    page: (target) => root + folders[language] + target,
    file: (path) => root + path,
    inLanguage: (other) => root + folders[other] + address,
  };
}

/** One page before its frame is put around it. */
export interface Page {
  readonly address: string;
  readonly title: string;
  /** one sentence for search results and shared links */
  readonly description: string;
  /** which entry of the navigation it belongs to; none for the first page */
  readonly section?: Section;
  /** the pages above it, from the top; without the first page and without itself */
  readonly trail?: readonly { readonly title: string; readonly address: string }[];
  /** it has no address of its own: a server shows it wherever nothing else stands */
  readonly passing?: true;
  /** the registers that its figures rest on, where these are certain ones: it tells how far their records reach */
  readonly registers?: readonly string[];
  /** what a browser may run on it; the page is whole without */
  readonly scripts?: readonly ScriptName[];
  readonly main: import("./html.ts").Html;
}

export type Section = "report" | "figures" | "areas" | "registers" | "rules" | "verify";
