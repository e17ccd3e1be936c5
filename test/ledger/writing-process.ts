/**
 * A process of its own that appends to a ledger's tables until it is ended or has made as many
 * transactions as it was told: `node writing-process.ts LOCATION NAME TRANSACTIONS`. After each commit it
 * prints the position that it took. Tests start several at once, and kill them.
 */
import { openStore } from "../../src/ledger/store/index.ts";
import { appendOne } from "./appending.ts";

const [location = "", name = "", transactions = "0"] = process.argv.slice(2);
const store = await openStore(location);
for (let made = 0; made < Number(transactions); made++) {
  const position = await appendOne(store, name, made);
  process.stdout.write(`${position}\n`);
}
await store.close();
