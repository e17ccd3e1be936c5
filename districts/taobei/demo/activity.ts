import type { Action } from "huimou";
import { actsOf } from "./acts.ts";
import { after, daysBetween, lastDay, months, workdayAfter } from "./days.ts";
import { type Part, partsOf } from "./parts.ts";
import { townships, villages } from "./places.ts";
import { type Random, randomOf } from "./random.ts";

/** Activities of the campaign against organised crime, by channel: made up. */
const antiCrime = { press: 24, social: 61, online: 33, theory: 20, art: 18 } as const;

const channels = { press: 8, social: 42, online: 16, theory: 14, art: 20 };
const most: Readonly<Record<string, number>> = { press: 420, social: 160, online: 520, theory: 60, art: 240 };

/**
 * Publicity activities: those against organised crime alike at any scale, those that every village holds
 * every other month in `scale` parts.
 */
export function* activities(scale: number): Generator<Action> {
  yield* campaign();
  const parts = partsOf(scale);
  for (const [m, month] of [...months("2016-10", "2021-10")].entries())
    for (const [v, village] of villages.entries()) {
      if ((m + v) % 2 === 1) continue;
      const random = randomOf("activity", month, village.code);
      const channel = random.weighted(channels);
      const fields = { topic: topicIn(random, month), channel, area: village.code };
      const plan = planOf(random, month);
      for (const part of parts)
        yield* activity(part.key(`XC-${month.replace("-", "")}-${village.code}`), fields, plan, part);
    }
}

function* campaign(): Generator<Action> {
  const [whole] = partsOf(1);
  const random = randomOf("activity", "anti-crime");
  const all = Object.entries(antiCrime).flatMap(([channel, count]) =>
    Array.from({ length: count }, () => ({
      channel,
      day: workdayAfter("2018-02-26", random.between(0, 1290)),
    })),
  );
  for (const [i, { channel, day }] of all.entries()) {
    const area = random.pick(townships).code;
    const key = `XC-${day.slice(0, 7).replace("-", "")}-${area}-${i + 1}`;
    const reached = random.between(20, most[channel] ?? 0);
    const plan: Plan = { planned: workdayAfter(day, -9), day, state: "done", reached, material: reached };
    yield* activity(key, { topic: "anti-crime", channel, area }, plan, whole as Part);
  }
}

interface Plan {
  readonly planned: string;
  readonly day: string;
  readonly state: "done" | "cancelled";
  readonly reached: number;
  readonly material: number;
}

function planOf(random: Random, month: string): Plan {
  const planned = workdayAfter(`${month}-01`, random.between(0, 8));
  const day = after(planned, random.between(2, 12));
  const cancelled = random.chance(month >= "2020-02" && month <= "2020-04" ? 22 : 1);
  const reached = random.between(12, 130);
  return {
    planned,
    day,
    state: cancelled ? "cancelled" : "done",
    reached,
    material: Math.floor((reached * random.between(40, 130)) / 100),
  };
}

function* activity(
  key: string,
  fields: { readonly topic: string; readonly channel: string; readonly area: string },
  { planned, day, state, reached, material }: Plan,
  part: Part,
): Generator<Action> {
  const acts = actsOf("activity", key, "村（社区）·宣传委员");
  yield acts.open(planned, { ...fields, scheduled: day });
  if (state === "cancelled")
    yield acts.advance(
      day,
      "cancelled",
      undefined,
      day < "2020-05-01" && day > "2020-01-31" ? "疫情防控，暂停聚集活动" : "天气原因取消",
    );
  else if (daysBetween(day, lastDay) > 13)
    yield acts.advance(day, "done", { reached: part.of(reached), material: part.of(material) });
}

function topicIn(random: Random, month: string): string {
  const vaccination = month >= "2021-02" ? 12 : 0;
  return random.weighted({ law: 9, culture: 10, health: month >= "2020-01" ? 10 : 6, vaccination });
}
