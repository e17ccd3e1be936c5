import type { QuantityMention } from "../claims/index.ts";
import type { Declarations, Missing, Observation, Query } from "../indicators/index.ts";
import { type Issue, type IssueCode, issue } from "../issue/index.ts";
import type { Binding } from "./bound-report.ts";
import { corrected, shown } from "./correction.ts";
import { claimOf, claimOfWord, isOppositeOf, proves, unitOfIndicator } from "./proof.ts";
import type { FigureDirective, ReportText } from "./read.ts";
import { wordFigure } from "./word-figure.ts";

/** Reads the value of an indicator: what `indicators/` observes, wherever its cells lie. */
export type Observe = (query: Query) => Promise<Observation> | Observation;

/** A figure whose attributes name something that can be observed. */
export type QueriedFigure = FigureDirective & { readonly query: Query };

/** What of a figure is held against its observation. */
export type HeldFigure = Pick<
  QueriedFigure,
  "query" | "number" | "text" | "line" | "column" | "sentence" | "start" | "end"
> & { readonly block: { readonly text: string } };

/**
 * Ties a figure's text to its observation, or says why the one does not prove the other. `quantities` are those
 * that stand whole within the text, with offsets in the figure's block.
 */
export async function bindFigure(
  declarations: Declarations,
  { file, language }: Pick<ReportText, "file" | "language">,
  figure: HeldFigure,
  quantities: readonly QuantityMention[],
  observe: Observe,
): Promise<Binding | Issue> {
  const { query, number, text, line, column, sentence, block } = figure;
  const indicator = declarations.indicators.get(query.indicator);
  if (indicator === undefined) throw new Error(`no indicator ${query.indicator}: read the report first`);
  const where = { indicator: query.indicator, area: query.area, period: query.period.toString() };
  const refused = (code: IssueCode, params: Issue["params"] = {}) =>
    issue(code, [file, line, column], { text, ...where, ...params });

  const [quantity, another] = quantities;
  const word = wordFigure(text);
  if (another !== undefined) return refused("reports.figure-has-several");
  if (quantity === undefined && word === null) return refused("reports.figure-has-none");
  const claim =
    quantity !== undefined ? claimOf(quantity, block.text, indicator) : word && claimOfWord(word, indicator);
  const { symbols, english } = unitOfIndicator(indicator);
  if (claim === null) return refused("reports.unit-differs", { unitZh: symbols[0], unitEn: english[1] });

  const observation = await observe(query);
  if (observation.value === null) return refused(MISSING[observation.missing ?? "no-record"]);
  if (proves(observation, indicator, claim)) return { number, text, line, column, sentence, observation };
  const decimals = claim.stated?.decimals ?? 0;
  return refused(
    isOppositeOf(observation, indicator, claim) ? "reports.direction-differs" : "reports.figure-refused",
    {
      valueZh: shown(observation, indicator, decimals, "zh"),
      valueEn: shown(observation, indicator, decimals, "en"),
      instead:
        quantity === undefined
          ? shown(observation, indicator, decimals, language)
          : instead(
              block.text,
              figure,
              quantity,
              corrected(quantity, block.text, observation, indicator, claim),
            ),
    },
  );
}

/** The figure's text with other words where its quantity stands. */
function instead(text: string, figure: HeldFigure, quantity: QuantityMention, words: string): string {
  return text.slice(figure.start, quantity.start) + words + text.slice(quantity.end, figure.end);
}

const MISSING: Readonly<Record<Missing, IssueCode>> = {
  "no-base": "reports.no-base",
  "no-record": "reports.no-record",
  "series-break": "reports.series-break",
  "never-sum": "reports.never-sum",
  "no-calendar": "reports.no-calendar",
  "too-fine": "reports.too-fine",
  suppressed: "reports.suppressed",
};
