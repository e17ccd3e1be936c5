import { z } from "zod";
import { type Issue, IssueError, issue, type Path, type Words } from "../issue/index.ts";
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

/** What each member of an action looks like (docs/formats/action.md). */
const wanted: Readonly<Record<string, string | Words>> = {
  kind: "open | amend | advance | void",
  register: '"…"',
  record: '"…"',
  at: "2020-01-31",
  actor: { zh: "职务/单位", en: "role/unit" },
  reason: '"…"',
  request: '"…", 1–200',
  version: "0, 1, 2, …",
  to: '"…"',
  fields: '{"…": …}',
};

/**
 * Makes an action of what somebody wrote: JSON, or words whose values are all text. Text is turned into what
 * the field's schema wants (`"3"` → 3, `"true"` → true); what cannot be is left for the register to judge. Raises
 * an `IssueError` for what is no action, or one on another register; `path` is where it stands, `called` what its
 * members are called there.
 */
export function parseAction(
  register: RegisterDefinition,
  written: unknown,
  path: Path,
  called: (member: string) => string = (member) => member,
): Action {
  const known = Object.fromEntries(Object.entries(written ?? {}).filter(([, value]) => value !== undefined));
  // words on the command line give every kind its fields, if only none
  if (known.kind === "void" && Object.keys(known.fields ?? {}).length === 0) delete known.fields;
  const parsed = schema.safeParse(known);
  if (!parsed.success)
    throw new IssueError(parsed.error.issues.flatMap((it) => malformed(it, known, path, called)));
  const named = parsed.data.register ?? register.name;
  if (named !== register.name)
    throw new IssueError([
      issue("cli.member-wrong", [...path, called("register")], { value: named, wanted: register.name }),
    ]);
  const action = { ...parsed.data, register: register.name };
  if (!("fields" in action) || action.fields === undefined) return action as Action;
  const values = Object.entries(action.fields).map(([name, value]) => [
    name,
    typed(register, name, value as Value),
  ]);
  return { ...action, fields: Object.fromEntries(values) } as Action;
}

function malformed(
  it: z.core.$ZodIssue,
  written: Readonly<Record<string, unknown>>,
  path: Path,
  called: (member: string) => string,
): Issue[] {
  if (it.code === "unrecognized_keys")
    return it.keys.map((key) =>
      issue("cli.member-unknown", [...path, called(key)], { kind: String(written.kind) }),
    );
  const [member = "kind", ...within] = it.path.map(String);
  const value = within.reduce<unknown>(
    (of, name) => (of as Record<string, unknown>)?.[name],
    written[member],
  );
  const place = [...path, called(member), ...within];
  const params = { member: called(member), wanted: wanted[member] ?? "" };
  if (value === undefined) return [issue("cli.member-missing", place, params)];
  return [
    issue("cli.member-wrong", place, {
      ...params,
      value: typeof value === "string" ? value : JSON.stringify(value),
    }),
  ];
}

function typed(register: RegisterDefinition, name: string, value: Value): Value {
  if (typeof value !== "string") return value;
  const type = register.fields[name]?.schema.type;
  if (type === "integer" && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
  return value;
}
