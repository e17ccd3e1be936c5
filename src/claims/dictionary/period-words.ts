/** Words that say when and hold no numeral; the longest wins. */
export const PERIOD_WORDS =
  "截至目前 截止目前 截至当前 截至年底 截至年末 截至月底 到目前为止 迄今为止 迄今 至今 目前 今年以来 去年以来 入汛以来 入冬以来 上年同期 去年同期 上年末 上年底 去年底 去年 今年 上年 本年度 上年度 本年 全年 当年 年初 年底 年末 年内 上季度 本季度 本月 上月 当月 月末 月底 上周 本周 当日 当天 昨日 前日 今日 期间 期末 同期 近年来 近年 上半年 下半年 任期内 本届".split(
    " ",
  );

/** Phrases that say what a figure is compared with, as patterns; example. */
export const COMPARISON_PHRASES = [
  ["同比", "同比"],
  ["环比", "环比"],
  ["比(?:上|去|前|\\d{4}|[一二三四五六七八九十]{1,3})年(?:同期|末|底)?", "比上年同期"],
  ["较(?:上|去|前|\\d{4})年(?:同期|末|底)?", "较去年"],
  ["(?:比|较)(?:上|前)(?:月|周|季度|期|届|次)末?", "较上季度末"],
  [
    "(?:比|较)(?:年初|全国|全省|全市|计划|规定时限|预算|序时进度|目标)[^,，、;。\\d增提上减下降回缩压升扩高低多少净实]{0,8}",
    "较全国平均水平",
  ],
  ["与[^,，;。]{1,12}相比", "与上年同期相比"],
  ["年均", "年均"],
  ["按可比价格计?算?", "按可比价格计算"],
  ["(?:比|较)疫情前", "较疫情前"],
  ["(?:比|较)整改前", "比整改前"],
] as const satisfies readonly (readonly [pattern: string, example: string])[];

export const COMPARISONS = new RegExp(COMPARISON_PHRASES.map(([pattern]) => pattern).join("|"), "g");
