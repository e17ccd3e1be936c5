import { keyOf } from "../check/proven-manifest.ts";
import type { ReleaseFiles } from "../check/source.ts";
import { elementAt } from "./dom.ts";
import { filesOfFolder, filesOfSite } from "./site-files.ts";

/** What is checked, as the reader chose it on the page: the site itself, or a folder; and the key that is believed. */
export interface Sources {
  current(): ReleaseFiles;
  /** the key that the reader gave; empty where none */
  verifierKey(): string;
  /** the key to believe: the reader's, else the one beside the log */
  believedKey(): Promise<string>;
}

/** Reads the choices; what was fetched once is kept for as long as the page is open. */
export function sourcesOfPage(): Sources {
  const site = filesOfSite();
  const folder = elementAt("check-folder", HTMLInputElement);
  const key = elementAt("check-key", HTMLInputElement);
  let chosen: ReleaseFiles | null = null;
  folder.addEventListener("change", () => {
    chosen = folder.files?.length ? filesOfFolder(folder.files) : null;
  });
  const current = () => chosen ?? site;
  const verifierKey = () => key.value.trim();
  return {
    current,
    verifierKey,
    believedKey: async () => verifierKey() || keyOf(current().read),
  };
}
