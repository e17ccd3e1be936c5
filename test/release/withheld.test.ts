import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import {
  createDistrict,
  type District,
  erase,
  pastReleases,
  releaseFields,
  releaseRegister,
  verifyLedger,
} from "../../src/district/index.ts";
import type { Observation } from "../../src/indicators/index.ts";
import { encodeEntry, putPending } from "../../src/ledger/index.ts";
import { listFiles, type Released, release, verifyRelease } from "../../src/release/index.ts";
import type { Edition } from "../../src/site/index.ts";
import { seconds } from "../district/made-up-district.ts";
import { inFolder } from "../ledger/place.ts";
import { application, applications } from "../pack/personal/records.ts";
import { community, dongjie, nanshan, district as whole, xiahe } from "../pack/records.ts";
import { program, published } from "./made-up-release.ts";

const personalPack = join(import.meta.dirname, "..", "pack", "personal");

interface Place {
  readonly district: District;
  readonly folder: string;
  publish(): Promise<Released>;
  edition(): Promise<Edition>;
}

function withAid(work: (it: Place) => Promise<void>): Promise<void> {
  return inFolder(async (root) => {
    const folder = join(root, "public");
    const district = await createDistrict(join(root, "data"), personalPack, { clock: seconds() });
    try {
      assert.deepEqual((await district.append(applications)).issues, []);
      await work({
        district,
        folder,
        publish: () => release(district, { out: folder, program }),
        edition: async () => JSON.parse(await readFile(join(folder, "data", "edition.json"), "utf8")),
      });
    } finally {
      await district.close();
    }
  });
}

/** What an edition says of an indicator in an area: `period breakdown` → value, or why there is none. */
function figuresIn({ figures }: Edition, id: string, area: string): Record<string, string> {
  const all = figures.find((it) => it.indicator === id)?.observations ?? [];
  return Object.fromEntries(
    all
      .filter((it) => it.area === area)
      .map((it) => [[it.period, ...Object.values(it.breakdown)].join(" "), it.value ?? String(it.missing)]),
  );
}

const withheld = "suppressed";

test("a single household is withheld, and the fewest others that would tell of it by sums", () =>
  withAid(async ({ publish, edition }) => {
    assert.deepEqual((await publish()).issues, []);
    const now = await edition();
    // one household in need for illness, in Dongjie in 2019: by its year, its kind, its township it could be calculated
    assert.deepEqual(figuresIn(now, "aid.applied", dongjie), {
      "2019..2021": "29",
      "2019..2021 poor": "18",
      "2019..2021 ill": "11",
      "2019": "8",
      "2019 poor": withheld,
      "2019 ill": withheld,
      "2020": "10",
      "2020 poor": withheld,
      "2020 ill": withheld,
      "2021": "11",
      "2021 poor": "5",
      "2021 ill": "6",
    });
    assert.deepEqual(figuresIn(now, "aid.applied", nanshan), {
      "2019..2021": "36",
      "2019..2021 poor": "24",
      "2019..2021 ill": "12",
      "2019": "13",
      "2019 poor": withheld,
      "2019 ill": withheld,
      "2020": "13",
      "2020 poor": withheld,
      "2020 ill": withheld,
      "2021": "10",
      "2021 poor": "7",
      "2021 ill": "3",
    });
    assert.equal(figuresIn(now, "aid.applied", whole)["2019 ill"], "5", "the district's own figures stand");
    // what is calculated from a withheld figure would tell it
    assert.equal(figuresIn(now, "aid.growth", dongjie)["2020 ill"], withheld);
    assert.equal(figuresIn(now, "aid.growth", dongjie)["2021 ill"], withheld);
    assert.equal(figuresIn(now, "aid.growth", dongjie)["2020"], "25");
  }));

test("a rule over a withheld figure is checked, and shows neither it nor the sum that tells it", () =>
  withAid(async ({ publish, edition, folder }) => {
    await publish();
    const now = await edition();
    assert.equal(figuresIn(now, "aid.others", dongjie)["2019"], withheld);
    const result = now.rules.find((it) => it.area === dongjie && it.period === "2019");
    assert.deepEqual([result?.left, result?.right, result?.verdict], ["8", null, "holds"]);
    assert.deepEqual(
      result?.rightParts.map((it) => it.value),
      [null, null],
      "with one of them shown, eight less that would be the other",
    );
    const page = await readFile(join(folder, "en/rules/aid.all-stand-somewhere/index.html"), "utf8");
    assert.match(page, /withheld: too few persons/);
    const csv = await readFile(join(folder, "data/rules.csv"), "utf8");
    assert.ok(csv.includes(`aid.all-stand-somewhere,${dongjie},2019,8,'=,,holds`), csv);
  }));

