import type { Action } from "huimou";
import { actsOf, type Fields } from "./acts.ts";
import { after, daysBetween, workdayAfter } from "./days.ts";
import { townships } from "./places.ts";
import { type Random, randomOf } from "./random.ts";

/**
 * Leads received in each year: 611, the article's figure. The last 16 of them stay under verification, as the
 * article has it, because only 595 endings are dealt out.
 */
const received = { 2018: 205, 2019: 231, 2020: 107, 2021: 68 } as const;
/** How 595 ended; 85 not ours is the article's figure, the others are made up. */
const outcomes = { verified: 118, partly: 47, unfounded: 304, "not-ours": 85, merged: 41 } as const;
/** The article's results. The group, its case and its protector belong to one lead. */
const results = { suspects: 122, solved: 81, groupSuspects: 23, groupSolved: 14 } as const;

const sources = {
  "central-supervision": 9,
  "national-platform": 12,
  "provincial-supervision": 11,
  "city-office": 24,
  hotline: 38,
  mail: 21,
  member: 30,
  custody: 5,
  patrol: 17,
};
const elsewhere = ["市公安局", "洮南市扫黑办", "镇赉县扫黑办", "白城经济开发区公安分局", "市中级人民法院"];
const desk = "区扫黑办·线索登记岗";
const checkers = "区扫黑办·线索核查组";

/**
 * The leads, alike at any scale: 611 received, 595 closed, 16 under verification, 85 not ours, and the
 * article's results. A few double registrations are withdrawn and a few leads reopened.
 */
export function* leads(): Generator<Action> {
  const random = randomOf("leads");
  const ends = endings(random);
  let number = 0;
  for (const [year, count] of Object.entries(received)) {
    const span = year === "2021" ? 285 : 345;
    const days = Array.from({ length: count }, () => workdayAfter(`${year}-01-08`, random.between(0, span)));
    let serial = 0;
    for (const day of days.sort()) {
      yield* lead(keyOf(year, ++serial), day, ends[number]);
      if (number % 97 === 60) yield* double(keyOf(year, ++serial), day);
      number++;
    }
  }
}

function keyOf(year: string, serial: number): string {
  return `XS-${year}-${String(serial).padStart(4, "0")}`;
}

/** What closed each lead, in the order of receipt; nothing for those still under verification. */
function endings(random: Random): readonly Fields[] {
  const ends = random.shuffled(
    Object.entries(outcomes).flatMap(([outcome, count]) => Array.from({ length: count }, () => outcome)),
  );
  const verified = ends.flatMap((outcome, i) => (outcome === "verified" ? [i] : []));
  const [group, ...others] = random.shuffled(verified);
  const suspects = new Map<number, number>([[group as number, results.groupSuspects]]);
  const solved = new Map<number, number>([[group as number, results.groupSolved]]);
  const scatter = (total: number, into: Map<number, number>) => {
    for (let i = 0; i < total; i++) {
      const at = random.pick(others);
      into.set(at, (into.get(at) ?? 0) + 1);
    }
  };
  scatter(results.suspects - results.groupSuspects, suspects);
  scatter(results.solved - results.groupSolved, solved);
  return ends.map((outcome, i) => ({
    outcome,
    ...(outcome === "verified" ? { suspects: suspects.get(i) ?? 0, solved: solved.get(i) ?? 0 } : {}),
    ...(i === group ? { groups: 1, cases: 1, protectors: 1 } : {}),
  }));
}

function* lead(key: string, day: string, ending: Fields | undefined): Generator<Action> {
  const random = randomOf("lead", key);
  const named = random.chance(38);
  const important = random.chance(15);
  const notOurs = ending?.outcome === "not-ours";
  const acts = actsOf("lead", key, desk);
  const checking = actsOf("lead", key, checkers);
  yield acts.open(day, opening(random, day, named, important, notOurs));
  const offered = workdayAfter(day, random.between(1, 2));
  const unit = notOurs
    ? "anti-crime-office"
    : random.weighted({ police: 60, discipline: 8, township: 12, "anti-crime-office": 20 });
  yield acts.advance(offered, "offered", { "offered-to": unit });
  let started = workdayAfter(offered, random.between(1, 3));
  if (random.chance(5)) {
    yield checking.advance(started, "returned", {
      "return-grounds": random.weighted({ "not-its-duty": 6, recusal: 1, incomplete: 3 }),
      "return-clause": "线索管辖分工第三条（示例）",
    });
    yield acts.advance(workdayAfter(started, 1), "offered", { "offered-to": "anti-crime-office" });
    started = workdayAfter(started, random.between(2, 3));
  }
  const contacted =
    named && random.chance(92) ? { contacted: workdayAfter(started, random.between(0, 12)) } : {};
  yield checking.advance(started, "verifying", contacted);
  if (ending === undefined) return;
  const closed = workdayAfter(started, notOurs ? random.between(9, 24) : random.between(12, 95));
  const due = dueOf(day);
  if (closed > due && random.chance(70) && closed <= after(due, 29))
    yield checking.amend(after(due, -3), { extended: after(due, 29) }, "案情复杂，经批准延期一次");
  const handed = workdayAfter(started, random.between(1, 4));
  yield checking.advance(closed, "closed", {
    ...ending,
    ...(important && !notOurs ? consultation(random, started) : {}),
    ...(notOurs
      ? { transferredTo: random.pick(elsewhere), transferred: handed, acknowledged: workdayAfter(handed, 3) }
      : {}),
  });
  const again = random.chance(1) && daysBetween(closed, "2021-06-30") > 0;
  if (again) {
    const reopened = workdayAfter(closed, random.between(20, 60));
    yield checking.advance(reopened, "verifying", undefined, "举报人提供新证据，重新核查");
    yield checking.advance(workdayAfter(reopened, random.between(15, 50)), "closed", {
      outcome: ending.outcome ?? null,
    });
  }
  if (named && !again && random.chance(95)) {
    const told = workdayAfter(closed, random.between(1, 14));
    if (told > closed) yield checking.amend(told, { feedback: told }, "向举报人反馈查结结果");
  }
}

function opening(random: Random, day: string, named: boolean, important: boolean, notOurs: boolean): Fields {
  const handler = (group: string) => `${group}${String(random.between(1, 40)).padStart(3, "0")}`;
  return {
    received: day,
    area: random.pick(townships).code,
    source: random.weighted(sources),
    named,
    jurisdiction: notOurs ? "other" : "own",
    importance: important ? "important" : "ordinary",
    firstHandler: handler("A"),
    secondHandler: handler("B"),
  };
}

function consultation(random: Random, started: string): Fields {
  return {
    consulted: workdayAfter(started, random.between(2, 9)),
    "consulted-units": random.between(3, 7),
    "consultation-outcome": random.weighted({ "own-check": 5, "joint-check": 4, "passed-on": 1 }),
  };
}

/** The last day of the ninety that the register allows: on a rest day, the working day after it. */
function dueOf(received: string): string {
  return workdayAfter(received, 90);
}
/** The same lead registered twice, and withdrawn. */
function* double(key: string, day: string): Generator<Action> {
  const random = randomOf("lead", key);
  const acts = actsOf("lead", key, desk);
  yield acts.open(day, opening(random, day, false, false, false));
  yield acts.withdraw(workdayAfter(day, 1), "重复登记，并入原线索");
}
