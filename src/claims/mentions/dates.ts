import { type Context, endOfMatch, type Span } from "./context.ts";
import { proseUnitAt } from "./unit-lookup.ts";

/**
 * The date, time of day, time span or period that begins at the numeral in question: 2020年初, 二〇二一年,
 * 10月1日至7日, 1—9月, 9时30分, 五年, 近3年, 三季度, 20世纪90年代.
 */
export function dateAt(context: Context): Span | null {
  const { text, numeral, floor } = context;
  const start = numeral.start;
  let end = -1;
  if (LASTS.test(text.slice(Math.max(floor, start - 6), start))) return null;
  for (const pattern of PATTERNS) {
    end = endOfMatch(pattern, text, start);
    if (end >= 0) break;
  }
  if (end < 0) end = bareYear(context);
  if (end < 0) end = years(context);
  if (end < 0) end = recentDays(context);
  if (end < 0) return null;
  end = withRest(text, end);
  return { start: Math.max(floor, start), end };
}

const YEAR = "(?:(?:1[5-9]|2[01])\\d{2}|[一二][〇零一二三四五六七八九]{3})";
const MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const DAY = "(?:[12]\\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])";
const TO = " ?(?:-|–|—{1,2}|~|至|到) ?";
const YEAR_PART =
  "(?:(?:年度|年)?(?:上半年|下半年|第?[一二三四1-4]季度|前[一二三1-3]个?季度|前[一二三四五六七八九十\\d]{1,2}个月)|年(?:度|初|底|末|终|春|夏|秋|冬|中)?)";
const CLOCK =
  "(?:[01]?\\d|2[0-4])(?:[:时](?:[0-5]\\d)(?::[0-5]\\d|分)?|时(?:整|许)?|点(?:整|半|钟|许|\\d{1,2}分)|点(?=[至到前后,。、]))";
const MONTH_DAY = `${MONTH} ?月(?:份|底|初|末|中旬|上旬|下旬)?(?: ?${DAY} ?[日号])?`;

const PATTERNS = [
  // 2020年10月1日, 2021年上半年, 2018年—2020年, 2018—2021年
  `${YEAR} ?${YEAR_PART}(?: ?${MONTH_DAY})?`,
  `${YEAR}${TO}${YEAR}(?= ?年|[^\\d.%万亿])`,
  `${YEAR}[-/.](?:1[0-2]|0?[1-9])(?:[-/.](?:[12]\\d|3[01]|0?[1-9]))?(?![\\d.]|[-/]\\d)`,
  // 10月1日, 1—9月, 10月
  `${MONTH}(?:月(?:份)?)?${TO}${MONTH} ?月(?:份)?(?! ?${DAY}\\d*[条个名人件])`,
  MONTH_DAY,
  // 24日, 24—26日; 15日内 is a time limit
  `${DAY}(?:日)?${TO}${DAY} ?日(?!内|以内|之内|均|间)`,
  `(?:[12]\\d|3[01]|[1-9])日(?!内|以内|之内|均|间|龄|处理|产)`,
  // 9:30, 14时05分, 0—24时, 8点30分
  `(?:[01]?\\d|2[0-4])(?:时)?${TO}(?:[01]?\\d|2[0-4])时`,
  CLOCK,
  // 三季度, 上个世纪90年代
  "[一二三四1-4](?:、[一二三四1-4])?季度(?!以?[来内])",
  "\\d{2}世纪(?: ?\\d{2}年代)?",
  "[二十]+一?世纪",
  "(?:[1-9]0|[一二三四五六七八九]十)年代",
  "[一二三四五六七八九十\\d]{1,3}周年",
].map((source) => new RegExp(source, "y"));

/** 行政拘留15日, 历时20日: words behind which days are counted. */
const LASTS =
  /(?:拘留|羁押|禁闭|停业整顿|停课|停运|停产|历时|为期|耗时|持续|延长|缩短|提前|推迟|超期|逾期|公示|满|至少|不少于)$/;

/** What can follow a date and belongs to it: 至2020年, 至7日, 9时30分. */
const REST = new RegExp(
  `(?:${TO})(?:${YEAR} ?${YEAR_PART}?(?: ?${MONTH_DAY})?(?![\\d.%万亿])|${MONTH_DAY}|${DAY}[日号](?!内)|${CLOCK})|[ T]?(?:上午|下午|凌晨|晚上?|中午)?${CLOCK}`,
  "y",
);

