import type { Language } from "../../../issue/index.ts";
import { writeNumeral } from "../../../quantity/index.ts";

/** The numbers of headings: 一、 then （一） then 1. (GB/T 9704-2012, 7.3.3). One that has a number keeps its own. */
export class HeadingNumbers {
  readonly #language: Language;
  readonly #counts = [0, 0, 0];

  constructor(language: Language) {
    this.#language = language;
  }

  /** A heading's text with its number; `level` 1 is the first below the title. */
  next(level: 1 | 2 | 3, text: string): string {
    const count = (this.#counts[level - 1] ?? 0) + 1;
    this.#counts[level - 1] = count;
    this.#counts.fill(0, level);
    return NUMBERED.test(text)
      ? ""
      : this.#language === "zh"
        ? CHINESE[level](count)
        : `${this.#english(level)} `;
  }

  #english(level: 1 | 2 | 3): string {
    const number = this.#counts.slice(0, level).join(".");
    return level === 1 ? `${number}.` : number;
  }
}

const NUMBERED = /^(?:[（(]?[一二三四五六七八九十]+[）)、]|\d+(?:\.\d+)*[.．、 ])/u;

const CHINESE = {
  1: (count: number) => `${writeNumeral(count)}、`,
  2: (count: number) => `（${writeNumeral(count)}）`,
  3: (count: number) => `${count}.`,
} as const;
