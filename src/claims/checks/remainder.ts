import { Decimal } from "../../quantity/index.ts";
import { CARRIED_OVER, DONE, OTHER_OUTCOME, PENDING } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { addable, insideList, isAmount, isChange, labelOf } from "./groups.ts";
import { wholeOfSentenceBefore } from "./part-lists.ts";
import { fits, isLarger, isNear, subsetFinding, sumFinding } from "./partition.ts";

/** What came in against what is done and what is left: 受理611条,查结595条,正在核查16条; 收入9亿元,支出7亿元,结余2亿元. */
export function checkRemainders(relations: Relations): Finding[] {
  const groups = relations.bySentence;
  return groups.flatMap((claims, index) => [
    ...doneAndPending(relations, groups, index),
    ...moreDoneThanCame(relations, claims),
    ...balances(relations, claims),
    ...naturalGrowth(relations, claims),
    ...casesLeft(relations, claims),
  ]);
}

function doneAndPending(
  relations: Relations,
  groups: readonly (readonly Claim[])[],
  index: number,
): Finding[] {
  const findings: Finding[] = [];
  const claims = groups[index] ?? [];
  for (const [at, pending] of claims.entries()) {
    if (!isAmount(pending) || !PENDING.test(labelOf(pending))) continue;
    const [group, before] = doneBefore(groups, index, at);
    const done = group[before];
    if (done === undefined || !isAmount(done) || !addable(done, pending)) continue;
    const isDone = DONE.test(labelOf(done)) || (LEFT.test(pending.before) && /已|完成/.test(done.before));
    if (!isDone || PENDING.test(done.before) || insideList(relations, done)) continue;
    const whole = wholeBefore(relations, group, before) ?? wholeOfSentenceBefore(relations, done);
    if (whole === null) continue;
    // 收案85件,上年未结转入7件,审结80件,未结12件: an account, with what came from before
    const between = relations.claims.slice(whole.index + 1, pending.index);
    if (between.some((it) => addable(it, pending) && CARRIED_IN.test(it.before))) continue;
    const next = claims[at + 1];
    const parts = [done, pending];
    if (
      next !== undefined &&
      addable(next, pending) &&
      OTHER_OUTCOME.test(labelOf(next)) &&
      !fits(whole, parts)
    )
      parts.push(next);
    const earlier = group.slice(0, before).filter((claim) => addable(claim, done) && isAmount(claim));
    if (!fits(whole, parts) && earlier.some((claim) => fits(claim, parts))) continue;
    // 整改措施81条。移交线索办结3条,1条正在核查: of something else that the text names
    if (
      whole.sentence !== done.sentence &&
      !fits(whole, parts) &&
      (isOfOther(whole, done) || isFarMore(whole, parts))
    )
      continue;
    const holds = fits(whole, parts);
    // 合同3860份,其中问题合同773份;已整改696份,未整改37份: of a nearer one, which was miswritten
    if (!holds && earlier.length > 1 && isFarMore(whole, parts)) continue;
    const apart = relations.text.slice(done.quantity.end, pending.quantity.start).includes(";");
    const loose = apart && !LEFT.test(pending.before) && !isNear(whole, parts, FOUR);
    if (!holds && (parts.length > 2 || loose)) continue;
    findings.push(sumFinding(relations, whole, parts, holds));
  }
  return findings;
}

/**
 * The sentence and place of what is done, over shares, changes and numbers of other things: 已入住5471间,使用率87.1%,
 * 剩余809间; where 其余 heads its sentence, in the one before.
 */
function doneBefore(
  groups: readonly (readonly Claim[])[],
  index: number,
  at: number,
): readonly [readonly Claim[], number] {
  const claims = groups[index] ?? [];
  const pending = claims[at] as Claim;
  const previous = groups[index - 1] ?? [];
  const heads = at === 0 && LEFT.test(pending.before) && previous[0]?.paragraph === pending.paragraph;
  const group = heads ? previous : claims;
  const from = heads ? previous.length : at;
  for (let place = from - 1; place >= 0 && from - place <= (heads ? 12 : 5); place -= 1) {
    const claim = group[place] as Claim;
    if (claim.quantity.kind === "ratio" || isChange(claim)) continue;
    if (addable(claim, pending) || !LEFT.test(pending.before)) return [group, place];
  }
  return [group, -1];
}

/** Whether a whole is more than four times what is told of it. */
function isFarMore(whole: Claim, parts: readonly Claim[]): boolean {
  const sum = parts.reduce((total, { quantity }) => total.plus(quantity.value), Decimal.ZERO);
  return sum.times(FOUR).compare(whole.quantity.value) < 0;
}

