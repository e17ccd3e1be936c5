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
  "calendar.too-early": {
    zh: "{date} 早于放假安排数据的起点（{first}）",
    en: "{date} lies before the holiday calendar begins ({first})",
    cure: {
      zh: "检查日期是否写错；更早开始的事项算不出工作日，请不要登入（导入时 --accept-good 可写入其余各行）",
      en: "check the date for a slip; of a matter that began earlier nobody can tell the working days: leave it out (import takes the other rows with --accept-good)",
    },
  },
  "calendar.no-date": {
    zh: "“{date}”不是一个日期",
    en: "“{date}” is not a day of the calendar",
    cure: { zh: "写成 YYYY-MM-DD，例如 2020-01-31", en: "write it as YYYY-MM-DD, such as 2020-01-31" },
  },
  "calendar.no-rule": {
    zh: "{date} 没有现行有效的期限规定",
    en: "no rule on the time allowed was in force on {date}",
    cure: {
      zh: "核对受理日期，或在登记簿定义中补上当时有效的规定及其起止日期",
      en: "check the date of acceptance, or declare the rule that was in force then with its dates",
    },
  },
} as const satisfies Record<string, IssueWords>;
