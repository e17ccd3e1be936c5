import { Decimal } from "../../quantity/index.ts";
import type { Claim, Relations } from "../relate.ts";
import { decimalsOf, difference, inWordsOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { addable, spanOf, textOf } from "./groups.ts";
import { grown } from "./growth.ts";
import { levelsAround, levelsBefore } from "./levels-of-two-times.ts";
import { isOtherWay, type Move, moveAt, wordOf } from "./moves.ts";

/**
 * What is said to have gone one way while its two levels went the other: 由120件降至135件; 城镇化率52.6%,比上年的48.1%下降4.5个
 * 百分点. Told only where the words say that the levels are of one thing at two times, and where a change that is told
 * beside them is exactly theirs, but for its direction.
 */
export function checkDirections(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  for (const claims of relations.bySentence)
    for (let at = 1; at < claims.length; at += 1) {
      const finding = movedAgainst(relations, claims, at) ?? changedAgainst(relations, claims, at);
      if (finding !== null) findings.push(finding);
    }
  return findings;
}

/** 由120件降至135件: the word between the two levels contradicts them. */
function movedAgainst(relations: Relations, claims: readonly Claim[], at: number): Finding | null {
  const move = moveAt(relations, claims, at);
  if (move === null || move.word === null) return null;
  const { from, to, word } = move;
  if (!isOtherWay({ from, to, word })) return null;
  const [a, b] = [textOf(relations, from), textOf(relations, to)];
  const spans = [spanOf(from), [word.start, to.quantity.end] as const];
  return contradiction({ from, to, word }, spans, `${b} ${word.falls ? ">" : "<"} ${a}`, [a, b]);
}

/** A,比上年的B下降C; A,去年B,同比下降C; 去年B,今年A,下降C; 由B升至A,下降C: the change's word contradicts the levels. */
function changedAgainst(relations: Relations, claims: readonly Claim[], at: number): Finding | null {
  const change = claims[at] as Claim;
  if (change.quantity.approximation !== null) return null;
  const word = wordOf(relations, change);
  if (word === null) return null;
  const levels = levelsBefore(relations, claims, at) ?? levelsAround(relations, claims, at);
  if (levels === null) return null;
  const move = { ...levels, word };
  if (!isOtherWay(move) || !isTheirs(move, change)) return null;
  const { from, to } = levels;
  const [a, b] = [textOf(relations, from), textOf(relations, to)];
  const off = to.quantity.value.minus(from.quantity.value);
  const ofRate = change.quantity.kind === "ratio" && from.quantity.kind !== "ratio";
  const rate = () =>
    off.times(Decimal.HUNDRED).divide(from.quantity.value, Math.max(1, decimalsOf(change.quantity.place)));
  const told =
    from.quantity.kind === "ratio"
      ? `${off}个百分点`
      : inWordsOf(off, { text: relations.text, mention: ofRate ? to.quantity : change.quantity });
  const sum = ofRate ? `(${b} − ${a}) ÷ ${a} = ${rate() ?? "?"}%` : `${b} − ${a} = ${told}`;
  const spans = [spanOf(from), spanOf(to), [word.start, change.quantity.end] as const];
  return contradiction(move, spans, `${sum} ${word.falls ? ">" : "<"} 0`, [a, b]);
}

/** Whether a change is exactly that of the two levels, the other way round. */
function isTheirs({ from, to, word }: Move, change: Claim): boolean {
  const [a, b, c] = [from, to, change].map(({ quantity }) => quantity) as [
    Claim["quantity"],
    Claim["quantity"],
    Claim["quantity"],
  ];
  if (c.value.isZero()) return false;
  if (c.kind === "ratio" && a.kind !== "ratio") {
    if (a.value.sign() <= 0) return false;
    return grown(a.possible, c.possible, !word.falls)?.overlaps(b.possible) ?? false;
  }
  const inPoints = a.kind === "ratio" && (c.kind === "points" || (c.kind === "ratio" && c.unit === a.unit));
  if (!inPoints && !addable(change, from)) return false;
  const [large, small] = b.value.compare(a.value) > 0 ? [b, a] : [a, b];
  return difference(large.possible, small.possible)?.overlaps(c.possible) ?? false;
}

function contradiction(
  { word }: Move,
  spans: Finding["spans"],
  arithmetic: string,
  [a, b]: readonly [string, string],
): Finding {
  const { zh, en } = word.falls ? UP : DOWN;
  return {
    rule: "direction",
    verdict: "inconsistent",
    spans,
    arithmetic,
    message: {
      zh: `由${a}到${b}是${zh}，文中写“${word.text}”：应改方向，或核对两数是否写颠倒`,
      en: `from ${a} to ${b} is a ${en}, the text says “${word.text}”: turn the word round, or the two numbers`,
    },
  };
}

const UP = { zh: "上升", en: "rise" };
const DOWN = { zh: "下降", en: "fall" };
