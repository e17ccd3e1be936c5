import { ORDERED_STEPS, SOON_AFTER } from "../dictionary/ordered-steps.ts";
import type { Finding } from "./finding.ts";
import { firstDay, lastDay, type WrittenDate } from "./written-dates.ts";

/**
 * Dates in the wrong order: a time that ends before it begins (自2021年8月起至2020年底), and what one thing does only after
 * another, told before it (2021年9月开工,2020年12月竣工). The second date's clause must have no subject of its own, and both
 * years must be told, or the same one meant.
 */
export function orderOfDates(text: string, dates: readonly WrittenDate[]): Finding[] {
  return [
    ...dates.flatMap((date, at) => {
      const next = dates[at + 1];
      if (next === undefined || next.start - date.end > LONGEST_GAP) return [];
      const between = text.slice(date.end, next.start);
      const finding = span(text, date, next, between) ?? steps(text, date, next, between);
      return finding === null ? [] : [finding];
    }),
    ...daysOfOneMonth(text, dates),
    ...years(text),
  ];
}

const LONGEST_GAP = 30;

/** 2021年8月起至2020年底; 2023年5月至3月. */
function span(text: string, from: WrittenDate, to: WrittenDate, between: string): Finding | null {
  if (!UNTIL.test(between) || LISTED.test(text.slice(to.end, to.end + 12))) return null;
  const told = to.year !== null || to.yearsAfterLast !== null;
  const early = () => isBeforeInYear(to, from, false) || endsLongBefore(from, to);
  if (!(told ? isBefore(to, from) : ONLY_UNTIL.test(between) && early())) return null;
  return wrong(text, [from.start, from.end], [to.start, to.end], {
    zh: `起止时间颠倒：止于${text.slice(to.start, to.end)}，早于起始的${text.slice(from.start, from.end)}，请核对`,
    en: `the end ${text.slice(to.start, to.end)} is before the beginning ${text.slice(from.start, from.end)}: correct one`,
  });
}

const UNTIL =
  /^(?:[初底末]|[上中下]旬)?(?:[起始]|开始|以来)?[,，]? ?(?:-|–|—|~|至|直至|持续至|到|截至|截止到?) ?$/;
/** 2023年5月启动,截至3月底 may be of two years. */
const ONLY_UNTIL = /^(?:[初底末]|[上中下]旬)? ?(?:-|–|—|~|至|到) ?$/;
/** 2023年至2021年分别为: told from the last to the first. */
const LISTED = /^[^。]{0,8}(?:分别|依次|各)/;

/**
 * 2023年5月至3月 without another year: of one year. What may mean the next (11月至3月, a school year, twelve months from
 * July) is let be.
 */
function endsLongBefore(from: WrittenDate, to: WrittenDate): boolean {
  if (
    from.year === null ||
    from.isRelative ||
    from.month === null ||
    to.month === null ||
    to.month >= from.month
  )
    return false;
  const months = to.month + 12 - from.month + 1;
  const school = from.month === 8 && to.month >= 6;
  return from.month <= 8 && !school && months >= 9 && months <= 11;
}

/** 3月15日至10日: days of one month. Those that may reach into the next (3月28日至4日) are let be. */
function daysOfOneMonth(text: string, dates: readonly WrittenDate[]): Finding[] {
  return dates.flatMap((date) => {
    if (date.day === null || date.month === null) return [];
    TO_DAY.lastIndex = date.end;
    const match = TO_DAY.exec(text);
    const last = Number(match?.[1] ?? 31);
    if (match === null || last >= date.day || (date.day >= 25 && last <= 7)) return [];
    const end = date.end + match[0].length;
    const at = end - (/\d{1,2} ?[日号]$/.exec(match[0])?.[0].length ?? 0);
    return wrong(text, [date.start, date.end], [at, end], {
      zh: `起止时间颠倒：止于${text.slice(at, end)}，早于起始的${text.slice(date.start, date.end)}，请核对`,
      en: `the end ${text.slice(at, end)} is before the beginning ${text.slice(date.start, date.end)}: correct one`,
    });
  });
}

const TO_DAY = / ?(?:-|–|—|~|至|到) ?(\d{1,2}) ?日(?![均内])/y;

/** 2021—2018年, 2021年至2018年. */
function years(text: string): Finding[] {
  return [...text.matchAll(YEARS)].flatMap((match) => {
    const [all, first = "", last = ""] = match;
    const end = match.index + all.length;
    if (Number(last) >= Number(first) || LISTED.test(text.slice(end, end + 12))) return [];
    return wrong(text, [match.index, match.index + 4], [end - 5, end], {
      zh: `起止年份颠倒：止于${last}年，早于起始的${first}年，请核对`,
      en: `the last year ${last} is before the first ${first}: correct one`,
    });
  });
}

const YEARS =
  /(?<![\dA-Za-z./-])(?<![A-Za-z] )((?:19|20)\d{2}) ?(?:-|–|—|~|至|到) ?((?:19|20)\d{2})年(?!\d|版|第)/g;

/** 2021年9月开工,2020年12月竣工; 开工时间2021年9月,竣工时间2020年12月. */
function steps(text: string, first: WrittenDate, second: WrittenDate, between: string): Finding | null {
  // 倒签开工令: that the order was wrong is what the text reports
  const around = text.slice(Math.max(0, first.start - REPORTED), second.end + REPORTED);
  const finding = dateThenStep(text, first, second, between) ?? stepThenDate(text, first, second, between);
  return finding === null || WRONGDOING.test(around) ? null : finding;
}

