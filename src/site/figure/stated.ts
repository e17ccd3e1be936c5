import { addresses, bindingAnchor } from "../address.ts";
import type { Anchors } from "../anchors.ts";
import { attribute, type Html, html } from "../html.ts";
import { notesText } from "../notes.ts";
import { placeText, valueText } from "../show.ts";
import type { FigureOfSite, Statement } from "../site.ts";
import type { View } from "../view.ts";
import { arithmetic } from "./arithmetic.ts";

/** The sentences of the report that state this figure, each once, with the values that prove its numbers. */
export function stated(view: View, figure: FigureOfSite, anchors: Anchors): Html | null {
  const { definition } = figure;
  const statements = view.site.stated[view.language].get(definition.id) ?? [];
  if (statements.length === 0) return null;
  const bySentence = Map.groupBy(statements, ({ report, binding }) => `${report}\n${binding.sentence}`);
  return html`<section aria-labelledby="stated">
<h2 id="stated">${view.say("statedIn")}</h2>
<ul class="quotes">
${[...bySentence.values()].map(
  (alike) => html`<li><blockquote>${marked(alike.map((it) => it.binding))}</blockquote>
<ul class="proofs">
${alike.map((it) => proof(view, figure, it, anchors))}</ul></li>
`,
)}</ul>
</section>`;
}

/** What a number says, the value that proves it, and what that value is made of; the way back to the sentence. */
function proof(
  view: View,
  figure: FigureOfSite,
  { report, binding: { number, text, observation } }: Statement,
  anchors: Anchors,
): Html {
  const { definition } = figure;
  const sum = arithmetic(view, figure, observation);
  const notes = notesText(view, definition, observation);
  return html`<li${attribute("id", anchors.take(observation))}><span class="formula"><strong>${text}</strong>${view.say("colon")}${view.say("provenBy", { place: placeText(view, definition, observation), value: valueText(view, definition, observation) })}${sum && [` ${sum.sign} `, sum.terms]}</span>${notes !== "" && html` <span class="note">${notes}</span>`} <a class="back" href="${view.page(addresses.report(report))}#${bindingAnchor(number)}">${view.say("backToReport")}<span class="hidden">${view.say("colon")}${text}</span></a></li>
`;
}

/** A sentence with its numbers marked, from left to right. */
function marked(bindings: readonly Statement["binding"][]): Html {
  const { sentence = "" } = bindings[0] ?? {};
  const marks = bindings.reduce<{ html: Html; from: number }>(
    ({ html: before, from }, { text }) => {
      const at = sentence.indexOf(text, from);
      if (at < 0) return { html: before, from };
      return { html: html`${before}${sentence.slice(from, at)}<mark>${text}</mark>`, from: at + text.length };
    },
    { html: html``, from: 0 },
  );
  return html`${marks.html}${sentence.slice(marks.from)}`;
}
