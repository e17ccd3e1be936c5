import { Decimal } from "../../quantity/index.ts";
import { sumOf, totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { insideList } from "../checks/groups.ts";
import { ADDED_TO, sumFinding } from "../checks/partition.ts";
import { REMAINDER } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import { inUnitOf, isPlain, likeWords, type Measure, slipOf } from "./near.ts";

/**
 * A total behind its parts that is named, in another unit, or a sum over time: 参保总人数达28万人, 1.2公斤、350克,合计
 * 1550克, 三轮分别24.1万、24.3万、24.4万人次,累计72.8万人次.
 */
export function checkFarTotals(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((total) => {
    const cue = TOTAL.exec(total.before);
    // 其他各税合计: the last part
    const periods = ofPeriods(relations, total);
    if (periods !== null) return [periods];
    if (cue === null || REMAINDER.test(total.before) || !isPlain(total) || total.quantity.kind !== "quantity")
      return [];
    const own = partsBefore(relations, total);
    const beside = [...partsJoined(relations, total, own), ...own];
    const named = partsOfName(relations, total);
    const parts = named.length > 1 && !(beside.length > 1 && sameSentence(beside, total)) ? named : beside;
    const strict = STRICT.test(total.before);
    if (!strict && parts === beside && !sameSentence(parts, total)) return [];
    // 三类药品合计: of as many as it says
    const said =
      "一二三四五六七八九".indexOf(
        /([两二三四五六七八九])[项类种者地个家级]/.exec(total.before)?.[1] ?? " ",
      ) + 1;
    if (said > parts.length) return [];
    if (parts.length < 2 || isShared(relations, parts, total)) return [];
    if (parts.some(({ claim }) => ADDED_TO.test(claim.before))) return [];
    for (let from = 0; from + 2 <= parts.length; from += 1)
      if (fits(total, parts.slice(from))) return [sumOfParts(relations, total, parts.slice(from), true)];
    if (isSettled(total)) return [];
    const alike = parts.length > 1 && sameSentence(parts, total);
    const wrong = parts
      .map((_, from) => parts.slice(from))
      .find(
        (some) => some.length >= 2 && isWrong(total, some, strict && alike && some.length === parts.length),
      );
    return wrong === undefined ? [] : [sumOfParts(relations, total, wrong, false)];
  });
}

const TOTAL =
  /(?:相加|合起来|加起来|加在一起|共(?!产|青|同|建)|合计|总计|总数|总量|总额|累计|总[一-龥]{2,4}|总[长重产]|(?:^|[^一-龥])小计)(?:达到?|为)?[一-龥]{0,6}$/;
/** What says that the parts stand right before it. */
const STRICT =
  /(?:合计|共计|总计|小计|相加|合起来|加起来|加在一起)(?:达到?|为)?$|[两二三四五六七]者|[两二三四五六七]项/;

interface Part extends Measure {
  readonly claim: Claim;
}

function sumOfParts(relations: Relations, total: Claim, parts: readonly Part[], holds: boolean): Finding {
  const claims = parts.map(({ claim }) => claim);
  return sumFinding(relations, total, claims, holds, totalOf(parts.map(({ value }) => value)));
}

/** The amounts right before a total, of its sentence, or of the one before where it heads its own. */
function partsBefore(relations: Relations, total: Claim): Part[] {
  const { claims, text } = relations;
  const parts: Part[] = [];
  let heads = true;
  for (let at = total.index - 1; at >= Math.max(0, total.index - MOST); at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.paragraph !== total.paragraph) break;
    if (claim.sentence === total.sentence) heads = false;
    else if (!heads || claim.sentence < total.sentence - 1) break;
    const next = claims[at + 1] as Claim;
    if (parts.length > 0 && /[;]/.test(text.slice(claim.quantity.end, next.quantity.start)) && !heads) break;
    if (!isPlain(claim) || insideList(relations, claim)) continue;
    const measure = inUnitOf(claim, total) ?? callsOf(claim, total);
    if (measure !== null) parts.unshift({ claim, ...measure });
  }
  return parts;
}

const MOST = 12;

/** 上半年签约28个,下半年签约36个,全年64个: what two halves of a year, or its seasons, make together. */
function ofPeriods({ claims, ...relations }: Relations, total: Claim): Finding | null {
  if (!/^全年/.test(total.before) || !isPlain(total) || total.quantity.kind !== "quantity") return null;
  const near = claims
    .slice(Math.max(0, total.index - 4), total.index)
    .filter((it) => it.sentence === total.sentence && isPlain(it));
  const part = (name: RegExp) => near.find((it) => name.test(it.before) && inUnitOf(it, total) !== null);
  for (const names of HALVES) {
    const found = names.map(part).filter((it) => it !== undefined);
    if (found.length < names.length || new Set(found).size < names.length) continue;
    const parts = found.flatMap((claim) => {
      const measure = inUnitOf(claim, total);
      return measure === null ? [] : [{ claim, ...measure }];
    });
    return sumOfParts({ claims, ...relations }, total, parts, fits(total, parts));
  }
  return null;
}

const HALVES = [
  [/上半年/, /下半年/],
  [/春季/, /秋季/],
  [/一季度/, /二季度/, /三季度/, /四季度/],
];

