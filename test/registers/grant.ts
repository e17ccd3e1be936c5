import {
  amount,
  area,
  type CheckDefinition,
  choice,
  count,
  date,
  defineRegister,
  instant,
  type RegisterInput,
  text,
} from "../../src/registers/index.ts";

const words = (zh: string, en: string) => ({ zh, en });
const source = words("示例办法", "an example rule");

const checks: readonly CheckDefinition[] = [
  {
    id: "benefit",
    title: words("补助 =（标准 − 人均收入）× 人数", "benefit = (standard − income per head) × persons"),
    when: [{ field: "state", in: ["granted"] }],
    must: {
      left: { field: "benefit" },
      relation: "=",
      right: {
        difference: [
          { product: [{ dated: "standard", on: { entered: "granted" } }, { field: "persons" }] },
          { sum: [{ field: "wages" }, { field: "rent", or: "0" }] },
        ],
      },
    },
    source,
  },
  {
    id: "survey",
    title: words("入户调查不少于两人", "two persons visit the household"),
    when: [{ field: "state", in: ["granted"] }],
    must: { differ: ["visitor", "second"] },
    source,
  },
  {
    id: "ground",
    title: words("特殊情形须写明依据", "what is special rests on a document"),
    when: [{ field: "kind", in: ["special"] }],
    must: { set: ["document"] },
    source,
  },
  {
    id: "household",
    title: words("户内至少一人", "a household has at least one person"),
    must: { where: [{ field: "persons", from: 1 }] },
    source,
  },
];

const input: RegisterInput = {
  name: "grant",
  title: words("补助", "Grants"),
  description: words("示例台账", "an example"),
  owner: words("民政局", "Civil affairs"),
  visibility: "open",
  key: { title: words("编号", "Number"), schema: text().regex(/^G\d+$/) },
  fields: {
    village: { title: words("村", "Village"), schema: area() },
    kind: {
      title: words("类别", "Kind"),
      schema: choice({ usual: words("一般", "Usual"), special: words("特殊", "Special") }),
    },
    persons: { title: words("人数", "Persons"), schema: count() },
    wages: { title: words("工资", "Wages"), schema: amount(2) },
    rent: { title: words("租金", "Rent"), schema: amount(2).optional() },
    benefit: { title: words("补助", "Benefit"), schema: amount(2).optional() },
    visitor: { title: words("调查人一", "First visitor"), schema: text().optional() },
    second: { title: words("调查人二", "Second visitor"), schema: text().optional() },
    document: { title: words("依据", "Document"), schema: text().optional() },
    extended: { title: words("延至", "Extended to"), schema: date().optional() },
    found: { title: words("发现时间", "Found at"), schema: instant().optional() },
    told: { title: words("报告时间", "Told at"), schema: instant().optional() },
  },
  area: "village",
  lifecycle: {
    initial: "asked",
    states: {
      asked: { title: words("已申请", "Asked") },
      granted: { title: words("已批准", "Granted") },
    },
    transitions: [{ from: "asked", to: "granted", requires: ["benefit"] }],
  },
  amounts: [
    {
      id: "standard",
      title: words("保障标准", "the standard"),
      values: [
        { value: "500.00", effectiveFrom: "2019-01-01", effectiveTo: "2019-12-31", source },
        { value: "540.50", effectiveFrom: "2020-01-01", source },
      ],
    },
  ],
  checks,
  deadlines: [
    {
      id: "grant",
      title: words("办结", "the decision"),
      from: { entered: "asked" },
      until: { states: ["granted"] },
      rules: [{ value: 30, unit: "workday", effectiveFrom: "2019-01-01", source }],
      extension: {
        field: "extended",
        upTo: [{ value: 15, unit: "workday", effectiveFrom: "2019-01-01", source }],
      },
    },
    {
      id: "tell",
      title: words("报告", "the report"),
      from: { field: "found" },
      until: { field: "told" },
      rules: [{ value: 2, unit: "hour", effectiveFrom: "2019-01-01", source }],
    },
  ],
  source,
};

/** A made-up register that declares checks, a dated standard, an extension and a deadline in hours. */
export const grantInput = input;
export const grant = defineRegister(input);
