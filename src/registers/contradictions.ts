import type { DatedRule } from "../calendar/index.ts";
import { Decimal } from "../quantity/index.ts";
import type { RecordCondition } from "./condition.ts";
import type { DateOf, DeadlineDefinition, RegisterDefinition } from "./define.ts";
import { partsOf } from "./expression.ts";
import type { CheckDefinition } from "./record-check.ts";

/** Throws a plain error where a declaration names what it does not declare, or what cannot be. */
export function refuseContradictions(register: RegisterDefinition): void {
  const stop = (what: string): never => {
    throw new Error(`register ${register.name}: ${what}`);
  };
  const { fields, lifecycle, amounts } = register;
  const field = (name: string, where: string) => {
    if (!Object.hasOwn(fields, name)) stop(`${where} names no field: ${name}`);
  };
  const state = (name: string, where: string) => {
    if (!Object.hasOwn(lifecycle.states, name)) stop(`${where} names no state: ${name}`);
  };
  const conditions = (where: readonly RecordCondition[] = [], owner: string) => {
    for (const it of where) {
      if (it.field !== "state") field(it.field, owner);
      else if ("in" in it) for (const one of it.in) state(String(one), owner);
    }
  };
  const date = (it: DateOf, owner: string) => {
    if ("field" in it) field(it.field, owner);
    else state("entered" in it ? it.entered : it.first, owner);
  };
  const unique = (all: readonly { readonly id: string }[], what: string) => {
    if (new Set(all.map((it) => it.id)).size < all.length) stop(`two ${what} have one id`);
  };

  const oneAtATime = (rules: readonly Pick<DatedRule, "effectiveFrom" | "effectiveTo">[], owner: string) => {
    const inOrder = rules.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    for (const [i, it] of inOrder.entries()) {
      const next = inOrder[i + 1]?.effectiveFrom;
      if (next !== undefined && (it.effectiveTo === undefined || it.effectiveTo >= next))
        stop(`${owner}: two rules are in force on ${next}`);
    }
  };

  field(register.area, "area");
  for (const name of ["key", "state", "entered", "reason"])
    if (name in fields) stop(`${name} is every entry's own and no field`);
  state(lifecycle.initial, "the lifecycle's beginning");
  for (const step of lifecycle.transitions) {
    for (const it of [step.from, step.to]) state(it, "a step");
    if (step.to === lifecycle.initial) stop(`no step may lead back to ${step.to}`);
    for (const name of step.requires ?? []) field(name, "requires");
  }

  for (const it of Object.keys(register.standing ?? {})) state(it, "standing");

  if (register.publicList !== undefined) {
    for (const it of register.publicList.fields) field(it, "the posted list");
    for (const it of register.publicList.states) state(it, "the posted list");
    if (register.publicList.fields.length === 0) stop("the posted list has no fields");
  }

  unique(register.deadlines, "deadlines");
  for (const { id, where, from, until, rules, extension } of register.deadlines) {
    const owner = `deadline ${id}`;
    date(from, owner);
    if ("field" in until) field(until.field, owner);
    else for (const it of until.states) state(it, owner);
    conditions(where, owner);
    if (rules.some((it) => it.unit === "hour") && ![from, until].every((it) => isInstant(register, it)))
      stop(`${owner} counts hours, but not from one instant to another`);
    if (extension === undefined) continue;
    field(extension.field, owner);
    if (fields[extension.field]?.optional !== true) stop(`${owner}: what extends it must be optional`);
  }

  unique(register.waits, "waits");
  for (const { id, where, from, until, rules, unless } of register.waits) {
    const owner = `wait ${id}`;
    date(from, owner);
    if ("field" in until) field(until.field, owner);
    else for (const it of until.states) state(it, owner);
    if ("states" in until && until.states.includes(lifecycle.initial))
      stop(`${owner}: a record begins in ${lifecycle.initial}`);
    conditions(where, owner);
    if (rules.some((it) => it.unit === "hour")) stop(`${owner} is counted in days, not in hours`);
    oneAtATime(rules, owner);
    if (unless === undefined) continue;
    field(unless, owner);
    if (fields[unless]?.optional !== true) stop(`${owner}: ${unless} must be optional`);
  }

  if (register.light !== undefined) {
    const { schedule, progress, waiting, running, behind, unstarted } = register.light;
    if (Object.hasOwn(fields, "light")) stop("light is what its light is read as and no field");
    for (const it of Object.values(schedule)) {
      field(it, "light");
      if (fields[it]?.schema.format !== "date") stop(`light: ${it} is no date`);
    }
    field(progress, "light");
    const { type, decimals } = fields[progress]?.schema ?? {};
    if (type !== "integer" && typeof decimals !== "number") stop(`light: ${progress} is no number`);
    for (const it of [...waiting, ...running]) state(it, "light");
    const both = waiting.filter((it) => running.includes(it));
    if (both.length > 0) stop(`light: ${both.join(", ")} cannot be waiting and running`);
    oneAtATime(behind, "light");
    for (const { yellow, red } of behind) {
      const [from, above] = [Decimal.parse(yellow), Decimal.parse(red)];
      if (from === null || above === null || from.sign() < 0 || from.compare(above) > 0)
        stop(`light: points behind must be numbers, yellow ones not above red ones: ${yellow}, ${red}`);
    }
    if (Object.values(unstarted).some((it) => it.unit === "hour"))
      stop("light: what is not started is counted in days, not in hours");
  }

  unique(amounts, "amounts");
  unique(register.checks, "checks");
  for (const { id, when, must } of register.checks) {
    const owner = `check ${id}`;
    conditions(when, owner);
    if ("where" in must) conditions(must.where, owner);
    for (const name of fieldsIn(must)) field(name, owner);
    if (!("left" in must)) continue;
    for (const it of [must.left, must.right].flatMap(partsOf)) {
      if (!("dated" in it)) continue;
      date(it.on, owner);
      if (!amounts.some((one) => one.id === it.dated)) stop(`${owner} names no amount: ${it.dated}`);
    }
  }
}

/** The fields that a requirement names but for those in its conditions and dates. */
function fieldsIn(must: CheckDefinition["must"]): readonly string[] {
  if ("set" in must) return must.set;
  if ("differ" in must) return must.differ;
  if ("where" in must) return [];
  return [must.left, must.right].flatMap(partsOf).flatMap((it) => ("field" in it ? [it.field] : []));
}

function isInstant({ fields }: RegisterDefinition, date: DateOf | DeadlineDefinition["until"]): boolean {
  return "field" in date && fields[date.field]?.schema.instant === true;
}
