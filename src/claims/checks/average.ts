import { Decimal } from "../../quantity/index.ts";
import type { Claim, Relations } from "../relate.ts";
import { decimalsOf, inWordsOf, product } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { addable, insideList, labelOf, spansOf, textOf } from "./groups.ts";

/** 65名…9.75万元,人均1500元; 86个小组,每组4人,共344人: a mean against the total and the number that stand with it. */
export function checkAverages(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  const residents = relations.claims.find(
    ({ subject, quantity }) => subject.endsWith("常住人口") && quantity.dimension === "person",
  );
  for (const claims of relations.bySentence) {
    for (const [at, mean] of claims.entries()) {
      const rate = perThousand(relations, claims, at, residents);
      if (rate !== null) findings.push(rate);
      const per = perOf(mean.before);
      if (per === null || mean.quantity.approximation !== null) continue;
      // 人均采样400人: persons over persons, and nothing tells which
      if (per.units === PERSONS && mean.quantity.dimension === "person") continue;
      const near = claims
        .slice(Math.max(0, at - 5), at)
        .filter((claim) => claim.quantity.approximation === null && !isMean(claim));
      const isCount = (claim: Claim) =>
        per.units.has(claim.quantity.unit) &&
        !COMPARED.test(claim.before) &&
        (claim.before + claim.after + claim.subject).includes(per.noun);
      const inSentence = near.filter(isCount);
      const counts = inSentence.length > 0 || per.each ? inSentence : countBefore(relations, mean, isCount);
      const behind = claims.slice(at + 1, at + 2).filter((claim) => TOTAL.test(claim.before));
      const own = per.each ? behind : [...near, ...behind];
      const totals = own.filter(
        (claim) => isTotal(claim, mean) && !counts.includes(claim) && !isListed(relations, claim),
      );
      if (totals.length === 0 && !per.each) totals.push(...namedTotal(relations, mean, counts.at(-1)));
      const pairs = totals.flatMap((total) => counts.map((count) => ({ total, count })));
      const fitting = pairs.find(({ total, count }) => fits(total, count, mean));
      // where none fits, the last total and the last number are what the mean is of, if they stand right before it
      const { total, count } = fitting ?? { total: totals.at(-1), count: counts.at(-1) };
      if (total === undefined || count === undefined || count.quantity.value.isZero()) continue;
      // 地下11.5亿立方米,重复计算9.2亿立方米,扣除后…: of what the text does not tell
      const taken = /扣除|剔除/.test(relations.text.slice(total.quantity.end, mean.quantity.start));
      if (fitting === undefined && (taken || isOfBoth(relations, totals, count, mean))) continue;
      if (fitting === undefined && (isFar(relations, mean, count, total) || isOfOther(mean, total))) continue;
      findings.push(finding(relations, total, count, mean));
    }
  }
  return findings;
}

/** 警务室8个,配民警16名、辅警56名,平均每室9人: of two numbers together. */
function isOfBoth({ text }: Relations, totals: readonly Claim[], count: Claim, mean: Claim): boolean {
  const [first, second] = totals.slice(-2);
  if (first === undefined || second === undefined || !addable(first, second)) return false;
  if (!/^[、和]/.test(text.slice(first.quantity.end, second.quantity.start))) return false;
  const both = first.quantity.possible.plus(second.quantity.possible);
  return product(mean.quantity.possible, count.quantity.possible).overlaps(both);
}

