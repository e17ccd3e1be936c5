import assert from "node:assert/strict";
import { test } from "node:test";
import { filesOf, pages, site } from "./built.ts";
import { madeUpEdition } from "./edition.ts";

/** What the release puts beside the pages. */
const OF_RELEASE = /^(log\/|manifest\.json$)/;

test("two builds of one edition are equal byte for byte, and so is one from its JSON", async () => {
  const edition = await madeUpEdition();
  const [first, second, third] = await Promise.all(
    [edition, edition, JSON.parse(JSON.stringify(edition))].map(filesOf),
  );
  assert.deepEqual(second, first);
  assert.deepEqual(third, first);
});

test("every page is there in Chinese and in English, and in the site map", async () => {
  const map = (await site).get("sitemap.xml") ?? "";
  for (const [path] of await pages()) {
    if (path === "404.html") continue;
    const other = path.startsWith("en/") ? path.slice(3) : `en/${path}`;
    assert.ok((await site).has(other), other);
    // these are a part of their figure's page
    if (path.endsWith("/embed.html")) continue;
    // there may be very many, and each leads to the next
    if (/\/records\/\d+\//.test(path)) continue;
    assert.ok(map.includes(`<loc>https://yunling.example/${path.replace("index.html", "")}</loc>`), path);
  }
});

test("every way within the site leads somewhere, to the very anchor", async () => {
  const files = await site;
  let followed = 0;
  for (const [path, text] of await pages())
    for (const [, way = ""] of text.matchAll(/ (?:href|src)="([^"]+)"/g)) {
      if (way.startsWith("https://")) continue;
      const to = new URL(way.replaceAll("&amp;", "&"), `https://site/${path}`);
      const target = to.pathname.slice(1).replace(/(^|\/)$/, "$1index.html");
      if (OF_RELEASE.test(target)) continue;
      const page = files.get(target);
      assert.notEqual(page, undefined, `${path}: ${way}`);
      if (to.hash !== "") assert.ok(page?.includes(` id="${to.hash.slice(1)}"`), `${path}: no ${way}`);
      followed += 1;
    }
  assert.ok(followed > 1000, `${followed} followed`);
});

