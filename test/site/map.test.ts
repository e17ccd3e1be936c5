import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type AreaMapDefinition, definePack } from "../../src/index.ts";
import { IssueError } from "../../src/issue/index.ts";
import { Decimal } from "../../src/quantity/index.ts";
import { classesOf, classNameOf } from "../../src/site/choropleth/classes.ts";
import { drawnMap } from "../../src/site/choropleth/drawn-map.ts";
import { filesOf, site } from "./built.ts";
import { madeUpEdition } from "./edition.ts";
import { madeUpMap } from "./made-up-map.ts";

const edition = await madeUpEdition();
const { pack } = edition;
const townships = pack.areas.filter((it) => it.level === "township").map((it) => it.code);
const observed = new Map(
  edition.figures
    .find((it) => it.indicator === "work.accepted")
    ?.observations.filter((it) => it.period === pack.period && Object.keys(it.breakdown).length === 0)
    .map((it) => [it.area, it.value]),
);

test("every township is on the map once, leads to its page and says its name and value; the greater, the stronger", async () => {
  const page = (await site).get("figures/work.accepted/index.html") ?? "";
  const shapes = shapesOf(page);
  assert.deepEqual([...shapes.keys()].sort(), townships.toSorted());
  for (const [code, { said }] of shapes) {
    const name = pack.areas.find((it) => it.code === code)?.name.zh;
    assert.equal(said, `${name}：${observed.get(code)}项`);
  }
  const shades = [...shapes]
    .map(([code, { name }]) => ({ value: Number(observed.get(code)), shade: Number(name.slice(-1)) }))
    .sort((one, other) => one.value - other.value)
    .map((it) => it.shade);
  assert.deepEqual(shades, shades.toSorted());
  assert.deepEqual([shades.at(0), shades.at(-1)], [1, 5]);
  assert.ok(page.includes(madeUpMap.note.zh));
  assert.doesNotMatch(page, /<ul class="tiles/);
});

test("what is withheld is hatched on the map and says so, and its value is nowhere on the page", async () => {
  const [area = ""] = townships;
  const secret = "90817263";
  const withheld = {
    ...edition,
    figures: edition.figures.map((figure) => ({
      ...figure,
      observations: figure.observations.map((it) =>
        it.area !== area
          ? it
          : { ...it, value: null, missing: "suppressed" as const, fraction: { over: secret, under: secret } },
      ),
    })),
  };
  const file = (await filesOf(withheld)).find((it) => it.path === "figures/work.accepted/index.html");
  const page = new TextDecoder().decode(file?.bytes);
  const shape = shapesOf(page).get(area);
  assert.equal(shape?.name, "withheld");
  assert.match(shape?.said ?? "", /：人数过少，不公布$/);
  assert.match(page, /<path class="withheld" fill="url\(#hatch\)"/);
  assert.ok(!page.includes(secret));
});

test("a map weighs little, and two buildings of it are the same", () => {
  const one = drawnMap(pack);
  assert.deepEqual(drawnMap(pack), one);
  const weight = [...(one?.areas.values() ?? [])].reduce((sum, { path }) => sum + path.length, 0);
  assert.ok(weight > 0 && weight < 12_000, `${weight}`);
});

test("boundaries of a hundred thousand corners are drawn with some fifteen hundred, and neighbours keep theirs in common", () => {
  const drawn = drawnMap({ ...pack, map: { ...madeUpMap, geojson: refined(madeUpMap.geojson, 60) } });
  const rings = [...(drawn?.areas.values() ?? [])].map(({ path }) => cornersOf(path));
  assert.equal(rings.length, townships.length);
  assert.ok(rings.flat(2).length <= 1500, `${rings.flat(2).length}`);
  // a line between two areas is drawn by both: what one alone draws is the coast of the mainland, and of the island
  const drawnOnce = new Map<string, readonly [string, string]>();
  for (const ring of rings.flat())
    for (const [at, corner] of ring.entries()) {
      const [from = "", to = ""] = [String(corner), String(ring[(at + 1) % ring.length])].sort();
      if (!drawnOnce.delete(`${from} ${to}`)) drawnOnce.set(`${from} ${to}`, [from, to]);
    }
  assert.equal(pieces([...drawnOnce.values()]), 2, "a gap has opened");
});

test("classes hold every value between their bounds, at most five, and the greater value never has the paler shade", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 3, maxLength: 40 }),
      fc.integer({ min: 0, max: 3 }),
      (scaled, decimals) => {
        const all = scaled.map((it) => ({
          indicator: "a",
          area: "b",
          period: "2020",
          breakdown: {},
          value: Decimal.fromScaled(BigInt(it), decimals).toString(),
        }));
        const classes = classesOf(all, decimals);
        assert.ok(classes !== null && classes.shades.length <= 5);
        const [low, high] = [classes.bounds[0] as Decimal, classes.bounds.at(-1) as Decimal];
        const sorted = all.toSorted((one, other) => Decimal.of(one.value).compare(Decimal.of(other.value)));
        for (const { value } of sorted)
          assert.ok(low.compare(Decimal.of(value)) <= 0 && high.compare(Decimal.of(value)) >= 0);
        const names = sorted.map((it) => classNameOf(it, classes));
        assert.deepEqual(names, names.toSorted());
        assert.equal(names.at(-1), `shade-${classes.shades.at(-1)}`);
      },
    ),
  );
});