/** 老年人7.9万人,床位2370张,每千名老年人拥有床位30张. */
function perThousand(
  relations: Relations,
  claims: readonly Claim[],
  at: number,
  residents: Claim | undefined,
): Finding | null {
  const mean = claims[at] as Claim;
  const [, rank = "", noun = ""] = THOUSAND.exec(mean.before) ?? [];
  const factor = THOUSANDS[rank];
  if (factor === undefined || mean.quantity.approximation !== null) return null;
  const here = claims.slice(Math.max(0, at - 4), at);
  // 老年人口24.3万人。…床位8505张,每千名老人35张: the number of persons may stand some sentences before
  const before = relations.claims.slice(Math.max(0, mean.index - THOUSAND_BACK), mean.index - here.length);
  const near = [...before.filter((claim) => claim.paragraph === mean.paragraph), ...here].filter(
    (claim) => claim.quantity.approximation === null,
  );
  const households = /每百户/.test(mean.before);
  const [behind] = claims.slice(at + 1, at + 2);
  const counted = households
    ? [...near, ...(behind === undefined ? [] : [behind])].findLast((it) => it.quantity.unit === "户")
    : [...near, ...(behind === undefined ? [] : [behind])].findLast(
        (claim) => claim.quantity.dimension === "person" && isNamed(claim, noun || "人口"),
      );
  const count = counted ?? (noun === "常住人口" ? residents : undefined);
  // 老年人7.9万人,每千名老年人拥有护理员48人: the persons that it is over are not those it is of
  const isWhole = (claim: Claim) =>
    claim !== count && isTotal(claim, mean) && claim.quantity.unit === mean.quantity.unit;
  const last = near.findLast(isWhole);
  // 按常住人口47.6万人计算,每千人拥有床位6张: of the beds that the paragraph told
  const thing = /[一-龥]{2}$/.exec(mean.before)?.[0] ?? "";
  const total =
    last?.sentence === mean.sentence || /有$/.test(thing)
      ? last
      : near.findLast((claim) => isWhole(claim) && claim.subject.endsWith(thing));
  if (total === undefined || count === undefined || (total === last && total.sentence !== mean.sentence))
    return null;
  const fits = ({ quantity: { possible } }: Claim) =>
    product(mean.quantity.possible, possible.times(factor)).overlaps(total.quantity.possible);
  const holds = fits(count);
  // 户籍人口52.36万人: of two populations the other one may have been meant
  if (!holds && residents !== undefined && fits(residents)) return null;
  const decimals = decimalsOf(mean.quantity.place);
  const told = total.quantity.value.divide(count.quantity.value.times(factor), decimals) ?? "?";
  return resultOf(
    relations,
    { total, count, mean, over: count.quantity.value },
    `${told}${mean.quantity.unit}`,
    holds,
  );
}

const THOUSAND_BACK = 12;

/** 老年人口 for 老人, 常住人口 for 人口. */
function isNamed(claim: Claim, noun: string): boolean {
  const label = labelOf(claim);
  return label.includes(noun) || (/^老(?:年)?人$/.test(noun) && /老年人/.test(label));
}

const THOUSAND =
  /每(百|千|万|100|1000)(?:名|户)?(?:人(?!口)|([一-龥]{2,6}?)(?=拥有|有|[床卫医养执]|$))[^,，;]{0,12}$/;
const THOUSANDS: Readonly<Record<string, Decimal>> = {
  百: Decimal.of("0.01"),
  千: Decimal.of("0.001"),
  万: Decimal.of("0.0001"),
  "100": Decimal.of("0.01"),
  "1000": Decimal.of("0.001"),
};

/** 损毁设施317处,…。投入管护资金951万元,平均每处3万元: the one number of the paragraph before that it can be over. */
function countBefore(relations: Relations, mean: Claim, isCount: (claim: Claim) => boolean): Claim[] {
  const { claims } = relations;
  const found: Claim[] = [];
  const from = Math.max(0, mean.index - TOTAL_BACK);
  for (let at = mean.index - 1; at >= from && claims[at]?.paragraph === mean.paragraph; at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.quantity.approximation !== null || !isCount(claim) || insideList(relations, claim)) continue;
    found.push(claim);
  }
  return found.length === 1 ? found : [];
}

/** 分别为36条、18条,平均每个问题3条: an item of a list that has no words of its own is no total. */
function isListed({ claims }: Relations, claim: Claim): boolean {
  const last = claims[claim.index - 1];
  return (
    claim.before === "" && last !== undefined && last.sentence === claim.sentence && addable(last, claim)
  );
}

/** Whether a semicolon or too many other numbers stand between the mean and what it would be of. */
function isFar({ text }: Relations, mean: Claim, count: Claim, total: Claim): boolean {
  if (count.sentence !== mean.sentence)
    return total.sentence !== mean.sentence || mean.index - total.index > 1;
  const first = Math.min(count.index, total.sentence === mean.sentence ? total.index : count.index);
  return mean.index - first > 3 || text.slice(count.quantity.end, mean.quantity.start).includes(";");
}

