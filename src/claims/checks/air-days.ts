import type { Claim } from "../relate.ts";
import { isLevel } from "./groups.ts";

/** The days of a sentence by class of air: 优, 良, 优良, 轻度污染, 中度及以上污染, 污染. Null where a class is told twice. */
export function airDaysOf(claims: readonly Claim[]): ReadonlyMap<string, Claim> | null {
  const classes = new Map<string, Claim>();
  for (const claim of claims) {
    const { unit, approximation, value } = claim.quantity;
    if (unit !== "天" || approximation !== null || !value.isInteger()) continue;
    const name = CLASS.exec(claim.before)?.[1];
    if (name === undefined) continue;
    const known = SAME[name] ?? name;
    // 由286天增加到321天, 去年优良318天: of two years
    if (classes.has(known) || !isLevel(claim) || /[由从][^,，;]*$/.test(claim.before)) return null;
    classes.set(known, claim);
  }
  return classes;
}

const CLASS =
  /(优良|达标|优|良好?|[轻中重]度(?:及以上)?污染|严重污染|污染|超标)(?:等?级|天气)?(?:的?天数|日数)?(?:为|达到?|有|共|是)*$/;
const SAME: Readonly<Record<string, string>> = {
  达标: "优良",
  良好: "良",
  超标: "污染",
  轻度及以上污染: "污染",
};

/** Days of good air, of which none is told twice: 优良, or 优 and 良. */
export function goodDays(classes: ReadonlyMap<string, Claim>): Claim[] {
  const both = classes.get("优良");
  return both === undefined ? ["优", "良"].flatMap((name) => classes.get(name) ?? []) : [both];
}

/** Days of polluted air, of which none is told twice: all at once, or by class; 中度及以上 holds those above it. */
export function pollutedDays(classes: ReadonlyMap<string, Claim>): Claim[] {
  const all = classes.get("污染");
  if (all !== undefined) return [all];
  const found: Claim[] = [];
  for (const grade of ["轻度", "中度", "重度"]) {
    const above = classes.get(`${grade}及以上污染`);
    if (above !== undefined) return [...found, above];
    found.push(...[classes.get(`${grade}污染`) ?? []].flat());
  }
  return [...found, ...[classes.get("严重污染") ?? []].flat()];
}