test("a map that cannot be shown as it is is refused with every fault, its place in the file and the township's code", () => {
  const [first = "", second = ""] = townships;
  type Changed = {
    features: { properties: { code: string }; geometry: { type: string; coordinates: unknown } }[];
  };
  const faults = (change: (map: Changed) => void, more: Partial<AreaMapDefinition> = {}) => {
    const changed = JSON.parse(madeUpMap.geojson) as Changed;
    change(changed);
    return issuesOf({ ...madeUpMap, geojson: JSON.stringify(changed), ...more });
  };
  const at = (index: number, change: (feature: Changed["features"][number]) => void) =>
    faults(({ features }) => change(features[index] as Changed["features"][number]));
  assert.deepEqual(
    faults(() => {}),
    [],
  );
  assert.deepEqual(
    at(0, (it) => {
      it.properties.code = second;
    }),
    [
      `indicators.map-area-twice made-up.geojson,features,1 ${second}`,
      `indicators.map-area-missing made-up.geojson ${first}`,
    ],
  );
  assert.deepEqual(
    at(0, (it) => {
      it.properties.code = "999900199000";
    }),
    [
      "indicators.map-area-unknown made-up.geojson,features,0 999900199000",
      `indicators.map-area-missing made-up.geojson ${first}`,
    ],
  );
  const drawnAs = (coordinates: unknown, type = "Polygon") =>
    at(0, (it) => {
      it.geometry = { type, coordinates };
    });
  const here = `made-up.geojson,features,0 ${first}`;
  for (const nothing of [[], [[]], null, "all"]) {
    const [found = ""] = drawnAs(nothing);
    assert.match(found, /indicators\.map-(no-area|ring)/, JSON.stringify(nothing));
  }
  assert.deepEqual(drawnAs([1, 2], "Point"), [`indicators.map-no-area ${here}`]);
  assert.deepEqual(
    drawnAs([
      [
        [160, 41],
        [161, 41],
        [161, 42],
      ],
    ]),
    [`indicators.map-ring ${here}`],
  );
  assert.deepEqual(
    drawnAs([
      [
        [160, 41],
        [161, 41],
        [160, 41],
        [160, 41],
      ],
    ]),
    [`indicators.map-ring ${here}`],
  );
  // metres of a projection, and north before east
  assert.deepEqual(drawnAs([[[500_000, 4_500_000]]]), [`indicators.map-position ${here}`]);
  assert.deepEqual(
    drawnAs([
      [
        [41, 160],
        [41, 161],
        [42, 161],
        [41, 160],
      ],
    ]),
    [`indicators.map-position ${here}`],
  );
  assert.deepEqual(
    drawnAs([
      [
        [0, 0],
        [0, 1],
        [1, 1],
        [0, 0],
      ],
    ]),
    ["indicators.map-wide made-up.geojson "],
  );
  for (const text of [
    "",
    "{",
    "[]",
    "null",
    '{"type":"Topology"}',
    '{"type":"FeatureCollection","features":1}',
  ])
    assert.deepEqual(
      faults(() => {}, { geojson: text }),
      ["indicators.map-unreadable made-up.geojson "],
    );
  assert.deepEqual(
    faults(() => {}, { geojson: " ".repeat(1_048_577) }),
    ["indicators.map-large made-up.geojson "],
  );
  const { demonstration: _, ...real } = pack;
  assert.deepEqual(issuesOf(madeUpMap, real), ["indicators.map-approval made-up.geojson "]);
  assert.deepEqual(issuesOf({ ...madeUpMap, approval: "GS(0000)1" }, real), []);
});

