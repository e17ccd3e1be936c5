import type { SQLInputValue } from "node:sqlite";
import type { Transaction } from "kysely";
import { refuse } from "../../issue/index.ts";
import { assertRow, type RowShape, shapeOf } from "./row-shape.ts";
import type { Schema } from "./schema.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import type { CellAddition, StoreTransaction } from "./store.ts";
import { definitionOf, quoted, quotedList } from "./tables.ts";

/** A transaction on SQLite: many rows go through one prepared statement, without Kysely in between. */
export class SqliteTransaction implements StoreTransaction {
  readonly db: Transaction<Schema>;
  readonly #connection: SqliteConnection;
  #ended = false;

  constructor(db: Transaction<Schema>, connection: SqliteConnection) {
    this.db = db;
    this.#connection = connection;
  }

  /** The write lock of the whole file, held since `begin immediate`, is wider than the district's. */
  async lockDistrict(district: string): Promise<void> {
    const found = this.#connection.statement(`select 1 as "found" from "ledger" where "district" = ?`);
    if (found.all([district]).length === 0) refuse("store.district-unknown", [], { district });
  }

  async insert(table: keyof Schema, columns: readonly string[], rows: readonly (readonly unknown[])[]) {
    this.#each(insertInto(table, columns), shapeOf(table, columns), rows);
  }

  async put(table: keyof Schema, columns: readonly string[], rows: readonly (readonly unknown[])[]) {
    const { key } = definitionOf(table);
    const replaced = columns.filter((name) => !key.includes(name));
    const change =
      replaced.length === 0
        ? "nothing"
        : `update set ${replaced.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(", ")}`;
    const sql = `${insertInto(table, columns)} on conflict (${quotedList(key)}) do ${change}`;
    this.#each(sql, shapeOf(table, columns), rows);
  }

  async addCells(rows: readonly CellAddition[]) {
    this.#each(addToCell, cellShape, rows);
  }

  /** From here on the connection is somebody else's. */
  end(): void {
    this.#ended = true;
  }

  #each(sql: string, shape: RowShape, rows: readonly (readonly unknown[])[]): void {
    if (this.#ended) throw new Error("the transaction has ended");
    this.#connection.attempt(() => {
      const statement = this.#connection.statement(sql);
      for (const row of rows) {
        assertRow(shape, row);
        statement.run(row as readonly SQLInputValue[]);
      }
    });
  }
}

function insertInto(table: keyof Schema, columns: readonly string[]): string {
  const places = columns.map(() => "?").join(", ");
  return `insert into ${quoted(table)} (${quotedList(columns)}) values (${places})`;
}

const cell = definitionOf("cell");
const cellColumns = Object.keys(cell.columns);
const cellShape = shapeOf("cell", cellColumns);

const addToCell =
  `${insertInto("cell", cellColumns)} on conflict (${quotedList(cell.key)}) ` +
  `do update set "n" = "cell"."n" + excluded."n", "sum" = "cell"."sum" + excluded."sum"`;
