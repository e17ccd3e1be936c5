import assert from "node:assert/strict";
import { test } from "node:test";
import { Decimal, formatNumber } from "../../src/quantity/index.ts";
import { filesOf, site } from "./built.ts";
import { madeUpEdition } from "./edition.ts";

const edition = await madeUpEdition();
const { pack } = edition;
const DISTRICT = "999900000000";

test("a figure's page tells all that must be known of it, and gives its values as CSV and JSON", async () => {
  for (const it of pack.indicators) {
    const page = await pageOf(it.id);
    for (const text of [it.title, it.definition, it.basis, it.owner, it.source])
      assert.ok(page.includes(escaped(text.zh)), `${it.id}: ${text.zh}`);
    for (const id of ["facts", "by-year", "revised", "entries"])
      assert.ok(page.includes(` id="${id}"`), `${it.id}: ${id}`);
    for (const file of [`figures/${it.id}.csv`, `figures/${it.id}.json`]) {
      assert.ok(page.includes(`href="../../${file}" download`), file);
      assert.ok((await site).has(file), file);
    }
    assert.match(page, /在日志中的位置：<a href="\.\.\/\.\.\/log\/tile\/entries\//, it.id);
  }
});

test("every value stands where its address leads, as it was observed", async () => {
  let compared = 0;
  for (const { indicator, observations } of edition.figures) {
    const page = await pageOf(indicator);
    const decimals = pack.indicators.find((it) => it.id === indicator)?.decimals ?? 0;
    for (const { area, period, breakdown, basis, value } of observations) {
      const breakdowns = Object.entries(breakdown).map(([name, it]) => `~${name}=${it}`);
      const anchor = `${period}${area === DISTRICT ? "" : `~${area}`}${breakdowns.join("")}${basis === undefined ? "" : `~${basis}`}`;
      const shown = textAt(page, anchor);
      if (shown === null || value === null) continue;
      const text = formatNumber(Decimal.of(value), "zh", { decimals }).replace("-", "−");
      assert.ok(shown.includes(text), `${indicator} ${anchor}: ${text} in ${shown}`);
      compared += 1;
    }
  }
  assert.ok(compared > 300, `${compared} compared`);
});

test("a stock stands at the end of its time, and no value tells of a time that the ledger has not reached", async () => {
  const stock = await pageOf("work.under-way");
  assert.equal(textAt(stock, "2020")?.startsWith("2020年末"), true);
  assert.equal(textAt(stock, "2021-01..2021-09")?.startsWith("2021年9月末"), true);
  // the end of all is the end of the last year: one row has both addresses
  assert.equal(textAt(stock, "2017-04..2021-09"), "5");
  for (const { indicator } of edition.figures)
    assert.doesNotMatch(await pageOf(indicator), /2021年末|2021年—/);
});

test("what comes once a year is told of the whole year, though the ledger begins in April", async () => {
  const yearly = await pageOf("income.per-head");
  assert.match(yearly, /<th scope="row"><span class="piece">2017年<\/span>/);
  assert.doesNotMatch(yearly, /2017年4/);
  assert.match(
    await pageOf("tip.received"),
    /<span class="piece">2017年<\/span><span class="piece">4–12月<\/span>/,
  );
});

test("a number of the report is told with what it is the sum or the quotient of", async () => {
  const sum = /205项：2017年4月—2021年9月，205项 = ([\d+ ]+)回到报告原处/.exec(
    statedOn(await pageOf("work.accepted")),
  );
  const years = sum?.[1]?.split("+").map(Number) ?? [];
  assert.equal(years.length, 5);
  assert.equal(
    years.reduce((all, it) => all + it),
    205,
  );
  assert.match(statedOn(await pageOf("tip.closing-rate")), /97\.2% ≈ 311 ÷ 320 × 100%/);
  assert.match(statedOn(await pageOf("work.clinic-coverage")), /96\.8% ≈ 30 ÷ 31 × 100%/);
  // in one year nothing is added up
  assert.match(statedOn(await pageOf("work.accepted")), /57项：2020年，57项 回到报告原处/);
});

test("a coverage is taken apart only by what more than one part of it has", async () => {
  const parts = async (values: Readonly<Record<string, string>>) => {
    const figures = edition.figures.map((it) => {
      if (it.indicator !== "work.clinic-coverage") return it;
      const whole = it.observations.filter(({ area, period }) => area === DISTRICT && period === pack.period);
      const added = whole.flatMap((one) =>
        Object.entries(values).map(([kind, value]) => ({ ...one, breakdown: { kind }, value })),
      );
      return { ...it, observations: [...it.observations, ...added] };
    });
    const built = await filesOf({ ...edition, figures });
    const page = built.find(({ path }) => path === "figures/work.clinic-coverage/index.html");
    return new TextDecoder().decode(page?.bytes);
  };
  assert.ok(!(await parts({ clinic: "96.8", road: "0" })).includes('id="by-kind"'));
  const two = await parts({ clinic: "96.8", road: "12.5", square: "0" });
  assert.ok(two.includes('id="by-kind"'));
  assert.equal(textAt(two, `${pack.period}~kind=road`), "12.5");
  assert.equal(textAt(two, `${pack.period}~kind=square`), null);
});

test("a sentence sets the years beside each other, and says no number that the table has not", async () => {
  const sentence = async (values: readonly (string | null)[]) => {
    const years = [2017, 2018, 2019, 2020, 2021].map(String);
    const changed = edition.figures.map((it) => {
      if (it.indicator !== "tip.received") return it;
      const observations = it.observations.map((one) => {
        const at = years.indexOf(one.period);
        if (one.area !== DISTRICT || at < 0 || Object.keys(one.breakdown).length > 0) return one;
        const value = values[at] ?? null;
        return value === null ? { ...one, value, missing: "suppressed" as const } : { ...one, value };
      });
      return { ...it, observations };
    });
    const built = await filesOf({ ...edition, figures: changed });
    const page = built.find(({ path }) => path === "figures/tip.received/index.html");
    return /<p class="trend">([^<]*)/.exec(new TextDecoder().decode(page?.bytes))?.[1];
  };
  // 2017 and 2021 are cut: nothing is said of them
  assert.equal(
    await sentence(["9", "10", "30", "20", "99"]),
    "2020年20条，低于2019年的30条；2019年最高，2018年最低。",
  );
  assert.equal(
    await sentence(["9", "10", "20", "30", "1"]),
    "2020年30条，高于2019年的20条；自2018年起逐年上升。",
  );
  assert.equal(await sentence(["9", "20", "30", "30", "1"]), "2020年30条，与2019年持平；2018年最低。");
  // a year that is withheld may not be guessed from the others
  assert.equal(await sentence(["9", "10", null, "30", "1"]), "2020年30条，高于2018年的10条。");
  assert.equal(await sentence([null, "10", null, null, "1"]), undefined);
});

test("a long page lists its sections, each leading to its heading", async () => {
  for (const path of ["figures/tip.received/index.html", "registers/tip/index.html"]) {
    const page = (await site).get(path) ?? "";
    const list = /<nav class="contents"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? "";
    const ways = [...list.matchAll(/<a href="#([^"]+)">([^<]+)</g)];
    assert.ok(ways.length > 3, path);
    for (const [, id, title] of ways) assert.ok(page.includes(`<h2 id="${id}">${title}`), `${path}: ${id}`);
  }
});

async function pageOf(indicator: string): Promise<string> {
  return (await site).get(`figures/${indicator}/index.html`) ?? "";
}

/** The text of the row, cell or item that an address leads to. */
function textAt(page: string, anchor: string): string | null {
  const start = page.indexOf(` id="${escaped(anchor)}"`);
  if (start < 0) return null;
  const open = page.lastIndexOf("<", start);
  const name = page.slice(open + 1, start);
  return plain(page.slice(page.indexOf(">", start) + 1, page.indexOf(`</${name}>`, start)));
}

function statedOn(page: string): string {
  return plain(
    page.slice(page.indexOf('id="stated"'), page.indexOf("</section>", page.indexOf('id="stated"'))),
  );
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, "");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
