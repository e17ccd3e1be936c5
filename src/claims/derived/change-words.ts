import type { Claim, Relations } from "../relate.ts";

const UP =
  "涨|增长|增加|提高|提升|上升|上涨|扩展|升高|上调|偏多|攀升|贵|长了|延长|净增|扩容|扩能|增容|扩面|多出?|超了|增收|增支|增产|增亏|高出|高于|扩大|超额|超出|增幅|提标(?:幅度)?|(?:提高|增长|下降|压减)幅度|超收|超(?:年初)?(?:预算|计划|限额)|升幅|涨幅|增长率|净[添长]|多(?:安排|立|破|办|报|查|打|收|产|发|用|花|投入|完成|招|建|修|赚|卖)";
const DOWN =
  "下降|下跌|跌(?:了|去)?|回落|下调|偏少|压降|缩短|省下|便宜|减轻|改善|减少|降低|压减|压缩|缩减|少(?:安排|立|破|办|报|查|打|收|产|发|用|花|投入|招|跑)?|减收|减亏|减支|减产|低于|缩小|净减|降幅|压减率|压降率|下降率|减幅|节约|短收|节省|节支|核减|审减";
const LEFT =
  "(?<!上年)结转(?:下年)?|结余|结存|盈余|缺口|赤字|差额|差距|相差|顺差|逆差|剩余|尚有|还有|仍有|余下|其余|尚欠|尚缺|尚需|还需|净[流迁汇]入|净[流迁汇]出|还差|尚差|仍差";
/** Words that say that a number is a change, or what is left. */
export const CHANGE = new RegExp(
  `(?:${UP}|${DOWN}|${LEFT})(?:了|为|达到?|完成|年度|目标|计划|资金|任务|人口|人数|出|支出|支|收入|空间|余地|额度|收|投入|缴|发|发放|征收|用|支|花|耗)*(?:近|约)?$|^[高低多少增降]$|^(?:(?:同比|[比较][^,;]{1,6}))?[多少](?![数于年])[一-龥]{1,2}$`,
);
/** 结余, 缺口: what is left of one when another is taken off. */
export const IS_LEFT = new RegExp(`(?:${LEFT})[^,，;]{0,4}$`);
/** Words of a change downwards. */
export const IS_DOWN = new RegExp(
  `(?:${DOWN})[^,，;]{0,4}$|^低$|^(?:(?:同比|[比较][^,;]{1,6}))?少(?![数于年])[一-龥]{1,2}$`,
);

/** A level of another time, or what a level is held against. */
export const OTHER =
  /(?:上年|去年|上一年度?|那时|当时|彼时|同期|上期|上月|前一日|年初|期初|(?:19|20)\d{2}年|[一二三四]季度|时期|上周|前一周|上旬|上季|上半年|上一(?:周期|轮|期)|上个?月|前一日|昨日|前日|对比|计划|目标|任务|预算[数为]|预算$|年初预算|(?<!百分)比(?![重例率])|较|同|与)[^,，;]*$/;
/** The words before a claim, and those before the bracket that it heads: 较前一日(64例). */
export function leadOf({ text }: Relations, { before, quantity }: Claim): string {
  const bracketed = before === "" && text.charAt(quantity.start - 1) === "(";
  return bracketed ? text.slice(Math.max(0, quantity.start - 9), quantity.start - 1) : before;
}
