import fc from "fast-check";
import type { JudgingDeclarations } from "../../src/indicators/index.ts";
import {
  type Action,
  type CompiledRegister,
  judge,
  type Proposal,
  propose,
  type RecordView,
} from "../../src/registers/index.ts";

const villages = ["999900001001", "999900100201", "999900100202", "999900100203", "999900100000"];

/** Days of the made-up district's three years. */
export const day = fc
  .integer({ min: 0, max: 36 * 28 - 1 })
  .map((n) => `${2019 + Math.floor(n / 336)}-${two(Math.floor((n % 336) / 28) + 1)}-${two((n % 28) + 1)}`);

const yuan = fc.integer({ min: 0, max: 1_000_000 }).map((n) => (n / 100).toFixed(2));
const actor = fc.constantFrom("经办/发改局", "经办/南山镇");
const village = fc.constantFrom(...villages);
const kind = fc.constantFrom("road", "clinic");

/** Any request on a few records: most are refused by what went before, and that is part of the test. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant("open" as const),
    register: fc.constant("work"),
    record: fc.constantFrom("W0001", "W0002", "W0003"),
    at: day,
    actor,
    fields: fc.record({ village, kind, planned: yuan, start: day }),
  }),
  fc.record({
    kind: fc.constant("amend" as const),
    register: fc.constant("work"),
    record: fc.constantFrom("W0001", "W0002", "W0003"),
    at: day,
    actor,
    reason: fc.constant("更正"),
    fields: fc.record({ village, kind, paid: yuan, start: day }, { requiredKeys: [] }),
  }),
  fc.record({
    kind: fc.constant("advance" as const),
    register: fc.constant("work"),
    record: fc.constantFrom("W0001", "W0002", "W0003"),
    at: day,
    actor,
    reason: fc.constant("复工"),
    to: fc.constantFrom("started", "accepted"),
    fields: fc.record({ paid: yuan }),
  }),
  fc.record({
    kind: fc.constant("void" as const),
    register: fc.constant("work"),
    record: fc.constantFrom("W0001", "W0002", "W0003"),
    at: day,
    actor,
    reason: fc.constant("重复登记"),
  }),
  fc.record({
    kind: fc.constant("open" as const),
    register: fc.constant("tip"),
    record: fc.constantFrom("T0001", "T0002"),
    at: day,
    actor,
    fields: fc.record({ place: village, received: day, source: fc.constantFrom("hotline", "letter") }),
  }),
  fc.record({
    kind: fc.constant("advance" as const),
    register: fc.constant("tip"),
    record: fc.constantFrom("T0001", "T0002"),
    at: day,
    actor,
    reason: fc.constant("复查"),
    to: fc.constantFrom("checking", "closed"),
  }),
);

/** Applies actions in memory, leaving out those that are refused; tells of each that was taken. */
export function* applied(declarations: JudgingDeclarations, actions: readonly Action[]) {
  const views = new Map<string, RecordView>();
  for (const action of actions) {
    const register = declarations.registers.get(action.register);
    if (register === undefined) throw new Error(action.register);
    const key = `${action.register}/${action.record}`;
    const before = views.get(key) ?? null;
    const proposal = taken(register, before, action);
    if (proposal === null) continue;
    const { entry, secret, after } = proposal;
    views.set(key, after);
    yield { key, entry, secret, before, after };
  }
}

/** What an action makes of its record; null where it is refused. */
export function taken(
  register: CompiledRegister,
  before: RecordView | null,
  action: Action,
): Proposal | null {
  if (judge(register, before, action, []).length > 0) return null;
  const proposal = propose(register, before, action, action.record, "2022-01-01T00:00:00.000Z");
  const { after } = proposal;
  return after.gone || register.recordIssues(before, after, action, []).length === 0 ? proposal : null;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
