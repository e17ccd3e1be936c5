import type { Action } from "huimou";
import assistance from "../registers/assistance/index.ts";
import { type Acts, actsOf, type Fields } from "./acts.ts";
import { after, lastDay, workdayAfter } from "./days.ts";
import { hundredths } from "./parts.ts";
import { nameOf, villages } from "./places.ts";
import { type Random, randomOf } from "./random.ts";

/** Households that applied in each year: made up. */
const applied = { 2016: 130, 2017: 170, 2018: 130, 2019: 110, 2020: 100, 2021: 60 } as const;

/** Households on the minimum living allowance, alike at any scale. Nobody's name: 演示户. 演示数据 */
export function* households(): Generator<Action> {
  for (const [year, count] of Object.entries(applied))
    for (let i = 1; i <= count; i++) yield* household(year, i);
}

interface Case {
  readonly random: Random;
  readonly township: Acts;
  readonly bureau: Acts;
  readonly residence: "urban" | "rural";
  readonly members: number;
  readonly stable: boolean;
}

function* household(year: string, serial: number): Generator<Action> {
  const key = `DB-${year}-${String(serial).padStart(4, "0")}`;
  const random = randomOf("assistance", key);
  const village = random.pick(villages);
  const one: Case = {
    random,
    township: actsOf("assistance", key, `${nameOf(village)}·民政协理员`),
    bureau: actsOf("assistance", key, "区民政局·社会救助科"),
    residence: village.type === "community" ? "urban" : "rural",
    members: random.between(1, 4),
    stable: random.chance(60),
  };
  const relative = random.chance(2);
  const first = year === "2016" ? "2016-10-08" : `${year}-01-04`;
  let day = workdayAfter(first, random.between(0, year === "2016" ? 70 : year === "2021" ? 240 : 330));
  yield one.township.open(day, {
    area: village.code,
    applicant: `演示户${year}${String(serial).padStart(4, "0")}`,
    members: one.members,
    residence: one.residence,
    income: one.stable ? "stable" : "unstable",
    relative,
  });
  day = workdayAfter(day, random.between(0, 2));
  yield one.township.advance(day, "accepted");
  yield* examination(one, day, relative);
}

function* examination(one: Case, accepted: string, relative: boolean): Generator<Action> {
  const { random, township, bureau, members } = one;
  const began = workdayAfter(accepted, random.chance(96) ? random.between(1, 2) : 6);
  let day = workdayAfter(began, 1);
  const eligible = !random.chance(8);
  const perHead = eligible ? random.between(40, 240) : random.between(900, 1600);
  const wages = perHead * members * random.between(20, 60);
  const transfer = perHead * members * 100 - wages;
  if (day >= "2021-10-08") return;
  yield township.advance(day, "surveyed", {
    surveyed: began,
    "first-surveyor": `D${random.between(100, 499)}`,
    "second-surveyor": `D${random.between(500, 899)}`,
    wages: hundredths(wages),
    business: "0.00",
    property: "0.00",
    transfer: hundredths(transfer),
  });
  const asked = day;
  day = workdayAfter(day, random.between(1, 3));
  yield township.advance(day, "checked", { asked, checked: day });
  day = workdayAfter(day, 1);
  yield township.advance(day, "posted");
  const received = workdayAfter(after(day, 8), 0);
  const late = random.chance(3);
  day = workdayAfter(received, late ? random.between(32, 38) : random.between(2, 8));
  if (day >= "2021-10-28") return;
  if (!eligible) {
    const told = workdayAfter(day, random.between(0, 2));
    yield bureau.advance(day, "refused", { received, told }, "家庭人均收入高于低保标准");
    return;
  }
  yield bureau.advance(day, "confirmed", {
    received,
    ...(relative && { visited: received }),
    ...allowance(one, day, wages + transfer),
  });
  yield* payments(one, day, wages + transfer);
}

/** The standard in force on a day and what it gives a household whose income a month is given in hundredths. */
function allowance({ residence, members }: Case, day: string, income: number): Fields {
  const amount = assistance.register.amounts.find((it) => it.id === `standard-${residence}`);
  const standard = amount?.values.find(
    (it) => it.effectiveFrom <= day && (it.effectiveTo === undefined || day <= it.effectiveTo),
  );
  if (standard === undefined) throw new Error(`no standard on ${day}`);
  return { standard: standard.value, benefit: hundredths(Number(standard.value) * 100 * members - income) };
}

/** Payment from the first of the next month, reviews as often as the rule says, and for some an end. */
function* payments(one: Case, confirmed: string, income: number): Generator<Action> {
  const { random, bureau, stable } = one;
  let paid = nextMonth(confirmed);
  if (paid > lastDay) return;
  yield bureau.advance(paid, "in-payment");
  for (;;) {
    const reviewed = workdayAfter(
      after(paid, stable ? random.between(320, 350) : random.between(140, 170)),
      0,
    );
    if (after(reviewed, 40) >= lastDay) return;
    const ending = random.chance(9);
    const raised = allowance(one, reviewed, income);
    yield bureau.advance(reviewed, "reviewed", { outcome: ending ? "lowered" : "unchanged", ...raised });
    if (ending) {
      yield bureau.advance(workdayAfter(reviewed, 3), "ended", undefined, "家庭收入增加，不再符合条件");
      return;
    }
    paid = workdayAfter(reviewed, 1);
    yield bureau.advance(paid, "in-payment");
  }
}

function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${next[0]}-${String(next[1]).padStart(2, "0")}-01`;
}
