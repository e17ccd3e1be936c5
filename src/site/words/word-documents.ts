/** Texts of reports as Word documents. */
export const wordDocumentWords = {
  sources: { zh: "数据来源", en: "Sources of the figures" },
  sourcesOfRelease: {
    zh: "正文数字由{district}台账记录算出，依据第{number}次发布（记录截至{date}，共{entries}条）。每个数字的定义、算法和依据见 {address}。",
    en: "The figures are computed from the registers of {district}, by release {number} (records up to {date}, {entries} entries). Definitions, calculations and evidence: {address}.",
  },
  sourcesOfRoot: {
    zh: "台账根值：{root}。凭此值可以核对发布内容有没有改动。",
    en: "Root of the log: {root}. With it anybody can tell whether what was released has been changed.",
  },
  sourcesBound: {
    zh: "正文中的数字放在内容控件里，改动以后可以用 huimou check --against 与所绑定的记录核对。",
    en: "The figures stand in content controls: huimou check --against holds each of an edited text against the record that it is bound to.",
  },
  sourcesDemonstration: {
    zh: "台账里的数据是演示数据，不代表真实情况。",
    en: "The registers hold demonstration data, which do not tell of anything real.",
  },
  asStatedInText: { zh: "文中写作", en: "As stated" },
  timeAndPlace: { zh: "时间、范围", en: "When and where" },
} as const;
