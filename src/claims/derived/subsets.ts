import type { Finding } from "../checks/finding.ts";
import { addable, spansOf, textOf } from "../checks/groups.ts";
import { subsetFinding } from "../checks/partition.ts";
import type { Claim, Relations } from "../relate.ts";
import { isExactAmount } from "./near.ts";

/**
 * 新签约项目37个,亿元以上的21个; 处分46人,科级以上干部17人; 抓获31名;移送起诉26名; 发31起、破31起,全破: what is told of some of the
 * things before it, without 其中 and without naming them again, is no more than all of them.
 */
export function checkSubsets(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((part, at) => {
    const before = claims
      .slice(Math.max(0, at - BACK), at)
      .filter((it) => it.sentence === part.sentence && addable(it, part));
    const last = before.at(-1);
    if (last === undefined || !isExactAmount(last) || !isExactAmount(part)) return [];
    const between = text.slice(last.quantity.end, part.quantity.start);
    if (isSolved(relations, last, part, between)) return solved(relations, last, part);
    const whole = wholeOf(part, before, between);
    return whole !== null && isMore(part, whole) ? [subsetFinding(relations, whole, part)] : [];
  });
}

const BACK = 6;

/** What the words of a part say that it is of; null where they do not. */
function wholeOf(part: Claim, before: readonly Claim[], between: string): Claim | null {
  const last = before.at(-1) as Claim;
  const most = before.reduce((one, it) => (isMore(it, one) ? it : one));
  // 抓获31名;移送起诉26名
  if (/^移送(?:审查)?起诉$/.test(part.before))
    return before.findLast((it) => /抓获[^,;]*$/.test(it.before)) ?? null;
  // 铺排重点项目128个,…;年内竣工43个
  if (FINISHED.test(part.before)) return before.some((it) => /项目$/.test(it.before)) ? most : null;
  if (/岁/.test(part.before) || !(ABOVE.test(part.before) || among(between, last))) return null;
  return before.every((it) => isExactAmount(it) && !BESIDE.test(it.before + it.after.slice(0, 4)))
    ? most
    : null;
}

function isMore(one: Claim, other: Claim): boolean {
  return one.quantity.value.compare(other.quantity.value) > 0;
}

const FINISHED = /^(?:年内|当年|已|其中)?(?:竣工|完工|投产)$/;
/** 规模以下企业12家、规模以上61家: beside each other. */
const BESIDE = /以下|不足|小型|微型|[一二三]类/;

/** Of those above a mark, whose noun is left out: 规模以上16家, 亿元以上的有21个, 特控线以上118人, 科级以上干部17人. */
const ABOVE = /^(?:其中)?[^,;、]{0,6}以上(?:的(?:有)?|干部)?$/;

/** 民办53所,民办园里普惠性的有38所: those of the thing before are of a kind. */
function among(between: string, { before }: Claim): boolean {
  const named = /^,([一-龥]{2})[一-龥]?[里中][一-龥]{0,6}的有?$/.exec(between)?.[1];
  return named !== undefined && before.includes(named);
}

/** 发31起、破31起,连续4年全破: as many as were committed. */
function isSolved({ text, sentences }: Relations, whole: Claim, part: Claim, between: string): boolean {
  if (!/(?:发|发案|发生)$/.test(whole.before) || !/^[,、]破(?:案|获)?$/.test(between)) return false;
  const end = sentences[part.sentence]?.end ?? part.quantity.end;
  return /全破|全部(?:侦破|破获|告破)|必破|破案率(?:达到?|为|保持)?100%/.test(
    text.slice(part.quantity.end, Math.min(end, part.quantity.end + NEAR)),
  );
}

const NEAR = 24;

function solved(relations: Relations, committed: Claim, part: Claim): Finding[] {
  const holds = committed.quantity.value.equals(part.quantity.value);
  const [a, b] = [textOf(relations, committed), textOf(relations, part)];
  return [
    {
      rule: "rate",
      verdict: holds ? "consistent" : "inconsistent",
      spans: spansOf([committed, part]),
      arithmetic: `${a} ${holds ? "=" : "≠"} ${b}`,
      message: holds
        ? { zh: "发案数与破案数相等，与“全破”相符", en: "as many solved as committed, as the text says" }
        : { zh: `文中说全破，发案${a}，破案${b}`, en: `the text says that all were solved: ${b} of ${a}` },
    },
  ];
}
