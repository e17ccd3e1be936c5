import assert from "node:assert/strict";
import {
  CellTable,
  Derivation,
  type JudgingDeclarations,
  observe,
  readQuery,
  type WrittenQuery,
} from "../../src/indicators/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { applied } from "../pack/actions.ts";

/** Reads indicators over what some actions, all of them taken, leave of a district that has nothing else. */
export function readerAfter(declarations: JudgingDeclarations, actions: readonly Action[]) {
  const derivation = new Derivation(declarations);
  let taken = 0;
  for (const { entry, secret } of applied(declarations, actions))
    assert.deepEqual(derivation.add(entry, [taken++], secret), []);
  assert.equal(taken, actions.length, "an action was refused");
  const cells = new CellTable(derivation.sums.cells());
  /** the value, or why there is none */
  return (indicator: string, asked: Omit<WrittenQuery, "indicator"> = {}): string | undefined => {
    const { query, issues } = readQuery(declarations, { indicator, ...asked }, []);
    assert.deepEqual(issues, []);
    assert.ok(query !== null);
    const { value, missing } = observe(declarations, cells, query);
    return value ?? missing;
  };
}
