/** Pages of areas. */
export const areaWords = {
  areas: { zh: "镇街", en: "Areas" },
  areasTitle: { zh: "各镇街、村和社区", en: "Townships, villages and communities" },
  areasLead: {
    zh: "{district}有 {townships} 个镇街、{villages} 个村和社区。点开一个镇街、村或社区，看它的全部已公布数字。",
    en: "{district} has {townships} {townships|township|townships} and {villages} villages and communities. Open any of them to see every figure that is published of it.",
  },
  figuresOfDistrict: { zh: "全区的全部指标", en: "All figures of the district" },
  areaLead: {
    zh: "{area}已公布的 {count} 项指标，与全区和其他镇街放在一起看。",
    en: "{count} published {count|figure|figures} of {area}, beside the district's and its neighbours'.",
  },
  villageLead: {
    zh: "{area}已公布的 {count} 项指标，与全区、{township}和那里的其他村（社区）放在一起看。没有列出的指标，在这里是零，或不公布到村。",
    en: "{count} published {count|figure|figures} of {area}, beside the district's, those of {township} and of its other villages. Figures that are not listed are zero here, or not published of villages.",
  },
  villageReading: {
    zh: "每条线上一个圆点是同一镇街的一个村（社区），左边最小，右边最大，大的红点是这里。名次只按数值大小排，不表示好坏。",
    en: "On each line a dot is one village of the township, the least on the left, the greatest on the right; the large one is this place. Places are by size alone and judge nothing.",
  },
  areaReading: {
    zh: "每条线上一个圆点是一个镇街，左边最小，右边最大，大的红点是这里。名次只按数值大小排，不表示好坏。",
    en: "On each line a dot is one township, the least on the left, the greatest on the right; the large one is this place. Places are by size alone and judge nothing.",
  },
  otherAreas: { zh: "看其他镇街", en: "Other townships" },
  ofDistrict: { zh: "{district}{value}", en: "{district}: {value}" },
  rankedTownship: {
    zh: "{count}\u00a0个有数的镇街中，从大到小第\u00a0{rank}",
    en: "number {rank} by size of {count} townships with a value",
  },
  sharedTownship: {
    zh: "{count}\u00a0个有数的镇街中，从大到小并列第\u00a0{rank}",
    en: "joint number {rank} by size of {count} townships with a value",
  },
  rankedVillage: {
    zh: "{count}\u00a0个有数的村和社区中，从大到小第\u00a0{rank}",
    en: "number {rank} by size of {count} villages and communities with a value",
  },
  sharedVillage: {
    zh: "{count}\u00a0个有数的村和社区中，从大到小并列第\u00a0{rank}",
    en: "joint number {rank} by size of {count} villages and communities with a value",
  },
  yearsOf: { zh: "{title}：历年数字", en: "{title}: year by year" },
  compare: { zh: "镇街比较", en: "Compare townships" },
  compareThis: { zh: "与另一个镇街比较", en: "Compare with another township" },
  compareLead: {
    zh: "各镇街的同几项数字放在一张表里；也可以任选两个，逐项逐年并排看。",
    en: "The same figures of every township in one table; or any two of them side by side, figure by figure and year by year.",
  },
  compareTwo: { zh: "任选两个", en: "Any two" },
  compareFirst: { zh: "第一个", en: "First" },
  compareSecond: { zh: "第二个", en: "Second" },
  compareStart: { zh: "并排看", en: "Set side by side" },
  compareFailed: {
    zh: "读不到这两个镇街的页面。请检查网络后再按一次；从文件夹直接打开的网页不能比较，请改用网址打开。",
    en: "The pages of these two could not be read. Check the connection and press again; a page opened from a folder cannot compare: open it by its web address.",
  },
  compareAll: { zh: "全部镇街", en: "All townships" },
  compareAllNote: {
    zh: "按区划代码排列，末行是全区；未另注明的，都是{period}的数。点开指标名称，看从大到小的排列。",
    en: "In the order of the area codes, the district last; of {period}, where nothing else is said. A figure's name leads to its townships from the greatest to the least.",
  },
  tiles: { zh: "各镇街方格图", en: "Townships as tiles" },
  map: { zh: "各镇街地图", en: "Map of the townships" },
  mapApproval: { zh: "审图号：{number}。", en: " Map approval number: {number}." },
  eachTownship: { zh: "各镇街", en: "by township" },
  tilesInOrder: {
    zh: "方格按区划代码的顺序排列，不表示方位、大小和边界。底色越浓，数值越大。",
    en: "Tiles stand in the order of the area codes and show no position, size or boundary. The stronger the colour, the greater the value.",
  },
  wholePeriod: { zh: "全部时期", en: "whole period" },
  villages: { zh: "{count} 个村和社区", en: "{count} {count|village or community|villages and communities}" },
} as const;
