import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { publishedCalendar, workCalendar } from "../../src/calendar/index.ts";
import { verifyLedger } from "../../src/district/index.ts";
import { listFiles, releaseFromBundle, verifyRelease, writeBundle } from "../../src/release/index.ts";
import type { Edition } from "../../src/site/index.ts";
import { community } from "../pack/records.ts";
import {
  contentsOf,
  income,
  published,
  report,
  reportingPack,
  verdict,
  withDistrict,
} from "./made-up-release.ts";
import { tamper } from "./tamper.ts";

/** One more road, by which what the report says of 5 works and 3 roads no longer holds. */
const road = {
  kind: "open",
  register: "work",
  record: "W0007",
  at: "2021-07-01",
  actor: "经办/发改局",
  fields: { village: community, kind: "road", planned: "1.00", start: "2021-07-01" },
} as const;

async function editionIn(folder: string): Promise<Edition> {
  return JSON.parse(await readFile(join(folder, "data", "edition.json"), "utf8"));
}

test("what the records prove is published, and verifies from its files alone", () =>
  withDistrict(async ({ publish, out }) => {
    const released = await publish();
    assert.deepEqual(released.issues, []);
    assert.equal(released.repeated, false);
    assert.equal(released.edition?.number, 1);
    const { issue, checked, pagesRebuilt, sealed } = await verifyRelease(published(out()));
    assert.equal(issue, null);
    assert.equal(pagesRebuilt, true);
    assert.ok(sealed > 0, "tips are sealed: the public cannot recount them");
    for (const step of ["entries", "declarations", "records", "observations", "rules", "bindings", "files"])
      assert.ok((checked[step] ?? 0) > 0, step);
    assert.equal(checked.bindings, 10);
  }));

test("two releases of one position are equal byte for byte, and so is the one rebuilt from its bundle", () =>
  withDistrict(async ({ publish, out, folder }) => {
    await publish("one");
    const again = await publish("other");
    assert.equal(again.repeated, true);
    assert.equal(again.edition?.number, 1);
    const [one, other] = [await contentsOf(out("one")), await contentsOf(out("other"))];
    assert.ok(Object.keys(one).length > 50);
    assert.deepEqual(other, one);
    const bundles = [join(folder, "one.tar"), join(folder, "other.tar")] as const;
    await writeBundle(out("one"), bundles[0]);
    await writeBundle(out("other"), bundles[1]);
    assert.ok((await readFile(bundles[0])).equals(await readFile(bundles[1])));
    const rebuilt = await releaseFromBundle(bundles[0], out("rebuilt"));
    assert.equal(rebuilt.edition.number, 1);
    assert.deepEqual(await contentsOf(out("rebuilt")), one);
    assert.equal(await verdict(out("rebuilt")), "whole");
  }));

test("every way from a page into the log, to a data file or to another page leads to a file of the release", () =>
  withDistrict(async ({ publish, out }) => {
    await publish();
    const files = Object.keys(await contentsOf(out()));
    const ways: string[] = [];
    for (const path of files.filter((it) => it.endsWith(".html")))
      for (const [, way = ""] of (await readFile(join(out(), path), "utf8")).matchAll(
        / href="(?!https:|#)([^"#]+)/g,
      )) {
        const to = decodeURIComponent(new URL(way, `https://site/${path}`).pathname.slice(1));
        ways.push(to.replace(/(^|\/)$/, "$1index.html"));
      }
    for (const way of new Set(ways)) assert.ok(files.includes(way), way);
    for (const part of ["log/checkpoint", "log/vkey", "log/tile/entries/", "log/tile/0/", "manifest.json"])
      assert.ok(
        ways.some((it) => it.startsWith(part)),
        part,
      );
  }));

for (const [name, calendar, verified] of [
  ["fewer years", publishedCalendar.upTo(2021), "whole"],
  ["other days", workCalendar({ holidays: { "2004-01-01": "" }, workdays: {} }), "verify.calendar-other"],
] as const)
  test(`a release that rests on working days of ${name} than the reader's program knows: ${verified}`, () => {
    assert.ok(calendar !== null);
    return withDistrict(
      async ({ publish, out }) => {
        assert.deepEqual((await publish()).issues, []);
        assert.match(await verdict(out()), new RegExp(`^${verified}`));
      },
      reportingPack,
      { calendar },
    );
  });