test("every page leads to the release and its checkpoint in one step, and only their own page and the first state it", async () => {
  const { root } = await madeUpEdition();
  for (const [path, text] of await pages()) {
    assert.equal(text.includes(root), /^(en\/)?(verify\/)?index\.html$/.test(path), path);
    if (!/^(en\/)?large\//.test(path)) assert.match(text, /href="[^"]*verify\/#checkpoint"/, path);
  }
});

test("no id stands twice on a page", async () => {
  for (const [path, text] of await pages()) {
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(ids, [...new Set(ids)], path);
  }
});

test("every page says that its data are made up, and in which language it speaks", async () => {
  for (const [path, text] of await pages()) {
    const english = path.startsWith("en/");
    assert.match(text, english ? /<html lang="en">/ : /<html lang="zh-CN">/, path);
    const label = english ? "Demonstration data: all made up" : "演示数据：全部虚构";
    assert.ok(text.includes(`<p class="demonstration"><strong>${label}`), path);
  }
  for (const [path, text] of await site)
    if (path.endsWith(".json") && path !== "data/pack.json")
      assert.match(text, /^\{"demonstration":\{"zh":"演示数据/, path);
  // its members stand in the order in which they are hashed
  assert.match((await site).get("data/pack.json") ?? "", /"demonstration":\{"en":"Demonstration data/);
});

test("a district whose data are its own carries no such label", async () => {
  const { pack, ...rest } = await madeUpEdition();
  const { demonstration: _, ...own } = pack;
  for (const { path, bytes } of await filesOf({ ...rest, pack: own }))
    assert.doesNotMatch(new TextDecoder().decode(bytes), /class="demonstration"|"demonstration"/, path);
});

test("nothing runs in place, nothing is styled in place, nothing comes from elsewhere", async () => {
  for (const [path, text] of await pages()) {
    // the edition in large type shows the site's own first page
    if (/^(en\/)?large\//.test(path))
      assert.match(text, /<iframe src="\.\.\/(?:\.\.\/en\/)?index\.html" title="[^"]+"><\/iframe>/);
    else assert.doesNotMatch(text, /<iframe/, path);
    assert.doesNotMatch(text, /<script(?! defer src=")|<style| style="| on\w+="|javascript:/i, path);
    assert.doesNotMatch(text, /(?:src|srcset|poster|data)="https?:/i, path);
    assert.match(
      text,
      /content="default-src &#39;none&#39;; style-src &#39;self&#39;; img-src &#39;self&#39;/,
      path,
    );
  }
  assert.doesNotMatch((await site).get("style.css") ?? "", /@import|url\(|@font-face/);
});

test("the first page with its style sheet weighs less than 60 kB before it is compressed", async () => {
  const weight = (path: string) => site.then((files) => Buffer.byteLength(files.get(path) ?? ""));
  for (const first of ["index.html", "en/index.html"])
    assert.ok(
      (await weight(first)) + (await weight("style.css")) + (await weight("icon.svg")) < 60_000,
      first,
    );
});

test("every number of the report leads to what proves it, and the figure's page leads back", async () => {
  const { reports } = await madeUpEdition();
  const files = await site;
  for (const { language, bindings } of reports) {
    const folder = language === "en" ? "en/" : "";
    const report = files.get(`${folder}reports/five-years/index.html`) ?? "";
    for (const { number, text, observation } of bindings) {
      const link = new RegExp(`<a class="figure" id="b${number}" href="([^"#]+)#([^"]+)">${text}</a>`).exec(
        report,
      );
      assert.notEqual(link, null, `b${number} ${text}`);
      const page = files.get(`${folder}figures/${observation.indicator}/index.html`) ?? "";
      assert.ok(page.includes(` id="${link?.[2]}"`), `${observation.indicator}#${link?.[2]}`);
      assert.ok(page.includes(`reports/five-years/#b${number}"`), `back to b${number}`);
    }
  }
});

test("what changed since the last release is told with both values, its reason and who had stated it", async () => {
  const page = (await site).get("figures/income.per-head/index.html") ?? "";
  assert.match(page, /<del>.*20,280<\/del> → <ins>.*20,310<\/ins>/);
  assert.ok(page.includes("初步数改为最终核实数"));
  assert.ok(page.includes("2020年居民人均可支配收入20280元（初步数）。"));
  const english = (await site).get("en/figures/income.per-head/index.html") ?? "";
  assert.ok(english.includes('<span lang="zh-CN">初步数改为最终核实数</span>'));
});

test("a difference that was accounted for stands on its rule's page, before the checks that hold", async () => {
  const page = (await site).get("rules/work.paid-within-plan/index.html") ?? "";
  const account = page.indexOf("决算审计核增一项道路工程的支出");
  assert.ok(account > 0 && account < page.indexOf('id="checks"'));
  assert.match(page, /600\.00 &gt; 45\.87/);
  assert.match(page, /差额 554\.13/);
});

test("a sealed register's page shows its fields and states, and no record", async () => {
  const page = (await site).get("registers/tip/index.html") ?? "";
  assert.ok(page.includes("举报电话") && page.includes("不公布单条记录"));
  assert.doesNotMatch(page, /T00\d\d/);
  const open = (await site).get("registers/work/index.html") ?? "";
  assert.match(open, /W02\d\d/);
  assert.ok(!open.includes("现场负责人代码</th><th"), "a sealed field of an open register is no column");
});

test("a register's page tells what must wait and when its light turns, and a figure's page names the lights", async () => {
  const built = await site;
  const chinese = built.get("registers/work/index.html") ?? "";
  for (const words of [
    "必经时间",
    "7 日，缩短的须填“现场负责人代码”",
    "“计划开工”后满 1 个月仍未开工",
    "落后序时进度 10 个百分点及以上",
    "落后序时进度超过 30 个百分点",
  ])
    assert.ok(chinese.includes(words), words);
  const english = built.get("en/registers/work/index.html") ?? "";
  assert.ok(english.includes("not started 3 months after “Planned start”"));
  assert.ok(english.includes("more than 30 points behind the schedule"));
  const figure = built.get("figures/work.lights/index.html") ?? "";
  assert.ok(figure.includes("进度灯") && figure.includes("红灯"));
  assert.match(built.get("en/figures/work.lights/index.html") ?? "", /Traffic light[\s\S]*Red/);
});

test("a formula is told in words and worked with its numbers", async () => {
  const rate = (await site).get("figures/tip.closing-rate/index.html") ?? "";
  assert.match(rate, /线索查结率 = <a [^>]*>查结线索<\/a> ÷ <a [^>]*>受理线索<\/a> × 100%/);
  assert.match(rate, /<a [^>]*>311<\/a> ÷ <a [^>]*>320<\/a> × 100% ≈ <strong>97\.2%/);
  const growth = (await site).get("figures/income.growth/index.html") ?? "";
  assert.match(
    growth,
    /\(<a [^>]*>20,310<\/a> − <a [^>]*>19,410<\/a>\) ÷ <a [^>]*>19,410<\/a> × 100% ≈ <strong>4\.6%/,
  );
});
