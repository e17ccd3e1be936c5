import { insideList, isAmount, isLevel, isPerHead } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { amountsBefore, amountsBehind, commonLength, isExact, isPlain, wordsOf } from "./near.ts";
import type { Cue } from "./share-words.ts";

/** The amounts around a share that can be its part or its whole. */
export interface Operands {
  readonly parts: readonly Claim[];
  readonly wholes: readonly Claim[];
  /** whether what was done stands in another sentence than its share */
  readonly far: boolean;
}

/** What a share can be of, the nearest first. */
export function operandsOf(relations: Relations, share: Claim, cue: Cue): Operands {
  const before = [...amountsBefore(relations, share), ...amountsAHead(relations, share)];
  const ofTarget = TARGET.test(cue.whole);
  const all = amountsBehind(relations, share).filter(isAmount);
  // 整改隐患4608处,整改率96%,共发现隐患4800处
  const behind = cue.rate ? all.filter((it) => !/尚|未|剩|余|库存|不合格|待/.test(it.before)) : all;
  const wholes = [...before, ...behind, ...(ofTarget ? plansBehind(relations, share) : [])]
    .filter(isLevel)
    // of what is itself a part fewer are told
    .toSorted((one, other) => Number(insideList(relations, one)) - Number(insideList(relations, other)));
  const measured = dimensionOf(share);
  const near = before.filter(
    (claim) =>
      isLevel(claim) &&
      !(ofTarget && isTarget(claim)) &&
      (measured === null || claim.quantity.dimension === measured),
  );
  const named = cue.rate || cue.part !== "";
  const beside = near.filter((claim) => claim.sentence === share.sentence).slice(0, named ? 4 : 2);
  // 标准化厂房52万平方米,入驻率90%,已入驻46.8万平方米
  const isDone = (it: Claim) => DONE.test(it.before) && it.before.includes(verbOf(cue));
  const done = cue.rate && !beside.some(isDone) ? behind.filter(isDone) : [];
  // 年初预算为4亿元,支出决算为年初预算的106.25%: what was done may stand in the sentence before
  const far = beside.length === 0 && ofTarget;
  const byName = beside.some((it) => bears(it, cue.part))
    ? []
    : named
      ? near.filter((it) => isCalled(it, cue))
      : [];
  // 东城街道203例、…,东城街道占比达47.7%: wherever in the list it stands
  const called = cue.rate ? undefined : near.find((it) => isCalled(it, cue));
  const own = byName.length === 1 ? byName : called === undefined || beside.includes(called) ? [] : [called];
  return { parts: far ? near.slice(-8) : [...own, ...done, ...beside], wholes, far };
}

/** 刷单返利126起、…。刷单返利一项占38.9%: the part that an earlier sentence told by this name. */
function isCalled({ before }: Claim, { part, rate }: Cue): boolean {
  const name = part.replace(/(?:一项|一类|方面|合计|所)$/, "");
  return !rate && (name.length >= 3 ? before.endsWith(name) : name.length === 2 && before === name);
}

function bears(claim: Claim, name: string): boolean {
  return name !== "" && commonLength(name, wordsOf(claim)) >= 2;
}

/** 拆除率(按面积): by what it is measured; null where the words do not say. */
function dimensionOf({ before }: Claim): string | null {
  const by = /率\(按([一-龥]{2,4})\)$/.exec(before)?.[1] ?? "";
  return /面积/.test(by) ? "area" : /金额|资金|投资/.test(by) ? "money" : /人/.test(by) ? "person" : null;
}

/** 人均消费支出25116元,占可支配收入的65%: amounts a head, where the share is of one of them. */
function amountsAHead({ claims }: Relations, share: Claim): Claim[] {
  const near = claims
    .slice(Math.max(0, share.index - HEADS_BACK), share.index)
    .filter((it) => it.paragraph === share.paragraph && isExact(it) && isLevel(it) && isPerHead(it));
  const last = near.at(-1);
  return last !== undefined && share.index - last.index <= 3 ? near.toReversed() : [];
}

const HEADS_BACK = 12;

/** 为调整预算的100.6%,…。调整预算数为32亿元: the plan may be told behind. */
function plansBehind({ claims }: Relations, share: Claim): Claim[] {
  return claims
    .slice(share.index + 1, share.index + 8)
    .filter((it) => it.paragraph === share.paragraph && isPlain(it) && PLAN_TOLD.test(it.before));
}

const PLAN_TOLD = /(?:预算数?|计划数?|目标数?|任务数?)(?:为|是)$/;

const TARGET = /预算$|计划|目标|任务/;
const TARGETED = /(?:预算(?!收入|支出|内|外)|计划|目标|任务)[^,，;]{0,4}$/;

/** Whether an amount was planned. */
export function isTarget(whole: Claim): boolean {
  return TARGETED.test(whole.before);
}

/** The part that a share is told of: what bears its name, else the amount right before it. */
export function partOf(parts: readonly Claim[], cue: Cue): Claim | null {
  if (cue.rate) {
    const verb = verbOf(cue);
    const actual = parts.find((claim) => /实[^,，;]{0,3}$/.test(claim.before));
    if (actual !== undefined && parts.some((claim) => DUE.test(claim.before))) return actual;
    return (
      parts.find((claim) => wordsOf(claim).includes(verb) && /已|共/.test(claim.before)) ??
      parts.find((claim) => wordsOf(claim).includes(verb)) ??
      parts.find((claim) => verb.length === 2 && [...verb].every((it) => claim.before.includes(it))) ??
      parts.find((it) => DONE.test(it.before)) ??
      null
    );
  }
  if (cue.part !== "") {
    const held = (claim: Claim) => [...cue.part].filter((it) => wordsOf(claim).includes(it)).length;
    const [best] = parts.toSorted((one, other) => held(other) - held(one));
    if (best === undefined || commonLength(cue.part, wordsOf(best)) < 2) return null;
    // 有效发明专利1134件,高价值发明专利占35.4%: of another kind, which is not told
    const isOther = cue.part.length > 4 && commonLength(cue.part.slice(0, 3), wordsOf(best)) < 2;
    return isOther ? null : best;
  }
  return parts[0] ?? null;
}

/** 检测 of 检测率: what was done to the part. */
export function verbOf({ part }: Cue): string {
  return part.replace(/(?:率|比例?|面|进度)$/, "").slice(-2);
}

/** 应检, 应接种: what ought to be done. */
export const DUE = /[应需][^,，;]{0,4}$/;
/** 已接种, 实检: what was done. */
export const DONE = /(?:已|实)[^,，;]{0,6}$/;
