import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  batchesOf,
  createDistrict,
  hasSettings,
  loadDemonstration,
  packWithDemonstration,
  rowsOf,
} from "../district/index.ts";
import { IssueError, issue } from "../issue/index.ts";
import { release } from "../release/index.ts";
import type { AddCommand } from "./command.ts";
import { writeIssues } from "./output.ts";
import { startStep } from "./progress.ts";
import { serveFolder } from "./serve.ts";
import { programVersion } from "./version.ts";

interface Options {
  readonly data: string;
  readonly scale: string;
  readonly port: string;
  readonly serve: boolean;
  readonly fresh?: true;
}

export const addDemo: AddCommand = (program, output, exit) => {
  program
    .command("demo")
    .description(
      "用演示数据从建账走到发布并打开网站 · ledger, demonstration data, release and site in one go",
    )
    .argument("[pack]", "地区包目录；默认为 districts 下有演示数据的第一个 · the pack's directory")
    .option("--data <dir>", "数据目录 · data directory", "data/demo")
    .option("--scale <n>", "演示数据的倍数 · how many times the usual data", "1")
    .option("--port <port>", "网站端口 · port of the site", "8220")
    .option("--no-serve", "发布后结束，不开网站 · stop after publishing")
    .option("--fresh", "先删去该目录中上次的演示 · remove an earlier demonstration there first")
    .action(async (pack: string | undefined, options: Options) => {
      const zh = output.language === "zh";
      const directory = pack ?? packWithDemonstration();
      const { actions } = await loadDemonstration(directory);
      if (hasSettings(options.data)) {
        if (options.fresh !== true)
          throw new IssueError([issue("cli.demo-exists", [options.data], { data: options.data })]);
        await rm(options.data, { recursive: true });
      }
      const started = performance.now();
      const creating = startStep(output, zh ? "建账" : "creating the ledger");
      const district = await createDistrict(options.data, directory, {
        databaseUrl: process.env.DATABASE_URL,
      });
      creating.end(
        zh
          ? `${(await district.ledger.head()).size} 项定义生效`
          : `${(await district.ledger.head()).size} declarations in force`,
      );
      try {
        const loading = startStep(output, zh ? "载入演示数据" : "loading demonstration data");
        const scale = Number(options.scale);
        const expected = 60_000 * scale;
        const imported = await district.import(batchesOf(rowsOf(actions(scale)), "demo"), {
          onProgress: (done) => loading.at(done, expected),
        });
        if (imported.refused > 0) {
          writeIssues(output, imported.issues);
          return exit(1);
        }
        loading.end(zh ? `${imported.appended} 条` : `${imported.appended} entries`);
        const out = join(options.data, "public");
        if (!(await publish(district, out))) return exit(1);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        output.out(
          zh ? `发布目录 ${out}，全程 ${seconds} 秒\n` : `published in ${out}, ${seconds} s in all\n`,
        );
        if (options.serve) await serveFolder(out, Number(options.port), output);
      } finally {
        await district.close();
      }
    });

  const publish = async (
    district: Awaited<ReturnType<typeof createDistrict>>,
    out: string,
  ): Promise<boolean> => {
    const zh = output.language === "zh";
    const reconciling = startStep(output, zh ? "核对勾稽关系" : "reconciling");
    const results = await district.reconcile();
    const broken = results.filter((it) => it.verdict === "broken").length;
    reconciling.end(
      zh ? `${results.length} 处，不成立 ${broken} 处` : `${results.length} places, ${broken} broken`,
    );
    const releasing = startStep(output, zh ? "过关、生成、签名、发布" : "gate, build, sign, publish");
    const released = await release(district, { out, program: programVersion() });
    writeIssues(output, released.issues);
    if (released.edition === null) return false;
    releasing.end(
      zh
        ? `第 ${released.edition.number} 次发布，${released.files} 个文件，覆盖 ${released.edition.position} 条`
        : `release ${released.edition.number}, ${released.files} files, ${released.edition.position} entries`,
    );
    return true;
  };
};
