import type { IssueWords } from "../words.ts";

/** What is wrong with an entry that stands in a log, by what its record is. */
export const records = {
  "registers.entry-version": {
    zh: "记录 {record} 的条目版本应为 {wanted}，实为 {found}",
    en: "the entry of record {record} should follow version {wanted}, but says {found}",
    cure: {
      zh: "账本被改动或缺条目：从备份核对",
      en: "the log was altered or lacks an entry: compare it with a copy",
    },
  },
  "registers.entry-step": {
    zh: "记录 {record} 不能从“{from}”到“{to}”，账本中却这样记载",
    en: "record {record} cannot go from {from} to {to}, yet the log says so",
    cure: {
      zh: "账本被改动，或定义与账本不符",
      en: "the log was altered, or the declarations are not those it was written under",
    },
  },
  "registers.entry-after-end": {
    zh: "记录 {record} 已作废，其后又有条目",
    en: "record {record} was withdrawn, and an entry follows",
    cure: { zh: "账本被改动：从备份核对", en: "the log was altered: compare it with a copy" },
  },
} as const satisfies Record<string, IssueWords>;
