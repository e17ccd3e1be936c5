import { z } from "zod";
import { publishedCalendar, type WorkCalendar } from "../calendar/index.ts";
import { type Issue, issue, type Path } from "../issue/index.ts";
import type { Action } from "./action.ts";
import type { JsonSchema, RegisterDefinition, Value } from "./define.ts";
import { compileExtensions } from "./extension.ts";
import { type FollowedRegister, followRegister } from "./follow.ts";
import { compileChecks } from "./record-check.ts";
import type { RecordView } from "./view.ts";
import { compileWaitIssues } from "./wait.ts";

/** Fields of a record: name → value. */
export type Fields = Readonly<Record<string, Value>>;

/** A register's declaration, made ready to judge input. */
export interface CompiledRegister extends FollowedRegister {
  /** Whether the key has the register's form. */
  keyIssues(key: string, path: Path): Issue[];
  /** Everything wrong with the fields of an opening (`whole`) or of a change. */
  fieldIssues(fields: Fields, whole: boolean, path: Path): Issue[];
  /** Everything wrong with a record as an action would leave it. */
  recordIssues(before: RecordView | null, after: RecordView, action: Action, path: Path): Issue[];
}

/** Compiles a declaration, with the codes of the district's areas and the working days that deadlines are counted by. */
export function compileRegister(
  definition: RegisterDefinition,
  areas: ReadonlySet<string>,
  calendar: WorkCalendar = publishedCalendar,
): CompiledRegister {
  const { fields, key } = definition;
  const opening = objectOf(definition, (name) => !fields[name]?.optional);
  const change = objectOf(definition, () => false);
  const keySchema = z.fromJSONSchema(key.schema as z.core.JSONSchema.JSONSchema);
  const areaFields = Object.keys(fields).filter((name) => fields[name]?.schema.area === true);
  const extensionIssues = compileExtensions(definition, calendar);
  const waitIssues = compileWaitIssues(definition, calendar);
  const checkIssues = compileChecks(definition);
  return {
    ...followRegister(definition),
    keyIssues: (value, path) =>
      keySchema.safeParse(value).success
        ? []
        : [
            issue("registers.key-malformed", path, {
              value: shown(value),
              title: key.title.en,
              pattern: String(key.schema.pattern ?? wantedOf(key.schema)),
            }),
          ],
    fieldIssues: (given, whole, path) => {
      const judged = (whole ? opening : change).safeParse(given);
      const issues = judged.success
        ? []
        : onePerPlace(judged.error.issues.flatMap((it) => translate(it, definition, given, path)));
      for (const name of areaFields) {
        const value = given[name];
        if (typeof value === "string" && !areas.has(value))
          issues.push(
            issue("registers.area-unknown", [...path, name], {
              field: name,
              title: fields[name]?.title.zh ?? name,
              value,
            }),
          );
      }
      return issues;
    },
    recordIssues: (before, after, action, path) => [
      ...extensionIssues(before, after, action, path),
      ...waitIssues(before, after, action, path),
      ...checkIssues(after, path),
    ],
  };
}

/** One zod schema for all fields; optional ones also take null, which takes a value back. */
function objectOf(definition: RegisterDefinition, required: (name: string) => boolean) {
  const shape = Object.entries(definition.fields).map(([name, field]) => {
    const schema = z.fromJSONSchema(field.schema as z.core.JSONSchema.JSONSchema);
    return [name, required(name) ? schema : (field.optional ? schema.nullable() : schema).optional()];
  });
  return z.strictObject(Object.fromEntries(shape));
}

function translate(it: z.core.$ZodIssue, definition: RegisterDefinition, given: Fields, path: Path): Issue[] {
  if (it.code === "unrecognized_keys")
    return it.keys.map((field) =>
      issue("registers.field-unknown", [...path, field], {
        field,
        known: Object.keys(definition.fields).join(", "),
      }),
    );
  const field = String(it.path[0]);
  const value = given[field];
  const declared = definition.fields[field];
  const title = declared?.title.zh ?? field;
  if (value === undefined) return [issue("registers.field-missing", [...path, field], { field, title })];
  const wanted = wantedOf(declared?.schema ?? {});
  return [
    issue("registers.field-type", [...path, ...it.path.map(String)], {
      field,
      title,
      value: shown(value),
      wanted,
    }),
  ];
}

/** A schema can refuse one value for several reasons (a date's form and its pattern): it is told once. */
function onePerPlace(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((it) => [it.path.join("\t"), it] as const)).values()];
}

/** What a schema wants, in signs that both languages read. */
function wantedOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return schema.enum.join(" | ");
  if (schema.format === "date") return "YYYY-MM-DD";
  if (schema.instant === true) return "YYYY-MM-DDTHH:MM";
  if (schema.type === "integer") {
    const most = schema.maximum === Number.MAX_SAFE_INTEGER ? "…" : schema.maximum;
    return `${schema.minimum ?? "…"} ≤ n ≤ ${most ?? "…"}, n ∈ ℤ`;
  }
  if (schema.type === "boolean") return "true | false";
  if (typeof schema.decimals === "number")
    return schema.decimals === 0 ? "123" : `123.${"4".repeat(schema.decimals)}`;
  if (typeof schema.pattern === "string") return `/${schema.pattern}/`;
  if (schema.type === "string") return `${schema.minLength ?? 0}–${schema.maxLength ?? "…"} × “字”`;
  return JSON.stringify(schema);
}

function shown(value: Value): string {
  const text = typeof value === "string" ? `“${value}”` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
