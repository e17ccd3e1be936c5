import { defineIndicator } from "huimou";
import { owner, source, titled } from "./register.ts";

const facts = {
  register: "assistance",
  owner,
  frequency: "month",
  source,
  finest: { area: "district", period: "year" },
  by: ["residence"],
} as const;
const paying = [{ field: "state", in: ["in-payment", "reviewed"] }] as const;

const measures = [
  defineIndicator({
    ...facts,
    id: "assistance.households",
    title: titled("低保户", "Households on the allowance"),
    definition: titled(
      "报告期末正在领取最低生活保障金的家庭户数。",
      "Households in payment at the end of the period.",
    ),
    unit: "household",
    basis: titled(
      "时点数；按城乡分列；暂停发放的不计。",
      "A stock; urban and rural; those whose payment is stopped are out.",
    ),
    measure: { count: true },
    nature: "stock",
    where: paying,
  }),
  defineIndicator({
    ...facts,
    id: "assistance.persons",
    title: titled("低保对象", "Persons on the allowance"),
    definition: titled(
      "报告期末正在领取最低生活保障金的家庭成员人数。",
      "Members of the households in payment at the end of the period.",
    ),
    unit: "person",
    basis: titled("时点数；共同生活家庭成员全部计入。", "A stock; all members of the household."),
    measure: { sum: "members" },
    nature: "stock",
    where: paying,
  }),
  defineIndicator({
    ...facts,
    id: "assistance.monthly",
    title: titled("月发放低保金", "Allowance paid a month"),
    definition: titled(
      "报告期末每月应发的最低生活保障金。",
      "The allowance due each month at the end of the period.",
    ),
    unit: "yuan",
    basis: titled(
      "时点数；按在保家庭的月保障金相加。",
      "A stock; the monthly allowances of the households in payment.",
    ),
    measure: { sum: "benefit" },
    nature: "stock",
    where: paying,
  }),
  defineIndicator({
    ...facts,
    id: "assistance.waiting",
    title: titled("逾期未发放的低保户", "Households not paid in time"),
    definition: titled(
      "报告期末已确认、到期仍未开始发放的家庭户数。",
      "Households confirmed whose payment should have begun by the end of the period and had not.",
    ),
    unit: "household",
    basis: titled("时点数；以确认次月为限。", "A stock; payment begins in the month after the decision."),
    measure: { count: true },
    nature: "stock",
    where: [{ deadline: "pay", met: "overdue" }],
    better: "less",
  }),
  defineIndicator({
    ...facts,
    id: "assistance.applied",
    title: titled("受理低保申请", "Applications accepted"),
    definition: titled("报告期内受理的低保申请件数，按受理日期计。", "Applications accepted in the period."),
    unit: "case",
    basis: titled("材料不齐、尚未受理的不计。", "Those still incomplete are out."),
    measure: { count: true },
    nature: "flow",
    date: { first: "accepted" },
  }),
  defineIndicator({
    ...facts,
    id: "assistance.confirmed",
    title: titled("确认低保", "Households confirmed"),
    definition: titled(
      "报告期内审核确认为低保家庭的户数，按确认日期计。",
      "Households confirmed in the period.",
    ),
    unit: "household",
    basis: titled("一户一次；后来停保的仍计入。", "Each once, also where payment ended later."),
    measure: { count: true },
    nature: "flow",
    date: { first: "confirmed" },
  }),
  ...(["in-time", "late"] as const).map((met) =>
    defineIndicator({
      ...facts,
      id: `assistance.decided-${met}`,
      title: met === "in-time" ? titled("按期办结", "Decided in time") : titled("逾期办结", "Decided late"),
      definition: titled(
        `报告期内受理的申请中，${met === "in-time" ? "按期" : "逾期"}作出确认或者不予确认决定的件数。`,
        `Applications accepted in the period that were decided ${met === "in-time" ? "in time" : "late"}.`,
      ),
      unit: "case",
      basis: titled(
        "三十个工作日；经批准延长的，至多四十五个工作日。按受理日期归期。",
        "Thirty working days, forty-five at most where extended. By the day of acceptance.",
      ),
      measure: { count: true },
      nature: "flow",
      date: { first: "accepted" },
      where: [{ deadline: "decide", met }],
      better: met === "in-time" ? "more" : "less",
    }),
  ),
];

const formulaFacts = { owner, frequency: "month", source } as const;

const formulas = [
  defineIndicator({
    ...formulaFacts,
    id: "assistance.paid",
    title: titled("发放低保金", "Allowance paid"),
    definition: titled(
      "报告期内各月发放的最低生活保障金之和。",
      "The allowances of the months of the period, added up.",
    ),
    unit: "yuan",
    basis: titled(
      "按各月末在保家庭的月保障金逐月相加。",
      "The monthly allowances of the households in payment at the end of each month.",
    ),
    decimals: 0,
    formula: { overMonths: { of: "assistance.monthly" } },
  }),
  defineIndicator({
    ...formulaFacts,
    id: "assistance.due",
    title: titled("应保家庭", "Households due"),
    definition: titled(
      "报告期末已知符合条件、依法应当已经开始发放的家庭户数。",
      "Households known to be eligible whose payment should have begun by the end of the period.",
    ),
    unit: "household",
    basis: titled(
      "在保与逾期未发放之和；尚在审核中的申请不在其内。",
      "Those in payment and those not paid in time; applications still examined are out.",
    ),
    decimals: 0,
    formula: { sum: { plus: ["assistance.households", "assistance.waiting"] } },
  }),
  defineIndicator({
    ...formulaFacts,
    id: "assistance.coverage",
    title: titled("低保应保尽保率", "Coverage of those due"),
    definition: titled(
      "报告期末在保家庭占应保家庭的百分比；达到100%方可称应保尽保。",
      "Households in payment per hundred due at the end of the period; only 100 % may be called full coverage.",
    ),
    unit: "percent",
    basis: titled(
      "分母是已知符合条件的家庭，以报告期末为准；未申请的家庭不在其内。",
      "Out of households known to be eligible, at the end of the period; those who never applied are out.",
    ),
    formula: { share: { part: "assistance.households", whole: "assistance.due" } },
    better: "more",
  }),
  defineIndicator({
    ...formulaFacts,
    id: "assistance.decided",
    title: titled("办结申请", "Applications decided"),
    definition: titled(
      "报告期内受理的申请中，已经作出决定的件数。",
      "Applications accepted in the period that have been decided.",
    ),
    unit: "case",
    basis: titled("按期与逾期之和。", "Those in time and those late."),
    decimals: 0,
    formula: { sum: { plus: ["assistance.decided-in-time", "assistance.decided-late"] } },
  }),
  defineIndicator({
    ...formulaFacts,
    id: "assistance.in-time-rate",
    title: titled("按期办结率", "Share decided in time"),
    definition: titled(
      "已办结的申请中，按期办结的百分比。",
      "Applications decided in time per hundred decided.",
    ),
    unit: "percent",
    basis: titled("按受理日期归期。", "By the day of acceptance."),
    formula: { share: { part: "assistance.decided-in-time", whole: "assistance.decided" } },
    better: "more",
  }),
];

/** In the order in which the site shows them. */
export const indicators = [...measures, ...formulas];
