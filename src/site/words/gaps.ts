/** The page of what could not be shown. */
export const gapWords = {
  gaps: { zh: "没有展示的", en: "What could not be shown" },
  gapsLead: {
    zh: "不公布的数、没有数的地方、报告里没有记录可证的话，连同原因，都列在这里。",
    en: "What is withheld, what has no value, and what the report says without a record to prove it: listed here, with the reasons.",
  },
  gapsWithheld: { zh: "不公布的数", en: "Values that are withheld" },
  gapsWithheldWhy: {
    zh: "封存台账里人数过少的数不公布，可由它们推算出来的数也一并不公布，共 {count} 处。核对和勾稽照样用真实的数。",
    en: "Of sealed registers, values that tell of too few persons are withheld, and with them the values from which they could be calculated: {count} in all. Rules are checked with the true values all the same.",
  },
  gapsNoneWithheld: { zh: "没有不公布的数。", en: "No value is withheld." },
  gapsWithout: { zh: "没有数的地方", en: "Places without a value" },
  gapsWithoutWhy: {
    zh: "各项指标在某些期间、地区或分组没有数，原因如下。没有就是没有，不以零代替。",
    en: "For some periods, areas or parts a figure has no value, for these reasons. Nothing is put in its place, and no zero.",
  },
  gapsNoneWithout: { zh: "各项指标处处有数。", en: "Every figure has a value at every place." },
  gapsPlaces: { zh: "处数", en: "Places" },
  gapsOf: { zh: "总处数", en: "Of all published" },
  gapsReason: { zh: "原因", en: "Reason" },
  gapsReasonCount: { zh: "{reason}\u00a0{count}\u00a0处", en: "{reason}: {count}" },
  gapsUnproven: { zh: "报告里没有记录可证的话", en: "What the report says without a record" },
  gapsVagueWhy: {
    zh: "下列 {count} 处表述可以衡量，却没有给出经记录证明的数：",
    en: "{count} {count|statement|statements} could be measured and {count|gives|give} no figure that a record proves:",
  },
  gapsNoneVague: {
    zh: "报告里没有可以衡量却不给数的表述。",
    en: "Every statement of the report that could be measured gives its figure.",
  },
  gapsLine: { zh: "报告原稿第 {line} 行", en: "line {line} of the report" },
  gapsCouldProve: { zh: "可用来证明的指标：", en: "Figures that could prove it: " },
  gapsCitedWhy: {
    zh: "下列 {count} 个数引自文件，不在任何台账里，无法由记录重算：",
    en: "{count} {count|number is|numbers are} taken from documents and {count|stands|stand} in no register: no record can give them again.",
  },
  gapsNoneCited: { zh: "报告里没有引自文件的数。", en: "No number of the report is taken from a document." },
} as const;
