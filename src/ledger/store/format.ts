import { refuse } from "../../issue/index.ts";
import { type ColumnType, definitionOf, quoted, quotedList, tableNames } from "./tables.ts";

/**
 * The version of the tables' format. It stands in the database, in the one row of table `format`; a
 * program opens no other version than its own.
 */
export const formatVersion = 1;

/**
 * The statements that make all tables and write the format's version, for one transaction:
 * `create table "entry" ("district" text not null, …, primary key ("district", "position"), …)`.
 */
export function createStatements(kind: "sqlite" | "postgres"): string[] {
  return [
    ...tableNames.map((table) => createTable(table, kind)),
    `create table "format" ("version" integer not null)${kind === "sqlite" ? " strict" : ""}`,
    `insert into "format" ("version") values (${formatVersion})`,
  ];
}

/**
 * Refuses to make tables where there are some: `store.exists` where they are a ledger's, `store.foreign`
 * where they are not.
 */
export function refuseToCreate(location: string, existing: readonly string[]): void {
  if (existing.includes("format")) refuse("store.exists", [location]);
  if (existing[0] !== undefined) refuse("store.foreign", [location], { table: existing[0] });
}

/**
 * Refuses to open what is no ledger of this version: `store.missing` without tables, `store.foreign` with
 * somebody else's, `store.version` where another version of the program made them.
 */
export function refuseToOpen(
  location: string,
  existing: readonly string[],
  version: number | undefined,
): void {
  if (existing.length === 0) refuse("store.missing", [location]);
  if (!existing.includes("format")) refuse("store.foreign", [location], { table: existing[0] ?? "" });
  if (version !== formatVersion) {
    refuse("store.version", [location], { found: version ?? "none", known: formatVersion });
  }
}

function createTable(table: (typeof tableNames)[number], kind: "sqlite" | "postgres"): string {
  const { columns, key, unique, clustered } = definitionOf(table);
  const types = kind === "sqlite" ? sqliteTypes : postgresTypes;
  const lines = Object.entries(columns).map(([name, type]) => `${quoted(name)} ${types[type]}`);
  // SQLite gives rising numbers only to a sole primary key; the district then leads an index beside it.
  const givesRows = kind === "sqlite" && Object.values(columns).includes("row");
  lines.push(`${givesRows ? "unique" : "primary key"} (${quotedList(key)})`);
  if (unique !== undefined) lines.push(`unique (${quotedList(unique)})`);
  const options = kind === "sqlite" ? ` strict${clustered ? ", without rowid" : ""}` : "";
  return `create table ${quoted(table)} (${lines.join(", ")})${options}`;
}

const sqliteTypes: Readonly<Record<ColumnType, string>> = {
  text: "text not null",
  whole: "integer not null",
  exact: "integer not null",
  bytes: "blob not null",
  // `autoincrement`: a number is never given twice, also after its row was deleted
  row: "integer primary key autoincrement",
};

const postgresTypes: Readonly<Record<ColumnType, string>> = {
  // "C" compares bytes, as SQLite does; any other collation would sort, and so publish, differently
  text: 'text collate "C" not null',
  whole: "bigint not null",
  exact: "bigint not null",
  bytes: "bytea not null",
  // On Citus each node that takes writes gives numbers from a range of its own: unique, and rising for all
  // that enters through one node; nothing asks more of them. `identity` is newer there, and has limits.
  row: "bigserial",
};
