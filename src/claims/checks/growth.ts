import { Decimal, Interval } from "../../quantity/index.ts";
import { FALLS, RISES } from "../dictionary/changes.ts";
import type { Claim, Relations } from "../relate.ts";
import { difference, inWordsOf, percentOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { isPlan, spansOf, textOf } from "./groups.ts";
import { wholeOfSentenceBefore } from "./part-lists.ts";

/**
 * A change against the levels that stand with it: 由A增加到B, 增加C, 增长x%; A, 上年同期为B, 同比增长x%; 减少C, 下降x%.
 * Growth at constant prices cannot be told from levels at current ones.
 */
export function checkGrowth(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  for (const claims of relations.bySentence) {
    findings.push(...respectively(relations, claims));
    for (const [at, claim] of claims.entries()) {
      const levels = levelsAt(relations, claims, at);
      if (levels !== null) findings.push(...againstLevels(relations, claims, at, levels));
      else findings.push(...againstIncrement(relations, claims, at, claim));
    }
  }
  return findings;
}

/** A由x提高到y,B由u提高到v,增幅分别为p和q: the first change is A's. */
function respectively(relations: Relations, claims: readonly Claim[]): Finding[] {
  const first = claims.findIndex((claim) => RESPECTIVE.test(claim.before));
  if (first < 2) return [];
  let count = 1;
  while (
    JOINED.test(
      relations.text.slice(
        (claims[first + count - 1] as Claim).quantity.end,
        claims[first + count]?.quantity.start ?? 0,
      ),
    )
  )
    count += 1;
  const pairs = claims
    .slice(0, first)
    .flatMap((_, at) => levelsAt(relations, claims, at) ?? [])
    .slice(-count);
  if (count < 2 || pairs.length !== count) return [];
  return pairs.flatMap((levels, index) => {
    const change = claims[first + index] as Claim;
    const falls = FALL_WORDS.test((claims[first] as Claim).before);
    return changeFinding(relations, levels, change, falls) ?? [];
  });
}

const RESPECTIVE = new RegExp(
  `(?:${RISES}|${FALLS}|增幅|降幅|增速)[^,，;]{0,4}分别|分别[^,，;]{0,6}(?:${RISES}|${FALLS})`,
);
const FALL_WORDS = new RegExp(`降幅|${FALLS}`);
const JOINED = /^[、,，和与及]{1,2}$/;

/** A level and what it became. */
interface Levels {
  readonly from: Claim;
  readonly to: Claim;
}

function levelsAt(relations: Relations, claims: readonly Claim[], at: number): Levels | null {
  return (
    changedAt(relations, claims, at) ??
    comparedAt(relations, claims, at) ??
    comparedAcross(relations, claims, at)
  );
}

function changedAt({ text }: Relations, claims: readonly Claim[], at: number): Levels | null {
  const second = claims[at];
  const first = claims[at - 1];
  if (first === undefined || second === undefined || !sameKind(first, second)) return null;
  const between = text.slice(first.quantity.end, second.quantity.start);
  if (FROM.test(first.before) && TO_LEVEL.test(between)) return { from: first, to: second };
  // 关张25家,上年末为400家: what went is no level of what there was
  const flow = /[末底]/.test(between) && /[新关退注撤][一-龥]{0,4}$/.test(first.before);
  if (EARLIER.test(between) && !flow && !CHANGE.test(first.before)) return { from: second, to: first };
  if (/核[载定]$/.test(first.before) && /(?:实载|载客|载|实际)[^,，;]{0,4}$/.test(between))
    return { from: first, to: second };
  return null;
}

/** 收入预算A,其中…。与2024年预算B相比,增加C: the level of the sentence before against the one that it is compared with. */
function comparedAcross(relations: Relations, claims: readonly Claim[], at: number): Levels | null {
  const { text } = relations;
  const second = claims[at];
  const change = claims[at + 1];
  if (at !== 0 || second === undefined || change === undefined) return null;
  if (!/^(?:与|同|和|较|比)[^,，;]*$/.test(second.before)) return null;
  if (!ACROSS.test(text.slice(second.quantity.end, change.quantity.start))) return null;
  const first = wholeOfSentenceBefore(relations, second);
  return first === null || CHANGE.test(first.before) ? null : { from: second, to: first };
}

const ACROSS = new RegExp(`^相?比?[,，]?(?:收、?支|收入支出)?(?:总计)?各?(?:净)?(?:${RISES}|${FALLS})了?$`);

/** A,为预算B的103%,较上年C增加D: the level before the one that it is compared with. */
function comparedAt({ text }: Relations, claims: readonly Claim[], at: number): Levels | null {
  const second = claims[at];
  const last = claims[at - 1];
  const change = claims[at + 1];
  if (second === undefined || last === undefined || change === undefined) return null;
  if (!COMPARED.test(text.slice(last.quantity.end, second.quantity.start))) return null;
  if (!DIRECTLY.test(text.slice(second.quantity.end, change.quantity.start))) return null;
  const first = claims
    .slice(0, at)
    .findLast(
      (claim) =>
        isLevelFor(claim, second) &&
        !/超收|短收|超支/.test(claim.before) &&
        claim.quantity.kind === second.quantity.kind &&
        isMean(claim) === isMean(second),
    );
  if (first === undefined) return null;
  const between = text.slice(first.quantity.end, second.quantity.start);
  // 救助2936人次,支出604.8万元;与上年的2714人次相比: the clause that compares
  return between.replace(/;[比较同与][^;]*$/, "").includes(";") ? null : { from: second, to: first };
}

/** 人均1.5万元 is not what 去年的1425万元 is held against. */
function isMean({ before }: Claim): boolean {
  return /[人户村校笔案件场]均[^,，;]*$|平均|每[辆个人户名件家台次村亩][^,，;]{0,4}$/.test(before);
}

function sameKind(one: Claim, other: Claim): boolean {
  return one.quantity.dimension === other.quantity.dimension && one.quantity.kind === other.quantity.kind;
}

const FROM = /(?:由|从)[^,，;]{0,24}$/;
const TO_LEVEL = new RegExp(
  `^[^,，;\\d]{0,16},?[^,，;\\d]{0,10}(?:(?:${RISES}|${FALLS}|调整|变|优化|调)(?:到了?|至|为|成)|[一-龥](?:到了?|至)|[登跃迈站]上)(?:\\d{4}年(?:末|底)?的?|[^,，;\\d]{0,3})$`,
);
const EARLIER =
  /^[,，(](?:而)?(?:上年|去年|前年|上月|上季度?|上期|\d{4}年|[整治]{1,2}改?前|改革前|疫情前)(?:同期|末|底|全年)?(?:为|是|仅为?|则为)?$/;
/** 较上年预算1640万元减少154万元: what it is compared with stands before the change. */
const COMPARED = /^[,，;]?[^,，;]{0,4}(?:比|较|同|与)[^,，;。]{0,16}?的?$/;
const CHANGE = new RegExp(
  `(?:${RISES}|${FALLS})(?<!自然增长)(?:率|幅度?)?(?:支出|收入|投入|发放|(?<=[多少])[一-龥]{1,3})?(?:了|为|达)?(?:约|近|超过?)?$|^幅度(?:为|达)?$`,
);
const FALL = new RegExp(`(?:${FALLS})(?:率|幅度?)?(?:了|为|达)?(?:约|近|超过?)?$`);

/** 1640万元减少: the change right behind what it is compared with. */
const DIRECTLY = new RegExp(`^(?:的|(?:相比|比),?)?(?:净|共|偏)?(?:${RISES}|${FALLS})了?$`);

/** Every change behind two levels, in their sentence, up to the next pair of levels. */
function againstLevels(
  relations: Relations,
  claims: readonly Claim[],
  at: number,
  { from, to }: Levels,
): Finding[] {
  const findings: Finding[] = [];
  for (const change of claims.slice(at + 1, at + 3)) {
    const gap = relations.text.slice((claims[at] as Claim).quantity.end, change.quantity.start);
    const times =
      change.quantity.kind === "multiple" && /(?:是|为|达|相当于|等于)[^,，;]{0,10}的$/.test(change.before);
    const doubled = change.quantity.unit === "番";
    // 由6座增加到9座,新增3座
    const added = /^新增$/.test(change.before) && change.index === (claims[at] as Claim).index + 1;
    if (!(times || doubled || added || CHANGE.test(change.before)) || /[;]/.test(gap) || gap.length > 40)
      break;
    if (levelsAt(relations, claims, claims.indexOf(change)) !== null) break;
    const finding = changeFinding(relations, { from, to }, change);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

/** What a change's check found, with the calculation shown; null where the two levels and the change are of other kinds. */
export function changeFinding(
  relations: Relations,
  { from, to }: Levels,
  change: Claim,
  falls = FALL.test(change.before),
): Finding | null {
  if ([from, to, change].some((claim) => claim.quantity.approximation !== null)) return null;
  const [small, large] = falls ? [to, from] : [from, to];
  const spans = spansOf([from, to, change]);
  const [a, b, c] = [from, to, change].map((claim) => textOf(relations, claim)) as [string, string, string];
  const { kind } = change.quantity;
  if ((kind === "ratio" || kind === "points") && /年(?:均|平均)[^,，;]*$/.test(change.before)) return null;
  if (kind === "ratio" && from.quantity.kind !== "ratio") {
    const expected = grown(from.quantity.possible, change.quantity.possible, falls);
    if (expected === null || from.quantity.value.isZero()) return null;
    const holds = expected.overlaps(to.quantity.possible);
    if (
      !holds &&
      !/名义|现价|当年价/.test(change.before) &&
      REAL.test(
        relations.text.slice(
          Math.max(0, Math.min(from.quantity.start, to.quantity.start) - 14),
          change.quantity.end,
        ),
      )
    )
      return realPrices(spans, `${a} → ${b}, ${c}`);
    const rate = to.quantity.value
      .minus(from.quantity.value)
      .times(Decimal.HUNDRED)
      .divide(from.quantity.value, decimalsOf(c));
    return result("growth", holds, spans, `(${b} − ${a}) ÷ ${a} = ${rate ?? "?"}%`, c);
  }
  if (kind === "multiple") return timesFinding(relations, { from, to }, change, spans);
  if (kind === "ratio") return meantPoints({ from, to }, change, spans, [a, b, c]);
  const points = kind === "points" && from.quantity.kind === "ratio";
  if (!points && (kind !== from.quantity.kind || change.quantity.dimension !== from.quantity.dimension))
    return null;
  const expected = difference(large.quantity.possible, small.quantity.possible);
  const holds = expected?.overlaps(change.quantity.possible) ?? false;
  const off = large.quantity.value.minus(small.quantity.value);
  const words = points
    ? `${off}个百分点`
    : inWordsOf(off, { text: relations.text, mention: change.quantity });
  return result(
    "increase",
    holds,
    spans,
    `${textOf(relations, large)} − ${textOf(relations, small)} = ${words}`,
    c,
  );
}

/** 由6.8亿元增至19.04亿元,增长1.8倍: 2.8 times of what it was. Doublings (翻番) are told of what is only near them. */
function timesFinding(
  relations: Relations,
  { from, to }: Levels,
  change: Claim,
  spans: Finding["spans"],
): Finding | null {
  const { unit, value, place } = change.quantity;
  // 恰为起点的2倍: of two numbers that are rounded themselves
  const exactly = /恰|正好|刚好|整整/.test(change.before);
  const possible = exactly
    ? Interval.rounding(value, place.times(Decimal.powerOfTen(-1)))
    : change.quantity.possible;
  if (from.quantity.value.isZero() || (unit === "番" && value.isZero())) return null;
  const [a, b, c] = [from, to, change].map((claim) => textOf(relations, claim)) as [string, string, string];
  const exact = percentOf(from.quantity.possible, possible.times(Decimal.HUNDRED));
  const near = Interval.between(
    from.quantity.value.times(value).times(NEARLY),
    from.quantity.value.times(value).times(TWO),
  );
  const holds = (unit === "番" ? near : exact).overlaps(to.quantity.possible);
  const told = to.quantity.value.divide(from.quantity.value, 2) ?? "?";
  return result("growth", holds, spans, `${b} ÷ ${a} = ${told}`, c);
}

const NEARLY = Decimal.of("0.95");
const TWO = Decimal.of(2);

/** 由56.3%提高到58.6%,提高2.3%: the difference of two percentages is told in points; 2.3 % of 56.3 is another thing. */
function meantPoints(
  { from, to }: Levels,
  change: Claim,
  spans: Finding["spans"],
  [a, b, c]: readonly [string, string, string],
): Finding | null {
  const falls = to.quantity.value.compare(from.quantity.value) < 0;
  const [large, small] = falls ? [from, to] : [to, from];
  const points = difference(large.quantity.possible, small.quantity.possible);
  const relative = grown(from.quantity.possible, change.quantity.possible, falls);
  if (points === null || relative === null || relative.overlaps(to.quantity.possible)) return null;
  if (!points.overlaps(change.quantity.possible)) return null;
  const off = `${large.quantity.value.minus(small.quantity.value)}个百分点`;
  return result("increase", false, spans, `${falls ? a : b} − ${falls ? b : a} = ${off}`, c);
}

/** Every level that growth by a rate makes of a level; null for a negative rate and a fall of more than everything. */
export function grown(level: Interval, rate: Interval, falls: boolean): Interval | null {
  if (rate.high === null || rate.low.sign() < 0) return null;
  const hundred = Interval.exactly(Decimal.HUNDRED);
  const percent = falls ? difference(hundred, rate) : hundred.plus(rate);
  return percent === null ? null : percentOf(level, percent);
}

/** Whether growth may be at constant prices, so that levels at current ones do not tell it. */
export function isConstantPrices({ text }: Relations, levels: readonly Claim[], change: Claim): boolean {
  if (/名义|现价|当年价/.test(change.before)) return false;
  const from = Math.min(...levels.map(({ quantity }) => quantity.start));
  return REAL.test(text.slice(Math.max(0, from - 14), change.quantity.end));
}

const REAL = /可比价|不变价|实际增长|扣除价格|增加值|地区生产总值|GDP/;

function decimalsOf(text: string): number {
  return Math.max(1, (text.split(".")[1] ?? "").replace(/\D/g, "").length);
}

function realPrices(spans: Finding["spans"], arithmetic: string): Finding {
  return {
    rule: "growth",
    verdict: "cannot-tell",
    spans,
    arithmetic,
    message: {
      zh: "增速可能按可比价格计算，文中未说明是否名义增速，不能用现价总量核对",
      en: "the growth may be at constant prices; the text does not say that it is nominal",
    },
  };
}

function result(
  rule: "growth" | "increase",
  holds: boolean,
  spans: Finding["spans"],
  sum: string,
  stated: string,
): Finding {
  const told = sum.slice(sum.lastIndexOf("= ") + 2);
  return {
    rule,
    verdict: holds ? "consistent" : "inconsistent",
    spans,
    arithmetic: `${sum} ${holds ? "≈" : "≠"} ${stated}`,
    message: holds
      ? { zh: "增减与前后两数相符", en: "the change agrees with the two levels" }
      : {
          zh: `按前后两数计算应为${told}，文中为${stated}`,
          en: `the two levels give ${told}, the text says ${stated}`,
        },
  };
}

/** B…, 增加C, 增长x%: the level before is B − C. */
function againstIncrement(
  relations: Relations,
  claims: readonly Claim[],
  at: number,
  rate: Claim,
): Finding[] {
  const increment = claims[at - 1];
  if (increment === undefined || rate.quantity.kind !== "ratio") return [];
  if (!CHANGE.test(rate.before) || !CHANGE.test(increment.before) || increment.quantity.kind !== "quantity")
    return [];
  // 审减1.25亿元,审减率10%: of what was sent in, not of what is left
  if (/年(?:均|平均)[^,，;]*$/.test(rate.before) || /[审核]减/.test(increment.before)) return [];
  const level = levelBefore(relations, claims.slice(0, at - 1), increment);
  if (level === null) return [];
  if (!sameKind(level, increment) || level.quantity.unit !== increment.quantity.unit) return [];
  if (FALL.test(rate.before) !== FALL.test(increment.before)) return [];
  const between = relations.text.slice(level.quantity.end, increment.quantity.start);
  if (level.sentence === increment.sentence && !DIRECT.test(between)) return [];
  if ([level, increment, rate].some((claim) => claim.quantity.approximation !== null)) return [];
  const falls = FALL.test(rate.before);
  // 2022年为2422起,减少276起,降幅11.4%: the level of then is what the rate is of
  const ofThen = percentOf(level.quantity.possible, rate.quantity.possible).overlaps(
    increment.quantity.possible,
  );
  if (ofThen && OF_THEN.test(level.before) && !/[比较]上年|同比/.test(increment.before)) return [];
  const base = falls
    ? level.quantity.possible.plus(increment.quantity.possible)
    : difference(level.quantity.possible, increment.quantity.possible);
  if (base === null) return [];
  const holds = percentOf(base, rate.quantity.possible).overlaps(increment.quantity.possible);
  const [a, b, c] = [level, increment, rate].map((claim) => textOf(relations, claim)) as [
    string,
    string,
    string,
  ];
  const before = falls
    ? level.quantity.value.plus(increment.quantity.value)
    : level.quantity.value.minus(increment.quantity.value);
  if (before.sign() <= 0) return [];
  const percent = increment.quantity.value.times(Decimal.HUNDRED).divide(before, decimalsOf(c));
  const spans = spansOf([level, increment, rate]);
  if (
    !holds &&
    REAL.test(relations.text.slice(Math.max(0, level.quantity.start - 14), level.quantity.end) + rate.before)
  )
    return [realPrices(spans, `${a}, ${b}, ${c}`)];
  return [result("growth", holds, spans, `${b} ÷ (${a} ${falls ? "+" : "−"} ${b}) = ${percent ?? "?"}%`, c)];
}

const OF_THEN = /(?:上年|去年|(?:19|20)\d{2}年)[^,;]*$/;

/** The level that an increment changed: of its name, the nearest in the sentence, or one told before. */
function levelBefore(relations: Relations, before: readonly Claim[], increment: Claim): Claim | null {
  // 死亡17人,受伤159人,合计176人,死亡人数减少3人: the level of its name
  const name = /^[一-龥]{2}/.exec(increment.before)?.[0];
  const named = name && before.findLast((it) => it.before.startsWith(name) && isLevelFor(it, increment));
  return (
    named ||
    before.findLast((it) => isLevelFor(it, increment)) ||
    levelOf(relations, increment) ||
    comparedLevel(relations, increment)
  );
}

function isLevelFor(claim: Claim, increment: Claim): boolean {
  return (
    sameKind(claim, increment) &&
    !isPlan(claim) &&
    claim.quantity.unit === increment.quantity.unit &&
    !CHANGE.test(claim.before)
  );
}

const LEVEL_BACK = 60;

/** The level of the same name in the sentences before, within the paragraph. */
function levelOf({ claims }: Relations, increment: Claim): Claim | null {
  if (increment.subject.length < 3) return null;
  for (let at = increment.index - 1; at >= Math.max(0, increment.index - LEVEL_BACK); at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.paragraph !== increment.paragraph) return null;
    if (claim.sentence === increment.sentence || claim.subject !== increment.subject) continue;
    if (claim.quantity.kind === "quantity" && !CHANGE.test(claim.before)) return claim;
  }
  return null;
}

/** 收支总计为A。与上年相比,各增加C,增长x%: the one amount of the sentence before. */
function comparedLevel({ text, claims, sentences }: Relations, increment: Claim): Claim | null {
  const level = claims[increment.index - 1];
  const other = claims[increment.index - 2];
  const start = sentences[increment.sentence]?.start ?? 0;
  if (level === undefined || level.sentence !== increment.sentence - 1) return null;
  if (other?.sentence === level.sentence || level.paragraph !== increment.paragraph) return null;
  return AGAINST.test(text.slice(start, increment.quantity.start)) && isLevelFor(level, increment)
    ? level
    : null;
}

const AGAINST = /^(?:与|同|比|较)(?:上年|去年|\d{4}年)[^;]*$/;
const DIRECT = /^[,，][^;。]{0,48}$/;