/** 拆除旧房41万平方米…户均住房面积从26平方米扩大到…: a mean of something that the total does not name. */
function isOfOther(mean: Claim, total: Claim): boolean {
  // 年人均 is over the year's persons, not over how many times they were helped
  if (/[由从]$|[年月日]人均/.test(mean.before)) return true;
  const noun = /(?:面积|收入|寿命|产值|GDP)[由从]?$/.exec(mean.before)?.[0].replace(/[由从]$/, "");
  return noun !== undefined && !total.before.includes(noun) && noun !== "收入";
}

/** 公务接待费3.32万元。…396人次,人均接待费83.84元: the total of the same name, earlier in the paragraph. */
function namedTotal({ claims }: Relations, mean: Claim, count: Claim | undefined): Claim[] {
  const own = mean.subject.replace(PER_WORD, "");
  // 公务接待3270批次、2.18万人次,人均150元: a mean that names nothing is of what was counted
  const name = own === "" || own === "人" ? `${eventOf(claims, count)}费` : own;
  if (name.length < 3) return [];
  const from = Math.max(0, mean.index - TOTAL_BACK);
  for (let at = mean.index - 1; at >= from && claims[at]?.paragraph === mean.paragraph; at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.subject.endsWith(name) && claim.quantity.approximation === null && isTotal(claim, mean))
      return [claim];
  }
  return [];
}

const TOTAL_BACK = 40;

/** 公务接待3270批次、2.18万人次: what was done so many times. */
function eventOf(claims: readonly Claim[], count: Claim | undefined): string {
  if (count === undefined) return "";
  const head = count.before === "" ? claims[count.index - 1] : count;
  return /[一-龥]{2,4}$/.exec(head?.before ?? "")?.[0] ?? "";
}

const PER_WORD = /^(?:人次均|次均|[人户村校笔亩车件场]均)/;

interface Per {
  /** the units that what it is divided by may have */
  readonly units: ReadonlySet<string>;
  /** what it is divided by, where it is named (平均每社区); else empty */
  readonly noun: string;
  /** whether it is told of each, not as a mean: such a number is checked against a total behind it only */
  readonly each: boolean;
}

/** What a mean is a mean over; null where the words tell none. */
function perOf(before: string): Per | null {
  const named = NAMED.exec(before)?.[1];
  if (named !== undefined) return { units: NOUN_UNITS, noun: named, each: false };
  const mean = PER.exec(before)?.[1];
  if (mean !== undefined)
    return {
      units: UNITS[mean] ?? new Set([mean.slice(-1)]),
      noun: /村$/.test(mean) ? "村" : "",
      each: false,
    };
  const over = OVER.exec(before)?.[1];
  if (over !== undefined)
    return {
      units: new Set([over, `${over}次`, ...NOUN_UNITS]),
      noun: over.length > 1 ? over : "",
      each: false,
    };
  const each = EACH.exec(before)?.[1];
  if (each === undefined) return null;
  return { units: UNITS[`平均每${each}`] ?? new Set([each]), noun: "", each: true };
}

function isMean(claim: Claim): boolean {
  return perOf(claim.before) !== null;
}

/** 较二季度的802起减少160起: what is compared with is of another time. */
const COMPARED = /[较比][^,，;]{1,8}的$/;
/** 户均投入3000元,共投入150万元: the total behind the mean. */
const TOTAL =
  /(?:(?:共|总|合计|累计)[^,，;]{0,6}|(?:投入|发放|支付|补助|拨付)[^,，;]{0,4}(?:资金|补贴|经费)?)$/;
const PER =
  /(人次均|次均|人均|生均|户均|村均|校均|笔均|亩均|车均|件均|场均|日均|天均|月均|平均每[人户村名个家笔件场亩所处座辆台套次批期轮班校组队天日月](?![一-龥]*村))[^,，;]{0,8}$/;
/** 平均每社区2名, 平均每个乡镇2.4名 */
const OVER = /平均每(?:个|所|家|支)?([一-龥]{1,4}?)(?:约|配备|有|达)?$/;
/** 平均每个采样点4名: what it is divided by stands behind the classifier. */
const NAMED = /平均每(?:个|所|家|支|座|处)([一-龥]{2,6}?)(?:约|配备|配|有|达|投入|补助)?$/;
const NOUN_UNITS = new Set(["个", "所", "家", "支", "座", "处"]);
/** 每组4人; not what each month or year has. */
const EACH =
  /^(?!.*每[年月日天周季次])[^,，;]*每([组队支户人名村家亩所校班场期批个套台座辆间条处箱袋瓶盒份捆桶柜栋幢排株棵])[^,，;每]{0,6}$/;
