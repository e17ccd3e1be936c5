import type { RegisterDefinition } from "./define.ts";

/** What a register's declaration may lack in a ledger, because the program that wrote it did not know of it yet. */
type Later = "openState" | "deadlines" | "waits" | "checks" | "amounts";

/**
 * A register as it was declared, whatever version of the program wrote it down: what it does not name it has not got.
 * Only for reading; what is hashed and put in force is the declaration as it stands.
 */
export function completed(
  declared: Omit<RegisterDefinition, Later> & Partial<Pick<RegisterDefinition, Later>>,
): RegisterDefinition {
  return {
    openState: declared.visibility === "open",
    deadlines: [],
    waits: [],
    checks: [],
    amounts: [],
    ...declared,
  };
}