test("a second release says what was revised: values, the entries behind them, the sentences that stated them", () =>
  withDistrict(
    async ({ publish, out, district }) => {
      await publish();
      const { position } = await editionIn(out());
      await district.append([road]);
      const released = await publish();
      assert.deepEqual(released.issues, []);
      const { number, revisions, predecessors, rules } = await editionIn(out());
      assert.equal(number, 2);
      assert.deepEqual(
        predecessors.map((it) => [it.number, it.position]),
        [[1, position]],
      );
      const total = revisions.find(
        ({ observation: { indicator, area, period, breakdown } }) =>
          indicator === "work.planned" &&
          area.endsWith("00000000") &&
          period === "2019..2021" &&
          !("kind" in breakdown),
      );
      assert.deepEqual([total?.before, total?.after, total?.release], ["5", "6", 2]);
      // behind the first release's own entry
      assert.deepEqual(total?.entries, [{ position: position + 1, kind: "open", reason: "" }]);
      assert.deepEqual(total?.sentences, ["立项工程不足10个。", "Fewer than 10 works were planned."]);
      assert.ok(
        revisions.every((it) => !it.observation.indicator.startsWith("tip.")),
        "no tip was touched",
      );
      assert.ok(rules.every((it) => it.verdict === "holds"));
      assert.equal(await verdict(out()), "whole");
      assert.equal((await verifyLedger(district)).issue, null);
    },
    (folder) =>
      reportingPack(folder, {
        ...report(),
        texts: {
          zh: { file: "works.zh.md", markdown: "# 工程\n\n立项工程:fig[不足10个]{work.planned}。\n" },
          en: {
            file: "works.en.md",
            markdown: "# Works\n\n:fig[Fewer than 10 works]{work.planned} were planned.\n",
          },
        },
      }),
  ));

test("a release whose folder was lost is the same release again", () =>
  withDistrict(async ({ publish, out }) => {
    await publish("lost");
    const before = await contentsOf(out("lost"));
    await publish("found");
    assert.deepEqual(await contentsOf(out("found")), before);
  }));

test("an older copy of what was released in the database is not taken for what was published", () =>
  withDistrict(async ({ publish, district }) => {
    await publish();
    await district.store.transaction(async (tx) => {
      const { body } = await tx.db.selectFrom("release").select("body").executeTakeFirstOrThrow();
      await tx.db
        .updateTable("release")
        .set({ body: body.replace('"value":"5"', '"value":"9"') })
        .execute();
    });
    const { issue } = await verifyLedger(district);
    assert.deepEqual([issue?.code, issue?.path], ["verify.release-altered", ["release", "1"]]);
    await assert.rejects(publish("again"), /verify\.release-altered/);
  }));

test("entries that come in while a release is composed are not half in it", () =>
  withDistrict(async ({ publish, district, out }) => {
    const { ledger } = district;
    const integrate = ledger.integrate.bind(ledger);
    let late = [road];
    // another process appends right after the release saw how long the log is
    ledger.integrate = async () => {
      const head = await integrate();
      const coming = late;
      late = [];
      if (coming.length > 0) await district.append(coming);
      return head;
    };
    await assert.rejects(publish(), /release\.overtaken/);
    const { issues } = await publish();
    assert.deepEqual(
      issues.map((it) => it.code),
      Array(4).fill("reports.figure-refused"),
      "now the report says less than the records",
    );
    await assert.rejects(readFile(join(out(), "manifest.json")));
  }));

test("the next release writes what changed and links what stayed, but no file that somebody altered meanwhile", () =>
  withDistrict(async ({ district, publish, out }) => {
    const first = await publish();
    assert.equal(first.stayed, 0);
    const nodesBefore = await nodesOf(out());
    assert.deepEqual((await district.append([income])).issues, []);
    await tamper(out(), "style.css");
    const second = await publish();
    assert.equal(second.edition?.number, 2);
    const nodes = await nodesOf(out());
    const stayed = [...nodes].filter(([path, node]) => nodesBefore.get(path) === node).map(([path]) => path);
    const pages = stayed.filter((it) => !it.startsWith("log/"));
    assert.equal(pages.length, second.stayed);
    assert.ok(pages.includes("icon.svg") && pages.includes("data/areas.csv"));
    assert.ok(!pages.includes("style.css") && !pages.includes("data/edition.json"));
    assert.equal(await verdict(out()), "whole");
    const again = await publish();
    assert.deepEqual([again.repeated, again.stayed], [true, again.files]);
    assert.equal(await verdict(out()), "whole");
    await publish("afresh");
    assert.deepEqual(await contentsOf(out("afresh")), await contentsOf(out()));
  }));

/** Which file of the disk stands at each path. */
async function nodesOf(folder: string): Promise<Map<string, number>> {
  const nodes = new Map<string, number>();
  for (const path of await listFiles(folder)) nodes.set(path, (await stat(join(folder, path))).ino);
  return nodes;
}
