import {
  amount,
  area,
  choice,
  count,
  date,
  defineRegister,
  flag,
  type RegisterInput,
  text,
  type Words,
} from "huimou";
import { articleOf } from "../../article.ts";

export const owner = { zh: "区民政局", en: "Civil Affairs Bureau" };
export const titled = (zh: string, en: string): Words => ({ zh, en });
export const source = titled(
  "《社会救助暂行办法》第二章；《最低生活保障审核确认办法》（2021年7月1日起施行）",
  "Provisional Measures on Social Assistance, chapter 2; Measures for Examining and Confirming the Minimum Living Allowance, in force since 1 July 2021",
);
const article = articleOf({
  zh: "《最低生活保障审核确认办法》",
  en: "Measures for Examining and Confirming the Minimum Living Allowance",
});

type Deadline = NonNullable<RegisterInput["deadlines"]>[number];
type Rule = Deadline["rules"][number];

/** The rule since July 2021; before it the same time is taken, as an example, for the rule that it replaced. */
const ruled = (value: number, unit: Rule["unit"], law: Words, more: Partial<Rule> = {}): Rule[] => [
  {
    value,
    unit,
    effectiveFrom: "2016-10-01",
    effectiveTo: "2021-06-30",
    source: {
      zh: `示例：2021年6月30日以前执行民发〔2012〕220号，此处参照后来的时限（${law.zh}）`,
      en: `Example: until 30 June 2021 an earlier rule (民发〔2012〕220号) was in force; the later one stands in for it (${law.en})`,
    },
    ...more,
  },
  { value, unit, effectiveFrom: "2021-07-01", source: law, ...more },
];

/** What a household has in a month, by kind. 第十三条 */
const incomes = {
  wages: titled("工资性收入（月）", "Wages a month"),
  business: titled("经营净收入（月）", "Net business income a month"),
  property: titled("财产净收入（月）", "Net property income a month"),
  transfer: titled("转移净收入（月）", "Net transfers a month"),
} as const;
const income = Object.keys(incomes).map((field) => ({ field }));
const confirmedStates = ["confirmed", "in-payment", "reviewed"];

const standardOf = (where: "urban" | "rural") => ({
  id: `standard-${where}`,
  title:
    where === "urban"
      ? titled("城市低保标准（每人每月）", "Urban standard, a person and month")
      : titled("农村低保标准（每人每月）", "Rural standard, a person and month"),
  unit: "yuan",
  values: (where === "urban"
    ? (["430", "465", "480", "510", "546", "575"] as const)
    : (["290", "310", "325", "350", "390", "415"] as const)
  ).map((value, at) => ({
    value,
    effectiveFrom: at === 0 ? "2016-07-01" : `${2016 + at}-07-01`,
    ...(at < 5 && { effectiveTo: `${2017 + at}-06-30` }),
    source: titled(
      `示例：${2016 + at}年市政府公布的标准未查到，数值为演示`,
      `Example: the standard that the city published in ${2016 + at} was not found; the value is made up`,
    ),
  })),
});

