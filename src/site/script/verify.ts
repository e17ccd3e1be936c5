import { checkPanel } from "./check-panel.ts";
import { elementAt, say } from "./dom.ts";
import { figurePanel } from "./figure-panel.ts";
import { provePanel } from "./prove-panel.ts";
import { siteRoot } from "./site-files.ts";
import { sourcesOfPage } from "./sources.ts";
import { verdict } from "./work.ts";

/** The page that tells how to verify: here the reader's browser does it, with WebCrypto and nothing else. */
const result = elementAt("check-result", HTMLElement);
elementAt("check", HTMLElement).hidden = false;
if (!("subtle" in crypto)) {
  result.append(verdict(false, say("checkNoCrypto")));
  for (const id of ["check-start", "figure-start", "prove-start"])
    elementAt(id, HTMLButtonElement).disabled = true;
} else {
  if (siteRoot.protocol === "file:") {
    result.append(say("checkNoFolder"));
    elementAt("check-options", HTMLDetailsElement).open = true;
  }
  const sources = sourcesOfPage();
  checkPanel(sources);
  figurePanel(sources);
  provePanel(sources);
}
