import type { Words } from "../issue/index.ts";
import { type DateOf, freeze, type RecordCondition, type RegisterDefinition } from "../registers/index.ts";
import { checkGrid } from "./check-grid.ts";
import { checkIndicators } from "./check-indicators.ts";
import { explanationRegister } from "./explanation.ts";
import { checkMap } from "./map/check-map.ts";
import { refuseMixedNature, refuseUndeclared } from "./measure-check.ts";

/**
 * A condition of a measure on a record: on its fields and state; on its register's light, as a field `light`, of
 * stocks; on whether it kept to one of its register's deadlines or waits, by the rule in force when the clock started.
 */
export type Condition = RecordCondition | DeadlineCondition | WaitCondition;

/**
 * That what a deadline asks for happened by its due date (`in-time`), or after it (`late`). A record that has not done
 * yet what it must do is neither, whatever day it is. Or, of stocks, that the due date has passed and it has not
 * happened on the day that the stock is told of (`overdue`): such a stock changes with time, without any entry.
 */
export interface DeadlineCondition {
  /** id of a deadline of the measure's register */
  readonly deadline: string;
  readonly met: "in-time" | "late" | "overdue";
}

/** Whether what had to wait did, where it has happened: a wait that was shortened with a reason was not kept. */
export interface WaitCondition {
  /** id of a wait of the measure's register */
  readonly wait: string;
  readonly kept: boolean;
}

/** What every indicator tells of itself, measured or calculated. */
export interface IndicatorFacts {
  /** `<register>.<name>`: `lead.received` */
  readonly id: string;
  readonly title: Words;
  /** what prose calls it besides, in either language: what `check` looks for, and shows nowhere */
  readonly synonyms?: readonly string[];
  /** the definition in the official words' sense */
  readonly definition: Words;
  /** id of a unit in `quantity/` */
  readonly unit: string;
  /** 口径: what is in, what is out */
  readonly basis: Words;
  readonly owner: Words;
  readonly frequency: "day" | "month" | "quarter" | "year";
  /** the rule or document that defines it; 示例 where the pack invents a value */
  readonly source: Words;
  /** digits after the point when shown */
  readonly decimals: number;
  /** which direction is good, for a chart's reader; none where neither is */
  readonly better?: "more" | "less";
  /** thresholds that a rule or document sets; one at most in force on a day */
  readonly standards?: readonly StandardDefinition[];
  /** when its definition changed: the series breaks there */
  readonly breaks?: readonly BreakDefinition[];
}

/**
 * A break of a series: before a month, a former definition holds. A period that it lies in has no value; what stands
 * at a period's end is told by the definition of that end.
 */
export interface BreakDefinition {
  /** the first month of the definition that came after, `YYYY-MM` */
  readonly at: string;
  /** id of the indicator that holds the former definition, back to the break before; it has no breaks itself */
  readonly before: string;
  readonly why: Words;
}

/** A threshold that a value should keep: whether it does is told with the value, and stops nothing. */
export interface StandardDefinition {
  readonly relation: "<=" | ">=";
  /** decimal string in the indicator's unit */
  readonly value: string;
  /** first day on which it holds, `YYYY-MM-DD`; a value is held against the standard in force at its period's end */
  readonly effectiveFrom: string;
  /** last day; none while it is still in force */
  readonly effectiveTo?: string;
  readonly source: Words;
}

/** A count or a sum over the records of one register. */
export interface MeasureDefinition extends IndicatorFacts {
  readonly kind: "measure";
  readonly register: string;
  readonly measure: Measured;
  /** `flow`: what happened in a period; `stock`: what stands at its end */
  readonly nature: "flow" | "stock";
  /** all must hold; none means every record */
  readonly where: readonly Condition[];
  /** flow: the date that puts a record into a month */
  readonly date?: MeasureDate;
  /** fields to break it down by; `state` is one, too */
  readonly by: readonly string[];
  /** the finest cells that are published */
  readonly finest: { readonly area: AreaLevel; readonly period: "month" | "year" };
  /** its values are reported, not counted: where no report says one there is none, instead of 0 */
  readonly reported?: true;
  /**
   * its reports run from the year's beginning, one series for each area and breakdown: what a period has is the last
   * report in it of each year, less what had been reported by the month before it
   */
  readonly cumulative?: true;
  /** across what values are never added (persons who return every year, means per head), and why */
  readonly neverSum?: { readonly over: readonly ("year" | "area")[]; readonly why: Words };
  /**
   * of a sealed register, or of sealed fields: figures that tell of one or two records are published all the same, and
   * why. Without it they are withheld, and with them what they could be calculated from
   */
  readonly smallCells?: { readonly publish: true; readonly why: Words };
}

