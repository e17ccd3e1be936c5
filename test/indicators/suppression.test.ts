import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type CellTable,
  type Declarations,
  type IndicatorDefinition,
  type MeasureDefinition,
  type Observation,
  observe,
  valuesOf,
  yearsIn,
} from "../../src/indicators/index.ts";
import { Period } from "../../src/quantity/index.ts";
import { seed } from "../seed.ts";
import { determined, type Equation, solved } from "./attack.ts";
import {
  type Case,
  casesIn,
  cellsOf,
  counted,
  declarationsOf,
  formulas,
  type Shape,
  shapes,
} from "./made-up-cases.ts";

const runs = Number(process.env.HUIMOU_TEST_RUNS ?? 300);
const tables = shapes.chain((shape) => fc.tuple(fc.constant(shape), casesIn(shape)));

const like = (opened: string, kind: string, facts: Partial<Case> = {}): Case => ({
  place: "999900001000",
  opened: Period.of(opened).firstMonth,
  closed: null,
  returns: [],
  kind,
  outcome: null,
  members: 1,
  ...facts,
});

/** Tables in which a figure, or the rest of a rule, was once the only one that fits, or for which shifts are not enough. */
const pinned: [[Shape, Case[]]][] = [
  [
    [
      {
        villages: [1],
        period: "2019-11..2020-02",
        finest: { area: "township", period: "year" },
        rules: ["within", "slice", "cumulative", "closings"],
      },
      [
        like("2020-02", "poor"),
        like("2019-12", "poor", { place: "999900001001", closed: 24240 }),
        ...Array.from({ length: 5 }, () => like("2019-11", "ill", { place: "999900001001", closed: 24238 })),
      ],
    ],
  ],
  ...(
    [
      [[2], "999900000000", "poor", ["cumulative", "within", "slice"]],
      [[0, 1, 2], "999900003002", "ill", ["slice", "closings", "cumulative", "within"]],
    ] as const
  ).map(([villages, place, kind, rules]): [[Shape, Case[]]] => [
    [
      { villages, period: "2018..2020", finest: { area: "village", period: "year" }, rules },
      [like("2018-01", kind, { place, closed: Period.of("2020-01").firstMonth })],
    ],
  ]),
  ...["2019-12", "2020-12"].map((other): [[Shape, Case[]]] => [
    [
      {
        villages: [1, 1],
        period: "2019-12..2020-12",
        finest: { area: "village", period: "year" },
        rules: ["within"],
      },
      [
        ...["2019-12", "2019-12", "2020-12", "2020-12"].map((it) => like(it, "poor", { outcome: "granted" })),
        ...new Set(["2019-12", other]),
      ].map((it) => (typeof it === "string" ? like(it, "ill") : it)),
    ],
  ]),
];

test(`nobody can calculate a withheld figure, nor tell one record from two (seed ${seed})`, () => {
  fc.assert(
    fc.property(tables, ([shape, cases]) => {
      const { equations, truth, small } = knownOf(shape, cases);
      const found = solved(equations).filter((name) => truth.has(name) && isTarget(name, small));
      assert.deepEqual(found, [], "calculated");
      assert.deepEqual(determined(small, truth, equations, leastOf), [], "can be nothing else");
    }),
    { seed, numRuns: runs, examples: pinned },
  );
});

/** What is withheld, and what is left of a sum when it is one or two; what is left of it otherwise is no figure. */
function isTarget(name: string, small: ReadonlySet<string>): boolean {
  return !name.includes("remainder") || small.has(name);
}

/** No zero is withheld, and whoever knows how it is done knows that; of what is left of a sum nobody is told. */
function leastOf(name: string): number {
  return name.includes("remainder") ? 0 : 1;
}

