/** The search page, its box on other pages, and what its script says. */
export const searchWords = {
  search: { zh: "搜索", en: "Search" },
  searchTitle: { zh: "搜索", en: "Search" },
  searchLead: {
    zh: "写下要找的指标、地方和年份，例如下面这些。",
    en: "Write which figure, which place and which year, as in these examples.",
  },
  searchAll: {
    zh: "本站的全部指标、地区、台账、勾稽规则和报告各节都列在这一页上，也可以用浏览器的“在页面中查找”。",
    en: "Every indicator, area, register, rule and section of the report is listed on this page; your browser’s own find works on it, too.",
  },
  searchLabel: { zh: "找什么", en: "What are you looking for?" },
  searchDescription: {
    zh: "按指标、地方和年份查找本站的数字；全部指标、地区、台账、规则和报告各节一览。",
    en: "Find a figure by indicator, place and year; a list of every indicator, area, register, rule and section.",
  },
  examples: { zh: "例如", en: "Examples" },
  kindFigure: { zh: "指标", en: "Figure" },
  kindArea: { zh: "地区", en: "Area" },
  kindRegister: { zh: "台账", en: "Register" },
  kindRule: { zh: "勾稽规则", en: "Rule" },
  kindSection: { zh: "报告", en: "Report" },
  kindName: { zh: "分组", en: "Breakdown" },
  kindPage: { zh: "网页", en: "Page" },
  listFigures: { zh: "指标", en: "Figures" },
  listAreas: { zh: "镇街、村和社区", en: "Areas" },
  listRegisters: { zh: "台账", en: "Registers" },
  listRules: { zh: "勾稽规则", en: "Rules" },
  listSections: { zh: "报告各节", en: "Sections of the report" },
  listNames: { zh: "分组中的名称", en: "Names in breakdowns" },
  listPages: { zh: "其他网页", en: "Other pages" },
  byParts: { zh: "按{dimension}：", en: "By {dimension}: " },

  foundCount: { zh: "找到 {count} 条", en: "{count} {count|result|results}" },
  foundNothing: { zh: "没有找到“{query}”。", en: "Nothing was found for “{query}”." },
  foundHelp: {
    zh: "可以少写几个字，换一个说法，或者只写地方的名字。本站的全部内容列在下面。",
    en: "Try fewer words, another word, or the name of a place alone. All that this site has is listed below.",
  },
  foundPartly: {
    zh: "没有一条含有全部字词，以下各条含有其中一部分。",
    en: "Nothing has all of these words; these have some of them.",
  },
  foundMore: { zh: "再显示 {count} 条", en: "Show {count} more" },
  valueNone: { zh: "没有公布这里的数值", en: "no value of this is published" },
  valueNoneIn: { zh: "{year}年没有公布的数值", en: "no value is published for {year}" },
  valueOfDistrict: {
    zh: "这里没有公布的数值，下面是全区的：",
    en: "Nothing is published of this place; of the whole district:",
  },
  valueOfTownship: {
    zh: "这个村（社区）没有公布的数值，下面是所在镇街的：",
    en: "Nothing is published of this village; of its township:",
  },
  valueUnread: {
    zh: "读不到数值，请打开网页看",
    en: "the value could not be read; open the page to see it",
  },
  valueWithheld: { zh: "人数过少，不公布", en: "withheld: too few persons" },
} as const;
