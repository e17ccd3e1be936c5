import type { Claim } from "../relate.ts";
import { isChange } from "./counted.ts";
import { headOf, phraseOf } from "./noun-phrase.ts";

/** How far back a quantity is looked for that counts the same. */
const BACK = 16;

/**
 * What a quantity counts whose thing is left out. In the order of trust: what its sentence is about, where no number
 * stands before; of a change, what changed; of two counts side by side, the one thing; what was last counted in the
 * unit; what was last counted.
 */
export function thingBefore(
  text: string,
  claims: readonly Claim[],
  things: readonly string[],
  index: number,
): string {
  const claim = claims[index] as Claim;
  const previous = claims[index - 1];
  const isFirst = previous?.sentence !== claim.sentence;
  const between = text.slice(previous?.quantity.end ?? claim.quantity.start, claim.quantity.start);
  const topic = isFirst || between.includes(";") ? topicOf(text, claim, previous) : "";
  if (topic !== "" || previous === undefined || previous.paragraph !== claim.paragraph) return topic;
  const { quantity, before } = claim;
  const last = (isChange(quantity) && levelBefore(claims, things, index)) || (things[index - 1] ?? "");
  if (isFirst && COMPARED.test(before)) return firstOfSentence(claims, things, index) || last;
  // 前者占28%
  const pointed = /^([前后])者/.exec(before)?.[1];
  if (pointed !== undefined && claims[index - 2]?.sentence === claim.sentence)
    return things[pointed === "前" ? index - 2 : index - 1] ?? last;
  // 车辆41辆、估值1370万元
  if (MEASURE_OF_LAST.test(before) || (before === "计" && quantity.dimension !== previous.quantity.dimension))
    return last;
  if (isOfPlan(claims, index)) return things[index - 1] ?? last;
  if (before === "的" && isChange(quantity)) return partOf(claims, things, index) || last;
  // 较年度目标80%高出2个百分点
  if (isChange(quantity) && PLAN.test(previous.before) && claims[index - 2]?.sentence === claim.sentence)
    return things[index - 2] ?? last;
  if (isChange(quantity) || /^[、和与]?$/.test(text.slice(previous.quantity.end, quantity.start)))
    return last;
  if (OF_ALL.test(before))
    return (
      firstInClauses(text, claims, things, index) || ofSameUnit(claims, things, index - 1, claim) || last
    );
  return (
    ofSameUnit(claims, things, isOfWhole(claim) ? wholeBefore(text, claims, index) : index - 1, claim) || last
  );
}

function isOfWhole({ before, quantity }: Claim): boolean {
  return OF_WHOLE.test(before) || CASES.test(quantity.unit);
}

/** What the last thing is worth or took. */
const MEASURE_OF_LAST = /^(?:总|合计|累计)?(?:金额|估值|折价|价值|货值|用款|耗资|值)(?:[为达约共]|人民币)*$/;

/** 为年初预算28.60亿元: what was planned is told in the unit of what was done, and names the plan. */
export const PLAN =
  /^(?:仅|约|已|相当于|为|比|较|与|完成|占|达到|达|超出?|低于|高于|对照)+((?:年初|调整|年度|全年)?(?:收入|支出)?(?:目标任务|(?:预算|目标|任务|计划)数?))的?$/;

/** 比上年的5480万元: against what a level is held. */
const COMPARED = /^[比较与同]/;

/** What is left over, what there is now, and sums are of what the clauses before begin with. */
const OF_ALL = /^(?:其余|余|空余|剩|尚[有余欠]|合计|共|总数|总计|年末|年底|期末|月末|现有|实有|累计|达到?)/;

/** Classifiers of what is taken in and then dealt with, stage after stage: 受理线索64条,…已办结60条. */
export const CASES = /^[件条起处间份]$/;

/** What is first counted in the unit since the last semicolon: 年初企业152家,入库23家、退库7家,年末为168家. */
function firstInClauses(
  text: string,
  claims: readonly Claim[],
  things: readonly string[],
  index: number,
): string {
  const { sentence, quantity } = claims[index] as Claim;
  let first = "";
  for (let at = index - 1; at >= Math.max(0, index - BACK); at -= 1) {
    const other = claims[at] as Claim;
    if (other.sentence !== sentence) break;
    if (text.slice(other.quantity.end, claims[at + 1]?.quantity.start).includes(";")) break;
    if (other.quantity.unit === quantity.unit) first = things[at] ?? "";
  }
  return first;
}

/** 与上年决算70000万元相比, 按常住人口36.7万人: against what or by what something else is told. */
const HELD_AGAINST =
  /^(?:比|较|与|同|对比|对照|按|以|若按).*(?:预算|决算|执行|计划|目标|任务|人口|人数)数?的?$/;

/** By how much a budget was missed or grew: what counts itself, and not what its rise is of. */
export const BUDGET_DIFFERENCE = /(?:[增减超短]|[多少](?=收))[收支]$/;