/** What is added up over records. */
export type Measured =
  | { readonly count: true }
  /** a count or an amount; a record without one adds nothing to it */
  | { readonly sum: string }
  /**
   * whole days from one date to another, the first not counted (less than none where the second is earlier); a
   * record that has not both is not counted
   */
  | { readonly days: { readonly from: DateOf; readonly to: DateOf } };

/**
 * The date that puts a record into a month; or, with `each`, every day on which it entered a state, as often as it
 * did: works that were sent back, cases that were opened again.
 */
export type MeasureDate = DateOf | { readonly each: string };

export type AreaLevel = "district" | "township" | "village";

/** A measure, or a measure narrowed to some of its breakdown. */
export type Term = string | { readonly indicator: string; readonly where: Readonly<Record<string, string>> };

/** How an indicator is calculated from others, in exact decimals, when it is read. */
export type Formula =
  /** of ÷ to, in the indicator's unit */
  | { readonly ratio: { readonly of: Term; readonly to: Term } }
  /** 100 × part ÷ whole, in per cent */
  | { readonly share: { readonly part: Term; readonly whole: Term } }
  /** the arithmetic mean of terms, in the indicator's unit */
  | { readonly mean: { readonly of: readonly Term[] } }
  /**
   * 100 × (value − value a year before) ÷ value a year before, in per cent; with `alike`, over those values of a
   * dimension alone that a measure has records of in both years: the units that can be compared
   */
  | { readonly growth: { readonly of: Term; readonly alike?: string } }
  /**
   * a stock added up over the month ends of a period: what was paid, of the monthly benefits in payment. Of the
   * period, the months that the ledger is about
   */
  | { readonly overMonths: { readonly of: Term } }
  /**
   * 100 × listed areas with at least one ÷ listed areas, in per cent; counted since the first entry, out of the
   * version of the list that is in force at the period's end
   */
  | { readonly coverage: { readonly of: Term; readonly list: string } }
  /** the weighted coefficient of variation of of ÷ per over the values of one dimension */
  | { readonly difference: { readonly of: Term; readonly per: Term; readonly over: string } }
  /** a sum of terms, each times 1 or −1 */
  | { readonly sum: { readonly plus: readonly Term[]; readonly minus?: readonly Term[] } };

export interface FormulaDefinition extends IndicatorFacts {
  readonly kind: "formula";
  readonly formula: Formula;
}

export type IndicatorDefinition = MeasureDefinition | FormulaDefinition;

/**
 * A reconciliation: two sums of observations and how they must stand to each other.
 * `each`: for every year alone; `cumulative`: from the first month to the end of every year.
 * Checked at every area of `areas` that has an observation.
 */
export interface RuleDefinition {
  readonly kind: "rule";
  readonly id: string;
  readonly title: Words;
  readonly left: { readonly plus: readonly Term[]; readonly minus?: readonly Term[] };
  readonly relation: "=" | "<=";
  readonly right:
    | { readonly plus: readonly Term[]; readonly minus?: readonly Term[] }
    | { readonly constant: string };
  readonly periods: "each" | "cumulative";
  readonly areas: AreaLevel;
  /** check for each value of this dimension, too */
  readonly by?: string;
  readonly source: Words;
}

/** An area of the pack's list: a 12-digit code and the area above it. */
export interface Area {
  readonly code: string;
  readonly name: Words;
  readonly level: AreaLevel;
  /** null for the district itself */
  readonly parent: string | null;
  /** civil class, such as `committee` (村委会), `community` (居委会), `farm`; what lists choose by */
  readonly type: string;
}

/**
 * A dated list of areas: the denominator of a coverage. A list has as many versions as there are dates under its id;
 * a coverage takes the latest that is not after its period's end, or the earliest where all are.
 */
export interface AreaListDefinition {
  readonly id: string;
  readonly title: Words;
  /** the day for which it is valid, `YYYY-MM-DD` */
  readonly date: string;
  readonly codes: readonly string[];
  readonly source: Words;
}

/**
 * Townships as tiles of one size side by side, where no map is to be had: rows from the top, columns from the left, both
 * from 1. It shows no boundaries, sizes or distances, and `note` says what its order means.
 */
export interface AreaGridDefinition {
  readonly note: Words;
  /** by the code of every township */
  readonly places: Readonly<Record<string, { readonly row: number; readonly column: number }>>;
}

/**
 * Townships as they lie: a file of GeoJSON whose features are the townships, each by its code. Who publishes a map needs
 * its approval (审图号), which stands on the map (《地图管理条例》, 国务院令第664号); only made-up boundaries have none.
 */
export interface AreaMapDefinition {
  /** what it shows, as of when, and where its boundaries come from */
  readonly note: Words;
  /** 审图号 */
  readonly approval?: string;
  /** its file's name, for whoever has to mend it */
  readonly file: string;
  /** its text: RFC 7946, at most a mebibyte */
  readonly geojson: string;
}

/** A document that a report may cite for a figure that is not from the registers. */
export interface DocumentDefinition {
  readonly id: string;
  readonly title: Words;
  readonly issuer: Words;
  readonly date: string;
  readonly number?: string;
}

