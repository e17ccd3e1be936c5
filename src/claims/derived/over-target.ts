import { Decimal } from "../../quantity/index.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, isChange, spansOf, textOf } from "../checks/groups.ts";
import { changeFinding } from "../checks/growth.ts";
import type { Claim, Relations } from "../relate.ts";
import { asWritten, decimalsOf, isExact } from "./near.ts";

/**
 * What a number is more or less by than one that is told between them, and a rate of completion that is told with it:
 * 水位41.36米,高于39.5米的警戒水位1.86米; 新增就业5240人,超出年度目标240人,完成目标的104.8%.
 */
export function checkOverTargets(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((claim) => {
    if (isSettled(claim)) return [];
    return overReference(relations, claim) ?? ofTarget(relations, claim) ?? [];
  });
}

/** 高于39.5米的警戒水位1.86米: the reference, which 高于 belongs to, stands right before the difference. */
function overReference(relations: Relations, off: Claim): Finding | null {
  const { claims } = relations;
  const way = wayOf(relations, off);
  const bound = claims[off.index - 1];
  if (way === null || bound === undefined) return null;
  // 高于39.5米的警戒水位1.86米,低于42米的保证水位0.64米: of one level, more than once
  let at = off.index - 2;
  for (let last = claims[at]; last !== undefined && wayOf(relations, last) !== null; last = claims[at])
    at -= 2;
  const level = claims[at];
  if (level === undefined || level.sentence !== off.sentence) return null;
  const { quantity } = asWritten(bound);
  const reference = { ...bound, quantity: { ...quantity, start: quantity.start + way.length } };
  const percent = off.quantity.kind === "points";
  if (![level, reference].every((it) => (percent ? it.quantity.unit === "%" : addable(it, off)))) return null;
  if (isChange(level)) return null;
  const falls = /[低少不]/.test(way);
  return changeFinding(relations, { from: reference, to: level }, off, falls);
}

/** 高于, which the number before belongs to, where a name stands between the two; else null. */
function wayOf(relations: Relations, off: Claim): string | null {
  const bound = relations.claims[off.index - 1];
  if (bound === undefined || bound.sentence !== off.sentence) return null;
  const named = NAMED.test(relations.text.slice(bound.quantity.end, off.quantity.start));
  return named ? (OVER.exec(textOf(relations, bound))?.[0] ?? null) : null;
}

const OVER = /^(?:高于|低于|高出|超出|超过|超|多于|少于|不足)/;
const NAMED = /^的[一-龥]{2,8}$/;

/** 超出年度目标240人,完成目标的104.8%: of the level less what it is more by. */
function ofTarget(relations: Relations, rate: Claim): Finding | null {
  const { claims, text } = relations;
  const [level, over] = [claims[rate.index - 2], claims[rate.index - 1]];
  if (level === undefined || over === undefined || level.sentence !== rate.sentence) return null;
  if (rate.quantity.unit !== "%" || rate.quantity.approximation !== null || !COMPLETED.test(rate.before))
    return null;
  const [, more] = BY.exec(over.before) ?? [];
  if (more === undefined || !isExact(level) || !isExact(over) || !addable(level, over)) return null;
  if (isChange(level) || !/^,[^,;]*$/.test(text.slice(level.quantity.end, over.quantity.start))) return null;
  const [value, by] = [level.quantity.value, over.quantity.value];
  const target = more.startsWith("超") ? value.minus(by) : value.plus(by);
  if (target.sign() <= 0) return null;
  const exact = value.times(Decimal.HUNDRED).divide(target, Math.max(1, decimalsOf(rate)));
  const holds = value.times(Decimal.HUNDRED).divide(target, 9);
  if (exact === null || holds === null) return null;
  const isRight = rate.quantity.possible.contains(holds);
  const [a, b, c] = [level, over, rate].map((it) => textOf(relations, it));
  return {
    rule: "rate",
    verdict: isRight ? "consistent" : "inconsistent",
    spans: spansOf([level, over, rate]),
    arithmetic: `${a} ÷ (${a} ${more.startsWith("超") ? "−" : "+"} ${b}) = ${exact}% ${isRight ? "≈" : "≠"} ${c}`,
    message: isRight
      ? { zh: "完成率与超出的数相符", en: "the rate of completion agrees with what is over the target" }
      : {
          zh: `按完成数与超出的数计算应为${exact}%，文中为${c}`,
          en: `what was done and what is over the target give ${exact}%, the text says ${c}`,
        },
  };
}

const COMPLETED = /完成(?:年度|全年)?(?:目标|计划|任务)(?:任务)?的$|完成率(?:达到?|为)?$/;
const BY = /(超出|超过|超|少于|低于|短少)[一-龥]{0,6}(?:目标|计划|任务)(?:任务|数|投资)?$/;
