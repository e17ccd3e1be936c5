import { Decimal } from "./decimal.ts";

export interface NumberFormat {
  /** exactly so many digits after the point, rounded half-up; missing: as many as the value has */
  readonly decimals?: number;
  /** in 万 or 亿, in millions or billions, from the first of them on */
  readonly scaled?: boolean;
}

/**
 * A number for readers, with a comma between groups of three digits: `14,063`, `1,206.5`; scaled, `3.5亿` and
 * `350 million`.
 */
export function formatNumber(value: Decimal, language: "zh" | "en", format: NumberFormat = {}): string {
  const scale = format.scaled === true ? scaleFor(value, language, format.decimals) : NO_SCALE;
  const scaled = value.times(Decimal.powerOfTen(-scale.power));
  const text = format.decimals === undefined ? scaled.toString() : scaled.toFixed(format.decimals);
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${grouped}${fraction === undefined ? "" : `.${fraction}`}${scale.word}`;
}

const NO_SCALE: Scale = { power: 0, word: "" };

interface Scale {
  readonly power: number;
  readonly word: string;
}

/** Smallest first. */
const SCALES: Readonly<Record<"zh" | "en", readonly Scale[]>> = {
  zh: [
    { power: 4, word: "万" },
    { power: 8, word: "亿" },
    { power: 12, word: "万亿" },
  ],
  en: [
    { power: 6, word: " million" },
    { power: 9, word: " billion" },
    { power: 12, word: " trillion" },
  ],
};

/** The largest scale that the value reaches as it would be shown below it: 9,999.96万, to one digit, is 1.0亿. */
function scaleFor(value: Decimal, language: "zh" | "en", decimals: number | undefined): Scale {
  return SCALES[language].reduce<Scale>((chosen, scale) => {
    const inChosen = value.abs().times(Decimal.powerOfTen(-chosen.power));
    const shown = decimals === undefined ? inChosen : inChosen.round(decimals);
    return shown.compare(Decimal.powerOfTen(scale.power - chosen.power)) >= 0 ? scale : chosen;
  }, NO_SCALE);
}
