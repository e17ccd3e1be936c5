import { CARRIED_OVER, DONE, OTHER_OUTCOME, PENDING } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { addable, claimsBySentence, insideList, isAmount, isChange, labelOf } from "./groups.ts";
import { wholeOfSentenceBefore } from "./part-lists.ts";
import { fits, isLarger, subsetFinding, sumFinding } from "./partition.ts";

/** What came in against what is done and what is left: 受理611条,查结595条,正在核查16条; 收入9亿元,支出7亿元,结余2亿元. */
export function checkRemainders(relations: Relations): Finding[] {
  return claimsBySentence(relations).flatMap((claims) => [
    ...doneAndPending(relations, claims),
    ...moreDoneThanCame(relations, claims),
    ...balances(relations, claims),
    ...naturalGrowth(relations, claims),
  ]);
}

function doneAndPending(relations: Relations, claims: readonly Claim[]): Finding[] {
  const findings: Finding[] = [];
  for (const [at, pending] of claims.entries()) {
    if (!isAmount(pending) || !PENDING.test(labelOf(pending))) continue;
    const before = doneBefore(claims, at);
    const done = claims[before];
    if (done === undefined || !isAmount(done) || !addable(done, pending)) continue;
    const isDone = DONE.test(labelOf(done)) || (LEFT.test(pending.before) && /已|完成/.test(done.before));
    if (!isDone || PENDING.test(done.before) || insideList(relations, done)) continue;
    const whole = wholeBefore(relations, claims, before) ?? wholeOfSentenceBefore(relations, done);
    if (whole === null) continue;
    const next = claims[at + 1];
    const parts = [done, pending];
    if (
      next !== undefined &&
      addable(next, pending) &&
      OTHER_OUTCOME.test(labelOf(next)) &&
      !fits(whole, parts)
    )
      parts.push(next);
    const holds = fits(whole, parts);
    const apart = relations.text.slice(done.quantity.end, pending.quantity.start).includes(";");
    if (!holds && (parts.length > 2 || (apart && !LEFT.test(pending.before)))) continue;
    findings.push(sumFinding(relations, whole, parts, holds));
  }
  return findings;
}

/** The claim before, over shares and changes: 已入住5471间,使用率87.1%,剩余809间. */
function doneBefore(claims: readonly Claim[], at: number): number {
  let index = at - 1;
  while (
    index >= 0 &&
    ((claims[index] as Claim).quantity.kind === "ratio" || isChange(claims[index] as Claim))
  )
    index -= 1;
  return index;
}

/** Words that say that there is nothing else: what is left is the whole without what is done. */
const LEFT = /剩余|余下|其余|尚余|还剩|未完成|尚未|未整改|未销号|未办结/;

/** 受理8946件,调解成功9812件; 53个问题已完成整改59个: more is done than came in. */
function moreDoneThanCame(relations: Relations, claims: readonly Claim[]): Finding[] {
  return claims.flatMap((done, at) => {
    const came = claims[at - 1];
    if (came === undefined || !addable(came, done) || !isAmount(came) || !isAmount(done)) return [];
    if (CARRIED_OVER.test(done.before + came.before) || !isLarger(done, came)) return [];
    const between = relations.text.slice(came.quantity.end, done.quantity.start);
    const ofIt = OF_IT.test(between) && !insideList(relations, came);
    if (!ofIt && (!CAME.test(came.before) || !DONE.test(done.before) || insideList(relations, done)))
      return [];
    return [subsetFinding(relations, came, done)];
  });
}

const CAME = /受理|接收|收到|接报|交办|转办|排查|摸排|反馈|梳理|征集|应到|报名/;
/** 个问题已完成整改: the number right before is of the same things. */
const OF_IT = /^[^,，、;。:]{0,10}(?:已|均已|目前已|,已|,目前已|,现已)(?:全部)?[^,，、;。:]{0,8}$/;

function wholeBefore(relations: Relations, claims: readonly Claim[], before: number): Claim | null {
  const done = claims[before] as Claim;
  for (let index = before - 1; index >= 0; index -= 1) {
    const claim = claims[index] as Claim;
    if (!addable(claim, done) || !isAmount(claim) || insideList(relations, claim)) continue;
    if (DONE.test(claim.before) && !CAME_IN.test(claim.before) && !/[需应]/.test(claim.before)) return null;
    return claim.quantity.value.compare(done.quantity.value) >= 0 || CAME_IN.test(claim.before)
      ? claim
      : null;
  }
  return null;
}

const CAME_IN = /受理|接收|收到|接报|排查|摸排|反馈|发现|移交|登记|报告|追踪|交办|转办|征集|梳理|共(?!产党)/;

/** 收入98415万元,支出91702万元,收支结余6713万元. */
function balances(relations: Relations, claims: readonly Claim[]): Finding[] {
  return claims.flatMap((left, at) => {
    const amounts = claims.slice(0, at).filter((claim) => isAmount(claim) && addable(claim, left));
    const [income, spent] = amounts.slice(-2);
    if (income === undefined || spent === undefined || !isAmount(left)) return [];
    if (
      !BALANCE.test(left.before) ||
      !/收入[^,，;]*$/.test(income.before) ||
      !/支出[^,，;]*$/.test(spent.before)
    )
      return [];
    if ([income, spent, left].some((claim) => claim.quantity.approximation !== null)) return [];
    return [sumFinding(relations, income, [spent, left], fits(income, [spent, left]))];
  });
}

const BALANCE = /(?:当年|本年|当期|收支|年度)(?:收支)?(?:结余|结存|节余)(?:为|达)?$/;

/** 出生率8.36‰,死亡率6.12‰,自然增长率2.24‰: births without deaths; below zero where more died. */
function naturalGrowth(relations: Relations, claims: readonly Claim[]): Finding[] {
  const rate = (pattern: RegExp) =>
    claims.find((claim) => claim.quantity.kind === "ratio" && pattern.test(claim.before));
  const [born, died, growth] = [rate(/出生率/), rate(/死亡率/), rate(/自然增长率/)];
  if (born === undefined || died === undefined || growth === undefined) return [];
  if (growth.quantity.value.sign() <= 0 || !addable(born, died) || !addable(born, growth)) return [];
  if ([born, died, growth].some((claim) => claim.quantity.approximation !== null)) return [];
  return [sumFinding(relations, born, [died, growth], fits(born, [died, growth]))];
}
