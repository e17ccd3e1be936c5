import type { Issue, Words } from "../issue/index.ts";
import type { RegisterDefinition } from "./define.ts";

/** What stands in a message for what somebody wrote and nobody else should read. */
export const unsaid: Words = { zh: "（封存，不显示）", en: "(sealed, not shown)" };

/** Whether a register keeps anything sealed. */
export function sealsAnything({ visibility, fields }: RegisterDefinition): boolean {
  return visibility === "sealed" || Object.values(fields).some((it) => it.sealed === true);
}

/**
 * The same issues without what was written, where a register seals anything: they go to a terminal, into a log, to
 * whoever mends the file. Not only sealed fields are passed over: where a column has slipped, what is refused in an
 * open one belongs in another, and a file without its header has a person's data for names of columns. Each issue still
 * says where it is and what is wanted there.
 */
export function discreet(register: RegisterDefinition, issues: readonly Issue[]): readonly Issue[] {
  return sealsAnything(register) ? issues.map((it) => withoutWritten(register, it)) : issues;
}

function withoutWritten(register: RegisterDefinition, it: Issue): Issue {
  const params = Object.fromEntries(
    Object.entries(it.params).map(([name, value]) => [name, isWritten(register, it, name) ? unsaid : value]),
  );
  const last = it.path.at(-1);
  const named = namesGiven.has(it.code) && typeof last === "string" && !isDeclared(register, last);
  return { code: it.code, path: named ? it.path.slice(0, -1) : it.path, params };
}

/** Issues whose place, or one of whose params, may be a name that somebody wrote. */
const namesGiven: ReadonlySet<Issue["code"]> = new Set<Issue["code"]>([
  "registers.field-unknown",
  "registers.text-broken",
  "exchange.column-unknown",
  "exchange.column-ambiguous",
  "exchange.column-twice",
  "cli.member-unknown",
]);

function isWritten(register: RegisterDefinition, { code, params }: Issue, name: string): boolean {
  switch (name) {
    case "value":
      return true;
    case "record":
      return register.visibility === "sealed";
    case "field":
    case "column":
    case "member":
      return namesGiven.has(code) && !isDeclared(register, String(params[name]));
    case "to":
      return !Object.hasOwn(register.lifecycle.states, String(params[name]).split(" ")[0] ?? "");
    // a day of the record, or what was reckoned from one
    case "date":
      return code.startsWith("calendar.");
    // a reader of JSON quotes what it could not read
    case "reason":
      return code === "cli.json-malformed";
    default:
      return false;
  }
}

function isDeclared({ fields }: RegisterDefinition, name: string): boolean {
  return Object.hasOwn(fields, name) || ["record", "actor", "reason", "request"].includes(name);
}
