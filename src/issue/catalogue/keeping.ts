import type { IssueWords } from "../words.ts";

/** What is wrong with a ledger that is kept: its keys, its database, and what was signed before. */
export const keeping = {
  "ledger.payload-damaged": {
    zh: "记录 {record} 的封存内容解不开：内容被改动、移动过，或不属于这把密钥",
    en: "the sealed values of {record} do not open: they were changed, moved, or belong to another key",
    cure: {
      zh: "从备份恢复数据库与密钥目录中相配的一套",
      en: "restore database and keys folder from backups that belong together",
    },
  },
  "ledger.record-erased": {
    zh: "记录 {record} 已按规定删除，不能再写入",
    en: "the record {record} was erased and takes nothing more",
    cure: { zh: "如需重新办理，以新编号建立记录", en: "open a new record under another key" },
  },
  "ledger.keys-exist": {
    zh: "密钥目录里已有文件，不会覆盖",
    en: "the keys folder has files in it already; keys are never overwritten",
    cure: {
      zh: "换一个数据目录；只有确认是没做完的 init 留下的，才可以删去",
      en: "choose another data directory; remove the folder only if an init that did not end left it",
    },
  },
  "ledger.keys-missing": {
    zh: "密钥目录里缺少 {files}",
    en: "the keys folder lacks {files}",
    cure: {
      zh: "核对目录是否正确；若丢失，从密钥的专门备份恢复（没有它就不能再签发）",
      en: "check that it is the right folder; if they are lost, restore them from the keys' own backup",
    },
  },
  "ledger.keys-mode": {
    zh: "权限是 {mode}，他人也能读取",
    en: "its mode is {mode}: others can read it",
    cure: {
      zh: "执行 chmod {most} {path}，并考虑密钥是否已经泄露",
      en: "run chmod {most} {path}, and ask who may have read it",
    },
  },
  "ledger.keys-damaged": {
    zh: "密钥文件与同目录的其他密钥不是一套，或已损坏",
    en: "this key file is damaged, or does not belong to the others in its folder",
    cure: { zh: "从密钥备份恢复整个目录", en: "restore the whole folder from the keys' backup" },
  },
  "ledger.exists": {
    zh: "数据库中已有 {district} 的账本",
    en: "the database holds a ledger of {district} already",
    cure: { zh: "打开它，或换一个数据库", en: "open it, or use another database" },
  },
  "ledger.missing": {
    zh: "数据库中没有 {district} 的账本",
    en: "the database holds no ledger of {district}",
    cure: { zh: "核对数据库，或先运行 huimou init", en: "check the database, or run huimou init first" },
  },
  "ledger.shortened": {
    zh: "账本只有 {size} 条（根 {root}），而最近签名的检查点有 {signedSize} 条（根 {signed}）",
    en: "the ledger has {size} entries (root {root}); the last signed checkpoint has {signedSize} (root {signed})",
    cure: {
      zh: "这是较旧的备份：恢复最新的数据库，不要在旧账上续写",
      en: "this is an older copy: restore the newest database, and never go on from an old one",
    },
  },
  "ledger.forked": {
    zh: "账本（{size} 条，根 {root}）不是最近签名的检查点（{signedSize} 条，根 {signed}）的延续",
    en: "the ledger ({size} entries, root {root}) does not continue the last signed checkpoint ({signedSize}, root {signed})",
    cure: {
      zh: "历史被改写：恢复签名时的数据库",
      en: "history was rewritten: restore the database that was signed",
    },
  },
  "ledger.keys-other": {
    zh: "这个检查点不是用这套密钥签的：数据库和密钥不是一套",
    en: "this checkpoint was signed with other keys: database and keys do not belong together",
    cure: {
      zh: "使用建账时生成的密钥目录，或与这套密钥相配的数据库",
      en: "use the keys folder that was made with the ledger, or the database that belongs to these keys",
    },
  },
  "ledger.keys-foreign": {
    zh: "账本属于 {origin}，密钥属于 {name}",
    en: "the ledger is that of {origin}, the keys are those of {name}",
    cure: { zh: "使用建账时生成的密钥目录", en: "use the keys folder that was made with the ledger" },
  },
  "ledger.root-altered": {
    zh: "账本（{size} 条）记的根是 {stored}，由哈希块算出的是 {derived}：数据库被改动或损坏",
    en: "the ledger of {size} entries records the root {stored}, its tiles make {derived}: the database was changed or damaged",
    cure: {
      zh: "运行 huimou verify 查明位置，恢复最新的完好备份",
      en: "run huimou verify to see where, and restore the newest sound backup",
    },
  },
  "ledger.tile-lost": {
    zh: "数据库缺少此哈希块，或不足 {width} 个哈希",
    en: "the database lacks this tile, or it has fewer than {width} hashes",
    cure: { zh: "恢复最新的完好备份", en: "restore the newest sound backup" },
  },
  "ledger.entry-too-long": {
    zh: "该条目有 {bytes} 字节，上限为 {longest} 字节",
    en: "the entry has {bytes} bytes; {longest} are the most that one may have",
    cure: {
      zh: "缩短文字字段，附件只登记其 SHA-256",
      en: "shorten its texts; record an attachment by its SHA-256 alone",
    },
  },
} as const satisfies Record<string, IssueWords>;
