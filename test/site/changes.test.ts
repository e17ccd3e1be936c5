import assert from "node:assert/strict";
import { test } from "node:test";
import type { Observation } from "../../src/indicators/index.ts";
import { figurePage } from "../../src/site/figure/page.ts";
import { known, siteOf } from "../../src/site/site.ts";
import { viewOf } from "../../src/site/view.ts";
import { site } from "./built.ts";
import { madeUpEdition } from "./edition.ts";

const edition = await madeUpEdition();

const pageOf = async (indicator: string, language = "") =>
  (await site).get(`${language}figures/${indicator}/index.html`) ?? "";
const observed = (indicator: string, period: string, basis?: string): Observation | undefined =>
  edition.figures
    .find((it) => it.indicator === indicator)
    ?.observations.find(
      (it) =>
        it.area === "999900000000" &&
        it.period === period &&
        it.basis === basis &&
        Object.keys(it.breakdown).length === 0,
    );

/** The cells of a row of the table of years, as text. */
function rowOf(page: string, period: string): string[] {
  const [, row = ""] = new RegExp(`<tr id="${period}"[^>]*>(.*)</tr>`).exec(page) ?? [];
  return row.split(/<\/t[hd]>/).map((it) => it.replace(/<br>/g, " ").replace(/<[^>]+>/g, ""));
}

test("where a definition changed, chart and table have a line, and both say why", async () => {
  const page = await pageOf("work.built");
  const [chart = ""] = /<section aria-labelledby="by-year">.*?<\/figure>/s.exec(page) ?? [];
  assert.equal(chart.match(/stroke-dasharray="4,4"/g)?.length, 2, "one in each size");
  assert.match(chart, />2019†</);
  assert.match(
    page,
    /† 口径自2019年1月起有变，前后不可直接相比：文体广场自2019年起列为民生实事。 <a href="[^"]*figures\/work\.built-2018\/">/,
  );
  assert.deepEqual(page.match(/<tr id="[^"]*" class="broken">/g), ['<tr id="2019" class="broken">']);
  assert.match(page, /自2019年1月起<\/strong> 文体广场/);
  assert.match(page, /此前口径：只含道路和卫生室，不含文体广场。/);
  assert.match(await pageOf("work.built", "en/"), /The definition changed in January 2019/);
});

test("the years before a break stand by their own definition and by the present one", async () => {
  const page = await pageOf("work.built");
  const [own, present] = [observed("work.built", "2018"), observed("work.built", "2018", "current")];
  assert.deepEqual([own?.value, own?.former, present?.value], ["44", "work.built-2018", "52"]);
  assert.deepEqual(rowOf(page, "2018").slice(0, 3), ["2018年", "44", "52"]);
  assert.deepEqual(rowOf(page, "2020").slice(0, 3), ["2020年", "57", "57"]);
  assert.deepEqual(rowOf(page, "2017-04\\.\\.2021-09").slice(1, 3), ["口径有变", "205"]);
  assert.match(page, /<td id="2018~current" class="number">52</);
  assert.match(page, /aria-label="[^"]*2018：44项[^"]*；按现行口径：[^"]*2018：52项/);
  // by parts, the years by the former definition say so
  assert.match(page, /<th scope="col" class="number">2018<br><small>按当时口径<\/small>/);
});

test("a break within a year leaves that year without a value, and a stock with one", async () => {
  const roads = await pageOf("work.roads");
  assert.deepEqual(rowOf(roads, "2019").slice(0, 3), ["2019年 †", "口径有变", "27"]);
  const open = await pageOf("work.open");
  assert.deepEqual(rowOf(open, "2019").slice(1, 2), [observed("work.open", "2019")?.value]);
  assert.match(open, /† 口径自2019年7月起有变/);
});

test("a share over a series that breaks breaks with it, and says whose definition changed", async () => {
  const page = await pageOf("work.built-share");
  assert.match(page, /† “完工工程”的口径自2019年1月起有变/);
  assert.match(page, /stroke-dasharray="4,4"/);
});

test("growth across a break is by one definition, and has no break", async () => {
  const growth = observed("work.built-growth", "2019");
  assert.deepEqual(
    growth?.parts?.map(({ value, basis }) => [value, basis]),
    [
      ["52", undefined],
      ["52", "current"],
    ],
  );
  assert.doesNotMatch(await pageOf("work.built-growth"), /†|stroke-dasharray/);
});

test("a chart of the report breaks where its series does", async () => {
  const report = (await site).get("reports/five-years/index.html") ?? "";
  const [chart = ""] = /<figcaption>完工工程（项）.*?<\/figure>/s.exec(report) ?? [];
  assert.match(chart, /stroke-dasharray="4,4"/);
  assert.match(chart, /† 口径自2019年1月起有变/);
});

