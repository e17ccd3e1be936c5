import { defineRule } from "huimou";
import { titled } from "./register.ts";

export const rules = [
  ...(["comment-kept", "review-kept"] as const).map((part) =>
    defineRule({
      id: `decision.${part}-within-commented`,
      title:
        part === "comment-kept"
          ? titled("满三十日 ≤ 应征求意见", "Open for thirty days ≤ to be open")
          : titled("审查满七个工作日 ≤ 应审查", "Reviewed for seven working days ≤ to be reviewed"),
      left: { plus: [`decision.${part}`] },
      relation: "<=",
      right: { plus: ["decision.commented"] },
      periods: "each",
      areas: "district",
      source: titled("部分不大于整体", "A part is not more than its whole"),
    }),
  ),
  defineRule({
    id: "decision.published-within-decided",
    title: titled("已公布 ≤ 已决定", "Published ≤ decided"),
    left: { plus: ["decision.published"] },
    relation: "<=",
    right: { plus: ["decision.decided"] },
    periods: "each",
    areas: "district",
    by: "class",
    source: titled("部分不大于整体", "A part is not more than its whole"),
  }),
];
