import type { IssueWords } from "../words.ts";

export const ledger = {
  "ledger.json-number": {
    zh: "{value} 不能写成 JSON 数",
    en: "{value} cannot be written as a JSON number",
    cure: { zh: "改为有限的数，或写成字符串", en: "use a finite number, or a string" },
  },
  "ledger.json-surrogate": {
    zh: "文本里有半个字符（孤立的代理项）",
    en: "the text holds half a character (a lone surrogate)",
    cure: { zh: "重新输入该处文字", en: "type the text at that place again" },
  },
  "ledger.json-depth": {
    zh: "嵌套超过 {deepest} 层",
    en: "values are nested more than {deepest} levels deep",
    cure: { zh: "拆成几个字段", en: "split the value into several fields" },
  },
  "ledger.entry-too-long": {
    zh: "该条目有 {bytes} 字节，上限为 {longest} 字节",
    en: "the entry has {bytes} bytes; {longest} are the most that one may have",
    cure: {
      zh: "缩短文字字段，附件只登记其 SHA-256",
      en: "shorten its texts; record an attachment by its SHA-256 alone",
    },
  },
  "ledger.entry-not-json": {
    zh: "该条目不是 UTF-8 编码的 JSON 对象",
    en: "the entry is no JSON object in UTF-8",
    cure: {
      zh: "文件已损坏或被改动，请重新下载后再核验",
      en: "the file was damaged or changed: fetch it again and verify",
    },
  },
  "ledger.entry-not-canonical": {
    zh: "该条目不是规范写法（RFC 8785）",
    en: "the entry is not written canonically (RFC 8785)",
    cure: {
      zh: "该条目不是本程序写入的；以规范 JSON 重新写入",
      en: "this program did not write it: write it again as canonical JSON",
    },
  },
  "ledger.entry-member-missing": {
    zh: "该条目缺少 {member}",
    en: "the entry has no {member}",
    cure: { zh: "补上 {member}（见 docs/formats/entry.md）", en: "give it {member} (docs/formats/entry.md)" },
  },
  "ledger.entry-member-unknown": {
    zh: "条目没有名为 {member} 的成员",
    en: "an entry has no member {member}",
    cure: {
      zh: "去掉 {member}（见 docs/formats/entry.md）",
      en: "leave {member} out (docs/formats/entry.md)",
    },
  },
  "ledger.entry-member-wrong": {
    zh: "该成员的值不合格式",
    en: "this member's value does not fit the format",
    cure: { zh: "按 docs/formats/entry.md 改写", en: "write it as docs/formats/entry.md says" },
  },
  "ledger.entry-version": {
    zh: "{kind} 条目的版本不对：只有 open 从 0 开始",
    en: "this version cannot be that of {kind}: open has 0, and nothing else of a record has",
    cure: { zh: "填写记录在本条目之前的版本", en: "give the version that the record had before the entry" },
  },
  "ledger.bundle-cut": {
    zh: "条目包只能读出 {entries} 条，应有 {width} 条",
    en: "the entry bundle breaks off after {entries} of its {width} entries",
    cure: {
      zh: "文件不完整或被改动，请重新下载",
      en: "the file is incomplete or was changed: fetch it again",
    },
  },
  "ledger.bundle-width": {
    zh: "条目包在 {width} 条之后还多出 {bytes} 字节",
    en: "the entry bundle has {bytes} bytes more than its {width} entries",
    cure: { zh: "文件被改动，请重新下载", en: "the file was changed: fetch it again" },
  },
  "ledger.proof-malformed": {
    zh: "不是 {wanted}",
    en: "this line is no {wanted}",
    cure: {
      zh: "按 c2sp.org/tlog-proof 的格式重新取得证明文件",
      en: "get the proof again, in the format of c2sp.org/tlog-proof",
    },
  },
} as const satisfies Record<string, IssueWords>;