const REPORTED = 40;
const WRONGDOING = /倒签|补签|补办|补录|虚假|造假|弄虚|伪造|先[^,，。;]{1,8}后|未批先|涂改|不符|违规/;

function dateThenStep(
  text: string,
  first: WrittenDate,
  second: WrittenDate,
  between: string,
): Finding | null {
  const [, lead = "", earlier] = BETWEEN.exec(between) ?? [];
  if (earlier === undefined || AGAIN.test(text.slice(Math.max(0, first.start - 4), first.start) + lead))
    return null;
  const behind = text.slice(second.end, second.end + 16);
  const [told = "", later] = BEHIND.exec(behind) ?? [];
  if (later === undefined) return null;
  return outOfOrder(text, [first, earlier], [second, later], {
    one: [first.start, first.end + lead.length + earlier.length],
    other: [second.start, second.end + told.length],
  });
}

function stepThenDate(
  text: string,
  first: WrittenDate,
  second: WrittenDate,
  between: string,
): Finding | null {
  const before = text.slice(Math.max(0, first.start - 12), first.start);
  const [told = "", earlier] = BEFORE.exec(before) ?? [];
  const [, lead = "", later] = earlier === undefined ? [] : (NEXT.exec(between) ?? []);
  if (earlier === undefined || later === undefined) return null;
  return outOfOrder(text, [first, earlier], [second, later], {
    one: [first.start - told.length, first.end],
    other: [first.end + lead.length, second.end],
  });
}

const LATER_BY_EARLIER: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const map = new Map<string, Set<string>>();
  for (const [earlier, later] of ORDERED_STEPS)
    for (const one of earlier.split("|")) {
      const known = map.get(one) ?? new Set();
      for (const other of later.split("|")) known.add(other);
      map.set(one, known);
    }
  return map;
})();

const longestFirst = (words: Iterable<string>) =>
  [...words].toSorted((a, b) => b.length - a.length).join("|");
const EARLIER = longestFirst(LATER_BY_EARLIER.keys());
const LATER = longestFirst(new Set([...LATER_BY_EARLIER.values()].flatMap((it) => [...it])));

const ADVERB = "(?:正式|全面|全部|顺利|如期|提前|已经?|就|便|才|即|基本|全线|主体|建成|被|依法|公开|最终)?";
/** 开工建设,2020年: one step, and the clause ends; the next has no subject before its date. */
const BETWEEN = new RegExp(
  `^([一-龥]{0,12}?)(${EARLIER})(?:建设|施工|侦查|侦办|调查|审查|审理)?(?:[,，;、]|[至到])(?:并|又|后|随后|最终)?[于在到至]?$`,
);
const BEHIND = new RegExp(`^${ADVERB}(${LATER})(?:通车|投用|使用|运营|出院|验收)?(?=$|[,，。;、)!\\n]|并)`);
const AGAIN = /再|重新|复|又|未|没|拟|计划|预计|原定|[一二三四五两几]期|另/;
const BEFORE = new RegExp(`(${EARLIER})(?:时间|日期)?(?:[于为是:]|自)?$`);
const NEXT = new RegExp(`^([,，;、] ?)(${LATER})(?:时间|日期)?[于为是:]?$`);

function outOfOrder(
  text: string,
  [first, earlier]: readonly [WrittenDate, string],
  [second, later]: readonly [WrittenDate, string],
  { one, other }: { readonly one: readonly [number, number]; readonly other: readonly [number, number] },
): Finding | null {
  if (!LATER_BY_EARLIER.get(earlier)?.has(later)) return null;
  if (!isBefore(second, first) && !isBeforeInYear(second, first, SOON_AFTER.test(earlier))) return null;
  const [from, to] = [text.slice(first.start, first.end), text.slice(second.start, second.end)];
  return wrong(
    text,
    one,
    other,
    {
      zh: `${later}（${to}）早于${earlier}（${from}），请核对两个日期`,
      en: `${later} (${to}) is before ${earlier} (${from}): correct one of the dates`,
    },
    [from, to],
  );
}

/** Whether a date is surely before another, by the years that are told with them. */
function isBefore(one: WrittenDate, other: WrittenDate): boolean {
  if (other.year === null) return false;
  if (one.yearsAfterLast !== null)
    return lastDay(other.year + one.yearsAfterLast, one) < firstDay(other.year, other);
  if (one.year === null || one.isRelative !== other.isRelative) return false;
  return lastDay(one.year, one) < firstDay(other.year, other);
}

/** Two dates of which the second tells no year: of one month, or of steps that follow within weeks. */
function isBeforeInYear(one: WrittenDate, other: WrittenDate, soon: boolean): boolean {
  if (one.year !== null || one.yearsAfterLast !== null || one.month === null || other.month === null)
    return false;
  if (one.month === other.month) return one.day !== null && other.day !== null && one.day < other.day;
  return soon && one.month < other.month && other.month - one.month <= MOST_MONTHS;
}

/** 12月确诊,1月出院 is of two years; 5月确诊,3月出院 is not. */
const MOST_MONTHS = 4;

function wrong(
  text: string,
  one: readonly [number, number],
  other: readonly [number, number],
  message: Finding["message"],
  [from, to]: readonly [string, string] = [text.slice(...one), text.slice(...other)],
): Finding {
  return {
    rule: "order",
    verdict: "inconsistent",
    spans: [one, other],
    arithmetic: `${to} < ${from}`,
    message,
  };
}
