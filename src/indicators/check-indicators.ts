import { Decimal } from "../quantity/index.ts";
import { below, standsAtEnd } from "./basis.ts";
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
  checkBreaks(pack, need);
  checkFormulas(pack, need);
  for (const it of pack.indicators) {
    if (it.kind === "measure" && it.cumulative === true) checkCumulative(pack, it, need);
    checkStandards(it, need);
  }
  checkLists(pack, need);
}

/** A difference of two reports is no sum of records, by which small figures are withheld: what is sealed stays out. */
function checkCumulative(pack: PackDefinition, measure: MeasureDefinition, need: Need): void {
  const { id, reported, nature, measure: counted, by } = measure;
  need(
    reported === true && nature === "flow" && "sum" in counted,
    `${id}: only a reported flow that is summed can run from the year's beginning`,
  );
  const register = pack.registers.find((it) => it.name === measure.register);
  const read = [register?.area ?? "", ...by, ...("sum" in counted ? [counted.sum] : [])];
  need(
    register?.visibility === "open" && read.every((it) => register.fields[it]?.sealed !== true),
    `${id}: what runs from the year's beginning is reported in an open register`,
  );
}

function checkFormulas(pack: PackDefinition, need: Need): void {
  const indicators = new Map(pack.indicators.map((it) => [it.id, it]));
  const measuresOf = (term: Term, { id }: FormulaDefinition, what: string): MeasureDefinition[] => {
    const indicator = indicators.get(typeof term === "string" ? term : term.indicator);
    const former = (indicator?.breaks ?? []).map(({ before }) => indicators.get(before));
    return [indicator, ...former].map((it) => {
      need(it?.kind === "measure", `${id}: ${what} needs a measure, not a formula`);
      return it as MeasureDefinition;
    });
  };
  for (const it of pack.indicators) {
    if (it.kind === "measure") continue;
    const { formula } = it;
    if ("mean" in formula) need(formula.mean.of.length > 0, `${it.id}: a mean of nothing`);
    if ("coverage" in formula) measuresOf(formula.coverage.of, it, "a coverage");
    if ("overMonths" in formula)
      need(
        measuresOf(formula.overMonths.of, it, "overMonths").every(({ nature }) => nature === "stock"),
        `${it.id}: only what stands at a month's end can be added up over months`,
      );
    if ("growth" in formula && formula.growth.alike !== undefined) {
      const { of, alike } = formula.growth;
      const narrowed = typeof of === "string" ? [] : Object.keys(of.where);
      need(
        measuresOf(of, it, "growth over alike units").every(({ by }) => by.includes(alike)) &&
          !narrowed.includes(alike),
        `${it.id}: no dimension ${alike} to compare by`,
      );
    }
  }
}

/** Former definitions are declared, of one unit and nature with the present one, and no definition rests on itself. */
function checkBreaks(pack: PackDefinition, need: Need): void {
  const indicators = new Map(pack.indicators.map((it) => [it.id, it]));
  for (const it of pack.indicators) {
    const { id, unit, breaks = [] } = it;
    need(new Set(breaks.map(({ at }) => at)).size === breaks.length, `${id}: two breaks in one month`);
    for (const { at, before } of breaks) {
      need(/^\d{4}-(0[1-9]|1[0-2])$/.test(at), `${id}: the break's ${at} is no month`);
      const former = indicators.get(before);
      need(former !== undefined, `${id}: no former definition ${before}`);
      need(former?.breaks === undefined, `${id}: ${before} has breaks itself; name them all at ${id}`);
      need(former?.unit === unit, `${id}: ${before} has another unit`);
      need(
        former !== undefined && standsAtEnd(indicators, former) === standsAtEnd(indicators, it),
        `${id}: of it and ${before} one is a stock and one is not`,
      );
    }
  }
  const checked = new Set<string>();
  const check = (it: IndicatorDefinition, above: readonly string[]) => {
    need(!above.includes(it.id), `${it.id} rests on itself: ${[...above, it.id].join(", ")}`);
    if (checked.has(it.id)) return;
    for (const part of below({ indicators }, it)) check(part, [...above, it.id]);
    checked.add(it.id);
  };
  for (const it of pack.indicators) check(it, []);
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
