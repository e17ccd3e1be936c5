import { createHash } from "node:crypto";
import { publishedCalendar, type WorkCalendar } from "../calendar/index.ts";
import type { AreaListDefinition, PackDefinition, ReportDefinition } from "../indicators/index.ts";
import { canonicalBytes, type Entry, type Json } from "../ledger/index.ts";

/** The register under which declarations stand in the log, and the state of one that is no longer in force. */
export const definitionRegister = "definition";
const withdrawn = "withdrawn";
const inForce = "in-force";

/** One declaration of a pack by itself: what a `define` entry's hash stands for. */
export interface Definition {
  /** `register`, `indicator`, `rule`, `list`, `areas`, `documents`, `district` or `calendar` */
  readonly kind: string;
  readonly name: string;
  readonly body: Json;
  /** lower-case hex SHA-256 of the body's canonical JSON */
  readonly hash: string;
}

/**
 * A pack taken apart into its declarations, with the working days that its deadlines are counted by. Reports are no
 * declarations: the manifest vouches for them.
 */
export function definitionsOf(pack: PackDefinition, calendar: WorkCalendar): Definition[] {
  const { kind: _, reports: __, registers, indicators, rules, lists, areas, documents, ...facts } = pack;
  const names = <T>(of: readonly T[], name: (it: T) => string) => of.map(name);
  const order = {
    registers: names(registers, (it) => it.name),
    indicators: names(indicators, (it) => it.id),
    rules: names(rules, (it) => it.id),
    lists: names(lists, versionName),
  };
  return [
    definition("district", pack.district.code, { ...facts, order }),
    definition("areas", pack.areasDate, areas),
    definition("documents", pack.district.code, documents),
    calendarDefinition(calendar),
    ...lists.map((it) => definition("list", versionName(it), it)),
    ...registers.map((it) => definition("register", it.name, it)),
    ...indicators.map((it) => definition("indicator", it.id, it)),
    ...rules.map((it) => definition("rule", it.id, it)),
  ];
}

/** The name of one version of a list: `villages@2023-06-30`. */
function versionName({ id, date }: AreaListDefinition): string {
  return `${id}@${date}`;
}

/** The working days that figures rest on, by the first and last that are known and the hash of the unusual ones. */
export function calendarDefinition({ first, last, unusual }: WorkCalendar): Definition {
  const sha256 = createHash("sha256").update(unusual).digest("hex");
  return definition("calendar", "workdays", { first, last, sha256 });
}

/**
 * The working days whose declaration has a hash: those that the program knows, or these as they were before their
 * last years were announced. Null where it is neither: other days were announced than the program knows.
 */
export function calendarWith(
  hash: string | undefined,
  known: WorkCalendar = publishedCalendar,
): WorkCalendar | null {
  let calendar: WorkCalendar | null = known;
  for (; calendar !== null; calendar = calendar.upTo(Number(calendar.last.slice(0, 4)) - 1))
    if (calendarDefinition(calendar).hash === hash) return calendar;
  return null;
}

function definition(kind: string, name: string, body: unknown): Definition {
  return { kind, name, body: body as Json, hash: hashOf(body as Json) };
}

/** Lower-case hex SHA-256 of a body's canonical JSON. */
export function hashOf(body: Json): string {
  return createHash("sha256").update(canonicalBytes(body)).digest("hex");
}

/** What must be defined, and what withdrawn, so that `wanted` is in force. */
export function changesBetween(current: readonly Definition[], wanted: readonly Definition[]) {
  const now = new Map(current.map((it) => [recordOf(it), it.hash]));
  const then = new Set(wanted.map(recordOf));
  return {
    defined: wanted.filter((it) => now.get(recordOf(it)) !== it.hash),
    withdrawn: current.filter((it) => !then.has(recordOf(it))),
  };
}

/** A declaration's key in the log: `indicator:lead.received`. */
export function recordOf({ kind, name }: Pick<Definition, "kind" | "name">): string {
  return `${kind}:${name}`;
}

/** The entry by which a declaration takes effect, or stops to be in force. */
export function defineEntry(
  it: Definition,
  version: number,
  facts: { at: string; recorded: string; actor: string; reason: string; withdrawn: boolean },
): Entry {
  return {
    v: 1,
    register: definitionRegister,
    record: recordOf(it),
    kind: "define",
    version,
    at: facts.at,
    recorded: facts.recorded,
    actor: facts.actor,
    reason: facts.reason,
    state: facts.withdrawn ? withdrawn : inForce,
    fields: { hash: it.hash },
  };
}

/** The hashes in force after some `define` entries, by record, in the order of the log. */
export function hashesInForce(entries: Iterable<Entry>): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const { kind, record, state, fields } of entries) {
    if (kind !== "define") continue;
    if (state === withdrawn) hashes.delete(record);
    else hashes.set(record, String(fields?.hash));
  }
  return hashes;
}

/** Puts a pack together again from its declarations and the reports that it has now. */
export function assemblePack(
  definitions: readonly Definition[],
  reports: readonly ReportDefinition[],
): PackDefinition {
  const bodies = new Map(definitions.map((it) => [recordOf(it), it.body]));
  const bodyOf = <T>(kind: string, name: string) => {
    const body = bodies.get(`${kind}:${name}`);
    if (body === undefined) throw new Error(`the ledger defines no ${kind} ${name}`);
    return body as unknown as T;
  };
  const district = definitions.find((it) => it.kind === "district");
  if (district === undefined) throw new Error("the ledger defines no district");
  const { order, ...facts } = district.body as unknown as Facts;
  return {
    ...facts,
    kind: "pack",
    areas: bodyOf("areas", facts.areasDate),
    documents: bodyOf("documents", district.name),
    lists: order.lists.map((name) => bodyOf("list", name)),
    registers: order.registers.map((name) => bodyOf("register", name)),
    indicators: order.indicators.map((name) => bodyOf("indicator", name)),
    rules: order.rules.map((name) => bodyOf("rule", name)),
    reports,
  };
}

type Facts = Pick<PackDefinition, "district" | "period" | "areasDate"> & {
  readonly demonstration?: PackDefinition["demonstration"] & object;
  readonly order: Readonly<Record<"registers" | "indicators" | "rules" | "lists", readonly string[]>>;
};
