import type { Action } from "huimou";
import { type Acts, actsOf } from "./acts.ts";
import { after, workdayAfter } from "./days.ts";
import { type Part, partsOf } from "./parts.ts";
import { district, residentsOf, rural, townships, villages } from "./places.ts";
import { randomOf } from "./random.ts";

/** One value of a return before it is told in actions. */
interface Value {
  readonly item: string;
  readonly area: string;
  /** `2019` or `2021Q2` */
  readonly period: string;
  readonly value: string;
  readonly measured: "yuan" | "person" | "percent";
  readonly basis: string;
  readonly document: string;
  /** the value before it was corrected, and why */
  readonly before?: { readonly value: string; readonly reason: string };
}

/** Made-up incomes per head, whole yuan. */
const incomes = {
  "income-urban": { 2016: 22816, 2017: 24367, 2018: 25951, 2019: 27638, 2020: 28550 },
  "income-rural": { 2016: 9874, 2017: 10525, 2018: 11262, 2019: 12186, 2020: 13051 },
} as const;

const years = ["2016", "2017", "2018", "2019", "2020"] as const;

/**
 * The statistical returns. Means, rates and denominators are told once at any scale, counts of persons by
 * village or township in `scale` parts that add up to the same.
 */
export function* returns(scale: number): Generator<Action> {
  for (const [item, values] of Object.entries(incomes))
    for (const [year, value] of Object.entries(values)) yield* told(income(item, year, value), year, only);
  yield* told(awareness, "2021", only);
  for (const township of townships) yield* told(denominator(township.code), "2021", only);
  const parts = partsOf(scale);
  for (const year of years)
    for (const part of parts) {
      for (const village of villages) {
        yield* told(
          persons("population", village.code, year, residentsIn(village.code, year), part),
          year,
          part,
        );
        yield* told(persons("insured", village.code, year, insuredIn(village.code, year), part), year, part);
      }
      for (const village of rural)
        yield* told(
          persons("labour-transferred", village.code, year, labourIn(village.code, year), part),
          year,
          part,
        );
    }
  for (const quarter of quarters())
    for (const township of townships)
      for (const part of parts)
        yield* told(
          persons("new-jobs", township.code, quarter, jobsIn(township.code, quarter), part),
          quarter,
          part,
        );
}

const only = partsOf(1)[0] as Part;

function* told(it: Value, period: string, part: Part): Generator<Action> {
  const [begin, end] = boundsOf(it);
  const random = randomOf("return", it.item, it.area, period);
  const desk = actsOf("return", part.key(`TJ-${it.item}-${it.area}-${it.period}`), "报送单位·统计岗");
  const review = actsOf("return", part.key(`TJ-${it.item}-${it.area}-${it.period}`), "区统计局·审核岗");
  const { item, area, value, measured, basis, document, before } = it;
  const submitted = workdayAfter(end, random.between(6, 16));
  yield desk.open(submitted, {
    item,
    area,
    begin,
    end,
    value: before?.value ?? value,
    measured,
    basis,
    document,
  });
  const reviewed = workdayAfter(submitted, random.between(2, 12));
  yield review.advance(reviewed, "reviewed");
  // the values of the running year stay provisional
  if (end > "2021-01-01") return;
  const final = workdayAfter(reviewed, random.between(40, 120));
  yield review.advance(final, "final");
  if (before !== undefined) yield* revised(review, after(final, 150), value, before.reason);
}

function* revised(review: Acts, at: string, value: string, reason: string): Generator<Action> {
  yield review.advance(workdayAfter(at, 0), "revised", { value }, reason);
}

function boundsOf({ item, period }: Value): readonly [string, string] {
  if (item === "population-12") return ["2021-07-31", "2021-07-31"];
  if (item === "awareness") return ["2021-06-01", "2021-06-30"];
  const year = period.slice(0, 4);
  switch (period.slice(4)) {
    case "":
      return [`${year}-01-01`, `${year}-12-31`];
    case "Q1":
      return [`${year}-01-01`, `${year}-03-31`];
    case "Q2":
      return [`${year}-04-01`, `${year}-06-30`];
    case "Q3":
      return [`${year}-07-01`, `${year}-09-30`];
    case "Q4":
      return [`${year}-10-01`, `${year}-12-31`];
    default:
      throw new Error(`no period of a return: ${period}`);
  }
}

