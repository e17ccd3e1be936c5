import type { AddCommand } from "./command.ts";

/**
 * Every command by its name, in the order in which help shows them. A command is read when it is called: what draws
 * charts or reads prose takes longer to read than most others take to run.
 */
export const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import("./init.ts")).addInit,
  demo: async () => (await import("./demo.ts")).addDemo,
  define: async () => (await import("./define.ts")).addDefine,
  import: async () => (await import("./import.ts")).addImport,
  export: async () => (await import("./export.ts")).addExport,
  append: async () => (await import("./append.ts")).addAppend,
  erase: async () => (await import("./erase.ts")).addErase,
  indicators: async () => (await import("./indicators.ts")).addIndicators,
  reconcile: async () => (await import("./reconcile.ts")).addReconcile,
  due: async () => (await import("./due.ts")).addDue,
  list: async () => (await import("./list.ts")).addList,
  check: async () => (await import("./check.ts")).addCheck,
  release: async () => (await import("./release.ts")).addRelease,
  verify: async () => (await import("./verify.ts")).addVerify,
  proof: async () => (await import("./proof.ts")).addProof,
  serve: async () => (await import("./serve.ts")).addServe,
};

/** The command that a command line calls; all of them where it calls none, or asks for help. */
export function commandsFor([first = ""]: readonly string[]): Promise<AddCommand[]> {
  const called = Object.hasOwn(commands, first) ? commands[first] : undefined;
  return Promise.all((called === undefined ? Object.values(commands) : [called]).map((load) => load()));
}
