import type { Finding } from "../checks/finding.ts";
import { spansOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { inUnitOf } from "./near.ts";

/** 1.26千克,合1260克; 120公顷(合1800亩): one amount told in two units. */
export function checkConversions(relations: Relations): Finding[] {
  const { claims, text } = relations;
  return claims.flatMap((other) => {
    const one = claims[other.index - 1];
    if (one === undefined || one.sentence !== other.sentence || !areExact(one, other)) return [];
    const between = text.slice(one.quantity.end, other.quantity.start);
    if (!/^[,，(]?(?:折?合|即|也就是|相当于)(?:约)?$/.test(between)) return [];
    // 蔬菜包2.64万份,每份10公斤,折合264吨: what all of them come to
    if (/每[^,;]{0,4}$|均[^,;]{0,3}$/.test(one.before)) return [];
    const measure = one.quantity.unit === other.quantity.unit ? null : inUnitOf(one, other);
    if (measure === null) return [];
    const holds = measure.possible.overlaps(other.quantity.possible);
    const [a, b] = [textOf(relations, one), textOf(relations, other)];
    const told = `${measure.value}${other.quantity.unit}`;
    return [
      {
        rule: "unit",
        verdict: holds ? "consistent" : "inconsistent",
        spans: spansOf([one, other]),
        arithmetic: `${a} = ${told} ${holds ? "≈" : "≠"} ${b}`,
        message: holds
          ? { zh: "换算后相符", en: "both units tell the same" }
          : { zh: `${a}换算应为${told}，文中为${b}`, en: `${a} is ${told}, the text says ${b}` },
      },
    ];
  });
}

function areExact(...claims: readonly Claim[]): boolean {
  return claims.every(({ quantity }) => quantity.kind === "quantity" && quantity.approximation === null);
}
