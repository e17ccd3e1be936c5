import type { IssueWords } from "../words.ts";

export const registers = {
  "registers.register-unknown": {
    zh: "没有名为 {register} 的台账",
    en: "there is no register {register}",
    cure: { zh: "可用的台账：{known}", en: "use one of: {known}" },
  },
  "registers.key-malformed": {
    zh: "记录编号 {value} 不合 {title} 的格式",
    en: "the key {value} is no {title}",
    cure: { zh: "编号应符合 {pattern}", en: "it must match {pattern}" },
  },
  "registers.field-missing": {
    zh: "缺少必填字段“{title}”",
    en: "the field {field} is missing",
    cure: { zh: "填写 {field}", en: "give {field} a value" },
  },
  "registers.field-unknown": {
    zh: "台账没有字段 {field}",
    en: "the register has no field {field}",
    cure: { zh: "删去它，或改为：{known}", en: "leave it out, or use one of: {known}" },
  },
  "registers.field-type": {
    zh: "“{title}”的值 {value} 不合要求（{wanted}）",
    en: "{field} cannot be {value}: {wanted}",
    cure: { zh: "改成{wanted}", en: "write {wanted}" },
  },
  "registers.area-unknown": {
    zh: "“{title}”的区划代码 {value} 不在本区名录内",
    en: "{field} names an area that the district does not have: {value}",
    cure: {
      zh: "用区划名录中的 12 位代码（名录见发布目录 data/areas.csv）",
      en: "use a 12-digit code of the district's list (data/areas.csv of a release)",
    },
  },
  "registers.date-malformed": {
    zh: "生效日期 {value} 不是公历日期",
    en: "the effective date {value} is no calendar day",
    cure: { zh: "写成 YYYY-MM-DD", en: "write YYYY-MM-DD" },
  },
  "registers.record-exists": {
    zh: "记录 {record} 已经存在（版本 {version}）",
    en: "the record {record} exists already (version {version})",
    cure: { zh: "要改动它请用 amend 或 advance", en: "to change it use amend or advance" },
  },
  "registers.record-unknown": {
    zh: "没有记录 {record}",
    en: "there is no record {record}",
    cure: { zh: "先用 open 建立记录，或核对编号", en: "open it first, or check its key" },
  },
  "registers.record-gone": {
    zh: "记录 {record} 已作废，不能再改",
    en: "the record {record} was withdrawn and takes no more entries",
    cure: { zh: "以新编号重新建立", en: "open a new record under another key" },
  },
  "registers.version-stale": {
    zh: "记录 {record} 已是版本 {version}，所依据的是版本 {seen}",
    en: "the record {record} is at version {version}; this was written for version {seen}",
    cure: { zh: "重新读取记录后再提交", en: "read the record again and resubmit" },
  },
  "registers.transition-unknown": {
    zh: "不能从“{from}”转到“{to}”",
    en: "no step leads from {from} to {to}",
    cure: { zh: "可转到：{allowed}", en: "from here it may go to: {allowed}" },
  },
  "registers.transition-requires": {
    zh: "转到“{to}”时须已填“{title}”",
    en: "{field} must have a value before the step to {to}",
    cure: { zh: "在同一次提交中填写 {field}", en: "give {field} in the same action" },
  },
  "registers.check-fails": {
    zh: "不符合“{title}”（{source}）",
    en: "this does not hold: {title} ({source})",
    cure: { zh: "核对有关字段，改正后再提交", en: "mend the fields that it speaks of" },
  },
  "registers.check-unequal": {
    zh: "不符合“{title}”：{sides} 不成立（{source}）",
    en: "this does not hold: {title}, as {sides} is not so ({source})",
    cure: { zh: "核对有关字段，改正后再提交", en: "mend the fields that it speaks of" },
  },
  "registers.check-requires": {
    zh: "缺少“{name}”：{title}（{source}）",
    en: "{field} ({name}) is missing: {title} ({source})",
    cure: { zh: "在同一次提交中填写 {field}", en: "give {field} in the same action" },
  },
  "registers.amount-undeclared": {
    zh: "{date} 没有已登记的“{title}”",
    en: "no {title} is declared for {date}",
    cure: {
      zh: "在台账定义中补上当时执行的标准、起止日期和文号，或核对日期",
      en: "declare the amount that was in force, with its dates and document, or check the date",
    },
  },
  "registers.extended-already": {
    zh: "“{title}”的期限已延到 {date}，只能延一次",
    en: "the time for {title} was extended to {date} already, and only once it may be",
    cure: { zh: "不再改动延期日期", en: "leave the extended date as it is" },
  },
  "registers.extension-of-nothing": {
    zh: "这条记录没有“{title}”的期限，无从延期",
    en: "no time runs for {title}, so none can be extended",
    cure: {
      zh: "去掉延期日期，或先登记起算的事项",
      en: "leave the date out, or record first what starts the clock",
    },
  },
  "registers.extension-late": {
    zh: "“{title}”的期限 {due} 在 {at} 已过，不能再延",
    en: "the time for {title} ended on {due}; it cannot be extended on {at}",
    cure: { zh: "照实登记为逾期", en: "record the matter as late" },
  },
  "registers.extension-span": {
    zh: "“{title}”的期限是 {due}，延期须在其后、不晚于 {most}",
    en: "the time for {title} ends on {due}: an extension lies after it and not after {most}",
    cure: { zh: "改为这之间的日期", en: "write a date between the two" },
  },
  "registers.too-early": {
    zh: "过早：“{title}”从 {started} 起算，{at} 尚未期满（{source}）",
    en: "too early: {title} runs from {started} and is not over on {at} ({source})",
    cure: { zh: "最早 {first} 办理", en: "the first day on which it may happen is {first}" },
  },
  "registers.too-early-unless": {
    zh: "过早：“{title}”从 {started} 起算，{at} 尚未期满（{source}）",
    en: "too early: {title} runs from {started} and is not over on {at} ({source})",
    cure: {
      zh: "最早 {first} 办理；依规缩短的，在 {unless} 写明理由",
      en: "the first day on which it may happen is {first}; where the rule lets it be shorter, say why in {unless}",
    },
  },
  "registers.reason-missing": {
    zh: "{kind} 须写明理由",
    en: "{kind} needs a reason",
    cure: { zh: "填写 reason", en: "give a reason" },
  },
  "registers.actor-missing": {
    zh: "没有写明由谁经办",
    en: "nobody is named who answers for it",
    cure: { zh: "填写 actor：职务与单位，不写人名", en: "give actor: role and unit, no person's name" },
  },
  "registers.text-broken": {
    zh: "{field} 里有半个字符或空字符",
    en: "{field} holds half a character or a NUL",
    cure: { zh: "重新输入该处文字", en: "type the text at that place again" },
  },
  "registers.too-long": {
    zh: "这一条的文字共 {bytes} 字节，上限为 {most} 字节",
    en: "its texts have {bytes} bytes; {most} are the most that one entry takes",
    cure: {
      zh: "缩短文字，附件只登记其 SHA-256",
      en: "shorten them; record an attachment by its SHA-256 alone",
    },
  },
  "registers.request-taken": {
    zh: "这个幂等键已用于另一条记录，{record} 没有写入",
    en: "this idempotency key was used for another record: nothing of {record} was appended",
    cure: { zh: "每次提交用新的幂等键", en: "use a new key for every submission" },
  },
  "registers.date-before-state": {
    zh: "日期 {at} 早于进入当前状态之日 {since}",
    en: "{at} lies before the day the current state was entered, {since}",
    cure: { zh: "日期不得早于 {since}", en: "use {since} or a later day" },
  },
  "registers.date-before-opening": {
    zh: "日期 {at} 早于立卷之日 {since}",
    en: "{at} lies before the day the record was opened, {since}",
    cure: { zh: "日期不得早于 {since}", en: "use {since} or a later day" },
  },
  "registers.nothing-changes": {
    zh: "所给的值与记录相同，没有改动",
    en: "the values given are those that the record has: nothing changes",
    cure: { zh: "不必提交", en: "leave it out" },
  },
  "registers.overtaken": {
    zh: "多次尝试中记录都被他人抢先改动",
    en: "other writers kept changing these records first",
    cure: { zh: "稍后重试", en: "try again later" },
  },
} as const satisfies Record<string, IssueWords>;
