import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addWholeRecord, CellSums, compilePack, yearsIn } from "../../src/indicators/index.ts";
import { Decimal, Period } from "../../src/quantity/index.ts";
import { countedYears } from "../../src/site/counted/counted.ts";
import { CountedLists, ROWS_ON_PAGE } from "../../src/site/counted/lists.ts";
import type { PublicRecord } from "../../src/site/records/record.ts";
import { siteOf } from "../../src/site/site.ts";
import { site } from "./built.ts";
import { madeUpEdition } from "./edition.ts";
import { madeUpLog } from "./entries.ts";

const edition = await madeUpEdition();
const { pack } = edition;
const view = siteOf(edition, new Map());
const log = madeUpLog();
const listed = [...view.figures.values()].flatMap((figure) =>
  countedYears(view, figure).map((it) => ({ ...it, figure })),
);

test("every flow over an open register has its records listed for each year that is not zero; nothing sealed has", () => {
  const years = yearsIn(Period.of(pack.period)).map(String);
  const open = new Set(pack.registers.filter((it) => it.visibility === "open").map((it) => it.name));
  const expected = edition.figures.flatMap(({ indicator, observations }) => {
    const definition = pack.indicators.find((it) => it.id === indicator);
    if (definition?.kind !== "measure" || definition.nature !== "flow" || !open.has(definition.register))
      return [];
    return observations
      .filter(
        ({ area, period, breakdown, basis, value }) =>
          area === "999900000000" &&
          years.includes(period) &&
          basis === undefined &&
          Object.keys(breakdown).length === 0 &&
          value !== null &&
          value !== "0",
      )
      .map(({ period }) => `${indicator} ${period}`);
  });
  assert.deepEqual(
    listed.map(({ observation }) => `${observation.indicator} ${observation.period}`).sort(),
    expected.sort(),
  );
  assert.ok(expected.length > 20);
});

test("what the listed records give is the figure of the year, and each is one that the figure counts", async () => {
  const files = await site;
  for (const { figure, observation, measure } of listed) {
    const address = `figures/${figure.definition.id}/records/${observation.period.slice(0, 4)}/1/`;
    const page = files.get(`${address}index.html`) ?? "";
    const way = `href="../../${address}"`;
    assert.ok(files.get(`figures/${figure.definition.id}/index.html`)?.includes(way), way);
    const rows = [
      ...page.matchAll(/<tr><th scope="row">.*?<\/th><td>(.*?)<\/td><td class="number">(.*?)<\/td>/gs),
    ];
    const sum = rows.reduce((all, [, , value = ""]) => all.plus(decimalOf(value)), Decimal.ZERO);
    assert.equal(sum.toString(), observation.value, address);
    const closing = /<tr class="closing">.*?<td class="number">(.*?)<\/td>/s.exec(page)?.[1] ?? "";
    assert.equal(decimalOf(closing).toString(), observation.value, address);
    const numbers = rows.flatMap(([, cell = ""]) => numbersIn(cell));
    assert.deepEqual(numbers, countedAlone(measure.id, observation.period, measure.register), address);
    for (const [, target = "", anchor = ""] of page.matchAll(/href="[./]*(registers\/[^"#]*)#(n\d+)"/g))
      assert.ok(files.get(`${target}index.html`)?.includes(`id="${anchor}"`), `${target}#${anchor}`);
  }
  assert.ok(![...files.keys()].some((it) => /^figures\/tip\.[^/]*\/records/.test(it)));
});

test("however many records come, no page of a list is longer than another, none is left out, and all add up", () => {
  const own = records("work").filter(({ entries }) => entries.length === 3);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 250 }), fc.integer({ min: 1, max: 5 }), (pages, each) => {
      const lists = new CountedLists(view);
      // a page of records comes when the last of its entries does, in any order
      for (let page = pages; page >= 1; page--) {
        const some = Array.from({ length: each }, (_, at) => ({
          number: (page - 1) * 50 + at * 12 + 1,
          entries: own[(page * 7 + at) % own.length]?.entries ?? [],
        }));
        lists.take("work", page, some);
      }
      const written = [...lists.pages()];
      const byList = Map.groupBy(written, (it) => `${it.observation.indicator} ${it.observation.period}`);
      for (const list of byList.values()) {
        const numbers = list.map(({ number }) => number);
        assert.deepEqual(
          numbers,
          list.map((_, at) => at + 1),
        );
        let before = Decimal.ZERO;
        for (const page of list) {
          assert.equal(page.before.toString(), before.toString());
          assert.equal(page.pages, list.length);
          assert.ok(page.rows.length <= ROWS_ON_PAGE);
          assert.ok(page.number === page.pages || page.rows.length === ROWS_ON_PAGE);
          before = page.rows.reduce((all, it) => all.plus(it.value), before);
        }
      }
      const planned = written.filter((it) => it.observation.indicator === "work.investment");
      const counted = planned.flatMap(({ rows }) => rows.flatMap((it) => it.numbers));
      assert.equal(counted.length, pages * each);
    }),
    { numRuns: 20 },
  );
});

/** The records of a register with their entries, numbered as they were opened. */
function records(register: string): PublicRecord[] {
  const placed = log.map(({ entry }, position) => ({ entry, position }));
  const own = Map.groupBy(
    placed.filter(({ entry }) => entry.register === register),
    ({ entry }) => entry.record,
  );
  return [...own.values()].map((entries, at) => ({ number: at + 1, entries }));
}

/** The numbers of the records of which each, if it were alone, would make the figure other than zero. */
function countedAlone(indicator: string, period: string, register: string): number[] {
  const declarations = compilePack(pack);
  return records(register).flatMap(({ number, entries }) => {
    const sums = new CellSums();
    addWholeRecord(declarations, entries, sums);
    const cells = [...sums.cells()].filter((it) => it.indicator === indicator && it.area === "999900000000");
    const months = Period.of(period);
    return cells.some(({ month }) => months.contains(month)) ? [number] : [];
  });
}

function numbersIn(cell: string): number[] {
  return [...cell.matchAll(/#n\d+">([^<]*)</g)].flatMap(([, text = ""]) => {
    const [first = 0, last = first] = text.replaceAll(",", "").split("–").map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

function decimalOf(shown: string): Decimal {
  return Decimal.of(shown.replaceAll(",", "").replace("−", "-"));
}
