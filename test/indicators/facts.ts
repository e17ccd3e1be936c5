/** Words where it does not matter which. */
export const words = { zh: "示例", en: "example" };

/** What every indicator says of itself, where it does not matter. */
export const facts = {
  title: words,
  definition: words,
  basis: words,
  owner: words,
  source: words,
  frequency: "month",
} as const;
