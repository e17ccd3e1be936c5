import { join } from "node:path";
import { Option } from "commander";
import type { District } from "../district/index.ts";
import type { Language, Words } from "../issue/index.ts";
import { type Released, release, releaseFromBundle, type Stage, writeBundle } from "../release/index.ts";
import { type AddCommand, dataOption, withDistrict } from "./command.ts";
import { type Output, writeIssues } from "./output.ts";
import { type Step, startStep } from "./progress.ts";
import { programVersion } from "./version.ts";
import { documentLines, refuseWithoutReports, wordDocuments } from "./word-documents.ts";

interface Options {
  readonly data: string;
  readonly out?: string;
  readonly bundle?: string;
  readonly from?: string;
  readonly docx?: string | true;
  readonly font?: readonly string[];
  readonly json?: true;
}

const fromBundle = new Option(
  "--from <bundle>",
  "由发布包重建同一网站，不用账本 · rebuild the site of a bundle, without a ledger",
).conflicts("bundle");

/** `release`: what the ledger holds, published; or everything that stops it. Or a bundle's site, built again. */
export const addRelease: AddCommand = (program, output, exit) => {
  program
    .command("release")
    .description("过关、签名、生成静态网站 · gate, sign and build the static site")
    .option("--out <dir>", "发布目录；默认为数据目录下的 public · public in the data directory unless told")
    .option("--bundle <file>", "另写可携带的发布包 · write the portable bundle, too")
    .addOption(fromBundle)
    .option(
      "--docx [dir]",
      "另写 Word 文档；默认为数据目录下的 word · write the reports as Word documents, too",
    )
    .option("--font <file...>", "图表用的字体文件 · files of the fonts for the charts of these")
    .option("--json", "输出 JSON · print JSON")
    .option(...dataOption)
    .action(async (options: Options) => {
      const folder = options.out ?? join(options.data, "public");
      if (options.from !== undefined) return rebuild(options.from, folder, options);
      // whatever stops the documents stops the release, too: it is asked before anything is published
      const write = await wordDocuments(options);
      const released = await withDistrict(options.data, (district) => {
        if (write !== null) refuseWithoutReports(district.declarations.pack.reports);
        return publish(district, folder, output);
      });
      writeIssues(output, released.warnings);
      writeIssues(output, released.issues);
      const { edition, issues } = released;
      if (edition === null) {
        if (options.json) output.out(`${JSON.stringify({ released: false, issues })}\n`);
        return exit(1);
      }
      if (options.bundle !== undefined) await writeBundle(folder, options.bundle);
      const documents = write === null ? [] : await write(edition);
      const { number, position, root } = edition;
      const { repeated, files, stayed } = released;
      output.out(
        options.json
          ? `${JSON.stringify({ released: true, number, position, root, repeated, files, stayed, ...(write && { documents }) })}\n`
          : said(released, folder, output.language),
      );
      if (!options.json) output.out(documentLines(documents, output.language));
    });

  async function rebuild(bundle: string, folder: string, options: Options): Promise<void> {
    const write = await wordDocuments(options);
    const { edition, files } = await releaseFromBundle(bundle, folder);
    const documents = write === null ? [] : await write(edition);
    const { number, position } = edition;
    if (options.json)
      return output.out(`${JSON.stringify({ number, position, files, ...(write && { documents }) })}\n`);
    output.out(
      output.language === "zh"
        ? `由发布包重建第 ${number} 次发布：${folder}，${files} 个文件\n`
        : `rebuilt release ${number} in ${folder}: ${files} files\n`,
    );
    output.out(documentLines(documents, output.language));
  }
};

const stages: Readonly<Record<Stage, Words>> = {
  integrate: { zh: "入账", en: "integrating" },
  compose: { zh: "核对、过关", en: "reconciling, gate" },
  build: { zh: "生成网页", en: "building pages" },
  record: { zh: "记入账本", en: "recording" },
  sign: { zh: "签名、发布", en: "signing, publishing" },
};

/** Releases, and says how long each stage took; the one that stopped it is not ticked off. */
export async function publish(district: District, folder: string, output: Output): Promise<Released> {
  let step: Step | undefined;
  const released = await release(district, {
    out: folder,
    program: programVersion(),
    onStage: (stage) => {
      step?.end();
      step = startStep(output, stages[stage][output.language]);
    },
  });
  if (released.edition === null) step?.stop();
  else step?.end();
  return released;
}

function said({ edition, repeated, files, stayed }: Released, folder: string, language: Language): string {
  const { number, position, root } = edition ?? { number: 0, position: 0, root: "" };
  return language === "zh"
    ? `第 ${number} 次发布${repeated ? "（与上次相同，重建）" : ""}：${folder}，${files} 个文件（${files - stayed} 个新写，${stayed} 个未变），覆盖日志前 ${position} 条，其根 ${root}；签名的检查点多一条，即本次发布\n`
    : `release ${number}${repeated ? " (the same as before, built again)" : ""}: ${folder}, ${files} files (${files - stayed} written, ${stayed} unchanged), the first ${position} entries with root ${root}; the signed checkpoint has one more, this release\n`;
}
