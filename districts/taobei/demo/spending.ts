import type { Action } from "huimou";
import { type Department, departments } from "../departments.ts";
import { actsOf, type Fields } from "./acts.ts";
import { after, workdayAfter } from "./days.ts";
import { hundredths } from "./parts.ts";
import { district } from "./places.ts";
import { randomOf } from "./random.ts";

const years = [2016, 2017, 2018, 2019, 2020, 2021] as const;
/** What is left of a unit's first year in each later one, in thousandths: made up, and falling. */
const course: Readonly<Record<number, number>> = {
  2016: 1000,
  2017: 893,
  2018: 811,
  2019: 742,
  2020: 618,
  2021: 600,
};

/** The departments' budgets and accounts, alike at any scale. The year 2021 is budgeted and not yet settled. */
export function* spendings(): Generator<Action> {
  for (const unit of Object.keys(departments) as Department[])
    for (const year of years) yield* account(unit, year);
}

function* account(unit: Department, year: (typeof years)[number]): Generator<Action> {
  const actual = amountsOf(unit, year);
  const slack = randomOf("spending", "budget", unit, year).between(1030, 1140);
  const budget = {
    abroad: raised(actual.abroad, slack),
    bought: raised(actual.bought, slack),
    run: raised(actual.run, slack),
    hospitality: raised(actual.hospitality, slack),
  };
  const acts = actsOf("spending", `SG-${year}-${unit}`, `${departments[unit].zh}·财务岗`);
  // the ledger begins in October 2016: that year's budget was approved before and is entered then
  const approved = year === 2016 ? "2016-10-10" : workdayAfter(`${year}-02-01`, 12);
  yield acts.open(approved, {
    unit,
    area: district,
    closing: `${year}-12-31`,
    ...columns("budget", budget),
  });
  if (year === 2021) return;
  const settled = workdayAfter(
    `${year + 1}-08-20`,
    randomOf("spending", "settled", unit, year).between(0, 20),
  );
  const random = randomOf("spending", "counts", unit, year);
  yield actsOf("spending", `SG-${year}-${unit}`, "区财政局·预算科").advance(
    settled,
    "settled",
    columns("actual", actual),
  );
  const receptions = Math.max(1, Math.floor(actual.hospitality / random.between(11, 17)));
  yield acts.advance(after(settled, random.between(3, 18)), "published", {
    delegations: actual.abroad > 0 ? 1 : 0,
    travellers: actual.abroad > 0 ? random.between(1, 3) : 0,
    purchases: actual.bought > 0 ? 1 : 0,
    fleet: fleetOf(unit, year),
    receptions,
    guests: receptions * random.between(5, 8),
  });
}

/** In hundredths of 万元. */
interface Amounts {
  readonly abroad: number;
  readonly bought: number;
  readonly run: number;
  readonly hospitality: number;
}

function amountsOf(unit: Department, year: number): Amounts {
  const base = randomOf("spending", unit);
  const run = base.between(620, 2400);
  const hospitality = base.between(260, 1300);
  const random = randomOf("spending", unit, year);
  const left = course[year] ?? 0;
  const jitter = () => random.between(965, 1035);
  // official cars were cut back early, travel abroad stopped with the epidemic
  return {
    abroad: year < 2020 && random.chance(9) ? random.between(300, 760) : 0,
    bought: year < 2020 && random.chance(7) ? random.between(1500, 1800) : 0,
    run: scaled(run, left, jitter()),
    hospitality: scaled(hospitality, left, jitter()),
  };
}

function scaled(base: number, left: number, jitter: number): number {
  return Math.floor((base * left * jitter) / 1_000_000);
}

function raised(actual: number, thousandths: number): number {
  return Math.floor((actual * thousandths) / 1000);
}

function columns(kind: "budget" | "actual", it: Amounts): Fields {
  const vehicles = it.bought + it.run;
  return {
    [`${kind}-total`]: hundredths(it.abroad + vehicles + it.hospitality),
    [`${kind}-abroad`]: hundredths(it.abroad),
    [`${kind}-vehicles`]: hundredths(vehicles),
    [`${kind}-vehicles-bought`]: hundredths(it.bought),
    [`${kind}-vehicles-run`]: hundredths(it.run),
    [`${kind}-hospitality`]: hundredths(it.hospitality),
  };
}

function fleetOf(unit: Department, year: number): number {
  return Math.max(1, randomOf("fleet", unit).between(2, 9) - Math.floor((year - 2016) / 2));
}
