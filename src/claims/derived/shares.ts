import { Decimal } from "../../quantity/index.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, withoutBrackets } from "../checks/groups.ts";
import { fitsShare, shareResult } from "../checks/ratio.ts";
import type { Claim, Relations } from "../relate.ts";
import { namedRate } from "./named-rates.ts";
import { amountsBefore, commonLength, isAmountOfNow, isPlain, slipOf, wordsOf } from "./near.ts";
import { DONE, DUE, isTarget, operandsOf, partOf, verbOf } from "./share-operands.ts";
import { type Cue, cueOf } from "./share-words.ts";

/**
 * A share or rate whose part or whole stands in another sentence, under a name that is not quite the same, or behind it:
 * 其中税收…,占一般公共预算收入的72% of what the sentence before told; 床位8505张。入住5103人,使用率60%.
 */
export function checkFarShares(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((share) => {
    const { kind, approximation, unit } = share.quantity;
    if (kind !== "ratio" || approximation !== null || isSettled(share)) return [];
    if ((unit !== "%" && unit !== "‰") || /分别|依次/.test(share.before) || headsList(relations, share))
      return [];
    const stated = wholeStated(relations, share);
    const cue = stated === null ? cueOf(withoutBrackets(share.before)) : null;
    if (stated !== null) return ofStated(relations, share, stated) ?? [];
    if (cue === null) return [];
    const finding = ofShare(
      relations,
      share,
      cue.part === "" ? { ...cue, part: superlativeOf(relations, share) } : cue,
    );
    return finding === null ? [] : [finding];
  });
}

/** 以涉水最多,占35.2%; 教育支出次之,比重20.2%: which of a list the clause before speaks of; else empty. */
function superlativeOf({ text }: Relations, { before, quantity: { start } }: Claim): string {
  return (
    SUPERLATIVE.exec(text.slice(Math.max(0, start - before.length - 16), start - before.length))?.[1] ?? ""
  );
}

const SUPERLATIVE =
  /(?:^|[,;。])以?([一-龥]{2,8}?)(?:所占比重|比重|占比)?(?:最[多高大]|居[多首]|次之|为[主首]),$/;

/** 42万、48万、30万千瓦时,占35%、40%、25%: one of several shares without words of their own. */
function headsList({ text, claims }: Relations, share: Claim): boolean {
  const next = claims[share.index + 1];
  const beside = next !== undefined && text.slice(share.quantity.end, next.quantity.start) === "、";
  return beside && next.quantity.kind === "ratio" && /占$/.test(share.before);
}

interface Pair {
  readonly part: Claim;
  readonly whole: Claim;
}