/** Whether two claims both name what they count, and name nothing in common. */
function isOfOther(whole: Claim, done: Claim): boolean {
  if (!whole.ownSubject || !done.ownSubject) return false;
  const [one, other] = [whole.subject, done.subject];
  if (one.length < 2 || other.length < 2) return false;
  return ![...one].some((_, at) => at + 1 < one.length && other.includes(one.slice(at, at + 2)));
}

const FOUR = Decimal.of(4);
const CARRIED_IN = /上年[^,，;]*(?:转入|结转|结存|结余)|转入|旧存|积存/;

/** Words that say that there is nothing else: what is left is the whole without what is done. */
const LEFT = /剩余|余下|其余|尚余|还剩|未完成|尚未|未整改|未销号|未办结/;

/** 受理8946件,调解成功9812件; 53个问题已完成整改59个: more is done than came in. */
function moreDoneThanCame(relations: Relations, claims: readonly Claim[]): Finding[] {
  return claims.flatMap((done, at) => {
    const came = claims[at - 1];
    if (came === undefined || !addable(came, done) || !isAmount(came) || !isAmount(done)) return [];
    // 约定采购180万片,已完成207万片: more than was agreed
    if (/约定|计划|目标|任务|预计/.test(came.before)) return [];
    const behind = relations.text.slice(done.quantity.end, done.quantity.end + 12);
    const carried = CARRIED_OVER.test(done.before + came.before) || /^\((?:含|包括)/.test(behind);
    if (carried || !isLarger(done, came)) return [];
    const between = relations.text.slice(came.quantity.end, done.quantity.start);
    // 排查348个,取缔87个,…、规范209个,现已整治331个: of the first, and what stands between are its parts
    const isOfFirst = claims.slice(0, at - 1).some((it) => addable(it, done) && !isLarger(done, it));
    const ofIt = OF_IT.test(between) && !insideList(relations, came) && !isOfFirst;
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
    if (!BALANCE.test(left.before) && !SURPLUS.test(left.before)) return [];
    const amounts = claims
      .slice(Math.max(0, at - BALANCE_BACK), at)
      .filter((claim) => isAmount(claim) && addable(claim, left));
    const [income, spent] = amounts.slice(-2);
    const surplus = tradeBalance(relations, amounts, left);
    if (surplus !== null) return [surplus];
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

/** 出口7.18亿元、进口2.24亿元,实现顺差4.94亿元. */
function tradeBalance(relations: Relations, amounts: readonly Claim[], left: Claim): Finding | null {
  const sign = SURPLUS.exec(left.before)?.[1];
  const exports = amounts.findLast(
    (claim) => /出口[^,，、;]*$/.test(claim.before) && !/进出口/.test(claim.before),
  );
  const imports = amounts.findLast((claim) => /(?:^|[^进])进口[^,，、;]*$/.test(claim.before));
  if (sign === undefined || exports === undefined || imports === undefined) return null;
  const [large, small] = sign === "顺差" ? [exports, imports] : [imports, exports];
  if ([large, small, left].some((claim) => claim.quantity.approximation !== null)) return null;
  return sumFinding(relations, large, [small, left], fits(large, [small, left]));
}

/** How many claims back what came and what went are looked for. */
const BALANCE_BACK = 24;
const SURPLUS = /(顺差|逆差)(?:为|达)?$/;
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

/** 累计报告218例,…;已治愈出院77例,现有141例: those who are there are those who came without those who left. */
function casesLeft(relations: Relations, claims: readonly Claim[]): Finding[] {
  const isPresent = ({ before }: Claim) => /现有|尚在/.test(before);
  if (!claims.some(isPresent)) return [];
  const amounts = claims.filter(
    (claim) => isAmount(claim) && claim.quantity.approximation === null && !insideList(relations, claim),
  );
  const present = amounts.filter(isPresent);
  const came = amounts.filter((claim) => /累计(?!.*(?:治愈|出院|解除|死亡))|共报告/.test(claim.before));
  const [left, whole] = [present[0], came[0]];
  if (left === undefined || whole === undefined || present.length > 1 || came.length > 1) return [];
  // 累计报告确诊A例、无症状B例: two wholes, and who left may be of either
  const second = amounts[amounts.indexOf(whole) + 1];
  const between = relations.text.slice(whole.quantity.end, second?.quantity.start);
  if (second !== undefined && second !== left && addable(second, whole) && between.startsWith("、"))
    return [];
  const gone = amounts.filter(
    (claim) => /治愈|出院|解除|死亡|转出/.test(claim.before) && addable(claim, left),
  );
  if (gone.length === 0 || !addable(whole, left) || left.quantity.start < whole.quantity.start) return [];
  return [sumFinding(relations, whole, [...gone, left], fits(whole, [...gone, left]))];
}
