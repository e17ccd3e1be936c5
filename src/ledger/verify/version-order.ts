import { type Path, refuse } from "../../issue/index.ts";
import type { Entry } from "../entry.ts";

/**
 * Follows the versions of every record along the log: each entry must state the number of entries that its
 * record had before it. Refuses another (`ledger.entry-order`): an entry that was left out, doubled or moved.
 */
export class VersionOrder {
  readonly #versions = new Map<string, Map<string, number>>();

  follow({ register, record, version }: Entry, path: Path): void {
    let records = this.#versions.get(register);
    if (records === undefined) {
      records = new Map();
      this.#versions.set(register, records);
    }
    const expected = records.get(record) ?? 0;
    if (version !== expected) refuse("ledger.entry-order", path, { register, record, version, expected });
    records.set(record, version + 1);
  }
}
