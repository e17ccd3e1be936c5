import { dayNumber, dayOf, type WorkCalendar } from "../calendar/index.ts";
import {
  areaOf,
  type CompiledDeadline,
  type CompiledWait,
  compileConditions,
  compileDeadlines,
  compileWaits,
  dateIn,
  type Light,
  type RecordView,
  type RegisterDefinition,
  timesEntered,
} from "../registers/index.ts";
import type { AreaTree } from "./area-tree.ts";
import { type CellSums, placeOf } from "./cell.ts";
import type { Condition, MeasureDefinition } from "./define.ts";
import { countsFirstEnterings } from "./suppression/guarded.ts";
import { compileCourse, turnsWithTime } from "./time.ts";

/** What one view of a record adds to one measure. */
export interface Share {
  /** the record's own area */
  readonly area: string;
  readonly month: number;
  readonly breakdown: string;
  readonly n: number;
  readonly sum: bigint;
}

/** One measure, compiled. */
export type Shares = {
  /** Adds a share to the cells of its area and those above it, `sign` times. */
  add(share: Share, sign: 1 | -1, sums: CellSums): void;
} & (
  | {
      /** a record as it stands has a share, once, by a date of its own */
      readonly of: "record";
      /** null where it adds nothing */
      on(view: RecordView | null): Share | null;
    }
  | {
      /** a record has a share on each day on which it stood anew */
      readonly of: "day";
      on(view: RecordView | null, day: string): Share | null;
    }
  | {
      /** a record has a share on every day, also between its entries */
      readonly of: "time";
      /**
       * Its shares from a day on, if it stayed as it stands: in order, one for that day and one for each later day
       * on which it may be another.
       */
      from(view: RecordView | null, day: string): readonly DatedShare[];
    }
);

/** A share that holds from a month on; null where there is none. */
export interface DatedShare {
  readonly month: number;
  readonly share: Share | null;
}

/** Compiles measures of one register. */
export function compileShares(
  register: RegisterDefinition,
  measures: readonly MeasureDefinition[],
  areas: AreaTree,
  calendar: WorkCalendar,
): Shares[] {
  const clocks: Clocks = {
    deadlines: compileDeadlines(register, calendar),
    waits: compileWaits(register, calendar),
  };
  return measures.map((it) => compileMeasure(register, it, areas, clocks, calendar));
}

interface Clocks {
  readonly deadlines: ReadonlyMap<string, CompiledDeadline>;
  readonly waits: ReadonlyMap<string, CompiledWait>;
}

function compileMeasure(
  register: RegisterDefinition,
  measure: MeasureDefinition,
  areas: AreaTree,
  clocks: Clocks,
  calendar: WorkCalendar,
): Shares {
  const holds = compileWhere(register, measure.where, clocks);
  const breakdownOf = compileBreakdown(measure.by);
  const amountOf = compileAmount(register, measure);
  const { id, nature, date, finest } = measure;
  const alone = measure.neverSum?.over.includes("area") === true;
  const add: Shares["add"] = ({ area, month, breakdown, n, sum }, sign, sums) => {
    for (const code of alone ? [area] : areas.upwards(area, finest.area))
      sums.add(id, placeOf(code, month, breakdown), sign === 1 ? n : 0 - n, sign === 1 ? sum : -sum);
  };
  const shareOf = (
    view: RecordView,
    day: string,
    times: number,
    light: Light | null = null,
  ): Share | null => {
    if (!holds(view)) return null;
    const amount = amountOf(view);
    if (amount === null) return null;
    return {
      area: areaOf(register, view),
      month: monthIndex(day),
      breakdown: breakdownOf(view, light),
      n: times,
      sum: times === 1 ? amount : amount * BigInt(times),
    };
  };
  const courseOf = compileCourse(register, measure, calendar);
  if (courseOf !== null)
    return {
      of: "time",
      add,
      from: (view, first) => {
        if (view === null || view.gone) return [];
        const { holds, light, turns } = courseOf(view);
        return [first, ...turns.filter((it) => it > first)].map((day) => ({
          month: monthIndex(day),
          share: holds(day) ? shareOf(view, day, 1, light(day)) : null,
        }));
      },
    };
  if (nature === "stock")
    return { of: "day", add, on: (view, day) => (view === null || view.gone ? null : shareOf(view, day, 1)) };
  if (date === undefined) throw new Error(`indicator ${id}: a flow needs a date`);
  if ("each" in date) {
    const firstAlone = countsFirstEnterings(register, measure);
    return {
      of: "day",
      add,
      on: (view, day) => {
        const times = view === null || view.gone ? 0 : timesEntered(view, date.each, day);
        const share = view === null || times === 0 ? null : shareOf(view, day, times);
        if (view === null || share === null || !firstAlone) return share;
        return { ...share, n: dateIn(view, { first: date.each }) === day ? 1 : 0 };
      },
    };
  }
  return {
    of: "record",
    add,
    on: (view) => {
      if (view === null || view.gone) return null;
      const day = dateIn(view, date);
      return day === undefined ? null : shareOf(view, day, 1);
    },
  };
}

/** What a record adds to a measure's sum; null where it has no share. */
function compileAmount(
  register: RegisterDefinition,
  definition: MeasureDefinition,
): (view: RecordView) => bigint | null {
  const { measure } = definition;
  if ("count" in measure) return countsFirstEnterings(register, definition) ? () => 1n : () => 0n;
  if ("days" in measure) {
    const { from, to } = measure.days;
    return (view) => {
      const [first, last] = [dateIn(view, from), dateIn(view, to)];
      return first === undefined || last === undefined
        ? null
        : BigInt(dayNumber(dayOf(last)) - dayNumber(dayOf(first)));
    };
  }
  const field = measure.sum;
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

function compileBreakdown(by: readonly string[]): (view: RecordView, light: Light | null) => string {
  if (by.length === 0) return () => "{}";
  const heads = by.map((name, i) => `${i === 0 ? "{" : ","}${JSON.stringify(name)}:`);
  const read = (view: RecordView, light: Light | null, name: string) => {
    if (name === "state") return view.state;
    return (name === "light" ? light : null) ?? view.fields[name] ?? "";
  };
  return (view, light) => {
    let text = "";
    for (let i = 0; i < by.length; i++) {
      const name = by[i] as string;
      text += heads[i] + JSON.stringify(String(read(view, light, name)));
    }
    return `${text}}`;
  };
}

/**
 * A test that a record's view passes when every condition holds that does not change with time. Deadlines and waits
 * are looked at last, only by the measures that speak of them, and only in records that pass everything else.
 */
function compileWhere(
  register: RegisterDefinition,
  where: readonly Condition[],
  { deadlines, waits }: Clocks,
): (view: RecordView) => boolean {
  const lasting = where.filter((it) => !turnsWithTime(register, it));
  const holds = compileConditions(lasting.filter((it) => "field" in it));
  const times = lasting.flatMap((it): ((view: RecordView) => boolean)[] => {
    if ("deadline" in it) {
      const deadline = deadlines.get(it.deadline) as CompiledDeadline;
      return [(view) => deadline.metOf(view) === it.met];
    }
    if (!("wait" in it)) return [];
    const wait = waits.get(it.wait) as CompiledWait;
    return [(view) => wait.keptOf(view) === it.kept];
  });
  if (times.length === 0) return holds;
  return (view) => holds(view) && times.every((it) => it(view));
}

/** Months since year 0 of a day. */
function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
