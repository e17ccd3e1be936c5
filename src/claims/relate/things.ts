import type { Claim } from "../relate.ts";
import { isChange, ONE_CHARACTER } from "./counted.ts";
import { AGE, BARE, COMPARED_END, POINTS_BACK, SHARE, SHARE_OF, WHEN_OR_MOST } from "./modifiers.ts";
import { bareVerb, headOf, nounBehind, phraseOf, withGiving, withoutModifiers } from "./noun-phrase.ts";
import { respectiveThings } from "./respective.ts";
import { BUDGET_DIFFERENCE, CASES, PLAN, thingBefore } from "./things-before.ts";

/**
 * What each quantity counts, as a reader would tell it: the noun beside it, else what was named before it, else the
 * verb that tells what was done. Claims are compared by their subjects; this is what is shown.
 */
export function thingsCounted(text: string, claims: readonly Claim[]): string[] {
  const things: string[] = [];
  for (const [index, claim] of claims.entries()) {
    const head = headOf(partSaid(claim));
    const own = nounBeside(text, claims, index, OF_WHAT_FIELD.test(head) ? "" : head);
    const before = own === "" ? thingBefore(text, claims, things, index) : "";
    things.push(own || before || leftOver(head, claim.subject));
  }
  return respectiveThings(text, claims, things);
}

/** What is told where nothing is counted: the verb, else what the checks compare. */
function leftOver(head: string, subject: string): string {
  const words = withoutModifiers(head);
  return bareVerb(words) === null ? subject : words;
}

/** The words before a number; of a share or a change without the whole or the level that it is held against. */
function partSaid({ quantity, before }: Claim): string {
  // 较上年执行数增加4900万元
  if (!isChange(quantity))
    return CHANGED.test(before.slice(-LONGEST_CHANGE)) ? headOf(before).replace(COMPARED_END, "") : before;
  return headOf(before.slice(-LONGEST).replace(SHARE_OF, "")).replace(COMPARED_END, "");
}

/** 净增加了近. */
const LONGEST_CHANGE = 6;
const CHANGED = /(?:增加|减少|净增|净减|增长|下降|提高|降低)(?:了|约|近)*$/;

/** No share's part stands further away. */
const LONGEST = 60;

/** In what field, or how it was found: 党的建设方面15个, 评为优秀19个. */
const OF_WHAT_FIELD = /(?:方面|领域)$|评为/;

/** The noun behind a unit or before a number; empty where none stands beside it. */
function nounBeside(text: string, claims: readonly Claim[], index: number, head: string): string {
  const { quantity, before, after } = claims[index] as Claim;
  const became = BECAME.test(after) && claims[index + 1]?.before === after;
  const behind = isChange(quantity) || became ? "" : nounBehind(quantity, after);
  if (behind !== "") return behind;
  // 增收1380万元
  const difference = quantity.dimension === "money" ? BUDGET_DIFFERENCE.exec(before) : null;
  if (difference !== null) return difference[0];
  // 造成53人死亡
  const harm = /(?:^|造成|导致|致)$/.test(before) ? /^(?:死亡|受伤|失踪|被困|受灾)/.exec(after) : null;
  if (harm !== null) return harm[0];
  const plan = PLAN.exec(before)?.[1];
  if (plan !== undefined && !/^(?:超|[高低]于)|的$/.test(before)) return plan;
  if (BECAME.test(before) && claims[index - 1]?.after === before) return "";
  if (head === "" || BARE.test(head)) return /(?:历时|持续|耗时)$/.exec(before)?.[0] ?? "";
  if (before === head && LISTED_CHARACTER.test(text.charAt(quantity.start - 2) + head)) return head;
  // 发案31起、破31起
  if (head.length === 1 && !ONE_CHARACTER.test(head)) return "";
  // 救助1240人次,支出372万元
  if (quantity.dimension === "money" && SPENT.test(head) && isForLast(claims, index)) return "";
  if (POINTS_BACK.test(head) || AGE.test(head) || WHEN_OR_MOST.test(head)) return "";
  if (isChange(quantity) && SHARE.test(head)) return "";
  if (/^(?:年度)?(?:计划|目标|任务)数?$/.test(head)) return "";
  if (MEASURE.test(head) && claims[index - 1]?.sentence === (claims[index] as Claim).sentence) return "";
  const words = withoutModifiers(head);
  if (POINTS_BACK.test(words) || (before.startsWith("已") && isStateOfLast(claims, index))) return "";
  const bare = bareVerb(words);
  if (
    /^(?:[未待](?!成年)|不(?!属实|满意|合格))/.test(head) &&
    head.length < 5 &&
    isStateOfLast(claims, index)
  )
    return "";
  const isFirst = claims[index - 1]?.sentence !== (claims[index] as Claim).sentence;
  if ((bare === "elliptic" && !isFirst) || (bare === "verb" && isStateOfLast(claims, index))) return "";
  const phrase = phraseOf(head, words);
  return quantity.dimension === "money" ? withGiving(phrase, head) : phrase;
}

/** What was spent on what was just counted. */
const SPENT = /^(?:支出|支付|投入|耗资|花费)$/;

function isForLast(claims: readonly Claim[], index: number): boolean {
  const last = lastLevel(claims, index);
  return last?.sentence === claims[index]?.sentence && last?.quantity.dimension !== "money";
}

/** 生猪12万头、羊23万只: a list's item of one character. */
const LISTED_CHARACTER = /^[、:][^和与及或合等共计向对由从为有是余剩欠缺另又再达各均仍尚已中优良差破立发查]$/;

/** What became of one level until the next is told: 由97家壮大到129家, 比上年1560起少立312起. */
const BECAME = /^(?:[一-龥]{1,4}(?:到|至|为|成|上)|[多少][一-龥]{1,2})$/;

/** What of a thing is measured, where the thing was named before: 粮食播种面积64万亩,总产20.48万吨. */
const MEASURE = /^(?:总长|全长|总产|总盘子|金额|用款|估值|折价|价值|货值|值|规模)$/;

/** 受理线索611条,…办结率97.5%,在核16条: how many of them are so. Cases go from stage to stage: 查处40起. */
function isStateOfLast(claims: readonly Claim[], index: number): boolean {
  const { sentence, quantity, before } = claims[index] as Claim;
  if (quantity.dimension === "money") return false;
  if (!CASES.test(quantity.unit) && !/^[已均现在未不尚正待]/.test(before)) return false;
  const last = lastLevel(claims, index);
  return last?.sentence === sentence && last.quantity.unit === quantity.unit;
}

/** The quantity before that is no rate and no change. */
function lastLevel(claims: readonly Claim[], index: number): Claim | undefined {
  let at = index - 1;
  while (at >= 0 && isChange((claims[at] as Claim).quantity)) at -= 1;
  return claims[at];
}
