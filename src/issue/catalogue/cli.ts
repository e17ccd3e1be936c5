import type { IssueWords } from "../words.ts";

export const cli = {
  "cli.pair-malformed": {
    zh: "“{word}”不是 名=值",
    en: "“{word}” is no name=value",
    cure: { zh: "写成 字段=值，例如 kind=road", en: "write field=value, such as kind=road" },
  },
  "cli.file-missing": {
    zh: "读不到文件 {file}",
    en: "the file {file} cannot be read",
    cure: { zh: "核对路径", en: "check its path" },
  },
  "cli.json-malformed": {
    zh: "这一行不是 JSON：{reason}",
    en: "this line is no JSON: {reason}",
    cure: { zh: "每行写一个 JSON 对象", en: "write one JSON object a line" },
  },
  "cli.action-malformed": {
    zh: "这一条写得不对：{reason}",
    en: "this action is not well formed: {reason}",
    cure: { zh: "对照 docs/formats/action.md 改正", en: "mend it after docs/formats/action.md" },
  },
} as const satisfies Record<string, IssueWords>;
