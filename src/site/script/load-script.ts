import { element } from "./dom.ts";
import { siteRoot } from "./site-files.ts";

const loading = new Map<string, Promise<boolean>>();

/**
 * Brings one of the site's scripts to the page, once; whether it came. One that did not is tried again when it is asked
 * for the next time. A plain script can be brought to a page that was opened from a folder, too, where nothing may be
 * fetched.
 */
export function loadScript(path: string): Promise<boolean> {
  const begun = loading.get(path);
  if (begun !== undefined) return begun;
  const script = element("script", "");
  const loaded = new Promise<boolean>((resolve) => {
    script.src = new URL(path, siteRoot).href;
    script.addEventListener("load", () => resolve(true));
    script.addEventListener("error", () => {
      loading.delete(path);
      script.remove();
      resolve(false);
    });
  });
  loading.set(path, loaded);
  document.head.append(script);
  return loaded;
}
