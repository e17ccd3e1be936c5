import { type Context, endOfMatch, type Span } from "./context.ts";
import { proseUnitAt } from "./unit-lookup.ts";

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
  const isNamed =
    INDICATOR.test(text.slice(Math.max(0, start - 5), start)) && proseUnitAt(text, end) !== null;
  if (
    start > floor &&
    !isNamed &&
    (LATIN.test(before) || (before === "-" && LATIN.test(text.charAt(start - 2))))
  )
    return { start, end };
  // BA.5.2
  if (before === "." && /[\dA-Za-z]/.test(text.charAt(start - 2))) return { start, end };
  if (/[#№@_=*\\]/.test(before)) return { start, end };
  const number = text.slice(start, end);
  if (/[-—–/]/.test(before) && /\d/.test(text.charAt(start - 2)) && proseUnitAt(text, end) === null)
    return { start, end };
  if (STANDARD.test(text.slice(Math.max(0, start - 14), start))) return { start, end };
  if (/^0\d/.test(number) || (/^\d{8,}$/.test(number) && endOfMatch(COUNTED, text, end) < 0))
    return { start, end };
  if (endOfMatch(CODE_WORDS_AFTER, text, end) >= 0) return { start, end };
  if (HOTLINES.has(number) && proseUnitAt(text, end) === null && !/[余多]/.test(text.charAt(end)))
    return { start, end };
  if (/^100?$/.test(number) && INDEX_BASE.test(text.slice(Math.max(0, start - 12), start)))
    return { start, end };
  // 流拍地块10余宗 is a count
  if (/[余多]/.test(text.charAt(end))) return null;
  if (CODE_WORDS_BEFORE.test(text.slice(Math.max(0, start - 10), start)) && proseUnitAt(text, end) === null)
    return { start, end };
  return null;
}

const CODES = [
  // (2021)29号, 2021〕29号
  /(?:19|20)\d{2}[〕\])}] ?(?:第 ?)?\d+(?:-\d+)* ?号/y,
  // telephone numbers, identity numbers, addresses of the network
  /0\d{2,3}[- ]\d{7,8}(?!\d)/y,
  /1[3-9]\d{9}(?![\d元]|\.\d)/y,
  /\d{3}-\d{3,4}-\d{3,4}(?!\d)/y,
  /\d+(?:\.\d+){2,}/y,
  // 2018-0023, 11990000013594178H
  /\d{4,}-\d{3,}(?![\d.]*[%万亿])/y,
  /\d+(?=[A-Za-z]\d)/y,
  /\d+(?:[A-Z](?![A-Za-z])|[a-z](?![A-Za-z]))(?<![mgtLlVW])[+级]?/y,
  // 20xx年: a year left open
  /(?:19|20)[xX×*]{2}(?=年)/y,
  // 7×24, 3+2, 1+N
  /\d+(?:[×x*]\d+)+(?:小时)?/y,
  /\d+(?:\+(?:\d+|[A-ZNX]))+/y,
  // samples mixed for one test: 10混1, 20合1
  /\d+[混合]1/y,
  /\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+(?!分)/y,
  // 24小时值守 says always, not how long
  /24小时(?=值守|值班|不间断|在线|全天候|待命|监测|服务|营业|开放|咨询|电话|客服|接听|举报|就医|急诊|不打烊|轮|备勤|运转|响应|动态|巡|专人|热线|自助|受理|为)/y,
];
/** GB/T 33358, DB22/T 389. */
const STANDARD = /(?:^|[^A-Za-z])(?:GB|DB|HJ|CJ|JG|JT|YY|WS|NY|QB|ISO|IEC|IEEE)[A-Z]?\d*(?:\/[A-Z])? ?$/;
const LATIN = /[A-Za-z]/;
/** 人均GDP94051元: a figure's name in Latin letters, and no code. */
const INDICATOR = /(?:^|[^A-Za-z])(?:GDP|GNP|CPI|PPI|R&D)$/;
const COUNTED = /[ ]?(?:[人名户元条件个亩吨株棵只头平立公千亿万剂次]|%)/y;
const CODE_WORDS_AFTER =
  /(?:号|强(?![度化调壮势劲])|路公交|国道|省道|县道|乡道|高速|热线|平台|专线|便民|政务服务|报警|急救|火警|服务电话|舆情|工程(?!师)|型|版|系|元店|室(?!内)|楼(?!房|宇|盘|栋)|栋\d|幢\d|单元|弄|巷|次列车|航班|网络|中学|医院|小区|高地|事件|大会|·|-[A-Za-z])/y;
/** Numbers that are dialled. */
const HOTLINES = new Set(
  "110 119 120 122 12345 12315 12320 12328 12333 12337 12338 12340 12348 12351 12355 12366 12369 12371 12380 12388 12389 12393 95598 96110".split(
    " ",
  ),
);
const INDEX_BASE = /[以按][^,。;]{1,10}[为作]$/;
const CODE_WORDS_BEFORE =
  /(?:病例|感染者|案例|患者|标段|地块|电话|热线|邮编|编号|文号|代码|编码|号码|传真|邮政编码|证号|案号|账号|卡号|网址|QQ|微信|No\.?|[图表]|附件|附表|专栏|序号|国道|省道|县道)[:: ]?(?:\d+(?:-|–|—|~|至|到|、|和))?$/;