function withRest(text: string, end: number): number {
  for (let last = end; ; ) {
    const next = endOfMatch(REST, text, last);
    if (next <= last) return last;
    last = next;
  }
}

/** 2021 alone: a year where a period's words follow, or at the head of a table's column. */
function bareYear({ text, numeral }: Context): number {
  const { start, end } = numeral;
  if (!FOUR_DIGITS.test(text.slice(start, end))) return -1;
  const school = endOfMatch(SCHOOL_YEAR, text, start);
  if (school >= 0) return school;
  const isAlone = /[([〔]/.test(text.charAt(start - 1)) && /[)\]〕]/.test(text.charAt(end));
  return isAlone || endOfMatch(YEAR_WORDS, text, end) >= 0 || headsColumn(text, start, end) ? end : -1;
}

/** 2023/2024学年. */
const SCHOOL_YEAR = /(?:19|20)\d{2}\/(?:20)?\d{2}(?=学年|财年)/y;

/** A cell of a table, apart by tabs or |, in a row in which no other number is anything but a year. */
function headsColumn(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - WIDEST_ROW), start);
  const after = text.slice(end, end + WIDEST_ROW);
  if (!/[\t|] *$|\n *$|^ *$/.test(before) || !/^ *(?:[\t|\n]|$)/.test(after)) return false;
  const row = before.slice(before.lastIndexOf("\n") + 1) + after.split("\n", 1)[0];
  return /[\t|]/.test(row) && (row.match(/\d+/g) ?? []).every((number) => FOUR_DIGITS.test(number));
}

const WIDEST_ROW = 200;

const FOUR_DIGITS = /^(?:19|20)\d{2}$/;
const YEAR_WORDS = /(?:财年|学年|赛季|新春|春运|届)/y;

/** 五年, 五载, 近3年, 3年来: Chinese years are a period; Arabic ones where the words around say so. */
function years({ text, numeral }: Context): number {
  const end = endOfMatch(YEARS, text, numeral.end);
  if (end < 0) return halfYear(text, numeral.start);
  const number = text.slice(numeral.start, numeral.end);
  if (/^[〇零一二三四五六七八九十百两]+$/.test(number)) return end;
  if (!/^\d{1,3}$/.test(number)) return -1;
  const before = text.slice(Math.max(0, numeral.start - 3), numeral.start);
  return SPAN_BEFORE.test(before) || endOfMatch(SPAN_AFTER, text, end) >= 0 ? end : -1;
}

const YEARS = /[余多]? ?(?:年|载)(?!级|龄|检|均|轻|代)(?:多|半)?/y;
const SPAN_BEFORE = /(?:近|过去|最近|今后|未来|(?<!提)前|(?<!延)后|这|为期|头)$/;
const SPAN_AFTER = /(?:多|半)?(?:来|间|里|以来|时间里|之内|内)|行动|规划|计划|任期|任务|攻坚|目标/y;

function halfYear(text: string, start: number): number {
  const before = text.charAt(start - 1);
  return text.startsWith("半年", start) && (before === "上" || before === "下") ? start + 2 : -1;
}

/** 近三日,公安机关…: 近 heads its clause and says when; behind a verb it is an approximation (历时近三日). */
function recentDays({ text, numeral, floor }: Context): number {
  const { start, end } = numeral;
  const head = start - 2 < floor || /[,，。;:、\n(]/.test(text.charAt(start - 2));
  if (!head || !/[近前]/.test(text.charAt(start - 1)) || start - 1 < floor) return -1;
  return endOfMatch(RECENT, text, end);
}

const RECENT = /(?:日|天|周|个月|个星期|个季度)(?=来|内|里|,|，|以来|间)/y;

/** Whether a unit that is no calendar unit follows: 2018.5万元 is money, not May 2018. */
export function unitFollows({ text, numeral }: Context): boolean {
  const apart = /[\t\n|]/.test(text.charAt(numeral.end));
  const unit = proseUnitAt(text, numeral.end) ?? (apart ? null : proseUnitAt(text, numeral.end + 1));
  return unit !== null && unit.dimension !== "calendar" && unit.dimension !== "time";
}
