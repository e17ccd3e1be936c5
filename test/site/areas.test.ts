import assert from "node:assert/strict";
import { test } from "node:test";
import { Decimal, formatNumber } from "../../src/quantity/index.ts";
import type { Edition } from "../../src/site/index.ts";
import { filesOf, site } from "./built.ts";
import { madeUpEdition } from "./edition.ts";
import { madeUpLog } from "./entries.ts";

const edition = await madeUpEdition();
const { pack } = edition;
const TOWN = "999900102000";
const whole = pack.period;

test("every township and village that a figure is published of has a page, which tells each of its values as it was observed", async () => {
  let compared = 0;
  for (const { code, level } of pack.areas) {
    const own = edition.figures.filter(({ observations }) =>
      observations.some((it) => it.area === code && it.value !== null),
    );
    const page = (await site).get(`areas/${code}/index.html`);
    assert.equal(page !== undefined, level !== "district" && own.length > 0, code);
    for (const { indicator, observations } of page === undefined ? [] : own) {
      const total = observations.find(
        (it) => it.area === code && it.period === whole && Object.keys(it.breakdown).length === 0,
      );
      if (total?.value == null) continue;
      assert.ok(cardOf(page, indicator).includes(shown(indicator, total.value)), `${code} ${indicator}`);
      compared += 1;
    }
  }
  assert.ok(compared > 30, `${compared} compared`);
});

test("an area's page sets its value beside the district's and among its siblings', and leads to the figure at that place", async () => {
  const townships = pack.areas.filter((it) => it.level === "township").map((it) => it.code);
  const values = townships.map((it) => [it, Number(valueAt(edition, "work.accepted", it))] as const);
  for (const [code, value] of values) {
    const card = cardOf((await site).get(`areas/${code}/index.html`), "work.accepted");
    const rank = 1 + values.filter(([, it]) => it > value).length;
    const shared = values.filter(([, it]) => it === value).length > 1 ? "并列" : "";
    assert.ok(
      card.includes(`8\u00a0个有数的镇街中，从大到小${shared}第\u00a0${rank}<`),
      `${code}: ${rank} in ${card}`,
    );
    assert.ok(card.includes(`云岭区${valueAt(edition, "work.accepted", "999900000000")}项`), code);
    assert.ok(card.includes(`href="../../figures/work.accepted/#${whole}~${code}"`), code);
  }
});

test("a village's page tells what was counted in it, its township's value beside it, and nothing that is zero", async () => {
  const counted = new Map<string, number>();
  const state = new Map<string, { village: string; state: string }>();
  for (const { entry } of madeUpLog())
    if (entry.register === "work") {
      const village = String(entry.fields?.village ?? state.get(entry.record)?.village);
      state.set(entry.record, { village, state: entry.state ?? "" });
    }
  for (const it of state.values())
    if (it.state === "accepted") counted.set(it.village, (counted.get(it.village) ?? 0) + 1);
  for (const { code, level, parent, name } of pack.areas) {
    if (level !== "village") continue;
    const page = (await site).get(`areas/${code}/index.html`) ?? "";
    const card = cardOf(page, "work.accepted");
    assert.match(card, new RegExp(`<span class="value">${counted.get(code)}<span class="unit">项`), code);
    const township = pack.areas.find((it) => it.code === parent);
    assert.ok(
      card.includes(`${township?.name.zh}${valueAt(edition, "work.accepted", parent ?? "")}项`),
      card,
    );
    assert.ok(page.includes(`<a href="../../areas/${parent}/">${township?.name.zh}</a>`), "the way up");
    const above = (await site).get(`areas/${parent}/index.html`) ?? "";
    assert.ok(above.includes(`<a href="../../areas/${code}/">${name.zh}</a>`), "the way down");
    assert.doesNotMatch(page, /id="(work\.clinic-coverage|tip\.[a-z]+)"/);
  }
  const villages = new Set(pack.areas.filter((it) => it.level === "village").map((it) => it.code));
  const absent = edition.figures.map(({ indicator, observations }) => {
    const own = Map.groupBy(
      observations.filter((it) => villages.has(it.area)),
      (it) => it.area,
    );
    for (const [code, totals] of own)
      assert.ok(
        totals.some(({ value }) => value !== null && value !== "0"),
        `${indicator} ${code}`,
      );
    return own.size > 0 ? villages.size - own.size : 0;
  });
  assert.ok(
    absent.some((it) => it > 0),
    "every figure has something in every village",
  );
});

