import { bundlePath, TILE_WIDTH } from "../ledger/index.ts";
import { addresses, files } from "./address.ts";
import { type Html, html, joined } from "./html.ts";
import { countText } from "./show.ts";
import type { View } from "./view.ts";

/** Runs that a page lists; the register's file has them all. */
const SHOWN = 6;

/** Where a register's entries stand in the log, with the bundle in which each run begins. */
export function entriesOf(view: View, register: string): Html {
  const summary = view.site.edition.registers.find((it) => it.register === register);
  if (summary === undefined || summary.runs.length === 0) return html`<p>${view.say("noEntries")}</p>`;
  const { runs, entries } = summary;
  const list = runs.slice(0, SHOWN).map(([first, last]) => {
    const text =
      first === last
        ? countText(first)
        : view.say("range", { first: countText(first), last: countText(last) });
    return html`<a href="${view.file(files.log + bundleOf(view, first))}">${text}</a>`;
  });
  const more = runs.length - list.length;
  return html`<p>${view.say("entriesAt", { count: entries })}${joined(list, view.say("listComma"))}${
    more > 0 && view.say("andMoreRuns", { count: more })
  }${view.say("fullStop")}<a href="${view.file(files.registerJson(register))}">${view.say("allPositions")}</a></p>
`;
}

/**
 * The bundle that holds an entry. The log beside the pages is one entry longer than what the edition covers: the
 * last one records the release itself.
 */
export function bundleOf(view: View, position: number): string {
  const index = Math.floor(position / TILE_WIDTH);
  return bundlePath(index, Math.min(view.site.edition.position + 1 - index * TILE_WIDTH, TILE_WIDTH));
}

/** Where a browser proves that an entry is in the log. */
export function proofAddress(view: View, position: number): string {
  return `${view.page(addresses.verify)}?entry=${position}`;
}

/** The way there, as a link. */
export function proofLink(view: View, position: number): Html {
  const text = view.say("proveAt", { position });
  return html`<a class="piece" href="${proofAddress(view, position)}" aria-label="${text}">${view.say("proof")}</a>`;
}