/** A report's prose: Markdown with directives, one text for each language. */
export interface ReportDefinition {
  readonly id: string;
  readonly title: Words;
  /** `2016-10..2021-10` */
  readonly period: string;
  /** file name and Markdown text in each language */
  readonly texts: Readonly<Record<"zh" | "en", { readonly file: string; readonly markdown: string }>>;
}

/** A district's own declarations and texts. */
export interface PackDefinition {
  readonly kind: "pack";
  readonly district: { readonly code: string; readonly name: Words; readonly host: string };
  /** where the data are made up: the words that stand on every page and file */
  readonly demonstration?: Words;
  /** the months that the ledger is about */
  readonly period: string;
  readonly areas: readonly Area[];
  readonly areasDate: string;
  readonly grid?: AreaGridDefinition;
  /** shown in place of the grid */
  readonly map?: AreaMapDefinition;
  readonly lists: readonly AreaListDefinition[];
  readonly registers: readonly RegisterDefinition[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly rules: readonly RuleDefinition[];
  readonly documents: readonly DocumentDefinition[];
  readonly reports: readonly ReportDefinition[];
}

export type MeasureInput = Omit<MeasureDefinition, "kind" | "where" | "by" | "finest" | "decimals"> &
  Partial<Pick<MeasureDefinition, "where" | "by" | "finest" | "decimals">>;
export type FormulaInput = Omit<FormulaDefinition, "kind" | "decimals"> &
  Partial<Pick<FormulaDefinition, "decimals">>;

/**
 * Declares an indicator: a count or sum over a register, or a formula over other indicators.
 * A measure without `finest` is published down to villages and months; without `decimals`, 0 for a measure
 * and 1 for a formula.
 */
export function defineIndicator(input: MeasureInput | FormulaInput): IndicatorDefinition {
  if ("formula" in input) return freeze({ decimals: 1, ...input, kind: "formula" });
  refuseMixedNature(input);
  return freeze({
    where: [],
    by: [],
    finest: { area: "village", period: "month" },
    decimals: 0,
    ...input,
    kind: "measure",
  });
}

/** Declares a reconciliation rule. */
export function defineRule(input: Omit<RuleDefinition, "kind">): RuleDefinition {
  return freeze({ ...input, kind: "rule" });
}

/**
 * Puts a district's declarations together, and stops on names that nothing declares. The register of
 * explanations, which every district keeps, joins its registers.
 */
export function definePack(input: Omit<PackDefinition, "kind">): PackDefinition {
  const registers = [...input.registers, explanationRegister];
  const pack: PackDefinition = freeze({ ...input, registers, kind: "pack" });
  checkNames(pack);
  return pack;
}

function checkNames(pack: PackDefinition): void {
  const registers = new Map(pack.registers.map((it) => [it.name, it]));
  const indicators = new Map(pack.indicators.map((it) => [it.id, it]));
  const lists = new Set(pack.lists.map((it) => it.id));
  const need = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`pack ${pack.district.code}: ${what}`);
  };
  const term = (it: Term, where: string) => {
    const id = typeof it === "string" ? it : it.indicator;
    need(indicators.has(id), `${where} names an indicator that is not declared: ${id}`);
  };
  need(registers.size === pack.registers.length, "two registers have one name");
  need(indicators.size === pack.indicators.length, "two indicators have one id");
  for (const it of pack.indicators) {
    if (it.kind === "formula") for (const one of termsOf(it.formula)) term(one, it.id);
    else {
      const register = registers.get(it.register);
      need(register !== undefined, `${it.id} names a register that is not declared: ${it.register}`);
      refuseUndeclared(it, register as RegisterDefinition);
    }
    if (it.kind === "formula" && "coverage" in it.formula)
      need(lists.has(it.formula.coverage.list), `${it.id}: no list ${it.formula.coverage.list}`);
  }
  for (const rule of pack.rules)
    for (const side of [rule.left, rule.right])
      if ("plus" in side) for (const one of [...side.plus, ...(side.minus ?? [])]) term(one, rule.id);
  checkIndicators(pack, need);
  checkGrid(pack, need);
  checkMap(pack);
}

/** The terms that a formula reads. */
export function termsOf(formula: Formula): readonly Term[] {
  if ("ratio" in formula) return [formula.ratio.of, formula.ratio.to];
  if ("share" in formula) return [formula.share.part, formula.share.whole];
  if ("mean" in formula) return formula.mean.of;
  if ("growth" in formula) return [formula.growth.of];
  if ("overMonths" in formula) return [formula.overMonths.of];
  if ("coverage" in formula) return [formula.coverage.of];
  if ("difference" in formula) return [formula.difference.of, formula.difference.per];
  return [...formula.sum.plus, ...(formula.sum.minus ?? [])];
}
