import fc from "fast-check";
import {
  area,
  choice,
  count,
  date,
  defineIndicator,
  definePack,
  defineRegister,
  defineRule,
  z,
} from "../../src/index.ts";
import {
  type Area,
  CellSums,
  CellTable,
  compilePack,
  type Declarations,
  type Formula,
  type MeasureInput,
  type RuleDefinition,
} from "../../src/indicators/index.ts";
import { Period } from "../../src/quantity/index.ts";
import type { RecordView, Step } from "../../src/registers/index.ts";
import { enteredAgain } from "../../src/registers/view.ts";
import { pack } from "../pack/pack.ts";

/** One made-up record of a sealed register. 演示数据 */
export interface Case {
  readonly place: string;
  /** month index in which it was opened, and in which it was closed, if it was */
  readonly opened: number;
  readonly closed: number | null;
  /** month index of each time that it was sent back, in order */
  readonly returns: readonly number[];
  readonly kind: string;
  readonly outcome: string | null;
  readonly members: number;
}

/** How a made-up district is cut up and what it publishes. */
export interface Shape {
  /** villages of each township */
  readonly villages: readonly number[];
  readonly period: string;
  readonly finest: { readonly area: "district" | "township" | "village"; readonly period: "month" | "year" };
  readonly rules: readonly ("cumulative" | "slice" | "within" | "closings")[];
}

export const shapes: fc.Arbitrary<Shape> = fc.record({
  villages: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
  period: fc.constantFrom("2019", "2019..2020", "2019-11..2020-02", "2018..2020", "2019-12..2020-12"),
  finest: fc.record({
    area: fc.constantFrom("district" as const, "township" as const, "village" as const),
    period: fc.constantFrom("month" as const, "year" as const, "year" as const),
  }),
  rules: fc.uniqueArray(fc.constantFrom("cumulative", "slice", "within", "closings")),
});

/** Few records in few places: nearly every table has small cells. */
export function casesIn(shape: Shape): fc.Arbitrary<Case[]> {
  const { firstMonth, lastMonth } = Period.of(shape.period);
  const places = areasOf(shape).map((it) => it.code);
  const month = fc.integer({ min: firstMonth, max: lastMonth });
  const one = fc.record({
    place: fc.constantFrom(...places),
    opened: fc.oneof(month, fc.constantFrom(firstMonth, lastMonth)),
    closed: fc.option(month),
    kind: fc.constantFrom("poor", "poor", "ill", "alone"),
    outcome: fc.option(fc.constantFrom("granted", "refused")),
    // the same case is often sent back more than once
    returns: fc.oneof(
      fc.constant<number[]>([]),
      fc.array(fc.oneof(month, fc.constantFrom(firstMonth, lastMonth)), { maxLength: 4 }),
    ),
    members: fc.integer({ min: 1, max: 4 }),
  });
  // a record often stands for several like it, so that there are great cells beside small ones
  return fc.array(fc.tuple(one, fc.constantFrom(1, 1, 2, 5)), { maxLength: 14 }).map((drawn) =>
    drawn.flatMap(([it, times]) =>
      Array.from({ length: times }, () => {
        const closed = it.closed === null || it.closed < it.opened ? null : it.closed;
        const returns = it.returns.filter((at) => at >= it.opened && at <= (closed ?? at));
        return { ...it, closed, returns: returns.sort((a, b) => a - b) };
      }),
    ),
  );
}

