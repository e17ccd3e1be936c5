import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type MadeUpDistrict, onEachStore, smallPack } from "../district/made-up-district.ts";
import { ended, huimou, running } from "./huimou.ts";

/** Rows of a work each: more than a pipe holds, so that who has written them knows that most were read. */
const rows = Array.from(
  { length: 4000 },
  (_, i) => `W${String(i).padStart(5, "0")},2020-03-01,999900100201,road,10.00,2020-03-01\n`,
);
const file = ["record,at,village,kind,planned,start\n", ...rows].join("");

onEachStore(
  "an import that is interrupted in its middle leaves nothing, and goes through when it is run again",
  async (it) => {
    const pipe = join(it.directory, "..", "works.csv");
    await promisify(execFile)("mkfifo", [pipe]);
    for (const [signal, said] of [
      ["SIGINT", "stopped: what was finished stays, what was not has no effect\n"],
      ["SIGTERM", "已停止：已完成的有效，未完成的不生效\n"],
    ] as const) {
      const language = signal === "SIGINT" ? "en" : "zh";
      const setting = { databaseUrl: it.databaseUrl, language } as const;
      await running(importing(it, pipe), setting, async (child) => {
        const writer = createWriteStream(pipe);
        // what is still on its way when the reader ends
        writer.on("error", () => {});
        if (!writer.write(file)) await once(writer, "drain");
        const end = ended(child);
        child.kill(signal);
        assert.deepEqual(await end, { code: null, signal, out: "", err: said });
        writer.destroy();
      });
    }
    const csv = join(it.directory, "..", "again.csv");
    await writeFile(csv, file);
    const again = await huimou(importing(it, csv), { databaseUrl: it.databaseUrl });
    assert.equal(again.out, "4000 appended, 0 imported before, 0 refused\n", again.err);
    const verified = await huimou(["verify", it.directory], { databaseUrl: it.databaseUrl });
    assert.match(verified.out, /everything matches\n$/);
  },
  { pack: smallPack },
);

function importing({ directory }: MadeUpDistrict, from: string): string[] {
  return ["import", "work", from, "--actor", "经办/发改局", "--data", directory];
}