/** The map's shapes by the area that each leads to. */
function shapesOf(page: string): Map<string, { name: string; said: string }> {
  const shapes = page.matchAll(/<a href="[./]*areas\/(\d+)\/" aria-label="([^"]*)"><path class="([^"]*)"/g);
  return new Map([...shapes].map(([, code = "", said = "", name = ""]) => [code, { name, said }]));
}

/** What is wrong with a map, as `code place township`. */
function issuesOf(map: AreaMapDefinition, of: Partial<typeof pack> = pack): string[] {
  const registers = pack.registers.filter((it) => it.name !== "explanation");
  const { demonstration: _, kind: __, ...rest } = pack;
  const { demonstration } = of;
  try {
    definePack({ ...rest, ...(demonstration && { demonstration }), registers, map });
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map((it) => `${it.code} ${it.path.join(",")} ${it.params.code ?? ""}`);
  }
}

/** The same outlines with each side cut into so many, bent a little. */
function refined(geojson: string, times: number): string {
  const bent = ([x, y]: [number, number], [toX, toY]: [number, number]) => {
    // from the same end whichever way it is gone along, so that neighbours bend alike
    const forth = x < toX || (x === toX && y < toY);
    const places = Array.from({ length: times }, (_, i) => {
      const share = (forth ? i : times - i) / times;
      const [fromX, fromY, endX, endY] = forth ? [x, y, toX, toY] : [toX, toY, x, y];
      const off = Math.sin(share * Math.PI * 8) * 0.0004;
      return [fromX + (endX - fromX) * share + off, fromY + (endY - fromY) * share + off];
    });
    return places;
  };
  const rings = (coordinates: unknown): unknown =>
    Array.isArray(coordinates) && typeof coordinates[0]?.[0] === "number"
      ? [
          ...coordinates.slice(0, -1).flatMap((it, at) => bent(it, coordinates[at + 1])),
          bent(coordinates[0], coordinates[1])[0],
        ]
      : (coordinates as unknown[]).map(rings);
  const collection = JSON.parse(geojson);
  for (const { geometry } of collection.features) geometry.coordinates = rings(geometry.coordinates);
  return JSON.stringify(collection, (_, it) => (typeof it === "number" ? Math.round(it * 1e6) / 1e6 : it));
}

/** How many pieces lines make that are joined at their ends; none that the width of a boundary covers. */
function pieces(lines: readonly (readonly [string, string])[]): number {
  const beside = new Map<string, string[]>();
  for (const [from, to] of lines) {
    beside.set(from, [...(beside.get(from) ?? []), to]);
    beside.set(to, [...(beside.get(to) ?? []), from]);
  }
  let count = 0;
  for (const start of beside.keys()) {
    if (!beside.has(start)) continue;
    const reached = [start];
    const across: number[] = [];
    for (let it = reached.pop(); it !== undefined; it = reached.pop()) {
      reached.push(...(beside.get(it) ?? []));
      beside.delete(it);
      across.push(Number(it.split(",")[0]));
    }
    if (Math.max(...across) - Math.min(...across) > 2) count += 1;
  }
  return count;
}

/** The corners of a path's rings. */
function cornersOf(path: string): [number, number][][] {
  return path
    .split("z")
    .filter((it) => it !== "")
    .map((ring) => {
      const numbers = [...ring.matchAll(/-?\d+/g)].map(Number);
      let [x = 0, y = 0] = numbers;
      const corners: [number, number][] = [[x, y]];
      for (let at = 2; at < numbers.length; at += 2) {
        x += numbers[at] as number;
        y += numbers[at + 1] as number;
        corners.push([x, y]);
      }
      return corners;
    });
}
