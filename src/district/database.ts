import { join } from "node:path";
import { refuse } from "../issue/index.ts";
import type { Settings } from "./settings.ts";

/**
 * Where the database of a ledger is: the file in its data directory, or the address in PostgreSQL. Refuses a ledger
 * in PostgreSQL without an address (`district.database-missing`), and what is no address of one
 * (`district.database-address`): an address may hold a password, and is not shown.
 */
export function databaseOf(
  directory: string,
  store: Settings["store"],
  databaseUrl: string | undefined,
): string {
  if (store === "sqlite") return join(directory, "ledger.sqlite");
  if (databaseUrl === undefined) return refuse("district.database-missing", []);
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl))
    refuse("district.database-address", ["DATABASE_URL"]);
  return databaseUrl;
}
