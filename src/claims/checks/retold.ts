import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { isAmount, spansOf, textOf } from "./groups.ts";

/**
 * The same thing told twice with two values: the same verb and noun, or the same named total, in the same unit and
 * of the same period. Silent where the words leave room for two things.
 */
export function checkRetold(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, Claim>();
  for (const claim of relations.claims) {
    const key = keyOf(relations, claim);
    if (key === null) continue;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, claim);
      continue;
    }
    const [a, b] = [textOf(relations, earlier), textOf(relations, claim)];
    const holds = earlier.quantity.possible.overlaps(claim.quantity.possible);
    if (!holds && earlier.paragraph === claim.paragraph) continue;
    findings.push({
      rule: "retold",
      verdict: holds ? "consistent" : "inconsistent",
      spans: spansOf([earlier, claim]),
      arithmetic: `${a} ${holds ? "=" : "≠"} ${b}`,
      message: holds
        ? { zh: `“${claim.subject}”前后两处一致`, en: `“${claim.subject}” is told twice alike` }
        : {
            zh: `“${claim.subject}”前文为${a}，此处为${b}`,
            en: `“${claim.subject}” was ${a} before and is ${b} here`,
          },
    });
  }
  return findings;
}

/** What makes two claims the same; null where too little is said. */
function keyOf({ text }: Relations, claim: Claim): string | null {
  if (!isAmount(claim) || !claim.ownSubject || claim.quantity.approximation !== null) return null;
  const total = TOTAL.test(claim.subject) && claim.subject.length >= 4;
  const counted = claim.verb.length >= 2 && claim.subject.length >= 2 && WHOLE.test(claim.before);
  if (!total && !counted) return null;
  const period = claim.period === null ? "" : text.slice(claim.period.start, claim.period.end);
  return [claim.subject, total ? "" : claim.verb, claim.quantity.unit, claim.quantity.dimension, period].join(
    "|",
  );
}

const TOTAL =
  /(?:生产总值|总值|总额|总量|总产量|总人口|总收入|总支出|总预算|收入总预算|支出总预算|可支配收入|总投资|总面积|财政收入)$/;
const WHOLE = /共|累计|总计|合计/;
