/** Nouns that an indicator could measure, as patterns; example of a statement that should give a figure. */
export const MEASURABLE = [
  ["收入|支出|经费|开支|投入|投资|资金|税收|利润|成本|债务|存款|贷款|补贴|工资", "“三公”经费大幅下降"],
  [
    "产值|产量|总量|总额|增加值|生产总值|零售额|进出口|出口|消费|销售|交易额|效益",
    "规模以上工业产值稳步增长",
  ],
  ["人数|人口|户数|数量|规模|面积|里程|床位|学位|客流|游客|用户|企业数", "新增就业人数稳步提升"],
  ["就业|参保|脱贫人口|困难群众数", "城镇就业持续扩大"],
  ["(?<![效表])率(?![先领真直队由])|比重|占比|比例|份额|密度|浓度|能耗|排放", "接种率不断提升"],
  ["获得感|幸福感|安全感|归属感|满意度|知晓度|认可度|参与度|公信度", "幸福感不断攀升"],
  ["案件|警情|发案|信访量|事故|投诉|违法|犯罪|纠纷|举报", "刑事案件明显减少"],
  ["“?四风”?问题|不正之风|腐败问题|问题线索|突出问题", "“四风”问题有效遏制"],
  ["时限|用时|时长|环节|材料|跑动次数", "办理时限大幅压缩"],
  ["价格|物价|房价|租金|电价", "物价总体下降"],
] as const satisfies readonly (readonly [pattern: string, example: string])[];

/** Words that say which way it went, and by how much no figure says. */
export const DIRECTIONS = {
  manner:
    "稳步|持续|不断|大幅度?|明显|显著|逐年|逐步|有效|进一步|快速|稳定|平稳|得以|得到|较大|成倍|全面|总体|大大|极大|切实|连续|连年|普遍|同步|双双|加快|较快|迅速",
  turn: "增长|提升|提高|增强|攀升|上升|扩大|增加|增多|下降|减少|降低|回落|遏制|压缩|缩短|压减|好转|改善|壮大|跃升|突破|翻番|下滑|收窄|节约",
  alone: "倍增|大增|激增|锐减|骤减|大降|猛增|剧增|陡增",
} as const;

/** Verbs whose object is measurable: 加大民生投入力度, 全力压减非刚性支出. */
export const EFFORTS =
  "(?:全力|大力|持续|不断|严格|坚决|切实|有效|进一步)?(?:加大|压减|压缩|削减|缩减|扩大|增加|减少|提高|降低|控制)";

/** Works that are counted one by one, and the verbs that make them. */
export const WORKS = {
  verbs: "新建|改建|扩建|新改扩建|改造|建成|修建|修缮|硬化|安置|建设|开工|打造",
  objects:
    "公路|道路|桥梁|教学楼|综合楼|宿舍楼|校舍|食堂|广场|卫生室|卫生院|医院|学校|幼儿园|危房|棚户区|老旧小区|小区|厕所|户厕|泵站|水库|管网|公园|停车场|养老院|敬老院|文化站|图书馆|大棚|车间|厂房|桥|路灯|井|渠",
} as const;

/** Works and what is said of them without a number: 民心工程顺利完成, 改造农村危房工作有条不紊. */
export const STATES =
  "顺利完成|如期完成|圆满完成|全部完成|全面完成|有条不紊|有序推进|顺利推进|扎实推进|加快推进|进展顺利|成效显著|成果丰硕";
export const STATED_WORKS = "工程|项目|任务|工作|实事|改造|建设|搬迁|整改";

/** Words that make a clause a plan: what is to come needs no record yet. */
export const PLANS =
  /(?:下一步|今后|明年|未来|将(?![一-龥]{0,8}作为)|力争|确保|争取|计划|拟|要(?:坚持|进一步|持续|不断|着力|全力)|推动|努力)/;
