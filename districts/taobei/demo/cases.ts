import type { Action } from "huimou";
import { actsOf, type Fields } from "./acts.ts";
import { after, lastDay } from "./days.ts";
import { district } from "./places.ts";
import { type Random, randomOf } from "./random.ts";

const chain = ["health-bureau", "government", "city", "province"] as const;

/**
 * The daily reports since the first case in the province, alike at any scale: nobody confirmed, nobody suspected, as
 * the article has it. The signs that were looked into and ruled out the next day are made up.
 */
export function* cases(): Generator<Action> {
  let open = 0;
  for (let day = "2020-01-23"; ; day = after(day, 1)) {
    const random = randomOf("cases", day);
    const cleared = open;
    open = day < lastDay && random.chance(day < "2020-04-01" ? 30 : 4) ? random.between(1, 3) : 0;
    const acts = actsOf("cases", `YQ-${day.replaceAll("-", "")}`, "区疾控中心·值班室");
    yield acts.open(day, {
      area: district,
      day,
      confirmed: 0,
      suspected: 0,
      signs: open,
      cleared,
      ...(open > 0 && told(random, day)),
    });
    if (day === lastDay) return;
  }
}

/** When a sign was found and each level was told: within two hours, but for a slip now and then. */
function told(random: Random, day: string): Fields {
  let minute = random.between(7 * 60, 12 * 60);
  const at = () =>
    `${day}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const times: Record<string, string> = { found: at() };
  for (const step of chain) {
    minute += random.chance(97) ? random.between(12, 115) : random.between(125, 170);
    times[step] = at();
  }
  return times;
}
