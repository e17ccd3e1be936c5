/** Tasks of the made-up district: everything that time changes. 演示数据 */
import { area, count, date, defineIndicator, defineRegister, text, z } from "../../../src/index.ts";

const words = (zh: string, en: string) => ({ zh, en });
const owner = words("云岭区民政局", "Yunling Civil Affairs Bureau");
const source = words("示例", "example");

const pausable = {
  initial: "listed",
  states: {
    listed: { title: words("列入", "Listed") },
    running: { title: words("在办", "Running") },
    paused: { title: words("暂停", "Paused") },
    done: { title: words("办结", "Done") },
  },
  transitions: [
    { from: "listed", to: "running" },
    { from: "running", to: "paused", reason: true },
    { from: "paused", to: "running" },
    { from: "running", to: "done" },
    { from: "done", to: "running", reason: true },
  ],
} as const;
const rule = (value: number, unit: "day" | "workday" | "month") => ({
  value,
  unit,
  effectiveFrom: "2019-03-01",
  source,
});

/** Due dates, a wait, a light. */
export const plan = defineRegister({
  name: "plan",
  title: words("年度任务", "Yearly tasks"),
  description: words("列入年度计划的任务", "Tasks on the yearly plan"),
  owner,
  visibility: "open",
  key: { title: words("任务号", "Task number"), schema: z.string().regex(/^P\d{4}$/) },
  fields: {
    village: { title: words("村", "Village"), schema: area() },
    begin: { title: words("计划开始", "Planned start"), schema: date() },
    finish: { title: words("计划完成", "Planned finish"), schema: date() },
    progress: { title: words("进度", "Progress"), schema: count().optional(), unit: "%" },
    posted: { title: words("公示日期", "Posted on"), schema: date().optional() },
    hurry: { title: words("缩短公示的理由", "Why the posting was shorter"), schema: text(50).optional() },
    reported: { title: words("报告日期", "Reported on"), schema: date().optional() },
    later: { title: words("延期至", "Put off to"), schema: date().optional() },
  },
  area: "village",
  lifecycle: pausable,
  deadlines: [
    {
      id: "finish",
      title: words("完成", "Finish"),
      from: { field: "finish" },
      until: { states: ["done"] },
      rules: [{ ...rule(0, "day"), endsOnRestDay: true }],
      extension: { field: "later", upTo: [rule(6, "month")] },
    },
    {
      id: "report",
      title: words("报告", "Report"),
      from: { entered: "done" },
      until: { field: "reported" },
      rules: [rule(10, "workday")],
    },
  ],
  waits: [
    {
      id: "posting",
      title: words("公示", "Posting"),
      from: { field: "posted" },
      until: { states: ["running"] },
      rules: [{ ...rule(7, "day"), endsOnRestDay: true }],
      unless: "hurry",
    },
  ],
  light: {
    schedule: { from: "begin", to: "finish" },
    progress: "progress",
    waiting: ["listed"],
    running: ["running"],
    behind: [{ yellow: "10", red: "30", effectiveFrom: "2019-03-01", source }],
    unstarted: { yellow: rule(1, "month"), red: rule(3, "month") },
  },
  source,
});

const facts = { owner, source, frequency: "month", basis: words("全口径", "all records") } as const;
const titled = (zh: string, en: string) => ({
  title: words(zh, en),
  definition: words(`${zh}的定义`, `what ${en} means`),
});

export const planMeasures = [
  defineIndicator({
    ...facts,
    ...titled("逾期任务", "tasks overdue"),
    id: "plan.overdue",
    unit: "项",
    register: "plan",
    measure: { count: true },
    nature: "stock",
    where: [{ deadline: "finish", met: "overdue" }],
    by: ["state"],
  }),
  defineIndicator({
    ...facts,
    ...titled("办结未报告", "done and not reported in time"),
    id: "plan.unreported",
    unit: "项",
    register: "plan",
    measure: { count: true },
    nature: "stock",
    where: [
      { deadline: "report", met: "overdue" },
      { field: "village", set: true },
    ],
  }),
  defineIndicator({
    ...facts,
    ...titled("任务亮灯", "tasks by light"),
    id: "plan.lights",
    unit: "项",
    register: "plan",
    measure: { count: true },
    nature: "stock",
    where: [{ field: "light", in: ["green", "yellow", "red"] }],
    by: ["light", "state"],
  }),
  defineIndicator({
    ...facts,
    ...titled("红灯且逾期", "tasks with a red light that are overdue"),
    id: "plan.lost",
    unit: "项",
    register: "plan",
    measure: { sum: "progress" },
    nature: "stock",
    where: [
      { field: "light", in: ["red"] },
      { deadline: "finish", met: "overdue" },
    ],
  }),
  ...[true, false].map((kept) =>
    defineIndicator({
      ...facts,
      ...titled(
        kept ? "公示期满后开始" : "公示缩短",
        kept ? "begun after the posting" : "begun before its end",
      ),
      id: `plan.posting-${kept ? "kept" : "shortened"}`,
      unit: "项",
      register: "plan",
      measure: { count: true },
      nature: kept ? "stock" : "flow",
      where: [{ wait: "posting", kept }],
      ...(kept ? {} : { date: { each: "running" } }),
    }),
  ),
];
