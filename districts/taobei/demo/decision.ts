import type { Action } from "huimou";
import { actsOf, type Fields } from "./acts.ts";
import { after, daysBetween, lastDay, months, workdayAfter } from "./days.ts";
import { district } from "./places.ts";
import { type Random, randomOf } from "./random.ts";

const classes = { matter: 24, personnel: 22, project: 30, money: 24 };

/** Major decisions, four a month, alike at any scale: made up. */
export function* decisions(): Generator<Action> {
  const serials = new Map<string, number>();
  for (const month of months("2016-10", "2021-09"))
    for (let i = 0; i < 4; i++) {
      const year = month.slice(0, 4);
      const serial = (serials.get(year) ?? 0) + 1;
      serials.set(year, serial);
      yield* decision(`JC-${year}-${String(serial).padStart(3, "0")}`, workdayAfter(`${month}-01`, i * 5));
    }
}

function* decision(key: string, proposed: string): Generator<Action> {
  const random = randomOf("decision", key);
  const kind = random.weighted(classes);
  const acts = actsOf("decision", key, "区政府办公室·决策科");
  yield acts.open(proposed, { area: district, class: kind, proposed });
  if (random.chance(3)) {
    yield acts.advance(workdayAfter(proposed, 5), "dropped", undefined, "论证不充分，撤回");
    return;
  }
  let day = workdayAfter(proposed, random.between(2, 6));
  if (kind === "matter" || kind === "project") {
    yield acts.advance(day, "comment");
    const short = random.chance(8);
    const heard = workdayAfter(day, random.between(6, 14));
    day = workdayAfter(day, short ? random.between(11, 20) : random.between(31, 40));
    if (daysBetween(day, lastDay) < 30) return;
    yield acts.advance(day, "review", {
      experts: heard,
      risk: heard,
      ...(short && { "comment-short": "防汛、防疫等紧急需要，经批准缩短（示例）" }),
    });
  } else yield acts.advance(day, "review");
  const legality = workdayAfter(day, random.between(9, 13));
  day = workdayAfter(day, random.between(19, 26));
  if (daysBetween(day, lastDay) < 8) return;
  yield acts.advance(day, "decided", {
    ...votes(random, kind),
    legality,
    party: legality,
    "head-last": true,
  });
  if (kind === "personnel") return;
  const published = workdayAfter(day, random.chance(94) ? random.between(3, 18) : random.between(36, 50));
  if (daysBetween(published, lastDay) < 1) return;
  yield acts.advance(published, "published");
  if (kind === "project" && random.chance(30)) {
    const evaluated = after(published, random.between(360, 420));
    if (evaluated < lastDay) yield acts.advance(evaluated, "evaluated");
  }
}

function votes(random: Random, kind: string): Fields {
  const entitled = random.between(11, 15);
  const present = kind === "personnel" ? entitled - random.between(0, 2) : entitled - random.between(0, 4);
  const against = random.chance(12) ? random.between(1, 2) : 0;
  const abstained = random.chance(15) ? 1 : 0;
  return {
    entitled,
    present,
    "in-favour": present - against - abstained,
    against,
    abstained,
    dissent: against > 0 || random.chance(10),
  };
}
