/** Runs every benchmark, one after the other: `npm run bench`. Each alone: `node bench/<name>.ts --help` is its head. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const names = readdirSync(here).filter((it) => it.endsWith(".ts") && it !== "run.ts" && it !== "measure.ts");
for (const name of names.sort()) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [join(here, name)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
