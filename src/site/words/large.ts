/** The edition in large type. */
export const largeWords = {
  large: { zh: "大字版", en: "Larger" },
  largeTitle: { zh: "大字版", en: "Large type" },
  largeLeave: { zh: "退出大字版", en: "Leave large type" },
  largeDescription: {
    zh: "用大字看本站：每一页都放大一半，从一页到另一页都保持大字。",
    en: "This site in large type: every page half as large again, from link to link.",
  },
} as const;
