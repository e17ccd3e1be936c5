import type { IssueWords } from "../words.ts";

export const reports = {
  // form
  "reports.directive-unknown": {
    zh: "没有“:{name}”这种标记",
    en: "there is no directive “:{name}”",
    cure: {
      zh: "最相近的是“:{near}”；可用的有 :fig、:cite 和 ::chart",
      en: "the nearest is “:{near}”; there are :fig, :cite and ::chart",
    },
  },
  "reports.directive-not-in-text": {
    zh: "“{name}”只能写在行文之中，这里却独占一行",
    en: "“{name}” stands on a line of its own, and belongs in the text",
    cure: {
      zh: "只用一个冒号，写在句子里：:{name}[…]{…}",
      en: "write it in a sentence, with one colon: :{name}[…]{…}",
    },
  },
  "reports.directive-not-a-line": {
    zh: "图表不能写在句子里",
    en: "a chart cannot stand in a sentence",
    cure: {
      zh: "用两个冒号，单独成行：::chart[标题]{指标}",
      en: "write it with two colons on a line of its own: ::chart[title]{indicator}",
    },
  },
  "reports.directive-without-text": {
    zh: "“{name}”的方括号里没有文字",
    en: "“{name}” has no text in its brackets",
    cure: {
      zh: "方括号里写要公布的数字或标题，如 :fig[611条]{…}",
      en: "write the figure or title to be published in the brackets, as in :fig[611 tips]{…}",
    },
  },
  "reports.directive-nested": {
    zh: "“{name}”的方括号里又有一个标记",
    en: "“{name}” has another directive in its brackets",
    cure: {
      zh: "分开写，每个标记只管一个数字；图表标题里不写标记",
      en: "write them one after the other, each with one figure; a chart's title has none",
    },
  },
  "reports.markup-left": {
    zh: "“{text}”没有被认作标记，会照原样印出来",
    en: "“{text}” was not taken for markup and would be printed as it stands",
    cure: {
      zh: "冒号、方括号、花括号都用半角，中间不留空格，等号后要有值",
      en: "use half-width colon, brackets and braces with no space between, and a value after each equals sign",
    },
  },
  "reports.emphasis-left": {
    zh: "“{text}”没有起到加粗的作用，会照原样印出来",
    en: "“{text}” makes nothing bold and would be printed as it stands",
    cure: {
      zh: "把紧挨 ** 内侧的标点移到外面，如 **应收尽收**。",
      en: "move punctuation from just inside the ** to the outside, as in **all received**.",
    },
  },
  "reports.markup-in-code": {
    zh: "“{text}”在代码格式里，不起作用",
    en: "“{text}” stands in a code block and has no effect",
    cure: {
      zh: "去掉行首的四个空格或前后的反引号",
      en: "take away the four spaces before the line, or the backticks around it",
    },
  },
  "reports.html": {
    zh: "报告里不能写 HTML：{text}",
    en: "a report holds no HTML: {text}",
    cure: { zh: "改用 Markdown；注释可以留", en: "use Markdown instead; comments may stay" },
  },
  "reports.address-unsafe": {
    zh: "链接地址不可用：{address}",
    en: "this address cannot be linked to: {address}",
    cure: {
      zh: "只用 https、http、mailto 或本站内的地址",
      en: "use https, http, mailto or an address within the site",
    },
  },

  // attributes
  "reports.indicator-missing": {
    zh: "没有写明由哪个指标证明",
    en: "it does not say which indicator proves it",
    cure: {
      zh: "在花括号里写指标代码，如 {lead.received}；运行 huimou indicators 可列出全部代码",
      en: "write the indicator's code in the braces, as in {lead.received}; huimou indicators lists all codes",
    },
  },
  "reports.indicators-several": {
    zh: "一个数字写了几个指标：{names}",
    en: "one figure names several indicators: {names}",
    cure: { zh: "只留一个", en: "leave one" },
  },
  "reports.attribute-empty": {
    zh: "“{name}”没有值",
    en: "“{name}” has no value",
    cure: {
      zh: "写成 {name}=值；若是指标代码，代码中应有点，如 lead.received",
      en: "write {name}=value; if it is an indicator, its code has a point in it, as in lead.received",
    },
  },
  "reports.attribute-unknown": {
    zh: "“{name}”不能写在这里",
    en: "“{name}” cannot stand here",
    cure: { zh: "这里只写 {near}=…", en: "only {near}=… can" },
  },
  "reports.period-outside": {
    zh: "台账没有 {period} 的记录，只涵盖 {ledger}",
    en: "the ledger has no records of {period}: it covers {ledger}",
    cure: {
      zh: "改成台账所涵盖的期间；更早的数字用 :cite 注明所引文件",
      en: "name a period that the ledger covers; cite earlier figures from a document with :cite",
    },
  },
  "reports.document-missing": {
    zh: "没有写明引自哪份文件",
    en: "it does not say which document is cited",
    cure: { zh: "写成 {document=代码}；可引的有：{known}", en: "write {document=code}; there are: {known}" },
  },
  "reports.document-unknown": {
    zh: "没有登记代码为 {document} 的文件",
    en: "there is no document {document}",
    cure: {
      zh: "相近的有：{near}；新的文件先登记再引用",
      en: "near it: {near}; a new document is declared before it is cited",
    },
  },
  "reports.chart-type-unknown": {
    zh: "没有“{type}”这种图",
    en: "there is no chart of type {type}",
    cure: { zh: "可用的有：{known}", en: "use one of: {known}" },
  },
  "reports.chart-by-unknown": {
    zh: "指标 {indicator} 不能按“{by}”画图",
    en: "{indicator} cannot be drawn by {by}",
    cure: { zh: "可用的有：{known}", en: "use one of: {known}" },
  },
  "reports.chart-units-differ": {
    zh: "{one} 和 {other} 的单位不同，不能画在一根轴上",
    en: "{one} and {other} have different units and cannot share an axis",
    cure: { zh: "分成两张图", en: "draw two charts" },
  },

  // figures
  "reports.figure-refused": {
    zh: "写的是“{text}”，而记录得出 {valueZh}（{indicator}，{period}）",
    en: "“{text}”, but the records give {valueEn} ({indicator}, {period})",
    cure: {
      zh: "改写为“{instead}”；若记录有误，先更正记录",
      en: "write “{instead}”, or correct the records if they are wrong",
    },
  },
  "reports.direction-differs": {
    zh: "“{text}”的升降写反了，记录得出 {valueZh}（{indicator}，{period}）",
    en: "“{text}” goes the wrong way: the records give {valueEn} ({indicator}, {period})",
    cure: {
      zh: "数字前写“增长”表示上升，写“下降”表示下降，数字本身不带负号",
      en: "write “rose by” or “fell by” before the number, and the number without a minus",
    },
  },
  "reports.unit-differs": {
    zh: "“{text}”的单位与指标 {indicator} 的单位（{unitZh}）不是一回事",
    en: "the unit of “{text}” does not measure what {indicator} measures ({unitEn})",
    cure: {
      zh: "写上单位“{unitZh}”或可与它换算的单位，或改换指标",
      en: "write {unitEn} or a unit that converts to it, or name another indicator",
    },
  },
  "reports.figure-has-none": {
    zh: "“{text}”里没有可以核对的数字",
    en: "there is no figure in “{text}” that could be checked",
    cure: {
      zh: "方括号里写数字和单位，如 611条；也可写“全覆盖”“双零”这类有定义的词",
      en: "write a number with its unit in the brackets, or a word that stands for one, such as full coverage or zero",
    },
  },
  "reports.figure-has-several": {
    zh: "“{text}”里不止一个数字",
    en: "there is more than one figure in “{text}”",
    cure: { zh: "每个数字各写一个 :fig", en: "write one :fig for each" },
  },
  "reports.no-base": {
    zh: "“{text}”无从核对：{indicator} 在 {period} 没有可比的基数",
    en: "“{text}” cannot be checked: {indicator} has nothing to divide by in {period}",
    cure: {
      zh: "改写增减的数额，或换一个有基数的期间",
      en: "state the amount of the change, or a period that has a base",
    },
  },
  "reports.no-record": {
    zh: "“{text}”无从核对：{indicator} 在 {period}（{area}）没有上报的记录",
    en: "“{text}” cannot be checked: nothing was returned for {indicator} in {period} ({area})",
    cure: {
      zh: "补报该期数据，或引用文件（:cite），或删去这个数字",
      en: "have the return entered, cite a document (:cite), or leave the figure out",
    },
  },
  "reports.never-sum": {
    zh: "“{text}”无从核对：{indicator} 不能跨年或跨地区相加（{period}）",
    en: "“{text}” cannot be checked: {indicator} is never added over years or areas ({period})",
    cure: {
      zh: "写明一个年度、一个地区，如 period=2020",
      en: "name one year and one area, as in period=2020",
    },
  },
  "reports.series-break": {
    zh: "“{text}”无从核对：{indicator} 的口径在 {period} 内有变，或在该期间没有",
    en: "“{text}” cannot be checked: the definition of {indicator} changed within {period}, or is not to be had for it",
    cure: {
      zh: "写口径变更之前或之后的期间",
      en: "name a period before the change or after it",
    },
  },
  "reports.no-calendar": {
    zh: "“{text}”无从核对：{period} 的放假安排尚未公布，{indicator} 无从认定",
    en: "“{text}” cannot be checked: the working days of {period} are not announced, so {indicator} cannot be told",
    cure: {
      zh: "改写放假安排已公布的期间，或升级程序并运行 huimou define",
      en: "name a period whose working days are known, or update the program and run huimou define",
    },
  },
  "reports.too-fine": {
    zh: "“{text}”细于 {indicator} 的公布口径（{period}，{area}）",
    en: "“{text}” is finer than what {indicator} publishes ({period}, {area})",
    cure: { zh: "改为更大的地区或整年", en: "name a larger area or a whole year" },
  },
  "reports.suppressed": {
    zh: "“{text}”涉及的人太少，不得公布（{indicator}，{period}，{area}）",
    en: "“{text}” tells of too few persons to be published ({indicator}, {period}, {area})",
    cure: { zh: "改为更大的地区或更长的期间", en: "name a larger area or a longer period" },
  },
  "reports.quantity-unbound": {
    zh: "“{text}”没有记录证明，也没有注明出处",
    en: "“{text}” is neither proven by records nor cited",
    cure: {
      zh: "写成 :fig[{text}]{指标代码}，或 :cite[{text}]{document=文件代码}；都没有就删去",
      en: "write :fig[{text}]{indicator} or :cite[{text}]{document=code}; if there is neither, leave it out",
    },
  },
  "reports.quantity-cut": {
    zh: "方括号里是“{text}”，而读者读到的是“{whole}”",
    en: "the brackets hold “{text}”, but the reader reads “{whole}”",
    cure: {
      zh: "把整个数字写进方括号：:{name}[{whole}]{…}",
      en: "put the whole of it into the brackets: :{name}[{whole}]{…}",
    },
  },
  "reports.statement-vague": {
    zh: "“{text}”可以用数字说明，却没有给出数字",
    en: "“{text}” could be told by a figure, and gives none",
    cure: {
      zh: "写明数字并用 :fig[…]{指标代码} 绑定；可能用得上的指标：{known}",
      en: "write the figure and bind it with :fig[…]{indicator}; indicators that may do: {known}",
    },
  },
  "reports.word-unbound": {
    zh: "“{text}”说的是一个数字，却没有记录证明",
    en: "“{text}” states a figure that no record proves",
    cure: {
      zh: "写成 :fig[{text}]{指标代码}；可能用得上的指标：{known}",
      en: "write :fig[{text}]{indicator}; indicators that might prove it: {known}",
    },
  },
  "reports.title-states-quantity": {
    zh: "报告标题里有数字“{text}”，标题不能绑定",
    en: "the report's title states “{text}”, and a title cannot be bound",
    cure: { zh: "从标题中删去，写进正文", en: "take it out of the title and state it in the text" },
  },
  "reports.rule-broken": {
    zh: "勾稽关系不成立：{titleZh}：{left} {relation} {right} 不成立",
    en: "a reconciliation does not hold: {titleEn}: {left} {relation} {right} is not so",
    cure: {
      zh: "核对两边的记录并更正；差额确有原因的，登记说明后再发布",
      en: "check the records of both sides and correct them; if the difference has a reason, record the explanation first",
    },
  },
  "reports.rule-broken-withheld": {
    zh: "勾稽关系不成立：{titleZh}：两边相差 {difference}（数值过小，不予公开）",
    en: "a reconciliation does not hold: {titleEn}: its sides differ by {difference} (too small to be shown)",
    cure: {
      zh: "核对两边的记录并更正；差额确有原因的，登记说明后再发布",
      en: "check the records of both sides and correct them; if the difference has a reason, record the explanation first",
    },
  },
} as const satisfies Record<string, IssueWords>;
