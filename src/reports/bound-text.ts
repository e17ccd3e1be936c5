import {
  type Bound,
  classify,
  isQuantity,
  normalise,
  type QuantityMention,
  scan,
  type TaggedText,
} from "../claims/index.ts";
import { type Declarations, type Query, readQuery } from "../indicators/index.ts";
import { type Issue, type IssueCode, type Words, wordsOf } from "../issue/index.ts";
import { bindFigure, type Observe } from "./bind.ts";
import { type BindingTag, readTag } from "./binding-tag.ts";

/** What the stretches of a text are bound to, by the tags of their controls; those with other tags are left out. */
export function boundTexts(text: string, controls: readonly TaggedText[]): readonly Bound[] {
  return controls.flatMap((control) => {
    const tag = readTag(control.tag);
    return tag === null ? [] : [boundText(text, control, tag)];
  });
}

/**
 * The same, each figure held against the very observation that its tag names, as the gate holds a report's. A text that
 * states no number any more, or several, is contradicted, too; one whose indicator, area or value is not there is
 * `unsure`. Citations are not held against anything.
 */
export async function holdBoundTexts(
  declarations: Declarations,
  text: string,
  controls: readonly TaggedText[],
  observe: Observe,
): Promise<readonly Bound[]> {
  const normal = normalise(text);
  const quantities = classify(normal, scan(normal)).filter(isQuantity);
  const all: Bound[] = [];
  for (const control of controls) {
    const tag = readTag(control.tag);
    if (tag === null) continue;
    const bound = boundText(text, control, tag);
    if (tag.kind === "citation") {
      all.push(bound);
      continue;
    }
    const { query, issues } = readQuery(declarations, tag.query, []);
    const [unknown] = issues;
    if (query === null) {
      all.push({ ...bound, status: "unsure", ...(unknown && { message: messageOf(unknown) }) });
      continue;
    }
    all.push({ ...bound, ...(await held(declarations, text, bound, query, quantities, observe)) });
  }
  return all;
}

function boundText(text: string, { start, end }: TaggedText, tag: BindingTag): Bound {
  const own = { start, end, text: text.slice(start, end) };
  if (tag.kind === "citation") return { ...own, to: tag.document, of: "", status: "cited" };
  const { indicator, period, area, where = {}, basis } = tag.query;
  const others = [
    ...(area === undefined ? [] : [`area=${area}`]),
    ...Object.entries(where).map(([name, value]) => `${name}=${value}`),
    ...(basis === undefined ? [] : [`basis=${basis}`]),
  ];
  return { ...own, to: indicator, of: [period, ...others].join(" "), status: "bound" };
}

async function held(
  declarations: Declarations,
  text: string,
  { start, end, to: indicator, of }: Bound,
  query: Query,
  quantities: readonly QuantityMention[],
  observe: Observe,
): Promise<Pick<Bound, "status" | "message">> {
  // 近 before the control makes another claim of what stands in it
  const touching = quantities.filter((it) => it.start < end && start < it.end);
  const from = Math.min(start, ...touching.map((it) => it.start));
  const to = Math.max(end, ...touching.map((it) => it.end));
  const figure = {
    query,
    number: 0,
    text: text.slice(from, to),
    line: 0,
    column: 0,
    sentence: "",
    block: { text },
    start: from,
    end: to,
  };
  // the figure's words are those of the document, whichever language they are in
  const result = await bindFigure(declarations, { file: "", language: "zh" }, figure, touching, observe);
  if (!("code" in result)) {
    const { title } = declarations.indicators.get(query.indicator) ?? { title: { zh: "", en: "" } };
    const message = {
      zh: `与所绑定的记录相符：${title.zh}（${indicator}，${of}）`,
      en: `agrees with the record that it is bound to: ${title.en} (${indicator}, ${of})`,
    };
    return { status: "proven", message };
  }
  const status = UNTRUE.includes(result.code) ? "contradicted" : "unsure";
  const { zh, en } = messageOf(result);
  // the issue of a text without a number does not say what was meant
  const meant = NUMBERLESS.includes(result.code);
  return {
    status,
    message: meant
      ? { zh: `${zh}，绑定的是 ${indicator}，${of}`, en: `${en}; it is bound to ${indicator}, ${of}` }
      : { zh, en },
  };
}

const NUMBERLESS: readonly IssueCode[] = ["reports.figure-has-none", "reports.figure-has-several"];

/** What the text itself has wrong; all else is missing in the records. */
const UNTRUE: readonly IssueCode[] = [
  "reports.figure-refused",
  "reports.direction-differs",
  "reports.unit-differs",
  ...NUMBERLESS,
];

function messageOf(it: Issue): Words {
  return { zh: wordsOf(it, "zh").what, en: wordsOf(it, "en").what };
}
