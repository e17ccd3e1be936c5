import { Decimal } from "../../quantity/index.ts";
import { totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, isAmount, isPlan } from "../checks/groups.ts";
import { ADDED_TO, fits, sumFinding } from "../checks/partition.ts";
import type { Claim, Relations } from "../relate.ts";
import { commonLength, slipOf } from "./near.ts";

/**
 * 本级收入加上级补助24.38亿元、债券转贷2.75亿元,收入总计49.7亿元: a total of parts of which the first was told before. Which of the
 * amounts before it is, is not said: the total holds with one of them, or is broken where a slip of the pen in one
 * number makes it hold.
 */
export function checkAddedTotals(relations: Relations): Finding[] {
  return relations.bySentence.flatMap((claims) => [
    ...claims.flatMap((whole, at) => {
      if (!isExact(whole) || !TOTAL.test(whole.before)) return [];
      const parts =
        partsBefore(relations, claims.slice(0, at), whole, whole.quantity.start) ??
        partsBehind(relations, claims.slice(at + 1), whole);
      return parts === null ? [] : judge(relations, whole, parts);
    }),
    ...balanced(relations, claims),
  ]);
}

function judge(relations: Relations, whole: Claim, parts: readonly Claim[]): Finding[] {
  const bases = basesOf(relations, parts[0] as Claim, whole);
  const holding = bases.find((base) => fits(whole, [base, ...parts]));
  if (holding !== undefined) return [sumFinding(relations, whole, [holding, ...parts], true)];
  const [best] = bases
    .map((base, rank) => ({ base, rank, chance: slipIn(whole, [base, ...parts]) * (rank + 1) }))
    .toSorted((one, other) => one.chance - other.chance);
  if (best === undefined) return [];
  const isNamed = best.rank === 0 && DONE.test(best.base.before) && SIDES.test(best.base.before);
  if (best.chance > (isNamed ? MOST_OF_NAMED : MOST)) return [];
  return [sumFinding(relations, whole, [best.base, ...parts], false)];
}

/** 当年支出加上解5400万元、…、结转下年7400万元后,收支平衡: what is spent comes to the total of what came in, told before. */
function balanced(relations: Relations, claims: readonly Claim[]): Finding[] {
  const even = evenTo(relations, claims);
  if (even.length > 0) return even;
  const last = claims.findLast(({ before }) => !TOTAL.test(before));
  if (last === undefined || !BALANCED.test(relations.text.slice(last.quantity.end, last.quantity.end + 30)))
    return [];
  const before = relations.claims.slice(Math.max(0, last.index - BACK), last.index);
  const total = before.findLast((it) => TOTAL.test(it.before) && isExact(it) && addable(it, last));
  if (total === undefined || total.index >= last.index) return [];
  const own = claims.slice(0, claims.indexOf(last) + 1).filter((it) => it.index > total.index);
  const parts = partsBefore(relations, own, total, last.quantity.end);
  return parts === null ? [] : judge(relations, total, parts);
}

/** 收入总计47.8亿元。支出总计与之相等,除当年支出外,上解3.12亿元、…: the total is the one told before. */
function evenTo(relations: Relations, claims: readonly Claim[]): Finding[] {
  const { claims: all, text } = relations;
  const at = claims.findIndex(({ before, quantity: { start } }) =>
    EVEN.test(text.slice(Math.max(0, start - before.length - EVEN_LEAD), start - before.length)),
  );
  const first = claims[at];
  if (first === undefined) return [];
  const before = all.slice(Math.max(0, first.index - BACK), first.index);
  const total = before.findLast((it) => TOTAL.test(it.before) && isExact(it) && addable(it, first));
  if (total === undefined) return [];
  const parts = clauseParts(relations, claims.slice(at), total, first.quantity.end);
  return parts.length > 1 && parts.every(isExact) ? judge(relations, total, parts) : [];
}

/** The amounts of a total's kind among some numbers, up to the first semicolon behind an offset. */
function clauseParts({ text }: Relations, some: readonly Claim[], total: Claim, from: number): Claim[] {
  const behind = some.findIndex(({ quantity }) => text.slice(from, quantity.start).includes(";"));
  return some.slice(0, behind < 0 ? some.length : behind).filter((it) => addable(it, total) && isAmount(it));
}

const EVEN =
  /支出(?:总计|总量|合计|总额)?(?:与(?:之|其|收入总计)|同样?|亦)?(?:相等|持平|平衡|一致)[,;:]除[^,;]{2,8}外,$/;