test("a standard that is not met is published with its verdict, its source and since when it holds", async () => {
  const page = await pageOf("work.clinic-coverage");
  assert.match(
    page,
    /30\/31，行政村名录（2021年6月30日）；未达到标准（≥ 100%）：《云岭区卫生室建设规划》（示例）<\/p>/,
  );
  assert.match(page, /<dt>标准<\/dt><dd>≥ 100%，2020年1月1日起：《云岭区卫生室建设规划》（示例）<\/dd>/);
  assert.match(rowOf(page, "2021-01\\.\\.2021-09").join("|"), /96\.8\|✕.未达标 ≥ 100%\|30\/31 2021年6月30日/);
  assert.match(rowOf(page, "2020").join("|"), /100\.0\|✓.达标 ≥ 100%\|28\/28 2017年12月31日/);
  assert.match(rowOf(page, "2018").join("|"), /100\.0\|\|28\/28 2017年12月31日/);
  assert.match(
    await pageOf("tip.closing-rate", "en/"),
    /meets the standard \(≥ 90%\): Yunling rules on tips/,
  );
  assert.match((await site).get("definitions/index.html") ?? "", /≥ 100%，2020年1月1日起/);
});

test("the report's proof says what a coverage was measured against and how settled a value is", async () => {
  const report = (await site).get("reports/five-years/index.html") ?? "";
  assert.match(report, /2021年9月末；30\/31，行政村名录（2021年6月30日）；未达到标准（≥ 100%）<\/small>/);
  assert.match(report, /2020年；初步数<\/small>/);
  assert.match(
    await pageOf("work.clinic-coverage"),
    /30<\/a>? ?÷|30 ÷ 31 × 100%<\/span> <span class="note">30\/31，行政村名录（2021年6月30日）/,
  );
});

test("what was reported says how far it is settled, on the page and in the files", async () => {
  assert.deepEqual(rowOf(await pageOf("income.per-head"), "2020").slice(0, 3), [
    "2020年",
    "20,310",
    "初步数",
  ]);
  assert.match((await site).get("figures/income.per-head.csv") ?? "", /,2020,20310,,provisional\r\n/);
  const json = JSON.parse((await site).get("figures/income.per-head.json") ?? "");
  assert.ok(json.observations.every((it: Observation) => it.value === null || it.status === "provisional"));
});

test("the files have both bases, standards and denominators", async () => {
  const csv = (await site).get("figures/work.built.csv") ?? "";
  assert.match(csv, /^indicator,area,period,by\.kind,value,missing,basis,former\r\n/);
  assert.match(csv, /work\.built,999900000000,2018,,44,,,work\.built-2018\r\n/);
  assert.match(csv, /work\.built,999900000000,2018,,52,,current,\r\n/);
  const coverage = (await site).get("figures/work.clinic-coverage.csv") ?? "";
  assert.match(coverage, /,false,30,31,villages,2021-06-30\r\n/);
});

test("growth over the same units says how many, and a sum over month ends which", async () => {
  const growth = await pageOf("work.paid-growth");
  assert.match(growth, /（只比较两年都有记录的同一批单位，按类别）/);
  assert.match(growth, /（可比单位 3 个；仅本年有的 0 个、仅上年有的 0 个不计）/);
  // a sum that leaves units out is no published value, to which it could lead
  const worked = /\((<a [^>]*>[\d,.]+<\/a>) − (<a [^>]*>[\d,.]+<\/a>)\) ÷/.exec(growth);
  const [, now = "", before = ""] = worked ?? [];
  assert.ok(now !== "" && before !== "");
  const inParts = (part: Observation, leftOut: number) => ({
    ...part,
    ...(part.alike && { alike: { ...part.alike, leftOut } }),
  });
  const figures = edition.figures.map((it) => ({
    ...it,
    observations: it.observations.map((one) => ({
      ...one,
      ...(one.parts && { parts: one.parts.map(inParts) }),
    })),
  }));
  const altered = siteOf({ ...edition, figures }, new Map());
  const view = viewOf(altered, "zh", "figures/work.paid-growth/");
  const { text } = figurePage(view, known(altered.figures, "work.paid-growth")).main;
  assert.ok(text.includes(now) && !text.includes(`${before}) ÷`));
  assert.match(text, /仅上年有的 1 个不计/);
  assert.match(
    await pageOf("work.months"),
    /= 各月末<a [^>]*>在建工程<\/a>之和（限台账期间2017年4月—2021年9月的月份）/,
  );
});
