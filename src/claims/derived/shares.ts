import { Decimal } from "../../quantity/index.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, insideList, isAmount, isLevel, withoutBrackets } from "../checks/groups.ts";
import { fitsShare, shareResult } from "../checks/ratio.ts";
import { wholeOf } from "../checks/shares.ts";
import { RATES_OF } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import { amountsBefore, amountsBehind, commonLength, isPlain, slipOf, wordsOf } from "./near.ts";

/**
 * A share or rate whose part or whole stands in another sentence, under a name that is not quite the same, or behind it:
 * 其中税收…,占一般公共预算收入的72% of what the sentence before told; 床位8505张。入住5103人,使用率60%.
 */
export function checkFarShares(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((share) => {
    const { kind, approximation, unit } = share.quantity;
    if (kind !== "ratio" || approximation !== null || isSettled(share)) return [];
    if ((unit !== "%" && unit !== "‰") || /分别|依次/.test(share.before)) return [];
    const stated = wholeStated(relations, share);
    const cue = stated === null ? cueOf(withoutBrackets(share.before)) : null;
    if (stated !== null) return ofStated(relations, share, stated) ?? [];
    if (cue === null) return [];
    const finding = ofShare(relations, share, cue);
    return finding === null ? [] : [finding];
  });
}

interface Cue {
  /** what the whole is called, as far as the words tell */
  readonly whole: string;
  /** what the part is called or what was done to it */
  readonly part: string;
  /** 占总数的: of all that the text speaks of */
  readonly all: boolean;
  /** a rate by its name (检测率), not told by 占 or 为…的 */
  readonly rate: boolean;
}

/** What the words before a percentage say that it is a share of; null where they tell of no share. */
function cueOf(before: string): Cue | null {
  const target = OF.exec(before)?.[1];
  const all = /占(?:总[数量额]|全[区市县省镇])的?$/.test(before);
  if (target !== undefined) return { whole: target, part: "", rate: false, all };
  const whole = wholeOf(before);
  if (whole !== null) {
    const named = /([一-龥]{2,8}?)(?:所?占比?重?|占比)(?:为|达)?$/.exec(before)?.[1] ?? "";
    return { whole, part: whole === "" ? named : "", rate: false, all };
  }
  const rate = RATE.exec(before)?.[1];
  return rate === undefined || OWN.test(rate) ? null : { whole: "", part: rate, rate: true, all };
}

/** 为公益金的30%, 完成预算的103%, 达到年度计划的82%. */
const OF =
  /(?:为|达到?|完成|是|相当于)(?:了|全?年度?|年初|其|[区县市省]级)*([一-龥]{2,12}?)(?:总额|总数|总量|数)?的$/;
const RATE = /([一-龥]{1,8}(?:[率比面]|比例|进度))(?:达到?|为|是|约|仅为?|:)*$/;
/** Rates of a change, of an economy or of a population, whose base is another. */
const OWN =
  /出生率|死亡率|城镇化率|增长率|增速|下降率|失业率|利率|汇率|税率|费率|负债率|周转率|自然|发案率|升学率|入学率|巩固率|绿化率|森林|满意率|知晓率|贡献率|利用率|化率|同比|环比|降幅|压减率|压降率|减少率|生育|性别比|收入比|及格率|优良/;

interface Pair {
  readonly part: Claim;
  readonly whole: Claim;
}

