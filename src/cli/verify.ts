import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hasSettings, verifyLedger } from "../district/index.ts";
import { IssueError, issue } from "../issue/index.ts";
import { listFiles, type ReleaseVerification, verifyRelease } from "../release/index.ts";
import { type AddCommand, withDistrict } from "./command.ts";
import { type Output, writeIssues } from "./output.ts";
import { startStep } from "./progress.ts";
import { programVersion } from "./version.ts";

interface Options {
  readonly key?: string;
  readonly since?: string;
  readonly json?: true;
}

export const addVerify: AddCommand = (program, output, exit) => {
  program
    .command("verify")
    .description(
      "从头推算并核对，指出第一处不符 · re-derive everything, name the first thing that does not match",
    )
    .argument("<place>", "发布目录、网址或数据目录 · a release's folder or address, or a data directory")
    .option("--key <vkey>", "另行取得的核验公钥 · the district's verifier key, from elsewhere")
    .option("--since <checkpoint>", "自己保存的旧检查点文件 · an older checkpoint that you kept")
    .option("--json", "输出 JSON · print JSON")
    .action(async (place: string, options: Options) => {
      const step = startStep(output, output.language === "zh" ? "核验" : "verifying");
      const onProgress = (_: string, done: number, total: number) => step.at(done, total);
      const found = hasSettings(place)
        ? await withDistrict(place, (district) => verifyLedger(district, onProgress))
        : await verifyRelease({
            ...sourceOf(place),
            program: programVersion(),
            onProgress,
            ...(options.key !== undefined && { verifierKey: options.key }),
            ...(options.since !== undefined && { since: await readFile(options.since) }),
          });
      step.end();
      if (options.json) output.out(`${JSON.stringify(found)}\n`);
      else output.out(report(found, options, output));
      if (found.issue === null) return;
      writeIssues(output, [found.issue]);
      exit(1);
    });
};

function sourceOf(place: string) {
  if (/^https?:\/\//.test(place)) {
    const base = place.endsWith("/") ? place : `${place}/`;
    return {
      read: async (path: string) => {
        const response = await fetch(new URL(path, base));
        if (response.status === 404) return null;
        if (!response.ok)
          throw new IssueError([issue("cli.address-failed", [path], { status: response.status })]);
        return new Uint8Array(await response.arrayBuffer());
      },
    };
  }
  if (!existsSync(join(place, "manifest.json")))
    throw new IssueError([issue("cli.release-missing", [place], { folder: place })]);
  return {
    read: async (path: string) => {
      try {
        return new Uint8Array(await readFile(join(place, ...path.split("/"))));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    list: () => listFiles(place),
  };
}

type Found = Awaited<ReturnType<typeof verifyLedger>> | ReleaseVerification;

function report(found: Found, options: Options, { language }: Output): string {
  const zh = language === "zh";
  const lines = Object.entries(found.checked).map(
    ([name, count]) => `  ${zh ? (names[name] ?? name) : name}: ${count}`,
  );
  if ("sealed" in found) {
    if (found.sealed > 0)
      lines.push(
        zh
          ? `  ${found.sealed} 个观测值出自密封台账：公众不能重算，只能核对其未被改动`
          : `  ${found.sealed} observations rest on sealed registers: the public can only see that they were not changed`,
      );
    if (options.key === undefined)
      lines.push(
        zh
          ? `  公钥取自发布本身：${found.verifierKey}（请与另行公布的比对）`
          : `  key taken from the release itself: ${found.verifierKey} (compare it with one from elsewhere)`,
      );
    if (found.issue === null && !found.pagesRebuilt)
      lines.push(
        zh
          ? "  网页由另一版本的程序生成，未重建比对"
          : "  pages were written by another version of the program and not built anew",
      );
  }
  if (found.issue === null) lines.push(zh ? "全部相符" : "everything matches");
  return `${lines.join("\n")}\n`;
}

const names: Readonly<Record<string, string>> = {
  entries: "条目",
  tiles: "哈希块",
  "observations in the manifest": "清单所列观测值",
  declarations: "定义",
  records: "记录",
  observations: "重算的观测值",
  rules: "规则核对处",
  bindings: "报告中的数字",
  files: "文件",
  cells: "指标单元",
  releases: "发布",
};
