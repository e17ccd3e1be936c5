import { Decimal } from "../quantity/index.ts";

/** A word that states a figure without a number. */
export interface WordFigure {
  readonly value: Decimal;
  /** 全覆盖 is a hundred per cent and of nothing else; 零 is none of anything */
  readonly of: "ratio" | "anything";
}

/**
 * The figure that a word stands for: 全覆盖, 应保尽保 and full coverage are 100 %, 双零, 清零 and zero are 0.
 * Null for every other text. The meanings are those that the reports' own instructions give the words.
 */
export function wordFigure(text: string): WordFigure | null {
  const word = text.trim();
  if (WHOLE.test(word)) return { value: Decimal.HUNDRED, of: "ratio" };
  return NONE.test(word) ? { value: Decimal.ZERO, of: "anything" } : null;
}

/** The words in running prose that always state a figure: 全覆盖, but not 全部; full coverage, but not all. */
export function wordFiguresIn(text: string): readonly { start: number; end: number; figure: WordFigure }[] {
  return [...text.matchAll(ALWAYS)].flatMap(({ index: start, 0: word }) => {
    const figure = wordFigure(word);
    return figure === null ? [] : [{ start, end: start + word.length, figure }];
  });
}

const ALWAYS =
  /全覆盖|应(\p{Script=Han})尽\1|双零|清零|归零|\bfull(?:y)? cover(?:age|ed)\b|\bdouble zero\b/giu;
const WHOLE =
  /全覆盖|应(\p{Script=Han})尽\1|^(?:全部|全员)|\bfull(?:y)? cover(?:age|ed)\b|^(?:all|every)\b/iu;
const NONE =
  /双零|清零|归零|^零(?:事故|伤亡|死亡|感染|新增|确诊|疑似|病例|发案|上访|投诉|差错|拖欠|返贫|增长)$|^无一|^(?:double zero|zero|none|no|nil)\b/iu;
