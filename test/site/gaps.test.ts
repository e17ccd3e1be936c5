import assert from "node:assert/strict";
import { test } from "node:test";
import { filesOf, site } from "./built.ts";
import { madeUpEdition } from "./edition.ts";

const edition = await madeUpEdition();
const observations = edition.figures.flatMap((it) => it.observations);

test("every place without a value is counted once, under its reason, at its figure", async () => {
  const page = (await site).get("gaps/index.html") ?? "";
  const empty = observations.filter((it) => it.value === null);
  assert.ok(empty.length > 0);
  for (const { indicator, observations: own } of edition.figures) {
    const none = own.filter((it) => it.value === null && it.missing !== "suppressed").length;
    const row = new RegExp(
      `<tr><th scope="row"><a href="\\.\\./figures/${indicator}/">[^<]*</a></th><td class="number">([\\d,]+)</td><td class="number">([\\d,]+)</td><td>`,
    ).exec(page);
    assert.deepEqual(
      row?.slice(1).map((it) => Number(it.replaceAll(",", ""))),
      none === 0 ? undefined : [none, own.length],
      indicator,
    );
  }
});

test("what is withheld is told by how many places, never by what stands there", async () => {
  const [figure] = edition.figures.filter((it) => it.indicator === "work.accepted");
  const kept = figure?.observations.filter((it) => it.value !== null).slice(0, 3) ?? [];
  const withheld = {
    ...edition,
    figures: edition.figures.map((it) => ({
      ...it,
      observations: it.observations.map((one) =>
        kept.includes(one) ? { ...one, value: null, missing: "suppressed" as const } : one,
      ),
    })),
  };
  const built = (await filesOf(withheld)).find((it) => it.path === "gaps/index.html");
  const page = new TextDecoder().decode(built?.bytes);
  const before = observations.filter((it) => it.missing === "suppressed").length;
  assert.ok(page.includes(`共 ${before + kept.length} 处`));
  assert.match(page, /<a href="\.\.\/figures\/work\.accepted\/">[^<]*<\/a><\/th><td class="number">3</);
});

test("statements that no record proves are told with the figures that could, and numbers out of documents with these", async () => {
  const unproven = [
    { report: "five-years", language: "zh", text: "稳步增长", line: 7, indicators: ["work.accepted"] },
  ] as const;
  const files = new Map(
    (await filesOf({ ...edition, unproven })).map((it) => [it.path, new TextDecoder().decode(it.bytes)]),
  );
  const chinese = files.get("gaps/index.html") ?? "";
  assert.match(chinese, /<strong>稳步增长<\/strong> <a [^>]*reports\/five-years\/">报告原稿第 7 行/);
  assert.ok(chinese.includes('可用来证明的指标：<a href="../figures/work.accepted/">'));
  assert.ok(!(files.get("en/gaps/index.html") ?? "").includes("稳步增长"));
  for (const { language, citations } of edition.reports)
    for (const { number, text } of citations) {
      const page = files.get(`${language === "en" ? "en/" : ""}gaps/index.html`) ?? "";
      assert.ok(page.includes(`reports/five-years/#c${number}">${text}</a>`), text);
    }
});
