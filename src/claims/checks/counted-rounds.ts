import { countFirst } from "../binary-search.ts";
import type { Claim, Relations } from "../relate.ts";
import { writtenCount } from "./arithmetic.ts";
import { enumerationFinding } from "./enumeration.ts";
import type { Finding } from "./finding.ts";
import { addable } from "./groups.ts";

/**
 * As many values as there were rounds, batches or places: 组织7轮核酸,各轮采样46210人次、45880人次、…; 分四批完成,第一批18个,第二
 * 批31个,…,余下4个; 城关镇71例,…,其余5个乡镇12例,波及8个乡镇.
 */
export function checkCountedRounds(relations: Relations): Finding[] {
  return [...rounds(relations), ...batches(relations), ...places(relations)];
}

/** 组织7轮核酸,各轮采样a、b、c: values joined by nothing but 、. */
function rounds({ text, claims }: Relations): Finding[] {
  return [...text.matchAll(ROUNDS)].flatMap((match) => {
    const [whole, numeral = "", , each = ""] = match;
    const from = match.index + whole.length;
    const first = countFirst(claims, ({ quantity }) => quantity.end <= from);
    const start = claims[first]?.quantity.start;
    if (start === undefined || start > from + 1) return [];
    let count = 1;
    for (let at = first + 1; at < claims.length; at += 1, count += 1) {
      const [last, claim] = [claims[at - 1], claims[at]] as [Claim, Claim];
      if (!/^[、,和与及]{1,2}$/.test(text.slice(last.quantity.end, claim.quantity.start))) break;
      if (last.quantity.unit !== "" && !addable(last, claim)) break;
    }
    const stated = writtenCount(numeral);
    if (count < 3 || stated < 2 || (each === "" && Math.abs(count - stated) > 1)) return [];
    const place = [match.index, match.index + numeral.length] as const;
    const end = (claims[first + count - 1] as Claim).quantity.end;
    return [enumerationFinding(place, [from, end], count, stated, false)];
  });
}

const NUMERAL = "(?<![\\d.第至到—-])(\\d{1,2}|[两三四五六七八九十])";
const ROUNDS = new RegExp(
  `${NUMERAL}(轮|次|批|期)[^,;。\\d]{0,10},(?:(各)\\2|[一-龥]{0,6}(?:依次|逐[轮次批期]))[一-龥]{0,6}?(?:分别|依次)?(?:为|是)?(?=\\d)`,
  "g",
);

/** 分四批完成,第一批18个,第二批31个,第三批21个,余下4个: the rest is the last batch. */
function batches({ text }: Relations): Finding[] {
  return [...text.matchAll(BATCHES)].flatMap((match) => {
    const [whole, numeral = "", unit = "", list = ""] = match;
    const named = [...list.matchAll(new RegExp(`第([一二三四五六七八九十])${unit}`, "g"))];
    const last = named.at(-1);
    if (last === undefined || named.some((it, at) => writtenCount(it[1] ?? "") !== at + 1)) return [];
    const rest = /余下|其余|剩余|最后/.test(list.slice(last.index)) ? 1 : 0;
    const at = match.index + 1;
    const from = match.index + whole.length - list.length;
    const span = [from, from + list.length] as const;
    return [
      enumerationFinding([at, at + numeral.length], span, named.length + rest, writtenCount(numeral), false),
    ];
  });
}

const BATCHES = /分([两三四五六七八九\d])(批|步|期|年|轮)[^第;。\n]{0,12},(第一(?:\2)[^;。\n]{4,120})/g;

/** 城关镇71例,…,其余5个乡镇12例,波及8个乡镇: the named ones and the rest are all of them. */
function places({ text }: Relations): Finding[] {
  return [...text.matchAll(REST)].flatMap((match) => {
    const [, list = "", numeral = "", , stated = ""] = match;
    const named = list.match(PLACE)?.length ?? 0;
    if (named < 2) return [];
    const count = named + writtenCount(numeral);
    const at = match.index + match[0].length - stated.length;
    const span = [match.index, match.index + list.length] as const;
    return [enumerationFinding([at, at + stated.length], span, count, writtenCount(stated), false)];
  });
}

const KIND = "(?:乡镇|镇街|镇乡|街道|乡|镇|苏木)(?:\\([^()]{2,4}\\))?";
const PLACE = /[一-龥]{1,5}(?:街道|镇|乡|苏木)\d/g;
const REST = new RegExp(
  `((?:[一-龥]{2,6}(?:街道|镇|乡|苏木)\\d+[例起件户人名个家宗条](?:\\([^()]{1,12}\\)|[^,、;。\\d]{0,4})[,、]){2,9})其[余他它](\\d{1,2}|[两三四五六七八九十])个(${KIND})[^,;。]{0,10}[,;](?:全[县区市旗](?:的)?|波及|涉及)[^\\d,;。]{0,12}?(\\d{1,2})(?=个)`,
  "g",
);
