import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { assertWholeAppends, beginLedger, startWriting } from "./appending.ts";
import { onEachDatabase } from "./place.ts";

const rounds = 10;

onEachDatabase(
  `what was acknowledged is there after kill -9, ${rounds} times`,
  async ({ create, open, location }) => {
    const store = await create();
    await beginLedger(store);
    await store.close();
    let acknowledged = 0;
    for (let round = 0; round < rounds; round++) {
      const last = await lastBeforeKill(location, `w${round}`, 1 + Math.floor(Math.random() * 30));
      const reopened = await open();
      const size = await assertWholeAppends(reopened);
      assert.ok(size > last, `position ${last} was acknowledged, and ${size} entries are there`);
      acknowledged = last + 1;
      await reopened.close();
    }
    assert.ok(acknowledged >= rounds);
  },
);

/** Lets a process append, kills it some moments after it acknowledged `enough`, and gives the last position. */
async function lastBeforeKill(location: string, writer: string, enough: number): Promise<number> {
  const child = startWriting(location, writer, 1_000_000);
  let last = -1;
  let seen = 0;
  if (child.stdout === null) throw new Error("the process has no output");
  createInterface(child.stdout).on("line", (line) => {
    last = Math.max(last, Number(line));
    seen += 1;
    if (seen === enough) child.kill("SIGKILL");
  });
  const [, signal] = await once(child, "close");
  assert.equal(signal, "SIGKILL");
  return last;
}