/** 为年初预算18100万元的103%: how much of the plan. */
function isOfPlan(claims: readonly Claim[], index: number): boolean {
  const { before, quantity } = claims[index] as Claim;
  return before === "的" && isChange(quantity) && PLAN.test(claims[index - 1]?.before ?? "");
}

/** 收入18640万元,超收540万元,增长3%: what a rise is of, past differences and what they are held against. */
function levelBefore(claims: readonly Claim[], things: readonly string[], index: number): string {
  const { sentence } = claims[index] as Claim;
  let at = index - 1;
  for (; at >= 0 && claims[at]?.sentence === sentence; at -= 1) {
    const { before } = claims[at] as Claim;
    if (PLAN.test(before) || isOfPlan(claims, at)) continue;
    if (!BUDGET_DIFFERENCE.test(before) && !HELD_AGAINST.test(before)) return things[at] ?? "";
  }
  return "";
}

/** What is said of all, not of the last part of a list. */
const OF_WHOLE = /^(?:[比较与同]|完成|查结|尚欠|户均|平均)/;

function ofSameUnit(claims: readonly Claim[], things: readonly string[], from: number, claim: Claim): string {
  let kin = "";
  for (let at = from; at >= Math.max(0, from - BACK); at -= 1) {
    const { sentence, before, quantity } = claims[at] as Claim;
    if (sentence !== claim.sentence) break;
    if (PLAN.test(before) || HELD_AGAINST.test(before) || BUDGET_DIFFERENCE.test(before)) continue;
    if (quantity.unit === claim.quantity.unit) return things[at] ?? "";
    if (kin === "" && quantity.dimension === claim.quantity.dimension) kin = things[at] ?? "";
  }
  return kin;
}

/** What the sentence before begins with in the same unit: 比上年的5480万元增加…, at a sentence's head. */
function firstOfSentence(claims: readonly Claim[], things: readonly string[], index: number): string {
  const { sentence, quantity } = claims[index] as Claim;
  let first = "";
  for (let at = index - 1; at >= Math.max(0, index - BACK); at -= 1) {
    const other = claims[at] as Claim;
    if (other.sentence !== sentence - 1) break;
    if (other.quantity.unit === quantity.unit) first = things[at] ?? "";
  }
  return first;
}

/** The last claim before the list that ends here: what is compared is the whole, not the last part. */
function wholeBefore(text: string, claims: readonly Claim[], index: number): number {
  let end = index;
  while (end > 1 && isChange((claims[end - 1] as Claim).quantity)) end -= 1;
  let at = end - 1;
  while (at > end - BACK && isListed(text, claims[at - 1], claims[at])) at -= 1;
  const isWhole = at < end - 1 && claims[at - 1]?.sentence === claims[index]?.sentence;
  return isWhole ? at - 1 : end - 1;
}

function isListed(text: string, one: Claim | undefined, next: Claim | undefined): boolean {
  if (one === undefined || next === undefined || one.quantity.unit !== next.quantity.unit) return false;
  return /^、[^、,;]*$/.test(text.slice(one.quantity.end, next.quantity.start));
}

/** 民生支出6875万元,占财政总支出8490万元的81.0%: the part, not the whole beside the share. */
function partOf(claims: readonly Claim[], things: readonly string[], index: number): string {
  const whole = claims[index - 1] as Claim;
  const part = /^(.*?)(?:占|为|完成|相当于|达到)/.exec(whole.before)?.[1];
  if (part === undefined) return "";
  const named = part === "" ? "" : phraseOf(headOf(part));
  const earlier = claims[index - 2];
  return named || (earlier?.sentence === whole.sentence ? (things[index - 2] ?? "") : "");
}

/** What a sentence is about before its first number: 红树林也回来了,由860亩…; 追缴海域使用金,应收1840万元. */
function topicOf(text: string, { before, quantity }: Claim, previous: Claim | undefined): string {
  if (before.endsWith("的")) return "";
  const end = quantity.start - before.length;
  const said = text.slice(Math.max(previous?.quantity.end ?? 0, end - FURTHEST_TOPIC, 0), end);
  const sentence = /[^。;\n]*$/.exec(said)?.[0] ?? "";
  const clause = /([^,;:]{2,24})[,:]$/.exec(sentence)?.[1]?.replace(DIVIDED, "") ?? "";
  // 红树林也回来了
  const named = clause.replace(/(?<=.{2})[也都已正].*$/, "");
  return clause.length < 2 || NO_TOPIC.test(clause) ? "" : phraseOf(headOf(named));
}

const FURTHEST_TOPIC = 60;

/** 感染者年龄构成:18岁以下23例: by what it is divided. */
const DIVIDED = /(?:年龄|时间|空间|地域|性别|职业)?(?:分布|构成|结构|情况|途径|方式|归类)$/;

const NO_TOPIC =
  /^(?:此外|同时|其中|[一二三四五六]是|目前|(?:截至|[这那]|按(?!摩)|以(?!色列)|若|据|经(?![济费营])|受(?![理害助]|教育)|自|从|因|为|由|随着|如果|至(?!今)).*|.*(?:[看论分]|方面|来说|来讲|起见))$/;
