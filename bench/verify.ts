/**
 * Verifying a published log, beside bare SHA-256 over the same entries in the same run: re-hashing alone
 * (leaves and tree) and the whole verification of the log (signature, tiles, canonical entries, versions).
 *
 *   node bench/verify.ts [--scale 2] [--rounds 7]
 */
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { emptyEdge, grow, leafHashes, nodeHashMany } from "../src/ledger/index.ts";
import { verifyLog, webHashMany } from "../src/ledger/verify/index.ts";
import { release, verifyRelease } from "../src/release/index.ts";
import { demonstrationIn } from "./demonstration.ts";
import { inFolder, line, numberOption, secondsOf, shown, spreadOf } from "./measure.ts";

const rounds = numberOption("rounds", 7);

await inFolder(async (folder) => {
  const district = await demonstrationIn(folder, numberOption("scale", 2));
  const out = join(folder, "out");
  const released = await release(district, { out, program: "bench" });
  if (released.edition === null) throw new Error(`stopped: ${JSON.stringify(released.issues[0])}`);
  const entries: Uint8Array[] = [];
  const { size } = await district.ledger.head();
  for await (const page of district.ledger.entries(0, size))
    for (const { bytes } of page) entries.push(bytes);
  await district.close();
  const bytes = entries.reduce((total, it) => total + it.length, 0);
  console.log(`${shown(size)} entries, ${shown(bytes / size)} bytes each\n`);
  const verifierKey = readFileSync(join(out, "log", "vkey"), "utf8").trim();
  const read = async (path: string) =>
    new Uint8Array(await readFile(join(out, path)).catch(() => Buffer.alloc(0)));
  const fetch = async (path: string) => {
    const found = await read(`log/${path}`);
    return found.length === 0 ? null : found;
  };
  const complain = (it: { issue: unknown }) => {
    if (it.issue !== null) throw new Error(JSON.stringify(it.issue));
  };
  const ways = {
    "bare SHA-256 of every entry": () => {
      for (const entry of entries) hash("sha256", entry, "buffer");
    },
    "re-hashed: leaves and tree": async () => {
      await grow(emptyEdge, await leafHashes(entries, nodeHashMany), nodeHashMany);
    },
    "log verified, node:crypto": async () =>
      complain(await verifyLog({ fetch, verifierKey, hashMany: nodeHashMany })),
    "log verified, WebCrypto": async () =>
      complain(await verifyLog({ fetch, verifierKey, hashMany: webHashMany })),
    "release verified, everything": async () =>
      complain(
        await verifyRelease({
          read: async (path) => ((await read(path)).length === 0 ? null : read(path)),
          program: "bench",
        }),
      ),
  };
  const rates = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of Object.entries(ways)) {
      if (name.startsWith("release") && round > 2) continue;
      rates.get(name)?.push(size / (await secondsOf(work)));
    }
  for (const [name, list] of rates) console.log(line(name, spreadOf(list), "entries/s"));
  const bare = rates.get("bare SHA-256 of every entry") ?? [];
  const rehashed = rates.get("re-hashed: leaves and tree") ?? [];
  console.log(line("ratio bare ÷ re-hashed", spreadOf(bare.map((it, i) => it / (rehashed[i] ?? 1))), "×"));
});
