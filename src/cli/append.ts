import { createInterface } from "node:readline";
import { IssueError, issue } from "../issue/index.ts";
import type { Action } from "../registers/index.ts";
import { parseAction } from "./action.ts";
import { type AddCommand, dataOption, pairs, withDistrict } from "./command.ts";
import { writeIssues } from "./output.ts";

interface Options {
  readonly data: string;
  readonly kind: string;
  readonly at?: string;
  readonly actor?: string;
  readonly reason?: string;
  readonly to?: string;
  readonly request?: string;
  readonly seen?: string;
  readonly json?: true;
}

/** Lines appended together. */
const batch = 1000;

export const addAppend: AddCommand = (program, output, exit) => {
  program
    .command("append")
    .description("追加一条，或从标准输入逐行追加 JSON · append one entry, or JSON lines from standard input")
    .argument("<register>", "台账 · register")
    .argument("[record]", "记录编号；不给则读标准输入 · the record's key; without it, standard input is read")
    .argument("[fields...]", "字段=值 · field=value")
    .option("--kind <kind>", "open、amend、advance 或 void · open, amend, advance or void", "open")
    .option("--at <date>", "生效日期 · effective date, YYYY-MM-DD")
    .option("--actor <role>", "职务与单位 · role and unit")
    .option("--reason <text>", "理由 · reason")
    .option("--to <state>", "advance 到的状态 · the state that advance leads to")
    .option("--seen <version>", "所依据的版本 · the version that this was written for")
    .option("--request <key>", "幂等键 · idempotency key: repeated, it appends nothing")
    .option(...dataOption)
    .option("--json", "输出 JSON · print JSON")
    .action(
      async (register: string, record: string | undefined, fields: readonly string[], options: Options) => {
        await withDistrict(options.data, async (district) => {
          const compiled = district.declarations.registers.get(register);
          if (compiled === undefined) {
            const known = [...district.declarations.registers.keys()].join(", ");
            throw new IssueError([issue("registers.register-unknown", [], { register, known })]);
          }
          const appendAll = async (actions: readonly Action[], firstLine: number) => {
            const appended = await district.append(actions, {
              pathOf: (index) => ["stdin", firstLine + index],
            });
            if (appended.issues.length > 0) {
              writeIssues(output, appended.issues);
              exit(1);
              return false;
            }
            for (const outcome of appended.outcomes)
              if (outcome.issues === undefined)
                output.out(
                  options.json
                    ? `${JSON.stringify(outcome)}\n`
                    : `${register} ${outcome.record} v${outcome.version}\n`,
                );
            return true;
          };
          if (record !== undefined) {
            const { kind, at, actor, reason, to, request, seen } = options;
            const written = {
              kind,
              at,
              actor,
              reason,
              to,
              request,
              ...(seen && { version: Number(seen) }),
              record,
              fields: pairs(fields),
            };
            await appendAll([parseAction(compiled.definition, written, [])], 1);
            return;
          }
          let actions: Action[] = [];
          let line = 0;
          for await (const text of createInterface({ input: process.stdin })) {
            line += 1;
            if (text.trim() === "") continue;
            actions.push(parseAction(compiled.definition, jsonOf(text, line), ["stdin", line]));
            if (actions.length === batch) {
              if (!(await appendAll(actions, line - batch + 1))) return;
              actions = [];
            }
          }
          if (actions.length > 0) await appendAll(actions, line - actions.length + 1);
        });
      },
    );
};

function jsonOf(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new IssueError([issue("cli.json-malformed", ["stdin", line], { reason: String(error) })]);
  }
}
