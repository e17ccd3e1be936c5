import { type Breakdown, type Observation, yearsIn } from "../indicators/index.ts";
import { Decimal, type Period } from "../quantity/index.ts";

/** One indicator's observations, looked up by place. */
export class Observations {
  /** in the edition's order */
  readonly all: readonly Observation[];
  /** canonical texts of the years that the ledger is about; the first and the last may be cut */
  readonly years: readonly string[];
  /** canonical text of all of them together */
  readonly whole: string;
  readonly #district: string;
  /** by area, then by period and what else tells them apart */
  readonly #byArea: ReadonlyMap<string, ReadonlyMap<string, Observation>>;
  #parts: ReturnType<typeof partsByArea> | undefined;

  constructor(all: readonly Observation[], district: string, period: Period) {
    this.all = all;
    this.years = yearsIn(period).map(String);
    this.whole = period.toString();
    this.#district = district;
    this.#byArea = new Map(
      [...Map.groupBy(all, (it) => it.area)].map(([area, own]) => [
        area,
        new Map(own.map((it) => [placeOf(it.period, it.breakdown, it.basis), it])),
      ]),
    );
  }

  /**
   * The observation at a place, the whole district unless another area is named, and by the definition of its period
   * unless another basis is; none where none was published.
   */
  at(
    period: string,
    area = this.#district,
    breakdown: Breakdown = {},
    basis?: Observation["basis"],
  ): Observation | undefined {
    return this.#byArea.get(area)?.get(placeOf(period, breakdown, basis));
  }

  /** The years' observations at a place, oldest first; years that were not published are left out. */
  byYear(area?: string, breakdown?: Breakdown): readonly Observation[] {
    return this.years.flatMap((year) => this.at(year, area, breakdown) ?? []);
  }

  /**
   * What an indicator says at a place in one number: the whole period's value, where it has one and no year's return
   * is outstanding, or the last year's that has one; otherwise what tells why there is none.
   */
  latest(area?: string, breakdown?: Breakdown): Observation | undefined {
    const whole = this.at(this.whole, area, breakdown);
    const years = this.byYear(area, breakdown);
    const complete = years.every((it) => it.missing !== "no-record");
    if (complete && whole !== undefined && whole.value !== null) return whole;
    return years.findLast((it) => it.value !== null) ?? whole;
  }

  /** The first of an area's totals, whatever its period. */
  first(area: string): Observation | undefined {
    return this.#byArea
      .get(area)
      ?.values()
      .find((it) => Object.keys(it.breakdown).length === 0);
  }

  /** The dimensions by each of which alone the district's values were published. */
  dimensions(): readonly string[] {
    const single = this.all.flatMap(({ area, breakdown }) => {
      const [dimension, ...others] = Object.keys(breakdown);
      return area === this.#district && dimension !== undefined && others.length === 0 ? [dimension] : [];
    });
    return [...new Set(single)];
  }

  /** The values of one dimension that were published for the district, in the edition's order. */
  valuesOf(dimension: string): readonly string[] {
    const values = this.all.flatMap(({ area, breakdown }) =>
      area === this.#district && dimension in breakdown && Object.keys(breakdown).length === 1
        ? [breakdown[dimension] ?? ""]
        : [],
    );
    return [...new Set(values)];
  }

  /**
   * The values of one dimension that say something of an area, in the edition's order: that are not 0 in all of its
   * years, or are withheld in one.
   */
  partsAt(area: string): readonly { readonly dimension: string; readonly value: string }[] {
    this.#parts ??= partsByArea(this.all, new Set([this.whole, ...this.years]));
    return [...(this.#parts.get(area)?.values() ?? [])];
  }

  /** The areas of a list for which a year or the whole period was published, in that list's order. */
  areasOf(codes: readonly string[]): readonly string[] {
    return codes.filter((code) => [this.whole, ...this.years].some((period) => this.at(period, code)));
  }
}

type Part = { readonly dimension: string; readonly value: string };

function partsByArea(all: readonly Observation[], periods: ReadonlySet<string>) {
  const byArea = new Map<string, Map<string, Part>>();
  for (const { area, period, breakdown, basis, value: told, missing } of all) {
    if (basis !== undefined || !periods.has(period)) continue;
    const [pair, ...others] = Object.entries(breakdown);
    if (pair === undefined || others.length > 0) continue;
    const says = told === null ? missing === "suppressed" : Decimal.of(told).sign() !== 0;
    if (!says) continue;
    const [dimension, value] = pair;
    const parts = byArea.get(area) ?? new Map<string, Part>();
    parts.set(JSON.stringify(pair), { dimension, value });
    byArea.set(area, parts);
  }
  return byArea;
}

/** Tells the observations of one area apart. */
function placeOf(period: string, breakdown: Breakdown, basis: Observation["basis"]): string {
  const pairs = Object.entries(breakdown);
  if (pairs.length === 0) return basis === undefined ? period : `${period} ${basis}`;
  // only what an author may write freely needs to be told apart from what stands around it
  return `${period} ${basis ?? ""} ${JSON.stringify(pairs.sort(([one], [other]) => (one < other ? -1 : 1)))}`;
}
