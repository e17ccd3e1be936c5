import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { batchesOf, type District, type Imported } from "../district/index.ts";
import { contentRequest, readCsv } from "../exchange/index.ts";
import { type Language, refuse } from "../issue/index.ts";
import { type AddCommand, dataOption, registerOf, withDistrict } from "./command.ts";
import { compareObservations } from "./compare-observations.ts";
import { writeIssues } from "./output.ts";
import { startStep } from "./progress.ts";
import { day } from "./values.ts";

interface Options {
  readonly data: string;
  readonly actor?: string;
  readonly at?: string;
  readonly reason?: string;
  readonly dryRun?: true;
  readonly acceptGood?: true;
  readonly json?: true;
}

/** `import`: rows of a CSV file as entries; of observations, only whether the records give them. */
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
    .option("--at <date>", "没有 at 列时的生效日期 · effective date of rows without one", day)
    .option("--reason <text>", "没有 reason 列时的理由 · reason of rows without one")
    .option("--dry-run", "只检查，不写入 · judge everything, append nothing")
    .option("--accept-good", "写入合格的行，不合格的退回 · append good rows although others are refused")
    .option("--json", "输出 JSON · print JSON")
    .option(...dataOption)
    .action(async (name: string, file: string, options: Options) => {
      await withDistrict(options.data, async (district) => {
        if (name === "observations") await compare(district, file, options);
        else await load(district, name, file, options);
      });
    });

  async function load(district: District, name: string, file: string, options: Options): Promise<void> {
    const register = registerOf(district, name);
    const { actor = refuse("cli.actor-missing", ["--actor"]), at, reason, dryRun, acceptGood } = options;
    const size = await sizeOf(file);
    const zh = output.language === "zh";
    const step = startStep(output, zh ? `导入 ${basename(file)}` : `importing ${basename(file)}`);
    const source = createReadStream(file);
    const rows = readCsv(register, source, {
      path: [basename(file)],
      actor,
      ...(at !== undefined && { at }),
      ...(reason !== undefined && { reason }),
      request: contentRequest(Buffer.from(district.seals.recordKey("import", name))),
    });
    const imported = await district.import(batchesOf(rows, basename(file)), {
      ...(dryRun && { dryRun }),
      ...(acceptGood && { acceptGood }),
      onProgress: () => step.at(source.bytesRead, size),
    });
    if (imported.refused > 0) step.stop();
    else step.end();
    writeIssues(output, imported.issues);
    output.out(
      options.json
        ? `${JSON.stringify(imported)}\n`
        : `${said(imported, dryRun === true, output.language)}\n`,
    );
    if (imported.refused > 0) exit(1);
  }

  async function compare(district: District, file: string, { json }: Options): Promise<void> {
    const size = await sizeOf(file);
    const zh = output.language === "zh";
    const step = startStep(output, zh ? `比对 ${basename(file)}` : `comparing ${basename(file)}`);
    const compared = await compareObservations(district, file, (bytes) => step.at(bytes, size));
    const { same, issues } = compared;
    if (issues.length > 0) step.stop();
    else step.end();
    writeIssues(output, issues);
    if (json) output.out(`${JSON.stringify(compared)}\n`);
    else
      output.out(
        zh
          ? `${same} 行与记录一致，${issues.length} 处不一致\n`
          : `${same} ${same === 1 ? "row agrees" : "rows agree"} with the records, ${issues.length} differ\n`,
      );
    if (issues.length > 0) exit(1);
  }
};

function said({ appended, repeated, refused }: Imported, dryRun: boolean, language: Language): string {
  return language === "zh"
    ? `${dryRun ? "可写入" : "写入"} ${appended} 条，早已导入 ${repeated} 条，退回 ${refused} 行`
    : `${appended} ${dryRun ? "admissible" : "appended"}, ${repeated} imported before, ${refused} refused`;
}

/** A file's size in bytes; 0 for a pipe. */
async function sizeOf(file: string): Promise<number> {
  const found = await stat(file);
  if (found.isDirectory()) refuse("cli.file-kind", [file], { code: "EISDIR" });
  return found.size;
}
