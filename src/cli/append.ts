import { Option } from "commander";
import type { District } from "../district/index.ts";
import { type Issue, IssueError, issue, type Path } from "../issue/index.ts";
import { type Action, discreet, type RegisterDefinition } from "../registers/index.ts";
import { parseAction } from "./action.ts";
import { type AddCommand, dataOption, registerOf, withDistrict } from "./command.ts";
import { UsageError } from "./command-line.ts";
import { type Line, linesOf } from "./lines.ts";
import { writeIssues } from "./output.ts";
import { day, pair, wholeNumber } from "./values.ts";

interface Options {
  readonly data: string;
  readonly kind: string;
  readonly at?: string;
  readonly actor?: string;
  readonly reason?: string;
  readonly to?: string;
  readonly request?: string;
  readonly seen?: number;
  readonly json?: true;
}

const kinds = new Option("--kind <kind>", "新建、更正、流转或作废 · open, amend, advance or void")
  .choices(["open", "amend", "advance", "void"])
  .default("open");

/** `append`: one entry from words, or many from JSON lines, each acknowledged once it is on the disk. */
export const addAppend: AddCommand = (program, output, exit) => {
  program
    .command("append")
    .description("追加一条，或从标准输入逐行追加 JSON · append one entry, or JSON lines from standard input")
    .argument("<register>", "台账 · register")
    .argument("[record]", "记录编号；不给则读标准输入 · the record's key; without it, standard input is read")
    .argument("[fields...]", "字段=值 · field=value", pair)
    .addOption(kinds)
    .option("--at <date>", "生效日期 · effective date, YYYY-MM-DD", day)
    .option("--actor <role>", "职务与单位 · role and unit")
    .option("--reason <text>", "理由 · reason")
    .option("--to <state>", "流转到的状态 · the state that advance leads to")
    .option("--seen <version>", "所依据的版本 · the version that this was written for", wholeNumber(0))
    .option("--request <key>", "幂等键：重复提交不会重复写入 · idempotency key: repeated, it appends nothing")
    .option(...dataOption)
    .option("--json", "输出 JSON · print JSON")
    .action(
      async (
        name: string,
        record: string | undefined,
        fields: Readonly<Record<string, string>>,
        options: Options,
      ) => {
        await withDistrict(options.data, async (district) => {
          const register = registerOf(district, name);
          if (record !== undefined) {
            // without any, commander gives an empty list
            const action = fromWords(register, record, { ...fields }, options);
            if (!(await appended(district, [action], () => [], options))) exit(1);
            return;
          }
          if (process.stdin.isTTY) output.err(`${waiting[output.language]}\n`);
          for await (const lines of linesOf(process.stdin, "stdin")) {
            const actions = fromLines(register, lines);
            const pathOf = (index: number) => ["stdin", lines[index]?.number ?? 0];
            if (!(await appended(district, actions, pathOf, options))) return exit(1);
          }
        });
      },
    );

  /** Whether all were taken; else none was. */
  async function appended(
    district: District,
    actions: readonly Action[],
    pathOf: (index: number) => Path,
    { json }: Options,
  ): Promise<boolean> {
    const { outcomes, issues } = await district.append(actions, { pathOf });
    writeIssues(output, issues);
    if (issues.length > 0) return false;
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.issues !== undefined) continue;
      const register = actions[i]?.register ?? "";
      const known = { record: shownKey(district, register, outcome.record), version: outcome.version };
      output.out(json ? `${JSON.stringify(known)}\n` : `${register} ${known.record} v${known.version}\n`);
    }
    return true;
  }
};

/** What an acknowledgement calls a record: a sealed one by the key that the log has, since others may read along. */
function shownKey({ declarations, seals }: District, register: string, key: string): string {
  const definition = declarations.registers.get(register)?.definition;
  return definition?.visibility === "sealed" ? seals.recordKey(register, key) : key;
}

const waiting = {
  zh: "逐行写入 JSON，Ctrl+D 结束（格式见 docs/formats/action.md）",
  en: "one JSON object a line, Ctrl+D ends (docs/formats/action.md)",
};

/** What the command line gives an action's members under other names. */
const options: Readonly<Record<string, string>> = { version: "--seen", record: "record", fields: "fields" };

function fromWords(
  register: RegisterDefinition,
  record: string,
  fields: Readonly<Record<string, string>>,
  { kind, at, actor, reason, to, request, seen }: Options,
): Action {
  const written = { kind, record, at, actor, reason, to, request, version: seen, fields };
  try {
    return parseAction(register, written, [], (member) => options[member] ?? `--${member}`);
  } catch (error) {
    throw error instanceof IssueError ? new UsageError(discreet(register, error.issues)) : error;
  }
}

/** Raises everything that is wrong with any of the lines. */
function fromLines(register: RegisterDefinition, lines: readonly Line[]): Action[] {
  const issues: Issue[] = [];
  const actions = lines.flatMap((line) => {
    try {
      return [parseAction(register, jsonOf(line), ["stdin", line.number])];
    } catch (error) {
      if (!(error instanceof IssueError)) throw error;
      issues.push(...error.issues);
      return [];
    }
  });
  if (issues.length > 0) throw new IssueError(discreet(register, issues));
  return actions;
}

function jsonOf({ text, number }: Line): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new IssueError([
      issue("cli.json-malformed", ["stdin", number], {
        reason: error instanceof Error ? error.message : String(error),
      }),
    ]);
  }
}
