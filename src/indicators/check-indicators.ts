import { Decimal } from "../quantity/index.ts";
import type {
  FormulaDefinition,
  IndicatorDefinition,
  MeasureDefinition,
  PackDefinition,
  Term,
} from "./define.ts";

/** Stops on what a pack declares wrongly. */
export type Need = (holds: boolean, what: string) => void;

/**
 * Checks that formulas read what they can read, that what runs from the year's beginning is reported, that one
 * standard at most is in force on a day, and that lists are told apart by their dates.
 */
export function checkIndicators(pack: PackDefinition, need: Need): void {
  checkFormulas(pack, need);
  for (const it of pack.indicators) {
    if (it.kind === "measure" && it.cumulative === true)
      need(
        it.reported === true && it.nature === "flow" && "sum" in it.measure,
        `${it.id}: only a reported flow that is summed can run from the year's beginning`,
      );
    checkStandards(it, need);
  }
  checkLists(pack, need);
}

function checkFormulas(pack: PackDefinition, need: Need): void {
  const indicators = new Map(pack.indicators.map((it) => [it.id, it]));
  const measureOf = (term: Term, { id }: FormulaDefinition, what: string): MeasureDefinition => {
    const indicator = indicators.get(typeof term === "string" ? term : term.indicator);
    need(indicator?.kind === "measure", `${id}: ${what} needs a measure, not a formula`);
    return indicator as MeasureDefinition;
  };
  for (const it of pack.indicators) {
    if (it.kind === "measure") continue;
    const { formula } = it;
    if ("mean" in formula) need(formula.mean.of.length > 0, `${it.id}: a mean of nothing`);
    if ("coverage" in formula) measureOf(formula.coverage.of, it, "a coverage");
    if ("overMonths" in formula)
      need(
        measureOf(formula.overMonths.of, it, "overMonths").nature === "stock",
        `${it.id}: only what stands at a month's end can be added up over months`,
      );
    if ("growth" in formula && formula.growth.alike !== undefined) {
      const { of, alike } = formula.growth;
      const { by } = measureOf(of, it, "growth over alike units");
      const narrowed = typeof of === "string" ? [] : Object.keys(of.where);
      need(by.includes(alike) && !narrowed.includes(alike), `${it.id}: no dimension ${alike} to compare by`);
    }
  }
}

function checkStandards({ id, standards = [] }: IndicatorDefinition, need: Need): void {
  const inOrder = [...standards].sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));
  for (const [at, { value, effectiveFrom, effectiveTo }] of inOrder.entries()) {
    need(Decimal.parse(value) !== null, `${id}: the standard ${value} is no decimal`);
    for (const day of [effectiveFrom, effectiveTo ?? effectiveFrom])
      need(/^\d{4}-\d{2}-\d{2}$/.test(day), `${id}: the standard's ${day} is no day`);
    const next = inOrder[at + 1]?.effectiveFrom;
    need(
      next === undefined || (effectiveTo !== undefined && effectiveTo < next),
      `${id}: two standards are in force on ${next}`,
    );
  }
}

function checkLists({ lists, areas }: PackDefinition, need: Need): void {
  const codes = new Set(areas.map((it) => it.code));
  const seen = new Set<string>();
  for (const { id, date, codes: listed } of lists) {
    need(/^\d{4}-\d{2}-\d{2}$/.test(date), `list ${id}: ${date} is no day`);
    need(!seen.has(`${id} ${date}`), `two versions of list ${id} have the date ${date}`);
    seen.add(`${id} ${date}`);
    const foreign = listed.find((code) => !codes.has(code));
    need(foreign === undefined, `list ${id}: no area ${foreign}`);
  }
}
