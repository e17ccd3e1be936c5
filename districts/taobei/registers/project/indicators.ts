import { defineIndicator, type IndicatorDefinition } from "huimou";
import { kinds, owner, source } from "./register.ts";

const facts = { register: "project", owner, frequency: "month", source } as const;
const accepted = { date: { entered: "accepted" }, where: [{ field: "state", in: ["accepted"] }] } as const;
const cohort = {
  zh: "按项目列入计划的时间归期。",
  en: "By the time at which the work was put on the plan.",
};

const works: readonly IndicatorDefinition[] = [
  defineIndicator({
    ...facts,
    id: "project.listed",
    title: { zh: "列入计划的民生实事", en: "Works on the plan" },
    definition: {
      zh: "报告期内列入民生实事计划的项目个数。",
      en: "Works put on the plan of livelihood works in the period.",
    },
    unit: "project",
    basis: cohort,
    measure: { count: true },
    nature: "flow",
    date: { field: "listed" },
    by: ["kind", "department"],
  }),
  defineIndicator({
    ...facts,
    ...accepted,
    id: "project.accepted",
    title: { zh: "验收的民生实事", en: "Works accepted" },
    definition: {
      zh: "报告期内竣工验收合格的项目个数，按验收日期计。",
      en: "Works that passed acceptance in the period, by the day of acceptance.",
    },
    unit: "project",
    basis: {
      zh: "有验收文号的才计；完工未验收的不计。",
      en: "Only with an acceptance number; works that are built and not yet accepted are out.",
    },
    measure: { count: true },
    nature: "flow",
    by: ["kind", "department"],
    better: "more",
  }),
  defineIndicator({
    ...facts,
    id: "project.in-hand",
    title: { zh: "在办的民生实事", en: "Works in hand" },
    definition: {
      zh: "报告期末已列入计划、尚未验收的项目个数。",
      en: "Works on the plan and not yet accepted at the end of the period.",
    },
    unit: "project",
    basis: { zh: "时点数。含停工的。", en: "A stock. Suspended works are in." },
    measure: { count: true },
    nature: "stock",
    where: [{ field: "state", in: ["planned", "started", "suspended", "built"] }],
    by: ["kind", "state"],
  }),
  defineIndicator({
    ...facts,
    id: "project.completed",
    title: { zh: "当期计划中已验收的", en: "Works of the period's plan that are accepted" },
    definition: {
      zh: "报告期内列入计划的项目中，现已验收的个数。",
      en: "Works put on the plan in the period that have been accepted by now.",
    },
    unit: "project",
    basis: cohort,
    measure: { count: true },
    nature: "flow",
    date: { field: "listed" },
    where: [{ field: "state", in: ["accepted"] }],
    by: ["kind", "department"],
  }),
  defineIndicator({
    ...facts,
    id: "project.completion-rate",
    title: { zh: "民生实事完成率", en: "Completion rate" },
    definition: {
      zh: "报告期内列入计划的项目中，现已验收的百分比。",
      en: "Works put on the plan in the period that have been accepted by now, per hundred.",
    },
    unit: "percent",
    basis: {
      zh: "按个数，不按投资额；同一批项目前后对照。",
      en: "By number, not by money; one and the same set of works above and below the line.",
    },
    formula: { share: { part: "project.completed", whole: "project.listed" } },
    better: "more",
  }),
];

const timely: readonly IndicatorDefinition[] = [
  ...(["in-time", "late"] as const).map((met) =>
    defineIndicator({
      ...facts,
      id: `project.built-${met}`,
      title:
        met === "in-time"
          ? { zh: "按期完工", en: "Works built in time" }
          : { zh: "逾期完工", en: "Works built late" },
      definition: {
        zh: `报告期内应当完工的项目中，${met === "in-time" ? "按期" : "逾期"}完工的个数。`,
        en: `Works due in the period that were built ${met === "in-time" ? "by" : "after"} their planned date.`,
      },
      unit: "project",
      basis: {
        zh: "按计划完工日期归期；尚未完工的不计。",
        en: "By the planned date; works not yet built are out.",
      },
      measure: { count: true },
      nature: "flow",
      date: { field: "plannedFinish" },
      where: [{ deadline: "finish", met }],
      by: ["kind"],
      better: met === "in-time" ? "more" : "less",
    }),
  ),
  defineIndicator({
    ...facts,
    id: "project.built",
    title: { zh: "到期并完工", en: "Works due and built" },
    definition: {
      zh: "报告期内应当完工的项目中，已经完工的个数。",
      en: "Works due in the period that have been built.",
    },
    unit: "project",
    basis: { zh: "按期与逾期之和。", en: "Those in time and those late." },
    decimals: 0,
    formula: { sum: { plus: ["project.built-in-time", "project.built-late"] } },
  }),
  defineIndicator({
    ...facts,
    id: "project.on-time-rate",
    title: { zh: "按期完工率", en: "Share built in time" },
    definition: {
      zh: "到期并完工的项目中，按期完工的百分比。",
      en: "Works built in time per hundred due and built.",
    },
    unit: "percent",
    basis: { zh: "按计划完工日期归期。", en: "By the planned date." },
    formula: { share: { part: "project.built-in-time", whole: "project.built" } },
    better: "more",
  }),
  defineIndicator({
    ...facts,
    id: "project.lights",
    title: { zh: "亮灯项目", en: "Works by traffic light" },
    definition: {
      zh: "报告期末在建和待开工的项目，按进度亮灯分列。",
      en: "Works waiting or under way at the end of the period, by traffic light.",
    },
    unit: "project",
    basis: {
      zh: "时点数。落后序时进度不足10个百分点绿灯，10至30个百分点黄灯，超过30个百分点红灯；过计划开工满一个月未开工黄灯，满三个月红灯。",
      en: "A stock. Less than 10 points behind the linear schedule is green, 10 to 30 yellow, more than 30 red; not started one month after the planned start is yellow, three months red.",
    },
    measure: { count: true },
    nature: "stock",
    where: [{ field: "light", in: ["green", "yellow", "red"] }],
    by: ["light", "kind"],
  }),
];

