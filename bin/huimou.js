#!/usr/bin/env node
// The command: src/cli/main.ts as it is, also where the package lies below node_modules and where node is too old.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const OLDEST = 24;

if (Number.parseInt(process.versions.node, 10) >= OLDEST) {
  await import("./strip-types.js");
  await import("../src/cli/main.ts");
} else {
  // the package brings a Node of its own
  const node = createRequire(import.meta.url).resolve("node/bin/node");
  const { status, error } = spawnSync(node, process.argv.slice(1), { stdio: "inherit" });
  if (error !== undefined) throw error;
  process.exitCode = status ?? 1;
}
