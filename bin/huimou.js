#!/usr/bin/env node
// The command: src/cli/main.ts as it is, also where the package lies below node_modules and where node is too old.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as modules from "node:module";
import { fileURLToPath } from "node:url";

const OLDEST = 24;

if (Number.parseInt(process.versions.node, 10) >= OLDEST) {
  const here = new URL("..", import.meta.url).href;
  if (here.includes("/node_modules/")) stripBelow(here);
  await import("../src/cli/main.ts");
} else {
  // the package brings a Node of its own
  const node = modules.createRequire(import.meta.url).resolve("node/bin/node");
  const { status, error } = spawnSync(node, process.argv.slice(1), { stdio: "inherit" });
  if (error !== undefined) throw error;
  process.exitCode = status ?? 1;
}

/** Removes the types of the package's own sources: below node_modules, Node leaves that to whoever wants it. */
function stripBelow(folder) {
  const { emitWarning } = process;
  // said once, that the function is new
  process.emitWarning = () => {};
  modules.stripTypeScriptTypes("");
  process.emitWarning = emitWarning;
  modules.registerHooks({
    load(url, context, next) {
      if (!url.startsWith(folder) || !url.endsWith(".ts")) return next(url, context);
      const source = modules.stripTypeScriptTypes(readFileSync(fileURLToPath(url), "utf8"));
      return { format: "module", source, shortCircuit: true };
    },
  });
}
