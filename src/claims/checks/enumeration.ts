import type { Relations } from "../relate.ts";
import { writtenCount } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";

/**
 * A number against the things that are listed right before it: 新闻宣传、社会宣传、…“五宣联动” and
 * A镇、B镇、C镇三个镇. A list with 等 may leave some out; it may not have more.
 */
export function checkEnumerations({ text }: Relations): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(SLOGAN)) {
    const [, open = "", numeral = "", key = ""] = match;
    const list = listBefore(text, match.index);
    if (list === null || !list.items.every((item) => item.includes(key))) continue;
    const at = match.index + open.length;
    findings.push(
      enumerationFinding(
        [at, at + numeral.length],
        list.span,
        list.items.length,
        writtenCount(numeral),
        false,
      ),
    );
  }
  for (const match of text.matchAll(COUNTED)) {
    const [, others = "", numeral = ""] = match;
    const list = listBefore(text, match.index);
    if (list === null || list.items.some((item) => item.length < 2)) continue;
    const at = match.index + others.length;
    findings.push(
      enumerationFinding(
        [at, at + numeral.length],
        list.span,
        list.items.length,
        writtenCount(numeral),
        true,
      ),
    );
  }
  for (const match of text.matchAll(NAMED)) {
    const [, numeral = ""] = match;
    const list = listBefore(text, match.index);
    // 在城区、镇区、景区新建4个: what was done is no item
    if (list === null || list.items.length < 3 || !list.items.slice(1).every((item) => isName(item)))
      continue;
    const stated = writtenCount(numeral);
    if (Math.abs(stated - list.items.length) > 1) continue;
    const place = [match.index, match.index + numeral.length] as const;
    findings.push(enumerationFinding(place, list.span, list.items.length, stated, false));
  }
  for (const match of text.matchAll(PLACES)) {
    const [, numeral = ""] = match;
    const list = listBefore(text, match.index);
    if (list === null || list.items.length < 3 || !list.items.every((item) => !TYPES.test(item))) continue;
    const names = list.items.slice(1);
    const stated = writtenCount(numeral);
    const isAlike = names.every((item) => isName(item) && item.length <= 3);
    if (!isAlike || Math.abs(stated - list.items.length) > 2) continue;
    const place = [match.index, match.index + numeral.length] as const;
    findings.push(enumerationFinding(place, list.span, list.items.length, stated, false));
  }
  for (const match of text.matchAll(HEADED)) {
    const [whole, numeral = "", list = ""] = match;
    const items = list.split(/[、和与及]/);
    const stated = writtenCount(numeral);
    if (
      items.length < 2 ||
      list.endsWith("等") ||
      Math.abs(stated - items.length) > 2 ||
      !items.every((it) => it.length >= 2)
    )
      continue;
    const from = match.index + whole.length - list.length;
    const place = [match.index, match.index + numeral.length] as const;
    findings.push(enumerationFinding(place, [from, from + list.length], items.length, stated, false));
  }
  return findings;
}

const NAME = "[一-龥]{2,12}";
/** 三条走廊,即滨江创新走廊、澜东制造走廊、湖畔生活走廊: so many as are listed right behind. */
const HEADED = new RegExp(
  `(?<![\\d第.—-])([两三四五六七八九十]|[2-9])[条张项类种件大](?![^:,]*[天月年])[一-龥]{1,6}(?::|,即|,分别[是为]|,包括|即)(${NAME}(?:、${NAME}){1,9}(?:[和与及]${NAME})?)(?=[。;,])(?!,[一-龥]{1,12}[、和])`,
  "g",
);

/** 松涛、望江、鹤鸣、石矶4座口袋公园: so many places as have their names listed right before. */
const PLACES = /(?<![\d.等至到])(\d{1,2}|[两三四五六七八九十])[座处条](?![、和及])/g;
/** What kinds of things are called: there may be several of each. */
const TYPES =
  /公园|广场|绿道|[小中大]学|幼儿园|学校|医院|卫生|中心|[车泵水电]站|工厂|场馆|养老|托育|项目|工程|设施|企业|道路|桥梁|管网|点位?$|[隧沟渠河道]道?$/;

function isName(item: string): boolean {
  return item.length <= 6 && !/[的了在对将把为是由等共各]|建|完成|开展|组织|实施|推进|涉及|覆盖/.test(item);
}

/** 公安、交通、城管3个部门: a kind of thing whose members were listed. */
const NAMED =
  /(?<![\d.等])(\d{1,2}|[两三四五六七八九十])(?:个|家|大|类|种|项)(?=(?:警种|部门|单位|方面|领域|环节|行业|系统|专业|科室|乡镇|镇|街道|社区|村|工程|区县|省|市|产业|板块|派出所|交易市场|市场|园区|片区|矿区|库区|景区|港区|林场|农场|口岸|码头|流域|卫生院|检查站|开发区|组团)(?![一-龥]*[、:]))/g;

/** The things joined by 、 that end at an offset; null where there are not two. */
function listBefore(text: string, end: number): { items: string[]; span: readonly [number, number] } | null {
  const from = Math.max(0, end - LONGEST);
  // before one more item, or two that are joined by a word
  if (!text.slice(Math.max(from, end - 2 * LONGEST_ITEM - 2), end).includes("、")) return null;
  const match = LIST.exec(text.slice(from, end));
  if (match === null) return null;
  const start = from + match.index;
  return { items: match[0].split(/[、和与及]/), span: [start, end] };
}

const LONGEST = 160;
const LONGEST_ITEM = 12;
const ITEM = `[一-龥A-Za-z]{1,${LONGEST_ITEM}}`;
const LIST = new RegExp(`${ITEM}(?:、${ITEM}){1,9}(?:[和与及]${ITEM})?$`);
const SLOGAN = /([“"])([二两三四五六七八九十])([一-龥])/g;
const COUNTED = /(等)(\d{1,2}|[二两三四五六七八九十])(?:个|家|项|类|种|所|名|条|户|座|部)/g;

/** What the check of a list found: so many listed, so many told. */
export function enumerationFinding(
  number: readonly [number, number],
  list: readonly [number, number],
  listed: number,
  stated: number,
  incomplete: boolean,
): Finding {
  const holds = incomplete ? listed <= stated : listed === stated;
  const sign = holds ? (listed === stated ? "=" : "≤") : listed > stated ? ">" : "≠";
  return {
    rule: "enumeration",
    verdict: holds ? "consistent" : "inconsistent",
    spans: [list, number],
    arithmetic: `${listed} ${sign} ${stated}`,
    message: holds
      ? { zh: `列出${listed}项，与所说的${stated}相符`, en: `${listed} are listed, ${stated} are told` }
      : { zh: `列出${listed}项，文中说${stated}项`, en: `${listed} are listed, but ${stated} are told` },
  };
}
