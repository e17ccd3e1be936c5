import type { Action } from "huimou";
import { actsOf } from "./acts.ts";
import { months, workdayAfter } from "./days.ts";
import { partsOf } from "./parts.ts";
import { district, townships } from "./places.ts";
import { type Random, randomOf } from "./random.ts";

/** The article's meetings on the campaign: 12 and 6 as printed, 63 for 60余, 24 for 20余. */
const antiCrime = { "standing-committee": 12, "leading-group": 6, special: 63, "field-study": 24 } as const;

const attendance: Readonly<Record<string, readonly [number, number]>> = {
  "standing-committee": [9, 16],
  "leading-group": [12, 30],
  special: [10, 80],
  "field-study": [4, 14],
};

/** Meetings and field studies: the campaign's own at any scale, the others told in `scale` parts. */
export function* meetings(scale: number): Generator<Action> {
  const serials = new Map<string, number>();
  const keyIn = (year: string) => {
    const serial = (serials.get(year) ?? 0) + 1;
    serials.set(year, serial);
    return `HY-${year}-${String(serial).padStart(4, "0")}`;
  };
  for (const [kind, count] of Object.entries(antiCrime)) {
    const random = randomOf("meeting", "anti-crime", kind);
    const days = Array.from({ length: count }, () => workdayAfter("2018-01-22", random.between(0, 1350)));
    for (const day of days.sort()) {
      const key = keyIn(day.slice(0, 4));
      const area = kind === "field-study" ? random.pick(townships).code : district;
      const acts = actsOf("meeting", key, "区委办公室·会务");
      yield acts.open(workdayAfter(day, -7), { kind, topic: "anti-crime", area, scheduled: day });
      yield acts.advance(day, "held", { attendance: peopleOf(random, kind) });
    }
  }
  for (const month of months("2016-10", "2021-10"))
    for (const area of [district, ...townships.map((it) => it.code)]) {
      const random = randomOf("meeting", month, area);
      const kinds = area === district ? { "standing-committee": 1 } : { special: 2, "field-study": 1 };
      const fields = { kind: random.weighted(kinds), topic: topicIn(random, month), area };
      const day = workdayAfter(`${month}-08`, random.between(0, 16));
      const base = keyIn(month.slice(0, 4));
      const state = random.weighted({ held: 970, cancelled: 20, moved: 10 });
      const people = peopleOf(random, fields.kind);
      for (const part of partsOf(scale)) {
        const acts = actsOf("meeting", part.key(base), "区委办公室·会务");
        yield acts.open(workdayAfter(day, -7), { ...fields, scheduled: day });
        if (state === "cancelled") {
          yield acts.advance(workdayAfter(day, -3), "cancelled", undefined, "与上级会议冲突，不再召开");
          continue;
        }
        const held = state === "moved" ? workdayAfter(day, 3) : day;
        if (state === "moved" && part.first)
          yield acts.amend(workdayAfter(day, -2), { scheduled: held }, "主要负责同志参加防汛调度，改期");
        yield acts.advance(held, "held", { attendance: part.of(people) });
      }
    }
}

function topicIn(random: Random, month: string): string {
  const epidemic = month >= "2020-01" ? 5 : 0;
  const poverty = month <= "2020-12" ? 4 : 1;
  return random.weighted({ livelihood: 5, "clean-government": 3, poverty, safety: 3, epidemic });
}

function peopleOf(random: Random, kind: string): number {
  const [low, high] = attendance[kind] ?? [1, 1];
  return random.between(low, high);
}
