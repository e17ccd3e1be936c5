import { type Issue, issue, type Path } from "../issue/index.ts";
import type { Action } from "./action.ts";
import type { CompiledRegister, Fields } from "./compile.ts";
import type { Value } from "./define.ts";
import type { RecordView } from "./view.ts";

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * Everything that speaks against an action on the record as it stands; empty means it may be appended. Its texts
 * are ones that can be kept (see `writableIssues`).
 */
export function judge(
  register: CompiledRegister,
  before: RecordView | null,
  action: Action,
  path: Path,
): Issue[] {
  const { record } = action;
  if (!isDay(action.at)) return [issue("registers.date-malformed", [...path, "at"], { value: action.at })];
  if (action.kind === "open") {
    if (before !== null) return [issue("registers.record-exists", path, { record, version: before.version })];
    return [
      ...register.keyIssues(record, [...path, "record"]),
      ...register.fieldIssues(action.fields, true, path),
    ];
  }
  if (before === null) return [issue("registers.record-unknown", path, { record })];
  if (before.gone) return [issue("registers.record-gone", path, { record })];
  if (action.version !== undefined && action.version !== before.version)
    return [
      issue("registers.version-stale", path, { record, version: before.version, seen: action.version }),
    ];
  const issues = register.fieldIssues(fieldsOf(action), false, path);
  switch (action.kind) {
    case "amend":
      return [...issues, ...judgeAmend(register, before, action.fields, action, path)];
    case "advance":
      return [...issues, ...judgeAdvance(register, before, action.to, action, path)];
    case "void":
      return [
        ...issues,
        ...needReason(action, path),
        ...notBefore(opened(register, before), action.at, path),
      ];
  }
}

/** The fields that an action gives, none for a void. */
export function fieldsOf(action: Action): Fields {
  return action.kind === "void" ? {} : (action.fields ?? {});
}

function judgeAmend(
  register: CompiledRegister,
  before: RecordView,
  fields: Fields,
  action: Action,
  path: Path,
): Issue[] {
  const issues = [...needReason(action, path), ...notBefore(opened(register, before), action.at, path)];
  if (Object.keys(fields).every((name) => same(fields[name] ?? null, before.fields[name] ?? null)))
    issues.push(issue("registers.nothing-changes", path));
  return issues;
}

function judgeAdvance(
  register: CompiledRegister,
  before: RecordView,
  to: string,
  action: Action,
  path: Path,
): Issue[] {
  const { lifecycle, fields } = register.definition;
  const step = register.transition(before.state, to);
  if (step === undefined) {
    const titled = (state: string) => {
      // a state that is asked for can be any word, also one that every object knows
      const title = Object.hasOwn(lifecycle.states, state) ? lifecycle.states[state]?.title.zh : undefined;
      return title === undefined ? state : `${state} ${title}`;
    };
    const allowed = register.next(before.state).map(titled).join(", ") || "—";
    return [
      issue("registers.transition-unknown", path, { from: titled(before.state), to: titled(to), allowed }),
    ];
  }
  const issues: Issue[] = step.reason === true ? needReason(action, path) : [];
  const since = before.entered[before.state];
  if (since !== undefined && action.at < since)
    issues.push(issue("registers.date-before-state", [...path, "at"], { at: action.at, since }));
  const given = fieldsOf(action);
  for (const field of step.requires ?? [])
    if ((given[field] !== undefined ? given[field] : before.fields[field]) == null)
      issues.push(
        issue("registers.transition-requires", [...path, field], {
          field,
          title: fields[field]?.title.zh ?? field,
          to,
        }),
      );
  return issues;
}

function needReason(action: Action, path: Path): Issue[] {
  const given = action.reason !== undefined && action.reason.trim() !== "";
  return given ? [] : [issue("registers.reason-missing", [...path, "reason"], { kind: action.kind })];
}

function notBefore(since: string, at: string, path: Path): Issue[] {
  return at < since ? [issue("registers.date-before-opening", [...path, "at"], { at, since })] : [];
}

/** The day a record was opened: the initial state is never entered again but by a declared reopening. */
function opened(register: CompiledRegister, view: RecordView): string {
  return view.entered[register.definition.lifecycle.initial] ?? "";
}

function isDay(text: string): boolean {
  if (!day.test(text)) return false;
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return Number(text.slice(8)) <= last;
}

function same(a: Value, b: Value): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
