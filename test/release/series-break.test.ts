import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openDistrict } from "../../src/district/index.ts";
import type { Observation } from "../../src/indicators/index.ts";
import { release } from "../../src/release/index.ts";
import type { Edition } from "../../src/site/index.ts";
import { seconds } from "../district/made-up-district.ts";
import { changed, writePack } from "../pack/write-pack.ts";
import { type Forgery, forge } from "./forgery.ts";
import { program, report, verdict, withDistrict } from "./made-up-release.ts";

const district = "999900000000";
const widePackWith = (members: string) => (folder: string) => writePack(folder, changed("wide", members));
const broken = widePackWith(`reports: [${JSON.stringify(report())}]`);

const editionOf = async (folder: string): Promise<Edition> =>
  JSON.parse(await readFile(join(folder, "data", "edition.json"), "utf8"));

/** What an edition says of an indicator in the whole district, by period and basis. */
const said = ({ figures }: Edition, indicator: string) =>
  Object.fromEntries(
    (figures.find((it) => it.indicator === indicator)?.observations ?? []).flatMap((it) =>
      it.area === district && Object.keys(it.breakdown).length === 0
        ? [[`${it.period}${it.basis === undefined ? "" : ` ${it.basis}`}`, it.value ?? it.missing]]
        : [],
    ),
  );

const isPresent = (it: Observation) =>
  it.indicator === "work.done" && it.period === "2019" && it.area === district && it.basis === "current";
const inObservations = (change: (it: Observation) => readonly Observation[]): Forgery => ({
  edition: (edition) => ({
    ...edition,
    figures: edition.figures.map((it) => ({ ...it, observations: it.observations.flatMap(change) })),
  }),
});
const ofSeries = (indicator: string, period: string, change: (it: Observation) => Observation) =>
  inObservations((it) =>
    it.indicator === indicator && it.period === period && it.area === district && it.basis === undefined
      ? [change(it)]
      : [it],
  );

const forgeries: Readonly<Record<string, readonly [forgery: Forgery, found: RegExp]>> = {
  "a value by the present definition that its entries do not give": [
    inObservations((it) => [isPresent(it) ? { ...it, value: "7" } : it]),
    /^verify\.observation-altered data\/edition\.json work\.done 999900000000 2019 @current value$/,
  ],
  "the years before a break by their own definition alone": [
    inObservations((it) => (isPresent(it) ? [] : [it])),
    /^verify\.observation-missing data\/edition\.json work\.done 999900000000 2019 @current$/,
  ],
  "a value by the present definition in the place of the former one's": [
    ofSeries("work.done", "2019", ({ former: _, ...it }) => ({ ...it, value: "1" })),
    /^verify\.observation-altered data\/edition\.json work\.done 999900000000 2019 value$/,
  ],
  "a former definition that is not named": [
    ofSeries("work.done", "2019", ({ former: _, ...it }) => it),
    /^verify\.observation-altered data\/edition\.json work\.done 999900000000 2019 former$/,
  ],
  "a sum across a break": [
    ofSeries("work.done", "2019..2021", ({ missing: _, ...it }) => ({ ...it, value: "2" })),
    /^verify\.observation-altered data\/edition\.json work\.done 999900000000 2019\.\.2021 value$/,
  ],
  "growth across a break by two definitions": [
    ofSeries("work.done-growth", "2020", (it) => ({ ...it, value: null, missing: "no-base" as const })),
    /^verify\.observation-altered data\/edition\.json work\.done-growth 999900000000 2020 value$/,
  ],
  "a basis that nobody can ask for": [
    inObservations((it) => [isPresent(it) ? { ...it, basis: "2020-12" } : it]),
    /^verify\.observation-missing data\/edition\.json work\.done 999900000000 2019 @current$/,
  ],
  "a sum over month ends that its stock does not give": [
    ofSeries("work.months", "2019", (it) => ({ ...it, value: "15" })),
    /^verify\.observation-altered data\/edition\.json work\.months 999900000000 2019 value$/,
  ],
  "growth over other units than were compared": [
    ofSeries("work.investment-growth-alike", "2021", (it) => ({
      ...it,
      parts: (it.parts ?? []).map((part) => ({
        ...part,
        alike: { dimension: "kind", compared: 2, leftOut: 0 },
      })),
    })),
    /^verify\.observation-altered data\/edition\.json work\.investment-growth-alike 999900000000 2021 parts$/,
  ],
};

