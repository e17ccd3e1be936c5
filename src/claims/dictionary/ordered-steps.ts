/**
 * What one thing does first, and what only then, each as alternatives of a pattern. Not here: what is done out of turn
 * often enough to be reported (未批先建: built before it was approved), and what can happen again (解除 and 再次启动).
 */
export const ORDERED_STEPS: readonly (readonly [earlier: string, later: string])[] = [
  [
    "开工|动工|奠基|开建|破土动工|始建|启动建设",
    "竣工验收|竣工|完工|建成|通车|通过验收|完成验收|验收|封顶|投用|投入使用|投入运营|交付使用|交付|投产",
  ],
  ["立案|受案|受理|收案", "结案|审结|办结|宣判|执结|侦结|侦查终结|审查终结|判决|移送起诉|移送审查起诉"],
  ["交办|转办", "办结|销号|完成整改|整改完成"],
  ["案发|发案|接警|接报", "破案|告破|侦破"],
  ["确诊|入院", "治愈出院|康复出院|出院|治愈|痊愈"],
  ["发病|染病", "确诊|死亡|病亡"],
  ["启动|开始|开幕|开班|开课", "结束|收官|闭幕|结业|落幕"],
  ["出生|生于", "去世|逝世|病逝|卒于"],
  ["入学", "毕业"],
  ["参加工作|入职", "退休|离职|离休"],
  ["成立|注册成立", "注销|撤销|吊销|解散"],
  ["就任|上任|任职", "离任|卸任|免职"],
  ["播种|移栽|插秧", "收割|收获|采收"],
  ["封控", "解封|解除封控"],
];

/** Steps that follow one another within weeks, so that months without a year are those of one year. */
export const SOON_AFTER = /^(?:确诊|入院|发病|染病)$/;
