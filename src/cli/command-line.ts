import { Command, type ErrorOptions, Help, type Option } from "commander";
import stringWidth from "string-width";
import { type Issue, IssueError, issue } from "../issue/index.ts";

/** A command that was not understood: nothing was done, exit code 2. */
export class UsageError extends IssueError {}

/**
 * The program, or one of its commands, as it is declared: its help stands in columns where Han characters take two,
 * and what it does not understand it throws as a {@link UsageError}, each with place and cure.
 */
export class CommandLine extends Command {
  override createCommand(name?: string): CommandLine {
    return new CommandLine(name);
  }

  override createHelp(): Help {
    return Object.assign(new TwoLanguages(), this.configureHelp());
  }

  override error(message: string, { code }: ErrorOptions = {}): never {
    throw new UsageError([usageIssue(this, message, code)]);
  }
}

/** Commander's own words in help get their Chinese, too; those of commands and options have it already. */
class TwoLanguages extends Help {
  override displayWidth(text: string): number {
    return stringWidth(text);
  }

  override styleTitle(title: string): string {
    return `${titles[title] ?? ""}${title}`;
  }

  override optionDescription(option: Option): string {
    return super
      .optionDescription(option)
      .replace("(choices: ", "(可选 · choices: ")
      .replace("(default: ", "(默认 · default: ")
      .replace(", default: ", "; 默认 · default: ");
  }
}

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法 · ",
  "Arguments:": "参数 · ",
  "Options:": "选项 · ",
  "Commands:": "命令 · ",
};

/** What commander says of a command line, as an issue. Names stand in its messages between single quotes. */
function usageIssue(command: Command, message: string, code?: string): Issue {
  const [name = "", other = ""] = Array.from(message.matchAll(/'([^']*)'/g), ([, quoted]) => String(quoted));
  const path = command.parent === null ? [] : [command.name()];
  const usage = [...path, command.usage()].join(" ");
  switch (code) {
    case "commander.unknownCommand":
      return issue("cli.command-unknown", path, { command: name, known: namesOf(command) });
    case "commander.unknownOption":
      return issue("cli.option-unknown", path, { option: name, known: optionsOf(command) });
    case "commander.missingArgument":
      return issue("cli.argument-missing", path, { argument: name, usage });
    case "commander.excessArguments":
      return issue("cli.argument-excess", path, { usage });
    case "commander.missingMandatoryOptionValue":
      return issue("cli.option-missing", path, { option: name });
    case "commander.optionMissingArgument":
      return issue("cli.value-missing", path, { option: name });
    case "commander.conflictingOption":
      return issue("cli.options-conflict", path, { one: name, other });
    case "commander.invalidArgument":
      return valueIssue(path, message);
    default:
      return issue("cli.usage", path, { reason: message });
  }
}

/** `option '--port <port>' argument 'x' is invalid. 0–65535`, or the same of an argument, with what is wanted. */
function valueIssue(path: Issue["path"], message: string): Issue {
  const match = invalid.exec(message);
  if (match?.groups === undefined) return issue("cli.usage", path, { reason: message });
  const { option, given, value, argument, wanted } = match.groups;
  return issue("cli.value-wrong", [...path, option?.split(" ")[0] ?? argument ?? ""], {
    value: given ?? value ?? "",
    wanted: String(wanted).replace(/^Allowed choices are (.*)\.$/, "$1"),
  });
}

const invalid =
  /^error: (?:option '(?<option>[^']*)' argument '(?<given>.*)' is invalid|command-argument value '(?<value>.*)' is invalid for argument '(?<argument>[^']*)')\. (?<wanted>.*)$/s;

function namesOf(command: Command): string {
  return command.commands.map((it) => it.name()).join(", ");
}

function optionsOf(command: Command): string {
  return command.options.map((it) => it.flags).join(", ");
}
