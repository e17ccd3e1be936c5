import type { IssueWords } from "../words.ts";

/** What can be wrong with a pack's map: apart, for no program in a browser ever reads one. */
export const maps = {
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