const words = (text: string) => ({ zh: text, en: text });
const day = (month: number, of = 15) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${of}`;

/** The district, its townships and their villages. */
export function areasOf({ villages }: Shape): Area[] {
  const district = pack.district.code;
  const codeOf = (township: number, village: number) =>
    `${district}${String(township).padStart(3, "0")}${String(village).padStart(3, "0")}`;
  const named = (code: string) => ({ code, name: words(code), type: "committee" });
  return [
    { ...named(codeOf(0, 0)), level: "district", parent: null },
    ...villages.flatMap((count, i): Area[] => [
      { ...named(codeOf(i + 1, 0)), level: "township", parent: codeOf(0, 0) },
      ...Array.from(
        { length: count },
        (_, j): Area => ({ ...named(codeOf(i + 1, j + 1)), level: "village", parent: codeOf(i + 1, 0) }),
      ),
    ]),
  ];
}

const source = words("示例");
const owner = words("云岭区民政局");

export const caseRegister = defineRegister({
  name: "case",
  title: words("个案"),
  description: words("个案"),
  owner,
  visibility: "sealed",
  key: { title: words("编号"), schema: z.string() },
  fields: {
    place: { title: words("属地"), schema: area() },
    day: { title: words("日期"), schema: date() },
    kind: {
      title: words("类别"),
      schema: choice({ poor: words("困难"), ill: words("患病"), alone: words("独居") }),
    },
    outcome: {
      title: words("结果"),
      schema: choice({ granted: words("给予"), refused: words("不予") }).optional(),
    },
    members: { title: words("人口"), schema: count(), unit: "person" },
  },
  area: "place",
  lifecycle: {
    initial: "open",
    states: {
      open: { title: words("在办") },
      returned: { title: words("退回") },
      again: { title: words("重办") },
      closed: { title: words("办结") },
    },
    transitions: [
      { from: "open", to: "returned" },
      { from: "returned", to: "again" },
      { from: "again", to: "returned" },
      { from: "open", to: "closed" },
      { from: "again", to: "closed" },
    ],
  },
  source,
});

const poor = { indicator: "case.opened", where: { kind: "poor" } };

/** What is calculated from them, in every way that reads its terms at the place itself or a year before. */
export const formulas: Readonly<Record<string, Formula>> = {
  "case.share": { share: { part: poor, whole: "case.opened" } },
  "case.each": { ratio: { of: "case.members", to: "case.opened" } },
  "case.mean": { mean: { of: ["case.opened", "case.standing"] } },
  "case.all": { sum: { plus: ["case.standing", "case.closed"], minus: [poor] } },
  "case.more": { growth: { of: "case.opened" } },
  "case.more-shared": { growth: { of: "case.share" } },
};

/** Measures over that register, with rules between them. */
export function declarationsOf(shape: Shape): Declarations {
  const { finest } = shape;
  const facts = { basis: words("全口径"), unit: "个", owner, source, frequency: "year" } as const;
  const measure = (id: string, own: Partial<MeasureInput>) =>
    defineIndicator({
      ...facts,
      id,
      title: words(id),
      definition: words(id),
      register: "case",
      measure: { count: true },
      nature: "flow",
      ...(own.nature !== "stock" && { date: { field: "day" } }),
      finest,
      ...own,
    } as MeasureInput);
  const rule = (
    id: string,
    left: string,
    relation: "=" | "<=",
    right: RuleDefinition["right"],
    facts: Pick<RuleDefinition, "periods" | "areas">,
  ) => defineRule({ id, title: words(id), left: { plus: [left] }, relation, right, ...facts, source });
  const at = finest.area === "district" ? "district" : "township";
  const rules = {
    cumulative: rule(
      "cumulative",
      "case.opened",
      "=",
      { plus: ["case.standing", "case.done"] },
      {
        periods: "cumulative",
        areas: "district",
      },
    ),
    slice: rule(
      "slice",
      "case.poor",
      "=",
      { plus: [{ indicator: "case.opened", where: { kind: "poor" } }] },
      { periods: "each", areas: at },
    ),
    within: rule("within", "case.poor", "<=", { plus: ["case.opened"] }, { periods: "each", areas: at }),
    closings: rule(
      "closings",
      "case.closed",
      "<=",
      { plus: ["case.done"] },
      {
        periods: "cumulative",
        areas: "district",
      },
    ),
  };
  return compilePack(
    definePack({
      ...pack,
      areas: areasOf(shape),
      lists: [],
      period: shape.period,
      registers: [caseRegister],
      indicators: [
        measure("case.opened", { by: ["kind", "outcome"] }),
        measure("case.members", { by: ["kind"], measure: { sum: "members" }, unit: "人" }),
        measure("case.poor", { by: ["outcome"], where: [{ field: "kind", in: ["poor"] }] }),
        measure("case.standing", {
          by: ["kind"],
          nature: "stock",
          where: [{ field: "state", in: ["open", "again"] }],
        }),
        measure("case.done", { nature: "stock", where: [{ field: "state", in: ["closed"] }] }),
        measure("case.closed", {
          by: ["outcome"],
          where: [{ field: "state", in: ["closed"] }],
          date: { entered: "closed" },
        }),
        measure("case.returned", { by: ["kind"], date: { each: "returned" } }),
        defineIndicator({
          ...facts,
          id: "case.months",
          title: words("case.months"),
          definition: words("case.months"),
          formula: { overMonths: { of: "case.standing" } },
        }),
        ...Object.entries(formulas).map(([id, formula]) =>
          defineIndicator({ ...facts, id, title: words(id), definition: words(id), formula }),
        ),
      ],
      rules: shape.rules.map((it) => rules[it]),
    }),
  );
}

/** Their cells, as the whole records contribute them. */
export function cellsOf(declarations: Declarations, cases: readonly Case[]): CellTable {
  const sums = new CellSums();
  for (const [i, it] of cases.entries()) {
    const { place, kind, outcome, members } = it;
    const fields = { place, day: day(it.opened), kind, members, ...(outcome && { outcome }) };
    const open: RecordView = {
      register: "case",
      record: String(i),
      version: 1,
      gone: false,
      state: "open",
      at: day(it.opened),
      fields,
      entered: { open: day(it.opened) },
    };
    const history: Step[] = [{ before: null, after: open, at: open.at }];
    let view = open;
    const move = (state: string, at: string) => {
      const moved = { ...view, version: view.version + 1, state, at, ...enteredAgain(view, state, at) };
      history.push({ before: view, after: moved, at });
      view = moved;
    };
    for (const month of it.returns) for (const state of ["returned", "again"]) move(state, day(month, 20));
    if (it.closed !== null) move("closed", day(it.closed, 25));
    declarations.contributions.get("case")?.addRecord(view, history, sums);
  }
  return new CellTable(sums.cells());
}

/** What a measure truly is at a place, counted from the cases themselves. */
export function counted(
  cases: readonly Case[],
  id: string,
  holds: (code: string) => boolean,
  period: Period,
  where: Readonly<Record<string, string>>,
): { records: number; value: number } {
  if (id === "case.months") {
    const ends = period.months().map((month) => {
      const end = Period.ofMonth(month);
      return counted(cases, "case.standing", holds, end, where).value;
    });
    // one month end that tells of one or two is told by the sum
    const small = ends.find((it) => it === 1 || it === 2);
    return { records: small ?? Math.max(...ends), value: ends.reduce((sum, it) => sum + it, 0) };
  }
  const found = cases.filter((it) => {
    if (!holds(it.place)) return false;
    if (where.kind !== undefined && it.kind !== where.kind) return false;
    if (where.outcome !== undefined && (it.outcome ?? "") !== where.outcome) return false;
    const isClosed = it.closed !== null && it.closed <= period.lastMonth;
    switch (id) {
      case "case.opened":
      case "case.members":
        return period.contains(it.opened);
      case "case.poor":
        return it.kind === "poor" && period.contains(it.opened);
      case "case.standing":
        return it.opened <= period.lastMonth && !isClosed;
      case "case.done":
        return isClosed;
      case "case.returned":
        return it.returns.some((month) => period.contains(month));
      case "case.closed":
        return it.closed !== null && period.contains(it.closed);
      default:
        throw new Error(`no measure ${id}`);
    }
  });
  const amounts = found.map((it) => {
    if (id === "case.returned") return it.returns.filter((month) => period.contains(month)).length;
    return id === "case.members" ? it.members : 1;
  });
  return { records: found.length, value: amounts.reduce((total, it) => total + it, 0) };
}
