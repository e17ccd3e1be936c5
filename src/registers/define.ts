import { z } from "zod";
import type { DatedRule } from "../calendar/index.ts";
import type { Words } from "../issue/index.ts";
import type { RecordCondition } from "./condition.ts";

/** JSON Schema, as zod writes it: what a field's value must be. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A value that a field can hold. Amounts are decimal strings, counts integers, dates `YYYY-MM-DD`. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** One field of a record. */
export interface FieldDefinition {
  readonly title: Words;
  readonly schema: JsonSchema;
  /** may be missing when the record is opened */
  readonly optional: boolean;
  /** id of a unit in `quantity/`, for counts and amounts */
  readonly unit?: string;
  /** never public, even in an open register */
  readonly sealed?: true;
}

export interface StateDefinition {
  readonly title: Words;
}

/** A step that a record may take, and what must be known by then. */
export interface TransitionDefinition {
  readonly from: string;
  readonly to: string;
  /** fields that must have a value after the step */
  readonly requires?: readonly string[];
  /** the step needs a reason (a reopening, a suspension) */
  readonly reason?: true;
}

/** A time by which something must have happened, by the rule in force when the matter was accepted. */
export interface DeadlineDefinition {
  readonly id: string;
  readonly title: Words;
  /** the records that it binds, where not every one: all must hold */
  readonly where?: readonly RecordCondition[];
  /** the date field, or the state entered, that starts the clock */
  readonly from: DateOf;
  /** the clock stops when the record enters one of these states, or when this field has a date */
  readonly until: { readonly states: readonly string[] } | { readonly field: string };
  readonly rules: readonly DatedRule[];
}

/** A date of a record: a field's value, or the day it last entered a state. */
export type DateOf = { readonly field: string } | { readonly entered: string };

/** The declaration of one kind of record. Frozen plain data: its canonical JSON is hashed into the ledger. */
export interface RegisterDefinition {
  readonly kind: "register";
  /** lower-case letters, digits and hyphens */
  readonly name: string;
  readonly title: Words;
  readonly description: Words;
  /** the unit that answers for it */
  readonly owner: Words;
  /** `open`: fields in the leaves; `sealed`: commitments only */
  readonly visibility: "open" | "sealed";
  /** sealed registers only: the state stands in the leaf all the same, because it tells of no person */
  readonly openState: boolean;
  /** what a record's key looks like */
  readonly key: { readonly title: Words; readonly schema: JsonSchema };
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** the field that holds the area code */
  readonly area: string;
  readonly lifecycle: {
    readonly initial: string;
    readonly states: Readonly<Record<string, StateDefinition>>;
    readonly transitions: readonly TransitionDefinition[];
  };
  readonly deadlines: readonly DeadlineDefinition[];
  /** the law or document that the register rests on */
  readonly source: Words;
}

/** A field as an author writes it, with a zod schema. */
export interface Field {
  readonly title: Words;
  readonly schema: z.ZodType;
  readonly unit?: string;
  readonly sealed?: true;
}

export interface RegisterInput {
  readonly name: string;
  readonly title: Words;
  readonly description: Words;
  readonly owner: Words;
  readonly visibility: "open" | "sealed";
  readonly openState?: boolean;
  readonly key: { readonly title: Words; readonly schema: z.ZodType };
  readonly fields: Readonly<Record<string, Field>>;
  readonly area: string;
  readonly lifecycle: RegisterDefinition["lifecycle"];
  readonly deadlines?: readonly DeadlineDefinition[];
  readonly source: Words;
}

/**
 * Declares a register. Throws a plain error on a declaration that contradicts itself (an area field that
 * is not there, a transition between unknown states): that is the pack author's program, not a user's input.
 */
