import type { IssueWords } from "../words.ts";

export const calendar = {
  "calendar.unpublished": {
    zh: "{date} 超出已公布的放假安排（数据到 {last}）",
    en: "{date} lies past the published holiday calendar (data end {last})",
    cure: {
      zh: "等国务院办公厅公布该年放假通知后升级 chinese-days，或把期限标为暂定",
      en: "upgrade chinese-days once that year's holiday notice is out, or mark the deadline provisional",
    },
  },
} as const satisfies Record<string, IssueWords>;
