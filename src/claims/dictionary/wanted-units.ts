/** What a verb or a noun is told in. */
export type Wants = "persons" | "money" | "money-or-goods" | "cases" | "area" | "length" | "mass";

/**
 * Verbs that want their object in certain units; separated by spaces. What is recovered of crime (赃) is money or
 * goods, who is caught is persons. The check speaks only where the number is tied to the verb by nothing but the
 * verb's own object; example: sound, then broken.
 */
export const WANTED_UNITS: readonly {
  readonly verbs: string;
  readonly wants: Wants;
  readonly sound: string;
  readonly broken: string;
}[] = [
  {
    verbs:
      "追赃 追缴赃款 追缴 追回赃款 追赃挽损 挽回损失 挽回经济损失 追回损失 罚没 没收违法所得 缴获赃款 缴获赌资 冻结资金 涉案资金 涉案金额 罚金",
    wants: "money-or-goods",
    sound: "追赃31万元",
    broken: "追赃31人",
  },
  {
    verbs:
      "抓获 抓获犯罪嫌疑人 抓获嫌疑人 抓获团伙成员 抓获涉案人员 抓获违法犯罪嫌疑人 抓获参赌人员 抓获逃犯 抓获网上逃犯 刑事拘留 刑拘 行政拘留 批准逮捕 批捕 逮捕 取保候审 逮捕犯罪嫌疑人 刑事拘留犯罪嫌疑人 诫勉谈话 给予党纪处分 给予政务处分 给予党纪政务处分 党纪政务处分 组织处理",
    wants: "persons",
    sound: "抓获犯罪嫌疑人122人",
    broken: "抓获犯罪嫌疑人122件",
  },
  {
    verbs:
      "涉案价值 价值 涉案金额 金额 产值 利润 税收收入 财政收入 总投资 完成投资 违纪资金 违规资金 涉案资金 专项资金 赃款 税款 违纪款 经济损失",
    wants: "money",
    sound: "涉案价值8万余元",
    broken: "涉案价值8万余人",
  },
  {
    verbs:
      "破获案件 破获刑事案件 破获各类案件 侦破案件 侦破刑事案件 破获 侦破 立案侦查 查处案件 查处治安案件 审结案件 审结 执结案件",
    wants: "cases",
    sound: "破获案件81件",
    broken: "破获案件81人",
  },
];

const PERSONS = ["人", "名", "位", "人次"];
const CASES = ["件", "起", "宗"];

/**
 * Nouns that are measured in one thing only, and the dimensions and units in which they are never told. The noun
 * must touch the number. Money that goes to persons (补贴3970人) is not here: such a number counts who had it.
 */
export const MEASURED_IN: readonly {
  readonly nouns: RegExp;
  readonly wants: Wants;
  readonly never: readonly string[];
  readonly sound: string;
  readonly broken: string;
}[] = [
  {
    nouns: /(?:抓获|查获|拘留|逮捕|刑拘|移诉)[^,，;、]{0,10}(?:人员|嫌疑人|成员|逃犯|主犯|头目|骨干)$/,
    wants: "persons",
    never: [...CASES, "money", "台", "辆", "部", "把", "支", "家", "处"],
    sound: "抓获涉毒人员96名",
    broken: "抓获涉毒人员96起",
  },
  {
    nouns:
      /(?:引进|招聘|招录|选派|选聘|录用|培养|抽调|派出)[^,，;、]{0,10}(?:人才|人员|教师|干部|医生|毕业生|队员|学员|警力)$/,
    wants: "persons",
    never: [...CASES, "money", "台", "辆", "部", "area", "length"],
    sound: "引进高层次人才167名",
    broken: "引进高层次人才167件",
  },
  {
    nouns:
      /(?:资金|基金|经费|投资额?|生产总值|GDP|增加值|总产值|零售额|销售额|进出口总额|总额|公共预算收入|公共预算支出|财政收入|财政支出|税收收入|支出|存款余额|贷款余额|税款|赃款|债务余额)$/,
    wants: "money",
    never: ["person", "area", "length", ...PERSONS, ...CASES],
    sound: "收缴违纪资金18.6万元",
    broken: "收缴违纪资金18.6万人",
  },
  {
    nouns:
      /(?:追回|追缴|收缴|罚没|退缴|清退|返还|追发)[^,，;、]{0,8}(?:工资|款|费|津贴|补贴|奖金|福利|收益|补偿|赃物)$/,
    wants: "money-or-goods",
    never: ["person", ...PERSONS],
    sound: "追回工资9.6万元",
    broken: "追回工资9.6万人",
  },
  {
    nouns: /面积$/,
    wants: "area",
    never: ["person", "household", "money", "length", "mass", ...CASES],
    sound: "播种面积88万亩",
    broken: "播种面积88万人",
  },
  {
    nouns: /(?:里程|全长)$/,
    wants: "length",
    never: ["person", "household", "money", "area", "mass", ...CASES],
    sound: "通车里程1642公里",
    broken: "通车里程1642亩",
  },
  {
    nouns: /(?:常住人口|户籍人口|总人口|出生人口|死亡人口|新增就业|城镇人口|乡村人口|参保人数|人数)$/,
    wants: "persons",
    never: ["money", "length", "area", "mass", ...CASES],
    sound: "年末常住人口346.1万人",
    broken: "年末常住人口346.1万元",
  },
  {
    nouns: /(?:总产量?|产量|出栏|存栏)$/,
    wants: "mass",
    never: ["person", "household", "money", "length", ...CASES.filter((unit) => unit !== "件")],
    sound: "粮食总产量36万吨",
    broken: "粮食总产量36万人",
  },
];

/** Units of each kind. Where a unit is of none of them, nothing is said. */
export const UNITS_OF: Readonly<Record<"persons" | "money" | "cases" | "goods", ReadonlySet<string>>> = {
  persons: new Set(["人", "名", "位", "人次", "余人", "口人"]),
  money: new Set(["元", "美元", "港元", "欧元", "元人民币"]),
  cases: new Set(["件", "起", "宗", "例", "桩", "件次"]),
  goods: new Set([
    "个",
    "部",
    "台",
    "辆",
    "张",
    "把",
    "支",
    "枚",
    "克",
    "公斤",
    "千克",
    "吨",
    "件",
    "套",
    "只",
    "包",
    "袋",
    "箱",
    "处",
    "户",
  ]),
};
