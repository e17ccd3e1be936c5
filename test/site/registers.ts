/** The made-up district's three registers: one open with sealed fields, one sealed, one of returns. 演示数据 */
import { amount, area, choice, count, date, defineRegister, flag, text } from "../../src/index.ts";

export const words = (zh: string, en: string) => ({ zh, en });
export const example = words("示例", "example");

export const works = defineRegister({
  name: "work",
  title: words("民生实事", "Livelihood works"),
  description: words(
    "一项工程一条记录：从列入计划到验收，修路、建卫生室和文体广场。",
    "One record for each work, from plan to acceptance: roads, clinics and sports squares.",
  ),
  owner: words("云岭区发展和改革局", "Yunling Development and Reform Bureau"),
  visibility: "open",
  key: { title: words("工程编号", "Work number"), schema: text(12) },
  fields: {
    village: { title: words("村", "Village"), schema: area() },
    kind: {
      title: words("类别", "Kind"),
      schema: choice({
        road: words("农村公路", "Rural road"),
        clinic: words("标准化卫生室", "Village clinic"),
        square: words("文体广场", "Sports square"),
      }),
    },
    planned: { title: words("计划投资", "Planned investment"), schema: amount(2), unit: "ten-thousand-yuan" },
    paid: { title: words("已付投资", "Paid"), schema: amount(2).optional(), unit: "ten-thousand-yuan" },
    length: { title: words("里程", "Length"), schema: count().optional(), unit: "metre" },
    start: { title: words("计划开工", "Planned start"), schema: date() },
    finish: { title: words("计划完工", "Planned finish"), schema: date().optional() },
    progress: { title: words("形象进度", "Progress"), schema: count().optional(), unit: "percent" },
    contact: {
      title: words("现场负责人代码", "Site manager's code"),
      schema: text(12).optional(),
      sealed: true,
    },
  },
  area: "village",
  lifecycle: {
    initial: "planned",
    states: {
      planned: { title: words("列入计划", "Planned") },
      started: { title: words("已开工", "Started") },
      suspended: { title: words("暂停", "Suspended") },
      accepted: { title: words("已验收", "Accepted") },
    },
    transitions: [
      { from: "planned", to: "started" },
      { from: "started", to: "accepted", requires: ["paid"] },
      { from: "started", to: "suspended", reason: true },
      { from: "suspended", to: "started" },
      { from: "accepted", to: "started", reason: true },
    ],
  },
  deadlines: [
    {
      id: "start",
      title: words("按计划开工", "Start as planned"),
      from: { field: "start" },
      until: { states: ["started", "accepted"] },
      rules: [
        { value: 1, unit: "month", effectiveFrom: "2016-01-01", effectiveTo: "2018-12-31", source: example },
        { value: 20, unit: "workday", effectiveFrom: "2019-01-01", source: example },
      ],
    },
  ],
  waits: [
    {
      id: "posting",
      title: words("开工前公示", "Posted before the start"),
      from: { field: "start" },
      until: { states: ["started"] },
      rules: [{ value: 7, unit: "day", effectiveFrom: "2022-01-01", source: example }],
      unless: "contact",
    },
  ],
  light: {
    schedule: { from: "start", to: "finish" },
    progress: "progress",
    waiting: ["planned"],
    running: ["started", "suspended"],
    behind: [{ yellow: "10", red: "30", effectiveFrom: "2016-01-01", source: example }],
    unstarted: {
      yellow: { value: 1, unit: "month", effectiveFrom: "2016-01-01", source: example },
      red: { value: 3, unit: "month", effectiveFrom: "2016-01-01", source: example },
    },
  },
  source: words("《云岭区民生实事管理办法》（示例）", "Yunling rules on livelihood works (example)"),
});

export const tips = defineRegister({
  name: "tip",
  title: words("群众线索", "Tips from the public"),
  description: words(
    "一条线索一条记录，从受理到查结。只记工作信息，不记举报内容。",
    "One record for each tip, from receipt to closing. Holds workflow only, never what a tip says.",
  ),
  owner: words("云岭区委政法委", "Political and Legal Affairs Commission"),
  visibility: "sealed",
  openState: true,
  key: { title: words("线索编号", "Tip number"), schema: text(12) },
  fields: {
    place: { title: words("属地", "Place"), schema: area() },
    received: { title: words("受理日期", "Received"), schema: date() },
    source: {
      title: words("线索来源", "Source"),
      schema: choice({
        hotline: words("举报电话", "Telephone"),
        mail: words("来信来访", "Letters and visits"),
        member: words("成员单位移交", "Handed over"),
        patrol: words("日常排查", "Routine checks"),
      }),
    },
    named: { title: words("是否实名", "Tipper named"), schema: flag() },
  },
  area: "place",
  lifecycle: {
    initial: "received",
    states: {
      received: { title: words("已受理", "Received") },
      checking: { title: words("正在核查", "Being checked") },
      closed: { title: words("已查结", "Closed") },
    },
    transitions: [
      { from: "received", to: "checking" },
      { from: "checking", to: "closed" },
      { from: "closed", to: "checking", reason: true },
    ],
  },
  deadlines: [
    {
      id: "close",
      title: words("查结", "Close"),
      from: { field: "received" },
      until: { states: ["closed"] },
      rules: [{ value: 60, unit: "workday", effectiveFrom: "2017-01-01", source: example }],
    },
  ],
  source: words("《云岭区线索移送反馈办法》（示例）", "Yunling rules on tips (example)"),
});

export const incomes = defineRegister({
  name: "income",
  title: words("收入报表", "Income returns"),
  description: words(
    "统计局报来的居民人均可支配收入。",
    "Disposable income per head as the statistics office returned it.",
  ),
  owner: words("云岭区统计局", "Yunling Statistics Bureau"),
  visibility: "open",
  key: { title: words("报表编号", "Return number"), schema: text(12) },
  fields: {
    place: { title: words("地区", "Area"), schema: area() },
    date: { title: words("期末", "End of period"), schema: date() },
    value: { title: words("人均可支配收入", "Income per head"), schema: amount(0), unit: "yuan" },
    provisional: { title: words("是否初步数", "Provisional"), schema: flag() },
  },
  area: "place",
  lifecycle: {
    initial: "submitted",
    states: {
      submitted: { title: words("已报送", "Submitted") },
      final: { title: words("已核定", "Final") },
    },
    transitions: [{ from: "submitted", to: "final" }],
  },
  standing: { submitted: "provisional", final: "final" },
  source: words("《住户收支与生活状况调查方案》（示例）", "Household survey plan (example)"),
});
