import { defineRule } from "huimou";
import { titled } from "./register.ts";

export const rules = [
  defineRule({
    id: "finding.found-is-known",
    title: titled("各期发现合计 = 累计发现", "Found, added up = found to date"),
    left: { plus: ["finding.found"] },
    relation: "=",
    right: { plus: ["finding.known"] },
    periods: "cumulative",
    areas: "district",
    by: "origin",
    source: titled("同一事项两处计数，必须一致", "One thing counted in two ways must agree"),
  }),
  defineRule({
    id: "finding.found-is-closed-and-open",
    title: titled("累计发现 = 已销号 + 未销号", "Found to date = closed + open"),
    left: { plus: ["finding.found"] },
    relation: "=",
    right: { plus: ["finding.closed", "finding.open"] },
    periods: "cumulative",
    areas: "district",
    by: "class",
    source: titled("问题整改台账的定义", "By definition of the register"),
  }),
  defineRule({
    id: "finding.overdue-within-open",
    title: titled("逾期未改 ≤ 未销号", "Overdue ≤ open"),
    left: { plus: ["finding.overdue"] },
    relation: "<=",
    right: { plus: ["finding.open"] },
    periods: "cumulative",
    areas: "district",
    by: "class",
    source: titled("部分不大于整体", "A part is not more than its whole"),
  }),
];