function ofShare(relations: Relations, share: Claim, cue: Cue): Finding | null {
  const before = amountsBefore(relations, share);
  const behind = [
    ...amountsBehind(relations, share).filter(isAmount),
    ...(TARGET.test(cue.whole) ? plansBehind(relations, share) : []),
  ];
  // 年初预算为4亿元,支出决算为年初预算的106.25%: what was done may stand in the sentence before
  const ofTarget = TARGET.test(cue.whole);
  const near = before.filter((claim) => isLevel(claim) && !(ofTarget && isTarget(claim)));
  const beside = near.filter((claim) => claim.sentence === share.sentence).slice(0, 4);
  const named = cue.rate || cue.part !== "";
  const parts = beside.length > 0 || !ofTarget ? beside.slice(0, named ? 4 : 2) : near.slice(-8);
  const [nearest] = parts;
  if (nearest === undefined) return null;
  // 整改隐患4608处,整改率96%,共发现隐患4800处
  const ofBehind = cue.rate ? behind.filter((it) => !/尚|未|剩|余|库存|不合格|待/.test(it.before)) : behind;
  const wholes = [...before, ...ofBehind].filter(isAmountOfNow);
  const pairs = parts.flatMap((part) => pairsOf(part, wholes));
  const fitting = pairs.find((pair) => fitsShare(pair.part, pair.whole, share));
  if (fitting !== undefined) return shareResult(relations, [fitting.part, fitting.whole, share], true);
  const byName = cue.rate ? namedRate(relations, share, cue) : null;
  if (byName !== null) return byName;
  if (beside.length === 0) return slipOfFar(relations, parts, wholes, share);
  const part = partOf(parts, cue);
  if (part === null || isApart(relations, part, share)) return null;
  // those of one age are of all, whose number may stand far off
  const own = pairsOf(part, wholes);
  if (
    /岁|年龄/.test(part.before) &&
    cue.whole.length < 2 &&
    !own.some((pair) => isAmong(relations, part, pair.whole))
  )
    return null;
  const tied = own.find((pair) => countsAlike(pair.part, pair.whole) && isTied(relations, pair, cue, own));
  if (tied !== undefined) return shareResult(relations, [tied.part, tied.whole, share], false);
  const slip =
    own.find((pair) => {
      const chance = slipOfShare(pair, share);
      return chance !== null && chance * own.length <= mostChance(relations, pair, cue);
    }) ?? slipOfTotal(relations, part, share, cue, own.length === 0);
  return slip === undefined ? null : shareResult(relations, [slip.part, slip.whole, share], false);
}

/** 占破案总数的88.5%: of a total that another paragraph tells. */
function slipOfTotal(
  { claims }: Relations,
  part: Claim,
  share: Claim,
  cue: Cue,
  alone: boolean,
): Pair | undefined {
  if (cue.rate || (!/总[数量额]/.test(share.before) && !alone)) return undefined;
  const totals = claims
    .slice(Math.max(0, share.index - TOTALS_BACK), share.index)
    .filter((it) => it.paragraph !== share.paragraph && isPlain(it) && addable(it, part))
    .filter((it) => /共(?!产|青)|总|累计/.test(it.before));
  const pairs = pairsOf(part, totals);
  if (pairs.some((pair) => fitsShare(pair.part, pair.whole, share))) return undefined;
  return pairs.find((pair) => (slipOfShare(pair, share) ?? 1) * pairs.length <= 0.12);
}

const TOTALS_BACK = 60;

/** A slip proves less where no words tie the part to the whole. */
function mostChance(relations: Relations, { part, whole }: Pair, cue: Cue): number {
  if (isAmong(relations, part, whole)) return 0.5;
  if (cue.part !== "" && !cue.rate) return 0.25;
  if (cue.rate && wordsOf(part).includes(cue.part.replace(/(?:率|比例?|面|进度)$/, "").slice(-2))) return 0.6;
  const named = cue.whole.length >= 2 && commonLength(cue.whole, wordsOf(whole)) >= 2;
  return named || cue.rate || whole.sentence === part.sentence ? 0.25 : 0.12;
}

/** 占64个贫困村的96.9%: the whole stands between 占 and the share. */
function wholeStated({ text, claims }: Relations, share: Claim): Claim | null {
  const last = claims[share.index - 1];
  if (last === undefined || !isPlain(last) || !/(?:占|为|达到?|是|相当于)[^,，;]{0,8}$/.test(last.before))
    return null;
  return /^[一-龥]{0,10}的$/.test(text.slice(last.quantity.end, share.quantity.start)) ? last : null;
}