function ofShare(relations: Relations, share: Claim, cue: Cue): Finding | null {
  const byName = cue.rate ? namedRate(relations, share, cue) : null;
  if (byName !== null) return byName;
  const { parts, wholes, far } = operandsOf(relations, share, cue);
  const [nearest] = parts;
  if (nearest === undefined) return null;
  const pairs = parts.flatMap((part) => pairsOf(part, wholes));
  const fitting = pairs.find((pair) => fitsShare(pair.part, pair.whole, share));
  if (fitting !== undefined) {
    // 四级6275人,一、二级合计9955人,占总数的64%: of the one right before it, whatever another gives
    const wrong = cue.all && fitting.part !== nearest ? ofPart(relations, nearest, wholes, share, cue) : null;
    return wrong ?? shareResult(relations, [fitting.part, fitting.whole, share], true);
  }
  if (far) return slipOfFar(relations, parts, wholes, share);
  const named = partOf(parts, cue);
  const tried = cue.rate ? new Set([named ?? nearest, nearest]) : new Set(named === null ? [] : [named]);
  for (const part of tried) {
    const wrong = ofPart(relations, part, wholes, share, cue);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** What is wrong with a share of one part; null where nothing ties it to a whole. */
function ofPart(
  relations: Relations,
  part: Claim,
  wholes: readonly Claim[],
  share: Claim,
  cue: Cue,
): Finding | null {
  if (isApart(relations, part, share)) return null;
  const own = pairsOf(part, wholes).filter(({ whole }) => isOfSiblings(relations, whole, share));
  const more = moreThanWhole(relations, part, share, cue);
  if (more !== null) return shareResult(relations, [part, more, share], false);
  // those of one age are of all, whose number may stand far off
  const ofAge = /岁|年龄/.test(part.before) && cue.whole.length < 2;
  if (ofAge && !own.some((pair) => isAmong(relations, part, pair.whole))) return null;
  const tied = own.find((pair) => countsAlike(pair.part, pair.whole) && isTied(relations, pair, cue, own));
  if (tied !== undefined) return shareResult(relations, [tied.part, tied.whole, share], false);
  const slip =
    own.find((pair, at) => {
      const chance = slipOfShare(relations, pair, share);
      return chance !== null && chance * (at + 1) <= mostChance(relations, pair, cue);
    }) ?? slipOfTotal(relations, part, share, cue, own.length === 0);
  return slip === undefined ? null : shareResult(relations, [slip.part, slip.whole, share], false);
}

/** 占破案总数的88.5%: of a total that another paragraph tells. */
function slipOfTotal(
  relations: Relations,
  part: Claim,
  share: Claim,
  cue: Cue,
  alone: boolean,
): Pair | undefined {
  if (cue.rate || (!/总[数量额]/.test(share.before) && !alone)) return undefined;
  const totals = relations.claims
    .slice(Math.max(0, share.index - TOTALS_BACK), share.index)
    .filter((it) => it.paragraph !== share.paragraph && isPlain(it) && addable(it, part))
    .filter((it) => (alone && cue.all && isAmountOfNow(it)) || /共(?!产|青)|总|累计/.test(it.before));
  const pairs = pairsOf(part, totals);
  if (pairs.some((pair) => fitsShare(pair.part, pair.whole, share))) return undefined;
  return pairs.find((pair) => (slipOfShare(relations, pair, share) ?? 1) * pairs.length <= 0.12);
}

const TOTALS_BACK = 60;

/** A slip proves less where no words tie the part to the whole. */
function mostChance(relations: Relations, { part, whole }: Pair, cue: Cue): number {
  if (isAmong(relations, part, whole)) return 0.5;
  if (cue.part !== "" && !cue.rate) return 0.25;
  if (cue.rate && wordsOf(part).includes(verbOf(cue))) return 0.6;
  const named = cue.whole.length >= 2 && commonLength(cue.whole, wordsOf(whole)) >= 2;
  return named || cue.rate || whole.sentence === part.sentence ? 0.25 : 0.2;
}

/** 占64个贫困村的96.9%: the whole stands between 占 and the share. */
function wholeStated({ text, claims }: Relations, share: Claim): Claim | null {
  const last = claims[share.index - 1];
  if (last === undefined || !isPlain(last) || !/(?:占|为|达到?|是|相当于)[^,，;]{0,8}$/.test(last.before))
    return null;
  return /^[一-龥]{0,10}的(?:(?:比重|比例)(?:为|达到?)?)?$/.test(
    text.slice(last.quantity.end, share.quantity.start),
  )
    ? last
    : null;
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

/** What was done stands in a sentence before its target: only a slip that is rare by chance is said. */
function slipOfFar(
  relations: Relations,
  parts: readonly Claim[],
  wholes: readonly Claim[],
  share: Claim,
): Finding | null {
  const pairs = parts.flatMap((part) => pairsOf(part, wholes.filter(isTarget)));
  const slip = pairs.find((pair) => {
    const chance = slipOfShare(relations, pair, share);
    return chance !== null && chance * pairs.length <= 0.05;
  });
  return slip === undefined ? null : shareResult(relations, [slip.part, slip.whole, share], false);
}

/** Every amount that is no smaller than a part, as its whole. */
function pairsOf(part: Claim, wholes: readonly Claim[]): Pair[] {
  return wholes
    .filter((whole) => whole !== part && (countsAlike(part, whole) || areCounts(part, whole)))
    .filter((whole) => whole.quantity.value.compare(part.quantity.value) >= 0 || isTarget(whole))
    .map((whole) => ({ part, whole }));
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

function bearsVerb(claim: Claim, cue: Cue): boolean {
  return verbOf(cue).length === 2 && wordsOf(claim).includes(verbOf(cue));
}

/** 抽检640批次,合格680批次,合格率95%: no part is more than its whole. */
function moreThanWhole({ claims }: Relations, part: Claim, share: Claim, cue: Cue): Claim | null {
  const whole = claims[part.index - 1];
  if (whole === undefined || whole.sentence !== share.sentence || !addable(part, whole) || !isPlain(whole))
    return null;
  if (!cue.rate || !bearsVerb(part, cue) || !isAmountOfNow(whole) || isTarget(whole)) return null;
  const less = whole.quantity.value.compare(part.quantity.value) < 0;
  const twice = whole.quantity.value.times(TWO).compare(part.quantity.value) > 0;
  return less && twice && share.quantity.value.compare(Decimal.HUNDRED) <= 0 ? whole : null;
}

/** 普通居民36万人,占85%;资助对象6.4万人,占15%: of what the part before it is the told share of, too. */
function isOfSiblings({ claims }: Relations, whole: Claim, share: Claim): boolean {
  const name = BARE.test(share.before) ? "占" : /[一-龥]{2,4}率$/.exec(share.before)?.[0];
  if (name === undefined) return true;
  const sibling = claims
    .slice(Math.max(0, share.index - SIBLING_BACK), share.index)
    .filter((it) => it.sentence === share.sentence && it.quantity.kind === "ratio")
    .findLast(({ before }) =>
      name === "占" ? BARE.test(before) : before === share.before && before === name,
    );
  const part = sibling === undefined ? undefined : claims[sibling.index - 1];
  if (sibling === undefined || part === undefined || !countsAlike(part, whole)) return true;
  return part !== whole && fitsShare(part, whole, sibling);
}

const BARE = /^占(?:比)?$/;
const SIBLING_BACK = 4;

function isApart({ text }: Relations, part: Claim, share: Claim): boolean {
  return text.slice(part.quantity.end, share.quantity.start).includes(";");
}

/** Whether the words say that this is the whole: its name, 应检 before 实检, or the one amount that it can be. */
function isTied(relations: Relations, { part, whole }: Pair, cue: Cue, own: readonly Pair[]): boolean {
  if (cue.rate && DUE.test(whole.before) && DONE.test(part.before)) return true;
  if (cue.whole.length >= 2) {
    const held = commonLength(cue.whole, wordsOf(whole));
    const best = Math.max(...own.map((pair) => commonLength(cue.whole, wordsOf(pair.whole))));
    // 损失额 of 群众损失2592万元
    const head = wordsOf(whole).includes(cue.whole.replace(/(?<=..)(?:总?额|总?数|总?量)$/, "").slice(-2));
    if (head && held >= 2 && held === best && held >= cue.whole.length / 2) {
      const named = own.filter((pair) => commonLength(cue.whole, wordsOf(pair.whole)) === best);
      return new Set(named.map((pair) => pair.whole.quantity.value.toString())).size === 1;
    }
  }
  // 工地86个,检查覆盖86个,覆盖率100%: what was done to those right before it
  if (cue.rate)
    return (
      part.index - whole.index === 1 &&
      whole.sentence === part.sentence &&
      addable(part, whole) &&
      bearsVerb(part, cue) &&
      !bearsVerb(whole, cue)
    );
  // 25例新增感染者中,…社会面发现3例,社会面占比12%
  const topic = /^[一-龥]{0,12}中[,:]/.test(
    relations.text.slice(whole.quantity.end, whole.quantity.end + 14),
  );
  if (topic && whole.sentence === part.sentence) return true;
  // 占总数的46%: of what the paragraph begins with
  const [one] = own;
  // 鉴定农房12.4万户,初判存在隐患3720户,占3%
  const alone = own.length === 1 && one !== undefined && cue.whole === "" && !cue.all;
  if (alone && part.sentence - one.whole.sentence === 1 && part.index - one.whole.index <= 4) return true;
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

function slipOfShare({ text }: Relations, { part, whole }: Pair, share: Claim): number | null {
  // all of it: what is told of that needs no percentage
  if (part.quantity.value.equals(whole.quantity.value)) return null;
  const times = share.quantity.unit === "‰" ? Decimal.of(1000) : Decimal.HUNDRED;
  const exact = part.quantity.value.times(times).divide(whole.quantity.value, 6);
  if (exact === null) return null;
  // 三分之一, 三成: there are few such words, and any is another's slip
  const word = /分之|成|半/.test(text.slice(share.quantity.start, share.quantity.end));
  const { value } = share.quantity;
  const near = exact.times(TWO).compare(value) > 0 && value.times(TWO).compare(exact) > 0;
  if (word) return near ? FEW : null;
  // 9.1% is no 93%
  const alike = exact.times(FIVE).compare(value) > 0 && value.times(FIVE).compare(exact) > 0;
  return alike ? slipOf(share, exact) : null;
}

const TWO = Decimal.of(2);
const FIVE = Decimal.of(5);
const FEW = 0.2;
