import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { postgresUrl } from "../environment.ts";
import { inFolder } from "../ledger/place.ts";
import { changed, writePack } from "../pack/write-pack.ts";
import { report } from "../release/made-up-release.ts";
import { ended, huimou, lineWith, running } from "./huimou.ts";

const records = pathToFileURL(join(import.meta.dirname, "..", "pack", "records.ts")).href;

/** A pack with a report and demonstration data. */
function demonstrationPack(folder: string, data = "records"): Promise<string> {
  return writePack(folder, changed("small", `reports: [${JSON.stringify(report())}]`), {
    "demo/index.ts": demonstration(data),
  });
}

function demonstration(data: string): string {
  return `import { records } from "${records}";\nexport const actions = () => ${data};\n`;
}

for (const [store, location] of [
  ["sqlite", async () => undefined],
  ["postgres", postgresUrl],
] as const)
  test(`${store}: demo goes from nothing to a verified site, tells each step with its time, and again where it is told to`, () =>
    inFolder(async (folder) => {
      const setting = { databaseUrl: await location(), cwd: folder };
      await demonstrationPack(join(folder, "pack"));
      const demo = ["demo", "pack", "--no-serve"];
      const [first, again] = [await huimou(demo, setting), await huimou(demo, setting)];
      assert.equal(first.code, 0, first.err);
      assert.match(
        first.out,
        /^published in data\/demo\/public, \d+\.\d s in all\nto look at it: npx huimou serve data\/demo\/public\n$/,
      );
      const steps = first.err.trimEnd().split("\n");
      assert.ok(steps.length >= 8 && steps.every((it) => /^✓ .+ {2}\d+\.\d s$/.test(it)), first.err);
      assert.match(first.err, /^✓ loading demonstration data {2}31 entries /m);
      assert.deepEqual([again.code, again.out], [1, ""]);
      assert.match(
        again.err,
        /^data\/demo: .*--fresh.*huimou serve data\/demo\/public.*\[cli\.demo-exists\]\n$/,
      );
      const key = join(folder, "data/demo/keys/vkey");
      const before = await readFile(key, "utf8");
      await writeFile(join(folder, "data/demo/notes.txt"), "mine");
      const fresh = await huimou([...demo, "--fresh"], { ...setting, language: "zh" });
      assert.equal(fresh.code, 0, fresh.err);
      assert.match(
        fresh.out,
        /^演示已发布：data\/demo\/public，全程 .*\n查看网站：npx huimou serve data\/demo\/public\n$/,
      );
      assert.notEqual(await readFile(key, "utf8"), before, "another ledger, with keys of its own");
      assert.equal(await readFile(join(folder, "data/demo/notes.txt"), "utf8"), "mine");
      const verified = await huimou(["verify", "data/demo/public"], setting);
      assert.match(verified.out, /everything matches\n$/);
    }));

test("demo serves the site at its address until it is told to stop", () =>
  inFolder(async (folder) => {
    await demonstrationPack(join(folder, "pack"));
    await running(["demo", "pack", "--port", "0"], { cwd: folder }, async (child) => {
      const said = await lineWith(child.stdout, /Serving/);
      const [address = ""] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      assert.match(await (await fetch(address)).text(), /云岭区/);
      const end = ended(child);
      child.kill("SIGINT");
      assert.equal((await end).code, 0);
    });
  }));

test("a ledger that is no demonstration is never removed", () =>
  inFolder(async (folder) => {
    await writePack(
      join(folder, "pack"),
      "const { demonstration: _, ...real } = small;\nexport default real;",
      {
        "demo/index.ts": demonstration("records"),
      },
    );
    const data = ["--data", join(folder, "data")];
    assert.equal((await huimou(["init", join(folder, "pack"), ...data])).code, 0);
    const refused = await huimou(["demo", join(folder, "pack"), "--no-serve", "--fresh", ...data]);
    assert.match(
      refused.err,
      /data: the ledger here is no demonstration.*--data.*\[district\.no-demonstration\]\n$/,
    );
    assert.equal((await huimou(["verify", join(folder, "data")])).code, 0);
  }));

test("what keeps a demonstration from being made is told before anything is made", () =>
  inFolder(async (folder) => {
    await demonstrationPack(join(folder, "pack"));
    await writePack(join(folder, "without"), "export default small;");
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const port = String((taken.address() as AddressInfo).port);
    const asked = [
      [1, /^--port: port \d+ is taken → .*\[cli\.port-taken\]\n$/, "pack", "--port", port],
      [
        1,
        /^without has no demonstration data .*\[district\.demonstration-missing\]\n$/,
        "without",
        "--no-serve",
      ],
      [2, /^demo:--scale: it cannot be “0” → write 1, 2, …/, "pack", "--scale", "0"],
    ] as const;
    const answers = await Promise.all(
      asked.map(([, , ...words]) => huimou(["demo", ...words], { cwd: folder })),
    );
    taken.close();
    for (const [i, [code, said]] of asked.entries()) {
      assert.match(answers[i]?.err ?? "", said);
      assert.deepEqual([answers[i]?.code, answers[i]?.out], [code, ""]);
    }
    assert.ok(!existsSync(join(folder, "data")));
  }));

test("a demonstration that its own registers refuse ends with what is wrong", () =>
  inFolder(async (folder) => {
    await demonstrationPack(join(folder, "pack"), "[...records, records[0]]");
    const { code, out, err } = await huimou(["demo", "pack", "--no-serve"], { cwd: folder });
    assert.deepEqual([code, out], [1, ""]);
    assert.match(err, /^demo:32: the record W0001 exists already.*\[registers\.record-exists\]$/m);
  }));
