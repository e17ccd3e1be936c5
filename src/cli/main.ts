#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { IssueError } from "../issue/index.ts";
import { commands } from "./commands.ts";
import { processOutput, writeIssues } from "./output.ts";
import { programVersion } from "./version.ts";

/** Exit codes: 0 fine, 1 findings or refusals, 2 bad usage (docs/cli.md). */
async function main(argv: readonly string[]): Promise<number> {
  const output = processOutput();
  const program = new Command("huimou")
    .description("回眸：基层政府可核查的成绩单 · the accountable report card of a local government")
    .version(programVersion())
    .exitOverride()
    .showHelpAfterError();
  let code = 0;
  for (const add of commands)
    add(program, output, (result) => {
      code = result;
    });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof IssueError)) throw error;
    writeIssues(output, error.issues);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
