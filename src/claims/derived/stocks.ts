import { inWordsOf, sumOf, totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, isAmount, spansOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { commonLength, isExact, wordsOf } from "./near.ts";

/** What there was, what came and what went, against what there is: 年初余额…,新增…,偿还…,年末余额…; 累计 on two days. */
export function checkStocks(relations: Relations): Finding[] {
  return [...accounts(relations), ...cumulated(relations), ...carried(relations)];
}

const OPENING =
  /(?:年初|期初|月初|季初|上年末|上年底|上期末|(?:上年|上月|原有?)(?:结余|结存|余额|在册|存量))[^,，;]*$/;
const CLOSING = /(?:年末|期末|月末|季末|年底|目前|现有|现存|结存)[^,，;]*$/;
const CAME =
  /(?:新增|举借|借入|转贷|新登记|新设|新建|新办|迁入|调入|转入|购入|入库|发行|新收|新纳入|纳入|购置|出生)[^,，;]*$/;
const WENT =
  /(?:偿还|归还|还本|注销|吊销|废止|迁出|调出|转出|出库|化解|退出|核销|报废|清退|死亡|停用|撤销)[^,，;]*$/;
/** The longest account that is looked at. */
const MOST = 8;

/** 年初余额21.5亿元,新增2.2亿元,偿还1.25亿元,年末余额22.45亿元; or in another order: 新增14户,退出5户,年末92户,年初83户. */
function accounts(relations: Relations): Finding[] {
  const { claims } = relations;
  return claims.flatMap((opening) => {
    if (!OPENING.test(opening.before) || !isExact(opening)) return [];
    const around = claims
      .slice(Math.max(0, opening.index - MOST), opening.index + 1 + MOST)
      .filter((it) => it.paragraph === opening.paragraph && it !== opening)
      .filter((it) => isExact(it) && addable(it, opening));
    const behind = around.filter((it) => it.index > opening.index);
    return (
      accountOf(relations, opening, behind) ??
      accountOf(
        relations,
        opening,
        around.filter((it) => it.sentence === opening.sentence && it.index < opening.index),
      ) ??
      []
    );
  });
}

/** The account that some amounts make with an opening one, up to the closing one; null where they make none. */
function accountOf(relations: Relations, opening: Claim, amounts: readonly Claim[]): Finding | null {
  const [came, went]: [Claim[], Claim[]] = [[], []];
  for (const claim of amounts) {
    if (WENT.test(claim.before)) went.push(claim);
    else if (CAME.test(claim.before)) came.push(claim);
    else if (CLOSING.test(claim.before) && came.length > 0 && went.length > 0)
      return accountFinding(relations, [opening, ...came], went, claim);
    else return null;
  }
  return null;
}

/** 当年结余5500万元,上年滚存结余6.15亿元,年末滚存结余6.7亿元. */
function carried(relations: Relations): Finding[] {
  const { claims } = relations;
  return claims.flatMap((now) => {
    if (!/(?:年末|期末|累计)[^,，;]{0,4}结余$/.test(now.before) || !isExact(now)) return [];
    const near = claims
      .slice(Math.max(0, now.index - 4), now.index + 3)
      .filter((it) => it !== now && it.sentence === now.sentence && isExact(it) && addable(it, now));
    const last = near.find((it) => /(?:上年|年初|上年末)[^,，;]{0,6}结余$/.test(it.before));
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
