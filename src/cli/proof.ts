import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeHashMany } from "../ledger/index.ts";
import { parseVerifierKey, proveEntry } from "../ledger/verify/index.ts";
import type { AddCommand } from "./command.ts";
import { isAddress, publishedAt, publishedIn } from "./published.ts";
import { wholeNumber } from "./values.ts";

interface Options {
  readonly key?: string;
  readonly out: string;
  readonly json?: true;
}

/** `proof`: an entry of a published log with its inclusion proof, as two files that anybody can check without the log. */
export const addProof: AddCommand = (program, { out, language }) => {
  program
    .command("proof")
    .description(
      "写出日志中一条的包含证明和原文 · write an entry of the log with the proof that it stands there",
    )
    .argument("<place>", "发布目录或网址 · a release's folder or address")
    .argument(
      "<position>",
      "条目的位置，从 0 起 · the entry's position, from 0",
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option("--out <dir>", "写到哪个目录 · folder to write into", ".")
    .option("--key <vkey>", "另行取得的核验公钥 · the district's verifier key, from elsewhere")
    .option("--json", "输出 JSON · print JSON")
    .action(async (place: string, position: number, { key, out: folder, json }: Options) => {
      if (key !== undefined) await parseVerifierKey(key, ["--key"]);
      const { read } = isAddress(place) ? publishedAt(place) : publishedIn(place);
      const fetch = (path: string) => read(`log/${path}`);
      const verifierKey = key ?? new TextDecoder().decode((await fetch("vkey")) ?? undefined).trim();
      const { proof, bytes, checkpoint } = await proveEntry(
        { fetch, verifierKey, hashMany: nodeHashMany },
        position,
      );
      const files = [`entry-${position}.tlog-proof`, `entry-${position}.json`].map((it) => join(folder, it));
      const [proofFile = "", entryFile = ""] = files;
      await mkdir(folder, { recursive: true });
      await writeFile(proofFile, proof);
      await writeFile(entryFile, bytes);
      const { origin, size } = checkpoint;
      if (json)
        out(`${JSON.stringify({ position, checkpoint, verifierKey, proof: proofFile, entry: entryFile })}\n`);
      else
        out(
          language === "zh"
            ? `第 ${position} 条在 ${origin} 所签的 ${size} 条之中，已核对\n${files.join("\n")}\n${key === undefined ? `公钥取自发布本身：${verifierKey}（请与另行公布的比对）\n` : ""}`
            : `Entry ${position} is among the ${size} that ${origin} signed, and was checked\n${files.join("\n")}\n${key === undefined ? `key taken from the release itself: ${verifierKey} (compare it with one from elsewhere)\n` : ""}`,
        );
    });
};
