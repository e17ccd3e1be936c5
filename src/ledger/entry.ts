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
  /** changed sealed fields: base64 commitments (seal.ts) */
  readonly sealed?: { readonly [name: string]: string };
}
