import type { Finding } from "../checks/finding.ts";
import { addable } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { isExactAmount } from "./near.ts";
import { accountFinding } from "./stocks.ts";

/**
 * 反馈问题38个,…,已销号34个。…对未销号的4个问题: what is left is told again, in another paragraph, by the verb of what was done. It
 * is wrong where that verb tells of one number only, and no number before that makes it so.
 */
export function checkLeftAgain(relations: Relations): Finding[] {
  const { claims } = relations;
  return claims.flatMap((left) => {
    const verb = verbOf(left);
    if (verb === null || !isExactAmount(left)) return [];
    const done = claims
      .slice(Math.max(0, left.index - FAR), left.index)
      .filter((it) => it.paragraph !== left.paragraph && isExactAmount(it) && addable(it, left))
      .filter(
        ({ before }) => before.replace(/(?:问题|任务|事项|的)$/, "").endsWith(verb) && !/未|不/.test(before),
      );
    const pairs = done.flatMap((part) => wholesOf(relations, part).map((whole) => ({ whole, part })));
    const told = ({ whole, part }: Pair) => [accountFinding(relations, [whole], [part], left)];
    const holding = pairs.find(({ whole, part }) =>
      whole.quantity.value.minus(part.quantity.value).equals(left.quantity.value),
    );
    if (holding !== undefined) return told(holding);
    const [only] = pairs.toSorted((one, other) =>
      other.whole.quantity.value.compare(one.whole.quantity.value),
    );
    return only === undefined || done.length > 1 ? [] : told(only);
  });
}

interface Pair {
  readonly whole: Claim;
  readonly part: Claim;
}

/** 销号 of 未销号的4个, and of 4个未销号问题; null where nothing is left. */
function verbOf({ before, after }: Claim): string | null {
  return LEFT.exec(before)?.[1] ?? LEFT_BEHIND.exec(after)?.[1] ?? null;
}

const LEFT = /未(?:完全|全部)?(销号|办结|整改到位|完成整改|整改|完成|化解|审结|清零)的$/;
const LEFT_BEHIND = /^(?:尚|仍)?未(销号|办结|整改到位|完成整改|化解|审结)/;

/** The amounts before a part in its paragraph that are more than it. */
function wholesOf({ claims }: Relations, part: Claim): Claim[] {
  return claims
    .slice(Math.max(0, part.index - BACK), part.index)
    .filter((it) => it.paragraph === part.paragraph && isExactAmount(it) && addable(it, part))
    .filter((it) => it.quantity.value.compare(part.quantity.value) > 0);
}

const BACK = 12;
/** How many numbers before it what was done is looked for. */
const FAR = 300;