test("what is withheld stays withheld on the pages by place: said in words, out of every ranking", async () => {
  const secret = valueAt(edition, "work.accepted", TOWN);
  const withheld: Edition = {
    ...edition,
    figures: edition.figures.map((figure) => ({
      ...figure,
      observations: figure.observations.map((it) =>
        figure.indicator === "work.accepted" && it.area === TOWN
          ? { ...it, value: null, missing: "suppressed" as const }
          : it,
      ),
    })),
  };
  const built = new Map(
    (await filesOf(withheld)).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
  );
  const card = cardOf(built.get(`areas/${TOWN}/index.html`), "work.accepted");
  assert.match(card, /人数过少，不公布/);
  assert.doesNotMatch(card, new RegExp(`>${secret}<|从大到小|class="strip"`));
  const neighbour = cardOf(built.get("areas/999900103000/index.html"), "work.accepted");
  assert.match(neighbour, /7\u00a0个有数的镇街中/);
  assert.match(built.get("areas/index.html") ?? "", /验收工程<\/dt><dd>人数过少，不公布/);
});

test("all areas stand in one tree, and an area's name in other pages leads to its page", async () => {
  const tree = (await site).get("areas/index.html") ?? "";
  for (const { name } of pack.areas) assert.ok(tree.includes(name.zh), name.zh);
  const link = `<a href="../../areas/${TOWN}/">南山镇</a>`;
  for (const path of ["figures/work.accepted", "rules/work.paid-within-plan", "reports/five-years"])
    assert.ok((await site).get(`${path}/index.html`)?.includes(link), path);
});

test("an area in a record leads to its place among all areas, which every release has; in a revision, to its page", async () => {
  const tree = (await site).get("areas/index.html") ?? "";
  for (const { code } of pack.areas) assert.ok(tree.includes(`id="a${code}"`), code);
  const records = (await site).get("registers/work/records/1/index.html") ?? "";
  const links = [...records.matchAll(/<dd><a href="..\/..\/..\/..\/areas\/#a(\d+)">([^<]+)<\/a><\/dd>/g)];
  assert.equal(links.length, 50);
  for (const [, code, name] of links) assert.equal(name, pack.areas.find((it) => it.code === code)?.name.zh);
  const revised = edition.revisions.find((it) => it.observation.area !== "999900000000");
  const figure = (await site).get(`figures/${revised?.observation.indicator}/index.html`) ?? "";
  const [, list = ""] = figure.split('id="revised"');
  assert.ok(list.includes(`areas/${revised?.observation.area}/">`));
});

/** What stands on an area's page of one figure. */
function cardOf(page: string | undefined, indicator: string): string {
  const [, after = ""] = (page ?? "").split(`<li id="${indicator}">`);
  const [card = ""] = after.split("</li>");
  assert.notEqual(card, "", indicator);
  return card;
}

function valueAt({ figures }: Edition, indicator: string, area: string): string {
  const found = figures
    .find((it) => it.indicator === indicator)
    ?.observations.find(
      (it) => it.area === area && it.period === whole && Object.keys(it.breakdown).length === 0,
    );
  return found?.value ?? "";
}

function shown(indicator: string, value: string): string {
  const decimals = pack.indicators.find((it) => it.id === indicator)?.decimals ?? 0;
  return formatNumber(Decimal.of(value), "zh", { decimals }).replace("-", "−");
}
