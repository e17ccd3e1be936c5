import assert from "node:assert/strict";
import type { District } from "../../src/district/index.ts";
import { type Observation, readQuery, type WrittenQuery } from "../../src/indicators/index.ts";

/** An indicator's observation as people ask for it; everything that the query leaves open is the whole. */
export async function observationOf(district: District, written: WrittenQuery): Promise<Observation> {
  const { query, issues } = readQuery(district.declarations, written, []);
  assert.ok(query !== null, JSON.stringify(issues));
  const [observation] = await district.observations(query);
  assert.ok(observation !== undefined);
  return observation;
}

/** An indicator's value for the whole district in a period; null where it has none. */
export async function valueAt(
  district: District,
  indicator: string,
  period?: string,
  where: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  return (await observationOf(district, { indicator, where, ...(period !== undefined && { period }) })).value;
}
