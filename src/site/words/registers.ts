/** Pages of registers. */
export const registerWords = {
  registersLead: {
    zh: "台账记一件件工作：什么时候受理，到了哪一步，结果如何。所有数字都从台账算出。",
    en: "A register records pieces of work: when each was taken on, how far it has come, and how it ended. Every figure is computed from registers.",
  },
  register: { zh: "台账", en: "Register" },
  visibility: { zh: "公开程度", en: "Visibility" },
  open: { zh: "公开", en: "Open" },
  sealed: { zh: "封存", en: "Sealed" },
  openMeans: {
    zh: "条目的公开字段写在日志里，任何人都可以读到，并重新算出数字。",
    en: "The public fields of its entries stand in the log: anybody can read them and compute the figures again.",
  },
  sealedMeans: {
    zh: "日志里只有内容的指纹，看不到内容，但任何改动或删减都会被发现；审计人员拿到内容后可以逐条核对。",
    en: "The log holds only sealed fingerprints of the contents: nobody can read them, but any change or removal is found, and an auditor who is given the contents can check every count.",
  },
  records: { zh: "记录", en: "Records" },
  entries: { zh: "日志条目", en: "Log entries" },
  recordKey: { zh: "记录编号", en: "Key of a record" },
  definitionAndPositions: { zh: "定义和全部位置：", en: "Definition and all positions: " },

  lifecycle: { zh: "一条记录怎样走完", en: "The life of a record" },
  recordsByState: { zh: "各状态的记录数", en: "Records by state" },
  steps: { zh: "允许的步骤", en: "Steps that a record may take" },
  stepRequires: { zh: "须填：{fields}", en: "requires {fields}" },
  stepReason: { zh: "须说明理由", en: "with a reason" },
  statesSealed: {
    zh: "这本台账的状态也封存，不公布各状态的记录数。",
    en: "The states of this register are sealed, too: their counts are not published.",
  },

  deadlines: { zh: "时限", en: "Time limits" },
  deadlinesOf: { zh: "{register}的时限", en: "Time limits of {register}" },
  deadline: { zh: "事项", en: "What is due" },
  limit: { zh: "时限", en: "Limit" },
  inHours: { zh: "{count} 小时", en: "{count} {count|hour|hours}" },
  inDays: { zh: "{count} 日", en: "{count} {count|day|days}" },
  inWorkdays: { zh: "{count} 个工作日", en: "{count} working {count|day|days}" },
  inMonths: { zh: "{count} 个月", en: "{count} {count|month|months}" },
  mayBeExtended: { zh: "可延一次，至多再 {most}", en: "extended once, by no more than {most}" },
  fromUntil: { zh: "自{from}起，至{until}止", en: "from {from} to {until}" },
  entering: { zh: "“{state}”", en: "“{state}”" },
  enteringFirst: { zh: "首次“{state}”", en: "the first “{state}”" },

  recordChecks: { zh: "表内校验", en: "Checks within a record" },
  recordChecksMean: {
    zh: "每登记一条都要核对；不符合的，不予登记。",
    en: "Looked at with every entry: one that breaks them is refused.",
  },
  inForce: { zh: "执行期", en: "In force" },

  waits: { zh: "必经时间", en: "Waiting times" },
  waitsOf: { zh: "{register}的必经时间", en: "Waiting times of {register}" },
  wait: { zh: "事项", en: "What must wait" },
  waitAtLeast: { zh: "至少", en: "At least" },
  waitUnless: { zh: "缩短的须填“{field}”", en: "shorter only with “{field}”" },

  lightOf: { zh: "{register}的进度灯", en: "Traffic light of {register}" },
  lightMeans: {
    zh: "从“{from}”到“{to}”匀速推进，为序时进度；以“{progress}”与它相比。",
    en: "The schedule goes on evenly from “{from}” to “{to}”; “{progress}” is compared with it.",
  },
  lightWhen: { zh: "何时亮灯", en: "When" },
  lightUnstarted: { zh: "“{from}”后满 {span}仍未开工", en: "not started {span} after “{from}”" },
  lightBehind: {
    zh: "落后序时进度 {points} 个百分点及以上",
    en: "{points} points behind the schedule, or more",
  },
  lightFarBehind: {
    zh: "落后序时进度超过 {points} 个百分点",
    en: "more than {points} points behind the schedule",
  },

  fields: { zh: "字段", en: "Fields" },
  fieldsOf: { zh: "{register}的字段", en: "Fields of {register}" },
  field: { zh: "字段", en: "Field" },
  valueType: { zh: "填什么", en: "Value" },
  shownToPublic: { zh: "是否公开", en: "Public" },
  fieldOpen: { zh: "公开", en: "Open" },
  fieldSealed: { zh: "封存", en: "Sealed" },
  optional: { zh: "可以后填", en: "may be filled later" },
  typeArea: { zh: "地区代码", en: "Area code" },
  typeChoice: { zh: "以下之一：{values}", en: "One of: {values}" },
  typeDate: { zh: "日期", en: "Date" },
  typeFlag: { zh: "是或否", en: "Yes or no" },
  typeCount: { zh: "整数", en: "Whole number" },
  typeAmount: {
    zh: "数额，最多 {decimals} 位小数",
    en: "Amount, at most {decimals} {decimals|decimal|decimals}",
  },
  typeText: { zh: "文字", en: "Text" },

  indicatorsFrom: { zh: "由它算出的指标", en: "Indicators computed from it" },
  latestRecords: { zh: "最近的记录", en: "Latest records" },
  latestRecordsOf: { zh: "{register}最近的记录", en: "Latest records of {register}" },
  nothingToSee: {
    zh: "这本台账是封存的，不公布单条记录。",
    en: "This register is sealed: single records are not published.",
  },
  position: { zh: "日志位置", en: "Log position" },
  entriesInLog: { zh: "在日志中的位置", en: "Where it stands in the log" },
} as const;
