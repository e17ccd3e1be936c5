import type { Entry } from "../../src/ledger/index.ts";
import type { Disclosed } from "../../src/registers/index.ts";
import { villages } from "./pack.ts";

/** An entry of the made-up log, with what it sealed. */
export interface MadeUpEntry {
  readonly entry: Entry;
  readonly disclosed?: Disclosed;
}

/** Entries of the first release; the ones after it belong to the second. */
export const FIRST_RELEASE = 1450;

/**
 * The made-up log: five years of works, tips and incomes in the order of their days, then what the second release
 * adds, a correction and an account of an overspent year among it. The same every time.
 */
export function madeUpLog(): readonly MadeUpEntry[] {
  const drafts = [...workDrafts(), ...tipDrafts(), ...incomeDrafts()].sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
  const made = numbered(drafts);
  const split = made.slice(0, FIRST_RELEASE);
  return [...split, ...corrections(split), ...made.slice(FIRST_RELEASE)].map((it, position) => ({
    ...it,
    entry: { ...it.entry, recorded: recordedAt(position) },
  }));
}

type Draft = Omit<Entry, "v" | "version" | "recorded" | "actor"> & { readonly disclosed?: Disclosed };

function numbered(drafts: readonly Draft[]): MadeUpEntry[] {
  const versions = new Map<string, number>();
  return drafts.map(({ disclosed, ...draft }) => {
    const version = versions.get(draft.record) ?? 0;
    versions.set(draft.record, version + 1);
    const entry: Entry = { v: 1, ...draft, version, recorded: "", actor: "经办/发改局" };
    return { entry, ...(disclosed && { disclosed }) };
  });
}

/** One entry a minute from the first of October 2021. */
function recordedAt(position: number): string {
  return new Date(Date.UTC(2021, 9, 1) + position * 60_000).toISOString();
}

function* workDrafts(): Generator<Draft> {
  const random = seeded(1);
  const kinds = ["road", "road", "clinic", "square"] as const;
  for (let n = 0; n < 210; n++) {
    const record = `W${String(n + 1).padStart(4, "0")}`;
    const kind = n < villages.length - 2 ? "clinic" : (kinds[n % 4] ?? "road");
    const at = n < villages.length ? n : Math.floor(random() * (villages.length - 2));
    const village = villages[at] ?? "";
    const start = dayAfter("2017-04-01", Math.floor((n / 210) * 1500));
    const planned = (20 + random() * 180).toFixed(2);
    const register = "work";
    yield {
      register,
      record,
      kind: "open",
      at: start,
      state: "planned",
      fields: {
        village,
        kind,
        planned,
        start,
        finish: dayAfter(start, 200),
        ...(kind === "road" ? { length: Math.floor(random() * 4000) } : {}),
      },
    };
    yield { register, record, kind: "advance", at: dayAfter(start, 15), state: "started" };
    const end = dayAfter(start, 60 + Math.floor(random() * 240));
    if (end > "2021-09-30") continue;
    const paid = (Number(planned) * (0.9 + random() * 0.09)).toFixed(2);
    yield { register, record, kind: "advance", at: end, state: "accepted", fields: { paid } };
  }
}

function* tipDrafts(): Generator<Draft> {
  const random = seeded(2);
  const sources = ["hotline", "hotline", "mail", "member", "patrol"] as const;
  for (let n = 0; n < 320; n++) {
    const record = `T${String(n + 1).padStart(4, "0")}`;
    const received = dayAfter("2017-04-03", Math.floor((n / 320) ** 0.8 * 1620));
    const place = villages[Math.floor(random() * villages.length)] ?? "";
    const source = sources[n % 5] ?? "mail";
    const register = "tip";
    yield {
      register,
      record,
      kind: "open",
      at: received,
      state: "received",
      sealed: { place: "", received: "", source: "", named: "" },
      disclosed: { place, received, source, named: n % 3 === 0 },
    };
    yield { register, record, kind: "advance", at: dayAfter(received, 3), state: "checking" };
    const end = dayAfter(received, 20 + Math.floor(random() * 60));
    if (end <= "2021-09-30") yield { register, record, kind: "advance", at: end, state: "closed" };
  }
}

function* incomeDrafts(): Generator<Draft> {
  const values = ["16840", "18020", "19410", "20280"];
  for (const [n, value] of values.entries())
    yield {
      register: "income",
      record: `R${2017 + n}`,
      kind: "open",
      at: `${2018 + n}-02-20`,
      state: "submitted",
      fields: { place: "999900000000", date: `${2017 + n}-12-31`, value, provisional: n === 3 },
    };
}

/** What the second release brings: a paid amount and an income put right, and the account of the first. */
function corrections(made: readonly MadeUpEntry[]): MadeUpEntry[] {
  const versionOf = (record: string) => made.filter((it) => it.entry.record === record).length;
  const actor = "经办/发改局";
  return [
    {
      entry: {
        v: 1,
        register: "work",
        record: "W0031",
        kind: "amend",
        version: versionOf("W0031"),
        at: "2021-09-30",
        recorded: "",
        actor,
        reason: "决算审计后更正已付投资",
        state: "accepted",
        fields: { paid: "600.00" },
      },
    },
    {
      entry: {
        v: 1,
        register: "income",
        record: "R2020",
        kind: "amend",
        version: versionOf("R2020"),
        at: "2021-09-30",
        recorded: "",
        actor: "经办/统计局",
        reason: "初步数改为最终核实数",
        state: "submitted",
        fields: { value: "20310", provisional: false },
      },
    },
  ];
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
