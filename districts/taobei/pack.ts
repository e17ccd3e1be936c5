import { readFileSync } from "node:fs";
import { definePack } from "huimou";
import { readAreas, villagesOf } from "./areas.ts";
import type { Chapter } from "./chapter.ts";
import { documents } from "./documents.ts";
import { gridOf } from "./grid.ts";
import activity from "./registers/activity.ts";
import assistance from "./registers/assistance/index.ts";
import cases from "./registers/cases.ts";
import decision from "./registers/decision/index.ts";
import deployment from "./registers/deployment.ts";
import dwelling from "./registers/dwelling.ts";
import finding from "./registers/finding/index.ts";
import lead from "./registers/lead/index.ts";
import meeting from "./registers/meeting.ts";
import project from "./registers/project/index.ts";
import response from "./registers/response.ts";
import returns from "./registers/return.ts";
import school from "./registers/school/index.ts";
import spending from "./registers/spending.ts";
import vaccination from "./registers/vaccination.ts";

/** In the order in which the site shows them. A new register is one file and its name here. */
const chapters: readonly Chapter[] = [
  project,
  dwelling,
  assistance,
  returns,
  school,
  spending,
  decision,
  finding,
  response,
  cases,
  deployment,
  vaccination,
  lead,
  meeting,
  activity,
];

const fileOf = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const textOf = (file: string) => ({ file, markdown: fileOf(`./reports/${file}`) });

const areas = readAreas(fileOf("./areas.csv"));
const areasDate = "2023-06-30";
const listSource = {
  zh: "国家统计局统计用区划代码，截至2023年6月30日；民政部门名录可能不同",
  en: "Statistical division codes as of 30 June 2023; the civil affairs list may differ",
};

/** Taobei District (220802) of Baicheng, Jilin, with demonstration data. */
export default definePack({
  district: {
    code: "220802",
    name: { zh: "洮北区", en: "Taobei District" },
    host: "taobei.example",
  },
  demonstration: {
    zh: "演示数据：除注明取自公开文章的数字外，全部虚构，不是洮北区的真实情况",
    en: "Demonstration data: all made up but for the figures marked as taken from a published article; not the real state of Taobei",
  },
  period: "2016-10..2021-10",
  areas,
  areasDate,
  grid: gridOf(areas),
  lists: [
    {
      id: "village-committees-2023",
      title: { zh: "行政村（村民委员会）名录", en: "Villages with a village committee" },
      date: areasDate,
      codes: villagesOf(areas, ["committee"]),
      source: listSource,
    },
    {
      id: "village-units-2023",
      title: {
        zh: "村级单位名录（村、社区、农场生活区）",
        en: "Village-level units: villages, communities, farms",
      },
      date: areasDate,
      codes: villagesOf(areas, ["committee", "community", "farm"]),
      source: listSource,
    },
  ],
  registers: chapters.map((it) => it.register),
  indicators: chapters.flatMap((it) => it.indicators),
  rules: chapters.flatMap((it) => it.rules),
  documents,
  reports: [
    {
      id: "five-years",
      title: { zh: "洮北区五年回眸", en: "Taobei: five years in figures" },
      period: "2016-10..2021-10",
      texts: { zh: textOf("five-years.zh.md"), en: textOf("five-years.en.md") },
    },
  ],
});