const acrossBreak = (it: Edition["rules"][number]) => it.rule === "work.done-accepted";
const comparing = `{ kind: "rule", id: "work.done-accepted", title: { zh: "完工不多于验收", en: "no more done than accepted" },
  left: { plus: ["work.done"] }, relation: "<=", right: { plus: ["work.accepted"] }, periods: "cumulative",
  areas: "district", source: { zh: "示例", en: "example" } }`;

test("a rule that a break leaves nothing to compare is published as such: neither as one that holds, nor not at all", () =>
  withDistrict(
    async ({ publish, out, folder, district: { keys } }) => {
      assert.deepEqual((await publish()).issues, []);
      assert.equal(await verdict(out()), "whole");
      const own = (await editionOf(out())).rules.filter(acrossBreak);
      assert.deepEqual(
        own.map((it) => [it.period, it.verdict]),
        [
          ["2019", "holds"],
          ["2019..2020", "incomparable"],
          ["2019..2021", "incomparable"],
        ],
      );
      const page = await readFile(join(out(), "rules", "work.done-accepted", "index.html"), "utf8");
      assert.ok(page.includes("口径有变，不可比") && page.includes("其中 2 处口径有变，不可比"));
      const forged = async (name: string, change: (it: Edition["rules"]) => Edition["rules"]) => {
        await cp(out(), join(folder, name), { recursive: true });
        await forge(join(folder, name), keys, { edition: (it) => ({ ...it, rules: change(it.rules) }) });
        return verdict(join(folder, name));
      };
      assert.match(
        await forged("passed", (all) =>
          all.map((it) => (acrossBreak(it) ? { ...it, verdict: "holds" as const } : it)),
        ),
        /^verify\.rule-altered .*work\.done-accepted 999900000000 2019\.\.2020/,
      );
      assert.match(
        await forged("dropped", (all) => all.filter((it) => !acrossBreak(it) || it.verdict === "holds")),
        /^verify\.rule-missing .*work\.done-accepted 999900000000 2019\.\.2020/,
      );
    },
    widePackWith(`reports: [${JSON.stringify(report())}], rules: [...wide.rules, ${comparing}]`),
  ));

test("a release tells the years before a break both ways, and whoever forges either is found", (context) =>
  withDistrict(async ({ publish, out, folder, district: { keys } }) => {
    assert.deepEqual((await publish()).issues, []);
    assert.equal(await verdict(out()), "whole");
    assert.deepEqual(said(await editionOf(out()), "work.done"), {
      "2019..2021": "series-break",
      "2019..2021 current": "2",
      "2019": "0",
      "2019 current": "1",
      "2020": "1",
      "2021": "0",
    });
    // counted in another register before: there is no second way
    assert.deepEqual(Object.keys(said(await editionOf(out()), "help.households")), [
      "2019",
      "2020",
      "2021",
      "2019..2021",
    ]);
    for (const [i, [what, [forgery, found]]] of Object.entries(forgeries).entries())
      await context.test(what, async () => {
        const copy = join(folder, `copy-${i}`);
        await cp(out(), copy, { recursive: true });
        await forge(copy, keys, forgery);
        assert.match(await verdict(copy), found);
      });
  }, broken));

test("a sentence about a time in which the definition changed stops the release", () =>
  withDistrict(
    async ({ publish }) => {
      const { edition, issues } = await publish();
      assert.equal(edition, null);
      assert.deepEqual(
        issues.map(({ code, path }) => [code, ...path]),
        [["reports.series-break", "works.zh.md", 3, 7]],
      );
    },
    widePackWith(`reports: [${JSON.stringify(report([["5个]{work.planned}", "5个]{work.done}"]]))}]`),
  ));