const PERSONS = new Set(["人", "名", "位", "人次"]);
const UNITS: Readonly<Record<string, ReadonlySet<string>>> = {
  人均: PERSONS,
  人次均: new Set(["人次"]),
  生均: PERSONS,
  次均: new Set(["人次", "次"]),
  日均: new Set(["天", "日"]),
  天均: new Set(["天", "日"]),
  月均: new Set(["个月", "月"]),
  平均每天: new Set(["天", "日"]),
  平均每日: new Set(["天", "日"]),
  平均每月: new Set(["个月", "月"]),
  户均: new Set(["户"]),
  村均: new Set(["个"]),
  校均: new Set(["所"]),
  笔均: new Set(["笔"]),
  亩均: new Set(["亩"]),
  车均: new Set(["辆", "台"]),
  件均: new Set(["件"]),
  场均: new Set(["场", "场次"]),
  平均每人: PERSONS,
  平均每名: PERSONS,
  平均每户: new Set(["户"]),
  平均每村: new Set(["个"]),
  平均每个: new Set(["个"]),
  平均每家: new Set(["家", "户"]),
  平均每场: new Set(["场", "场次"]),
  平均每组: new Set(["组", "个", "支"]),
  平均每队: new Set(["队", "支", "个"]),
  平均每校: new Set(["所"]),
  平均每班: new Set(["班", "个"]),
  平均每批: new Set(["批", "批次"]),
};

function isTotal(claim: Claim, mean: Claim): boolean {
  return (
    addable(claim, mean) &&
    claim.quantity.kind === "quantity" &&
    !isMean(claim) &&
    !/(?:增长|增加|提高|下降|减少|降低)了?$/.test(claim.before) &&
    claim.quantity.value.compare(mean.quantity.value) > 0
  );
}

function fits(total: Claim, count: Claim, mean: Claim): boolean {
  return product(mean.quantity.possible, count.quantity.possible).overlaps(total.quantity.possible);
}

function finding(relations: Relations, total: Claim, count: Claim, mean: Claim): Finding {
  const { value } = total.quantity;
  return meanFinding(relations, [total, count, mean], value, count.quantity.value, fits(total, count, mean));
}

/** What a mean's check found, with the division shown: a total in the mean's unit, and the number that it is over. */
export function meanFinding(
  relations: Relations,
  [total, count, mean]: readonly [Claim, Claim | null, Claim],
  value: Decimal,
  over: Decimal,
  holds: boolean,
): Finding {
  const decimals = decimalsOf(mean.quantity.place);
  // 196 ÷ 62 is 3.16, not 3, where 3 is what it is held against
  const rounded = value.divide(over, decimals);
  const exact = !holds && rounded?.equals(mean.quantity.value) ? value.divide(over, decimals + 2) : rounded;
  // 47.5亿元 over 5 is 9.5亿元, and not 950000000元
  const { place } = mean.quantity;
  const isRound = place.compare(Decimal.ONE) > 0;
  const finer = isRound ? value.divide(over.times(place), 1)?.times(place) : null;
  const told = finer
    ? inWordsOf(finer, { text: relations.text, mention: mean.quantity })
    : `${exact ?? "?"}${mean.quantity.unit}`;
  return resultOf(relations, { total, count, mean, over }, told, holds);
}

function resultOf(
  relations: Relations,
  { total, count, mean, over }: { total: Claim; count: Claim | null; mean: Claim; over: Decimal },
  told: string,
  holds: boolean,
): Finding {
  const [a, c] = [total, mean].map((claim) => textOf(relations, claim)) as [string, string];
  const times = count === null ? null : over.divide(count.quantity.value, 2);
  const each = times === null || times.equals(Decimal.ONE) ? "" : ` × ${times}`;
  const b = count === null ? over.toString() : `${textOf(relations, count)}${each}`;
  return {
    rule: "average",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf(count === null ? [total, mean] : [total, count, mean]),
    arithmetic: `${a} ÷ ${b} = ${told} ${holds ? "≈" : "≠"} ${c}`,
    message: holds
      ? { zh: "平均数与总量、个数相符", en: "the mean agrees with total and number" }
      : {
          zh: `按总量与个数计算应为${told}，文中为${c}`,
          en: `total and number give ${told}, the text says ${c}`,
        },
  };
}
