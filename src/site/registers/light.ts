import { lightWords, type RegisterDefinition } from "../../registers/index.ts";
import { type Html, html } from "../html.ts";
import { numberText } from "../show.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";
import { fieldTitle, inForceText, spanText } from "./times.ts";

/** When a register's traffic light turns yellow and red, and by which rule. */
export function light(view: View, register: RegisterDefinition): Html | null {
  if (register.light === undefined) return null;
  const { schedule, progress, unstarted, behind } = register.light;
  const [from, to] = [fieldTitle(view, register, schedule.from), fieldTitle(view, register, schedule.to)];
  const colours = ["yellow", "red"] as const;
  const rows = [
    ...colours.map((colour) => ({
      colour,
      when: view.say("lightUnstarted", { from, span: spanText(view, unstarted[colour]) }),
      rule: unstarted[colour],
    })),
    ...behind.flatMap((rule) =>
      colours.map((colour) => ({
        colour,
        when: view.say(colour === "red" ? "lightFarBehind" : "lightBehind", {
          points: pointsText(rule[colour]),
        }),
        rule,
      })),
    ),
  ];
  return html`<section aria-labelledby="light"><h2 id="light">${view.words(lightWords.light)}</h2>
<p>${view.say("lightMeans", { from, to, progress: fieldTitle(view, register, progress) })}</p>
${tableOf({
  id: "light-table",
  caption: view.say("lightOf", { register: view.words(register.title) }),
  captionHidden: true,
  corner: view.words(lightWords.light),
  columns: [{ head: view.say("lightWhen") }],
  rows: rows.map(({ colour, when, rule }) => ({
    head: view.words(lightWords[colour]),
    cells: [{ content: html`${when}<br><small>${inForceText(view, rule)}</small>` }],
  })),
})}
</section>`;
}

function pointsText(points: string): string {
  return numberText(points, points.split(".")[1]?.length ?? 0);
}
