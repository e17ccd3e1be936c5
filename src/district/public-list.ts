import { refuse } from "../issue/index.ts";
import type { PublicListDefinition, Value } from "../registers/index.ts";
import { currentRecords } from "./current-records.ts";
import type { District } from "./district.ts";

/** One record as it is posted: the values of the list's fields, in its order; what has no value is undefined. */
export type PostedRow = readonly (Value | undefined)[];

/** What a register's posted list says now: nothing but the declared fields of the records in the declared states. */
export interface PublicList {
  readonly definition: PublicListDefinition;
  readonly rows: readonly PostedRow[];
}

/**
 * The list that a register may post (公示) for an area and those in it. Its rows are in the order of what they say, so
 * that it tells nothing of the order of applications. Refuses a register that declares none (`district.list-undeclared`).
 */
export async function publicList(district: District, register: string, area: string): Promise<PublicList> {
  const { areas, registers } = district.declarations;
  const declared = registers.get(register)?.definition;
  const definition = declared?.publicList;
  if (declared === undefined || definition === undefined)
    return refuse("district.list-undeclared", [register], { register });
  const rows: PostedRow[] = [];
  for await (const records of currentRecords(district, register))
    for (const { view } of records) {
      if (!definition.states.includes(view.state)) continue;
      if (!areas.contains(area, String(view.fields[declared.area] ?? ""))) continue;
      rows.push(definition.fields.map((it) => view.fields[it]));
    }
  return { definition, rows: rows.sort(byWhatTheySay) };
}

function byWhatTheySay(one: PostedRow, other: PostedRow): number {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
