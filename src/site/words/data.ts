/** Files of data, and the page that lists them. */
export const dataWords = {
  data: { zh: "数据下载", en: "Data" },
  dataLead: {
    zh: "本站的全部数字都可以下载，格式公开，同一次发布的文件不再改变。每个文件的校验和写在发布清单里，可以核验。",
    en: "Every figure on this site can be downloaded in open formats. The files of a release never change; the manifest has the checksum of each.",
  },
  dataFigures: { zh: "全部数字", en: "All figures" },
  dataFiguresText: {
    zh: "每行一个数：指标、地区、期间、分组、数值。",
    en: "One row for each value: indicator, area, period, breakdown, value.",
  },
  dataTownships: { zh: "各镇街的总数", en: "Totals of the townships" },
  dataTownshipsText: {
    zh: "全区和各镇街历年的总数；每个镇街、村和社区自己的文件，在它自己的页上。",
    en: "Totals of the district and every township by year. Each township's, village's and community's own files are on its page.",
  },
  dataLists: { zh: "代码表", en: "Code lists" },
  dataListsText: {
    zh: "数据里的指标代码和地区代码各是什么。",
    en: "What the codes of indicators and areas in the data stand for.",
  },
  dataIndicators: { zh: "指标", en: "Indicators" },
  dataAreas: { zh: "地区", en: "Areas" },
  dataRules: { zh: "勾稽校验结果", en: "Checks of every rule" },
  dataRulesText: {
    zh: "每条规则在每处的两边和结论。",
    en: "Both sides and the verdict of every rule, everywhere.",
  },
  dataDescriptions: { zh: "给程序读的说明", en: "Descriptions for programs" },
  dataDescriptionsText: {
    zh: "数据包（Data Package）说明每个文件、每一列和校验和；目录（DCAT）供开放数据平台收录；订阅（Atom）在每次发布后更新。",
    en: "The data package describes every file and column, with checksums; the DCAT catalogue is what open data portals collect; the feed tells of every release.",
  },
  dataPackage: { zh: "数据包", en: "Data package" },
  catalog: { zh: "目录", en: "Catalogue" },
  feed: { zh: "订阅", en: "Feed" },
  perFigure: { zh: "逐项指标", en: "Figure by figure" },
  dataFiles: { zh: "文件", en: "Files" },
  district: { zh: "辖区", en: "District" },
  definition: { zh: "释义", en: "Definition" },
  breakdown: { zh: "分组", en: "Breakdown" },
  remark: { zh: "备注", en: "Remark" },
  areaCode: { zh: "地区代码", en: "Area code" },
  recordsUntil: { zh: "所据台账记至", en: "Records up to" },
  webAddress: { zh: "网页地址", en: "Web address" },
  releaseCovers: {
    zh: "覆盖日志前 {entries} 条，树根 {root}。",
    en: "Covers the first {entries} {entries|entry|entries} of the log; root {root}.",
  },
  releasedWith: {
    zh: "改动了 {count} 个已发布的数字。",
    en: "{count} published {count|figure was|figures were} revised.",
  },
} as const;
