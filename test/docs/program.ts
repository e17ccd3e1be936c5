import { Command } from "commander";
import { commandsFor } from "../../src/cli/commands.ts";
import type { Output } from "../../src/cli/output.ts";

/** The command line as the program declares it; it says nothing and does nothing until it is parsed. */
export async function program(): Promise<Command> {
  const declared = new Command("huimou");
  for (const add of await commandsFor([])) add(declared, silent, () => {});
  return declared;
}

const silent: Output = {
  out: () => {},
  stream: async () => {},
  err: () => {},
  language: "en",
  terminal: false,
};

/** A command as it is called: `import <register> <file>`. */
export function calledAs(command: Command): string {
  const words = command.registeredArguments.map((it) => {
    const name = `${it.name()}${it.variadic ? "..." : ""}`;
    return it.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(" ");
}
