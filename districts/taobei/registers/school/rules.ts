import { defineRule } from "huimou";
import { titled } from "./register.ts";

export const rules = [
  ...(["degree-teachers", "senior-teachers"] as const).map((part) =>
    defineRule({
      id: `school.${part}-within-teachers`,
      title:
        part === "degree-teachers"
          ? titled("高学历教师 ≤ 专任教师", "Above the required degree ≤ teachers")
          : titled("中级以上教师 ≤ 专任教师", "Of middle rank or above ≤ teachers"),
      left: { plus: [`school.${part}`] },
      relation: "<=",
      right: { plus: ["school.teachers"] },
      periods: "each",
      areas: "township",
      by: "stage",
      source: titled("部分不大于整体", "A part is not more than its whole"),
    }),
  ),
];
