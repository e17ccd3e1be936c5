import { defineRule } from "huimou";
import { titled } from "./register.ts";

export const rules = [
  defineRule({
    id: "assistance.persons-cover-households",
    title: titled("户数 ≤ 人数", "Households ≤ persons"),
    left: { plus: ["assistance.households"] },
    relation: "<=",
    right: { plus: ["assistance.persons"] },
    periods: "each",
    areas: "district",
    source: titled("一户至少一人", "A household has at least one member"),
  }),
  defineRule({
    id: "assistance.decided-within-accepted",
    title: titled("办结 ≤ 受理", "Decided ≤ accepted"),
    left: { plus: ["assistance.decided"] },
    relation: "<=",
    right: { plus: ["assistance.applied"] },
    periods: "each",
    areas: "district",
    by: "residence",
    source: titled("部分不大于整体", "A part is not more than its whole"),
  }),
];
