import { type DateOf, lights, type RegisterDefinition } from "../registers/index.ts";
import type { MeasureDefinition } from "./define.ts";
import { turnsWithTime } from "./time.ts";

/** Throws a plain error where a measure is asked for what its nature cannot give. */
export function refuseMixedNature({
  id,
  nature,
  date,
}: Pick<MeasureDefinition, "id" | "nature" | "date">): void {
  const stop = stopper(`indicator ${id}`);
  if (nature === "flow" && date === undefined) stop("a flow needs the date that puts a record into a month");
  if (nature === "stock" && date !== undefined)
    stop("a stock has no date: it is what stands at a period's end");
}

/** Throws a plain error where a measure names what its register does not declare, or asks a flow what day it is. */
export function refuseUndeclared(measure: MeasureDefinition, register: RegisterDefinition): void {
  const stop = stopper(`indicator ${measure.id}`);
  const { fields, lifecycle, deadlines, waits, light } = register;
  const field = (name: string) => {
    const known = name === "state" || (name === "light" && light !== undefined);
    if (!known && !Object.hasOwn(fields, name)) stop(`no field ${name}`);
  };
  const state = (name: string) => {
    if (!Object.hasOwn(lifecycle.states, name)) stop(`no state ${name}`);
  };
  const date = (it: DateOf) => {
    if (!("field" in it)) return state("entered" in it ? it.entered : it.first);
    field(it.field);
    const { format, instant } = fields[it.field]?.schema ?? {};
    if (format !== "date" && instant !== true) stop(`${it.field} is no date`);
  };
  for (const name of measure.by) field(name);
  for (const it of measure.where)
    if ("field" in it) field(it.field);
    else if ("deadline" in it) {
      if (!deadlines.some(({ id }) => id === it.deadline)) stop(`no deadline ${it.deadline}`);
    } else if (!waits.some(({ id }) => id === it.wait)) stop(`no wait ${it.wait}`);
  if ("sum" in measure.measure) {
    const { type, decimals } = fields[measure.measure.sum]?.schema ?? {};
    if (type !== "integer" && typeof decimals !== "number") stop(`no number ${measure.measure.sum}`);
  }
  if ("days" in measure.measure) for (const it of Object.values(measure.measure.days)) date(it);
  if (measure.date !== undefined) {
    if ("each" in measure.date) state(measure.date.each);
    else date(measure.date);
  }
  refuseMisusedTime(measure, register, stop);
}

function refuseMisusedTime(
  { nature, where, by }: MeasureDefinition,
  register: RegisterDefinition,
  stop: (why: string) => never,
): void {
  const showsLight = register.light !== undefined && by.includes("light");
  const asked = where.filter((it) => turnsWithTime(register, it));
  if (nature === "flow" && (asked.length > 0 || showsLight))
    stop("what is overdue and which light shows changes with time: only a stock can tell");
  const shown = asked.filter((it) => "field" in it);
  for (const it of shown)
    if (!("in" in it)) stop("a light is asked for by its colours: in");
    else for (const one of it.in) if (!lights.some((known) => known === one)) stop(`no light ${one}`);
  if (showsLight && shown.length === 0)
    stop("by light counts what has a light: say in where which lights it counts");
}

function stopper(what: string): (why: string) => never {
  return (why) => {
    throw new Error(`${what}: ${why}`);
  };
}
