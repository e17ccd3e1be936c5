import {
  classify,
  indicatorsAbout,
  isQuantity,
  type Mention,
  normalise,
  type ObservationIndex,
  relate,
  scan,
  vagueStatements,
} from "../claims/index.ts";
import type { Declarations, RuleResult } from "../indicators/index.ts";
import { type Issue, issue } from "../issue/index.ts";
import { bindFigure, type Observe, type QueriedFigure } from "./bind.ts";
import type { Binding, BoundReport } from "./bound-report.ts";
import { coverOf } from "./cover.ts";
import { type FigureDirective, type ReadReport, type ReportText, readReport, textsOf } from "./read.ts";
import type { Unproven } from "./unproven.ts";
import { type WordFigure, wordFiguresIn } from "./word-figure.ts";

/** What the gate says of a release's reports. It may go out where `issues` is empty. */
export interface Gate {
  /** the texts that have no issue of their own, in the pack's order, Chinese first */
  readonly bound: readonly BoundReport[];
  readonly issues: readonly Issue[];
  /**
   * words that state a figure without a number (全覆盖) and that nothing proves, and what could be measured and gives
   * no figure (稳步增长); they stop nothing
   */
  readonly warnings: readonly Issue[];
  /** what each warning is about, in the same order */
  readonly unproven: readonly Unproven[];
}

/**
 * Holds every text of every report of the pack against the records: all figures must be proven, all other
 * quantities cited, and every rule must hold or be explained. Tells everything that is wrong in one run, each
 * with its place.
 */
export async function gate(
  declarations: Declarations,
  observe: Observe,
  rules: readonly RuleResult[],
): Promise<Gate> {
  const bound: BoundReport[] = [];
  const issues: Issue[] = ruleIssues(declarations, rules);
  const warnings: Issue[] = [];
  const unproven: Unproven[] = [];
  for (const text of declarations.pack.reports.flatMap(textsOf)) {
    const result = await bindReport(declarations, text, observe);
    if (result.bound !== null) bound.push(result.bound);
    issues.push(...result.issues);
    warnings.push(...result.warnings);
    unproven.push(...result.unproven);
  }
  return { bound, issues, warnings, unproven };
}

/** Binds one text; `bound` is null where anything in it stops a release. Issues stand in the text's order. */
export async function bindReport(
  declarations: Declarations,
  text: ReportText,
  observe: Observe,
): Promise<Omit<Gate, "bound"> & { readonly bound: BoundReport | null }> {
  const read = readReport(declarations, text);
  const bindings: Binding[] = [];
  const issues: Issue[] = [...read.issues, ...titleIssues(text)];
  const statements: { readonly warning: Issue; readonly unproven: Unproven }[] = [];
  const warn = (code: Warning, words: string, place: Issue["path"], indicators: readonly string[]) => {
    const warning = issue(code, place, { text: words, known: indicators.join(", ") || "—" });
    const { id, language } = text;
    const unproven = { report: id, language, text: words, line: Number(place[1]), indicators };
    statements.push({ warning, unproven });
  };
  const named = namesOf(declarations);
  const figures = Map.groupBy(read.figures.filter(isQueried), (it) => it.block);
  for (const block of read.blocks) {
    const mentions = mentionsIn(block.text);
    const cover = coverOf(block, mentions.filter(isQuantity));
    const cut = new Set(cover.cut.map(({ span }) => span.node));
    const textOf = ({ start, end }: { start: number; end: number }) => block.text.slice(start, end);
    for (const { quantity, span } of cover.cut) {
      const params = { text: textOf(span), whole: textOf(quantity), name: span.node.name };
      issues.push(issue("reports.quantity-cut", pathOf(read, block.offsets[quantity.start]), params));
    }
    for (const quantity of cover.outside) {
      const params = { text: textOf(quantity) };
      issues.push(issue("reports.quantity-unbound", pathOf(read, block.offsets[quantity.start]), params));
    }
    for (const word of wordFiguresIn(block.text).filter(cover.isBare)) {
      const place = pathOf(read, block.offsets[word.start]);
      warn("reports.word-unbound", textOf(word), place, provable(declarations, word.figure));
    }
    for (const { start, end, clause } of vagueIn(block.text, mentions)) {
      if (!cover.isBare({ start: clause[0], end: clause[1] })) continue;
      const place = pathOf(read, block.offsets[start]);
      const about = indicatorsAbout(block.text.slice(...clause), named);
      warn("reports.statement-vague", textOf({ start, end }), place, about);
    }
    for (const figure of figures.get(block) ?? []) {
      if (cut.has(figure.node)) continue;
      const result = await bindFigure(declarations, text, figure, cover.within(figure), observe);
      if ("code" in result) issues.push(result);
      else bindings.push(result);
    }
  }
  const { id, language, file, title } = text;
  const { tree, citations, charts } = read;
  statements.sort((one, other) => byPlace(one.warning, other.warning));
  return {
    bound: issues.length > 0 ? null : { id, language, file, title, tree, bindings, citations, charts },
    issues: issues.sort(byPlace),
    warnings: statements.map((it) => it.warning),
    unproven: statements.map((it) => it.unproven),
  };
}

