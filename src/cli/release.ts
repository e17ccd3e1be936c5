import { join } from "node:path";
import { release, releaseFromBundle, type Stage, writeBundle } from "../release/index.ts";
import { type AddCommand, dataOption, withDistrict } from "./command.ts";
import { writeIssues } from "./output.ts";
import { type Step, startStep } from "./progress.ts";
import { programVersion } from "./version.ts";

interface Options {
  readonly data: string;
  readonly out?: string;
  readonly bundle?: string;
  readonly from?: string;
  readonly json?: true;
}

const stages: Readonly<Record<Stage, { zh: string; en: string }>> = {
  integrate: { zh: "入账", en: "integrating" },
  compose: { zh: "核对、过关", en: "reconciling, gate" },
  build: { zh: "生成网页", en: "building pages" },
  record: { zh: "记入账本", en: "recording" },
  write: { zh: "写入、签名", en: "writing, signing" },
};

export const addRelease: AddCommand = (program, output, exit) => {
  const zh = output.language === "zh";
  program
    .command("release")
    .description("过关、签名、生成静态网站 · gate, sign and build the static site")
    .option("--out <dir>", "发布目录；默认为数据目录下的 public · public in the data directory unless told")
    .option("--bundle <file>", "另写可携带的发布包 · write the portable bundle, too")
    .option(
      "--from <bundle>",
      "由发布包重建同一网站，不用账本 · rebuild the site of a bundle, without a ledger",
    )
    .option("--json", "输出 JSON · print JSON")
    .option(...dataOption)
    .action(async (options: Options) => {
      const out = options.out ?? join(options.data, "public");
      if (options.from !== undefined) {
        const { edition, files } = await releaseFromBundle(options.from, out);
        if (options.json)
          return output.out(
            `${JSON.stringify({ number: edition.number, position: edition.position, files })}\n`,
          );
        return output.out(
          zh
            ? `由发布包重建第 ${edition.number} 次发布：${out}，${files} 个文件\n`
            : `rebuilt release ${edition.number} in ${out}: ${files} files\n`,
        );
      }
      await withDistrict(options.data, async (district) => {
        let step: Step | undefined;
        const released = await release(district, {
          out,
          program: programVersion(),
          onStage: (stage) => {
            step?.end();
            step = startStep(output, stages[stage][output.language]);
          },
        });
        step?.end();
        writeIssues(output, released.warnings);
        writeIssues(output, released.issues);
        const { edition, manifest, repeated, files, issues } = released;
        if (edition === null || manifest === null) {
          if (options.json) output.out(`${JSON.stringify({ released: false, issues })}\n`);
          return exit(1);
        }
        if (options.bundle !== undefined) await writeBundle(out, options.bundle);
        const { number, position, root } = edition;
        if (options.json)
          return output.out(
            `${JSON.stringify({ released: true, number, position, root, repeated, files })}\n`,
          );
        output.out(
          zh
            ? `第 ${number} 次发布${repeated ? "（与上次相同，重建）" : ""}：${out}，${files} 个文件，覆盖 ${position} 条，根 ${root}\n`
            : `release ${number}${repeated ? " (the same as before, built again)" : ""}: ${out}, ${files} files, ${position} entries, root ${root}\n`,
        );
      });
    });
};