function ofStated(relations: Relations, share: Claim, whole: Claim): Finding | null {
  const parts = amountsBefore(relations, share).filter(
    (it) => it !== whole && countsAlike(it, whole) && it.sentence === share.sentence,
  );
  const fitting = parts.find((part) => fitsShare(part, whole, share));
  const part = fitting ?? parts[0];
  if (part === undefined || isApart(relations, part, share)) return null;
  return shareResult(relations, [part, whole, share], fitting !== undefined);
}

/** 为调整预算的100.6%,…。调整预算数为32亿元: the plan may be told behind. */
function plansBehind({ claims }: Relations, share: Claim): Claim[] {
  return claims
    .slice(share.index + 1, share.index + 8)
    .filter((it) => it.paragraph === share.paragraph && isPlain(it) && PLAN_TOLD.test(it.before));
}

const PLAN_TOLD = /(?:预算数?|计划数?|目标数?|任务数?)(?:为|是)$/;

/** What was done stands in a sentence before its target: only a slip that is rare by chance is said. */
function slipOfFar(
  relations: Relations,
  parts: readonly Claim[],
  wholes: readonly Claim[],
  share: Claim,
): Finding | null {
  const pairs = parts.flatMap((part) => pairsOf(part, wholes.filter(isTarget)));
  const slip = pairs.find((pair) => {
    const chance = slipOfShare(pair, share);
    return chance !== null && chance * pairs.length <= 0.05;
  });
  return slip === undefined ? null : shareResult(relations, [slip.part, slip.whole, share], false);
}

/** 床位8505张,…。入住老人5103人,床位使用率60%: part and whole by their names, in whichever units, in the paragraph. */
function namedRate(relations: Relations, share: Claim, cue: Cue): Finding | null {
  for (const row of RATES_OF) {
    const finding = row.rate.test(cue.part) ? byRow(relations, share, row) : null;
    if (finding !== null) return finding;
  }
  return null;
}

function byRow(relations: Relations, share: Claim, row: (typeof RATES_OF)[number]): Finding | null {
  const amounts = amountsBefore(relations, share).filter(isAmountOfNow);
  // 床位2160张,入住率45%,入住老人972人: the part may stand behind
  const near = [...amounts, ...amountsBehind(relations, share).slice(0, 1)];
  const part = near.find((claim) => row.part.test(wordsOf(claim)) && claim.sentence === share.sentence);
  const all = amounts.filter((claim) => claim !== part && row.whole.test(wordsOf(claim)));
  const outside = all.filter((claim) => !insideList(relations, claim));
  const wholes = outside.length > 0 ? outside : all;
  if (part === undefined || wholes.length === 0) return null;
  const fitting = wholes.find((whole) => fitsShare(part, whole, share));
  const whole = fitting ?? (wholes.length === 1 ? wholes[0] : undefined);
  if (whole === undefined || whole.quantity.value.compare(part.quantity.value) < 0) return null;
  return shareResult(relations, [part, whole, share], fitting !== undefined);
}

function isAmountOfNow(claim: Claim): boolean {
  return isLevel(claim) && isPlain(claim);
}

/** Every amount that is no smaller than a part, as its whole. */
function pairsOf(part: Claim, wholes: readonly Claim[]): Pair[] {
  return wholes
    .filter((whole) => whole !== part && (countsAlike(part, whole) || areCounts(part, whole)))
    .filter((whole) => whole.quantity.value.compare(part.quantity.value) >= 0 || isTarget(whole))
    .map((whole) => ({ part, whole }));
}

const TARGET = /预算$|计划|目标|任务/;
const TARGETED = /(?:预算(?!收入|支出|内|外)|计划|目标|任务)[^,，;]{0,4}$/;

function isTarget(whole: Claim): boolean {
  return TARGETED.test(whole.before);
}

/** 新发现17名 of 查处68人次: persons and how often they came. */
function countsAlike(one: Claim, other: Claim): boolean {
  if (addable(one, other)) return true;
  const persons = new Set(["person", "attendance"]);
  return persons.has(one.quantity.dimension) && persons.has(other.quantity.dimension);
}