type Warning = "reports.word-unbound" | "reports.statement-vague";

function mentionsIn(text: string): readonly Mention[] {
  const normal = normalise(text);
  return classify(normal, scan(normal));
}

function vagueIn(text: string, mentions: readonly Mention[]) {
  return vagueStatements(relate(normalise(text), mentions));
}

/** What the pack's indicators are called, for whoever looks for one. */
function namesOf({ pack }: Declarations): ObservationIndex {
  return {
    area: pack.district.code,
    areas: [],
    indicators: pack.indicators.map(({ id, title, synonyms = [], unit }) => ({
      id,
      names: [title.zh, title.en, ...synonyms],
      unit,
      values: [],
    })),
  };
}

/** The indicators that could prove a word: of 全覆盖 the coverages, of 清零 what stands at an end. */
function provable({ pack }: Declarations, { of }: WordFigure): string[] {
  const ids = pack.indicators.flatMap((it) => {
    const coverage = it.kind === "formula" && "coverage" in it.formula;
    return (of === "ratio" ? coverage : it.kind === "measure" && it.nature === "stock") ? [it.id] : [];
  });
  return ids.slice(0, 5);
}

function isQueried(figure: FigureDirective): figure is QueriedFigure {
  return figure.query !== null && figure.text.trim() !== "";
}

function pathOf({ text, placeAt }: ReadReport, offset = 0): Issue["path"] {
  const { line, column } = placeAt(offset);
  return [text.file, line, column];
}

/** The title stands on the page, too, and no directive can stand in it. */
function titleIssues({ file, title }: ReportText): Issue[] {
  return mentionsIn(title)
    .filter(isQuantity)
    .map(({ start, end }) =>
      issue("reports.title-states-quantity", [file], { text: title.slice(start, end) }),
    );
}

function ruleIssues({ pack }: Declarations, rules: readonly RuleResult[]): Issue[] {
  return rules
    .filter(({ verdict }) => verdict === "broken")
    .map(({ rule, area, period, breakdown, left, relation, right, difference = "" }) => {
      const title = pack.rules.find((it) => it.id === rule)?.title ?? { zh: rule, en: rule };
      const path = ["rules", rule, area, period, ...Object.values(breakdown)];
      const titles = { titleZh: title.zh, titleEn: title.en };
      if (left === null || right === null)
        return issue("reports.rule-broken-withheld", path, { ...titles, difference });
      return issue("reports.rule-broken", path, {
        ...titles,
        left,
        relation: SIGN[relation],
        right,
      });
    });
}

const SIGN = { "=": "=", "<=": "≤" } as const;

function byPlace(one: Issue, other: Issue): number {
  const order = (path: Issue["path"], at: 1 | 2) => Number(path[at] ?? 0);
  return order(one.path, 1) - order(other.path, 1) || order(one.path, 2) - order(other.path, 2);
}
