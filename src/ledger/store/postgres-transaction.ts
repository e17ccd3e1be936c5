import { CompiledQuery, type Transaction } from "kysely";
import { refuse } from "../../issue/index.ts";
import { arrayTypes, binaryArray } from "./postgres-array.ts";
import { assertRow, type RowShape, shapeOf } from "./row-shape.ts";
import type { Schema } from "./schema.ts";
import type { CellAddition, StoreTransaction } from "./store.ts";
import { definitionOf, quoted, quotedList } from "./tables.ts";

/** A transaction on PostgreSQL: many rows go as one array a column, in the array's binary form. */
export class PostgresTransaction implements StoreTransaction {
  readonly db: Transaction<Schema>;
  #ended = false;
  #failed = false;

  constructor(db: Transaction<Schema>) {
    this.db = db;
  }

  /**
   * Locks the district's row in `ledger`: on Citus that reaches the one shard that holds the district,
   * whichever node is asked, where an advisory lock would hold on the asked node alone.
   */
  async lockDistrict(district: string): Promise<void> {
    const query = this.db
      .selectFrom("ledger")
      .select("district")
      .where("district", "=", district)
      .forUpdate();
    if ((await query.execute()).length === 0) refuse("store.district-unknown", [], { district });
  }

  /** `insert into "entry" ("district", …) select * from unnest($1::text[], …)` */
  async insert(table: keyof Schema, columns: readonly string[], rows: readonly (readonly unknown[])[]) {
    const shape = shapeOf(table, columns);
    await this.#inPortions(
      `insert into ${quoted(table)} (${quotedList(columns)}) select * from ${unnest(shape)}`,
      shape,
      rows,
    );
  }

  /**
   * `insert into "tile" ("district", …) select distinct on ("district", "level", "index") … from unnest(…)
   * with ordinality … order by … desc on conflict (…) do update set "bytes" = excluded."bytes"`: one
   * statement may not touch a row twice, and rows come in the key's order, so that two transactions that
   * put the same rows do not wait for each other.
   */
  async put(table: keyof Schema, columns: readonly string[], rows: readonly (readonly unknown[])[]) {
    const { key } = definitionOf(table);
    const shape = shapeOf(table, columns);
    const replaced = columns.filter((name) => !key.includes(name));
    const change =
      replaced.length === 0
        ? "nothing"
        : `update set ${replaced.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(", ")}`;
    await this.#inPortions(
      `insert into ${quoted(table)} (${quotedList(columns)}) ` +
        `select distinct on (${quotedList(key)}) ${quotedList(columns)} ` +
        `from ${unnest(shape)} with ordinality as given (${quotedList(columns)}, "ordinal row") ` +
        `order by ${quotedList(key)}, "ordinal row" desc ` +
        `on conflict (${quotedList(key)}) do ${change}`,
      shape,
      rows,
    );
  }

  async addCells(rows: readonly CellAddition[]) {
    await this.#inPortions(addToCells, cellShape, rows);
  }

  /** Throws if something in it failed and the work went on: nothing is committed after that. */
  assertWhole(): void {
    if (this.#failed) throw new Error("a statement of this transaction has failed: nothing is committed");
  }

  /** From here on the connection is somebody else's. */
  end(): void {
    this.#ended = true;
  }

  async #inPortions(sql: string, shape: RowShape, rows: readonly (readonly unknown[])[]) {
    if (this.#ended) throw new Error("the transaction has ended");
    try {
      for (let from = 0; from < rows.length; from += portion) {
        const some = rows.slice(from, from + portion);
        for (const row of some) assertRow(shape, row);
        const arrays = shape.types.map((type, column) => binaryArray(type, some, column));
        await this.db.executeQuery(CompiledQuery.raw(sql, arrays));
      }
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }
}

/** Rows in one statement: enough that its cost is spread, few enough to be small in memory. */
const portion = 5_000;

function unnest({ types }: RowShape): string {
  return `unnest(${types.map((type, index) => `$${index + 1}::${arrayTypes[type]}`).join(", ")})`;
}

const cell = definitionOf("cell");
const cellColumns = Object.keys(cell.columns);
const cellShape = shapeOf("cell", cellColumns);

/** Adds up what goes to one cell first, and takes cells in the key's order, as `put` does. */
const addToCells =
  `insert into "cell" (${quotedList(cellColumns)}) ` +
  `select ${quotedList(cell.key)}, sum("n")::bigint, sum("sum")::bigint ` +
  `from ${unnest(cellShape)} as given (${quotedList(cellColumns)}) ` +
  `group by ${quotedList(cell.key)} order by ${quotedList(cell.key)} ` +
  `on conflict (${quotedList(cell.key)}) ` +
  `do update set "n" = "cell"."n" + excluded."n", "sum" = "cell"."sum" + excluded."sum"`;
