import type { Action } from "huimou";
import { actsOf } from "./acts.ts";
import { after, daysBetween, lastDay, workdayAfter } from "./days.ts";
import { nameOf, rural } from "./places.ts";
import { randomOf } from "./random.ts";

/** Households that applied in each year: made up. */
const applied = { 2016: 40, 2017: 190, 2018: 170, 2019: 130, 2020: 70, 2021: 45 } as const;

const until2020 = { registered: 46, "low-income": 28, destitute: 14, disabled: 12 };
const since2021 = { "low-income": 34, destitute: 16, "at-risk": 20, hardship: 6, margin: 14, lifted: 10 };

/** Dilapidated houses, alike at any scale. 演示数据 */
export function* dwellings(): Generator<Action> {
  for (const [year, count] of Object.entries(applied))
    for (let i = 1; i <= count; i++) yield* dwelling(year, `WF-${year}-${String(i).padStart(4, "0")}`);
}

function* dwelling(year: string, key: string): Generator<Action> {
  const random = randomOf("dwelling", key);
  const village = random.pick(rural);
  const acts = actsOf("dwelling", key, `${nameOf(village)}·村级协管员`);
  const bureau = actsOf("dwelling", key, "区住建局·村镇科");
  const first = year === "2016" ? "2016-11-22" : `${year}-02-20`;
  let day = workdayAfter(first, random.between(0, year === "2016" ? 20 : year === "2021" ? 90 : 150));
  const grade = random.chance(62) ? "C" : "D";
  yield acts.open(day, {
    area: village.code,
    applied: day,
    class: random.weighted(year < "2021" ? until2020 : since2021),
    members: random.between(1, 5),
  });
  day = workdayAfter(day, random.between(6, 18));
  if (random.chance(5)) {
    yield bureau.advance(day, "refused", undefined, "鉴定为A级或B级，不属危房");
    return;
  }
  yield bureau.advance(day, "appraised", { grade });
  day = workdayAfter(day, random.between(4, 9));
  yield acts.advance(day, "village");
  day = workdayAfter(day, random.between(3, 8));
  yield acts.advance(day, "township");
  day = workdayAfter(day, random.between(5, 12));
  const approved = grade === "C" ? random.between(60, 200) * 100 : random.between(258, 350) * 100;
  yield bureau.advance(day, "approved", {
    way: grade === "C" ? "repair" : "rebuild",
    approved: `${approved}`,
  });
  day = workdayAfter(day, random.between(4, 15));
  yield acts.advance(day, "building");
  day = after(day, grade === "C" ? random.between(20, 50) : random.between(60, 120));
  if (daysBetween(day, lastDay) < 45) return;
  day = workdayAfter(day, 0);
  yield bureau.advance(day, "accepted", { acceptance: `YS-${key.slice(3)}` });
  day = workdayAfter(day, random.chance(96) ? random.between(6, 26) : random.between(34, 42));
  const paid = random.chance(4) ? approved - random.between(1, 10) * 100 : approved;
  yield bureau.advance(day, "paid", { paid: `${paid}` });
}
