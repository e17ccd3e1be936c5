#!/usr/bin/env node
import { CommanderError } from "commander";
import { type Issue, IssueError } from "../issue/index.ts";
import { CommandLine, UsageError } from "./command-line.ts";
import { commandsFor } from "./commands.ts";
import { endOnSignals } from "./interruption.ts";
import { processOutput, writeIssues } from "./output.ts";
import { systemIssue } from "./system-error.ts";
import { programVersion } from "./version.ts";

/** Exit codes: 0 fine, 1 findings or refusals, 2 bad usage (docs/cli.md). */
async function main(argv: readonly string[]): Promise<number> {
  const output = processOutput();
  endOnSignals(output);
  const program = new CommandLine("huimou")
    .description("回眸：基层政府可核查的成绩单 · the accountable report card of a local government")
    .version(programVersion(), "-V, --version", "显示版本 · print the version")
    .helpOption("-h, --help", "显示帮助 · show help")
    .helpCommand("help [command]", "显示一个命令的帮助 · show help for a command")
    .exitOverride();
  let code = 0;
  for (const add of await commandsFor(argv))
    add(program, output, (result) => {
      code = result;
    });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    // help and version end here, too
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const issues = issuesOf(error);
    if (issues === null) throw error;
    writeIssues(output, issues);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** What somebody can mend; null for the program's own faults. */
function issuesOf(error: unknown): readonly Issue[] | null {
  if (error instanceof IssueError) return error.issues;
  const refused = systemIssue(error);
  return refused === null ? null : [refused];
}

process.exitCode = await main(process.argv.slice(2));
