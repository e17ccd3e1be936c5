/** Pages of records. */
export const recordWords = {
  recordsTitle: {
    zh: "{register}的记录，第 {first}—{last} 号",
    en: "Records of {register}, no. {first} to {last}",
  },
  recordsDescription: {
    zh: "{register}的每条记录：公开的内容和全部经过。",
    en: "Every record of {register}: its public contents and its whole history.",
  },
  recordsLead: {
    zh: "按登记先后编号，号码不再变动。每条记录先列现在的内容，再列经过：何日、何岗位、做了什么、改了什么、为什么。",
    en: "Numbered in the order in which they were opened; a number never changes. Each record tells how it stands, then its history: when, by whom in which role, what was done, what changed, and why.",
  },
  recordsSealed: {
    zh: "封存、不公布的字段：{fields}。",
    en: "Fields that are sealed and not shown: {fields}. ",
  },
  recordsProve: {
    zh: "每一步都注明日志位置，凭它可以验证这一步确在日志中：",
    en: "Every step names its place in the log, by which anybody can prove that it stands there: ",
  },
  allRecords: { zh: "全部记录", en: "All records" },
  allRecordsLead: {
    zh: "共 {count} 条（含撤回的），每条连同全部经过，按登记先后每页 {each} 条：",
    en: "{count} {count|record|records}, those withdrawn among them, each with its whole history, {each} to a page in the order of opening:",
  },
  recordsFirst: { zh: "最早的一页", en: "The first page" },
  recordsLast: { zh: "最新的一页", en: "The latest page" },
  recordNumber: { zh: "第 {number} 号", en: "no. {number}" },
  recordWithdrawn: { zh: "已撤回，不计入任何数字", en: "withdrawn, and counted in no figure" },
  recordErased: { zh: "内容已依法删除，不再显示", en: "erased: its contents are shown no more" },
  didOpen: { zh: "登记，“{state}”", en: "opened as “{state}”" },
  didAdvance: { zh: "转为“{state}”", en: "moved to “{state}”" },
  didAmend: { zh: "更正", en: "corrected" },
  didVoid: { zh: "撤回", en: "withdrawn" },
  didErase: { zh: "删除", en: "erased" },
  recordedOn: { zh: "{date}记入", en: "recorded {date}" },
  entryNumber: { zh: "日志第 {position} 条", en: "log entry {position}" },
  reasonGiven: { zh: "理由：", en: "Reason: " },
  pages: { zh: "翻页", en: "Pages" },
  pageNumber: { zh: "第 {number} 页", en: "Page {number}" },
  pageFirst: { zh: "第一页", en: "First" },
  pageBefore: { zh: "上一页", en: "Previous" },
  pageNext: { zh: "下一页", en: "Next" },
} as const;
