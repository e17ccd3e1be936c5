import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Action } from "huimou";
import { inSqliteDistrict, type MadeUpDistrict } from "../../../test/district/made-up-district.ts";

/** The whole district, where most records of these tests lie. */
export const everywhere = "220802000000";

/** Runs a test on a ledger of this pack without any records. */
export function onPack(name: string, work: (it: MadeUpDistrict) => Promise<void>): void {
  test(name, () => inSqliteDistrict(work, { pack: join(import.meta.dirname, "..") }));
}

/** Appends one by one, and stops where one is refused that was to be taken. */
export async function taken({ district }: MadeUpDistrict, ...actions: readonly Action[]): Promise<void> {
  for (const action of actions) {
    const { issues } = await district.append([action]);
    assert.deepEqual(issues, [], `${action.record} ${action.kind} ${"to" in action ? action.to : ""}`);
  }
}

/** That an action is refused, and what is said of it: by which of the register's words, or at which field. */
export async function refused(
  { district }: MadeUpDistrict,
  action: Action,
  ...said: readonly RegExp[]
): Promise<void> {
  const { issues, appended } = await district.append([action]);
  assert.equal(appended, 0);
  assert.equal(issues.length, said.length, JSON.stringify(issues));
  for (const [i, words] of said.entries())
    assert.match(JSON.stringify([issues[i]?.code, issues[i]?.path, issues[i]?.params]), words);
}

/** The actions of one record, as somebody of the unit writes them. */
export function recordOf(register: string, record: string, actor = "经办/示例单位") {
  const facts = { register, record, actor };
  return {
    open: (at: string, fields: Extract<Action, { kind: "open" }>["fields"]): Action => ({
      ...facts,
      kind: "open",
      at,
      fields,
    }),
    to: (state: string, at: string, fields = {}, reason?: string): Action => ({
      ...facts,
      kind: "advance",
      to: state,
      at,
      fields,
      ...(reason !== undefined && { reason }),
    }),
    amend: (at: string, fields: Extract<Action, { kind: "amend" }>["fields"], reason = "更正"): Action => ({
      ...facts,
      kind: "amend",
      at,
      fields,
      reason,
    }),
  };
}
