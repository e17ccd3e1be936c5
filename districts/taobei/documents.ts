import type { DocumentDefinition } from "huimou";

/** Documents that the reports cite for figures that are not from the registers. */
export const documents: readonly DocumentDefinition[] = [
  {
    id: "division-codes-2023",
    title: {
      zh: "统计用区划代码和城乡划分代码（截至2023年6月30日）",
      en: "Codes of divisions for statistical use, as of 30 June 2023",
    },
    issuer: { zh: "国家统计局", en: "National Bureau of Statistics" },
    date: "2023-09-11",
  },
  {
    id: "decision-procedure-2019",
    title: {
      zh: "重大行政决策程序暂行条例",
      en: "Provisional Regulations on the Procedure of Major Administrative Decisions",
    },
    issuer: { zh: "国务院", en: "State Council" },
    date: "2019-04-20",
  },
  {
    id: "health-emergencies-2003",
    title: { zh: "突发公共卫生事件应急条例", en: "Regulations on Public Health Emergencies" },
    issuer: { zh: "国务院", en: "State Council" },
    date: "2003-05-09",
  },
  {
    id: "article-2021",
    title: {
      zh: "《踏浪前行风帆劲 如椽巨笔绘新篇——洮北区五年经济社会发展回眸（二）》",
      en: "A look back at five years of economic and social development in Taobei District, part two (newspaper article)",
    },
    issuer: {
      zh: "报纸刊文",
      en: "Newspaper article",
    },
    date: "2021",
  },
];
