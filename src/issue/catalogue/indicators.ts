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
  "indicators.map-unreadable": {
    zh: "不是 GeoJSON 的 FeatureCollection",
    en: "it is no FeatureCollection of GeoJSON",
    cure: {
      zh: "在地理信息软件中导出为 GeoJSON（RFC 7946）",
      en: "export it from your mapping software as GeoJSON (RFC 7946)",
    },
  },
  "indicators.map-large": {
    zh: "有 {bytes} 字节，最多 {most} 字节",
    en: "it has {bytes} bytes; {most} are the most",
    cure: {
      zh: "导出时简化边界；网页上的地图只要一两千个点",
      en: "simplify the boundaries when you export: a map on a page shows a thousand or two of its points",
    },
  },
  "indicators.map-wide": {
    zh: "跨越超过 {most} 度，不是一个区的地图",
    en: "it spans more than {most} degrees, which no district does",
    cure: { zh: "找出写错的坐标，或只留本区", en: "find the place that is wrong, or leave other areas out" },
  },
  "indicators.map-area-unknown": {
    zh: "{code} 不是本区的乡级区划代码",
    en: "{code} is the code of no township of this district",
    cure: {
      zh: "在 properties.code 中写 12 位乡级代码，其他图形删去",
      en: "write the township's 12 digits into properties.code, and leave all else out",
    },
  },
  "indicators.map-area-twice": {
    zh: "{code} 画了两次",
    en: "{code} is drawn twice",
    cure: {
      zh: "几块土地合成一个 MultiPolygon，或改正代码",
      en: "make one MultiPolygon of its pieces, or correct the code",
    },
  },
  "indicators.map-area-missing": {
    zh: "没有画 {code}",
    en: "{code} is not drawn",
    cure: { zh: "补上该乡镇（街道）的边界", en: "add that township's boundary" },
  },
  "indicators.map-no-area": {
    zh: "{code} 不是 Polygon 或 MultiPolygon，或是空的",
    en: "{code} is neither Polygon nor MultiPolygon, or is empty",
    cure: { zh: "换成面状图形", en: "give its area, not points or lines" },
  },
  "indicators.map-position": {
    zh: "{code} 的坐标 {value} 不是经纬度",
    en: "{code} has a place that is no longitude and latitude: {value}",
    cure: {
      zh: "转换到 WGS 84 或 CGCS2000 经纬度（度），先经度后纬度",
      en: "convert it to degrees of WGS 84, longitude first",
    },
  },
  "indicators.map-ring": {
    zh: "{code} 的边界线没有闭合，或不成面",
    en: "a boundary of {code} is not closed, or encloses nothing",
    cure: {
      zh: "首尾用同一点，至少三个不同的点",
      en: "begin and end at the same place, with at least three different ones",
    },
  },
  "indicators.map-approval": {
    zh: "地图没有审图号",
    en: "the map has no approval number (审图号)",
    cure: {
      zh: "写明 approval；没有经审核的地图，就用方格图（grid）",
      en: "name it as approval; without an approved map, use tiles (grid)",
    },
  },
} as const satisfies Record<string, IssueWords>;
