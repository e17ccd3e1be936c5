import { join } from "node:path";
import {
  batchesOf,
  createDistrict,
  type Demonstration,
  type District,
  hasSettings,
  loadDemonstration,
  packWithDemonstration,
  removeDemonstration,
  rowsOf,
} from "../district/index.ts";
import { IssueError, refuse } from "../issue/index.ts";
import { type AddCommand, databaseUrl } from "./command.ts";
import { type Output, writeIssues } from "./output.ts";
import { startStep } from "./progress.ts";
import { publish } from "./release.ts";
import { portNumber, serveUntilStopped } from "./serve.ts";
import { listenAt, standardPort } from "./site-server.ts";
import { wholeNumber } from "./values.ts";

interface Options {
  readonly data: string;
  readonly scale: number;
  readonly port: number;
  readonly serve: boolean;
  readonly fresh?: true;
}

/** `demo`: from nothing to a published and served site, with a pack's demonstration data. */
export const addDemo: AddCommand = (program, output, exit) => {
  program
    .command("demo")
    .description(
      "用演示数据从建账走到发布并打开网站 · ledger, demonstration data, release and site in one go",
    )
    .argument("[pack]", "地区包目录；默认为 districts 下有演示数据的第一个 · the pack's directory")
    .option("--data <dir>", "数据目录 · data directory", "data/demo")
    .option("--scale <n>", "演示数据的倍数 · how many times the usual data", wholeNumber(1), 1)
    .option("--port <port>", "网站端口 · port of the site", portNumber, standardPort)
    .option("--no-serve", "发布后结束，不开网站 · stop after publishing")
    .option("--fresh", "先删去该目录中上次的演示 · remove an earlier demonstration there first")
    .action(async (pack: string | undefined, options: Options) => {
      const { data, scale, serve, port } = options;
      const directory = pack ?? packWithDemonstration();
      const demonstration = await loadDemonstration(directory);
      const folder = join(data, "public");
      // whether the port is free is told now, not after all the work
      if (serve) await (await listenAt(folder, port)).close();
      await clear(options);
      const started = performance.now();
      const district = await create(directory, data, output);
      try {
        await load(district, demonstration, scale, output);
        await reconcile(district, output);
        const { edition, issues } = await publish(district, folder, output);
        writeIssues(output, issues);
        if (edition === null) return exit(1);
      } finally {
        await district.close();
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      output.out(
        output.language === "zh"
          ? `演示已发布：${folder}，全程 ${seconds} 秒\n`
          : `published in ${folder}, ${seconds} s in all\n`,
      );
      if (serve) await serveUntilStopped(await listenAt(folder, port), output);
      else output.out(opening(folder)[output.language]);
    });
};

async function clear({ data, fresh }: Options): Promise<void> {
  if (!hasSettings(data)) return;
  if (fresh !== true) refuse("cli.demo-exists", [data], { folder: join(data, "public") });
  await removeDemonstration(data, { databaseUrl: databaseUrl() });
}

async function create(pack: string, data: string, output: Output): Promise<District> {
  const zh = output.language === "zh";
  const step = startStep(output, zh ? "建账" : "creating the ledger");
  const district = await createDistrict(data, pack, { databaseUrl: databaseUrl() });
  const { size } = await district.ledger.head();
  step.end(zh ? `${size} 项定义生效` : `${size} declarations in force`);
  return district;
}

/** Raises what is refused: a demonstration that its own registers refuse is of no use. */
async function load(
  district: District,
  { actions }: Demonstration,
  scale: number,
  output: Output,
): Promise<void> {
  const zh = output.language === "zh";
  const step = startStep(output, zh ? "载入演示数据" : "loading demonstration data");
  // counted for the bar alone
  const total = output.terminal ? Iterator.from(actions(scale)).reduce((n) => n + 1, 0) : undefined;
  const { appended, issues } = await district.import(batchesOf(rowsOf(actions(scale)), "demo"), {
    onProgress: (done) => step.at(done, total),
  });
  if (issues.length > 0) throw new IssueError(issues);
  step.end(zh ? `${appended} 条` : `${appended} entries`);
}

async function reconcile(district: District, output: Output): Promise<void> {
  const zh = output.language === "zh";
  const step = startStep(output, zh ? "核对勾稽关系" : "reconciling");
  const results = await district.reconcile();
  const broken = results.filter((it) => it.verdict === "broken").length;
  step.end(zh ? `${results.length} 处，不成立 ${broken} 处` : `${results.length} places, ${broken} broken`);
}

function opening(folder: string) {
  return {
    zh: `查看网站：npx huimou serve ${folder}\n`,
    en: `to look at it: npx huimou serve ${folder}\n`,
  };
}
