import { defineRule } from "huimou";

export const rules = [
  defineRule({
    id: "project.listed-is-accounted-for",
    title: { zh: "累计列入计划 = 累计验收 + 在办", en: "Listed to date = accepted to date + in hand" },
    left: { plus: ["project.listed"] },
    relation: "=",
    right: { plus: ["project.accepted", "project.in-hand"] },
    periods: "cumulative",
    areas: "township",
    by: "kind",
    source: {
      zh: "民生实事台账的定义：每个项目或已验收，或在办",
      en: "By definition: every work is either accepted or in hand",
    },
  }),
  defineRule({
    id: "project.paid-within-planned",
    title: { zh: "支付投资 ≤ 计划投资", en: "Paid ≤ planned" },
    left: { plus: ["project.paid"] },
    relation: "<=",
    right: { plus: ["project.planned"] },
    periods: "each",
    areas: "township",
    by: "kind",
    source: {
      zh: "支付超过计划的，先附原因调整计划",
      en: "A plan that is to be exceeded is amended first, with its reason",
    },
  }),
];
