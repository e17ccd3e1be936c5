import type { RegisterDefinition } from "../../registers/index.ts";
import { files } from "../address.ts";
import type { RegisterSummary } from "../edition.ts";
import { bundleOf, proofLink } from "../entries.ts";
import { type Html, html } from "../html.ts";
import { recordWay } from "../records/address.ts";
import { asWritten, countText, fieldValueText } from "../show.ts";
import { areaLink } from "../show-area.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";

/** An open register's latest records with their public fields; of a sealed one, that there is nothing to see. */
export function latestRecords(view: View, register: RegisterDefinition, { latest }: RegisterSummary): Html {
  return html`<section aria-labelledby="latest"><h2 id="latest">${view.say("latestRecords")}</h2>
${register.visibility === "sealed" ? html`<p>${view.say("nothingToSee")}</p>` : recordsTable(view, register, latest)}
</section>`;
}

function recordsTable(view: View, register: RegisterDefinition, latest: RegisterSummary["latest"]): Html {
  const fields = Object.entries(register.fields).filter(
    ([name, { sealed }]) => sealed !== true && latest.some((it) => it.fields[name] !== undefined),
  );
  return tableOf({
    id: "records",
    caption: view.say("latestRecordsOf", { register: view.words(register.title) }),
    captionHidden: true,
    corner: view.words(register.key.title),
    kind: "records",
    wide: true,
    columns: [
      { head: view.say("state"), short: true },
      ...fields.map(([, { title, schema }]) => ({
        head: view.words(title),
        ...(schema.type === "integer" || schema.decimals !== undefined ? { numeric: true as const } : {}),
      })),
      { head: view.say("position"), numeric: true },
    ],
    rows: latest.map((it) => ({
      head: recordLink(view, register.name, it),
      cells: [
        { content: fieldValueText(view, register.name, "state", it.state) },
        ...fields.map(([name]) => ({
          content:
            it.fields[name] !== undefined &&
            html`<span class="fit">${shown(view, register, name, it.fields[name])}</span>`,
        })),
        {
          content: html`<a href="${view.file(files.log + bundleOf(view, it.position))}">${countText(it.position)}</a> ${proofLink(view, it.position)}`,
        },
      ],
    })),
  });
}

/** A field's value; an area leads to its page. */
function shown(view: View, register: RegisterDefinition, field: string, value: unknown): Html {
  const text = asWritten(view, fieldValueText(view, register.name, field, value));
  return register.fields[field]?.schema.area === true ? areaLink(view, String(value), text) : text;
}

/** A record's key, and the way to its history. */
function recordLink(
  view: View,
  register: string,
  { record, position }: RegisterSummary["latest"][number],
): Html {
  const number = view.site.records.get(register)?.numberAt(position);
  const key = html`<span class="code">${record}</span>`;
  return number === undefined ? key : html`<a href="${recordWay(view, register, number)}">${key}</a>`;
}
