import type { IssueWords } from "../words.ts";

export const cli = {
  "cli.pair-malformed": {
    zh: "“{word}”不是 名=值",
    en: "“{word}” is no name=value",
    cure: { zh: "写成 字段=值，例如 kind=road", en: "write field=value, such as kind=road" },
  },
  "cli.unit-unknown": {
    zh: "没有责任单位的名称含“{unit}”",
    en: "no unit that answers for a register has “{unit}” in its name",
    cure: { zh: "可用的单位：{known}", en: "these answer for one: {known}" },
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
  "cli.actor-missing": {
    zh: "没有说明由谁负责",
    en: "nobody is named who answers for it",
    cure: { zh: "加 --actor 职务/单位", en: "add --actor with role and unit" },
  },
  "cli.demo-exists": {
    zh: "{data} 已有一份演示",
    en: "{data} holds a demonstration already",
    cure: {
      zh: "加 --fresh 重做，或用 huimou serve 打开它",
      en: "add --fresh to make it anew, or open it with huimou serve",
    },
  },
  "cli.release-missing": {
    zh: "{folder} 不是发布目录（没有 manifest.json）",
    en: "{folder} is no release: it has no manifest.json",
    cure: { zh: "先运行 huimou release，或核对路径", en: "run huimou release first, or check the path" },
  },
  "cli.port-taken": {
    zh: "端口 {port} 已被占用",
    en: "port {port} is taken",
    cure: { zh: "用 --port 换一个端口", en: "choose another with --port" },
  },
  "cli.address-failed": {
    zh: "网站对这个文件答 {status}",
    en: "the site answered {status} for this file",
    cure: { zh: "稍后重试，或核对网址", en: "try again later, or check the address" },
  },
} as const satisfies Record<string, IssueWords>;
