import assert from "node:assert/strict";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { huimou } from "../../../test/cli/huimou.ts";
import { inFolder } from "../../../test/ledger/place.ts";

const home = join(import.meta.dirname, "..");
const root = join(home, "..", "..");

/** A made-up district of two townships and three villages. */
const areas = `code,level,type,parent,name,english
999902000000,district,district,,临溪区,Linxi District
999902001000,township,town,999902000000,东溪镇,Dongxi Town
999902002000,township,town,999902000000,西溪乡,Xixi Township
999902001201,village,committee,999902001000,石桥村委会,Shiqiao Village
999902001202,village,committee,999902001000,柳岸村委会,Liu'an Village
999902002201,village,committee,999902002000,高坡村委会,Gaopo Village
`;

/** Makes of a copy of this pack the one of another district, as the pack's page says how. */
async function startAnotherDistrict(folder: string): Promise<string> {
  const mine = join(folder, "districts", "mine");
  await mkdir(join(folder, "districts"));
  for (const name of ["package.json", "src", "node_modules"])
    await symlink(join(root, name), join(folder, name));
  await cp(home, mine, { recursive: true });
  for (const name of ["demo", "test", "reports"]) await rm(join(mine, name), { recursive: true });
  await writeFile(join(mine, "areas.csv"), areas);
  await edit(join(mine, "pack.ts"), [
    [
      /code: "\d+",\s*name: \{[^}]*\},\s*host: "[^"]*"/,
      `code: "999902", name: { zh: "临溪区", en: "Linxi District" }, host: "linxi.example"`,
    ],
    [/ {2}demonstration: \{[^}]*\},\n/, ""],
    [/period: "2016-10\.\.2021-10",\n {2}areas/, `period: "2026-01..2026-12",\n  areas`],
    [/reports: \[[\s\S]*?\n {2}\],/, "reports: [],"],
    // a register that is not kept here
    [/import lead from [^\n]*\n/, ""],
    [/ {2}lead,\n/, ""],
  ]);
  // one register changed: a topic more
  await edit(join(mine, "registers", "meeting.ts"), [
    [/safety: \{ zh: "安全生产", en: "Work safety" \},/, `$& flood: { zh: "防汛", en: "Flood control" },`],
  ]);
  return mine;
}

async function edit(file: string, changes: readonly (readonly [from: RegExp, to: string])[]): Promise<void> {
  let text = await readFile(file, "utf8");
  for (const [from, to] of changes) {
    assert.match(text, from, file);
    text = text.replace(from, to);
  }
  await writeFile(file, text);
}

test("another district starts on a copy of the pack: areas, names, one register changed, and it keeps records", () =>
  inFolder(async (folder) => {
    const cwd = folder;
    await startAnotherDistrict(folder);
    const run = async (...words: string[]) => {
      const ended = await huimou(words, { cwd });
      assert.equal(ended.code, 0, `${words.join(" ")}\n${ended.out}${ended.err}`);
      return ended.out;
    };
    assert.match(await run("init", "districts/mine"), /linxi\.example/);
    const facts = ["--actor", "office"];
    await run(
      "append",
      "meeting",
      "HY-2026-0001",
      "kind=special",
      "topic=flood",
      "area=999902001000",
      "scheduled=2026-03-05",
      "--at",
      "2026-03-02",
      ...facts,
    );
    await run(
      "append",
      "meeting",
      "HY-2026-0001",
      "attendance=12",
      "--kind",
      "advance",
      "--to",
      "held",
      "--at",
      "2026-03-05",
      ...facts,
    );
    const observed = JSON.parse(await run("indicators", "meeting.held", "--by", "topic", "--json"));
    assert.deepEqual(
      observed.map((it: { breakdown: unknown; value: unknown }) => [it.breakdown, it.value]),
      [[{ topic: "flood" }, "1"]],
    );
    await run("release", "--out", "public");
    assert.match(await readFile(join(folder, "public", "index.html"), "utf8"), /临溪区/);
    assert.doesNotMatch(
      await readFile(join(folder, "public", "figures", "index.html"), "utf8"),
      /洮北|演示数据/,
    );
    await run("verify", "public");
  }));
