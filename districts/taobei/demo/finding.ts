import type { Action } from "huimou";
import { departments } from "../departments.ts";
import { type Acts, actsOf } from "./acts.ts";
import { after, daysBetween, lastDay, workdayAfter } from "./days.ts";
import { district } from "./places.ts";
import { type Random, randomOf } from "./random.ts";

/** Rounds of inspection and audit with the problems that each fed back: made up. */
const rounds = [
  ["2017", "A", "district-inspection", "第一轮巡察", "2017-04-18", 34],
  ["2018", "A", "district-inspection", "第二轮巡察", "2018-05-22", 41],
  ["2018", "B", "audit", "2017年度预算执行审计", "2018-08-14", 19],
  ["2019", "A", "city-inspection", "市委巡察反馈", "2019-06-11", 28],
  ["2019", "B", "audit", "2018年度预算执行审计", "2019-08-20", 17],
  ["2020", "A", "district-inspection", "第三轮巡察", "2020-06-16", 37],
  ["2020", "B", "audit", "2019年度预算执行审计", "2020-08-18", 16],
  ["2021", "A", "district-inspection", "第四轮巡察", "2021-05-18", 30],
] as const;

const classes = { duty: 24, money: 28, conduct: 18, "party-building": 16, livelihood: 14 };
const measures = ["完善制度，逐项对照整改", "清退资金，补办手续", "开展专项治理", "集中培训，健全台账"];
const units = Object.keys(departments);

/** Problems found and mended, alike at any scale. */
export function* findings(): Generator<Action> {
  for (const [year, letter, origin, round, fed, count] of rounds)
    for (let i = 1; i <= count; i++) {
      const key = `ZG-${year}-${letter}-${String(i).padStart(3, "0")}`;
      yield* finding(key, { origin, round, fed });
    }
}

interface Round {
  readonly origin: string;
  readonly round: string;
  readonly fed: string;
}

function* finding(key: string, { origin, round, fed }: Round): Generator<Action> {
  const random = randomOf("finding", key);
  const office = actsOf("finding", key, "区委巡察办·督查科");
  yield office.open(fed, { area: district, origin, round, class: random.weighted(classes), fed });
  let day = workdayAfter(fed, random.between(1, 4));
  const first = random.pick(units);
  yield office.advance(day, "offered", { "offered-to": first });
  const unit = actsOf("finding", key, `${departments[first as keyof typeof departments].zh}·整改专班`);
  day = workdayAfter(day, random.between(1, 3));
  if (random.chance(9)) {
    const ground = random.weighted({ "not-its-duty": 6, "several-units": 3, "facts-differ": 1 });
    yield unit.advance(day, "returned", {
      "return-grounds": ground,
      "return-clause": "本单位“三定”规定主要职责条款（示例）",
    });
    day = workdayAfter(day, 1);
    yield office.advance(day, "offered", { "offered-to": random.pick(units.filter((it) => it !== first)) });
    day = workdayAfter(day, random.between(1, 3));
  }
  yield unit.advance(day, "taken");
  yield* mending(random, unit, office, day, fed);
}

function* mending(random: Random, unit: Acts, office: Acts, taken: string, fed: string): Generator<Action> {
  const planned = workdayAfter(taken, random.between(6, 14));
  const due = after(fed, random.pick([90, 120, 180, 180]));
  yield unit.advance(planned, "planned", { measures: random.pick(measures), due });
  let day = workdayAfter(planned, random.between(2, 12));
  yield unit.advance(day, "working");
  const reported = workdayAfter(fed, random.chance(94) ? random.between(48, 60) : random.between(66, 90));
  if (reported < lastDay) yield unit.amend(reported, { reported }, "报送整改情况");
  day = workdayAfter(
    random.chance(93) ? after(due, -random.between(3, 60)) : after(due, random.between(5, 50)),
    0,
  );
  if (day <= reported) day = workdayAfter(reported, random.between(1, 10));
  if (daysBetween(day, lastDay) < 40) return;
  const evidence = `ZZ-${fed.slice(0, 4)}-${random.between(1000, 9999)}`;
  if (random.chance(6)) {
    yield unit.advance(day, "long-term", { evidence }, "需要常抓不懈，转为长期坚持");
    return;
  }
  yield unit.advance(day, "done", { evidence });
  if (random.chance(7)) {
    day = workdayAfter(day, random.between(4, 8));
    yield office.advance(day, "working", undefined, "佐证不足，退回补充整改");
    day = workdayAfter(day, random.between(5, 9));
    yield unit.advance(day, "done", { evidence: `${evidence}-2` });
  }
  day = workdayAfter(day, random.between(3, 9));
  yield office.advance(day, "accepted", {
    "accepted-office": day,
    "accepted-group": day,
    "accepted-unit": day,
  });
  day = workdayAfter(day, random.between(1, 4));
  yield office.advance(day, "closed", random.chance(70) ? { published: day } : undefined);
}
