import { readFile } from "node:fs/promises";
import { hasSettings, type Verification, verifyLedger } from "../district/index.ts";
import { issue, type Words } from "../issue/index.ts";
import { parseVerifierKey } from "../ledger/index.ts";
import type { ReleaseVerification } from "../release/index.ts";
import { type AddCommand, withDistrict } from "./command.ts";
import { UsageError } from "./command-line.ts";
import { listOf, type Output, writeIssues } from "./output.ts";
import { type Step, startStep } from "./progress.ts";
import { isAddress, publishedAt, publishedIn } from "./published.ts";
import { isProof, verifyProof } from "./verify-proof.ts";
import { programVersion } from "./version.ts";

interface Options {
  readonly key?: string;
  readonly since?: string;
  readonly json?: true;
}

/** `verify`: a release, from its files or its address alone, or a ledger, from its entries alone. */
export const addVerify: AddCommand = (program, output, exit) => {
  program
    .command("verify")
    .description(
      "从头推算并核对，指出第一处不符 · re-derive everything, name the first thing that does not match",
    )
    .argument(
      "<place>",
      "发布目录、网址、数据目录或条目的证明 · a release's folder or address, a data directory, or an entry's proof",
    )
    .option("--key <vkey>", "另行取得的核验公钥 · the district's verifier key, from elsewhere")
    .option("--since <checkpoint>", "自己保存的旧检查点文件 · an older checkpoint that you kept")
    .option("--json", "输出 JSON · print JSON")
    .action(async (place: string, options: Options) => {
      if (isProof(place)) return proofAt(place, options, output);
      const ledger = !isAddress(place) && hasSettings(place);
      const step = startStep(output, output.language === "zh" ? "核验" : "verifying");
      const found = ledger ? await ledgerIn(place, options, step) : await releaseAt(place, options, step);
      if (found.issue === null) step.end();
      else step.stop();
      if (options.json) output.out(`${JSON.stringify(found)}\n`);
      else output.out(report(found, options, output));
      if (found.issue === null) return;
      writeIssues(output, [found.issue]);
      exit(1);
    });
};

async function proofAt(place: string, options: Options, { out, language }: Output): Promise<void> {
  refuseUnfit(options, ["since"]);
  const { position, checkpoint, entry } = await verifyProof(place, options.key);
  if (options.json) return out(`${JSON.stringify({ position, checkpoint, entry })}\n`);
  const { origin, size } = checkpoint;
  out(
    language === "zh"
      ? `第 ${position} 条在 ${origin} 所签的 ${size} 条之中：${entry.register}，${entry.at}\n`
      : `Entry ${position} is among the ${size} that ${origin} signed: ${entry.register}, ${entry.at}\n`,
  );
}

function refuseUnfit(options: Options, names: readonly ("key" | "since")[]): void {
  for (const name of names)
    if (options[name] !== undefined) throw new UsageError([issue("cli.option-unfit", [`--${name}`])]);
}

async function ledgerIn(directory: string, options: Options, step: Step): Promise<Verification> {
  refuseUnfit(options, ["key", "since"]);
  return withDistrict(directory, (district) =>
    verifyLedger(district, (_, done, total) => step.at(done, total)),
  );
}

async function releaseAt(place: string, { key, since }: Options, step: Step): Promise<ReleaseVerification> {
  if (key !== undefined) await parseVerifierKey(key, ["--key"]);
  // read when it is needed: to verify a ledger no page is built
  const { listFiles, verifyRelease } = await import("../release/index.ts");
  return verifyRelease({
    ...(isAddress(place) ? publishedAt(place) : { ...publishedIn(place), list: () => listFiles(place) }),
    program: programVersion(),
    onProgress: (_, done, total) => step.at(done, total),
    ...(key !== undefined && { verifierKey: key }),
    ...(since !== undefined && { since: await readFile(since) }),
  });
}

function report(found: Verification | ReleaseVerification, options: Options, { language }: Output): string {
  const lines = [
    listOf(
      Object.entries(found.checked).map(([name, count]) => [
        names[name]?.[language] ?? name,
        count.toLocaleString("en"),
      ]),
    ),
  ];
  if ("sealed" in found) {
    const { sealed, withheld, verifierKey, pagesRebuilt } = found;
    if (sealed > 0)
      lines.push(
        language === "zh"
          ? `  ${sealed} 个观测值出自封存台账：公众不能重算，只能核对其未被改动\n`
          : `  ${sealed} observations rest on sealed registers: the public can only see that they were not changed\n`,
      );
    if (withheld > 0)
      lines.push(
        language === "zh"
          ? `  其中 ${withheld} 个涉及的人数过少，未公布数值；持有账本者可用 verify <数据目录> 重算\n`
          : `  ${withheld} of them are withheld, as they tell of too few persons; verify on the data directory derives them\n`,
      );
    if (options.key === undefined && verifierKey !== "")
      lines.push(
        language === "zh"
          ? `  公钥取自发布本身：${verifierKey}（请与另行公布的比对）\n`
          : `  key taken from the release itself: ${verifierKey} (compare it with one from elsewhere)\n`,
      );
    if (found.issue === null && !pagesRebuilt)
      lines.push(
        language === "zh"
          ? "  网页由另一版本的程序生成，未重建比对\n"
          : "  pages were written by another version of the program and not built anew\n",
      );
  }
  if (found.issue === null) lines.push(language === "zh" ? "全部相符\n" : "everything matches\n");
  return lines.join("");
}

const names: Readonly<Record<string, Words>> = {
  entries: { zh: "条目", en: "entries" },
  tiles: { zh: "哈希块", en: "tiles" },
  "observations in the manifest": { zh: "清单所列观测值", en: "observations in the manifest" },
  declarations: { zh: "定义", en: "declarations" },
  records: { zh: "记录", en: "records" },
  observations: { zh: "重算的观测值", en: "observations derived" },
  rules: { zh: "规则核对处", en: "places of rules" },
  revisions: { zh: "重算的数字改动", en: "revisions derived" },
  bindings: { zh: "报告中的数字", en: "figures in reports" },
  files: { zh: "文件", en: "files" },
  cells: { zh: "指标单元", en: "cells" },
  figures: { zh: "末次发布的数字（含封存）", en: "figures of the last release, sealed ones too" },
  releases: { zh: "发布", en: "releases" },
};