const quantities: readonly IndicatorDefinition[] = [
  defineIndicator({
    ...facts,
    ...accepted,
    id: "project.quantity",
    title: { zh: "建成设施", en: "Facilities built" },
    definition: {
      zh: "报告期内验收的广场、卫生室、楼房、供水供热等设施处数。",
      en: "Squares, clinics, buildings, water and heating works accepted in the period.",
    },
    unit: "site",
    basis: {
      zh: "只含按处计量的项目；公路按公里、安置按户，另有指标。",
      en: "Only works measured in facilities; roads go by kilometre and resettlement by household, in indicators of their own.",
    },
    measure: { sum: "quantity" },
    nature: "flow",
    where: [...accepted.where, { field: "measured", in: ["facility"] }],
    by: ["kind"],
    better: "more",
  }),
  defineIndicator({
    ...facts,
    ...accepted,
    id: "project.road-length",
    title: { zh: "新建改建农村公路", en: "Rural roads built or rebuilt" },
    definition: {
      zh: "报告期内验收的农村公路里程。",
      en: "Length of rural road accepted in the period.",
    },
    unit: "kilometre",
    basis: { zh: "新建和改建合计；不含养护。", en: "New and rebuilt roads together; upkeep is out." },
    measure: { sum: "quantity" },
    nature: "flow",
    where: [...accepted.where, { field: "measured", in: ["kilometre"] }],
    decimals: 1,
    better: "more",
  }),
  defineIndicator({
    ...facts,
    ...accepted,
    id: "project.resettled",
    title: { zh: "安置棚户区居民", en: "Households resettled" },
    definition: {
      zh: "报告期内验收的棚户区安置项目所安置的户数。",
      en: "Households resettled by the shanty resettlement works accepted in the period.",
    },
    unit: "household",
    basis: { zh: "实物安置，不含货币补偿。", en: "Housed in kind; paid compensation is out." },
    measure: { sum: "quantity" },
    nature: "flow",
    where: [...accepted.where, { field: "measured", in: ["household"] }],
    better: "more",
  }),
];

const money: readonly IndicatorDefinition[] = [
  defineIndicator({
    ...facts,
    id: "project.planned",
    title: { zh: "民生实事计划投资", en: "Planned investment" },
    definition: {
      zh: "报告期内列入计划的项目的计划投资额。",
      en: "Planned investment of the works put on the plan in the period.",
    },
    unit: "ten-thousand-yuan",
    basis: cohort,
    measure: { sum: "planned" },
    nature: "flow",
    date: { field: "listed" },
    by: ["kind", "department"],
    decimals: 2,
  }),
  defineIndicator({
    ...facts,
    id: "project.paid",
    title: { zh: "民生实事支付投资", en: "Investment paid" },
    definition: {
      zh: "报告期内列入计划的项目至今已支付的投资额。",
      en: "Investment paid so far on the works put on the plan in the period.",
    },
    unit: "ten-thousand-yuan",
    basis: {
      zh: "按项目列入计划的时间归期，不按支付时间；与计划投资同一批项目。",
      en: "By the time the work was put on the plan, not by the time of payment; the same works as planned investment.",
    },
    measure: { sum: "paid" },
    nature: "flow",
    date: { field: "listed" },
    by: ["kind", "department"],
    decimals: 2,
  }),
  defineIndicator({
    ...facts,
    id: "project.payment-rate",
    title: { zh: "投资支付率", en: "Payment rate" },
    definition: {
      zh: "报告期内列入计划的项目，已支付投资占计划投资的百分比。",
      en: "Investment paid per hundred planned, for the works put on the plan in the period.",
    },
    unit: "percent",
    basis: cohort,
    formula: { share: { part: "project.paid", whole: "project.planned" } },
  }),
];

const coverages = (
  [
    ["square", "sports-square", { zh: "村级文体广场覆盖率", en: "Villages with a sports square" }],
    ["clinic", "clinic", { zh: "标准化卫生室覆盖率", en: "Villages with a standard clinic" }],
  ] as const
).map(([name, kind, title]) =>
  defineIndicator({
    id: `project.${name}-coverage`,
    title,
    definition: {
      zh: `到报告期末已有验收合格的${kinds[kind].zh}的行政村，占全部行政村的百分比。`,
      en: `Villages in which a ${kinds[kind].en.toLowerCase()} had been accepted by the end of the period, per hundred of all.`,
    },
    unit: "percent",
    basis: {
      zh: "分母为2023年6月30日名录中的148个村民委员会；达到100%才可称“全覆盖”，每村须有验收记录。",
      en: "The denominator is the list of 148 village committees of 30 June 2023. Full coverage may be said at 100 % only, with an acceptance record in every village.",
    },
    owner,
    frequency: "year",
    source,
    formula: {
      coverage: { of: { indicator: "project.accepted", where: { kind } }, list: "village-committees-2023" },
    },
    better: "more",
  }),
);

/** In the order in which the site shows them. */
export const indicators = [...works, ...timely, ...quantities, ...money, ...coverages];