test("what a release withholds stands in none of its files, and the public is told how much it is", () =>
  withAid(async ({ publish, folder }) => {
    await publish();
    const found = await verifyRelease(published(folder));
    assert.equal(found.issue, null);
    assert.equal(found.withheld, 20);
    assert.ok(found.sealed > found.withheld);
    for (const file of (await listFiles(folder)).filter((it) => /data\/.*(csv|json)$/.test(it))) {
      const text = await readFile(join(folder, file), "utf8");
      assert.doesNotMatch(text, /aid\.applied,999900001000,2019,(poor|ill),\d/, file);
      assert.doesNotMatch(text, /"period":"2019","breakdown":\{"kind":"ill"\},"value":"1"/, file);
    }
  }));

test("a change of a few is told as a change, and not by how much, nor by which entry", () =>
  withAid(async ({ district, publish, edition, folder }) => {
    await publish();
    await district.append(application("SQ-2000", community, 2021));
    const reported = await publish();
    // what the report says no longer holds: the author writes the new number, which is public
    assert.equal(reported.issues[0]?.code, "reports.figure-refused");
    await erase(district, { register: "aid", record: "SQ-2000", reason: "期限届满", actor: "档案/民政局" });
    await erase(district, { register: "aid", record: "SQ-1003", reason: "期限届满", actor: "档案/民政局" });
    await district.append(application("SQ-2001", xiahe, 2021));
    assert.deepEqual((await publish()).issues, []);
    const { revisions, number } = await edition();
    assert.equal(number, 2);
    const changed = revisions.filter((it) => it.observation.indicator.startsWith("aid."));
    assert.ok(changed.length > 3);
    for (const it of changed) {
      assert.deepEqual(
        { ...it, observation: it.observation.value },
        {
          release: 2,
          observation: null,
          before: null,
          after: null,
          untold: true,
          entries: [],
          sentences: [],
        },
      );
      assert.equal(it.observation.parts, undefined);
    }
    const page = await readFile(join(folder, "en/figures/aid.applied/index.html"), "utf8");
    assert.match(page, /changed; it tells of what is sealed, so by how much is not told/);
    const found = await verifyRelease(published(folder));
    assert.equal(found.issue, null);
  }));

test("an auditor who has the ledger derives the figures that the public cannot, and what is withheld", () =>
  withAid(async ({ district, publish, edition }) => {
    await publish();
    const count = (await edition()).figures.reduce((sum, it) => sum + it.observations.length, 0);
    assert.deepEqual((await verifyLedger(district)).issue, null);
    assert.equal((await verifyLedger(district)).checked.figures, count);
    // whoever holds the keys publishes another number of households, which no public check can find
    await publishFalsely(district, (it) =>
      it.indicator === "aid.applied" && it.area === dongjie && it.period === "2021" && it.value === "11"
        ? { ...it, value: "12" }
        : it,
    );
    const { issue } = await verifyLedger(district);
    assert.equal(issue?.code, "verify.figure-altered");
    assert.deepEqual(issue?.path, ["release", 2, "aid.applied", dongjie, "2021"]);
    assert.deepEqual(issue?.params, { published: "12", derived: "11" });
  }));

test("a figure that should have been withheld and was not is found by an auditor", () =>
  withAid(async ({ district, publish }) => {
    await publish();
    await publishFalsely(district, ({ missing, ...it }) =>
      missing === "suppressed" && it.breakdown.kind === "ill" ? { ...it, value: "1" } : { ...it, missing },
    );
    const { issue } = await verifyLedger(district);
    assert.deepEqual([issue?.code, issue?.params.derived], ["verify.figure-altered", "suppressed"]);
  }));

/** Records a release as the program does, with figures that it would not have made. */
async function publishFalsely(district: District, change: (it: Observation) => object): Promise<void> {
  const { code, store, ledger } = district;
  const last = (await pastReleases(district)).at(-1);
  const { size } = await ledger.head();
  const kept = JSON.parse(last?.body ?? "") as { observations: Observation[] };
  const body = JSON.stringify({
    ...kept,
    number: 2,
    position: size,
    observations: kept.observations.map(change),
  });
  const manifest = "0".repeat(64);
  const entry = encodeEntry({
    v: 1,
    register: releaseRegister,
    record: "2",
    kind: "release",
    version: 0,
    at: "2022-02-01",
    recorded: "2022-02-01T00:00:00.000Z",
    actor: "huimou release",
    fields: releaseFields({ manifest, position: size, body }),
  });
  await store.transaction(async (tx) => {
    await tx.lockDistrict(code);
    await tx.insert(
      "release",
      ["district", "number", "position", "manifest", "body"],
      [[code, 2, size, manifest, body]],
    );
    await putPending(tx, code, { entries: [entry], cells: [] });
  });
  await ledger.integrate();
}
