import type { Action } from "huimou";
import { actsOf } from "./acts.ts";
import { workdayAfter } from "./days.ts";
import { tenths } from "./parts.ts";
import { townships } from "./places.ts";
import { type Random, randomOf } from "./random.ts";

/** Schools in each township: a primary in every one, a second in the larger, a junior secondary in most. Made up. */
const years = ["2016", "2017", "2018", "2019", "2020", "2021"] as const;

/** The returns of the schools, alike at any scale: means grow and schools draw nearer to each other. 演示数据 */
export function* schools(): Generator<Action> {
  const numbers = { P: 0, J: 0 };
  for (const [i, { code }] of townships.entries()) {
    const random = randomOf("schools", code);
    const letters = ["P", ...(i % 2 === 0 ? ["P"] : []), ...(random.chance(70) ? ["J"] : [])] as (
      | "P"
      | "J"
    )[];
    for (const letter of letters) {
      numbers[letter] += 1;
      yield* school(code, `${letter}${String(numbers[letter]).padStart(3, "0")}`);
    }
  }
}

function* school(area: string, code: string): Generator<Action> {
  const junior = code.startsWith("J");
  const random = randomOf("school", code);
  const size = random.between(junior ? 260 : 180, junior ? 1100 : 1400);
  /** how much better or worse off than the mean, in per cent; shrinks from year to year */
  const off = random.between(-46, 46);
  for (const [at, year] of years.entries()) {
    const begin = `${year}-09-01`;
    const day = year === "2016" ? "2016-10-10" : workdayAfter(begin, random.between(20, 40));
    const acts = actsOf("school", `JY-${year}-${code}`, "区教育局·计财科");
    const yearly = randomOf("school", code, year);
    const pupils = Math.round((size * (100 - at + yearly.between(-3, 3))) / 100);
    yield acts.open(day, {
      area,
      school: code,
      stage: junior ? "junior" : "primary",
      // the first year of the demonstration begins in October
      begin: year === "2016" ? "2016-10-01" : begin,
      pupils,
      ...resourcesOf(yearly, pupils, junior, at, off),
      document: `教育事业统计报表（${year}学年初，演示）`,
    });
    if (year !== "2021") yield acts.advance(workdayAfter(day, yearly.between(5, 40)), "final");
  }
}

function resourcesOf(random: Random, pupils: number, junior: boolean, year: number, off: number) {
  /** per thousand of the mean that this school has of a thing */
  const level = () => 1000 + Math.round((off * 10 * (12 - year)) / 12) + random.between(-140, 140);
  const amountOf = (perThousandPupils: number) =>
    Math.max(1, Math.round((pupils * perThousandPupils * level() * (100 + 4 * year)) / 100_000_000));
  const teachers = amountOf(junior ? 82 : 61);
  const share = (low: number, high: number) => Math.floor((teachers * random.between(low, high)) / 100);
  return {
    "teaching-area": tenths(amountOf(junior ? 52_000 : 44_000)),
    "sports-area": tenths(amountOf(junior ? 98_000 : 74_000)),
    equipment: `${amountOf(junior ? 2_100_000 : 1_600_000)}`,
    computers: amountOf(junior ? 140 : 110),
    books: amountOf(junior ? 32_000 : 21_000),
    teachers,
    "degree-teachers": share(62, 90),
    "senior-teachers": share(40, 66),
  };
}
