import { type Interval, unitWritten } from "../../quantity/index.ts";
import { inWordsOf, product } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { isLevel, spansOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { roundedMean } from "./means-over-time.ts";
import { type Measure, slipOf } from "./near.ts";

/**
 * So much for each unit, times so many units, is so much: 水价每吨3.5元,户均用水60吨,年水费210元; 面积312.5万亩,产量125万吨,
 * 单产400公斤/亩; 储备3600吨,每天消耗90吨,可保障40天.
 */
export function checkUnitPrices(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((price) => {
    const over = isExact(price) && !isSettled(price) ? unitsOf(price) : null;
    return over === null ? [] : (ofPrice(relations, price, over) ?? []);
  });
}

/** Of what unit a price is, and for each of what. */
interface PriceUnits {
  readonly of: string;
  readonly each: string;
}

function unitsOf({ before, quantity: { unit } }: Claim): PriceUnits | null {
  const [of, each] = unit.split(/[/每]/) as [string, string | undefined];
  if (each !== undefined) return { of, each };
  if (CHANGED.test(before)) return null;
  const word = EACH.exec(before)
    ?.slice(1)
    .find((it) => it !== undefined);
  return word === undefined ? null : { of: unit, each: word === "日" ? "天" : word };
}

const CHANGED = /[由从]$|增加|提高|下降|减少|降低|上涨/;
const EACH =
  /每(平方米|立方米|公里|公斤|公顷|吨|亩|度|千瓦时)[^,，;]{0,6}$|(亩)均[^,，;]{0,4}$|(?:每(天|日)|(天|日)均)[^,，;]{0,2}(?:消耗|用量|需求?)[一-龥]{0,4}$|(日)耗$|每(天|日)(?:处理|清运|运送|发出|生产|加工)$|(亩)产$/;

function isExact(claim: Claim): boolean {
  const { kind, approximation, value } = claim.quantity;
  return (kind === "quantity" || kind === "duration") && approximation === null && value.sign() > 0;
}

interface Triple {
  readonly number: Claim;
  readonly total: Claim;
  /** the number in the price's units, and the total in its unit */
  readonly count: Measure;
  readonly sum: Measure;
}

function ofPrice(relations: Relations, price: Claim, { of, each }: PriceUnits): Finding | null {
  const near = relations.claims
    .slice(Math.max(0, price.index - BACK), price.index + 1 + AHEAD)
    .filter((it) => it !== price && it.paragraph === price.paragraph && isExact(it) && isLevel(it));
  const triples = near.flatMap((number) => {
    const count = inUnit(number, each);
    return near.flatMap((total) => {
      const sum = number === total ? null : inUnit(total, of);
      return count === null || sum === null ? [] : [{ number, total, count, sum }];
    });
  });
  const fitting = triples.find((it) => fits(it, price));
  if (fitting !== undefined) return result(relations, price, fitting, true);
  const steps = ({ number, total }: Triple) =>
    Math.abs(price.index - number.index) + Math.abs(price.index - total.index);
  const slip = triples
    .filter(({ number, total }) => number.sentence === price.sentence && total.sentence === price.sentence)
    .toSorted((one, other) => steps(one) - steps(other))
    .find((it, at) => slipOfTriple(it, price) * (at + 1) <= MOST);
  return slip === undefined ? null : result(relations, price, slip, false);
}

const BACK = 6;
const AHEAD = 2;
/** A slip from the nearest number and total happens by chance as often as it does, from the next ones twice as often. */
const MOST = 0.25;

/** A claim's value in a unit; null where it does not measure that. */
function inUnit({ quantity }: Claim, unit: string): Measure | null {
  const { value, possible } = quantity;
  if (quantity.unit === unit) return { value, possible };
  const [from, to] = [unitWritten(quantity.unit), unitWritten(unit)];
  if (from === null || to === null || from.dimension !== to.dimension || !MEASURED.has(from.dimension))
    return null;
  const factor = from.factor.divideExactly(to.factor);
  return factor === null ? null : { value: value.times(factor), possible: possible.times(factor) };
}

const MEASURED: ReadonlySet<string> = new Set(["mass", "length", "area", "volume", "energy", "duration"]);

function fits({ count, sum }: Triple, price: Claim): boolean {
  const each: Interval = price.quantity.unit.includes("/") ? price.quantity.possible : roundedMean(price);
  return product(each, count.possible).overlaps(sum.possible);
}

/** How likely by chance the price, or the total, is a slip away from what the other two give. */
function slipOfTriple({ count, sum, total }: Triple, price: Claim): number {
  const exact = sum.value.divide(count.value, 6);
  const whole = total.quantity.value.times(price.quantity.value.times(count.value)).divide(sum.value, 6);
  const chances = [exact && slipOf(price, exact), whole && slipOf(total, whole)];
  return Math.min(...chances.map((it) => it ?? 1));
}

function result(
  relations: Relations,
  price: Claim,
  { number, total, count, sum }: Triple,
  holds: boolean,
): Finding {
  const [a, b, c] = [price, number, total].map((claim) => textOf(relations, claim)) as [
    string,
    string,
    string,
  ];
  const exact = total.quantity.value.times(price.quantity.value.times(count.value)).divide(sum.value, 2);
  const told = exact === null ? "?" : inWordsOf(exact, { text: relations.text, mention: total.quantity });
  return {
    rule: "average",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf([price, number, total]),
    arithmetic: `${a} × ${b} = ${told} ${holds ? (told === c ? "=" : "≈") : "≠"} ${c}`,
    message: holds
      ? { zh: "单价、数量与总量相符", en: "so much for each, times their number, is the total" }
      : {
          zh: `按单价与数量计算应为${told}，文中为${c}`,
          en: `so much for each, times their number, gives ${told}, the text says ${c}`,
        },
  };
}
