import { area, choice, date, defineRegister, handOver, text, type Words } from "huimou";
import { departments } from "../../departments.ts";

export const owner = {
  zh: "区委巡察工作领导小组办公室",
  en: "Inspection Office of the District Party Committee",
};
export const source = {
  zh: "《中国共产党巡视工作条例》；巡察整改清单管理办法为示例",
  en: "Regulations on Inspection Work; the rule on lists of rectification is an example",
};
export const titled = (zh: string, en: string): Words => ({ zh, en });
const example = (zh: string, en: string) => ({ zh: `示例：${zh}`, en: `Example: ${en}` });

/** How a problem reaches the unit that has to mend it. */
const passing = handOver({
  units: departments,
  grounds: {
    "not-its-duty": { zh: "不属本单位职责", en: "Not the unit's duty" },
    "several-units": {
      zh: "涉及多个单位，应明确牵头单位",
      en: "Several units are concerned: a leading one is to be named",
    },
    "facts-differ": { zh: "问题与事实不符", en: "The facts are otherwise" },
  },
  from: ["found"],
  to: "taken",
  answer: [
    {
      value: 5,
      unit: "workday",
      effectiveFrom: "2016-10-01",
      source: example("问题交办后的认领时限未公开", "the time for taking a problem up is not public"),
    },
  ],
});

export const register = defineRegister({
  name: "finding",
  title: { zh: "问题整改", en: "Problems found and mended" },
  description: {
    zh: "巡察或审计发现的一个问题一条记录：哪一轮、哪一类、交给谁、怎样改、何时改完、凭什么销号。不记人名。",
    en: "One record for each problem that an inspection or audit found: round, class, who has it, how and by when it is mended, and on what evidence it is closed. No names.",
  },
  owner,
  visibility: "open",
  key: {
    title: { zh: "问题编号", en: "Number of the problem" },
    schema: text().regex(/^ZG-20\d{2}-[A-Z]-\d{3}$/),
  },
  fields: {
    area: { title: { zh: "地区", en: "Place" }, schema: area() },
    origin: {
      title: { zh: "来源", en: "Origin" },
      schema: choice({
        "district-inspection": { zh: "区委巡察", en: "District inspection" },
        "city-inspection": { zh: "市委巡察", en: "City inspection" },
        audit: { zh: "审计", en: "Audit" },
      }),
    },
    round: { title: { zh: "轮次", en: "Round" }, schema: text(20) },
    class: {
      title: { zh: "问题类别", en: "Class" },
      schema: choice({
        duty: { zh: "履行职责", en: "Duties not met" },
        money: { zh: "资金管理", en: "Handling of money" },
        conduct: { zh: "作风建设", en: "Conduct" },
        "party-building": { zh: "基层党建", en: "Party organisation" },
        livelihood: { zh: "群众身边的问题", en: "Problems at people's doors" },
      }),
    },
    fed: { title: { zh: "反馈日期", en: "Fed back on" }, schema: date() },
    ...passing.fields,
    measures: { title: { zh: "整改措施", en: "Measures" }, schema: text(200).optional() },
    due: { title: { zh: "整改期限", en: "To be mended by" }, schema: date().optional() },
    reported: { title: { zh: "整改报告日期", en: "Report on the mending" }, schema: date().optional() },
    evidence: { title: { zh: "佐证材料编号", en: "Number of the evidence" }, schema: text(60).optional() },
    "accepted-office": {
      title: { zh: "巡察办验收日期", en: "Accepted by the inspection office" },
      schema: date().optional(),
    },
    "accepted-group": {
      title: { zh: "巡察（审计）组验收日期", en: "Accepted by the inspectors or auditors" },
      schema: date().optional(),
    },
    "accepted-unit": {
      title: { zh: "责任单位确认日期", en: "Confirmed by the unit" },
      schema: date().optional(),
    },
    published: { title: { zh: "公开日期", en: "Published on" }, schema: date().optional() },
  },
  area: "area",
  lifecycle: {
    initial: "found",
    states: {
      found: { title: { zh: "已发现", en: "Found" } },
      ...passing.states,
      taken: { title: { zh: "已认领", en: "Taken up" } },
      planned: { title: { zh: "已定措施", en: "Measures planned" } },
      working: { title: { zh: "整改中", en: "In work" } },
      done: { title: { zh: "整改完成待验收", en: "Done, to be accepted" } },
      accepted: { title: { zh: "已验收", en: "Accepted" } },
      closed: { title: { zh: "已销号", en: "Closed" } },
      "long-term": { title: { zh: "长期坚持", en: "Kept up for good" } },
    },
    transitions: [
      ...passing.transitions,
      { from: "taken", to: "planned", requires: ["measures", "due"] },
      { from: "planned", to: "working" },
      { from: "working", to: "done", requires: ["evidence"] },
      { from: "working", to: "long-term", requires: ["evidence"], reason: true },
      { from: "done", to: "working", reason: true },
      { from: "done", to: "accepted", requires: ["accepted-office", "accepted-group", "accepted-unit"] },
      { from: "accepted", to: "closed" },
      { from: "closed", to: "working", reason: true },
    ],
  },
  checks: [
    {
      id: "three-parties",
      title: {
        zh: "销号须三方验收：巡察办、巡察（审计）组、责任单位",
        en: "A problem is closed when three parties have accepted",
      },
      when: [{ field: "state", in: ["accepted", "closed"] }],
      must: { set: ["accepted-office", "accepted-group", "accepted-unit", "evidence"] },
      source: example("三方验收、对账销号", "acceptance by three parties, item by item"),
    },
  ],
  deadlines: [
    ...passing.deadlines,
    {
      id: "plan",
      title: { zh: "制定整改方案", en: "Plan the measures" },
      from: { field: "fed" },
      until: { states: ["planned"] },
      rules: [
        {
          value: 1,
          unit: "month",
          effectiveFrom: "2016-10-01",
          source: example("反馈后一个月内制定整改方案", "a plan within one month of the feedback"),
        },
      ],
    },
    {
      id: "report",
      title: { zh: "报告整改情况", en: "Report on the mending" },
      from: { field: "fed" },
      until: { field: "reported" },
      rules: [
        {
          value: 2,
          unit: "month",
          effectiveFrom: "2015-08-03",
          effectiveTo: "2024-02-07",
          source: {
            zh: "《中国共产党巡视工作条例》（2015年）第二十七条：反馈后两个月内报送整改情况；用于巡察、审计为示例",
            en: "Regulations on Inspection Work of 2015, article 27: within two months of the feedback; its use for district inspections and audits is an example",
          },
        },
      ],
    },
    {
      id: "mend",
      title: { zh: "完成整改", en: "Mend the problem" },
      from: { field: "due" },
      until: { states: ["done", "accepted", "long-term"] },
      rules: [
        {
          value: 0,
          unit: "day",
          endsOnRestDay: true,
          effectiveFrom: "2016-10-01",
          source: example("以整改清单所列期限为准", "the date on the list of rectification counts"),
        },
      ],
    },
  ],
  source,
});
