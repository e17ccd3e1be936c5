import { type Context, endOfMatch, type Span } from "./context.ts";

/** An ordinal, a grade or a serial number: 第三条, 十九届, 二级, （二）, 一是, 其一, 三等奖. */
export function ordinalAt(context: Context): Span | null {
  const { text, numeral, floor } = context;
  const { start, end } = numeral;
  const before = text.charAt(start - 1);
  if (before === "第" && start - 1 >= floor) {
    const after = endOfMatch(ORDINAL_UNIT, text, end);
    return { start: start - 1, end: after < 0 ? end : after };
  }
  if (before === "前" && endOfMatch(RANK_LIST, text, end) >= 0)
    return { start: Math.max(floor, start - 1), end: end + 1 };
  const marker = serialMarker(context);
  if (marker !== null) return marker;
  if (endOfMatch(SESSION, text, end) >= 0 && TERM_BEFORE.test(text.slice(Math.max(0, start - 10), start)))
    return { start, end };
  const grades = endOfMatch(GRADES, text, start);
  if (grades >= 0) return { start, end: grades };
  const grade = endOfMatch(GRADE, text, end);
  if (grade >= 0 && !QUANTIFIED.test(text.slice(start, end))) return { start, end: grade };
  return null;
}

const ORDINAL_UNIT =
  /(?:届|次|个|批|期|条|款|项|章|节|名|位|号|季度|产业|代|轮|周|天|年|页|版|场|站|组|类|课|阶段|方|者|人|部分|大|小)?/y;
const RANK_LIST = /[名位强列](?![一-龥]*?[0-9])/y;
const GRADE =
  /(?:届|等(?=奖|功|级|品|座|舱|残)|年级|级|甲|号|期(?=工程|项目|建设|改造|地|厂)|线(?=城市)|类(?=传染|疫苗|医疗|水|区|地区|学校|费)|中全会|大(?=报告|精神|以来|召开|代表|期间|胜利|开|、|和))/y;
/** 一至四级, 1—4级, 1至3号楼: grades and numbers from one to another. */
const GRADES =
  /(?:\d{1,2}|[一二三四五六七八九十]{1,2})级? ?(?:-|–|—|~|至|到|、) ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:级(?!以?[上下])|号(?:楼|院|线|地块|泵|机组|仓|馆|门)|年级)/y;
/** 十八届人大四次会议: a session of a term is numbered, not counted. */
const SESSION = /[次中](?:全体)?(?:会议|全会|代表大会|常委会|党代会)/y;
const TERM_BEFORE = /届[^,。;]*$/;
const QUANTIFIED = /[万亿.]/;

/** 一、 （一） 1. (1) at the head of a line; 一是, 二要. */
function serialMarker({ text, numeral, floor }: Context): Span | null {
  const { start, end } = numeral;
  const number = text.slice(start, end);
  if (number.length > 3) return null;
  const opening = text.charAt(start - 1);
  const closing = text.charAt(end);
  if (
    (opening === "(" || opening === "〔" || opening === "[") &&
    (closing === ")" || closing === "〕" || closing === "]")
  )
    return { start: Math.max(floor, start - 1), end: end + 1 };
  if (!SMALL.test(number)) return null;
  const head =
    atLineStart(text, start, floor) ||
    (INLINE.test(opening) && /^\d+$/.test(number) && closing === "." && HAN.test(text.charAt(end + 1)));
  if (head && (closing === "、" || closing === "." || closing === ")" || closing === ","))
    return { start, end: end + 1 };
  if (/^[一二三四五六七八九十]+$/.test(number) && FIRSTLY.test(closing) && (head || CLAUSE.test(opening)))
    return { start, end: end + 1 };
  return null;
}

/** 注:1.…。2.…: a marker within a paragraph. */
const INLINE = /[:。;]/;
const HAN = /[一-龥“]/;
const SMALL = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/;
const FIRSTLY = /[是要]/;
const CLAUSE = /[,，。;:、!?"”()\s]/;

function atLineStart(text: string, start: number, floor: number): boolean {
  let at = start - 1;
  while (at >= floor && (text.charAt(at) === " " || text.charAt(at) === "\t" || text.charAt(at) === "#"))
    at -= 1;
  return at < 0 || text.charAt(at) === "\n";
}
