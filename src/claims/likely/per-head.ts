import { Decimal } from "../../quantity/index.ts";
import { decimalsOf, product } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { spansOf, textOf } from "../checks/groups.ts";
import { before, common, placeIn, whereOf } from "./around.ts";
import type { Known, Numbers } from "./numbers.ts";
import { type Candidate, percent, productOf } from "./relation.ts";

/**
 * Every total and population that a number may be the quotient of, times a thousand or more: 每千人拥有床位6.23张,
 * 发病率279.86/10万.
 */
export function* perHeadOf(numbers: Numbers, rate: Known): Generator<Candidate> {
  const [, each = "", over = ""] = EACH.exec(rate.before) ?? OVER.exec(rate.claim.quantity.unit) ?? [];
  const scale = SCALES[each];
  if (scale === undefined || rate.value <= 0) return;
  const isRate = rate.claim.quantity.unit.startsWith("/");
  const isPlain = (it: Known) => it.amount && it.role === "level" && it.claim.quantity.dimension !== "money";
  const near = before(numbers, rate, 14, isPlain);
  const named = numbers.named(rate.before, rate).filter((it) => isPlain(it) && !near.includes(it));
  // 上年末31.62万人: of this year are the beds
  const persons = near.filter((it) => it.kind === PERSONS && !it.ofThen);
  const all = numbers.largestOf(PERSONS, rate);
  const counts = new Set([...persons, ...(all === undefined ? [] : [all])]);
  for (const total of [...near, ...named]) {
    if (isRate ? total.kind === PERSONS : total.kind !== rate.kind) continue;
    // 户籍人口86.42万人,每千常住人口床位6.6张
    for (const count of counts)
      if (count !== total && !(over.includes("常住") && /户籍|公安/.test(count.name)))
        yield productOf([total, count, rate], percent(1 / scale), {
          kind: "perHead",
          derived: rate,
          features: () => [
            `total ${named.includes(total) ? "named" : placeIn(total, near, 3)}`,
            `total ${whereOf(numbers, total, rate)}`,
            `total named ${Math.min(3, common(total.name, rate.before))}`,
            over !== "" && `over ${Math.min(2, common(over, count.name))} ${common(over, POPULATION) >= 1}`,
            count === all && "of all",
            POPULATION_OF.test(count.before) && "population",
            `count ${whereOf(numbers, count, rate)}`,
          ],
          finding: () => findingOf(numbers, { total, count, rate, scale }),
        });
  }
}

const PERSONS = "quantity 人";
const EACH = /每(百|千|万|十万|1000|10000|10万)(?:名|位|个)?([一-龥]{1,6})[^,;]*$/;
const OVER = /^\/(万|10万)()$/;
const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  1000: 1000,
  万: 10_000,
  10000: 10_000,
  十万: 100_000,
  "10万": 100_000,
};
const POPULATION = "人口常住";
const POPULATION_OF = /人口[^,;]*$/;

function findingOf(
  { relations }: Numbers,
  {
    total,
    count,
    rate,
    scale,
  }: { readonly total: Known; readonly count: Known; readonly rate: Known; readonly scale: number },
): Finding | null {
  const by = Decimal.of(String(scale));
  const [whole, over, told] = [total, count, rate].map(({ claim }) => claim.quantity) as [
    Quantity,
    Quantity,
    Quantity,
  ];
  if (product(told.possible, over.possible).overlaps(whole.possible.times(by))) return null;
  const exact = whole.value.times(by).divide(over.value, decimalsOf(told.place));
  if (exact === null || exact.equals(told.value)) return null;
  const claims = [total.claim, count.claim, rate.claim];
  const [a, b, c] = claims.map((claim) => textOf(relations, claim));
  const meant = `${exact}${told.unit}`;
  return {
    rule: "average",
    verdict: "inconsistent",
    spans: spansOf(claims),
    arithmetic: `${a} ÷ ${b} × ${scale} = ${meant} ≠ ${c}`,
    message: {
      zh: `按总量与人数计算应为${meant}，文中为${c}`,
      en: `total and number of persons give ${meant}, the text says ${c}`,
    },
  };
}

type Quantity = Known["claim"]["quantity"];
