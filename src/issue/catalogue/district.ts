import type { IssueWords } from "../words.ts";

export const district = {
  "district.exists": {
    zh: "{directory} 已有账本",
    en: "{directory} holds a ledger already",
    cure: {
      zh: "换一个目录，或用现有的账本",
      en: "choose another directory, or use the ledger that is there",
    },
  },
  "district.missing": {
    zh: "{directory} 没有账本",
    en: "there is no ledger in {directory}",
    cure: {
      zh: "先运行 huimou init，或用 --data 指明目录",
      en: "run huimou init first, or name its directory with --data",
    },
  },
  "district.erase-open": {
    zh: "{register} 不是封存台账，公开的内容不能销毁",
    en: "{register} is no sealed register: what is public cannot be erased",
    cure: { zh: "用 void 作废该记录", en: "withdraw the record with void" },
  },
  "district.list-undeclared": {
    zh: "{register} 没有可以公示的名单",
    en: "{register} declares no list that may be posted",
    cure: {
      zh: "只有台账定义写明（publicList）、法律准许公示的，才能打印",
      en: "only what the register declares as publicList, because the law allows it, can be printed",
    },
  },
  "district.database-missing": {
    zh: "账本在 PostgreSQL 中，但没有给出数据库地址",
    en: "the ledger is kept in PostgreSQL, and no database is named",
    cure: { zh: "设置环境变量 DATABASE_URL", en: "set the environment variable DATABASE_URL" },
  },
  "district.database-address": {
    zh: "这不是 PostgreSQL 的地址",
    en: "this is no address of PostgreSQL",
    cure: {
      zh: "写成 postgres://用户:密码@主机/数据库?schema=名称；要用 SQLite 则不设此变量",
      en: "write postgres://user:password@host/database?schema=name; leave the variable unset to use SQLite",
    },
  },
  "district.settings-unreadable": {
    zh: "读不懂（{reason}）",
    en: "it cannot be read ({reason})",
    cure: { zh: "从备份恢复该文件", en: "restore the file from a backup" },
  },
  "district.declarations-unreadable": {
    zh: "本版程序读不懂账本里生效的定义（{reason}）",
    en: "this version of the program cannot read the declarations in force ({reason})",
    cure: {
      zh: "用写入这些定义的版本打开（每次发布的 manifest.json 写明版本），逐本 export 台账，再导入新账本；账本未作改动",
      en: "open it with the version that wrote them, which manifest.json of each release names, export every register, and import them into a new ledger; nothing was changed",
    },
  },
  "district.pack-missing": {
    zh: "{directory} 不是地区包（没有 pack.ts）",
    en: "{directory} is no pack: it has no pack.ts",
    cure: {
      zh: "指向含有 pack.ts 的目录（在 districts/ 下）",
      en: "name a directory with a pack.ts, such as one below districts/",
    },
  },
  "district.demonstration-missing": {
    zh: "{directory} 没有演示数据（demo/index.ts）",
    en: "{directory} has no demonstration data (demo/index.ts)",
    cure: { zh: "指向带演示数据的地区包目录", en: "name the directory of a pack that has some" },
  },
  "district.no-demonstration": {
    zh: "这里的账本不是演示，不会删去",
    en: "the ledger here is no demonstration, and is not removed",
    cure: { zh: "用 --data 换一个目录", en: "choose another directory with --data" },
  },
  "district.pack-broken": {
    zh: "地区包 {directory} 不能装入：{reason}",
    en: "the pack in {directory} cannot be loaded: {reason}",
    cure: { zh: "按提示改正地区包", en: "mend the pack as the message says" },
  },
  "district.pack-other": {
    zh: "地区包属于 {found}，账本属于 {wanted}",
    en: "the pack is of district {found}, the ledger of {wanted}",
    cure: { zh: "用账本所属地区的包", en: "use the pack of the ledger's district" },
  },
  "district.pack-changed": {
    zh: "地区包与账本中生效的定义不同：{changed}",
    en: "the pack differs from the declarations in force: {changed}",
    cure: {
      zh: "用 huimou define --reason 使改动生效并记入账本，或改回原样",
      en: "put the change in force with huimou define --reason, which records it, or take it back",
    },
  },
  "district.calendar-other": {
    zh: "账本中的数字所依据的放假安排与本程序的不同（本程序的到 {last}）",
    en: "the figures of the ledger rest on other working days than this program knows (to {last})",
    cure: {
      zh: "用 huimou define --reason 按本程序的放假安排重算并记入账本，或换用较新的程序",
      en: "count anew by this program's with huimou define --reason, which records it, or use a later program",
    },
  },
  "district.declarations-changed": {
    zh: "打开之后，账本中生效的定义已有改动",
    en: "other declarations were put in force since the ledger was opened",
    cure: { zh: "重新打开后再写入", en: "open it again, and then write" },
  },
  "district.define-conflict": {
    zh: "台账 {register} 改动后的生命周期容不下已有的条目（记录 {record}，版本 {version}）",
    en: "an entry that is there does not fit the changed lifecycle of {register} (record {record}, version {version})",
    cure: {
      zh: "保留已有条目用过的状态和步骤",
      en: "keep the states and steps that entries have taken",
    },
  },
  "district.define-sealing": {
    zh: "台账 {register} 已有条目，不能改动哪些内容封存",
    en: "{register} has entries: what is sealed in it cannot be changed",
    cure: { zh: "另立一本台账", en: "declare another register" },
  },
  "district.definition-altered": {
    zh: "数据库中 {record} 的定义与账本记载的哈希不符",
    en: "the definition of {record} in the database is not the one whose hash the log holds",
    cure: { zh: "数据库被改动：从备份恢复", en: "the database was altered: restore it from a backup" },
  },
} as const satisfies Record<string, IssueWords>;
