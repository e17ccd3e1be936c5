import { Decimal, Interval } from "../../quantity/index.ts";
import { difference } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { spanOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";

/**
 * The shares of the three sectors told before and after, and by how many points one of them changed: 三次产业结构由
 * 18:45:37调整为12:42:46,第三产业比重提高9个百分点.
 */
export function checkStructures(relations: Relations): Finding[] {
  const { sentences, text } = relations;
  return relations.claims.flatMap((change) => {
    if (change.quantity.unit !== "个百分点" || change.quantity.approximation !== null) return [];
    const sector = SECTOR.exec(change.before)?.[1];
    const from = sentences[change.sentence]?.start ?? 0;
    const match = sector === undefined ? null : SHIFT.exec(text.slice(from, change.quantity.start));
    if (sector === undefined || match === null) return [];
    return [findingOf(relations, { match, from }, "一二三".indexOf(sector), change)];
  });
}

const SECTOR = /第([一二三])产业[^,，;]{0,8}(?:提高|提升|上升|增加|下降|降低|回落|减少)了?$/;
const PARTS = "(\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?)";
const SHIFT = new RegExp(`${PARTS}[^,，;。\\d]{0,8}(?:为|到|成|至)${PARTS}`);

function findingOf(
  relations: Relations,
  { match, from }: { readonly match: RegExpExecArray; readonly from: number },
  sector: number,
  change: Claim,
): Finding {
  const [then, now] = [match[1 + sector] ?? "0", match[4 + sector] ?? "0"];
  const [first, last] = [then, now].map(rounded) as [Interval, Interval];
  const rises = Decimal.of(now).compare(Decimal.of(then)) >= 0;
  const range = rises ? difference(last, first) : difference(first, last);
  const holds = range?.overlaps(change.quantity.possible) ?? false;
  const exact = `${Decimal.of(now).minus(Decimal.of(then)).abs()}个百分点`;
  const stated = textOf(relations, change);
  const start = from + match.index;
  return {
    rule: "increase",
    verdict: holds ? "consistent" : "inconsistent",
    spans: [[start, start + match[0].length], spanOf(change)],
    arithmetic: `${rises ? `${now} − ${then}` : `${then} − ${now}`} = ${exact} ${holds ? (exact === stated ? "=" : "≈") : "≠"} ${stated}`,
    message: holds
      ? { zh: "比重的变化与前后结构相符", en: "the change agrees with the two structures" }
      : {
          zh: `按前后结构计算应为${exact}，文中为${stated}`,
          en: `the two structures give ${exact}, the text says ${stated}`,
        },
  };
}

/** What a share can stand for, as rounded as it is written. */
function rounded(written: string): Interval {
  return Interval.rounding(Decimal.of(written), Decimal.powerOfTen(-(written.split(".")[1] ?? "").length));
}
