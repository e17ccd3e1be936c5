import { type Path, refuse } from "../issue/index.ts";

/** Nesting beyond this is refused: no record needs it, and a hostile file must not exhaust the stack. */
const DEEPEST = 64;

/**
 * The one way to write a JSON value (RFC 8785): members in the order of their names' UTF-16 units, no white
 * space, numbers and strings as ECMAScript writes them.
 *
 * Refuses, with the place of it in `path`, what RFC 8785 has no text for: `ledger.json-number` (NaN and the
 * infinities), `ledger.json-surrogate` (half of a character), `ledger.json-depth`. Whatever is not JSON at all
 * (undefined, a bigint, a Date) is a programming fault and throws an Error.
 *
 * @example canonicalJson({ b: 1, a: "é" }) // '{"a":"é","b":1}'
 */
export function canonicalJson(value: unknown, path: Path = []): string {
  // JSON.stringify writes numbers and strings exactly as RFC 8785 wants them, and members in the order that
  // they have: where that order is right already, as in everything that was read from a log, it is enough.
  return inspect(value, [...path], 0) ? JSON.stringify(value) : write(value);
}

/** {@link canonicalJson} in UTF-8: what is hashed. */
export function canonicalBytes(value: unknown, path: Path = []): Uint8Array {
  return utf8.encode(canonicalJson(value, path));
}

const utf8 = new TextEncoder();

/** Checks a value and tells whether the members of all its objects are in canonical order. */
function inspect(value: unknown, trail: (string | number)[], depth: number): boolean {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) refuse("ledger.json-surrogate", trail);
      return true;
    case "number":
      if (!Number.isFinite(value)) refuse("ledger.json-number", trail, { value: String(value) });
      return true;
    case "boolean":
      return true;
    case "object":
      break;
    default:
      throw new Error(`not a JSON value at ${trail.join(".")}: ${typeof value}`);
  }
  if (value === null) return true;
  if (depth === DEEPEST) refuse("ledger.json-depth", trail, { deepest: DEEPEST });
  return Array.isArray(value)
    ? inspectItems(value, trail, depth)
    : inspectMembers(plainObject(value, trail), trail, depth);
}

function inspectItems(items: readonly unknown[], trail: (string | number)[], depth: number): boolean {
  let ordered = true;
  for (let i = 0; i < items.length; i++) {
    trail.push(i);
    if (!inspect(items[i], trail, depth + 1)) ordered = false;
    trail.pop();
  }
  return ordered;
}

function inspectMembers(
  members: Readonly<Record<string, unknown>>,
  trail: (string | number)[],
  depth: number,
): boolean {
  let ordered = true;
  let last: string | null = null;
  for (const name of Object.keys(members)) {
    trail.push(name);
    if (!name.isWellFormed()) refuse("ledger.json-surrogate", trail);
    if (last !== null && name < last) ordered = false;
    last = name;
    if (!inspect(members[name], trail, depth + 1)) ordered = false;
    trail.pop();
  }
  return ordered;
}

function plainObject(value: object, trail: Path): Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  const members = value as Readonly<Record<string, unknown>>;
  if ((prototype !== Object.prototype && prototype !== null) || typeof members.toJSON === "function")
    throw new Error(`not a JSON value at ${trail.join(".")}: an object of a class`);
  return members;
}

/** Writes an inspected value, sorting members on the way. */
function write(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  let written = "";
  if (Array.isArray(value)) {
    for (const item of value) written += `${written === "" ? "[" : ","}${write(item)}`;
    return written === "" ? "[]" : `${written}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(members).sort())
    written += `${written === "" ? "{" : ","}${JSON.stringify(name)}:${write(members[name])}`;
  return written === "" ? "{}" : `${written}}`;
}
