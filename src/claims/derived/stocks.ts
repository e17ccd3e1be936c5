import { inWordsOf, sumOf, totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, isAmount, spansOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { commonLength, isExact, wordsOf } from "./near.ts";

/** 累计 on two days with what came between; what was left over last year and this one. */
export function checkStocks(relations: Relations): Finding[] {
  return [...cumulated(relations), ...carried(relations)];
}

/** 当年结余5500万元,上年滚存结余6.15亿元,年末滚存结余6.7亿元. */
function carried(relations: Relations): Finding[] {
  const { claims } = relations;
  return claims.flatMap((now) => {
    if (!isExact(now) || !/(?:年末|期末|累计)[^,，;]{0,4}结余$/.test(now.before)) return [];
    const near = claims
      .slice(Math.max(0, now.index - 4), now.index + 3)
      .filter((it) => it !== now && it.sentence === now.sentence && isExact(it) && addable(it, now));
    const last = near.find((it) => /(?:上年|年初|上年末)(?:[^,，;]{0,6}结余|为|是)$/.test(it.before));
    const own = near.find((it) => /(?:当年|本年|当期|收支)[^,，;]{0,4}结余$/.test(it.before));
    return last === undefined || own === undefined ? [] : [accountFinding(relations, [last, own], [], now)];
  });
}

/** How many claims back the earlier of two cumulated numbers, and what came between them, are looked for. */
const BACK = 40;

/** 新增9例。截至4月11日累计报告86例;截至4月12日累计报告95例. */
function cumulated(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((now) => {
    if (!isCumulated(now) || now.subject.length < 2) return [];
    const before = claims.slice(Math.max(0, now.index - BACK), now.index);
    const last = before.findLast(
      (claim) => isCumulated(claim) && claim.subject === now.subject && addable(claim, now),
    );
    if (last === undefined || last.quantity.value.equals(now.quantity.value)) return [];
    const when = ({ period }: Claim) => (period === null ? "" : text.slice(period.start, period.end));
    if (when(last) === when(now)) return [];
    const added = before.filter(
      (claim) =>
        /新增[^,，;]*$/.test(claim.before) &&
        isExact(claim) &&
        addable(claim, now) &&
        commonLength(wordsOf(claim).replace("新增", ""), now.subject) >= 2,
    );
    const fitting = added.find((claim) => fits([last, claim], [now]));
    const one = fitting ?? (added.length === 1 ? added[0] : undefined);
    return one === undefined ? [] : [accountFinding(relations, [last, one], [], now)];
  });
}

function isCumulated(claim: Claim): boolean {
  return /累计/.test(claim.before) && isAmount(claim) && isExact(claim) && claim.ownSubject;
}

function fits(account: readonly Claim[], left: readonly Claim[]): boolean {
  const sum = (claims: readonly Claim[]) => sumOf(claims.map(({ quantity }) => quantity.possible));
  return sum(account).overlaps(sum(left));
}

/** An account with its sum: 21.5亿元 + 2.2亿元 − 1.25亿元 = 22.45亿元. */
export function accountFinding(
  relations: Relations,
  account: readonly Claim[],
  went: readonly Claim[],
  now: Claim,
): Finding {
  const holds = fits(account, [...went, now]);
  const values = (claims: readonly Claim[]) => totalOf(claims.map(({ quantity }) => quantity.value));
  const exact = inWordsOf(values(account).minus(values(went)), {
    text: relations.text,
    mention: now.quantity,
  });
  const words = (claims: readonly Claim[]) => claims.map((claim) => textOf(relations, claim));
  const terms = [words(account).join(" + "), ...words(went)].join(" − ");
  const stated = textOf(relations, now);
  return {
    rule: went.length + account.length > 2 ? "partition" : "increase",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf([...account, ...went, now]),
    arithmetic: `${terms} = ${exact} ${holds ? (exact === stated ? "=" : "≈") : "≠"} ${stated}`,
    message: holds
      ? { zh: "前后两数与其间的增减相符", en: "what came and went agrees with the two levels" }
      : {
          zh: `按增减计算应为${exact}，文中为${stated}`,
          en: `what came and went gives ${exact}, the text says ${stated}`,
        },
  };
}
