import { type Path, refuse } from "../issue/index.ts";
import { canonicalBytes, canonicalJson } from "./canonical.ts";

/** What kind of fact an entry is. */
export type EntryKind = "define" | "open" | "amend" | "advance" | "void" | "erase" | "release";

/** A JSON value, as RFC 8785 writes it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** One appended fact, as its leaf holds it (docs/formats/entry.md). Its bytes are its canonical JSON. */
export interface Entry {
  readonly v: 1;
  readonly register: string;
  /** record key; opaque in a sealed register */
  readonly record: string;
  readonly kind: EntryKind;
  /** the record's version before this entry, 0 for `open` */
  readonly version: number;
  /** effective date, `YYYY-MM-DD` */
  readonly at: string;
  /** time of recording, UTC, `YYYY-MM-DDTHH:mm:ss.sssZ` */
  readonly recorded: string;
  /** role and unit, never a person's name */
  readonly actor: string;
  readonly reason?: string;
  /** lifecycle state after the entry; missing where the register keeps it sealed */
  readonly state?: string;
  /** changed public fields; null takes a value back */
  readonly fields?: { readonly [name: string]: Json };
  /** changed sealed fields: base64 commitments (commitment.ts) */
  readonly sealed?: { readonly [name: string]: string };
}

/** Most bytes that an entry may have: what the 16 bits of an entry bundle can tell. */
export const LONGEST_ENTRY = 65_535;

/**
 * The bytes of an entry, whose hash is its leaf. Refuses an entry that {@link decodeEntry} would refuse, and
 * `ledger.entry-too-long`.
 */
export function encodeEntry(entry: Entry, path: Path = []): Uint8Array {
  const bytes = canonicalBytes(checked(entry, path), path);
  if (bytes.length > LONGEST_ENTRY)
    refuse("ledger.entry-too-long", path, { bytes: bytes.length, longest: LONGEST_ENTRY });
  return bytes;
}

/**
 * The entry that bytes stand for. Two different byte strings never stand for one entry: bytes that are not the
 * canonical JSON of what they say are refused (`ledger.entry-not-canonical`), and so are bytes that are no JSON
 * (`ledger.entry-not-json`) and members that an entry does not have (`ledger.entry-member-…`).
 */
export function decodeEntry(bytes: Uint8Array, path: Path = []): Entry {
  const { text, value } = parse(bytes, path);
  const entry = checked(value, path);
  if (canonicalJson(value, path) !== text) refuse("ledger.entry-not-canonical", path);
  return entry;
}

// A byte order mark is kept as a character, so that JSON.parse refuses it.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parse(bytes: Uint8Array, path: Path): { text: string; value: unknown } {
  try {
    const text = utf8.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    // TypeError of the decoder or SyntaxError of the parser: for the reader the same fault
    return refuse("ledger.entry-not-json", path);
  }
}

const string = (value: unknown): boolean => typeof value === "string" && value !== "";
const matching = (pattern: RegExp) => (value: unknown) => typeof value === "string" && pattern.test(value);
const object = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every kind, and whether an entry of it must give its reason. */
const mustGiveReason: Record<EntryKind, boolean> = {
  define: false,
  open: false,
  amend: true,
  advance: false,
  void: true,
  erase: true,
  release: false,
};

/** What each member must be; the ones that may be missing are listed in `optional`. */
const members: Record<keyof Entry, (value: unknown) => boolean> = {
  v: (value) => value === 1,
  register: string,
  record: string,
  kind: (value) => typeof value === "string" && Object.hasOwn(mustGiveReason, value),
  version: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  at: matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  recorded: matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/),
  actor: string,
  reason: string,
  state: string,
  fields: object,
  sealed: (value) => object(value) && Object.values(value).every(matching(/^[A-Za-z0-9+/]{43}=$/)),
};
const optional: ReadonlySet<string> = new Set(["reason", "state", "fields", "sealed"]);
const names = Object.keys(members) as (keyof Entry)[];

function checked(value: unknown, path: Path): Entry {
  if (!object(value)) return refuse("ledger.entry-not-json", path);
  const found = value as Readonly<Record<string, unknown>>;
  for (const name of names) {
    if (!Object.hasOwn(found, name)) {
      if (!optional.has(name)) refuse("ledger.entry-member-missing", path, { member: name });
    } else if (!members[name](found[name])) refuse("ledger.entry-member-wrong", [...path, name]);
  }
  for (const name of Object.keys(found))
    if (!Object.hasOwn(members, name)) refuse("ledger.entry-member-unknown", path, { member: name });
  const entry = value as Entry;
  if (!versionFits(entry)) refuse("ledger.entry-version", [...path, "version"], { kind: entry.kind });
  // a sealed register's reason is as private as its fields
  if (mustGiveReason[entry.kind] && entry.reason === undefined && entry.sealed?.reason === undefined)
    refuse("ledger.entry-member-missing", path, { member: "reason" });
  return entry;
}

/** A record begins with `open`; declarations and releases number themselves from 0. */
function versionFits({ kind, version }: Entry): boolean {
  if (kind === "define" || kind === "release") return true;
  return (kind === "open") === (version === 0);
}
