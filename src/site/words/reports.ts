/** Pages of reports. */
export const reportWords = {
  reportDescription: {
    zh: "{district}报告：{count} 个数字，每个都链接到它的来历。",
    en: "The report of {district}: {count} {count|number|numbers}, each with a link to where it comes from.",
  },
  reportLead: {
    zh: "报告中的 {count} 个数字都由台账记录算出。点数字，看它的定义、算法和依据。",
    en: "All {count} {count|number|numbers} of this report are computed from records. Follow a number to its definition, its calculation and its evidence.",
  },
  contents: { zh: "目录", en: "Contents" },
  numbersOfReport: { zh: "报告中的数字", en: "The numbers of this report" },
  numbersCaption: {
    zh: "逐个对照：报告写的数字，和由记录算出的数值",
    en: "One by one: each number as stated, and the value computed from the records",
  },
  numbersPrinted: {
    zh: "正文里每个数字右上角的序号，就是下表的序号。指标页的地址（省略号处是指标的编号）：",
    en: "The small number behind each figure in the text is its row below. The page of an indicator, its identifier in place of the dots: ",
  },
  asWritten: { zh: "报告写作", en: "As stated" },
  documents: { zh: "引用的文件", en: "Documents cited" },
  citedFor: { zh: "用于：{texts}", en: "cited for: {texts}" },
  asTable: { zh: "数据表", en: "The values as a table" },
  figuresOfChart: { zh: "数字来自：", en: "Figures from: " },
} as const;
