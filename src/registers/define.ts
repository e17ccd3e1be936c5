import { z } from "zod";
import type { DatedRule } from "../calendar/index.ts";
import type { Words } from "../issue/index.ts";
import type { RecordCondition } from "./condition.ts";
import { refuseContradictions } from "./contradictions.ts";
import type { DatedAmountDefinition } from "./expression.ts";
import type { LightDefinition } from "./light.ts";
import type { CheckDefinition } from "./record-check.ts";
import type { WaitDefinition } from "./wait.ts";
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
  readonly extension?: ExtensionDefinition;
}

/**
 * That a due date may be put off, once: `field` holds the new one. It is given with a reason while the old one is
 * not past yet, and lies after it by no more than `upTo` allows.
 */
export interface ExtensionDefinition {
  /** an optional date field */
  readonly field: string;
  readonly upTo: readonly DatedRule[];
}

/** A date of a record: a field's value, or the day on which it last entered a state, or first did. */
export type DateOf = { readonly field: string } | { readonly entered: string } | { readonly first: string };

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
  readonly waits: readonly WaitDefinition[];
  /** of what is planned: whether it keeps to its schedule */
  readonly light?: LightDefinition;
  /** what must hold within a record after each of its entries */
  readonly checks: readonly CheckDefinition[];
  /** what the checks reckon with, by the documents that set it */
  readonly amounts: readonly DatedAmountDefinition[];
  /** by state, how far a value that is reported in it is settled; states that are not named say nothing of it */
  readonly standing?: Readonly<Record<string, Standing>>;
  /** what the law allows to be posted of its records, by name: for `huimou list` alone, and in no release */
  readonly publicList?: PublicListDefinition;
  /** the law or document that the register rests on */
  readonly source: Words;
}

/**
 * A list that is posted (公示): these fields of the records that are in one of these states, and nothing else of any
 * record.
 */
export interface PublicListDefinition {
  readonly title: Words;
  /** in the order in which they are posted */
  readonly fields: readonly string[];
  readonly states: readonly string[];
  /** the rule that says what may be posted */
  readonly source: Words;
}

/** How far a reported value is settled: more may come, it stands, or it was changed after it stood. */
export type Standing = "provisional" | "final" | "revised";

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
  readonly waits?: readonly WaitDefinition[];
  readonly light?: LightDefinition;
  readonly checks?: readonly CheckDefinition[];
  readonly amounts?: readonly DatedAmountDefinition[];
  readonly standing?: RegisterDefinition["standing"];
  readonly publicList?: PublicListDefinition;
  readonly source: Words;
}

/**
 * Declares a register. Throws a plain error on a declaration that contradicts itself (an area field that
 * is not there, a transition between unknown states): that is the pack author's program, not a user's input.
 */
export function defineRegister(input: RegisterInput): RegisterDefinition {
  const register: RegisterDefinition = freeze({
    kind: "register",
    name: input.name,
    title: input.title,
    description: input.description,
    owner: input.owner,
    visibility: input.visibility,
    openState: input.openState ?? input.visibility === "open",
    key: { title: input.key.title, schema: schemaOf(input.key.schema) },
    fields: Object.fromEntries(
      Object.entries(input.fields).map(([name, { schema, ...rest }]) => [
        name,
        { ...rest, schema: schemaOf(schema), optional: schema.isOptional() },
      ]),
    ),
    area: input.area,
    lifecycle: input.lifecycle,
    deadlines: input.deadlines ?? [],
    waits: input.waits ?? [],
    ...(input.light && { light: input.light }),
    checks: input.checks ?? [],
    amounts: input.amounts ?? [],
    ...(input.standing && { standing: input.standing }),
    ...(input.publicList && { publicList: input.publicList }),
    source: input.source,
  });
  refuseContradictions(register);
  return register;
}

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
