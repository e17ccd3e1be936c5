import type { Entry } from "../ledger/index.ts";
import type { Fields } from "./compile.ts";
import type { DateOf, RegisterDefinition, Value } from "./define.ts";

/** A record as its entries have made it. */
export interface RecordView {
  readonly register: string;
  /** the key as it stands in the leaf: opaque in a sealed register */
  readonly record: string;
  /** entries folded */
  readonly version: number;
  /** withdrawn (`void`) or erased: counted nowhere */
  readonly gone: boolean;
  /** lifecycle state; empty where it is sealed and was not disclosed */
  readonly state: string;
  /** latest effective date of its entries */
  readonly at: string;
  readonly fields: Fields;
  /** the day each state was last entered */
  readonly entered: Readonly<Record<string, string>>;
  /** of the states that were entered more than once, the first day; missing where there is none */
  readonly firstEntered?: Readonly<Record<string, string>>;
  /** of the states that were entered more than once on the day they were last entered, how often; missing where there is none */
  readonly sameDay?: Readonly<Record<string, number>>;
}

/**
 * Sealed values of one entry, by field. Among them, where the register seals them, the record's
 * `key`, its `state` and the day it was `entered`, and the entry's `reason`.
 */
export type Disclosed = Readonly<Record<string, Value>>;

/**
 * The record after one more entry: the one definition of what an entry does. Trusts the entry; whether
 * it was allowed is `judge`'s question.
 */
export function fold(before: RecordView | null, entry: Entry, disclosed: Disclosed = {}): RecordView {
  const { key: _, state: sealedState, entered: __, reason: ___, ...sealed } = disclosed;
  const moved = entry.kind === "open" || entry.kind === "advance";
  const entered = entry.state ?? (typeof sealedState === "string" ? sealedState : "");
  // an amendment names the state of the day it was written; dated back, it finds the record in an earlier one
  const state = moved ? entered : (before?.state ?? entered);
  const fields: Record<string, Value> = { ...before?.fields };
  for (const changes of [entry.fields, sealed])
    for (const name in changes) {
      const value = changes[name] as Value;
      if (value === null) delete fields[name];
      else fields[name] = value;
    }
  return {
    register: entry.register,
    record: entry.record,
    version: entry.version + 1,
    gone: (before?.gone ?? false) || entry.kind === "void" || entry.kind === "erase",
    state,
    at: before !== null && before.at > entry.at ? before.at : entry.at,
    fields,
    ...(moved
      ? enteredAgain(before ?? { entered: {} }, state, entry.at)
      : {
          entered: before?.entered ?? {},
          ...(before?.firstEntered && { firstEntered: before.firstEntered }),
          ...(before?.sameDay && { sameDay: before.sameDay }),
        }),
  };
}

/** On which days a record entered its states, and how often on one day. */
type Entering = Pick<RecordView, "entered" | "firstEntered" | "sameDay">;

/** The days on which a record's states were entered, once it has entered one more. */
export function enteredAgain(
  { entered, firstEntered, sameDay }: Entering,
  state: string,
  at: string,
): Entering {
  const earlier = entered[state];
  const first = earlier === undefined ? firstEntered : { [state]: earlier, ...firstEntered };
  const { [state]: times = 1, ...others } = sameDay ?? {};
  const again = earlier === at ? { ...others, [state]: times + 1 } : others;
  return {
    entered: { ...entered, [state]: at },
    ...(first && { firstEntered: first }),
    ...(Object.keys(again).length > 0 && { sameDay: again }),
  };
}

/** How often a record entered a state on a day, if it has not entered it again since. */
export function timesEntered({ entered, sameDay }: RecordView, state: string, day: string): number {
  return entered[state] === day ? (sameDay?.[state] ?? 1) : 0;
}

/** A date of a record, a day or an instant; undefined where it has none. */
export function dateIn(view: RecordView, date: DateOf): string | undefined {
  if ("entered" in date) return view.entered[date.entered];
  if ("first" in date) return view.firstEntered?.[date.first] ?? view.entered[date.first];
  const value = view.fields[date.field];
  return typeof value === "string" ? value : undefined;
}

/** The area code that a record counts for; empty where it is sealed and was not disclosed. */
export function areaOf(definition: RegisterDefinition, view: RecordView): string {
  const code = view.fields[definition.area];
  return typeof code === "string" ? code : "";
}
