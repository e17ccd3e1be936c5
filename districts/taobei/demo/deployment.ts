import type { Action } from "huimou";
import { actsOf } from "./acts.ts";
import { after } from "./days.ts";
import { split } from "./parts.ts";
import { district, townships } from "./places.ts";
import { randomOf } from "./random.ts";

/** The article's 39 medical staff sent to Hubei and within Jilin; how they divide is made up. */
const medical = [
  ["hubei", 8, "2020-01-28", "2020-03-18"],
  ["hubei", 6, "2020-02-14", "2020-03-31"],
  ["jilin", 14, "2020-05-14", "2020-06-09"],
  ["jilin", 11, "2021-01-18", "2021-02-10"],
] as const;

/** 一万余名: made up within the article's words. */
const members = 12_460;
const volunteers = 3_280;

/** Teams sent in the epidemic, alike at any scale. */
export function* deployments(): Generator<Action> {
  let number = 0;
  const team = (actor: string) => actsOf("deployment", `PQ-2020-${String(++number).padStart(4, "0")}`, actor);
  for (const [destination, persons, called, back] of medical) {
    const acts = team("区卫生健康局·医政科");
    yield acts.open(called, { area: district, purpose: "medical-aid", destination, role: "medical", called });
    yield acts.advance(after(called, 1), "serving", { persons });
    yield acts.advance(back, "returned", { back: persons });
  }
  const random = randomOf("deployment");
  const weights = townships.map(() => random.between(6, 20));
  for (const [role, total] of [
    ["party-member", members],
    ["volunteer", volunteers],
  ] as const) {
    const shares = split(total, weights);
    for (const [i, { code }] of townships.entries()) {
      const acts = team("区委组织部·基层办");
      const called = after("2020-01-26", random.between(0, 6));
      yield acts.open(called, {
        area: code,
        purpose: "frontline",
        destination: "district",
        role,
        called,
      });
      const persons = shares[i] as number;
      yield acts.advance(after(called, random.between(0, 2)), "serving", { persons });
      yield acts.advance(after("2020-04-08", random.between(0, 20)), "returned", { back: persons });
    }
  }
  const acts = team("区应急管理局·救援科");
  yield acts.open("2021-07-20", {
    area: district,
    purpose: "flood",
    destination: "jilin",
    role: "volunteer",
    called: "2021-07-20",
  });
  yield acts.advance("2021-07-21", "cancelled", undefined, "汛情缓解，不再派出");
}
