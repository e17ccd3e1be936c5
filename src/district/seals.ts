import { type Keys, openSealed, type Random, sealMany } from "../ledger/index.ts";
import type { Disclosed, Seals, Value } from "../registers/index.ts";

/** Seals and opens a district's secrets with its keys. */
export function sealsOf(district: string, keys: Keys, random?: Random): Seals {
  return {
    recordKey: (register, key) => keys.opaqueKey(register, key),
    async seal(items) {
      if (items.length === 0) return [];
      const recordKeys = await keys.records.ensure(
        items.map(({ register, record }) => ({ district, register, record })),
      );
      return sealMany(
        items.map(({ register, record, version, values }, i) => ({
          place: { district, register, record, version },
          key: recordKeys[i] as Uint8Array,
          values,
        })),
        random,
      );
    },
    async open(items) {
      const recordKeys = await keys.records.get(
        items.map(({ register, record }) => ({ district, register, record })),
      );
      return items.map(({ register, record, version, payload }, i) => {
        const key = recordKeys[i];
        if (key == null) return null;
        const salted = openSealed({ district, register, record, version }, key, payload, [
          register,
          record,
          version,
        ]);
        return Object.fromEntries(
          Object.entries(salted).map(([name, { value }]) => [name, value as Value]),
        ) as Disclosed;
      });
    },
  };
}
