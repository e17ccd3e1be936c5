import { product } from "../checks/arithmetic.ts";
import { meanFinding } from "../checks/average.ts";
import type { Finding } from "../checks/finding.ts";
import type { Claim, Relations } from "../relate.ts";
import { roundedMean } from "./means-over-time.ts";
import { amountsBefore, slipOf } from "./near.ts";

/** 装机21.6万千瓦,发电7.344亿千瓦时,平均利用3400小时: the hours are energy over power, of the nearest two of the paragraph. */
export function checkHoursOfUse(relations: Relations): Finding[] {
  return relations.claims.flatMap((hours) => {
    const { unit, approximation } = hours.quantity;
    if (unit !== "小时" || approximation !== null || !USED.test(hours.before)) return [];
    const near = amountsBefore(relations, hours);
    const energies = near.filter((it) => it.quantity.dimension === "energy");
    const powers = near.filter((it) => it.quantity.dimension === "power");
    const pairs = energies.flatMap((energy) => powers.map((power) => ({ energy, power })));
    const told = ({ energy, power }: Pair, holds: boolean) => {
      const [over, under] = [energy.quantity.value, power.quantity.value];
      return [meanFinding(relations, [energy, power, hours], over, under, holds)];
    };
    const fitting = pairs.find((pair) => fits(pair, hours));
    if (fitting !== undefined) return told(fitting, true);
    const [nearest] = pairs;
    if (nearest === undefined) return [];
    const exact = nearest.energy.quantity.value.divide(nearest.power.quantity.value, 0);
    return exact !== null && (slipOf(hours, exact) ?? 1) <= MOST ? told(nearest, false) : [];
  });
}

interface Pair {
  readonly energy: Claim;
  readonly power: Claim;
}

function fits({ energy, power }: Pair, hours: Claim): boolean {
  return product(roundedMean(hours), power.quantity.possible).overlaps(energy.quantity.possible);
}

const USED = /利用(?:时间|小时数?)?(?:达到?|为)?$/;
const MOST = 0.25;
