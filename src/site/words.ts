import type { Language, Words } from "../issue/index.ts";
import { type TextParameters, textIn } from "./text.ts";
import { areaWords } from "./words/areas.ts";
import { checkWords } from "./words/check.ts";
import { dataWords } from "./words/data.ts";
import { embedWords } from "./words/embed.ts";
import { figureWords } from "./words/figures.ts";
import { frameWords } from "./words/frame.ts";
import { gapWords } from "./words/gaps.ts";
import { largeWords } from "./words/large.ts";
import { recordWords } from "./words/records.ts";
import { registerWords } from "./words/registers.ts";
import { reportWords } from "./words/reports.ts";
import { ruleWords } from "./words/rules.ts";
import { searchWords } from "./words/search.ts";
import { verifyWords } from "./words/verify.ts";
import { wordDocumentWords } from "./words/word-documents.ts";

/** Every text of the site that is not the pack's. */
const TEXTS = {
  ...frameWords,
  ...reportWords,
  ...figureWords,
  ...areaWords,
  ...registerWords,
  ...recordWords,
  ...ruleWords,
  ...gapWords,
  ...verifyWords,
  ...checkWords,
  ...dataWords,
  ...searchWords,
  ...wordDocumentWords,
  ...embedWords,
  ...largeWords,
} as const satisfies Readonly<Record<string, Words>>;

export type TextKey = keyof typeof TEXTS;

/** A text of the site in one language, its parameters filled in as {@link textIn} has it. */
export function textOf(language: Language, key: TextKey, parameters: TextParameters = {}): string {
  return textIn(TEXTS[key], language, parameters);
}
