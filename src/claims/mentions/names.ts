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
  const grade = endOfMatch(GRADE, text, end);
  if (grade >= 0 && !QUANTIFIED.test(text.slice(start, end))) return { start, end: grade };
  return null;
}

const ORDINAL_UNIT =
  /(?:届|次|个|批|期|条|款|项|章|节|名|位|号|季度|产业|代|轮|周|天|年|页|版|场|站|组|类|课|阶段|方|者|人|部分|大|小)?/y;
const RANK_LIST = /[名位强列](?![一-龥]*?[0-9])/y;
const GRADE =
  /(?:届|等奖|等功|等|年级|级|甲|号|期(?=工程|项目|建设|改造|地|厂)|线(?=城市)|类(?=传染|疫苗|医疗|水|区|地区|学校|费)|中全会|大(?=报告|精神|以来|召开|代表|期间|胜利|开|、|和))/y;
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
  const head = atLineStart(text, start, floor);
  if (head && (closing === "、" || closing === "." || closing === ")" || closing === ","))
    return { start, end: end + 1 };
  if (/^[一二三四五六七八九十]+$/.test(number) && FIRSTLY.test(closing) && (head || CLAUSE.test(opening)))
    return { start, end: end + 1 };
  return null;
}

const SMALL = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/;
const FIRSTLY = /[是要]/;
const CLAUSE = /[,，。;:、!?"”()\s]/;

function atLineStart(text: string, start: number, floor: number): boolean {
  let at = start - 1;
  while (at >= floor && (text.charAt(at) === " " || text.charAt(at) === "\t" || text.charAt(at) === "#"))
    at -= 1;
  return at < 0 || text.charAt(at) === "\n";
}

/** A code, a document number, a telephone number, a version, a road or a house: 〔2021〕29号, 12345热线, 5G, 3.2.1. */
export function codeAt(context: Context): Span | null {
  const { text, numeral, floor } = context;
  const { start, end } = numeral;
  for (const pattern of CODES) {
    const after = endOfMatch(pattern, text, start);
    if (after >= 0) return { start, end: after };
  }
  if (numeral.form !== "arabic") return null;
  const before = text.charAt(start - 1);
  if (start > floor && (LATIN.test(before) || (before === "-" && LATIN.test(text.charAt(start - 2)))))
    return { start, end };
  if (before === "." && /\d/.test(text.charAt(start - 2))) return { start, end };
  if (/[#№@_=\\]/.test(before)) return { start, end };
  const number = text.slice(start, end);
  if (/^0\d/.test(number) || (/^\d{8,}$/.test(number) && endOfMatch(COUNTED, text, end) < 0))
    return { start, end };
  if (endOfMatch(CODE_WORDS_AFTER, text, end) >= 0) return { start, end };
  if (CODE_WORDS_BEFORE.test(text.slice(Math.max(0, start - 6), start))) return { start, end };
  return null;
}

const CODES = [
  // (2021)29号, 2021〕29号
  /(?:19|20)\d{2}[〕\])}] ?(?:第 ?)?\d+(?:-\d+)* ?号/y,
  // telephone numbers, identity numbers, addresses of the network
  /0\d{2,3}[- ]\d{7,8}(?!\d)/y,
  /1[3-9]\d{9}(?!\d)/y,
  /\d{3}-\d{3,4}-\d{3,4}(?!\d)/y,
  /\d+(?:\.\d+){2,}/y,
  // 2018-0023, 11220802013594178H
  /\d{4,}-\d{3,}(?![\d.]*[%万亿])/y,
  /\d+(?=[A-Za-z]\d)/y,
  /\d+(?:[A-Z](?![A-Za-z])|[a-z](?![A-Za-z]))(?<![mgtLlVW])[+级]?/y,
  // 7×24, 3+2, 1+N
  /\d+(?:[×x*]\d+)+(?:小时)?/y,
  /\d+(?:\+(?:\d+|[A-ZNX]))+/y,
  /\d{1,3}:\d{1,3}(?![\d:])(?!分)/y,
];
const LATIN = /[A-Za-z]/;
const COUNTED = /[ ]?(?:[人名户元条件个亩吨株棵只头平立公千亿万剂次]|%)/y;
const CODE_WORDS_AFTER =
  /(?:号|路公交|国道|省道|县道|乡道|高速|热线|平台|专线|便民|政务服务|报警|急救|火警|服务电话|舆情|工程(?!师)|型|版|系|元店|室(?!内)|栋\d|幢\d|单元|弄|巷|次列车|航班|网络|中学|医院|小区|高地|事件|大会|·|-[A-Za-z])/y;
const CODE_WORDS_BEFORE =
  /(?:电话|热线|邮编|编号|文号|代码|编码|号码|传真|邮政编码|证号|案号|账号|卡号|网址|QQ|微信|No\.?|[图表]|附件|附表|专栏|序号|国道|省道|县道)[:: ]?$/;
