import { Decimal } from "../../quantity/index.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, isLevel, yearBefore } from "../checks/groups.ts";
import { fitsShare, shareResult } from "../checks/ratio.ts";
import type { Claim, Relations } from "../relate.ts";

/**
 * Rates and means of a whole population, wherever the text tells it: 城镇化率 of its urban part, 出生率 and 死亡率, and
 * 人均地区生产总值. Births, deaths and product are told of a year's mean population, which the one at its end comes
 * within a few hundredths of: what is nearer than that holds.
 */
export function checkPopulation(relations: Relations): Finding[] {
  const { claims } = relations;
  // 常住人口52.6万人,比上年末增加0.2万人: the change bears the same name
  const all = claims.filter((it) => isPersons(it) && RESIDENTS.test(it.subject) && isLevel(it));
  const usual = all.filter((claim) => /常住/.test(claim.subject));
  const residents = usual.length > 0 ? usual : all;
  const [population] = residents;
  if (population === undefined) return [];
  // registered or resident, of this year or the last: where two are told, nothing says which is meant
  if (residents.some((it) => !isNear(population.quantity.value, it.quantity.value))) return [];
  const year = yearBefore(relations, population.quantity.start);
  const own = claims.filter((claim) => yearBefore(relations, claim.quantity.start) === year);
  return [
    ...urban(relations, own, population),
    ...perThousand(relations, own, population),
    ...perHead(relations, own, population),
  ];
}

/** A whole population: not its part in towns or in villages. */
const RESIDENTS = /^(?!.*(?:城镇|城市|乡村|农村|每)).*(?:常住|总|户籍)人口$/;

function isPersons({ quantity }: Claim): boolean {
  return quantity.dimension === "person" && quantity.kind === "quantity" && quantity.approximation === null;
}

function urban(relations: Relations, claims: readonly Claim[], population: Claim): Finding[] {
  const part = claims.find((claim) => isPersons(claim) && /城镇(?:常住)?人口$/.test(claim.subject));
  const rate = claims.find((it) => it.quantity.unit === "%" && /城镇化率(?:达到?|为)?$/.test(it.before));
  if (part === undefined || rate === undefined || rate.quantity.approximation !== null) return [];
  if (
    /户籍/.test(rate.before) !== /户籍/.test(population.subject) ||
    part.quantity.value.compare(population.quantity.value) > 0
  )
    return [];
  if (part.paragraph !== population.paragraph) return [];
  return [shareResult(relations, [part, population, rate], fitsShare(part, population, rate))];
}

const RATES: readonly { readonly part: RegExp; readonly rate: RegExp }[] = [
  { part: /出生(?:人口|人数)?$/, rate: /(?:^|[^再])出生率(?:为|达)?$/ },
  { part: /死亡(?:人口|人数)?$/, rate: /死亡率(?:为|达)?$/ },
];

function perThousand(relations: Relations, claims: readonly Claim[], population: Claim): Finding[] {
  const told = RATES.flatMap((row) => {
    const part = claims.find((claim) => isPersons(claim) && row.part.test(claim.before));
    const rate = claims.find((claim) => claim.quantity.unit === "‰" && row.rate.test(claim.before));
    if (part === undefined || rate === undefined || rate.sentence !== part.sentence) return [];
    const over = part.quantity.value.times(THOUSAND).divide(rate.quantity.value, 2);
    return over === null || rate.quantity.approximation !== null ? [] : [{ part, rate, over }];
  });
  const [first, second] = told;
  const isOther = told.every(({ over }) => !isNear(over, population.quantity.value));
  // births and deaths of one other population: the registered one, of which the text may tell nothing
  if (isOther && first !== undefined && second !== undefined && isNear(first.over, second.over)) return [];
  // 按年平均人口389000人计算: the one that they are of
  const mean = claims.find((claim) => /年平均(?:常住|户籍)?人口$/.test(claim.before) && isPersons(claim));
  return told.map(({ part, rate, over }) =>
    mean === undefined
      ? shareResult(relations, [part, population, rate], isNear(over, population.quantity.value))
      : shareResult(relations, [part, mean, rate], fitsShare(part, mean, rate)),
  );
}

const THOUSAND = Decimal.of(1000);

function perHead(relations: Relations, claims: readonly Claim[], population: Claim): Finding[] {
  const total = claims.find((claim) => PRODUCT.test(claim.subject) && isMoney(claim, false));
  const mean = claims.find((claim) => HEAD.test(claim.before) && isMoney(claim, true));
  if (total === undefined || mean === undefined) return [];
  // of the year's mean population, which two of its ends give; of one end it is only near
  const then = THEN_OF.exec(relations.text.slice(population.quantity.end, population.quantity.end + 40));
  const last = then === null ? undefined : relations.claims[population.index + 1];
  const isOfTwo = last !== undefined && addable(last, population) && /上年末/.test(last.before);
  const both = isOfTwo ? population.quantity.value.plus(last.quantity.value).divide(Decimal.of(2), 2) : null;
  const exact = total.quantity.value.divide(both ?? population.quantity.value, 2);
  const end = total.quantity.value.divide(population.quantity.value, 2);
  if (exact === null || end === null || exact.isZero()) return [];
  const holds = [exact, end].some((it) =>
    isWithin(it, mean.quantity.value, both === null ? FIFTIETH : TWO_HUNDREDTH),
  );
  return [
    meanFinding(relations, [total, population, mean], total.quantity.value, population.quantity.value, holds),
  ];
}

const PRODUCT = /^(?:全[区县市省])?(?:地区|国内)?生产总值$|^GDP$/;
const HEAD = /人均(?:地区|国内)?(?:生产总值|GDP)(?:达到?|为)?$/;

function isMoney({ quantity, before }: Claim, mean: boolean): boolean {
  return (
    quantity.dimension === "money" &&
    quantity.approximation === null &&
    quantity.unit === "元" &&
    /人均/.test(before) === mean
  );
}

const THEN_OF = /^[^。;]{0,6}上年末/;

/** Whether a number is within four hundredths of another. */
function isNear(one: Decimal, other: Decimal): boolean {
  return isWithin(one, other, Decimal.of(25));
}

/** Whether a number is within a part of another. */
function isWithin(one: Decimal, other: Decimal, part: Decimal): boolean {
  return one.minus(other).abs().times(part).compare(one) <= 0;
}

const FIFTIETH = Decimal.of(50);
const TWO_HUNDREDTH = Decimal.of(200);
