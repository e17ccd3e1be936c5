import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { batchesOf } from "../district/index.ts";
import { contentRequest, readCsv } from "../exchange/index.ts";
import { IssueError, issue, refuse } from "../issue/index.ts";
import { type AddCommand, dataOption, withDistrict } from "./command.ts";
import { compareObservations } from "./compare-observations.ts";
import { writeIssues } from "./output.ts";
import { startStep } from "./progress.ts";

interface Options {
  readonly data: string;
  readonly actor?: string;
  readonly at?: string;
  readonly reason?: string;
  readonly dryRun?: true;
  readonly acceptGood?: true;
  readonly json?: true;
}

export const addImport: AddCommand = (program, output, exit) => {
  program
    .command("import")
    .description(
      "导入 CSV：每个坏行都指明行、列和改法 · import a CSV file; every bad cell is named with its cure",
    )
    .argument(
      "<register>",
      "台账；observations 则逐行与记录比对 · register; observations: each row is held against the records",
    )
    .argument("<file>", "CSV 文件 · CSV file")
    .option("--actor <role>", "职务与单位 · role and unit that answer for the rows")
    .option("--at <date>", "没有 at 列时的生效日期 · effective date of rows without one")
    .option("--reason <text>", "没有 reason 列时的理由 · reason of rows without one")
    .option("--dry-run", "只检查，不写入 · judge everything, append nothing")
    .option("--accept-good", "写入合格的行，不合格的退回 · append good rows although others are refused")
    .option("--json", "输出 JSON · print JSON")
    .option(...dataOption)
    .action(async (name: string, file: string, options: Options) => {
      await withDistrict(options.data, async (district) => {
        if (name === "observations") {
          await sizeOf(file);
          const { same, issues } = await compareObservations(district, file);
          writeIssues(output, issues);
          if (options.json) output.out(`${JSON.stringify({ same, issues })}\n`);
          else
            output.out(
              output.language === "zh"
                ? `${same} 行与记录一致，${issues.length} 处不一致\n`
                : `${same} rows agree with the records, ${issues.length} differ\n`,
            );
          if (issues.length > 0) exit(1);
          return;
        }
        const register = district.declarations.registers.get(name)?.definition;
        if (register === undefined) {
          const known = [...district.declarations.registers.keys()].join(", ");
          throw new IssueError([issue("registers.register-unknown", [], { register: name, known })]);
        }
        const size = await sizeOf(file);
        const step = startStep(
          output,
          output.language === "zh" ? `导入 ${basename(file)}` : `importing ${basename(file)}`,
        );
        const source = createReadStream(file);
        const rows = readCsv(register, source, {
          path: [basename(file)],
          actor: options.actor ?? refuse("cli.actor-missing", []),
          ...(options.at !== undefined && { at: options.at }),
          ...(options.reason !== undefined && { reason: options.reason }),
          request: contentRequest(Buffer.from(district.seals.recordKey("import", name))),
        });
        const { dryRun, acceptGood } = options;
        const imported = await district.import(batchesOf(rows, basename(file)), {
          ...(dryRun && { dryRun }),
          ...(acceptGood && { acceptGood }),
          onProgress: () => step.at(source.bytesRead, size),
        });
        const { appended, repeated, refused, issues } = imported;
        step.end(
          output.language === "zh"
            ? `${dryRun ? "可写入" : "写入"} ${appended} 条，早已导入 ${repeated} 条，退回 ${refused} 行`
            : `${appended} ${dryRun ? "admissible" : "appended"}, ${repeated} imported before, ${refused} refused`,
        );
        writeIssues(output, issues);
        if (options.json) output.out(`${JSON.stringify(imported)}\n`);
        if (refused > 0) exit(1);
      });
    });
};

async function sizeOf(file: string): Promise<number> {
  const { size } = await stat(file).catch(() => refuse("cli.file-missing", [file], { file }));
  return size;
}
