/** A figure within somebody else's page. */
export const embedWords = {
  embed: { zh: "嵌入到别的网页", en: "Put this chart into another page" },
  embedText: {
    zh: "把下面这一段放进网页的代码里，就会显示这项指标的数值和图，并能由此核验；下次发布后自动更新。",
    en: "Put these lines into a page’s code: it shows the value and the chart with the way to their proof, and follows later releases by itself.",
  },
  embedLook: { zh: "看看效果", en: "See how it looks" },
  embedSource: { zh: "来源：{site}。", en: "Source: {site}." },
  embedMore: { zh: "定义和数据", en: "Definition and data" },
  embedVerify: { zh: "核验这项指标", en: "Verify this figure" },
} as const;
