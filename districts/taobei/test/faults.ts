import type { Action, RegisterDefinition } from "huimou";
import pack from "../pack.ts";

const registers = new Map(pack.registers.map((it) => [it.name, it]));
const areas = new Set(pack.areas.map((it) => it.code));

/**
 * Everything in which actions do not keep to the pack's registers, judged by hand and without the ledger:
 * key, fields, areas, lifecycle, reasons, and that a record's actions stand together in the order of days.
 */
export function* faultsOf(actions: Iterable<Action>): Generator<string> {
  const seen = new Set<string>();
  let last: Told | null = null;
  for (const action of actions) {
    const key = `${action.register} ${action.record}`;
    const faults = action.kind === "open" ? openingFaults(action) : laterFaults(action, last, key);
    if (action.kind === "open" && seen.has(key)) faults.push("opened twice");
    for (const fault of faults) yield `${key}: ${fault} ${JSON.stringify(action)}`;
    if (action.kind === "open") {
      seen.add(key);
      last = opened(action, key);
    } else if (last !== null) last = told(last, action);
  }
}

/** A record as it was last told of. */
interface Told {
  readonly key: string;
  readonly state: string;
  /** the day of the last step */
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

function opened(action: Extract<Action, { kind: "open" }>, key: string): Told {
  const { initial } = registerOf(action).lifecycle;
  return { key, state: initial, at: action.at, fields: action.fields };
}

function told(last: Told, action: Action): Told {
  const fields = "fields" in action ? { ...last.fields, ...action.fields } : last.fields;
  return action.kind === "advance"
    ? { ...last, fields, state: action.to, at: action.at }
    : { ...last, fields };
}

function openingFaults(action: Extract<Action, { kind: "open" }>): string[] {
  const { key, fields } = registerOf(action);
  const faults = commonFaults(action);
  if (!patternOf(String(key.schema.pattern)).test(action.record)) faults.push("key");
  for (const [name, field] of Object.entries(fields))
    if (!field.optional && action.fields[name] === undefined) faults.push(`lacks ${name}`);
  return faults;
}

function laterFaults(action: Action, last: Told | null, key: string): string[] {
  const faults = commonFaults(action);
  if (last?.key !== key) return [...faults, "its record was not opened right before"];
  const given = "fields" in action ? (action.fields ?? {}) : {};
  if (action.kind !== "advance") {
    if (!action.reason) faults.push("no reason");
    if (action.kind === "amend" && Object.entries(given).every(([name, it]) => it === last.fields[name]))
      faults.push("changes nothing");
    return faults;
  }
  const steps = registerOf(action).lifecycle.transitions;
  const step = steps.find((it) => it.from === last.state && it.to === action.to);
  if (step === undefined) faults.push(`no step from ${last.state}`);
  for (const name of step?.requires ?? [])
    if ((given[name] ?? last.fields[name]) == null) faults.push(`lacks ${name}`);
  if (step?.reason && !action.reason) faults.push("no reason");
  if (action.at < last.at) faults.push(`goes back before ${last.at}`);
  return faults;
}

function commonFaults(action: Action): string[] {
  const { fields, area } = registerOf(action);
  const given = "fields" in action ? (action.fields ?? {}) : {};
  const faults = Object.keys(given).flatMap((name) => (name in fields ? [] : [`no field ${name}`]));
  if (given[area] !== undefined && !areas.has(String(given[area]))) faults.push("unknown area");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(action.at) || action.at < "2016-10-01" || action.at > "2021-10-31")
    faults.push("a day outside the period");
  return faults;
}

function registerOf({ register }: Action): RegisterDefinition {
  const found = registers.get(register);
  if (found === undefined) throw new Error(`no register ${register}`);
  return found;
}

const patterns = new Map<string, RegExp>();

function patternOf(text: string): RegExp {
  const pattern = patterns.get(text) ?? new RegExp(text);
  patterns.set(text, pattern);
  return pattern;
}
