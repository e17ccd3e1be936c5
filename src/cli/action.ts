import { z } from "zod";
import { IssueError, issue, type Path } from "../issue/index.ts";
import type { Action, RegisterDefinition, Value } from "../registers/index.ts";

const facts = {
  register: z.string().optional(),
  record: z.string().min(1),
  at: z.string(),
  actor: z.string().min(1),
  reason: z.string().optional(),
  request: z.string().min(1).max(200).optional(),
};
const fields = z.record(z.string(), z.json());
const version = z.int().min(0).optional();

const schema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("open"), ...facts, fields }),
  z.strictObject({ kind: z.literal("amend"), ...facts, reason: z.string(), version, fields }),
  z.strictObject({
    kind: z.literal("advance"),
    ...facts,
    version,
    to: z.string(),
    fields: fields.optional(),
  }),
  z.strictObject({ kind: z.literal("void"), ...facts, reason: z.string(), version }),
]);

/**
 * Makes an action of what somebody wrote: JSON, or words whose values are all text. Text is turned into what
 * the field's schema wants (`"3"` → 3, `"true"` → true); what cannot be is left for the register to judge. Raises
 * an `IssueError` for what is no action, or one on another register.
 */
export function parseAction(register: RegisterDefinition, written: unknown, path: Path): Action {
  const known = Object.fromEntries(Object.entries(written ?? {}).filter(([, value]) => value !== undefined));
  // words on the command line give every kind its fields, if only none
  if (known.kind === "void" && Object.keys(known.fields ?? {}).length === 0) delete known.fields;
  const parsed = schema.safeParse(known);
  if (!parsed.success)
    throw new IssueError(
      parsed.error.issues.map((it) =>
        issue("cli.action-malformed", [...path, ...it.path.map(String)], { reason: it.message }),
      ),
    );
  const named = parsed.data.register ?? register.name;
  if (named !== register.name)
    throw new IssueError([
      issue("cli.action-malformed", [...path, "register"], { reason: `${named} ≠ ${register.name}` }),
    ]);
  const action = { ...parsed.data, register: register.name };
  if (!("fields" in action) || action.fields === undefined) return action as Action;
  const values = Object.entries(action.fields).map(([name, value]) => [
    name,
    typed(register, name, value as Value),
  ]);
  return { ...action, fields: Object.fromEntries(values) } as Action;
}

function typed(register: RegisterDefinition, name: string, value: Value): Value {
  if (typeof value !== "string") return value;
  const type = register.fields[name]?.schema.type;
  if (type === "integer" && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
  return value;
}