test(`what is shown is true, nothing small is shown, and nothing is withheld where nothing is small (seed ${seed})`, () => {
  fc.assert(
    fc.property(tables, ([shape, cases]) => {
      const { shown, withheld, small } = knownOf(shape, cases);
      for (const { name, value, truth, records } of shown) {
        assert.equal(value, String(truth), name);
        assert.ok(records === 0 || records >= 3, `${name} tells of ${records}`);
      }
      // of enterings it is only known how many records are behind them at least
      const counted = withheld.filter((it) => !it.startsWith("case.returned"));
      if (small.size === 0) assert.deepEqual(counted, []);
    }),
    { seed, numRuns: runs },
  );
});

test(`what is calculated has a value where all that it was calculated from is shown, and nowhere else (seed ${seed})`, () => {
  let [shown, withheld] = [0, 0];
  fc.assert(
    fc.property(tables, ([shape, cases]) => {
      const declarations = declarationsOf(shape);
      const cells = cellsOf(declarations, cases);
      for (const indicator of Object.keys(formulas))
        for (const { code: area } of declarations.pack.areas)
          for (const period of yearsIn(Period.of(shape.period))) {
            const { value, fraction, missing, parts } = observe(declarations, cells, {
              indicator,
              area,
              period,
              where: {},
            });
            const hides = readBy(parts ?? []).some((it) => it.missing === "suppressed");
            if (hides)
              assert.deepEqual([value, fraction], [null, undefined], `${indicator} ${area} ${period}`);
            if (missing === "suppressed") assert.ok(hides, `${indicator} ${area} ${period} hides nothing`);
            if (hides) withheld += 1;
            if (value !== null) shown += 1;
          }
    }),
    { seed, numRuns: 100 },
  );
  assert.ok(shown > 0 && withheld > 0);
});

/** Observations, and those that they were calculated from. */
function readBy(parts: readonly Observation[]): Observation[] {
  return parts.flatMap((it) => [it, ...readBy(it.parts ?? [])]);
}

interface Known {
  readonly equations: Equation[];
  /** true values of all unknowns */
  readonly truth: Map<string, number>;
  /** unknowns of one or two records */
  readonly small: Set<string>;
  readonly shown: { name: string; value: string; truth: number; records: number }[];
  readonly withheld: string[];
}

/** All that the public knows of a table: every published place, and every sum and rule between them. */
function knownOf(shape: Shape, cases: readonly Case[]): Known {
  const declarations = declarationsOf(shape);
  const cells = cellsOf(declarations, cases);
  const known: Known = { equations: [], truth: new Map(), small: new Set(), shown: [], withheld: [] };
  const table = new Table(declarations, cells, cases, known);
  for (const indicator of declarations.pack.indicators)
    if (formulas[indicator.id] === undefined) table.sums(indicator);
  table.rules();
  return known;
}

type Slice = Readonly<Record<string, string>>;

const depth = { district: 0, township: 1, village: 2 } as const;

class Table {
  readonly #declarations: Declarations;
  readonly #cells: CellTable;
  readonly #cases: readonly Case[];
  readonly #known: Known;
  /** name → value where it is shown, null where it is withheld */
  readonly #read = new Map<string, number | null>();

  constructor(declarations: Declarations, cells: CellTable, cases: readonly Case[], known: Known) {
    this.#declarations = declarations;
    this.#cells = cells;
    this.#cases = cases;
    this.#known = known;
  }

  /** The sums within one measure, over areas, time and dimensions. */
  sums(indicator: IndicatorDefinition): void {
    if (indicator.kind === "formula") {
      this.#overMonths(indicator.id);
      return;
    }
    const whole = Period.of(this.#declarations.pack.period);
    const years = yearsIn(whole);
    const months = this.#months(indicator);
    // a figure of several years is a place of its own only where a rule speaks of it
    const cumulative = this.#declarations.pack.rules.some(
      (it) => it.periods === "cumulative" && JSON.stringify(it.left).includes(indicator.id),
    )
      ? years.map((it) => Period.ofMonths(whole.firstMonth, it.lastMonth))
      : [];
    if (indicator.nature === "stock") this.#sumsOver(indicator, [...years, ...months]);
    else this.#sumsOver(indicator, [whole, ...cumulative, ...years, ...months], months);
  }

