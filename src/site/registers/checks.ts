import type { DatedAmountDefinition, RegisterDefinition } from "../../registers/index.ts";
import { type Html, html } from "../html.ts";
import { dateText } from "../periods.ts";
import { numberText, unitTextOf, withUnit } from "../show.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";

/** What must hold within every record of a register, and the dated amounts by which it is reckoned. */
export function checks(view: View, register: RegisterDefinition): Html | null {
  if (register.checks.length === 0) return null;
  return html`<section aria-labelledby="checks"><h2 id="checks">${view.say("recordChecks")}</h2>
<p>${view.say("recordChecksMean")}</p>
<ul class="rules">
${register.checks.map(
  (it) => html`<li>${view.words(it.title)}<br><small>${view.words(it.source)}</small></li>
`,
)}</ul>
${register.amounts.map((amount) =>
  tableOf({
    id: `amount-${amount.id}`,
    caption: view.words(amount.title),
    corner: view.say("inForce"),
    columns: [{ head: view.say("value"), numeric: true }, { head: view.say("source") }],
    rows: amount.values.map((it) => ({
      head:
        it.effectiveTo === undefined
          ? view.say("sinceDate", { date: dateText(view, it.effectiveFrom) })
          : view.say("range", {
              first: dateText(view, it.effectiveFrom),
              last: dateText(view, it.effectiveTo),
            }),
      cells: [{ content: amountText(view, amount, it.value) }, { content: view.words(it.source) }],
    })),
  }),
)}</section>`;
}

function amountText(view: View, { unit }: DatedAmountDefinition, value: string): string {
  const number = numberText(value, value.includes(".") ? value.length - value.indexOf(".") - 1 : 0);
  return unit === undefined ? number : withUnit(view, number, unitTextOf(view, unit, value));
}
