import { files } from "./address.ts";
import { type Html, html } from "./html.ts";
import type { View } from "./view.ts";

/** Beneath the entries and the root of a release: that the checkpoint is of one entry more, with another root (docs/decisions/0015). */
export function signedCheckpoint(view: View): Html {
  return html`<a href="${view.file(files.checkpoint)}">${view.say("signedCheckpoint")}</a>${view.say("hasOneMore")}`;
}
