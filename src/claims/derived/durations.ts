import { countFirst } from "../binary-search.ts";
import type { Finding } from "../checks/finding.ts";
import { textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";

/** 自4月1日至6月30日,历时91天; 3月6日至24日…为期19天; 2004年10月至2007年4月,历时30个月: a length of time against its dates. */
export function checkDurations(relations: Relations): Finding[] {
  const { claims, sentences, text } = relations;
  return claims.flatMap((length) => {
    const { kind, unit, approximation } = length.quantity;
    if (kind !== "duration" || approximation !== null || !LASTS.test(length.before)) return [];
    const from = sentences[length.sentence]?.start ?? 0;
    const span = spanIn(text.slice(from, length.quantity.start), from) ?? spanOfParagraph(relations, length);
    if (span === null) return [];
    const exact = /^(?:天|日)$/.test(unit) ? span.days : unit === "个月" ? span.months : null;
    if (exact === null || exact <= 0) return [];
    const stated = Number(length.quantity.value.toString());
    // both ends counted, or one; and round numbers are told of what is near them
    const holds = Math.abs(stated - exact) <= Math.max(1, exact / 20);
    const [told, c] = [`${exact}${unit}`, textOf(relations, length)];
    return [
      {
        rule: "increase",
        verdict: holds ? "consistent" : "inconsistent",
        spans: [span.place, [length.quantity.start, length.quantity.end]],
        arithmetic: `${text.slice(...span.place)}: ${told} ${holds ? "≈" : "≠"} ${c}`,
        message: holds
          ? { zh: "时长与起止日期相符", en: "the length of time agrees with its dates" }
          : {
              zh: `按起止日期计算应为${told}，文中为${c}`,
              en: `the dates give ${told}, the text says ${c}`,
            },
      },
    ];
  });
}

const LASTS = /(?:历时|为期|耗时|历经|持续|共计?|时长|首尾|奋战|用)了?$/;

interface Span {
  readonly place: readonly [number, number];
  readonly days: number | null;
  readonly months: number | null;
}

const DAY = "(?:((?:19|20)\\d{2})年)?(\\d{1,2})月(\\d{1,2})日";
const MONTH = "((?:19|20)\\d{2})年(\\d{1,2})月";
const TO = "[^,;。\\d]{0,12}(?:,[^,;。\\d]{0,8})?(?:至|到|—|-|~)(?:次年|同年)?";
const DAYS = new RegExp(`${DAY}${TO}(?:(?:((?:19|20)\\d{2})年)?(\\d{1,2})月)?(\\d{1,2})日`);
const MONTHS = new RegExp(`${MONTH}(?:至|到|—|-|~)${MONTH}(?!\\d{1,2}日)`);

/** 5月至10月: within one year. */
const WITHIN = /(?<!\d)(\d{1,2})月(?:至|到|—|-|~)(\d{1,2})月(?!\d{1,2}日)/;

/** The first span of dates of a sentence; without a year, within one. */
function spanIn(words: string, offset: number): Span | null {
  const days = DAYS.exec(words);
  if (days !== null) {
    const [, year, month, day, toYear, toMonth = month, toDay] = days;
    const length = daysFrom([year, month, day], [toYear, toMonth, toDay]);
    return { place: [offset + days.index, offset + days.index + days[0].length], days: length, months: null };
  }
  const months = MONTHS.exec(words);
  const within = months === null ? WITHIN.exec(words) : null;
  if (within !== null) {
    const place = [offset + within.index, offset + within.index + within[0].length] as const;
    return { place, days: null, months: Number(within[2]) - Number(within[1]) + 1 };
  }
  if (months === null) return null;
  const [, y1, m1, y2, m2] = months.map(Number);
  const length = ((y2 ?? 0) - (y1 ?? 0)) * 12 + (m2 ?? 0) - (m1 ?? 0);
  const place = [offset + months.index, offset + months.index + months[0].length] as const;
  return { place, days: null, months: length };
}

/**
 * 3月11日检出首例。…至4月6日末例检出,历时27天; 奋战27天,至4月6日清零: the first and the last day of a paragraph that tells of
 * two, the last of which may stand right behind the length.
 */
function spanOfParagraph({ text, sentences }: Relations, length: Claim): Span | null {
  if (!/(?:历时|历经|奋战|用)了?$/.test(length.before)) return null;
  const first = sentences[countFirst(sentences, ({ paragraph }) => paragraph < length.paragraph)]?.start ?? 0;
  const { end } = length.quantity;
  const until = /^,(?:至|到)\d{1,2}月\d{1,2}日/.exec(text.slice(end, end + 10))?.[0] ?? "";
  const words = text.slice(first, end + until.length);
  // 8月2日至19日,…。…用18天清零
  const told = spanIn(words, first);
  if (told?.days) return told;
  const days = [...words.matchAll(EACH_DAY)];
  const [one, other] = days;
  if (one === undefined || other === undefined || days.length > 2) return null;
  const span = daysFrom(one.slice(1), other.slice(1));
  if (span <= 0) return null;
  const place = [first + one.index, first + other.index + other[0].length] as const;
  return { place, days: span, months: null };
}

const EACH_DAY = new RegExp(DAY, "g");

type Day = readonly (string | undefined)[];

/** How many days there are from a year, month and day to another, both counted; each may have its year from the other. */
function daysFrom([y1, m1, d1]: Day, [y2, m2, d2]: Day): number {
  // a span over 28 February may or may not have a leap day, where no year is told
  const year = Number(y1 ?? y2 ?? 2001);
  return dayOf(Number(y2 ?? year), Number(m2), Number(d2)) - dayOf(year, Number(m1), Number(d1)) + 1;
}

/** Days since the calendar's beginning. */
function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}
