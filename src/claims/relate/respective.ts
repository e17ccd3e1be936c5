import type { Claim } from "../relate.ts";
import { isChange } from "./counted.ts";
import { SHARE } from "./modifiers.ts";
import { headOf, phraseOf } from "./noun-phrase.ts";

/**
 * Things of numbers that are told one after the other of things that are: 猪肉、牛肉产量分别为4.12万吨、0.93万吨;
 * A…、B…,分别占25%、75%. The first is the first's, the second the second's.
 */
export function respectiveThings(
  text: string,
  claims: readonly Claim[],
  things: readonly string[],
): string[] {
  const told = [...things];
  for (const [at, first] of claims.entries()) {
    if (!RESPECTIVELY.test(first.before)) continue;
    let count = 1;
    while (isNext(text, claims[at + count - 1], claims[at + count])) count += 1;
    if (count < 2) continue;
    const names = listedNames(text, first, count) ?? levelsBefore(claims, told, at, count) ?? [];
    told.splice(at, names.length, ...names);
  }
  return told;
}

const RESPECTIVELY = /(?:分别|依次|构成比|占比|比重)[^,、;]{0,8}$|各[为是]$/;

function isNext(text: string, one: Claim | undefined, next: Claim | undefined): boolean {
  if (one === undefined || next === undefined || one.quantity.unit !== next.quantity.unit) return false;
  return /^[、,和与及]{1,2}$/.test(text.slice(one.quantity.end, next.quantity.start));
}

/** The names of a list before 分别, where it has as many. */
function listedNames(text: string, first: Claim, count: number): readonly string[] | null {
  const head = text.slice(Math.max(0, first.quantity.start - 80), first.quantity.start);
  const clause = /[^,;:。\n]*$/.exec(head)?.[0] ?? "";
  const items = clause.replace(/(?:(?:所占|占)?比重?)?(?:分别|依次|各[为是]).*$/, "").split(/[、和与]/);
  if (items.length !== count) return null;
  const names = items.map((item) => phraseOf(headOf(item)) || item);
  const shared = sharedHead(names);
  if (shared !== "") return names.map(() => shared);
  return names.every((name) => name !== "") ? names : null;
}

/** 城东厂、城西厂日处理能力: what is measured of each stands behind the last; 苹果、马铃薯面积 are told by their kinds. */
function sharedHead(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  const kind = names.at(-2)?.length ?? 0;
  const head = last.slice(kind);
  return kind > 0 && head.length > 2 && SHARED.test(head) ? head : "";
}

/** What is measured of several. */
const SHARED = /(?:收入|支出|能力|增加值|比重|比例|价格|余额|总额|人口|学位|床位|[率数额量值])$/;

/** The things of as many levels before shares or changes in their sentence. */
function levelsBefore(
  claims: readonly Claim[],
  things: readonly string[],
  at: number,
  count: number,
): readonly string[] | null {
  const first = claims[at] as Claim;
  const own = headOf(first.before).replace(/^占.*的/, "");
  if (!isChange(first.quantity) || (own !== "" && !SHARE.test(own))) return null;
  const levels: string[] = [];
  for (let back = at - 1; back >= at - 3 * count && levels.length < count; back -= 1) {
    const level = claims[back];
    if (level === undefined || level.sentence !== first.sentence) break;
    if (!isChange(level.quantity)) levels.unshift(things[back] ?? "");
  }
  return levels.length === count && new Set(levels).size === count ? levels : null;
}