test("a break that is declared later is a revision of what was published, with the reason of its entry", () =>
  withDistrict(async ({ data, folder, out, publish }) => {
    await publish();
    const reason = "只计道路，2020年起含卫生室";
    const pack = await widePackWith(`
      reports: small.reports,
      indicators: wide.indicators.map((it) => it.id !== "work.accepted" ? it : {
        ...it,
        breaks: [{ at: "2020-01", before: "work.roads-done", why: { zh: "改", en: "changed" } }],
      })`)(join(folder, "changed"));
    const settings = join(data, "huimou.json");
    await writeFile(settings, JSON.stringify({ ...JSON.parse(await readFile(settings, "utf8")), pack }));
    const clock = seconds();
    const before = await openDistrict(data, { clock });
    assert.equal(await before.define(reason, "口径管理/统计局"), 1);
    await before.close();
    const after = await openDistrict(data, { clock });
    try {
      assert.deepEqual((await release(after, { out: out(), program })).issues, []);
    } finally {
      await after.close();
    }
    assert.equal(await verdict(out()), "whole");
    const edition = await editionOf(out());
    assert.deepEqual(said(edition, "work.accepted"), {
      "2019..2021": "series-break",
      "2019..2021 current": "2",
      "2019": "0",
      "2019 current": "1",
      "2020": "1",
      "2021": "0",
    });
    const revised = edition.revisions.filter(
      ({ observation: { indicator, area, breakdown } }) =>
        indicator === "work.accepted" && area === district && Object.keys(breakdown).length === 0,
    );
    assert.deepEqual(
      revised.map(({ observation: { period }, before, after }) => [period, before, after]),
      [
        ["2019..2021", "2", null],
        ["2019", "1", "0"],
      ],
    );
    for (const { entries } of revised)
      assert.deepEqual(
        entries.map((it) => [it.kind, it.reason]),
        [["define", reason]],
      );
  }, broken));

test("a sentence may count by the present definition, where it asks for it: across the break, and before it", () =>
  withDistrict(
    async ({ publish, out }) => {
      assert.deepEqual((await publish()).issues, []);
      assert.equal(await verdict(out()), "whole");
      const { reports } = await editionOf(out());
      const bound = reports.flatMap(({ language, bindings }) =>
        language === "zh"
          ? bindings.map(({ text, observation }) => [text, observation.value, observation.basis])
          : [],
      );
      // over three years, and in 2019, when roads alone were counted
      assert.deepEqual(bound.slice(0, 2), [
        ["2个", "2", "current"],
        ["1个", "1", "current"],
      ]);
      const page = await readFile(join(out(), "reports/works/index.html"), "utf8");
      const [, href] = /href="([^"]*#2019~current)"/.exec(page) ?? [];
      assert.ok(href?.includes("work.done"), "leads to the value by that definition");
      const figure = await readFile(join(out(), "figures/work.done/index.html"), "utf8");
      assert.ok(figure.includes('id="2019~current"'), "which stands there");
    },
    widePackWith(
      `reports: [${JSON.stringify(
        report([
          ["5个]{work.planned}", "2个]{work.done basis=current}"],
          ["3个]{work.planned kind=road}", "1个]{work.done period=2019 basis=current}"],
        ]),
      )}]`,
    ),
  ));

test("no other basis can be asked for, and a chart has none", () =>
  withDistrict(
    async ({ publish }) => {
      const { issues } = await publish();
      assert.deepEqual(
        issues.map(({ code, path }) => [code, ...path]),
        [
          ["indicators.basis-unknown", "works.zh.md", 3, 7],
          ["indicators.dimension-unknown", "works.zh.md", 7, 1],
        ],
      );
    },
    widePackWith(
      `reports: [${JSON.stringify(
        report([
          ["5个]{work.planned}", "5个]{work.planned basis=2019}"],
          [
            "查结率:fig[50%]{tip.closing-rate}。\n",
            "查结率:fig[50%]{tip.closing-rate}。\n\n::chart[工程]{work.done basis=current}\n",
          ],
        ]),
      )}]`,
    ),
  ));