const EVEN_LEAD = 30;
const SIDES = /收入|支出|入库/;

const BALANCED =
  /^后?,?(?:全年)?(?:收支(?:总计)?(?:平衡|相抵|相等|持平)|支出(?:总计|总量|合计)?(?:与|和|同)[^,;。]{0,8}(?:相等|持平|一致|相同|平衡))/;

const TOTAL = /(?:总计|合计|共计|总量|总来源|总去向|总额|总财力)(?:为|达|是|亦为)?$/;
/** How often one of the amounts before may be mended by a slip by chance. */
const MOST = 0.1;

/** The amounts of a clause, which ends at an offset, from the one that something is added to; null where there is none. */
function partsBefore(
  { text }: Relations,
  before: readonly Claim[],
  whole: Claim,
  end: number,
): readonly Claim[] | null {
  const first = before.findLastIndex(
    ({ before: words, quantity: { start } }) =>
      ADDED_TO.test(words) || OUTSIDE.test(text.slice(start - words.length - LEAD, start - words.length)),
  );
  const parts = before.slice(first).filter((it) => addable(it, whole) && isAmount(it));
  const [lead] = parts;
  if (first < 0 || lead === undefined || parts.length < 2 || !parts.every(isExact)) return null;
  return text.slice(lead.quantity.end, end).includes(";") ? null : parts;
}

/** 收入总计65.00亿元,除本级收入外,上级补助11.84亿元、…: the total first. */
function partsBehind(relations: Relations, behind: readonly Claim[], whole: Claim): readonly Claim[] | null {
  const { text } = relations;
  // 收入总计51亿元,除本级收入外,…;支出总计51亿元
  const parts = clauseParts(relations, behind, whole, whole.quantity.end);
  const [first] = parts;
  if (first === undefined || parts.length < 2 || !parts.every(isExact)) return null;
  const from = first.quantity.start - first.before.length;
  // 包括本级收入以及上级补助276400万元
  return OUTSIDE.test(text.slice(whole.quantity.end, from)) || WITH.test(first.before) ? parts : null;
}

/** 本级收入之外,上级补助281400万元 */
const OUTSIDE =
  /(?:收入|支出|财力|[入支]库?数)(?:之外|以外|外|同前|如前(?:所?述)?),$|^,由[^,;、]{2,8}收入、$/;
const WITH = /^包括[^,;]{0,4}(?:收入|支出)(?:以及|和|及)[^,;]+$/;
const LEAD = 10;

function isExact({ quantity }: Claim): boolean {
  return quantity.approximation === null;
}

/** The amounts that may be the first part, the likeliest first: what was done of the same side, no plans, the nearest. */
function basesOf({ claims, sentences }: Relations, first: Claim, whole: Claim): readonly Claim[] {
  const from = sentences[first.sentence]?.start ?? 0;
  const side = /支出|去向/.test(`${whole.before}${first.before}`) ? "支出" : "收入";
  const rankOf = ({ before, subject }: Claim) =>
    (`${before}${subject}`.includes(side) ? 2 : 0) + (DONE.test(before) ? 1 : 0);
  return claims
    .slice(Math.max(0, first.index - BACK), first.index)
    .filter((it) => it.quantity.start < from && addable(it, whole) && isAmount(it) && isExact(it))
    .filter((it) => !isPlan(it) && it.quantity.value.compare(whole.quantity.value) < 0)
    .toReversed()
    .toSorted((one, other) => rankOf(other) - rankOf(one));
}

const BACK = 40;
const DONE = /执行|完成|实现|入库|决算|实际/;

/** 新建4.6万亩,加上此前的8.5万亩,累计13.1万亩: two that are put together in words, and what they come to. */
export function checkPutTogether(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((whole, at) => {
    const [one, other] = [claims[at - 2], claims[at - 1]];
    if (one === undefined || other === undefined || one.sentence !== whole.sentence) return [];
    if (![one, other, whole].every((it) => isExact(it) && addable(it, whole))) return [];
    if (!/^,(?:加上|连同|加)/.test(text.slice(one.quantity.end, other.quantity.start))) return [];
    if (!TOGETHER.test(text.slice(other.quantity.end, whole.quantity.start))) return [];
    const holds = fits(whole, [one, other]);
    if (!holds && slipIn(whole, [one, other]) > MOST_OF_TWO) return [];
    return [sumFinding(relations, whole, [one, other], holds)];
  });
}

const TOGETHER = /^,(?:届时|就|现在?|已)?(?:将)?(?:累计|共|合计|总[数量]|达到?|有)[^,;]{0,4}$/;
const MOST_OF_TWO = 0.9;

