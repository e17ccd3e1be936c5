import { Decimal } from "../../quantity/index.ts";
import { COMPLETE_SETS, OVERLAPPING, REMAINDER, STAGES } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import { inWordsOf, isOneDigit, sumOf, totalOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { addable, isAmount, spanOf, spansOf, textOf } from "./groups.ts";
import { type PartList, partLists } from "./part-lists.ts";

/**
 * Whether parts add up to their whole and none is larger. A sum that holds is said to hold. One that does not is
 * a finding only where the words say that the list is complete: 其他, a set of kinds (男, 女), done and pending,
 * 合计, brackets; or where a chance of less than 2 % remains that a list that is not complete looks like this.
 */
export function checkPartitions(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  const groups = relations.bySentence;
  for (const list of partLists(relations, groups)) findings.push(...judge(relations, list));
  for (const claims of groups) {
    findings.push(...totalLast(relations, claims));
  }
  return findings;
}

/** 石桥乡31例,另有6个乡镇共20例: more is told of behind a list. */
export const REST_FOLLOWS = /^[,;、](?:另有?|还有)/;

/** 对16个党组织开展,包括区直部门9个、街镇4个、国有企业3个,反馈问题304个: a list joined by 、 ends where another mark comes. */
function joinedOnly({ text }: Relations, list: PartList): PartList {
  const [first, second] = list.parts;
  if (first === undefined || second === undefined) return list;
  const markBefore = (one: Claim, other: Claim) =>
    text.charAt(one.quantity.end) + text.slice(one.quantity.end, other.quantity.start).replace(/[^,;]/g, "");
  if (markBefore(first, second) !== "、") return list;
  const end = list.parts.findIndex((part, at) => {
    const last = list.parts[at - 1];
    return (
      at > 1 && last !== undefined && !REMAINDER.test(part.before) && /^[,;]/.test(markBefore(last, part))
    );
  });
  const larger = end > 1 && list.parts.slice(end).some((part) => isLarger(part, list.whole));
  return larger ? { ...list, parts: list.parts.slice(0, end) } : list;
}

function judge(relations: Relations, list: PartList): Finding[] {
  const { whole, closed, near, parts: joined } = joinedOnly(relations, list);
  // 四级6275人,其中一、二级合计9955人: a total of others is no part
  const parts = joined.filter(
    ({ before }) => REMAINDER.test(before) || !/合计|共计|总计|总数|总量/.test(before),
  );
  const larger = parts.filter((part) => isLarger(part, whole));
  const [first] = larger;
  // 转移3870人,其中集中612人,投亲3258人,受灾人口1.9万人: behind parts that make up their whole comes something else
  const before = first === undefined ? [] : parts.slice(0, parts.indexOf(first));
  if (before.length > 1 && fits(whole, before)) return [sumFinding(relations, whole, before, true)];
  // 增量42.20亿元(2020年为306.20亿元): what was
  if (first !== undefined && /^(?:19|20)\d{2}年(?:为|是|仅为?)$/.test(first.before)) return [];
  const joint = jointWhole(relations, whole, parts);
  if (joint !== null) return [joint];
  if (
    first !== undefined &&
    (isOneOfMany(relations, whole) || (parts.length > 2 && isSmallBeside(relations, whole, first)))
  )
    return [];
  // 居民人均收入3.6万元,其中城镇居民人均收入4.5万元; 法官人均结案239.6件,其中民商事3846件: a mean is more than no part
  const isOfOther =
    first !== undefined && first.index - whole.index <= MOST_PARTS && isOfLarger(relations, whole, first);
  const isMean = isOfOther || /均[^,，;]*$/.test(whole.before);
  if (first !== undefined) return near && !isMean ? [subsetFinding(relations, whole, first)] : [];
  if (parts.length < 2) return [];
  // of a list that the words call complete nothing is left out
  const full = parts.length > 2 && (isComplete(relations, parts) || (closed && parts.length > 3));
  const prefix = prefixThatFits(whole, parts);
  // 整改到位15项,基本完成2项,长期坚持1项: where a prefix of two or more fits, and two or more follow, they divide anew
  const fitting = full && prefix !== null && prefix.length === parts.length - 1 ? null : prefix;
  if (fitting !== null) return [sumFinding(relations, whole, fitting, true)];
  if (parts.some((part) => part.quantity.approximation !== null)) return [];
  if (STAGES.every((stage) => parts.some((part) => stage.test(part.before))))
    return parts.length > 2 && isNearMiss(whole, parts) ? [sumFinding(relations, whole, parts, false)] : [];
  // 4243例(出院3189例,死亡67例): the others are still there
  if (parts.every(({ before }) => /出院|治愈|死亡|解除/.test(before)) && !fits(whole, parts)) return [];
  // 完成率达到100%的51个,…;处置率达到100%的201个: each clause divides the same things anew
  // 收入6.2亿元,支出5.5亿元,结余0.7亿元: an account, not parts of one thing
  const ends = (name: RegExp) => parts.some(({ before }) => name.test(before));
  if (ends(/收入$/) && ends(/支出$/)) return [];
  const { text } = relations;
  const anew = parts.some((part, at) => {
    const next = parts[at + 1];
    return next !== undefined && /;[^;]*%的$/.test(text.slice(part.quantity.end, next.quantity.start));
  });
  if (anew) return [];
  // 超市86家、农贸市场52个、团购点362个: a part that is counted by another word
  if (mixesUnits(relations, parts)) return [];
  // 合作社64家,其中省级示范社5家、市级示范社13家: most are of no kind
  const complete =
    isComplete(relations, parts) &&
    (parts.some(({ before }) => REMAINDER.test(before)) || isNear(whole, parts, Decimal.of(2)));
  const end = (parts.at(-1) as Claim).quantity.end;
  if (REST_FOLLOWS.test(text.slice(end, end + 4))) return [];
  const wrong = closed || namesAllParts(whole, parts) || complete || unlikely(whole, parts);
  return wrong ? [sumFinding(relations, whole, parts, false)] : [];
}

/** Whether another count stands right before the first part, or between two, joined to them by 、. */
export function mixesUnits({ claims, text }: Relations, parts: readonly Claim[]): boolean {
  return parts.some((part) => {
    const before = claims[part.index - 1];
    if (before === undefined || parts.includes(before) || before.sentence !== part.sentence) return false;
    const joined = text.slice(before.quantity.end, part.quantity.start).startsWith("、");
    return joined && before.quantity.dimension === "count" && before.quantity.unit !== part.quantity.unit;
  });
}

/** 高风险区43个、中风险区26个,涉及5个镇街,其中甲街道28个: of the larger ones before. */
function isSmallBeside({ claims }: Relations, whole: Claim, part: Claim): boolean {
  return claims
    .slice(Math.max(0, whole.index - 3), whole.index)
    .some((it) => it.sentence === whole.sentence && addable(it, part) && isAmount(it) && !isLarger(part, it));
}

/** 25—59岁221例、60岁及以上92例,其中15岁以下1376例: the last of a list, and the parts are of all of it. */
function isOneOfMany(relations: Relations, whole: Claim): boolean {
  const { claims, text } = relations;
  const [second, first] = [claims[whole.index - 1], claims[whole.index - 2]];
  if (second?.sentence === whole.sentence && addable(second, whole) && isComplete(relations, [second, whole]))
    return true;
  if (second === undefined || first === undefined || !addable(second, whole) || !addable(first, whole))
    return false;
  const between = (one: Claim, other: Claim) => text.slice(one.quantity.end, other.quantity.start);
  return between(first, second).startsWith("、") && between(second, whole).startsWith("、");
}

/** 新增确诊3例、无症状17例。其中甲区9例…: the parts of two wholes told together. */
function jointWhole(relations: Relations, whole: Claim, parts: readonly Claim[]): Finding | null {
  const other = relations.claims[whole.index - 1];
  if (
    parts.length < 2 ||
    other === undefined ||
    other.sentence !== whole.sentence ||
    !addable(other, whole) ||
    !isAmount(other)
  )
    return null;
  const both = [other, whole].map((claim) => claim.quantity.possible);
  if (fits(whole, parts) || !sumOf(parts.map((part) => part.quantity.possible)).overlaps(sumOf(both)))
    return null;
  const total = totalOf(parts.map((part) => part.quantity.value));
  const terms = (claims: readonly Claim[]) => claims.map((claim) => textOf(relations, claim)).join(" + ");
  return {
    rule: "partition",
    verdict: "consistent",
    spans: [...spansOf([other, whole]), ...spansOf(parts)],
    arithmetic: `${terms([other, whole])} = ${terms(parts)} = ${inWordsOf(total, { text: relations.text, mention: whole.quantity })}`,
    message: { zh: "各部分之和与两项之和相符", en: "the parts add up to both wholes together" },
  };
}

/** The first two or more parts whose sum the whole can be. */
function prefixThatFits(whole: Claim, parts: readonly Claim[]): readonly Claim[] | null {
  for (let count = parts.length; count >= 2; count -= 1) {
    const some = parts.slice(0, count);
    if (fits(whole, some)) return some;
  }
  return null;
}

export function fits(whole: Claim, parts: readonly Claim[]): boolean {
  return sumOf(parts.map((part) => part.quantity.possible)).overlaps(whole.quantity.possible);
}

export function isLarger(part: Claim, whole: Claim): boolean {
  const most = whole.quantity.possible.high;
  const least = part.quantity.possible.low;
  return most !== null && least.compare(most) > 0;
}

/** 关停搬迁企业214家,其中关停156家、搬迁58家: a whole that bears the name of each part. */
function namesAllParts(whole: Claim, parts: readonly Claim[]): boolean {
  const names = parts.map((part) => part.before.replace(/^其中[:,]?/, "").trim());
  return names.every((name) => name.length >= 2 && whole.before.includes(name)) && new Set(names).size > 1;
}

/** Whether the words beside the parts say that there are no others. */
export function isComplete({ text }: Relations, parts: readonly Claim[]): boolean {
  const last = parts.at(-1);
  if (last !== undefined && REMAINDER.test(last.before)) return true;
  if (parts.some((part) => /各占|分别占|组成$/.test(text.slice(part.quantity.end, part.quantity.end + 4))))
    return true;
  if (areAges(text, parts)) return true;
  const found: (readonly number[])[] = [];
  for (const part of parts) {
    const kinds = kindsOf(part);
    if (kinds.length === 0) return false;
    found.push(kinds);
  }
  return COMPLETE_SETS.some(({ kinds, least = kinds.length }, set) => {
    const own = found.map((kindOf) => kindOf[set] ?? -1);
    return !own.includes(-1) && new Set(own).size === own.length && own.length >= least;
  });
}

/** 35岁以下22人、36—45岁41人、46—54岁59人、55岁以上26人: from the youngest to the oldest. */
function areAges(text: string, parts: readonly Claim[]): boolean {
  if (parts.length < 3 || !parts.every(({ before }) => /岁/.test(before))) return false;
  const [youngest, oldest] = [parts[0], parts.at(-1)];
  return (
    (/岁(?:及)?以下|^(?:其中)?0[-—至]/.test(youngest?.before ?? "") || fromBirth(text, youngest)) &&
    /岁(?:及)?以上/.test(oldest?.before ?? "")
  );
}

/** 0—4岁642例: the dash ends what stands before the number. */
function fromBirth(text: string, claim: Claim | undefined): boolean {
  if (claim === undefined) return false;
  const start = claim.quantity.start - claim.before.length;
  return /(?:^|[^\d])0[-—–~]+$/.test(text.slice(Math.max(0, start - 4), start));
}

/** For each complete set the kind that a claim's words are of; -1 where none. Empty where they are of no kind at all. */
function kindsOf(claim: Claim): readonly number[] {
  const known = kindsOfClaim.get(claim);
  if (known !== undefined) return known;
  const label = `${claim.before.replace(/其中[:,]?/, "")} ${claim.after}`;
  const found = ANY_KIND.test(label)
    ? COMPLETE_SETS.map(({ kinds }, set) =>
        ANY_OF_SET[set]?.test(label) ? kinds.findIndex((kind) => kind.test(label)) : -1,
      )
    : [];
  kindsOfClaim.set(claim, found);
  return found;
}

const kindsOfClaim = new WeakMap<Claim, readonly number[]>();
const ANY_OF_SET = COMPLETE_SETS.map(({ kinds }) => new RegExp(kinds.map(({ source }) => source).join("|")));
const ANY_KIND = new RegExp(ANY_OF_SET.map(({ source }) => source).join("|"));

/**
 * A slip away from the sum, where that would happen to less than 2 % of lists that are not complete: there
 * are nine such differences for each digit of the whole.
 */
function unlikely(whole: Claim, parts: readonly Claim[]): boolean {
  const { value, place } = whole.quantity;
  if (parts.length < 3) return isNearMiss(whole, parts) && chance(whole) <= 0.04 && isNear(whole, parts);
  const off = totalOf(parts.map((part) => part.quantity.value)).minus(value);
  const persons = whole.quantity.dimension === "person" || whole.quantity.dimension === "household";
  // 92例病例中,呕吐81例、腹痛55例、腹泻34例: so many more than all, each may be of several
  if (off.sign() > 0 && !(persons && parts.some((part) => OVERLAPPING.test(part.before))))
    return isNear(whole, parts, Decimal.of(3)) || isNearMiss(whole, parts);
  const steps = value.divide(place, 0)?.toString() ?? "1";
  const sum =
    totalOf(parts.map((part) => part.quantity.value))
      .divide(place, 0)
      ?.toString() ?? "";
  if (samePermuted(sum, steps)) return permutations(steps.length) / Number(steps) <= 0.025;
  // the longer a list, the likelier it is whole
  const most = parts.length > 4 ? 0.1 : parts.length > 3 ? 0.07 : 0.04;
  return isNearMiss(whole, parts) && chance(whole) <= most && isNear(whole, parts, Decimal.of(5));
}

/** How likely a sum that has nothing to do with the whole is a slip away from it. */
function chance({ quantity: { value, place } }: Claim): number {
  const steps = value.divide(place, 0)?.toString() ?? "1";
  return (9 * steps.length) / Number(steps);
}

/** Whether the parts' sum is the whole with one digit changed or two in another order. */
export function isNearMiss(whole: Claim, parts: readonly Claim[]): boolean {
  const { value, place } = whole.quantity;
  const sum = totalOf(parts.map((part) => part.quantity.value));
  const off = sum.minus(value);
  const [one, other] = [sum, value].map((it) => it.divide(place, 0)?.toString() ?? "") as [string, string];
  return isOneDigit(off) || samePermuted(one, other) || isTransposition(off, place);
}

/** Two neighbouring digits exchanged change a number by 9, 90, 900 … times their difference. */
function isTransposition(off: Decimal, place: Decimal): boolean {
  const steps = off.abs().divide(place, 0)?.toString().replace(/0+$/, "") ?? "";
  return /^\d{1,2}$/.test(steps) && Number(steps) % 9 === 0;
}

/** 214 and 241: the digits of one in another order. */
function samePermuted(one: string, other: string): boolean {
  return one !== other && [...one].sort().join("") === [...other].sort().join("");
}

function permutations(digits: number): number {
  return digits <= 1 ? 1 : digits * permutations(digits - 1);
}

/** What a sum's check found, with the addition shown; `total` where the parts stand in other units than the whole. */
export function sumFinding(
  relations: Relations,
  whole: Claim,
  parts: readonly Claim[],
  holds: boolean,
  total: Decimal = totalOf(parts.map((part) => part.quantity.value)),
): Finding {
  const { text } = relations;
  const terms = parts.map((part) => textOf(relations, part)).join(" + ");
  const sum = inWordsOf(total, { text, mention: whole.quantity });
  const stated = textOf(relations, whole);
  const same = total.equals(whole.quantity.value);
  const arithmetic = holds
    ? `${stated} ${same ? "=" : "≈"} ${terms}${same ? "" : ` = ${sum}`}`
    : `${terms} = ${sum} ≠ ${stated}`;
  return {
    rule: "partition",
    verdict: holds ? "consistent" : "inconsistent",
    spans: [spanOf(whole), ...spansOf(parts)],
    arithmetic,
    message: holds
      ? { zh: "各部分之和与总数相符", en: "the parts add up to the whole" }
      : {
          zh: `各部分之和为${sum}，与总数${stated}不符`,
          en: `the parts add up to ${sum}, not to the stated ${stated}`,
        },
  };
}

/** 2018年收入2.4万元,去年36万元,其中门票19万元; 过10万元的124个,尚有12个没有;其中37个: of a larger one that is as near. */
function isOfLarger({ text, claims }: Relations, whole: Claim, part: Claim): boolean {
  const isLargeEnough = (it: Claim) => addable(it, part) && isAmount(it) && !isLarger(part, it);
  if (claims.slice(whole.index + 1, part.index).some(isLargeEnough)) return true;
  if (!text.slice(whole.quantity.end, part.quantity.start).includes(";")) return false;
  return claims
    .slice(Math.max(0, whole.index - 3), whole.index)
    .some((it) => it.sentence === part.sentence && isLargeEnough(it));
}

export function subsetFinding(relations: Relations, whole: Claim, part: Claim): Finding {
  const [one, other] = [textOf(relations, part), textOf(relations, whole)];
  return {
    rule: "subset",
    verdict: "inconsistent",
    spans: spansOf([whole, part]),
    arithmetic: `${one} > ${other}`,
    message: { zh: `部分${one}大于总数${other}`, en: `the part ${one} is larger than the whole ${other}` },
  };
}

/** A件87、B件103,共190件: the total stands last. */
function totalLast(relations: Relations, claims: readonly Claim[]): Finding[] {
  const findings: Finding[] = [];
  for (const [at, whole] of claims.entries()) {
    const above = ABOVE.test(whole.before);
    if (!(above || TOTAL_ALONE.test(whole.before) || TOTAL_DONE.test(whole.before)) || !isAmount(whole))
      continue;
    // 契税1.6亿元,其他各税合计1.8亿元: the last part, not the total
    if (REMAINDER.test(whole.before)) continue;
    const parts: Claim[] = [];
    for (let index = at - 1; index >= 0 && parts.length <= MOST_PARTS; index -= 1) {
      const part = claims[index] as Claim;
      const between = relations.text.slice(part.quantity.end, (claims[index + 1] as Claim).quantity.start);
      if ((above ? /:/ : /;/).test(between)) break;
      if (isAmount(part) && (addable(part, whole) || areCalls(part, whole))) parts.unshift(part);
    }
    if (parts.length > MOST_PARTS) continue;
    if (parts.some(({ before }) => ADDED_TO.test(before))) continue;
    const fitting = suffixThatFits(whole, parts, runBefore(relations, parts));
    // 三类药品合计: of as many as it says, which stand further off
    const said =
      "一二三四五六七八九".indexOf(
        /([两二三四五六七八九])[项类种者地个家级]/.exec(whole.before)?.[1] ?? " ",
      ) + 1;
    if (fitting === null && said > parts.length) continue;
    // 1号线9座、2号线7座,其中1座两线共用,合计15座
    const first = parts[0] ?? whole;
    if (/共用|重复|重叠|扣除|剔除|交叉/.test(relations.text.slice(first.quantity.end, whole.quantity.start)))
      continue;
    if (fitting !== null) findings.push(sumFinding(relations, whole, fitting, true));
    else if (
      parts.length >= 2 &&
      parts.every((part) => part.quantity.approximation === null) &&
      isTold(whole, parts)
    )
      findings.push(sumFinding(relations, whole, parts, false));
  }
  return findings;
}

/** A total of a sentence is of no more parts than this; whoever runs numbers on without end adds nothing up. */
const MOST_PARTS = 40;

/** 第一轮56.2万人、第二轮57.1万人,合计113.3万人次: persons who come more than once. */
function areCalls(part: Claim, whole: Claim): boolean {
  return part.quantity.dimension === "person" && whole.quantity.unit === "人次";
}

/** 本级收入加上级补助24.38亿元: what the first part is added to stands elsewhere. */
export const ADDED_TO = /(?:收入|支出|财力|[入支库出]数)加(?!强|快|大|速)[一-龥]*$|^加/;

/** Whether a total that does not fit is one of these parts: 共 alone says so; 共追回资金 where it comes near. */
function isTold(whole: Claim, parts: readonly Claim[]): boolean {
  if (!TOTAL_DONE.test(whole.before)) return true;
  return isNearMiss(whole, parts) && parts.length < 4;
}

/** 共追回资金4.8万元 */
const TOTAL_DONE = /^共(?!有|建|设|计|产|青)[一-龥]{2,6}$/;
const TOTAL_ALONE =
  /^(?:[两三四五六七八九十]项|以上|二者|两者|三者|收入|支出)?(?:共|共计|合计|总计|总数|总共|加起来)(?:为|达|达到)?$|^[一-龥]{2,4}(?:合计|总计)(?:为|达到?)?$/;

/** 以上税收收入合计: everything since the colon. */
const ABOVE = /(?:以上|上述)[^,，;。]{0,12}(?:合计|共计|总计|共)(?:为|达到?)?$/;

/** Where the run of parts joined by nothing but 、 begins, which a total behind it is of as a whole. */
function runBefore({ text }: Relations, parts: readonly Claim[]): number {
  let from = parts.length - 1;
  while (from > 0) {
    const [one, next] = [parts[from - 1] as Claim, parts[from] as Claim];
    const between = text.slice(one.quantity.end, next.quantity.start);
    if (!between.startsWith("、") || next.index - one.index > 1) break;
    from -= 1;
  }
  return Math.max(0, from);
}

function suffixThatFits(whole: Claim, parts: readonly Claim[], last: number): readonly Claim[] | null {
  for (let from = 0; from + 2 <= parts.length && (from <= last || last + 2 > parts.length); from += 1) {
    const some = parts.slice(from);
    if (fits(whole, some)) return some;
  }
  return null;
}

/** Whether the sum is within a share of the whole, a tenth unless told: what is further off is of something else. */
export function isNear(whole: Claim, parts: readonly Claim[], times = Decimal.TEN): boolean {
  const off = totalOf(parts.map((part) => part.quantity.value))
    .minus(whole.quantity.value)
    .abs();
  return off.times(times).compare(whole.quantity.value) <= 0;
}
