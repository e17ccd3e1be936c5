import type { IssueWords } from "../words.ts";

export const store = {
  "store.missing": {
    zh: "这里没有台账",
    en: "there is no ledger here",
    cure: {
      zh: "请检查位置是否写对；要新建台账，请运行 huimou init",
      en: "check that the location is right; to make a new ledger run huimou init",
    },
  },
  "store.exists": {
    zh: "这里已有台账，不会覆盖",
    en: "there is a ledger here already, and it is not overwritten",
    cure: {
      zh: "直接使用这本台账，或为新台账另选位置",
      en: "work with this ledger, or choose another place for the new one",
    },
  },
  "store.foreign": {
    zh: "这里的数据库不是回眸的台账（其中有表“{table}”）",
    en: "the database here is not a ledger of Huimou (it has a table “{table}”)",
    cure: {
      zh: "请为台账另选文件，或另建数据库（schema）",
      en: "choose another file, or another database or schema, for the ledger",
    },
  },
  "store.not-a-database": {
    zh: "文件不是 SQLite 数据库，或已损坏（{reason}）",
    en: "the file is not an SQLite database, or is damaged ({reason})",
    cure: {
      zh: "请检查路径；若确是台账，请从备份恢复后运行 huimou verify",
      en: "check the path; if this was a ledger, restore it from a backup and run huimou verify",
    },
  },
  "store.version": {
    zh: "台账的表格式为第 {found} 版，本程序只认第 {known} 版",
    en: "the ledger's tables have format version {found}, and this program knows version {known}",
    cure: {
      zh: "请使用与该版本相符的回眸程序",
      en: "use the version of Huimou that made this ledger, or one that says it converts it",
    },
  },
  "store.unopenable": {
    zh: "无法打开台账文件（{reason}）",
    en: "the ledger's file cannot be opened ({reason})",
    cure: {
      zh: "请检查文件夹是否存在、当前用户能否在其中读写",
      en: "check that the folder exists and that this user may read and write in it",
    },
  },
  "store.busy": {
    zh: "另一个进程占用台账写入已超过 {seconds} 秒",
    en: "another process has held the ledger for writing for more than {seconds} seconds",
    cure: {
      zh: "请等它结束后重试；若它已停滞，请先结束它",
      en: "let it finish and try again, or end it if it hangs",
    },
  },
  "store.district-unknown": {
    zh: "台账中没有区划“{district}”",
    en: "the ledger has no district “{district}”",
    cure: {
      zh: "请检查区划代码；要为它新建台账，请运行 huimou init",
      en: "check the district's code; to make a ledger for it run huimou init",
    },
  },
  "store.unreachable": {
    zh: "连不上 PostgreSQL（{reason}）",
    en: "PostgreSQL cannot be reached ({reason})",
    cure: {
      zh: "请检查 DATABASE_URL 中的地址、用户和密码，以及服务是否在运行",
      en: "check address, user and password in DATABASE_URL, and that the server runs",
    },
  },
  "store.disk-full": {
    zh: "磁盘已满，台账写不进去（{reason}）",
    en: "the disk is full: the ledger cannot be written ({reason})",
    cure: {
      zh: "腾出空间后再运行一次：没有提交的不生效，已确认的都在",
      en: "make room and run it again: what was not committed has no effect, what was acknowledged is there",
    },
  },
  "store.disk-failed": {
    zh: "磁盘读写失败（{reason}）",
    en: "the disk failed to read or write ({reason})",
    cure: {
      zh: "检查磁盘、剩余空间和文件大小限制，再运行一次并用 huimou verify 核验",
      en: "check the disk, the room on it and limits of file size; run it again, then huimou verify",
    },
  },
  "store.connection-lost": {
    zh: "与 PostgreSQL 的连接断了（{reason}）",
    en: "the connection to PostgreSQL broke ({reason})",
    cure: {
      zh: "等服务恢复后再运行一次：没有提交的不生效，已确认的都在",
      en: "run it again once the server is back: what was not committed has no effect, what was acknowledged is there",
    },
  },
  "store.server-too-old": {
    zh: "PostgreSQL 版本为 {found}，需要 {known} 或更新",
    en: "this is PostgreSQL {found}, and {known} or newer is needed",
    cure: {
      zh: "请升级服务器，或改用 SQLite 文件",
      en: "upgrade the server, or use an SQLite file",
    },
  },
  "store.not-durable": {
    zh: "PostgreSQL 的 {setting} 已关闭：断电会丢失已确认的记录",
    en: "{setting} is off in PostgreSQL: a power cut would lose what was acknowledged",
    cure: {
      zh: "请在 postgresql.conf 中打开 {setting} 并重新加载",
      en: "turn {setting} on in postgresql.conf and reload it",
    },
  },
} as const satisfies Record<string, IssueWords>;
