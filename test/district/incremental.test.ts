import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type District, registerEntries, verifyLedger } from "../../src/district/index.ts";
import { type Cell, compilePack, Derivation } from "../../src/indicators/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { sequences } from "../pack/sequences.ts";
import wide from "../pack/wide/pack.ts";
import { seed } from "../seed.ts";
import {
  cellsOf,
  inPostgresDistrict,
  inSqliteDistrict,
  type MadeUpDistrict,
  sortedCells,
} from "./made-up-district.ts";

const declarations = compilePack(wide);

/** Actions in portions of drawn sizes. */
const portions = fc
  .record({
    actions: sequences(declarations, { minLength: 60, maxLength: 150 }),
    sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 }),
  })
  .map(({ actions, sizes }) => {
    const split: Action[][] = [];
    for (let from = 0, i = 0; from < actions.length; i++) {
      const size = sizes[i % sizes.length] as number;
      split.push(actions.slice(from, from + size));
      from += size;
    }
    return split;
  });

const stores = [
  { kind: "sqlite", inDistrict: inSqliteDistrict, runs: 8 },
  { kind: "postgres", inDistrict: inPostgresDistrict, runs: 4 },
] as const;

/** Runs a property with a district of its own for each draw. */
function onEachStore<T>(
  name: string,
  draw: fc.Arbitrary<T>,
  body: (it: MadeUpDistrict, drawn: T) => Promise<void>,
) {
  for (const { kind, inDistrict, runs } of stores)
    test(`${kind}: ${name} (seed ${seed})`, () =>
      fc.assert(
        fc.asyncProperty(draw, (drawn) => inDistrict((it) => body(it, drawn))),
        // a smaller counterexample is looked for, but not for minutes
        { numRuns: runs, seed, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true },
      ));
}

onEachStore(
  "whatever is appended in whatever portions, what is maintained is what the entries give, after each of them",
  portions,
  async ({ district }, split) => {
    for (const actions of split) {
      await district.append(actions, { acceptGood: true });
      assert.equal((await verifyLedger(district)).issue, null);
    }
  },
);

onEachStore(
  "the cells as they were at any position are what the entries before it give",
  portions,
  async ({ district }, split) => {
    const then: { size: number; cells: Cell[] }[] = [];
    for (const actions of split) {
      await district.append(actions, { acceptGood: true });
      then.push({ size: (await district.ledger.head()).size, cells: await cellsOf(district) });
    }
    const log = await disclosedLog(district);
    for (const { size, cells } of then) {
      const derivation = new Derivation(district.declarations);
      for (const { position, told } of log)
        if (position < size) assert.deepEqual(derivation.add(told.entry, [position], told.disclosed), []);
      assert.deepEqual(sortedCells(derivation.sums.cells()), cells);
    }
  },
);

/** Every entry with what it sealed, by position. */
async function disclosedLog(district: District) {
  const rows = await district.store.db
    .selectFrom("entry")
    .select(["position", "register", "record", "version"])
    .execute();
  const positions = new Map(rows.map((it) => [`${it.register} ${it.record} ${it.version}`, it.position]));
  const log = [];
  for (const register of district.declarations.registers.keys())
    for await (const { told } of registerEntries(district, register)) {
      const { record, version } = told.entry;
      log.push({ position: positions.get(`${register} ${record} ${version}`) as number, told });
    }
  return log.sort((a, b) => a.position - b.position);
}

/** What a ledger holds, apart from what was drawn or made with its keys: entries with their secrets, and cells. */
async function contentOf(district: District) {
  const entries: Record<string, unknown[]> = {};
  for (const register of district.declarations.registers.keys()) {
    const some = await Array.fromAsync(registerEntries(district, register));
    entries[register] = some.map(({ key, told: { entry, disclosed } }) => {
      const { record, sealed, ...rest } = entry;
      return { ...rest, key, sealed: Object.keys(sealed ?? {}).sort(), disclosed };
    });
  }
  return { entries, cells: await cellsOf(district) };
}

const at = new Date("2022-01-01T00:00:00.000Z");

for (const { kind, inDistrict, runs } of stores)
  test(`${kind}: one by one, in sevens or all at once, appended or imported, the same actions make the same ledger (seed ${seed})`, () =>
    fc.assert(
      fc.asyncProperty(sequences(declarations, { minLength: 40, maxLength: 90 }), async (actions) => {
        const contents: unknown[] = [];
        for (const size of [1, 7, actions.length])
          await inDistrict(
            async ({ district }) => {
              for (let from = 0; from < actions.length; from += size)
                await district.append(actions.slice(from, from + size), { acceptGood: true });
              contents.push(await contentOf(district));
            },
            { clock: () => at },
          );
        await inDistrict(
          async ({ district }) => {
            await district.import(inBatches(actions, 5), { acceptGood: true });
            contents.push(await contentOf(district));
            assert.equal((await verifyLedger(district)).issue, null);
          },
          { clock: () => at },
        );
        for (const other of contents.slice(1)) assert.deepEqual(other, contents[0]);
      }),
      { numRuns: runs, seed, endOnFailure: true },
    ));

async function* inBatches(actions: readonly Action[], size: number) {
  for (let from = 0; from < actions.length; from += size)
    yield {
      actions: actions.slice(from, from + size),
      pathOf: (index: number) => [from + index],
      issues: [],
      refused: 0,
    };
}
