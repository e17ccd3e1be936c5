import { difference } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { changeFinding } from "../checks/growth.ts";
import type { Claim, Relations } from "../relate.ts";
import { CHANGE, IS_DOWN, leadOf, OTHER } from "./change-words.ts";
import { commonLength, slipOf } from "./near.ts";

/**
 * A change in percentage points against the two percentages that it is of: 高于前一周的5.2%,上升0.8个百分点; 阳性率35%。前一周
 * 阳性率28%,上升7个百分点; 投资增长15.3%,高于全部投资增速4.1个百分点,全部投资增速为11.2%.
 */
export function checkPoints(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((change) => {
    const { unit, approximation } = change.quantity;
    if (unit !== "个百分点" || approximation !== null || isSettled(change)) return [];
    if (/累计|分别/.test(change.before)) return [];
    const compared = COMPARED.test(change.before);
    if (
      !compared &&
      !CHANGE.test(change.before) &&
      !/^[高低快慢]出?$|(?:加快|放缓|回升)了?$/.test(change.before)
    )
      return [];
    const finding = compared
      ? ofComparison(relations, change)
      : (ofSpeeds(relations, change) ?? ofChange(relations, change));
    return finding === null ? [] : [finding];
  });
}

/** 高于全部投资增速: more than another percentage, not than one of another time. */
const COMPARED = /(?:高于|低于|高出|快于|慢于|[高低快慢])(?!上年|去年|同期)[^,，;]{2,14}$/;
const LOWER = /[低慢]/;

interface Pair {
  readonly large: Claim;
  readonly small: Claim;
}

/** The percentages before and behind in its sentence; wrong only where there are just these two. */
function ofComparison(relations: Relations, change: Claim): Finding | null {
  const near = percentagesOf(relations, change).filter(({ index }) => Math.abs(index - change.index) === 1);
  const [one, other] = near;
  if (one === undefined || other === undefined || isApart(relations, near, change)) return null;
  const name = /(?:[高低快慢]于?出?)([一-龥]{2,14})$/.exec(change.before)?.[1] ?? "";
  if (commonLength(name, other.before) < 2) return null;
  const [large, small] = LOWER.test(change.before) ? [other, one] : [one, other];
  return changeFinding(relations, { from: small, to: large }, change, false);
}

/** 增长7.2%,增速比上年加快2.9个百分点,上年增速为4.3%; 增长8.1%,比全市平均6.9%高1.2个百分点: of two growths. */
function ofSpeeds(relations: Relations, change: Claim): Finding | null {
  const near = percentagesOf(relations, change);
  const last = near.findLast(({ index }) => index < change.index);
  const next = near.find(({ index }) => index === change.index + 1);
  const first = near.findLast(({ index }) => last !== undefined && index === last.index - 1);
  const speeds = /增速(?:比|较)[^,，;]{0,6}(?:加快|提高|回升|提升|放缓|回落|下降)了?$/.test(change.before);
  const falls = /放缓|回落|下降|低/.test(change.before);
  if (
    speeds &&
    last !== undefined &&
    next !== undefined &&
    /(?:上年|去年|上期|同期)[^,，;]*$/.test(next.before)
  )
    return changeFinding(relations, { from: next, to: last }, change, falls);
  const held = /^[高低快慢]出?$/.test(change.before) && /^[比较][^,，;]{2,10}$/.test(last?.before ?? "");
  if (!held || last === undefined || first === undefined || isApart(relations, [first], change)) return null;
  return changeFinding(relations, { from: last, to: first }, change, falls);
}

function ofChange(relations: Relations, change: Claim): Finding | null {
  const levels = percentagesOf(relations, change).filter(({ before }) => !CHANGE.test(before));
  const pairs = levels.flatMap((one, at) => levels.slice(at + 1).map((other) => pairOf(one, other)));
  const fitting = pairs.find((pair) => fits(pair, change));
  if (fitting !== undefined) return told(relations, fitting, change);
  const [only] = pairs;
  if (only === undefined)
    return levels.length === 1 ? ofOneTold(relations, levels[0] as Claim, change) : null;
  if (pairs.length > 1) return null;
  const others = levels.filter((level) => OTHER.test(leadOf(relations, level)) || THEN.test(level.before));
  return others.length === 1 && !isApart(relations, levels, change) ? told(relations, only, change) : null;
}

const THEN = /(?:当年|当时|此前|原来|其时)(?:仅|只)?(?:为|有)?$/;

/** 阳性率35%,…。前一周阳性率28%,上升7个百分点: the other level stands in a sentence before, under the same name. */
function ofOneTold(relations: Relations, level: Claim, change: Claim): Finding | null {
  const before = relations.claims
    .slice(Math.max(0, level.index - FAR_BACK), level.index)
    .filter(
      (it) => it.paragraph === change.paragraph && it.quantity.unit === "%" && it.sentence < level.sentence,
    )
    .filter((it) => it.quantity.approximation === null && !CHANGE.test(it.before))
    .filter((it) => commonLength(it.before + it.after, level.before) >= 2)
    .toReversed();
  const pairs = before.map((it) => pairOf(it, level));
  const fitting = pairs.find((pair) => fits(pair, change));
  if (fitting !== undefined) return told(relations, fitting, change);
  const name = /[一-龥]{2,}[率比](?:达到?|为)?$/.exec(level.before)?.[0].slice(-3) ?? "";
  const [nearest] = before;
  const [pair] = pairs;
  if (nearest === undefined || pair === undefined || level.index > change.index) return null;
  const sameName = name !== "" && nearest.before.endsWith(name);
  const timed = OTHER.test(leadOf(relations, level)) !== OTHER.test(leadOf(relations, nearest));
  const exact = pair.large.quantity.value.minus(pair.small.quantity.value);
  const slip = slipOf(change, exact);
  return (sameName && timed) || (slip !== null && slip <= 0.25) ? told(relations, pair, change) : null;
}

const FAR_BACK = 8;

/** The exact percentages of a change's sentence up to four before it, and the one behind. */
function percentagesOf({ claims }: Relations, change: Claim): Claim[] {
  return claims
    .slice(Math.max(0, change.index - 4), change.index + 2)
    .filter((it) => it.sentence === change.sentence && it.quantity.kind === "ratio")
    .filter((it) => it.quantity.approximation === null);
}

function pairOf(one: Claim, other: Claim): Pair {
  const [large, small] = one.quantity.value.compare(other.quantity.value) < 0 ? [other, one] : [one, other];
  return { large, small };
}

function fits({ large, small }: Pair, change: Claim): boolean {
  const range = difference(large.quantity.possible, small.quantity.possible);
  return range?.overlaps(change.quantity.possible) ?? false;
}

function isApart({ text }: Relations, levels: readonly Claim[], change: Claim): boolean {
  const ends = [...levels, change].map(({ quantity }) => quantity.start);
  return text.slice(Math.min(...ends), Math.max(...ends)).includes(";");
}

function told(relations: Relations, { large, small }: Pair, change: Claim): Finding | null {
  const falls = IS_DOWN.test(change.before);
  const [from, to] = falls ? [large, small] : [small, large];
  return changeFinding(relations, { from, to }, change, falls);
}