export const register = defineRegister({
  name: "assistance",
  title: titled("最低生活保障", "Minimum living allowance"),
  description: titled(
    "一户一档：申请、调查、核对、公示、确认、发放和复核。户的情况全部封存，只公布合计；依法公示的名单另行打印，不进入发布。",
    "One file for each household: application, survey, check, posting, confirmation, payment and review. All that tells of a household is sealed and only totals are published; the list that the law has posted is printed apart and never released.",
  ),
  owner,
  visibility: "sealed",
  openState: false,
  key: { title: titled("户档编号", "Number of the file"), schema: text().regex(/^DB-20\d{2}-\d{4}$/) },
  fields: {
    area: { title: titled("所在村、社区", "Village or community"), schema: area() },
    applicant: { title: titled("申请人", "Applicant"), schema: text(40) },
    members: {
      title: titled("共同生活家庭成员", "Members of the household"),
      schema: count(),
      unit: "person",
    },
    residence: {
      title: titled("城乡", "Residence"),
      schema: choice({ urban: titled("城市", "Urban"), rural: titled("农村", "Rural") }),
    },
    income: {
      title: titled("收入是否稳定", "Income"),
      schema: choice({
        stable: titled("稳定", "Stable"),
        unstable: titled("不稳定或者有劳动能力成员", "Not stable, or members able to work"),
      }),
    },
    relative: {
      title: titled("与经办人员、村（居）委会成员有近亲属关系", "Near relative of those who handle it"),
      schema: flag(),
    },
    ...Object.fromEntries(
      Object.entries(incomes).map(([name, title]) => [
        name,
        { title, schema: amount(2).optional(), unit: "yuan" },
      ]),
    ),
    surveyed: { title: titled("开始入户调查", "Survey began"), schema: date().optional() },
    "first-surveyor": {
      title: titled("调查人员一（代码）", "First surveyor's code"),
      schema: text(12).optional(),
    },
    "second-surveyor": {
      title: titled("调查人员二（代码）", "Second surveyor's code"),
      schema: text(12).optional(),
    },
    asked: { title: titled("提请信息核对", "Check of records asked for"), schema: date().optional() },
    checked: { title: titled("开始信息核对", "Check of records began"), schema: date().optional() },
    received: { title: titled("区级收到材料", "Papers received by the district"), schema: date().optional() },
    visited: { title: titled("区级入户核查", "Visited by the district"), schema: date().optional() },
    extended: { title: titled("办结期限延至", "Time extended to"), schema: date().optional() },
    standard: {
      title: titled("执行标准（每人每月）", "Standard in force, a person and month"),
      schema: amount(2).optional(),
      unit: "yuan",
    },
    benefit: { title: titled("月保障金", "Allowance a month"), schema: amount(2).optional(), unit: "yuan" },
    told: { title: titled("书面告知不予确认", "Refusal told in writing"), schema: date().optional() },
    outcome: {
      title: titled("复核结果", "Outcome of the review"),
      schema: choice({
        unchanged: titled("不变", "Unchanged"),
        raised: titled("增发", "Raised"),
        lowered: titled("减发", "Lowered"),
      }).optional(),
    },
  },
  area: "area",
  lifecycle: {
    initial: "applied",
    states: {
      applied: { title: titled("已申请", "Applied") },
      accepted: { title: titled("已受理", "Accepted") },
      surveyed: { title: titled("已调查", "Surveyed") },
      checked: { title: titled("已核对", "Checked") },
      posted: { title: titled("公示初审意见", "Opinion posted") },
      confirmed: { title: titled("已确认", "Confirmed") },
      refused: { title: titled("不予确认", "Refused") },
      "in-payment": { title: titled("保障中", "In payment") },
      reviewed: { title: titled("已复核", "Reviewed") },
      ended: { title: titled("已停保", "Ended") },
    },
    transitions: [
      { from: "applied", to: "accepted" },
      {
        from: "accepted",
        to: "surveyed",
        requires: ["surveyed", "first-surveyor", "second-surveyor", ...Object.keys(incomes)],
      },
      { from: "surveyed", to: "checked", requires: ["asked", "checked"] },
      { from: "checked", to: "posted" },
      { from: "posted", to: "confirmed", requires: ["received", "standard", "benefit"] },
      { from: "posted", to: "refused", requires: ["received"], reason: true },
      { from: "posted", to: "surveyed", reason: true },
      { from: "confirmed", to: "in-payment" },
      { from: "in-payment", to: "reviewed", requires: ["outcome"] },
      { from: "reviewed", to: "in-payment" },
      { from: "reviewed", to: "ended", reason: true },
      { from: "in-payment", to: "ended", reason: true },
    ],
  },
  amounts: [standardOf("urban"), standardOf("rural")],
  checks: [
    ...(["urban", "rural"] as const).map((residence) => ({
      id: `standard-${residence}`,
      title: titled("执行确认之日的低保标准", "The standard is that of the day of confirmation"),
      when: [
        { field: "state", in: ["confirmed"] },
        { field: "residence", in: [residence] },
      ],
      must: {
        left: { field: "standard" },
        relation: "=" as const,
        right: { dated: `standard-${residence}`, on: { entered: "confirmed" } },
      },
      source: titled("《社会救助暂行办法》第十条", "Provisional Measures on Social Assistance, article 10"),
    })),
    {
      id: "eligible",
      title: titled("家庭人均收入低于低保标准", "Income per head is below the standard"),
      when: [{ field: "state", in: confirmedStates }],
      must: {
        left: { sum: income },
        relation: "<",
        right: { product: [{ field: "standard" }, { field: "members" }] },
      },
      source: titled("《社会救助暂行办法》第九条", "Provisional Measures on Social Assistance, article 9"),
    },
    {
      id: "benefit",
      title: titled(
        "月保障金 =（标准 − 家庭人均收入）× 人数",
        "Allowance = (standard − income per head) × members",
      ),
      when: [{ field: "state", in: confirmedStates }],
      must: {
        left: { field: "benefit" },
        relation: "=",
        right: { difference: [{ product: [{ field: "standard" }, { field: "members" }] }, { sum: income }] },
      },
      source: article(
        23,
        "按照家庭人均收入与标准的差额发放",
        "the difference between the standard and the income per head is paid",
      ),
    },
    {
      id: "two-surveyors",
      title: titled("入户调查不少于两人", "Two persons survey a household"),
      must: { differ: ["first-surveyor", "second-surveyor"] },
      source: article(16, "调查人员不少于两人", "not less than two persons"),
    },
    {
      id: "near-relatives",
      title: titled(
        "近亲属申请的，区级须入户核查",
        "The district visits near relatives of those who handle it",
      ),
      when: [
        { field: "relative", in: [true] },
        { field: "state", in: ["confirmed"] },
      ],
      must: { set: ["visited"] },
      source: article(
        20,
        "近亲属和有投诉举报的，应当入户核查",
        "near relatives and cases with a complaint are visited",
      ),
    },
  ],
  waits: [
    {
      id: "posted",
      title: titled("初审意见公示", "The opinion is posted"),
      from: { entered: "posted" },
      until: { states: ["confirmed", "refused"] },
      rules: ruled(7, "day", article(19, "公示期为七天", "posted for seven days"), {
        endsOnRestDay: true,
      }),
    },
  ],
  deadlines: [
    {
      id: "survey",
      title: titled("开始入户调查", "Begin the survey"),
      from: { entered: "accepted" },
      until: { field: "surveyed" },
      rules: ruled(
        3,
        "workday",
        article(15, "自受理之日起三个工作日内启动", "within three working days of acceptance"),
      ),
    },
    {
      id: "check",
      title: titled("开始信息核对", "Begin the check of records"),
      from: { field: "asked" },
      until: { field: "checked" },
      rules: ruled(
        3,
        "workday",
        article(17, "收到核对请求三个工作日内启动", "within three working days of the request"),
      ),
    },
    {
      id: "confirm",
      title: titled("区级审核确认", "Confirm"),
      from: { field: "received" },
      until: { states: ["confirmed", "refused"] },
      rules: ruled(10, "workday", article(20, "收到材料十个工作日内", "within ten working days of receipt")),
    },
    {
      id: "tell",
      title: titled("书面告知不予确认", "Tell the refusal"),
      from: { entered: "refused" },
      until: { field: "told" },
      rules: ruled(
        3,
        "workday",
        article(21, "三个工作日内书面告知并说明理由", "in writing, with reasons, within three working days"),
      ),
    },
    {
      id: "decide",
      title: titled("整个事项办结", "Decide the whole case"),
      from: { entered: "accepted" },
      until: { states: ["confirmed", "refused"] },
      rules: ruled(
        30,
        "workday",
        article(
          22,
          "自受理之日起三十个工作日；特殊情况不超过四十五个工作日",
          "thirty working days; forty-five at most in special cases",
        ),
      ),
      extension: {
        field: "extended",
        upTo: ruled(
          15,
          "workday",
          article(22, "特殊情况不超过四十五个工作日", "forty-five working days at most in special cases"),
        ),
      },
    },
    {
      id: "pay",
      title: titled("开始发放保障金", "Begin to pay"),
      from: { entered: "confirmed" },
      until: { states: ["in-payment"] },
      rules: ruled(
        1,
        "month",
        article(21, "自作出确认决定之日下月起发放", "from the month after the decision"),
      ),
    },
    {
      id: "review-stable",
      title: titled("年度复核", "Yearly review"),
      where: [{ field: "income", in: ["stable"] }],
      from: { entered: "in-payment" },
      until: { states: ["reviewed", "ended"] },
      rules: ruled(12, "month", article(31, "收入稳定的每年核查一次", "yearly where income is stable")),
    },
    {
      id: "review-unstable",
      title: titled("半年复核", "Half-yearly review"),
      where: [{ field: "income", in: ["unstable"] }],
      from: { entered: "in-payment" },
      until: { states: ["reviewed", "ended"] },
      rules: ruled(6, "month", article(31, "收入不稳定的每半年核查一次", "half-yearly where it is not")),
    },
  ],
  publicList: {
    title: titled("最低生活保障家庭公示名单", "Posted list of households on the minimum living allowance"),
    fields: ["applicant", "members", "benefit"],
    states: ["in-payment", "reviewed"],
    source: article(
      24,
      "公示申请人姓名、家庭成员人数、保障金额等，不得公开无关信息",
      "applicant's name, number of members and amount; nothing that does not belong to the matter",
    ),
  },
  source,
});
