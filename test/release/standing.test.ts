import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { type District, erase, openDistrict } from "../../src/district/index.ts";
import { release } from "../../src/release/index.ts";
import { packHash } from "../../src/release/manifest.ts";
import { standingPages } from "../../src/release/standing-pages.ts";
import type { Edition, Manifest } from "../../src/site/index.ts";
import { seconds } from "../district/made-up-district.ts";
import { changed, writePack } from "../pack/write-pack.ts";
import { contentsOf, income, program, verdict, withDistrict } from "./made-up-release.ts";
import { tamper } from "./tamper.ts";

/** So many incomes of one place and one day each, enough for several pages of records. */
const incomes = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...income, record: `R${1000 + at}` }));

/** What may be taken over from a folder, as the next release asks it. */
async function standingIn(district: District, folder: string) {
  const { manifest, position } = await district.store.db
    .selectFrom("release")
    .select(["manifest", "position"])
    .orderBy("number", "desc")
    .executeTakeFirstOrThrow();
  const edition = JSON.parse(await readFile(join(folder, "data", "edition.json"), "utf8")) as Edition;
  return standingPages(district, folder, { manifest, position }, packHash(edition.pack));
}

test("releases one upon the other are the release made of nothing, whatever came between", () =>
  withDistrict(
    async ({ data, district, folder, out, publish }) => {
      const sameAsAfresh = async (name: string) => {
        assert.deepEqual(await contentsOf(out()), await contentsOf(out(name)));
        assert.equal(await verdict(out()), "whole");
      };
      assert.deepEqual((await district.append(incomes(120))).issues, []);
      assert.deepEqual((await publish()).issues, []);
      // a new record on the last page, a changed one on the second
      const late = { kind: "amend", register: "income", record: "R1060", at: "2021-12-31" } as const;
      const corrected = { ...late, actor: income.actor, reason: "核实", fields: { value: "9100" } };
      assert.deepEqual((await district.append([income, corrected])).issues, []);
      assert.ok((await publish()).stayed > 4);
      await publish("entries");
      await sameAsAfresh("entries");
      const gone = { kind: "void", register: "income", record: "R1007", at: "2021-12-31" } as const;
      assert.deepEqual(
        (await district.append([{ ...gone, actor: income.actor, reason: "重复" }])).issues,
        [],
      );
      await erase(district, { register: "tip", record: "T0001", reason: "期限届满", actor: "档案/扫黑办" });
      await publish();
      await publish("gone");
      await sameAsAfresh("gone");
      const pack = await writePack(
        join(folder, "renamed"),
        changed(
          "wide",
          `reports: [], indicators: [], rules: [], registers: wide.registers.map((it) =>
            it.name === "income" ? { ...it, title: { zh: "收入登记簿", en: "Book of incomes" } } : it)`,
        ),
      );
      const settings = join(data, "huimou.json");
      await writeFile(settings, JSON.stringify({ ...JSON.parse(await readFile(settings, "utf8")), pack }));
      const clock = seconds();
      const before = await openDistrict(data, { clock });
      await before.define("改名", "口径管理/统计局");
      await before.close();
      const after = await openDistrict(data, { clock });
      try {
        for (const name of ["public", "defined"]) await release(after, { out: out(name), program });
      } finally {
        await after.close();
      }
      await sameAsAfresh("defined");
      const first = join(out(), "registers", "income", "records", "1", "index.html");
      assert.ok((await readFile(first, "utf8")).includes("收入登记簿"));
    },
    (folder) => writePack(folder, changed("wide", "reports: []")),
  ));

test("pages are taken over from the very release that this program made of this pack, and each only as it was made", () =>
  withDistrict(async ({ data, district, out, publish }) => {
    assert.equal((await district.append(incomes(60))).issues.length, 0);
    await publish();
    const path = "registers/income/records/1/index.html";
    const standing = await standingIn(district, out());
    assert.deepEqual(await standing?.bytes(path), await readFile(join(out(), path)));
    assert.equal(await standing?.bytes("registers/income/records/9/index.html"), null);
    await tamper(out(), path);
    assert.equal(await standing?.bytes(path), null, "somebody changed it");
    const manifest = JSON.parse(await readFile(join(out(), "manifest.json"), "utf8")) as Manifest;
    const last = { manifest: "00".repeat(32), position: manifest.checkpoint.size };
    assert.equal(await standingPages(district, out(), last, manifest.pack), null, "another release");
    const other = await standingIn(district, out());
    assert.ok(other !== null);
    const note = join(data, "pages.json");
    const noted = JSON.parse(await readFile(note, "utf8"));
    for (const changedNote of [JSON.stringify({ ...noted, program: "0" }), "{", ""]) {
      await writeFile(note, changedNote);
      assert.equal(await standingIn(district, out()), null, changedNote);
    }
    await writeFile(note, JSON.stringify(noted));
    assert.equal(await standingPages(district, out(), { ...last, manifest: noted.manifest }, "0"), null);
    await tamper(out(), "manifest.json");
    assert.equal(await standingIn(district, out()), null, "another manifest");
  }));
