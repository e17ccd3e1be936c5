import { publishedCalendar, type WorkCalendar } from "../calendar/index.ts";
import {
  type CompiledRegister,
  compileRegister,
  completed,
  type FollowedRegister,
  followRegister,
  type RegisterDefinition,
} from "../registers/index.ts";
import { AreaTree } from "./area-tree.ts";
import { type Contribution, compileContribution } from "./contribution.ts";
import { asKept } from "./cumulative.ts";
import type { IndicatorDefinition, MeasureDefinition, PackDefinition } from "./define.ts";
import { standingMeasures } from "./standing.ts";

/** A pack made ready to follow its records through a log and to count them. */
export interface Declarations {
  readonly pack: PackDefinition;
  readonly areas: AreaTree;
  /** the working days that deadlines are counted by */
  readonly calendar: WorkCalendar;
  readonly registers: ReadonlyMap<string, FollowedRegister>;
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  /** by register */
  readonly contributions: ReadonlyMap<string, Contribution>;
}

/** A pack made ready to take records in, too. */
export interface JudgingDeclarations extends Declarations {
  readonly registers: ReadonlyMap<string, CompiledRegister>;
}

/** Compiles a pack's declarations; those that an older version of the program wrote down, too. */
export function compilePack(
  pack: PackDefinition,
  calendar: WorkCalendar = publishedCalendar,
): JudgingDeclarations {
  return declarationsWith(pack, calendar, (it, areas) => compileRegister(it, areas.codes, calendar));
}

/**
 * Makes a pack's declarations ready to count a log by them and no more: in a browser, where no input is judged. What
 * it gives is what {@link compilePack} gives.
 */
export function followPack(pack: PackDefinition, calendar: WorkCalendar = publishedCalendar): Declarations {
  return declarationsWith(pack, calendar, followRegister);
}

function declarationsWith<Register extends FollowedRegister>(
  pack: PackDefinition,
  calendar: WorkCalendar,
  registerOf: (definition: RegisterDefinition, areas: AreaTree) => Register,
): Declarations & { readonly registers: ReadonlyMap<string, Register> } {
  const areas = new AreaTree(pack.areas);
  const registers = pack.registers.map(completed);
  const measures = pack.indicators.filter((it): it is MeasureDefinition => it.kind === "measure");
  const countedIn = (register: RegisterDefinition) => [
    ...measures.filter((it) => it.register === register.name).flatMap((it) => kept(it, register)),
    recordCount(register),
  ];
  return {
    pack,
    areas,
    calendar,
    registers: new Map(registers.map((it) => [it.name, registerOf(it, areas)])),
    indicators: new Map(pack.indicators.map((it) => [it.id, it])),
    contributions: new Map(
      registers.map((it) => [it.name, compileContribution(it, countedIn(it), areas, calendar)]),
    ),
  };
}

/** A measure as its cells are kept, and what tells how far its reports are settled. */
function kept(measure: MeasureDefinition, register: RegisterDefinition): MeasureDefinition[] {
  const own = asKept(measure, register);
  return [own, ...standingMeasures(own, register)];
}

/** Every register's own measure: its records, by their state where that is open. Not one of the pack's. */
export function recordCount(register: RegisterDefinition): MeasureDefinition {
  const unsaid = { zh: register.name, en: register.name };
  return {
    kind: "measure",
    id: recordCountId(register.name),
    register: register.name,
    title: unsaid,
    definition: unsaid,
    basis: unsaid,
    owner: register.owner,
    source: register.source,
    unit: "record",
    frequency: "day",
    decimals: 0,
    measure: { count: true },
    nature: "flow",
    where: [],
    date: { entered: register.lifecycle.initial },
    by: register.openState ? ["state"] : [],
    finest: { area: "district", period: "year" },
  };
}

/** The id under which a register's records are counted; no pack's indicator has such a one. */
export function recordCountId(register: string): string {
  return `${register}@records`;
}
