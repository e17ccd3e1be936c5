import type { Finding } from "../checks/finding.ts";
import { addable, isAmount } from "../checks/groups.ts";
import { told } from "../checks/retold.ts";
import type { Relations } from "../relate.ts";
import { commonLength, isPlain, slipOf } from "./near.ts";

/**
 * 立案侦办案件84起…对立案的84起案件: what was done to so many before. Wrong where no earlier number of it is the same,
 * and one is a slip of the pen away.
 */
export function checkRestated(relations: Relations): Finding[] {
  const { claims } = relations;
  return claims.flatMap((claim) => {
    const done = DONE.exec(claim.before)?.[1];
    // 拒不整改的12家一律关停: those that were not done
    if (done === undefined || /不|未|没/.test(done) || !isPlain(claim) || !/^[一-龥]/.test(claim.after))
      return [];
    const earlier = claims
      .slice(Math.max(0, claim.index - BACK), claim.index)
      .filter((it) => it.sentence !== claim.sentence && addable(it, claim) && isAmount(it))
      .filter((it) => commonLength(done, it.before) >= 2);
    const same = earlier.find((it) => it.quantity.value.equals(claim.quantity.value));
    if (same !== undefined) return [told(relations, same, claim, true)];
    const slip = earlier.find((it) => {
      const chance = slipOf(claim, it.quantity.value);
      return chance !== null && chance * earlier.length <= 0.25;
    });
    return slip === undefined ? [] : [told(relations, slip, claim, false)];
  });
}

const BACK = 80;
const DONE = /^(?:对|将|把|上述|这些|其中)?(?:已|所)?([一-龥]{2,6})的$/;
