/**
 * What the heads of rows and columns say by their words: a pattern on the head without spaces and brackets, and heads
 * that it is said of.
 */
export const TABLE_WORDS = {
  /** the sum of the others */
  total: [/(?:合计|总计|共计)$/, "合计 总计 收入合计 本年支出总计"],
  /** all of an area or a body: the sum of its parts where all of them are listed */
  whole: [
    /^(?:总数|总体|全部|全年|[全本我](?:国|省|市|区|县|旗|州|盟|镇|乡|街道|村|校|院|系统|行业|社会)|.{2,6}(?:全[市区县乡镇]))$/,
    "全县 全区 本市 全镇 全年 总数",
  ],
  /** the sum of those of one group */
  subtotal: [/小计$/, "小计 税收小计"],
  /** a part that is told beside the others, not one of them */
  among: [/^(?:#|\*)?(?:其中|#)/, "其中：女 其中"],
  /** a part of a hundred */
  share: [
    /占[^增减]*(?:比|比重|比例|百分比|%)|^(?:占比|比重|构成|份额|百分比|比例)|(?:构成|份额|比重|占比)$/,
    "占比 占总数比重 构成",
  ],
  /** a change in per cent */
  growth: [
    /(?:增长|增速|增幅|升降|增减幅?度?|涨幅|同比|环比|(?:比|较)(?:上年|去年|同期|上期|上月|\d{4}年)[^数额量]*)(?:率|幅度?|百分比|情况|变化)?(?:±?%)?$/,
    "增长 同比增长 比上年增长 增幅 同比",
  ],
  /** a change in what is counted */
  change: [
    /(?:增减|增加|减少|净增|净减|增长|变化|差)(?:额|数|量|值)$|^(?:比|较)(?:上年|去年|同期|上期)(?:增加|增减|净增|减少)$|^(?:增减|净增|增加|增减变化)$/,
    "增减额 比上年增加 增加数 净增",
  ],
  /** a mean, a rate, a rank: nothing of which a sum could be made */
  apart: [
    /率|均(?!衡|匀)|每|单价|[单亩]产(?!值)|价格|指数|得分|分数|密度|浓度|温度|强度|系数|倍|比例|比重|占比|年龄|最[高低大小多少]|满意度|排名|位次|名次|序号|比$|中位/,
    "完成率 人均收入 单产 单价 居民消费价格指数 排名",
  ],
  /** what tells rows apart, and counts nothing */
  ordinal: [
    /^(?:序号|编号|代码|代号|行次|名次|位次|排名|排序|年份|年度|年|月份|月|日期|时间|联系电话|电话|传真|手机号?码?|邮编|邮政编码|文号|证号|账号|帐号|统一社会信用代码|区划代码|No\.?|#)$/,
    "序号 行次 年份 排名 邮编 统一社会信用代码",
  ],
  /** the column that says what the numbers of its row are counted in */
  unit: [/^(?:计量)?单位$/, "单位 计量单位"],
  /** the earlier of two times, and the later */
  earlier: [/上年|去年|同期|上期|上月|期初|年初|基期/, "上年 上年同期 年初数"],
  later: [/本年|今年|本期|本月|当年|期末|年末|报告期/, "本年 本期 期末"],
  /** a change over several times, which no two levels give */
  mean: [/年均|平均|累计|以来|时期|[三四五十]年/, "年均增长 两年平均增长 十三五时期年均增长"],
  /** what grows at constant prices, so that two levels at current ones do not contradict it */
  real: [
    /增加值|生产总值|GDP|总产值|产业$|^第[一二三]|不变价|可比价/,
    "规上工业增加值 地区生产总值 第一产业",
  ],
} as const satisfies Readonly<Record<string, readonly [pattern: RegExp, examples: string]>>;

/** Whether a head is of a kind. */
export function isHeadOf(kind: keyof typeof TABLE_WORDS, head: string): boolean {
  return TABLE_WORDS[kind][0].test(head);
}
