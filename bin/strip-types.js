// Removes the types of the package's own sources, below node_modules: there, Node leaves that to whoever wants it. What
// imports this file has its own thread do so; each other thread has to import it, too.
import { readFileSync } from "node:fs";
import * as modules from "node:module";
import { fileURLToPath } from "node:url";

const folder = new URL("..", import.meta.url).href;

if (folder.includes("/node_modules/")) {
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