export function defineRegister(input: RegisterInput): RegisterDefinition {
  const { fields, lifecycle } = input;
  const states = new Set(Object.keys(lifecycle.states));
  const known = (name: string, what: string) => {
    if (!(name in fields)) throw new Error(`register ${input.name}: ${what} names no field: ${name}`);
  };
  known(input.area, "area");
  for (const name of ["key", "state", "entered", "reason"])
    if (name in fields) throw new Error(`register ${input.name}: ${name} is every entry's own and no field`);
  if (!states.has(lifecycle.initial))
    throw new Error(`register ${input.name}: no state ${lifecycle.initial}`);
  for (const step of lifecycle.transitions) {
    for (const state of [step.from, step.to])
      if (!states.has(state)) throw new Error(`register ${input.name}: no state ${state}`);
    if (step.to === lifecycle.initial)
      throw new Error(`register ${input.name}: no step may lead back to ${step.to}`);
    for (const name of step.requires ?? []) known(name, "requires");
  }
  const deadlines = input.deadlines ?? [];
  if (new Set(deadlines.map((it) => it.id)).size < deadlines.length)
    throw new Error(`register ${input.name}: two deadlines have one id`);
  for (const { id, where, from, until } of deadlines) {
    const named = [
      ...("field" in from ? [from.field] : []),
      ...("field" in until ? [until.field] : []),
      ...(where ?? []).flatMap(({ field }) => (field === "state" ? [] : [field])),
    ];
    for (const name of named) known(name, `deadline ${id}`);
    const entered = [
      ...("entered" in from ? [from.entered] : []),
      ...("states" in until ? until.states : []),
    ];
    for (const state of entered)
      if (!states.has(state))
        throw new Error(`register ${input.name}: deadline ${id} names no state: ${state}`);
  }
  return freeze({
    kind: "register",
    name: input.name,
    title: input.title,
    description: input.description,
    owner: input.owner,
    visibility: input.visibility,
    openState: input.openState ?? input.visibility === "open",
    key: { title: input.key.title, schema: schemaOf(input.key.schema) },
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, { schema, ...rest }]) => [
        name,
        { ...rest, schema: schemaOf(schema), optional: schema.isOptional() },
      ]),
    ),
    area: input.area,
    lifecycle,
    deadlines,
    source: input.source,
  });
}

/** A calendar day, `YYYY-MM-DD`. */
export const date = () => z.iso.date();
/** An area code of the pack's list. */
export const area = () => z.string().meta({ area: true });
/**
 * Most digits of a count, and of an amount before its point. Sums are kept in 64 bits: ninety thousand records
 * of the greatest amount with two decimals still fit, and no district has a trillion of anything.
 */
const mostDigits = 12;

/** A whole number from 0 to 10¹² − 1. */
export const count = () =>
  z
    .int()
    .min(0)
    .max(10 ** mostDigits - 1);
/** An exact amount as a decimal string with at most `decimals` places, below 10¹²: `"44.52"`. */
export const amount = (decimals: number) => {
  const places = decimals === 0 ? "" : `(\\.\\d{1,${decimals}})?`;
  return z
    .string()
    .regex(new RegExp(`^-?\\d{1,${mostDigits}}${places}$`))
    .meta({ decimals });
};
/** One of a closed list of codes, each with its words. */
export const choice = <const T extends Readonly<Record<string, Words>>>(labels: T) =>
  z.enum(Object.keys(labels) as [string, ...string[]]).meta({ labels });
/** Yes or no. */
export const flag = () => z.boolean();
/** Text of at most `most` characters; never a person's name in an open register. */
export const text = (most = 200) => z.string().min(1).max(most);

/** Freezes plain data all the way down, after a round trip through JSON that proves it is plain. */
export function freeze<T>(data: T): T {
  return deepFreeze(JSON.parse(JSON.stringify(data)) as T);
}

function deepFreeze<T>(data: T): T {
  if (typeof data === "object" && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    for (const part of Object.values(data)) deepFreeze(part);
  }
  return data;
}

function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return rest;
}
