import type { Relations } from "../relate.ts";
import { writtenCount } from "./arithmetic.ts";
import { enumerationFinding } from "./enumeration.ts";
import type { Finding } from "./finding.ts";

/**
 * A number announced against what follows it: 三个方面:一是…,二是…,三是…; 五件实事:A、B、C、D、E; 5家大户(A、B、C、D、E);
 * 对5个单位——A、B、C、D、E——. Only lists whose things are told apart by 、 alone are counted.
 */
export function checkAnnounced({ text }: Relations): Finding[] {
  return [...text.matchAll(ANNOUNCED)].flatMap((match) => {
    const [whole, numeral = "", classifier = "", noun = "", mark = ""] = match;
    const stated = writtenCount(numeral);
    const start = match.index + whole.length;
    const told = /^(?:具体为|具体是|分别为|分别是|即)/.exec(text.slice(start, start + 4))?.[0] ?? "";
    const listed =
      ordinalsFrom(text, start) ??
      (mark === "," && told !== ""
        ? itemsFrom(text, start + told.length, ":", { noun, classifier })
        : null) ??
      (mark === "。" || mark === "," ? null : itemsFrom(text, start, mark, { noun, classifier }));
    if (listed === null || stated < 2) return [];
    // 等 may leave some out
    if (listed.open && listed.count <= stated) return [];
    const place = [match.index, match.index + numeral.length] as const;
    return [enumerationFinding(place, [start, listed.end], listed.count, stated, false)];
  });
}

const ANNOUNCED =
  /(?<![第\d.一二三四五六七八九十百千万多几分之])(\d{1,2}|[二两三四五六七八九十])(个|项|件|家|大|条|类|点|名|位|所|处|座|种|部|支|场|道|篇|步|块|层)([一-龥]{0,12}?)(?:\([一-龥、]{2,6}\))?(:|——|\(|。|,)/g;

interface Listed {
  readonly count: number;
  readonly end: number;
  /** whether the list says that it leaves some out */
  readonly open: boolean;
}

const ORDINALS = "一二三四五六七八九十";

/** 一是…二是…三是…, 一要…二要…: how far the ordinals go, where they begin at an offset. */
function ordinalsFrom(text: string, start: number): Listed | null {
  const first = /^\s*(?:一(是|要|抓|靠|看)|第(一)[,，、是])/.exec(text.slice(start, start + 6));
  if (first === null) return null;
  const named = first[2] === undefined ? ["", first[1] ?? ""] : ["第", ""];
  const list = text.slice(start, start + LONGEST).split("\n", 1)[0] ?? "";
  let count = 1;
  let at = first[0].length;
  while (count < ORDINALS.length) {
    const next = list.indexOf(named.join(ORDINALS.charAt(count)), at);
    if (next < 0 || !/[,，、;:。]/.test(list.charAt(next - 1))) break;
    count += 1;
    at = next + 2;
  }
  return count < 2 ? null : { count, end: start + at, open: false };
}

const LONGEST = 1500;

/** The things of a list that ends with its sentence, its brackets or its dashes; null where it is none of names. */
function itemsFrom(
  text: string,
  start: number,
  mark: string,
  { noun, classifier }: { readonly noun: string; readonly classifier: string },
): Listed | null {
  const tail = text.slice(start, start + LONGEST_LIST);
  const end = tail.search(mark === "(" ? /\)/ : mark === "——" ? /——|。|\n/ : /[。;\n]/);
  const list = end < 0 ? "" : tail.slice(0, end);
  if (mark === "——" && !tail.startsWith("——", end)) return null;
  const open = /等(?:[一-龥]{0,6})?$/.test(list);
  if (/[:;()。]|[和与及]|以上|以下|其中|包括|含/.test(list)) return null;
  if (list.includes("、") && list.includes(",")) return null;
  // 城关街道76例,石硖镇58例: where no other mark is
  const items = list.split(list.includes("、") ? "、" : ",");
  // 分布在5个街道:东浦街道9例、石坊街道6例; 用于3类:助学41.5万元、…: each with its own number of one thing
  const units = items.map((item) => /^[一-龥]{2,}\d+(?:\.\d+)?([一-龥]{1,3})$/.exec(item)?.[1]);
  // 学校4所:小学1所、中学3所: so many schools, not kinds of them
  const named = units.every((unit) => unit !== undefined && unit === units[0] && unit !== classifier);
  const places = named && (PLACES.test(noun) || noun.length <= 6);
  // “8·17”寻衅滋事案11人
  const names =
    items.every((item) =>
      /^[“"]?[一-龥A-Za-z“”"]{2,16}[”"]?$|^“[^“”]{2,20}”[一-龥]{2,10}(?:\d+[一-龥])?$/.test(item),
    ) && list.includes("、");
  return items.length >= 2 && (places || names) ? { count: items.length, end: start + end, open } : null;
}

const LONGEST_LIST = 200;
const PLACES = /(?:镇街?|乡镇?|街道|区|县区?|市|村|社区|单位|部门)$/;
