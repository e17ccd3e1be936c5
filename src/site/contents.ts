import { type Html, html, type Part, plainText, trusted } from "./html.ts";
import type { View } from "./view.ts";

/**
 * The ways to the sections of a long page, as their headings of the second level name them; nothing where there are
 * fewer than three.
 */
export function contentsOf(view: View, sections: readonly Part[]): Html | null {
  const headings = [...html`${sections}`.text.matchAll(HEADING)];
  if (headings.length < 3) return null;
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${view.say("contents")}</h2>
<ol>
${headings.map(
  ([, id = "", title = ""]) => html`<li><a href="#${trusted(id)}">${plainText(trusted(title))}</a></li>
`,
)}</ol></nav>`;
}

/** A section's heading, as every part of a page writes it. */
const HEADING = /<h2 id="([^"]+)">(.*?)<\/h2>/g;
