import type { IssueWords } from "../words.ts";

const restore = {
  zh: "数据被改动：从备份恢复，并查明缘由",
  en: "data were altered: restore a backup, and find out why",
};

const elsewhere = {
  zh: "这份发布被改动：从发布单位重新取得，或与他人保存的比对",
  en: "this copy was altered: fetch it from the office again, or compare it with one that somebody kept",
};

export const verify = {
  "verify.entry-missing": { zh: "账本缺这一条", en: "the log lacks this entry", cure: restore },
  "verify.entry-altered": {
    zh: "条目内容与树中的哈希不符",
    en: "the entry is not the one whose hash the tree holds",
    cure: restore,
  },
  "verify.entry-misfiled": {
    zh: "这一条存放在另一个{field}下，与其内容不符",
    en: "the entry is filed under another {field} than it says",
    cure: restore,
  },
  "verify.tile-altered": {
    zh: "哈希块与条目不符",
    en: "the tile is not what the entries give",
    cure: restore,
  },
  "verify.run-altered": {
    zh: "数据库所记各台账条目的位置与日志不符",
    en: "the database says that a register's entries stand elsewhere than they do in the log",
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
  "verify.record-foreign": {
    zh: "数据库有这条记录，账本却没有它的条目",
    en: "the database has this record, the log has no entry of it",
    cure: restore,
  },
  "verify.payload-lost": {
    zh: "封存的内容或其密钥不见了，而账本没有销毁的记载",
    en: "the sealed values or their key are gone, and no entry says that they were erased",
    cure: restore,
  },
  "verify.payload-altered": {
    zh: "封存的“{field}”与账本中的承诺不符",
    en: "the sealed {field} does not open its commitment in the log",
    cure: restore,
  },
  "verify.cell-altered": {
    zh: "指标单元存的是 {stored}，由条目推得 {derived}（件数/合计）",
    en: "the cell holds {stored}; the entries give {derived} (count/sum)",
    cure: restore,
  },
  "verify.release-altered": {
    zh: "数据库所存第 {number} 次发布的内容与账本记载不符",
    en: "what the database keeps of release {number} is not what the log says of it",
    cure: restore,
  },
  "verify.kept-busy": {
    zh: "核验期间不断有新条目写入，无法得出结论",
    en: "entries kept coming while it verified, so that nothing can be said",
    cure: { zh: "在无人写入时再核验", en: "verify again while nobody writes" },
  },
  "verify.release-unrecorded": {
    zh: "账本里没有这次发布的记载",
    en: "the log has no entry of this release",
    cure: { zh: "向发布单位查问", en: "ask the office that published it" },
  },
  "verify.manifest-altered": {
    zh: "清单的哈希是 {found}，账本记载 {recorded}",
    en: "the manifest's hash is {found}; the log says {recorded}",
    cure: elsewhere,
  },
  "verify.file-missing": { zh: "缺少这个文件", en: "the file is missing", cure: elsewhere },
  "verify.file-altered": {
    zh: "文件与清单不符",
    en: "the file is not the one that the manifest lists",
    cure: elsewhere,
  },
  "verify.file-foreign": { zh: "清单里没有这个文件", en: "the manifest lists no such file", cure: elsewhere },
  "verify.page-differs": {
    zh: "网页与由数据生成的不同",
    en: "the page is not what the published data give",
    cure: { zh: "向发布单位查问：网页被人改过", en: "ask the office that published it: the page was edited" },
  },
  "verify.page-missing": {
    zh: "由数据应有的网页没有发布",
    en: "the published data give a page that was not published",
    cure: { zh: "向发布单位查问：网页被撤下", en: "ask the office that published it: the page was left out" },
  },
  "verify.observations-altered": {
    zh: "观测值与清单中的根不符",
    en: "the observations do not give the root that the manifest states",
    cure: elsewhere,
  },
  "verify.declaration-altered": {
    zh: "这项定义与账本中生效的不同",
    en: "the declaration is not the one that the log put in force",
    cure: {
      zh: "向发布单位查问：口径被改而没有记载",
      en: "ask the office that published it: a definition was changed off the record",
    },
  },
  "verify.calendar-other": {
    zh: "这份发布所依据的放假安排与本程序的不同（本程序的到 {last}），时限无从复核",
    en: "the release rests on other working days than this program knows (to {last}): its deadlines cannot be counted",
    cure: {
      zh: "换用清单（manifest.json）中写明的程序版本，或更新的版本",
      en: "verify it with the version of the program that manifest.json names, or a later one",
    },
  },
  "verify.observation-altered": {
    zh: "发布值 {published}，由条目推得 {derived}",
    en: "published as {published}; the entries give {derived}",
    cure: {
      zh: "向发布单位查问：数字与记录不符",
      en: "ask the office that published it: the figure is not what the records give",
    },
  },
  "verify.figure-altered": {
    zh: "已发布为 {published}，由全部条目（含封存内容）推得 {derived}",
    en: "was published as {published}; all entries, what they sealed too, give {derived}",
    cure: {
      zh: "发布的数字与记录不符：查明原因，更正后重新发布",
      en: "the release says what the records do not: find out why, and publish again",
    },
  },
  "verify.rule-altered": {
    zh: "规则两边为 {left} 与 {right}，与所称不符",
    en: "the rule's sides are {left} and {right}, which is not what is said of it",
    cure: elsewhere,
  },
  "verify.rule-missing": {
    zh: "这一处规则核对没有发布",
    en: "what this rule says here was not published",
    cure: {
      zh: "向发布单位查问：核对结果被隐去",
      en: "ask the office that published it: a result was left out",
    },
  },
  "verify.revision-altered": {
    zh: "第 {release} 次发布的这一处数字改动，与两次发布时的条目算出的不同",
    en: "this revision of release {release} is not what the entries of both releases give",
    cure: {
      zh: "向发布单位查问：改动前后的数字或所依据的条目被改写",
      en: "ask the office that published it: values before and after, or the entries behind them, were altered",
    },
  },
  "verify.revision-missing": {
    zh: "第 {release} 次发布改动了这个数字，却没有列出",
    en: "release {release} changed this value and does not list it among its revisions",
    cure: {
      zh: "向发布单位查问：改动被隐去",
      en: "ask the office that published it: a revision was left out",
    },
  },
  "verify.observation-missing": {
    zh: "这个观测值没有发布",
    en: "this observation was not published",
    cure: { zh: "向发布单位查问：数字被隐去", en: "ask the office that published it: a figure was left out" },
  },
  "verify.place-altered": {
    zh: "发布所称的{field}与清单和日志不符",
    en: "what the release says of its {field} is not what manifest and log say",
    cure: elsewhere,
  },
  "verify.predecessor-altered": {
    zh: "所列的历次发布与日志不符",
    en: "the earlier releases are not those that the log holds",
    cure: elsewhere,
  },
  "verify.summary-altered": {
    zh: "对台账 {register} 的介绍与其条目不符",
    en: "what is told of the register {register} is not what its entries give",
    cure: elsewhere,
  },
  "verify.report-altered": {
    zh: "页面上的报告不是与数字核对过的那一份",
    en: "the report on the pages is not the text whose figures were proven",
    cure: elsewhere,
  },
  "verify.binding-unpublished": {
    zh: "报告所引的观测值没有发布",
    en: "the report binds an observation that is not published",
    cure: elsewhere,
  },
} as const satisfies Record<string, IssueWords>;
