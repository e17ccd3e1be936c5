import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  amount,
  area,
  count,
  date,
  defineIndicator,
  definePack,
  defineRegister,
  text,
} from "../../src/index.ts";
import {
  CellTable,
  compilePack,
  Derivation,
  type IndicatorDefinition,
  observe,
  readQuery,
} from "../../src/indicators/index.ts";
import { Decimal } from "../../src/quantity/index.ts";
import { judge, propose, type Value } from "../../src/registers/index.ts";
import { pack } from "../pack/pack.ts";
import { seed } from "../seed.ts";

const words = (zh: string, en: string) => ({ zh, en });
const owner = words("云岭区教育局", "Yunling Education Bureau");
const source = words("教督〔2012〕3号", "Jiaodu [2012] No. 3");

/** One school's returns, and one coefficient of a published table: two registers of one shape. */
const school = defineRegister({
  name: "school",
  title: words("学校", "Schools"),
  description: words("教育报表", "School returns"),
  owner,
  visibility: "open",
  key: { title: words("学校", "School"), schema: text() },
  fields: {
    place: { title: words("地区", "Area"), schema: area() },
    day: { title: words("日期", "Day"), schema: date() },
    name: { title: words("校名", "Name"), schema: text() },
    pupils: { title: words("学生", "Pupils"), schema: count() },
    books: { title: words("图书", "Books"), schema: count() },
    coefficient: { title: words("差异系数", "Coefficient"), schema: amount(3).optional() },
  },
  area: "place",
  lifecycle: {
    initial: "submitted",
    states: { submitted: { title: words("已报", "Submitted") } },
    transitions: [],
  },
  source,
});

const facts = { owner, source, frequency: "year", basis: words("全口径", "all schools") } as const;
const titled = (id: string) => ({ id, title: words(id, id), definition: words(id, id) });
const measure = (id: string, of: { count: true } | { sum: string }): IndicatorDefinition =>
  defineIndicator({
    ...facts,
    ...titled(id),
    unit: "册",
    register: "school",
    measure: of,
    nature: "flow",
    date: { field: "day" },
    by: ["name"],
  });

const declarations = compilePack(
  definePack({
    ...pack,
    registers: [...pack.registers.filter((it) => it.name !== "explanation"), school],
    indicators: [
      ...pack.indicators,
      measure("school.pupils", { sum: "pupils" }),
      measure("school.books", { sum: "books" }),
      measure("school.coefficients", { sum: "coefficient" }),
      measure("school.resources", { count: true }),
      defineIndicator({
        ...facts,
        ...titled("school.books-difference"),
        unit: "%",
        formula: { difference: { of: "school.books", per: "school.pupils", over: "name" } },
      }),
      defineIndicator({
        ...facts,
        ...titled("school.books-per-pupil"),
        unit: "册",
        formula: { ratio: { of: "school.books", to: "school.pupils" } },
      }),
      defineIndicator({
        ...facts,
        ...titled("school.composite"),
        unit: "%",
        formula: { ratio: { of: "school.coefficients", to: "school.resources" } },
      }),
    ],
  }),
);

type School = Readonly<Record<string, Value>>;

/** The value of an indicator over some schools, all of one place and year. */
function valueOver(indicator: string, schools: readonly School[]): string | null | undefined {
  const derivation = new Derivation(declarations);
  const register = declarations.registers.get("school");
  assert.ok(register !== undefined);
  for (const [i, fields] of schools.entries()) {
    const action = {
      kind: "open",
      register: "school",
      record: `S${i}`,
      at: "2020-09-01",
      actor: "经办/教育局",
      fields: { place: "999900000000", day: "2020-09-01", name: `S${i}`, pupils: 0, books: 0, ...fields },
    } as const;
    assert.deepEqual(judge(register, null, action, []), []);
    derivation.add(propose(register, null, action, action.record, "2022-01-01T00:00:00.000Z").entry, [i]);
  }
  const { query } = readQuery(declarations, { indicator, period: "2020" }, []);
  assert.ok(query !== null);
  const { value, missing } = observe(declarations, new CellTable(derivation.sums.cells()), query);
  return value ?? missing;
}

const example: readonly School[] = [
  { pupils: 45, books: 279 },
  { pupils: 37, books: 137 },
  { pupils: 89, books: 935 },
  { pupils: 76, books: 160 },
  { pupils: 55, books: 402 },
];

test("the worked example of 教督〔2012〕3号: five schools' books per pupil have the difference coefficient 0.5153", () => {
  assert.match(String(valueOver("school.books-per-pupil", example)), /^6\.3344/);
  const coefficient = Decimal.of(String(valueOver("school.books-difference", example)));
  assert.equal(coefficient.round(4).toString(), "0.5153");
});

test("schools that are alike have no difference, whatever their size", () => {
  const alike = [10, 200, 3].map((pupils) => ({ pupils, books: 7 * pupils }));
  assert.equal(valueOver("school.books-difference", alike), "0");
  assert.equal(valueOver("school.books-difference", [{ pupils: 5, books: 1 }]), "0");
});

test("without pupils or books there is no difference to speak of", () => {
  assert.equal(valueOver("school.books-difference", []), "no-base");
  assert.equal(valueOver("school.books-difference", [{ pupils: 5, books: 0 }]), "no-base");
  assert.equal(valueOver("school.books-difference", [{ pupils: 0, books: 5 }]), "no-base");
  assert.equal(valueOver("school.books-difference", [...example, { pupils: 0, books: 5 }]), "no-base");
  assert.match(String(valueOver("school.books-difference", [...example, {}])), /^0\.5152/, "a closed school");
});

test(`the coefficient is √(Σ (Pᵢ/P)·(xᵢ − X̄)²) / X̄, weighted by pupils (seed ${seed})`, () => {
  const schools = fc.array(
    fc.record({ pupils: fc.integer({ min: 1, max: 3000 }), books: fc.integer({ min: 0, max: 90_000 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(schools, (some) => {
      const [pupils, books] = [
        some.reduce((n, it) => n + it.pupils, 0),
        some.reduce((n, it) => n + it.books, 0),
      ];
      fc.pre(books > 0);
      const mean = books / pupils;
      const variance = some.reduce(
        (sum, it) => sum + (it.pupils / pupils) * (it.books / it.pupils - mean) ** 2,
        0,
      );
      const value = Number(valueOver("school.books-difference", some));
      assert.ok(Math.abs(value - Math.sqrt(variance) / mean) < 1e-6);
    }),
    { seed },
  );
});

/** Eight coefficients and the composite that stands beside them in a county's published table. */
const published: readonly (readonly [county: string, coefficients: string, composite: string])[] = [
  ["万州小学", ".437 .419 .255 .188 .171 .263 .263 .420", "0.302"],
  ["庐阳小学", ".881 1.299 .977 .379 .170 .334 .286 .408", "0.592"],
  ["庐阳初中", ".353 .784 .146 .491 .037 .226 .223 .253", "0.314"],
  ["蜀山初中", ".505 .484 .325 .275 .199 .715 .421 1.021", "0.493"],
];

for (const [county, coefficients, composite] of published)
  test(`the composite of ${county} is the mean of its eight coefficients, as it was published`, () => {
    const rows = coefficients.split(" ").map((it) => ({ coefficient: it.replace(/^\./, "0.") }));
    assert.equal(rows.length, 8);
    const value = Decimal.of(String(valueOver("school.composite", rows)));
    assert.equal(value.round(3).toString(), composite);
  });
