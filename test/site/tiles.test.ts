import assert from "node:assert/strict";
import { test } from "node:test";
import { definePack } from "../../src/index.ts";
import type { Edition } from "../../src/site/index.ts";
import { filesOf } from "./built.ts";
import { madeUpEdition } from "./edition.ts";

const whole = await madeUpEdition();
const { map: _, ...pack } = whole.pack;
/** without the map, which would be shown in place of the tiles */
const edition: Edition = { ...whole, pack };
const built = new Map(
  (await filesOf(edition)).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const),
);
const townships = pack.areas.filter((it) => it.level === "township").map((it) => it.code);
const observed = new Map(
  edition.figures
    .find((it) => it.indicator === "work.accepted")
    ?.observations.filter((it) => it.period === pack.period && Object.keys(it.breakdown).length === 0)
    .map((it) => [it.area, it.value]),
);

test("every township has one tile with its name and its value as it was observed; the greater, the stronger", async () => {
  const tiles = tilesOf(built.get("figures/work.accepted/index.html"));
  assert.deepEqual([...tiles.keys()].sort(), townships.toSorted());
  const shades = [...tiles].map(([code, { classes, text }]) => {
    assert.ok(text.includes(`<strong>${observed.get(code)}</strong>`), code);
    return { value: Number(observed.get(code)), shade: Number(/shade-(\d)/.exec(classes)?.[1]) };
  });
  shades.sort((one, other) => one.value - other.value);
  assert.deepEqual(
    shades.map((it) => it.shade),
    shades.map((it) => it.shade).toSorted(),
  );
  assert.deepEqual([shades.at(0)?.shade, shades.at(-1)?.shade], [1, 5]);
});

test("a tile stands where the pack's grid has it; without a grid no two stand in one place, and that is said", async () => {
  const automatic = built.get("figures/work.accepted/index.html") ?? "";
  const places = [...tilesOf(automatic).values()].map(({ classes }) => placeIn(classes));
  assert.equal(new Set(places).size, townships.length);
  assert.match(automatic, /方格按区划代码的顺序排列，不表示方位、大小和边界/);
  const [first = "", ...others] = townships;
  const note = { zh: "方格按方位大致排列", en: "Roughly by position" };
  const grid = {
    note,
    places: {
      [first]: { row: 3, column: 2 },
      ...Object.fromEntries(
        others.map((code, at) => [code, { row: 1 + Math.floor(at / 4), column: 3 + (at % 4) }]),
      ),
    },
  };
  const page = await builtFrom({ ...edition, pack: { ...pack, grid } }, "figures/work.accepted/index.html");
  assert.equal(placeIn(tilesOf(page).get(first)?.classes ?? ""), "3 2");
  assert.ok(page.includes(note.zh) && page.includes("columns-6"));
});

test("a value that is withheld is hatched, says why, and gives no bound of the scale away", async () => {
  const [greatest = ""] = townships.toSorted(
    (one, other) => Number(observed.get(other)) - Number(observed.get(one)),
  );
  const withheld = withholding(edition, greatest);
  const page = await builtFrom(withheld, "figures/work.accepted/index.html");
  const tile = tilesOf(page).get(greatest);
  assert.match(tile?.classes ?? "", /withheld/);
  assert.match(tile?.text ?? "", /人数过少，不公布/);
  const [, scale = ""] = /<p class="scale">(.*?)<\/p>/s.exec(page) ?? [];
  const bounds = [...scale.matchAll(/<span>(\d+)<\/span>/g)].map(([, bound]) => Number(bound));
  const shown = townships.filter((it) => it !== greatest).map((it) => Number(observed.get(it)));
  // the legend says the same whatever the withheld value is: it rests on the others alone
  assert.ok(bounds.length > 2 && Math.min(...bounds) <= Math.min(...shown), scale);
  assert.ok((bounds.at(-2) as number) < Math.max(...shown), scale);
  assert.match(scale, /class="withheld"[^>]*><\/span>人数过少，不公布/);
});

test("a grid that names an unknown area, leaves one out or has two in one place is refused with the area's code", () => {
  const [first = "", second = ""] = townships;
  const places = Object.fromEntries(townships.map((code, at) => [code, { row: at + 1, column: 1 }]));
  const note = { zh: "示例", en: "example" };
  const refused = (wrong: typeof places, words: RegExp) =>
    assert.throws(() => definePack({ ...pack, registers: own, grid: { note, places: wrong } }), words);
  const own = pack.registers.filter((it) => it.name !== "explanation");
  definePack({ ...pack, registers: own, grid: { note, places } });
  refused({ ...places, "999900199000": { row: 1, column: 2 } }, /999900199000/);
  refused({ ...places, [second]: { row: 1, column: 1 } }, new RegExp(`${first} and ${second} in one place`));
  refused({ ...places, [first]: { row: 0, column: 1 } }, new RegExp(`${first} is not within rows`));
  refused({ ...places, [first]: { row: 1, column: 7 } }, new RegExp(`${first} is not within rows`));
  const { [first]: _, ...missing } = places;
  refused(missing, new RegExp(`no place for ${first}`));
});

/** The tiles of a page by the area that each leads to. */
function tilesOf(page = ""): Map<string, { classes: string; text: string }> {
  const [, list = ""] = /<ul class="tiles [^"]*">(.*?)<\/ul>/s.exec(page) ?? [];
  const tiles = list.matchAll(/<li class="([^"]*)">(.*?areas\/(\d+)\/.*?)<\/li>/gs);
  return new Map([...tiles].map(([, classes = "", text = "", code = ""]) => [code, { classes, text }]));
}

function placeIn(classes: string): string {
  const [, row, column] = /row-(\d+) column-(\d+)/.exec(classes) ?? [];
  return `${row} ${column}`;
}

async function builtFrom(of: Edition, wanted: string): Promise<string> {
  for (const { path, bytes } of await filesOf(of))
    if (path === wanted) return new TextDecoder().decode(bytes);
  return "";
}

function withholding(of: Edition, area: string): Edition {
  return {
    ...of,
    figures: of.figures.map((figure) => ({
      ...figure,
      observations: figure.observations.map((it) =>
        figure.indicator === "work.accepted" && it.area === area
          ? { ...it, value: null, missing: "suppressed" as const }
          : it,
      ),
    })),
  };
}