/**
 * 梯田达61.2万亩。…再修梯田2.5万亩,年末累计63.7万亩; 过货量力争150万吨,比2023年净增21.4万吨: what there is to be, of what is
 * added to what another sentence tells. Its thing must be named alike.
 */
export function checkAddedStocks(relations: Relations): Finding[] {
  const { claims } = relations;
  return claims.flatMap((last, at) => {
    // 累计突破百万亩,达到101.5万亩
    const first = claims.slice(Math.max(0, at - 2), at).findLast(isExact);
    if (first === undefined || first.sentence !== last.sentence || !addable(first, last)) return [];
    if (!isExact(last) || !isExact(first)) return [];
    const pair = stockAndStep(relations, first, last);
    if (pair === null) return [];
    const { whole, added } = pair;
    const name = `${first.before}${first.subject}${last.before}`;
    const bases = claims
      .slice(Math.max(0, at - STOCKS_BACK), at - 1)
      .filter((it) => addable(it, whole) && isAmount(it) && isExact(it))
      .filter((it) => commonLength(name, `${it.before}${it.subject}`) >= 2)
      .toReversed();
    const fitting = bases.find((base) => fits(whole, [base, added]));
    if (fitting !== undefined) return [sumFinding(relations, whole, [fitting, added], true)];
    const wrong = bases
      .filter(
        ({ quantity: { value } }) =>
          value.compare(whole.quantity.value) < 0 && value.times(TWO).compare(whole.quantity.value) > 0,
      )
      .find((base, rank) => slipIn(whole, [base, added]) * (rank + 1) <= MOST_OF_NAMED);
    return wrong === undefined ? [] : [sumFinding(relations, whole, [wrong, added], false)];
  });
}

/** Which of two amounts side by side is what there is to be, and which is what it takes. */
function stockAndStep(
  { text, sentences }: Relations,
  first: Claim,
  last: Claim,
): { readonly whole: Claim; readonly added: Claim } | null {
  const between = text.slice(first.quantity.end, last.quantity.start);
  if (!/^[,、]/.test(between) || between.includes(";")) return null;
  const isBeside = !/^[,、][^,;]*[,;]/.test(between);
  if (isBeside && STOCK.test(last.before) && ADDED.test(first.before)) return { whole: last, added: first };
  const sentence = sentences[last.sentence];
  const planned = PLANNED.test(text.slice(sentence?.start ?? 0, last.quantity.start));
  if (!planned || /以上|左右/.test(first.after + last.after)) return null;
  if (REACHED.test(last.before) && AGAIN.test(first.before)) return { whole: last, added: first };
  return isBeside && MORE.test(last.before) && !AGAIN.test(first.before)
    ? { whole: first, added: last }
    : null;
}

const PLANNED = /力争|计划|拟|预期|目标|安排|确保|(?:到|至)20\d{2}年|20\d{2}年[,，]|将|要/;
const REACHED = /(?:达到?|登上|站上|增至|增加到|升至|总[数量]|累计)[^,;]{0,6}$/;
/** 再增60万千瓦 */
const AGAIN = /再[^,;]{1,8}$/;
/** 比2023年净增21.4万吨; 还要再建132万千瓦 */
const MORE =
  /^(?:[比较](?:上年|去年|今年|20\d{2}年)[一-龥]{0,4}(?:净增|增加|多|增)|[一-龥]{0,4}(?:还要|还需|需要?)再[一-龥]{1,2})$/;

const STOCK = /^(?:到?(?:20\d{2}年)?年[末底])?[^,;]{0,6}(?:累计|总[数量]|总?规模|总?面积)[^,;]{0,4}$/;
const ADDED = /(?:再|新)[建修增植栽改]?[^,;]{0,8}$|新[建修增植栽改]/;
const STOCKS_BACK = 90;
const MOST_OF_NAMED = 0.2;
const TWO = Decimal.of(2);

/** How likely by chance one of the numbers of a sum is a slip away from what it should be. */
export function slipIn(whole: Claim, parts: readonly Claim[]): number {
  const sum = totalOf(parts.map((part) => part.quantity.value));
  const off = sum.minus(whole.quantity.value);
  const chances = [
    slipOf(whole, sum),
    ...parts.map((part) => {
      const meant = part.quantity.value.minus(off);
      return meant.compare(Decimal.ZERO) > 0 ? slipOf(part, meant) : null;
    }),
  ];
  return Math.min(1, ...chances.filter((it) => it !== null));
}
