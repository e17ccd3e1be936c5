import type { DateOf, RegisterDefinition } from "../registers/index.ts";
import type { MeasureDefinition } from "./define.ts";

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

/** Throws a plain error where a measure names what its register does not declare. */
export function refuseUndeclared(measure: MeasureDefinition, register: RegisterDefinition): void {
  const stop = stopper(`indicator ${measure.id}`);
  const { fields, lifecycle, deadlines } = register;
  const field = (name: string) => {
    if (name !== "state" && !Object.hasOwn(fields, name)) stop(`no field ${name}`);
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
    else if (!deadlines.some(({ id }) => id === it.deadline)) stop(`no deadline ${it.deadline}`);
  if ("sum" in measure.measure) {
    const { type, decimals } = fields[measure.measure.sum]?.schema ?? {};
    if (type !== "integer" && typeof decimals !== "number") stop(`no number ${measure.measure.sum}`);
  }
  if ("days" in measure.measure) for (const it of Object.values(measure.measure.days)) date(it);
  if (measure.date === undefined) return;
  if ("each" in measure.date) state(measure.date.each);
  else date(measure.date);
}

function stopper(what: string): (why: string) => never {
  return (why) => {
    throw new Error(`${what}: ${why}`);
  };
}