/** 连同酒驾,上述四类共11100起; 加上结婚、离婚登记,共办件3900件: what the words add, told before under these names. */
function partsJoined({ claims, sentences, text }: Relations, total: Claim, own: readonly Part[]): Part[] {
  const lead = text.slice(sentences[total.sentence]?.start ?? 0, total.quantity.start);
  const names = /(?:连同|加上)([一-龥、和]{2,16}),[^,;]*$/.exec(lead)?.[1]?.split(/[、和]/) ?? [];
  const before = claims.slice(Math.max(0, total.index - JOINED_BACK), total.index).toReversed();
  return names.flatMap((name) => {
    const told = before.find((it) => it.before.includes(name) && isPlain(it) && inUnitOf(it, total) !== null);
    const measure = told === undefined ? null : inUnitOf(told, total);
    const isNew = told !== undefined && !own.some(({ claim }) => claim === told);
    return isNew && measure !== null ? [{ claim: told, ...measure }] : [];
  });
}

const JOINED_BACK = 30;

/** 合计床位, 床位合计, 两项基金总支出: what the total is of. */
const NAMED =
  /(?:合计|共计|总计|共有?)([一-龥]{2,})$|([一-龥]{2,})(?:合计|共计|总计)(?:达|为)?$|(?:^|[^一-龥]|[两二三四五][项类个][一-龥]{0,4})总(收入|支出|投资|产值|面积|产量|规模)(?:达|为)?$/;

/** 床位400张,…。…床位2000张,…。合计床位2400张: the amounts of the same name in the paragraph. */
function partsOfName({ claims }: Relations, total: Claim): Part[] {
  const name = NAMED.exec(total.before)
    ?.slice(1)
    .find((it) => it !== undefined);
  if (name === undefined || total.subject.length < 2) return [];
  return claims
    .slice(Math.max(0, total.index - MOST), total.index)
    .filter((claim) => claim.paragraph === total.paragraph && isPlain(claim) && claim.ownSubject)
    .filter(({ subject }) => subject.endsWith(name) || total.subject.endsWith(subject))
    .flatMap((claim) => {
      const measure = inUnitOf(claim, total);
      return measure === null ? [] : [{ claim, ...measure }];
    });
}

/** Persons who come more than once are told as 人次. */
function callsOf(claim: Claim, total: Claim): Measure | null {
  const persons = claim.quantity.dimension === "person" && total.quantity.unit === "人次";
  return persons ? claim.quantity : null;
}

function fits(total: Claim, parts: readonly Part[]): boolean {
  return sumOf(parts.map(({ possible }) => possible)).overlaps(total.quantity.possible);
}

function sameSentence(parts: readonly Part[], total: Claim): boolean {
  return parts.every(({ claim }) => claim.sentence === total.sentence);
}

/** A total that is a slip away from the sum; behind 合计 also one that is near it. */
function isWrong(total: Claim, parts: readonly Part[], strict: boolean): boolean {
  const sum = totalOf(parts.map(({ value }) => value));
  const slip = slipOf(total, sum);
  const chance = slip ?? slipInPart(total, parts, sum);
  const larger = parts.some(({ value }) => value.compare(total.quantity.value) >= 0);
  const most = strict ? 0.4 : isTogether(total, parts) || areNamed(total, parts) ? 0.25 : 0.06;
  if (chance !== null && chance <= most && (strict || !larger || (slip !== null && slip <= 0.06)))
    return true;
  const off = sum.minus(total.quantity.value).abs();
  return strict && off.times(FOUR).compare(total.quantity.value) <= 0;
}

/** Parts that stand right beside one another and the total. */
function isTogether(total: Claim, parts: readonly Part[]): boolean {
  const [first, last] = [parts[0]?.claim, parts.at(-1)?.claim];
  if (first === undefined || last === undefined) return false;
  // 上市公司35家,三类企业共76家: how many kinds there are may stand between
  return last.index - first.index === parts.length - 1 && total.index - last.index <= 2;
}

/** 其中1座两线共用: what is counted in two of the parts, or taken off again. */
function isShared({ text }: Relations, [first]: readonly Part[], total: Claim): boolean {
  return first !== undefined && SHARED.test(text.slice(first.claim.quantity.end, total.quantity.start));
}

const SHARED = /共用|重复|重叠|扣除|剔除|交叉|兼/;

/** 参保总人数: every part bears what the total is named for. */
function areNamed(total: Claim, parts: readonly Part[]): boolean {
  return parts.every(({ claim }) => likeWords(claim, total) >= 2);
}

const FOUR = Decimal.of(4);

/** One part, written with a slip, makes the sum miss its total. */
export function slipInPart(total: Claim, parts: readonly Part[], sum: Decimal): number | null {
  const off = sum.minus(total.quantity.value);
  const chances = parts.flatMap(({ claim, value }) => {
    const exact = value.minus(off);
    if (exact.sign() <= 0 || claim.quantity.dimension !== total.quantity.dimension) return [];
    const chance = slipOf(claim, exact);
    return chance === null ? [] : [chance];
  });
  return chances.length === 0 ? null : Math.min(...chances) * parts.length;
}
