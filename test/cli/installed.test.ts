import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { root } from "../architecture/source.ts";
import { inFolder } from "../ledger/place.ts";

const run = promisify(execFile);

/** What `npm pack` makes, as `npm install` leaves it in a project of somebody else, beside what it depends on. */
async function install(project: string): Promise<void> {
  await run("npm", ["pack", root, "--silent"], { cwd: project });
  const archive = (await readdir(project)).find((it) => it.endsWith(".tgz"));
  const modules = join(project, "node_modules");
  await mkdir(join(modules, "huimou"), { recursive: true });
  await run("tar", ["xzf", `${archive}`, "--strip-components=1", "-C", join(modules, "huimou")], {
    cwd: project,
  });
  for (const name of await readdir(join(root, "node_modules")))
    await symlink(join(root, "node_modules", name), join(modules, name));
}

test("an installed package reads a text, publishes a pack's ledger, and gives its reader of claims to programs", () =>
  inFolder(async (project) => {
    await install(project);
    const node = (words: readonly string[]) =>
      run(process.execPath, words, { cwd: project, env: { ...process.env, HUIMOU_LANGUAGE: "en" } });
    const huimou = (words: string) =>
      node([join("node_modules", "huimou", "bin", "huimou.js"), ...words.split(" ")]);

    await writeFile(join(project, "draft.txt"), "共受理线索611条，查结595条，在核16条。\n");
    const { stdout, stderr } = await huimou("check draft.txt");
    assert.match(stdout, /611条 = 595条 \+ 16条/);
    assert.equal(stderr, "");

    const pack = await readFile(join(root, "test", "pack", "pack.ts"), "utf8");
    await mkdir(join(project, "pack"));
    await writeFile(join(project, "pack", "package.json"), '{ "type": "module" }');
    await writeFile(join(project, "pack", "pack.ts"), pack.replace("../../src/index.ts", "huimou"));
    await huimou("init pack --data ledger");
    await huimou("release --data ledger");
    assert.match((await huimou("verify ledger/public")).stdout, /everything matches/);

    // a larger ledger has a second thread, which must find out for itself how sources are read here
    await writeFile(
      join(project, "threads.mjs"),
      `import { openDistrict } from "./node_modules/huimou/src/district/index.ts";
       import { release } from "./node_modules/huimou/src/release/index.ts";
       const district = await openDistrict("ledger");
       const { repeated } = await release(district, { out: "threads", program: "0.1.0", threads: 2 });
       console.log(repeated);
       await district.close();`,
    );
    const reading = ["--import", "./node_modules/huimou/bin/strip-types.js"];
    assert.equal((await node([...reading, "threads.mjs"])).stdout, "true\n");

    await writeFile(
      join(project, "program.mjs"),
      `import { checkText } from "huimou/claims";
       const { findings } = checkText("共受理线索612条，查结595条，在核16条。");
       console.log(findings.map((it) => it.verdict + " " + it.rule).join());`,
    );
    assert.equal((await node(["program.mjs"])).stdout, "inconsistent partition\n");
  }));
