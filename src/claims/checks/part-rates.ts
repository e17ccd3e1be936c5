import { Decimal } from "../../quantity/index.ts";
import { DONE, OWN_BASE, RATES_OF } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import { percentOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { addable, insideList, isAmount, labelOf } from "./groups.ts";
import { wholeOfSentenceBefore } from "./part-lists.ts";
import { fitsShare, isSlip, shareResult } from "./ratio.ts";
import { shareOfDays } from "./share-of-days.ts";

/** 率, or the 面 of 增长面: the rate of a part in its whole. */
export const IS_RATE =
  /(?:率|存贷比|优良天数(?:比例|占比)|(?:支出|执行|投资|完成|支付|拨付)进度|(?:增长|下降|盈利|亏损|合格|达标|投产|开工|覆盖)面)(?:达到?|为|是|已达|仅为?|:|高达|在|约)*$/;

/** 受理8946件,调解成功8812件,成功率98.5%: a rate whose name is the part's verb, or one of a part and whole by name. */
export function rateFinding(relations: Relations, claims: readonly Claim[], at: number): Finding | null {
  const rate = claims[at] as Claim;
  if (rate.quantity.approximation !== null || rate.quantity.unit !== "%") return null;
  // 送审9.5亿元,审定8.55亿元,审减率10.0%: of what was cut, which need not be told
  const last = claims[at - 1];
  if (/[审核]减率/.test(rate.before) && /审定[^,;]*$/.test(last?.before ?? "")) return null;
  const amounts = amountsNear(relations, claims, at);
  const exact = claims.slice(0, at).filter((it) => isAmount(it) && it.quantity.approximation === null);
  const byName = ofNames(relations, exact, rate) ?? shareOfDays(relations, exact, rate);
  if (byName !== null) return byName;
  const stem = stemOf(rate.before);
  const pairs = [...pairsOf(amounts), ...acrossSemicolons(relations, claims, at, amounts, stem)];
  const ownBase = OWN_BASE.test(rate.before);
  const best = Math.max(0, ...pairs.map(({ part, whole }) => ownLength(stem, part, whole)));
  const named = best >= 2 ? pairs.filter(({ part, whole }) => ownLength(stem, part, whole) === best) : pairs;
  const fits = ({ part, whole }: Pair) => fitsShare(part, whole, rate);
  const other = pairs.find(fits);
  const fitting = named.find(fits) ?? (best > 2 && other?.part !== named[0]?.part ? undefined : other);
  if (fitting !== undefined) return shareResult(relations, [fitting.part, fitting.whole, rate], true);
  const [only] = named;
  if (only === undefined) return ofSentenceBefore(relations, claims, at, stem);
  if (ownBase && !named.some(({ part, whole }) => isSlip(part, whole, rate))) return null;
  if (best >= 2) {
    const first = amounts.find((claim) => addable(claim, only.part));
    const widest = named.find(({ whole }) => whole === first) ?? only;
    const slip = named.find((pair) => isSlip(pair.part, pair.whole, rate));
    if (slip !== undefined) return shareResult(relations, [slip.part, slip.whole, rate], false);
    // 暗访62家,取缔17家,压减33家,压减率…: with another amount between them the rate may be of something else
    const same = amounts.filter((claim) => addable(claim, widest.part));
    if (same.indexOf(widest.part) - same.indexOf(widest.whole) > 1) return null;
    return shareResult(relations, [widest.part, widest.whole, rate], false);
  }
  const slips = pairs.filter(({ part, whole }) => isSlip(part, whole, rate));
  const [slip] = slips;
  if (slip === undefined || slips.length > 1) return null;
  return named.length === 1 || isBefore(claims, slip.part, at)
    ? shareResult(relations, [slip.part, slip.whole, rate], false)
    : null;
}

/** Whether a part is the last amount before the rate. */
function isBefore(claims: readonly Claim[], part: Claim, at: number): boolean {
  return claims[at - 1] === part;
}

/** The amounts that a rate can be of: up to six before it with no semicolon between, and those in brackets behind it. */
function amountsNear(relations: Relations, claims: readonly Claim[], at: number): Claim[] {
  const rate = claims[at] as Claim;
  const { text } = relations;
  return [...claims.slice(Math.max(0, at - 6), at), ...insideBrackets(relations, claims, at)].filter(
    (claim) =>
      isAmount(claim) &&
      claim.quantity.approximation === null &&
      (HEADS.test(claim.before) || !text.slice(claim.quantity.end, rate.quantity.start).includes(";")),
  );
}

/** 99户企业实现产值…;亏损企业13户,亏损面13.1%: a number that heads its sentence is the whole beyond semicolons, too. */
const HEADS = /^$/;

interface Pair {
  readonly part: Claim;
  readonly whole: Claim;
}

/** Every later amount as a part of an earlier one that is not smaller. */
function pairsOf(amounts: readonly Claim[]): Pair[] {
  return amounts.flatMap((part) =>
    amounts
      .filter((whole) => whole.quantity.start < part.quantity.start && addable(whole, part))
      .filter((whole) => whole.quantity.value.compare(part.quantity.value) >= 0)
      .map((whole) => ({ part, whole })),
  );
}

/** 收到4.36亿元,已分配…;已支付2.97亿元,支付率68.1%: the sentence's first amount is the whole of the last part, too. */
function acrossSemicolons(
  { text }: Relations,
  claims: readonly Claim[],
  at: number,
  amounts: readonly Claim[],
  stem: string,
): Pair[] {
  const part = claims[at - 1];
  if (part === undefined || !amounts.includes(part)) return [];
  if (!PART_TOLD.test(part.before) && !part.before.includes(stem.slice(-2))) return [];
  // 合同3860份,其中…问题合同733份,…;已整改问题合同696份,整改率95%: of another than the first
  const wholes = claims.filter((it) => it.index < part.index && isAmount(it) && addable(it, part));
  const rate = claims[at] as Claim;
  const fitting = wholes.find((it) => fitsShare(part, it, rate));
  const whole = fitting ?? wholes[0];
  if (fitting === undefined && wholes.length > 1 && whole !== undefined && isFarMore(whole, part, rate))
    return [];
  if (whole === undefined || amounts.includes(whole) || whole.quantity.approximation !== null) return [];
  if (!text.slice(whole.quantity.end, part.quantity.start).includes(";")) return [];
  return whole.quantity.value.compare(part.quantity.value) >= 0 ? [{ part, whole }] : [];
}

const PART_TOLD = /已|完成|实际/;

/** Whether a part is not half of what its rate says: it is of another whole. */
function isFarMore(whole: Claim, part: Claim, rate: Claim): boolean {
  const told = percentOf(whole.quantity.possible, rate.quantity.possible);
  return part.quantity.value.times(Decimal.of(2)).compare(told.low) < 0;
}

/** 床位2430张,入住1266名,入住率52.1%: part and whole by their names, in whichever units they are. */
function ofNames(relations: Relations, amounts: readonly Claim[], rate: Claim): Finding | null {
  const row = RATES_OF.find((it) => it.rate.test(rate.before));
  if (row === undefined) return null;
  const part = amounts.findLast((claim) => row.part.test(labelOf(claim)));
  const wholes = amounts.filter((claim) => claim !== part && row.whole.test(labelOf(claim)));
  // 存款1684亿元,其中住户存款1179亿元;贷款1347亿元: of all of it
  const whole = wholes.findLast((claim) => !insideList(relations, claim)) ?? wholes.at(-1);
  if (part === undefined || whole === undefined || whole.quantity.value.isZero()) return null;
  const holds = fitsShare(part, whole, rate);
  return holds || part.quantity.value.compare(whole.quantity.value) <= 0
    ? shareResult(relations, [part, whole, rate], holds)
    : null;
}

function insideBrackets(
  { text, sentences }: Relations,
  claims: readonly Claim[],
  at: number,
): readonly Claim[] {
  const rate = claims[at] as Claim;
  const rest = text.slice(rate.quantity.end, sentences[rate.sentence]?.end);
  const close = rate.quantity.end + rest.indexOf(")");
  return rest.startsWith("(") ? claims.slice(at + 1).filter(({ quantity }) => quantity.end <= close) : [];
}

/** 整改任务24项,其中…。已完成19项,完成率79.2%: the whole heads the sentence before, outside of its lists. */
function ofSentenceBefore(
  relations: Relations,
  claims: readonly Claim[],
  at: number,
  stem: string,
): Finding | null {
  const rate = claims[at] as Claim;
  const part = claims[at - 1];
  if (part === undefined || !isAmount(part) || part.quantity.approximation !== null) return null;
  if (part.ownSubject && part.subject.length > 1) return ofSameName(relations, part, rate);
  if (!DONE.test(part.before) && commonLength(stem, part.before) < 2) return null;
  const whole = wholeOfSentenceBefore(relations, part);
  return whole === null ? null : shareResult(relations, [part, whole, rate], fitsShare(part, whole, rate));
}

const SAME_NAME_BACK = 40;

/** 批而未供土地86宗、3240亩…。已处置批而未供土地2106亩,处置率65%: the whole is what was told of the same thing. */
function ofSameName(relations: Relations, part: Claim, rate: Claim): Finding | null {
  const { claims } = relations;
  const last = Math.max(0, part.index - SAME_NAME_BACK);
  for (let at = part.index - 1; at >= last && claims[at]?.paragraph === part.paragraph; at -= 1) {
    const whole = claims[at] as Claim;
    if (whole.sentence === part.sentence || !addable(whole, part) || !isAmount(whole)) continue;
    if (whole.subject !== part.subject || whole.quantity.approximation !== null) continue;
    if (whole.quantity.value.compare(part.quantity.value) < 0) return null;
    return shareResult(relations, [part, whole, rate], fitsShare(part, whole, rate));
  }
  return null;
}

/** 整改完成率 → 整改完成: the word before 率 or 面. */
function stemOf(before: string): string {
  const end = Math.max(before.lastIndexOf("率"), before.lastIndexOf("面"), before.lastIndexOf("进度"));
  return before.slice(Math.max(0, end - 4), end);
}

/** How much of a rate's name the part's words hold and the whole's do not: 整改完成率 is of 已完成整改. */
function ownLength(stem: string, part: Claim, whole: Claim): number {
  const length = commonLength(stem, labelOf(part));
  const verb = stem.slice(-2);
  if (verb.length === 2 && labelOf(part).includes(verb) && !whole.before.includes(verb))
    return Math.max(2, length);
  return length > commonLength(stem, whole.before) || REACHED.test(part.before) ? length : 0;
}

/** 就业年龄段6915名,已就业3112名: of two that bear the rate's name the part is the one that is done. */
const REACHED = /^(?:现|目前|实际|其中)?已|成功/;

/** The length of the longest run of characters that both texts have; of two or more. */
function commonLength(stem: string, words: string): number {
  for (let length = stem.length; length >= 2; length -= 1)
    for (let at = 0; at + length <= stem.length; at += 1)
      if (words.includes(stem.slice(at, at + length))) return length;
  return 0;
}