/** 报警电话58240个,有效警情23296起: things that are counted by other words, side by side in one sentence. */
function areCounts(one: Claim, other: Claim): boolean {
  const counts = one.quantity.dimension === "count" && other.quantity.dimension === "count";
  return counts && Math.abs(one.index - other.index) === 1 && one.sentence === other.sentence;
}

/** The part that a share is told of: what bears its name, else the amount right before it. */
function partOf(parts: readonly Claim[], cue: Cue): Claim | null {
  if (cue.rate) {
    const verb = cue.part.replace(/(?:率|比例?|面|进度)$/, "").slice(-2);
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
    return best !== undefined && commonLength(cue.part, wordsOf(best)) >= 2 ? best : null;
  }
  return parts[0] ?? null;
}

/** 应检, 应接种: what ought to be done. */
const DUE = /[应需][^,，;]{0,4}$/;
const DONE = /(?:已|实)[^,，;]{0,6}$/;

function isApart({ text }: Relations, part: Claim, share: Claim): boolean {
  return text.slice(part.quantity.end, share.quantity.start).includes(";");
}

/** Whether the words say that this is the whole: its name, 应检 before 实检, or the one amount that it can be. */
function isTied(relations: Relations, { part, whole }: Pair, cue: Cue, own: readonly Pair[]): boolean {
  if (cue.rate && DUE.test(whole.before) && DONE.test(part.before)) return true;
  if (cue.whole.length >= 2) {
    const held = commonLength(cue.whole, wordsOf(whole));
    const best = Math.max(...own.map((pair) => commonLength(cue.whole, wordsOf(pair.whole))));
    const head = wordsOf(whole).includes(cue.whole.slice(-2));
    if (head && held >= 2 && held === best && held >= cue.whole.length / 2) {
      const named = own.filter((pair) => commonLength(cue.whole, wordsOf(pair.whole)) === best);
      return new Set(named.map((pair) => pair.whole.quantity.value.toString())).size === 1;
    }
  }
  if (cue.rate) return false;
  // 25例新增感染者中,…社会面发现3例,社会面占比12%
  const topic = /^[一-龥]{0,12}中[,:]/.test(
    relations.text.slice(whole.quantity.end, whole.quantity.end + 14),
  );
  if (topic && whole.sentence === part.sentence) return true;
  // 占总数的46%: of what the paragraph begins with
  const [one] = own;
  // 鉴定农房12.4万户,初判存在隐患3720户,占3%
  if (cue.whole === "" && own.length === 1 && one !== undefined && part.index - one.whole.index === 1)
    if (one.whole.sentence === part.sentence && addable(part, one.whole)) return true;
  if (cue.whole === "" && cue.all) return own.at(-1)?.whole === whole && part.index - whole.index < BACK;
  if (isAmong(relations, part, whole) && own.length === 1) return true;
  const totals = own.filter(
    (pair) => TOTAL.test(pair.whole.before) && part.sentence - pair.whole.sentence <= 1,
  );
  return cue.whole === "" && totals.length === 1 && totals[0]?.whole === whole;
}

const BACK = 24;
const TOTAL = /(?:合计|共计|总计|总数|(?:^|[^一-龥])共)[^,，;]{0,6}$/;

/** Whether a part is told as one of the whole: 其中, in its sentence or at the head of the next. */
function isAmong({ text, sentences }: Relations, part: Claim, whole: Claim): boolean {
  const from = Math.max(whole.quantity.end, sentences[part.sentence]?.start ?? 0);
  return part.sentence - whole.sentence <= 1 && /其中/.test(text.slice(from, part.quantity.start));
}

function slipOfShare({ part, whole }: Pair, share: Claim): number | null {
  const times = share.quantity.unit === "‰" ? Decimal.of(1000) : Decimal.HUNDRED;
  const exact = part.quantity.value.times(times).divide(whole.quantity.value, 6);
  return exact === null ? null : slipOf(share, exact);
}