  #months(measure: MeasureDefinition): Period[] {
    const whole = Period.of(this.#declarations.pack.period);
    return measure.finest.period === "month" ? whole.months().map((it) => Period.ofMonth(it)) : [];
  }

  /** A stock added up over months: a sum like what happened in them, and of the stock's own month ends. */
  #overMonths(id: string): void {
    const stock = this.#declarations.indicators.get("case.standing");
    assert.ok(stock?.kind === "measure");
    const whole = Period.of(this.#declarations.pack.period);
    const years = yearsIn(whole);
    const months = this.#months(stock);
    if (months.length === 0) this.#sumsOver({ ...stock, id }, [whole, ...years]);
    for (const [code, slice] of this.#places(stock))
      for (const year of years) {
        const name = this.#name(id, code, year, slice);
        const ends = months.filter((it) => year.contains(it));
        const names = (ends.length > 0 ? ends : [year]).map((it) => this.#name(stock.id, code, it, slice));
        const terms = names.map((it) => [it, 1] as const);
        if (ends.length === 0)
          // the last month end is one of those that are added, and the only one of a single month
          this.#equation([...terms, [name, -1]], year.length === 1 ? "=" : "<=");
        // one that is withheld is what the ends give, and tells nothing that they do not
        else if (this.#read.get(name) !== null) this.#equation([...terms, [name, -1]]);
      }
  }

  *#places(measure: MeasureDefinition): Generator<readonly [code: string, slice: Slice]> {
    for (const { code } of this.#areas(measure)) {
      yield [code, {}];
      for (const dimension of measure.by)
        for (const value of valuesOf(this.#declarations, measure, dimension) ?? [])
          yield [code, { [dimension]: value }];
    }
  }

  #areas({ finest }: MeasureDefinition) {
    return this.#declarations.pack.areas.filter((it) => depth[it.level] <= depth[finest.area]);
  }

  #sumsOver(measure: MeasureDefinition, spans: readonly Period[], months: readonly Period[] = []): void {
    const { id, by } = measure;
    const years = yearsIn(Period.of(this.#declarations.pack.period));
    const isSummed = measure.nature === "flow" || id === "case.months";
    const places = this.#areas(measure);
    for (const [code, slice] of this.#places(measure))
      for (const span of spans) {
        const parts = places.filter((it) => it.parent === code).map((it) => it.code);
        if (parts.length > 0)
          this.#add(
            id,
            [[code, span, slice], ...parts.map((it) => [it, span, slice] as const)],
            (it) => it === code,
          );
        if (!isSummed) continue;
        const within = years.filter((it) => span.contains(it) && !it.equals(span));
        if (within.length > 0)
          this.#add(id, [[code, span, slice], ...within.map((it) => [code, it, slice] as const)]);
        const own = months.filter((it) => span.contains(it) && !it.equals(span));
        if (own.length > 0 && span.length <= 12)
          this.#add(id, [[code, span, slice], ...own.map((it) => [code, it, slice] as const)]);
      }
    for (const { code } of places)
      for (const span of spans)
        for (const dimension of by) {
          const values = valuesOf(this.#declarations, measure, dimension) ?? [];
          this.#add(
            id,
            [[code, span, {}], ...values.map((it) => [code, span, { [dimension]: it }] as const)],
            (it) => it !== undefined,
            { [dimension]: "" },
          );
        }
  }

  /** The rules, which hold wherever both sides are published. */
  rules(): void {
    const { pack, areas } = this.#declarations;
    const whole = Period.of(pack.period);
    for (const rule of pack.rules)
      for (const { code } of areas.ofLevel(rule.areas))
        for (const year of yearsIn(whole)) {
          const span = rule.periods === "each" ? year : Period.ofMonths(whole.firstMonth, year.lastMonth);
          assert.ok("plus" in rule.right);
          const terms = [
            ...rule.left.plus.map((it) => [it, 1] as const),
            ...rule.right.plus.map((it) => [it, -1] as const),
          ];
          const named = terms.map(([term, factor]) => {
            const [id, where] = typeof term === "string" ? [term, {}] : [term.indicator, term.where];
            return [this.#name(id, code, span, where), factor] as const;
          });
          if (rule.id === "within") this.#rest(named, code, span);
          else this.#equation(named, rule.relation);
        }
  }

  /** What a part leaves of its whole are records, too, which nobody counts: the cases that are not of the poor. */
  #rest(terms: readonly (readonly [string, number])[], code: string, span: Period): void {
    const { areas } = this.#declarations;
    const holds = (it: string) => areas.contains(code, it);
    const amount = (id: string) => counted(this.#cases, id, holds, span, {}).value;
    const left = amount("case.opened") - amount("case.poor");
    if (left < 1 || left > 2) {
      this.#equation(terms, "<=");
      return;
    }
    const name = `case.opened less case.poor ${code} ${span} remainder`;
    this.#known.truth.set(name, left);
    this.#known.small.add(name);
    this.#equation([...terms, [name, 1]]);
  }

  /** The first place is the sum of the others and of what is left. */
  #add(
    id: string,
    places: readonly (readonly [string, Period, Readonly<Record<string, string>>])[],
    hasRemainder: (code: string | undefined) => boolean = () => false,
    remainderWhere?: Readonly<Record<string, string>>,
  ): void {
    const names = places.map(([code, span, where]) => this.#name(id, code, span, where));
    const terms = names.map((name, i) => [name, i === 0 ? 1 : -1] as const);
    const [[code, span, where]] = places as [(typeof places)[number]];
    if (hasRemainder(code)) {
      const { areas } = this.#declarations;
      const left =
        remainderWhere === undefined
          ? counted(this.#cases, id, (it) => it === code, span, where)
          : counted(this.#cases, id, (it) => areas.contains(code, it), span, remainderWhere);
      if (left.records > 0) {
        const name = `${names[0]} ${remainderWhere ? Object.keys(remainderWhere)[0] : "area"} remainder`;
        this.#known.truth.set(name, left.value);
        if (left.records <= 2) this.#known.small.add(name);
        this.#equation([...terms, [name, -1]]);
        return;
      }
    }
    this.#equation(terms);
  }

  #equation(terms: readonly (readonly [string, number])[], relation: "=" | "<=" = "="): void {
    const unknown = new Map<string, number>();
    let result = 0;
    for (const [name, factor] of terms) {
      const value = this.#read.get(name);
      if (value === null || value === undefined) unknown.set(name, (unknown.get(name) ?? 0) + factor);
      else result -= factor * value;
    }
    if (unknown.size > 0) this.#known.equations.push({ terms: unknown, relation, result });
  }

  /** The name of a place; it is looked up the first time. */
  #name(id: string, area: string, period: Period, where: Readonly<Record<string, string>>): string {
    const isStock = this.#declarations.indicators.get(id)?.kind === "measure" && id.match(/standing|done/);
    const span = isStock ? `..${Period.ofMonth(period.lastMonth)}` : period.toString();
    const name = `${id} ${area} ${span} ${JSON.stringify(where)}`;
    if (this.#read.has(name)) return name;
    const { value, missing } = observe(this.#declarations, this.#cells, {
      indicator: id,
      area,
      period,
      where,
    });
    const { areas } = this.#declarations;
    const own = counted(this.#cases, id, (it) => areas.contains(area, it), period, where);
    if (value === null) {
      assert.equal(missing, "suppressed", name);
      this.#known.withheld.push(name);
      this.#known.truth.set(name, own.value);
      if (own.records >= 1 && own.records <= 2) this.#known.small.add(name);
      this.#read.set(name, null);
    } else {
      this.#known.shown.push({ name, value, truth: own.value, records: own.records });
      this.#read.set(name, Number(value));
    }
    return name;
  }
}
