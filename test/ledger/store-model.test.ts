import assert from "node:assert/strict";
import fc from "fast-check";
import { sql } from "kysely";
import type { Store, StoreTransaction } from "../../src/ledger/store/index.ts";
import { onEachDatabase } from "./place.ts";

/** What a transaction can do; the small ranges make its parts meet. */
type Action =
  | { readonly does: "insert"; readonly keys: readonly number[] }
  | { readonly does: "put"; readonly tiles: readonly (readonly [index: number, byte: number])[] }
  | { readonly does: "add"; readonly cells: readonly (readonly [month: number, n: number, sum: bigint])[] }
  | { readonly does: "remove"; readonly from: number }
  | { readonly does: "fail" };

const small = fc.integer({ min: 0, max: 12 });
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("insert" as const),
      keys: fc.array(fc.nat(200), { maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("put" as const),
      tiles: fc.array(fc.tuple(small, fc.nat(255)), { maxLength: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("add" as const),
      cells: fc.array(
        fc.tuple(small, fc.integer({ min: -3, max: 3 }), fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n })),
        { maxLength: 6 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("remove" as const), from: small }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("fail" as const) }) },
);
const history = fc.array(fc.array(action, { maxLength: 5 }), { maxLength: 12 });

/** Three tables, as plain maps. */
interface Model {
  readonly requests: Set<number>;
  readonly tiles: Map<number, number>;
  readonly cells: Map<number, readonly [n: number, sum: bigint]>;
}

onEachDatabase(
  "any sequence of transactions leaves what a plain model of it holds",
  async ({ create, open }) => {
    let store = await create();
    let district = 0;
    await fc.assert(
      fc.asyncProperty(history, fc.boolean(), async (transactions, reopens) => {
        const name = `D${district++}`;
        let model: Model = { requests: new Set(), tiles: new Map(), cells: new Map() };
        for (const actions of transactions) {
          const after = modelAfter(model, actions);
          const done = store.transaction(async (tx) => {
            for (const it of actions) await perform(tx, name, it);
            // a transaction sees its own writes
            if (after !== undefined) assert.deepEqual(await contentsOf(tx.db, name), after);
          });
          if (after === undefined) await assert.rejects(done, /unique|meant to fail/i);
          else await done;
          model = after ?? model;
          assert.deepEqual(await contentsOf(store.db, name), model);
        }
        if (reopens) {
          await store.close();
          store = await open();
          assert.deepEqual(await contentsOf(store.db, name), model);
        }
      }),
      { numRuns: 40 },
    );
  },
);

/** The model after a transaction, or undefined where the transaction must fail. */
function modelAfter(before: Model, actions: readonly Action[]): Model | undefined {
  const { requests, tiles, cells } = structuredClone(before);
  for (const it of actions) {
    switch (it.does) {
      case "insert":
        for (const key of it.keys) {
          if (requests.has(key)) return undefined;
          requests.add(key);
        }
        break;
      case "put":
        for (const [index, byte] of it.tiles) tiles.set(index, byte);
        break;
      case "add":
        for (const [month, n, sum] of it.cells) {
          const [oldN, oldSum] = cells.get(month) ?? [0, 0n];
          cells.set(month, [oldN + n, oldSum + sum]);
        }
        break;
      case "remove":
        for (const index of [...tiles.keys()]) if (index >= it.from) tiles.delete(index);
        break;
      case "fail":
        return undefined;
    }
  }
  return { requests, tiles, cells };
}

async function perform(tx: StoreTransaction, district: string, it: Action): Promise<void> {
  switch (it.does) {
    case "insert": {
      const rows = it.keys.map((key) => [district, String(key), "lead", "L", 0]);
      return tx.insert("request", ["district", "key", "register", "record", "version"], rows);
    }
    case "put": {
      // columns in another order than the table has them
      const rows = it.tiles.map(([index, byte]) => [new Uint8Array([byte]), index, 0, district]);
      return tx.put("tile", ["bytes", "index", "level", "district"], rows);
    }
    case "add":
      return tx.addCells(
        it.cells.map(([month, n, sum]) => [district, "i", "01", month, "{}", n, sum] as const),
      );
    case "remove":
      await tx.db.deleteFrom("tile").where("district", "=", district).where("index", ">=", it.from).execute();
      return;
    case "fail":
      throw new Error("meant to fail");
  }
}

async function contentsOf(db: Store["db"], district: string): Promise<Model> {
  const requests = await db.selectFrom("request").select("key").where("district", "=", district).execute();
  const tiles = await db.selectFrom("tile").selectAll().where("district", "=", district).execute();
  const cells = await db
    .selectFrom("cell")
    .select(["month", "n", sql<string>`cast("sum" as text)`.as("sum")])
    .where("district", "=", district)
    .execute();
  return {
    requests: new Set(requests.map(({ key }) => Number(key))),
    tiles: new Map(tiles.map(({ index, bytes }) => [index, bytes[0] ?? -1])),
    cells: new Map(cells.map(({ month, n, sum }) => [month, [n, BigInt(sum)]])),
  };
}
