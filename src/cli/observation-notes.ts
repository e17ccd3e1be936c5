import { type Declarations, type Observation, standardAt } from "../indicators/index.ts";
import type { Language } from "../issue/index.ts";
import { Decimal, formatNumber, Period } from "../quantity/index.ts";

/**
 * What an observation says beside its value, in words: by which definition it was read, how far it is settled, whether it keeps its standard, what a
 * coverage was measured against, which units a growth compares. Empty where it says nothing.
 */
export function notesOf({ indicators, pack }: Declarations, it: Observation, language: Language): string {
  const says = words[language];
  const number = (value: string) => formatNumber(Decimal.of(value), language);
  const notes: string[] = [];
  if (it.former !== undefined) notes.push(says.former(it.former));
  if (it.basis !== undefined) notes.push(says.present);
  if (it.status !== undefined) notes.push(says[it.status]);
  const indicator = indicators.get(it.indicator);
  const standard = indicator && standardAt(indicator, Period.of(it.period));
  if (it.meets !== undefined && standard !== undefined)
    notes.push(`${says[it.meets ? "meets" : "fails"]} ${sign[standard.relation]} ${number(standard.value)}`);
  if (it.denominator !== undefined) {
    const { list, date } = it.denominator;
    const title = pack.lists.find(({ id }) => id === list)?.title[language] ?? list;
    const { over, under } = it.fraction ?? { over: "0", under: "0" };
    notes.push(says.of(number(over), number(under), title, date));
  }
  const [now, before] = [it.parts?.[0]?.alike, it.parts?.[1]?.alike];
  if (now !== undefined && before !== undefined)
    notes.push(says.alike(now.compared, now.leftOut, before.leftOut));
  return notes.join(language === "zh" ? "；" : "; ");
}

const sign = { "<=": "≤", ">=": "≥" } as const;

const words = {
  zh: {
    present: "按现行口径",
    former: (id: string) => `按当时口径（${id}）`,
    provisional: "初步数",
    final: "最终数",
    revised: "修订数",
    meets: "达标",
    fails: "未达标",
    of: (over: string, under: string, list: string, date: string) => `${over}/${under}，${list}（${date}）`,
    alike: (compared: number, now: number, before: number) =>
      `可比单位 ${compared} 个，不计仅本年有的 ${now} 个、仅上年有的 ${before} 个`,
  },
  en: {
    present: "by the present definition",
    former: (id: string) => `by the former definition (${id})`,
    provisional: "provisional",
    final: "final",
    revised: "revised",
    meets: "meets",
    fails: "does not meet",
    of: (over: string, under: string, list: string, date: string) => `${over} of ${under}, ${list} (${date})`,
    alike: (compared: number, now: number, before: number) =>
      `${compared} units compared; ${now} of this year and ${before} of the year before left out`,
  },
} as const satisfies Record<Language, object>;
