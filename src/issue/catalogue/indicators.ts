import type { IssueWords } from "../words.ts";

export const indicators = {
  "indicators.indicator-unknown": {
    zh: "没有指标 {indicator}",
    en: "there is no indicator {indicator}",
    cure: { zh: "相近的指标：{near}", en: "near it: {near}" },
  },
  "indicators.period-malformed": {
    zh: "{value} 不是期间",
    en: "{value} is no period",
    cure: {
      zh: "写成 2020、2020-03、2018..2021 或 2016-10..2021-10",
      en: "write 2020, 2020-03, 2018..2021 or 2016-10..2021-10",
    },
  },
  "indicators.basis-unknown": {
    zh: "{value} 不是口径",
    en: "{value} is no basis",
    cure: {
      zh: "写 current 按现行口径；不写则各期间按当时口径",
      en: "write current for the definitions that hold now; without it each period is read by its own",
    },
  },
  "indicators.area-unknown": {
    zh: "{value} 不是本区的区划代码",
    en: "{value} is no area of this district",
    cure: { zh: "用 12 位区划代码", en: "use a 12-digit area code" },
  },
  "indicators.dimension-unknown": {
    zh: "指标 {indicator} 不按 {dimension} 分组",
    en: "{indicator} is not broken down by {dimension}",
    cure: { zh: "可用的分组：{known}", en: "it is broken down by: {known}" },
  },
  "indicators.value-unknown": {
    zh: "{dimension} 没有取值 {value}",
    en: "{dimension} has no value {value}",
    cure: { zh: "可用的取值：{known}", en: "use one of: {known}" },
  },
} as const satisfies Record<string, IssueWords>;
