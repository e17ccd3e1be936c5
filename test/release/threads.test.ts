import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { logOfDistrict } from "../../src/release/edition-log.ts";
import { release } from "../../src/release/index.ts";
import { writeSite } from "../../src/release/write-site.ts";
import type { Edition } from "../../src/site/index.ts";
import { contentsOf, program, verdict, withDistrict } from "./made-up-release.ts";

test("a release has the same bytes whether one thread makes it or two", () =>
  withDistrict(async ({ district, out }) => {
    for (const threads of [1, 2]) {
      const { issues } = await release(district, { out: out(`by-${threads}`), program, threads });
      assert.deepEqual(issues, []);
    }
    const [one, two] = await Promise.all([out("by-1"), out("by-2")].map(contentsOf));
    assert.deepEqual(two, one);
    assert.equal(await verdict(out("by-2")), "whole");
  }));

test("the edition that a release is made from is what its file says", () =>
  withDistrict(async ({ out, publish }) => {
    const { edition } = await publish();
    assert.deepEqual(edition, JSON.parse(await readFile(join(out(), "data", "edition.json"), "utf8")));
  }));

test("what the second thread cannot make stops the release, and says why", () =>
  withDistrict(async ({ district, folder, out, publish }) => {
    await publish();
    const edition = JSON.parse(await readFile(join(out(), "data", "edition.json"), "utf8")) as Edition;
    const [register] = edition.registers;
    assert.ok(register !== undefined);
    // no page is made of it, but a file of data would be
    const wrong = { ...edition, registers: [...edition.registers, { ...register, register: "unheard-of" }] };
    for (const threads of [1, 2]) {
      const staged = join(folder, `staged-${threads}`);
      await mkdir(staged);
      await assert.rejects(writeSite(staged, wrong, logOfDistrict(district), { threads }), /unheard-of/);
    }
  }));
