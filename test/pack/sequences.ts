import fc from "fast-check";
import type { Declarations } from "../../src/indicators/index.ts";
import type {
  Action,
  CompiledRegister,
  RecordView,
  RegisterDefinition,
  Value,
} from "../../src/registers/index.ts";
import { day, taken } from "./actions.ts";

/** How many records of a register a sequence may open: few, so that most actions meet one that is there. */
const recordsEach = 5;

/** What is asked of a record, before it is known how the record stands. */
interface Draw {
  readonly register: RegisterDefinition;
  readonly number: number;
  /** 0–99: which kind of action */
  readonly roll: number;
  readonly at: string;
  readonly fields: Readonly<Record<string, Value | undefined>>;
  readonly actor: string;
}

/**
 * Sequences of actions over every register of a pack but that of explanations. Each is made for its record as the
 * ones before have left it, so that most are taken: openings, steps, backdated amendments, reopenings and
 * withdrawals; about one in twelve is any action at all.
 */
export function sequences(
  declarations: Declarations,
  { maxLength, minLength = 0 }: { readonly maxLength: number; readonly minLength?: number },
): fc.Arbitrary<Action[]> {
  const registers = declarations.pack.registers.filter((it) => it.name !== "explanation");
  const areas = declarations.pack.areas.map((it) => it.code);
  const draw = fc.oneof(
    ...registers.map((register) =>
      fc.record({
        register: fc.constant(register),
        number: fc.integer({ min: 1, max: recordsEach }),
        roll: fc.nat({ max: 99 }),
        at: day,
        fields: fieldsFor(register, areas),
        actor: fc.constantFrom("经办/民政局", "经办/南山镇"),
      }),
    ),
  );
  return fc
    .array(draw, { minLength, maxLength, size: "max" })
    .map((draws) => made(declarations, draws as readonly Draw[]));
}

/** Values of any fields of a register; which of them are given is part of the draw. */
function fieldsFor(register: RegisterDefinition, areas: readonly string[]) {
  const values = Object.entries(register.fields).map(
    ([name, { schema }]) => [name, valueFor(schema, areas)] as const,
  );
  return fc.record(Object.fromEntries(values), { requiredKeys: [] });
}

function valueFor(schema: RegisterDefinition["fields"][string]["schema"], areas: readonly string[]) {
  if (schema.area === true) return fc.constantFrom(...areas);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as string[]));
  if (schema.format === "date") return day;
  if (schema.type === "integer") return fc.integer({ min: 0, max: 60 });
  if (schema.type === "boolean") return fc.boolean();
  if (typeof schema.decimals === "number") {
    const { decimals } = schema;
    return fc.integer({ min: 0, max: 9_999_999 }).map((n) => (n / 100).toFixed(decimals));
  }
  return fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" });
}

function made(declarations: Declarations, draws: readonly Draw[]): Action[] {
  const views = new Map<string, RecordView>();
  return draws.map((draw) => {
    const register = declarations.registers.get(draw.register.name) as CompiledRegister;
    const record = keyOf(draw);
    const key = `${register.definition.name}/${record}`;
    const before = views.get(key) ?? null;
    const action = actionFor(register, before, record, draw);
    const proposal = taken(register, before, action);
    if (proposal !== null) views.set(key, proposal.after);
    return action;
  });
}

function actionFor(
  register: CompiledRegister,
  before: RecordView | null,
  record: string,
  { roll, at, fields: drawn, actor }: Draw,
): Action {
  const { name } = register.definition;
  const facts = { register: name, record, at, actor, reason: "更正" };
  const fields = given(drawn);
  if (roll < 4) return { ...facts, kind: "void", version: roll };
  if (before === null || roll < 8) return { ...facts, kind: "open", fields: whole(register, fields) };
  if (roll < 14) return { ...facts, kind: "void" };
  const [to] = rotated(register.next(before.state), roll);
  if (to !== undefined && roll < 60) {
    const since = before.entered[before.state] ?? at;
    const needed = register.transition(before.state, to)?.requires ?? [];
    const known = { ...whole(register, {}), ...Object.fromEntries(needed.map((it) => [it, "12.50"])) };
    const missing = needed.filter((it) => before.fields[it] == null && fields[it] == null);
    return {
      ...facts,
      kind: "advance",
      to,
      at: at < since ? since : at,
      fields: { ...fields, ...Object.fromEntries(missing.map((it) => [it, known[it] as Value])) },
    };
  }
  // one in some twenty takes an optional field's value back
  const taken = roll > 95 ? optionalOf(register).map((it) => [it, null] as const) : [];
  return { ...facts, kind: "amend", fields: { ...fields, ...Object.fromEntries(taken) } };
}

/** Any admissible value for each field that an opening must give and was not given. */
function whole(register: CompiledRegister, fields: Record<string, Value>): Record<string, Value> {
  const missing = Object.entries(register.definition.fields)
    .filter(([name, { optional }]) => !optional && fields[name] === undefined)
    .map(([name, { schema }]) => [name, anyValue(register, schema)] as const);
  return { ...Object.fromEntries(missing), ...fields };
}

function anyValue(register: CompiledRegister, schema: RegisterDefinition["fields"][string]["schema"]): Value {
  if (schema.area === true) return "999900100201";
  if (Array.isArray(schema.enum)) return String(schema.enum[0]);
  if (schema.format === "date") return "2020-06-15";
  if (schema.type === "integer") return 3;
  if (schema.type === "boolean") return false;
  if (typeof schema.decimals === "number") return schema.decimals === 0 ? "100" : "12.50";
  return register.definition.name;
}

function optionalOf({ definition }: CompiledRegister): string[] {
  return Object.entries(definition.fields).flatMap(([name, { optional }]) => (optional ? [name] : []));
}

function given(drawn: Draw["fields"]): Record<string, Value> {
  return Object.fromEntries(Object.entries(drawn).filter((it): it is [string, Value] => it[1] !== undefined));
}

/** `W0003` for a work, by the form of the register's keys. */
function keyOf({ register, number }: Draw): string {
  const [letter] = /[A-Z]/.exec(String(register.key.schema.pattern)) ?? ["X"];
  return `${letter}${String(number).padStart(4, "0")}`;
}

function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
