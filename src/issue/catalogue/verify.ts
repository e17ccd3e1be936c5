import type { IssueWords } from "../words.ts";

const restore = {
  zh: "数据被改动：从备份恢复，并查明缘由",
  en: "data were altered: restore a backup, and find out why",
};

export const verify = {
  "verify.entry-missing": { zh: "账本缺这一条", en: "the log lacks this entry", cure: restore },
  "verify.entry-altered": {
    zh: "条目内容与树中的哈希不符",
    en: "the entry is not the one whose hash the tree holds",
    cure: restore,
  },
  "verify.tile-altered": {
    zh: "哈希块与条目不符",
    en: "the tile is not what the entries give",
    cure: restore,
  },
  "verify.root-altered": {
    zh: "账本记载的根是 {stored}，由条目推得 {derived}",
    en: "the ledger states the root {stored}; its entries give {derived}",
    cure: restore,
  },
  "verify.record-missing": {
    zh: "账本有这条记录的条目，数据库却没有它",
    en: "the log has entries of this record, the database has no such record",
    cure: restore,
  },
  "verify.record-altered": {
    zh: "记录的“{field}”与条目推得的不同",
    en: "the record's {field} is not what its entries give",
    cure: restore,
  },
  "verify.payload-lost": {
    zh: "密封的内容或其密钥不见了，而账本没有销毁的记载",
    en: "the sealed values or their key are gone, and no entry says that they were erased",
    cure: restore,
  },
  "verify.payload-altered": {
    zh: "密封的“{field}”与账本中的承诺不符",
    en: "the sealed {field} does not open its commitment in the log",
    cure: restore,
  },
  "verify.cell-altered": {
    zh: "指标单元存的是 {stored}，由条目推得 {derived}（件数/合计）",
    en: "the cell holds {stored}; the entries give {derived} (count/sum)",
    cure: restore,
  },
} as const satisfies Record<string, IssueWords>;
