/** Runs every benchmark, one after the other: `npm run bench`. Each alone: `node bench/<name>.ts --help` is its head. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const others = ["run.ts", "measure.ts", "bare-writing.ts", "numeral-exam.ts", "claims-truth.ts"];
const names = readdirSync(here).filter((it) => it.endsWith(".ts") && !others.includes(it));
for (const name of names.sort()) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [join(here, name)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
