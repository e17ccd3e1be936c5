import type { Entry } from "../../ledger/index.ts";
import { fold, type RecordView, type RegisterDefinition } from "../../registers/index.ts";
import { proofAddress } from "../entries.ts";
import { type Html, html, joined, type Part } from "../html.ts";
import { dateText } from "../periods.ts";
import { asWritten, countText, fieldValueText } from "../show.ts";
import { placedArea } from "../show-area.ts";
import type { View } from "../view.ts";
import { entryAnchor, recordAnchor } from "./address.ts";
import type { PlacedEntry } from "./log.ts";

/** A record of an open register, as the log tells it. */
export interface PublicRecord {
  /** in the order of opening, from 1 */
  readonly number: number;
  /** all its entries, in their order */
  readonly entries: readonly PlacedEntry[];
}

/** One entry, and the record before and after it. */
interface Step extends PlacedEntry {
  readonly before: RecordView | null;
  readonly after: RecordView;
}

/**
 * A record: its state and open fields as they stand, and its history: who did what in which role, when, what changed
 * and why, and where it stands in the log. Of an erased one only that it was there: what the log still says of it is
 * not spread further.
 */
export function record(view: View, register: RegisterDefinition, { number, entries }: PublicRecord): Html {
  const steps = stepsOf(entries);
  const last = steps.at(-1)?.after;
  if (last === undefined) throw new Error(`record ${number} of ${register.name} has no entries`);
  const erased = entries.some(({ entry }) => entry.kind === "erase");
  const end = erased ? view.say("recordErased") : last.gone ? view.say("recordWithdrawn") : null;
  return html`<article class="record" id="${recordAnchor(number)}">
<h2><span class="code">${asWritten(view, last.record)}</span> <small>${view.say("recordNumber", { number: countText(number) })}</small></h2>
${!erased && fields(view, register, last, end)}${
  erased &&
  html`<p>${end}</p>
`
}<ol class="history">
${steps.map((it) => step(view, register, it, erased))}</ol>
</article>
`;
}

function stepsOf(entries: readonly PlacedEntry[]): Step[] {
  let before: RecordView | null = null;
  return entries.map((it) => {
    const after = fold(before, it.entry);
    const step = { ...it, before, after };
    before = after;
    return step;
  });
}

function fields(view: View, register: RegisterDefinition, it: RecordView, end: string | null): Html {
  const fact = (name: string, value: Part) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`;
  return html`<dl class="facts-line">
${fact(view.say("state"), end ?? fieldValueText(view, register.name, "state", it.state))}${openFields(
  register,
)
  .filter((name) => it.fields[name] !== undefined)
  .map((name) =>
    fact(view.words(titleOf(register, name)), shownValue(view, register, name, it.fields[name])),
  )}</dl>
`;
}

/** The fields that the register does not seal: of these alone the public is told. */
function openFields(register: RegisterDefinition): readonly string[] {
  return Object.entries(register.fields).flatMap(([name, { sealed }]) => (sealed === true ? [] : [name]));
}

function titleOf(register: RegisterDefinition, field: string): { zh: string; en: string } {
  return register.fields[field]?.title ?? { zh: field, en: field };
}

function shownValue(view: View, register: RegisterDefinition, field: string, value: unknown): Html {
  const isArea = register.fields[field]?.schema.area === true;
  const area = isArea && typeof value === "string" ? placedArea(view, value) : null;
  return area ?? asWritten(view, fieldValueText(view, register.name, field, value));
}

/** One line of the history. */
function step(view: View, register: RegisterDefinition, it: Step, erased: boolean): Html {
  const { entry, position } = it;
  const { at, recorded, actor, reason } = entry;
  const day = recorded.slice(0, 10);
  const said = [
    ...(day === at ? [] : [view.say("recordedOn", { date: dateText(view, day) })]),
    asWritten(view, actor),
    html`<a class="piece" href="${proofAddress(view, position)}">${view.say("entryNumber", { position: countText(position) })}</a>`,
  ];
  return html`<li id="${entryAnchor(position)}"><p><strong><time datetime="${at}">${dateText(view, at)}</time> ${whatOf(view, register, it)}</strong> <span class="note">${joined(said, view.say("comma"))}</span></p>
${
  !erased &&
  reason !== undefined &&
  html`<p>${view.say("reasonGiven")}${asWritten(view, reason)}</p>
`
}${!erased && changes(view, register, it)}</li>
`;
}

/** What an entry did: opened, moved, corrected, withdrew or erased the record. */
function whatOf(view: View, register: RegisterDefinition, { entry, after }: Step): string {
  const state = fieldValueText(view, register.name, "state", after.state);
  switch (entry.kind) {
    case "open":
      return view.say("didOpen", { state });
    case "advance":
      return view.say("didAdvance", { state });
    case "amend":
      return view.say("didAmend");
    case "void":
      return view.say("didVoid");
    case "erase":
      return view.say("didErase");
    case "define":
    case "release":
      return notOfRecord(entry.kind);
  }
}

function notOfRecord(kind: Entry["kind"]): never {
  throw new Error(`an entry of kind ${kind} is none of a record`);
}

/** What was written later than at its opening: each open field with the value before and after. */
function changes(view: View, register: RegisterDefinition, { entry, before, after }: Step): Html | null {
  if (before === null) return null;
  const shown = (name: string, value: unknown) =>
    value === undefined
      ? html`<span class="none">${view.say("noValue")}</span>`
      : shownValue(view, register, name, value);
  const changed = openFields(register)
    .filter((name) => entry.fields !== undefined && Object.hasOwn(entry.fields, name))
    .map((name) => {
      const [from, to] = [before.fields[name], after.fields[name]];
      const title = html`${view.words(titleOf(register, name))}${view.say("colon")}`;
      if (from === undefined) return html`${title}${shown(name, to)}`;
      return html`${title}<del>${shown(name, from)}</del> → <ins>${shown(name, to)}</ins>`;
    });
  return changed.length === 0
    ? null
    : html`<p class="change">${joined(changed, view.say("semicolon"))}</p>
`;
}
