import type { Finding } from "../checks/finding.ts";
import { addable } from "../checks/groups.ts";
import { changeFinding } from "../checks/growth.ts";
import { fitsShare, shareResult } from "../checks/ratio.ts";
import type { Claim, Relations } from "../relate.ts";
import { isExact } from "./near.ts";

/**
 * 12个断面中,优良的由7个增至10个,优良率从58.3%升至83.3%: a count at two times and its rate at both, of one whole; and 前8天129例,
 * 后8天57例,后期比前期下降55.8%.
 */
export function checkTwoTimes(relations: Relations): Finding[] {
  return relations.claims.flatMap((rate) => [...ratesOfBoth(relations, rate), ...ofHalves(relations, rate)]);
}

function ratesOfBoth(relations: Relations, now: Claim): Finding[] {
  const { claims } = relations;
  const [first, last, then] = claims.slice(Math.max(0, now.index - 3), now.index);
  if (first === undefined || last === undefined || then === undefined) return [];
  if (![then, now].every(({ quantity }) => quantity.unit === "%" && quantity.approximation === null))
    return [];
  if (!/率[由从]$/.test(then.before) || !/[升降增减高][到至]$/.test(now.before)) return [];
  if (!/[由从]$/.test(first.before) || !addable(first, last) || first.sentence !== now.sentence) return [];
  if (!isExact(first) || !isExact(last)) return [];
  const whole = claims
    .slice(Math.max(0, first.index - 3), first.index)
    .findLast((it) => it.sentence === now.sentence && isExact(it) && addable(it, first));
  if (whole === undefined || whole.quantity.value.compare(last.quantity.value) < 0) return [];
  const [held, holds] = [fitsShare(first, whole, then), fitsShare(last, whole, now)];
  // of another whole where neither fits
  if (!held && !holds) return [];
  return [
    shareResult(relations, [first, whole, then], held),
    shareResult(relations, [last, whole, now], holds),
  ];
}

/** 后期比前期下降55.8%: the second of two amounts that stand before it, against the first. */
function ofHalves(relations: Relations, change: Claim): Finding[] {
  const way = HALVES.exec(change.before)?.[1];
  if (way === undefined) return [];
  const near = relations.claims.slice(Math.max(0, change.index - 4), change.index).filter(isExact);
  const [from, to] = near.slice(-2);
  if (from === undefined || to === undefined || from.sentence !== change.sentence) return [];
  if (!addable(from, to)) return [];
  const finding = changeFinding(relations, { from, to }, change, /降|减|少|低/.test(way));
  return finding === null ? [] : [finding];
}

const HALVES =
  /^(?:后|下|第二)[一-龥]{1,3}(?:比|较)(?:前|上|第一|首)[一-龥]{1,3}?(下降|减少|降低|增长|增加|上升|多|少)了?$/;
