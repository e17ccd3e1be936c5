import {
  areaOf,
  type CompiledDeadline,
  compileConditions,
  compileDeadlines,
  dateIn,
  type RecordView,
  type RegisterDefinition,
  type Step,
} from "../registers/index.ts";
import type { AreaTree } from "./area-tree.ts";
import { type CellSums, placeOf } from "./cell.ts";
import type { Condition, MeasureDefinition } from "./define.ts";

/** What an append did to one record. */
export interface Change {
  readonly before: RecordView | null;
  readonly after: RecordView;
  /** the day from which the change holds */
  readonly at: string;
  /** where the entry is dated back or withdraws the record: its history before and after */
  readonly rewritten?: { readonly before: readonly Step[]; readonly after: readonly Step[] };
}

/** What a register's measures make of its records. */
export interface Contribution {
  /** whether a measure depends on how a record stood in the past */
  readonly hasStock: boolean;
  /** Adds what a whole record contributes. */
  addRecord(view: RecordView, history: readonly Step[], sums: CellSums): void;
  /**
   * Adds what a change does: the old contribution is taken back, the new one put in. Counts and sums are
   * linear, so the changes since the first entry add up to what {@link addRecord} gives over all records.
   */
  addChange(change: Change, sums: CellSums): void;
}

/**
 * Compiles a register's measures. A flow counts a record in the month of its own date; a stock adds what
 * changed in the month from which it holds, so that the sum over all months up to one is what stands at
 * its end. As SQL, over one row a record, a flow is
 * `select area, month(date), breakdown, count(*), sum(field) … where … group by 1, 2, 3`.
 *
 * A measure that speaks of a deadline refuses (`calendar.…`) a record for which only the working days of a year
 * without a published calendar could tell: counted either way, the cells would change with the next calendar.
 */
export function compileContribution(
  register: RegisterDefinition,
  measures: readonly MeasureDefinition[],
  areas: AreaTree,
): Contribution {
  const deadlines = compileDeadlines(register);
  const compiled = measures.map((it) => ({
    nature: it.nature,
    part: compileMeasure(register, it, areas, deadlines),
  }));
  const flows = compiled.filter((it) => it.nature === "flow").map((it) => it.part);
  const stocks = compiled.filter((it) => it.nature === "stock").map((it) => it.part);
  const addSteps = (steps: readonly Step[], sign: 1 | -1, sums: CellSums) => {
    for (const { before, after, at } of steps)
      for (const stock of stocks) {
        const [from, to] = [stock.of(before, at), stock.of(after, at)];
        if (sign === 1) move(stock, from, to, sums);
        else move(stock, to, from, sums);
      }
  };
  return {
    hasStock: stocks.length > 0,
    addRecord: (view, history, sums) => {
      for (const flow of flows) move(flow, null, flow.of(view), sums);
      addSteps(history, 1, sums);
    },
    addChange: (change, sums) => {
      for (const flow of flows) move(flow, flow.of(change.before), flow.of(change.after), sums);
      addSteps(change.rewritten?.before ?? [], -1, sums);
      addSteps(change.rewritten?.after ?? [change], 1, sums);
    },
  };
}

/** What one view adds to one measure. */
interface Share {
  /** the record's own area */
  readonly area: string;
  readonly month: number;
  readonly breakdown: string;
  readonly sum: bigint;
}

/** One measure, compiled. */
interface Part {
  /** what a view adds: a stock on the day given, a flow on its own; null where it adds nothing */
  of(view: RecordView | null, day?: string): Share | null;
  /** Adds a share to the cells of its area and those above it, `sign` times. */
  add(share: Share, sign: 1 | -1, sums: CellSums): void;
}

/** Takes one share back and puts another in; most changes of a record leave most measures as they were. */
function move(part: Part, from: Share | null, to: Share | null, sums: CellSums): void {
  const same =
    from !== null &&
    to !== null &&
    from.month === to.month &&
    from.sum === to.sum &&
    from.area === to.area &&
    from.breakdown === to.breakdown;
  if (same) return;
  if (from !== null) part.add(from, -1, sums);
  if (to !== null) part.add(to, 1, sums);
}

function compileMeasure(
  register: RegisterDefinition,
  measure: MeasureDefinition,
  areas: AreaTree,
  deadlines: ReadonlyMap<string, CompiledDeadline>,
): Part {
  const holds = compileWhere(measure.where, deadlines);
  const breakdownOf = compileBreakdown(measure.by);
  const amountOf = compileAmount(register, measure);
  const { id, date, finest } = measure;
  const alone = measure.neverSum?.over.includes("area") === true;
  return {
    of: (view, day) => {
      if (view === null || view.gone || !holds(view)) return null;
      const on = day ?? (date && dateIn(view, date));
      if (on === undefined) return null;
      return {
        area: areaOf(register, view),
        month: monthIndex(on),
        breakdown: breakdownOf(view),
        sum: amountOf(view),
      };
    },
    add: ({ area, month, breakdown, sum }, sign, sums) => {
      for (const code of alone ? [area] : areas.upwards(area, finest.area))
        sums.add(id, placeOf(code, month, breakdown), sign, sign === 1 ? sum : -sum);
    },
  };
}

function compileAmount(
  register: RegisterDefinition,
  measure: MeasureDefinition,
): (view: RecordView) => bigint {
  if ("count" in measure.measure) return () => 0n;
  const field = measure.measure.sum;
  const decimals = decimalsOf(register, field);
  return (view) => {
    const value = view.fields[field];
    if (typeof value === "number") return BigInt(value);
    return typeof value === "string" ? scaled(value, decimals) : 0n;
  };
}

/** Digits after the point that a summed field may have. */
export function decimalsOf(register: RegisterDefinition, field: string): number {
  const decimals = register.fields[field]?.schema.decimals;
  return typeof decimals === "number" ? decimals : 0;
}

/** A validated decimal string times 10^decimals. */
function scaled(value: string, decimals: number): bigint {
  const point = value.indexOf(".");
  if (point < 0) return BigInt(value + "0".repeat(decimals));
  const fraction = value.slice(point + 1);
  return BigInt(value.slice(0, point) + fraction + "0".repeat(decimals - fraction.length));
}

function compileBreakdown(by: readonly string[]): (view: RecordView) => string {
  if (by.length === 0) return () => "{}";
  const heads = by.map((name, i) => `${i === 0 ? "{" : ","}${JSON.stringify(name)}:`);
  return (view) => {
    let text = "";
    for (let i = 0; i < by.length; i++) {
      const name = by[i] as string;
      text += heads[i] + JSON.stringify(String(name === "state" ? view.state : (view.fields[name] ?? "")));
    }
    return `${text}}`;
  };
}

/**
 * A test that a record's view passes when every condition holds. A deadline is looked at last, only by the measures
 * that speak of it, and only in records that pass everything else.
 */
function compileWhere(
  where: readonly Condition[],
  deadlines: ReadonlyMap<string, CompiledDeadline>,
): (view: RecordView) => boolean {
  const holds = compileConditions(where.filter((it) => "field" in it));
  const times = where
    .filter((it) => "deadline" in it)
    .map(({ deadline, met }) => ({ deadline: deadlines.get(deadline) as CompiledDeadline, met }));
  if (times.length === 0) return holds;
  return (view) => holds(view) && times.every(({ deadline, met }) => deadline.metOf(view) === met);
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
