import { type Issue, issue, type Path } from "../issue/index.ts";
import type { Action } from "./action.ts";
import type { Value } from "./define.ts";

/** Most bytes that an action's own words may have: an entry holds 65,535, names and commitments among them. */
const mostBytes = 60_000;

/** From so many characters on they are counted in bytes: a character has at most three in UTF-8. */
const manyCharacters = mostBytes / 3;

/** What keeps an action out of any log, whatever its register says: nobody answers for it, or its text cannot be kept. */
export function writableIssues(action: Action, path: Path): Issue[] {
  const { record, actor, reason, request } = action;
  const fields = action.kind === "void" ? {} : (action.fields ?? {});
  const issues: Issue[] = [];
  if (actor.trim() === "") issues.push(issue("registers.actor-missing", [...path, "actor"]));
  let characters = 0;
  const check = (name: string, value: Value | undefined) => {
    if (typeof value === "string") characters += value.length;
    if (!isWhole(value)) issues.push(issue("registers.text-broken", [...path, name], { field: name }));
  };
  for (const [name, value] of Object.entries({ record, actor, reason, request })) check(name, value);
  for (const name in fields) check(name, fields[name]);
  if (characters > manyCharacters) {
    const bytes = Buffer.byteLength(JSON.stringify({ record, actor, reason, fields }));
    if (bytes > mostBytes) issues.push(issue("registers.too-long", path, { bytes, most: mostBytes }));
  }
  return issues;
}

/** Whether text can be kept: no half characters, which UTF-8 cannot hold, and no NUL, which PostgreSQL cannot. */
export function isText(value: string): boolean {
  return value.isWellFormed() && !value.includes("\0");
}

function isWhole(value: Value | undefined): boolean {
  if (typeof value === "string") return isText(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, part]) => isText(name) && isWhole(part as Value));
}