function income(item: string, year: string, value: number): Value {
  const correction =
    item === "income-rural" && year === "2018"
      ? { before: { value: "11249", reason: "住户调查样本轮换后按可比口径修订" } }
      : {};
  return {
    item,
    area: district,
    period: year,
    value: String(value),
    measured: "yuan",
    basis: "常住地口径，城乡住户一体化调查",
    document: `演示数据：${year}年城乡住户收支调查年报`,
    ...correction,
  };
}

const awareness: Value = {
  item: "awareness",
  area: district,
  period: "2021",
  value: "91.6",
  measured: "percent",
  basis: "抽样调查，样本1200人（示例）",
  document: "演示数据：2021年疫苗接种知晓率调查",
};

function denominator(township: string): Value {
  return {
    item: "population-12",
    area: township,
    period: "2021",
    value: String(aged12In(township)),
    measured: "person",
    basis: "2021年7月31日摸底的12周岁及以上常住人口",
    document: "演示数据：疫苗接种人群摸底表",
  };
}

function persons(item: string, area: string, period: string, value: number, part: Part): Value {
  const random = randomOf("return", "correction", item, area, period);
  const corrected = item === "labour-transferred" && random.chance(1);
  const before = String(part.of(value) + part.of(random.between(20, 60)));
  return {
    item,
    area,
    period,
    value: String(part.of(value)),
    measured: "person",
    basis: bases[item] ?? "",
    document: `演示数据：${period.slice(0, 4)}年基层统计台账`,
    ...(corrected && { before: { value: before, reason: "与村级台账核对，剔除重复人员" } }),
  };
}

const bases: Readonly<Record<string, string>> = {
  population: "常住口径",
  insured: "本年缴费参保人数",
  "labour-transferred": "人数，全年累计从业六个月以上",
  "new-jobs": "累计新就业减自然减员",
};

/** Residents of a village-level unit: a town grows a little, a village shrinks. */
function residentsIn(village: string, year: string): number {
  const area = villages.find((it) => it.code === village);
  if (area === undefined) throw new Error(`no village ${village}`);
  const drift = area.type === "community" ? 4 : -9;
  const base = residentsOf(area);
  return base + Math.floor((base * drift * (Number(year) - 2016)) / 1000);
}

function insuredIn(village: string, year: string): number {
  const rate = 930 + 8 * (Number(year) - 2016) + randomOf("insured", village, year).between(-8, 8);
  return Math.floor((residentsIn(village, year) * rate) / 1000);
}

function labourIn(village: string, year: string): number {
  const rate = 205 + 6 * (Number(year) - 2016) + randomOf("labour", village, year).between(-12, 12);
  return Math.floor((residentsIn(village, year) * rate) / 1000);
}

/** New urban jobs of a township in a quarter: fewer in the first quarter of 2020. */
function jobsIn(township: string, quarter: string): number {
  const random = randomOf("jobs", township, quarter);
  const town = township.slice(6, 7) === "0";
  const jobs = town ? random.between(78, 130) : random.between(14, 34);
  return quarter === "2020Q1" ? Math.floor(jobs / 3) : jobs;
}

/** Residents aged 12 and over of a township at the end of July 2021. */
export function aged12In(township: string): number {
  const residents = villages
    .filter((it) => it.parent === township)
    .reduce((sum, it) => sum + residentsIn(it.code, "2020"), 0);
  return Math.floor((residents * 896) / 1000);
}

/** The quarters whose returns are in: the last of 2016 to the third of 2021. */
function quarters(): string[] {
  const all = ["2016", "2017", "2018", "2019", "2020", "2021"].flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`),
  );
  return all.slice(all.indexOf("2016Q4"), all.indexOf("2021Q3") + 1);
}
