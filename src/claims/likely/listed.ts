import { fitsShare, shareResult } from "../checks/ratio.ts";
import { before, common, sumOfValues, TOTAL, whereOf } from "./around.ts";
import type { Known, Numbers } from "./numbers.ts";
import { type Candidate, isProduct, PERCENT, productOf } from "./relation.ts";
import type { Wholes } from "./shares.ts";

/**
 * Every whole that a share of a list of shares may be of, its part being the number at its place in the list before: 甲15个、乙13个、
 * 丙18个,分别占32.6%、28.3%、39.1%.
 */
export function* listedSharesOf(
  numbers: Numbers,
  list: readonly Known[],
  share: Known,
  wholes: Wholes,
): Generator<Candidate> {
  const [first] = list as [Known];
  const parts = amountsBefore(numbers, first, list.length);
  const part = parts?.[list.indexOf(share)];
  const lead = parts?.[0];
  if (parts === null || part === undefined || lead === undefined) return;
  const near: Known[] = [];
  for (let at = lead.index - 1; at > lead.index - BACK; at -= 1) {
    const it = numbers.all[at];
    if (it === undefined || it.paragraph !== share.paragraph) break;
    if (it.kind === part.kind && it.role !== "change" && it.amount) near.push(it);
  }
  const some = [
    ...near,
    numbers.largest(lead),
    ...numbers.headOf(lead).named,
    ...(wholes.ofMany.get(part.kind) ?? []),
    ...[wholes.ofPart.get(lead)].filter((it) => it !== undefined),
  ];
  for (const whole of new Set(some)) {
    if (whole.kind !== part.kind || parts.includes(whole)) continue;
    const order = near.includes(whole) ? String(Math.min(2, near.indexOf(whole))) : "far";
    yield productOf([part, whole, share], PERCENT, {
      kind: "listed",
      derived: share,
      features: () => [
        `whole ${order}`,
        `whole ${whereOf(numbers, whole, lead)}`,
        wholes.ofPart.get(part) === whole && "known whole",
        TOTAL.test(whole.before) && "total",
        numbers.largest(whole) === whole && "largest",
        common(numbers.headOf(lead).words, whole.name) >= 2 && "head names whole",
        sumOfValues(parts) > whole.value * MOST && "parts are more",
        RESPECTIVELY.test(first.before) && "respectively",
        `size ${Math.min(4, list.length)}`,
        first.index - lead.index > list.length && "with others",
        lead.sentence !== first.sentence && "of another sentence",
        `others ${othersHold(list, parts, whole, share)}`,
      ],
      finding: () => {
        const [a, b, c] = [part.claim, whole.claim, share.claim];
        if (a.quantity.unit !== b.quantity.unit || fitsShare(a, b, c)) return null;
        return shareResult(numbers.relations, [a, b, c], false);
      },
    });
  }
}

/** Whether the other shares of a list fit a whole: what is right for all but one is right. */
function othersHold(list: readonly Known[], parts: readonly Known[], whole: Known, share: Known): string {
  const held = list.filter((it, at) => it !== share && isProduct(parts[at] as Known, whole, it, PERCENT));
  return held.length === list.length - 1 ? "all" : held.length > 0 ? "some" : "none";
}

const BACK = 8;
const MOST = 1.5;
const RESPECTIVELY = /分别|依次|各|构成比|占比|比重/;

/** As many amounts of one kind before a list, right before it or with their own shares and growth between them. */
function amountsBefore(numbers: Numbers, first: Known, size: number): readonly Known[] | null {
  const found = before(numbers, first, size, (it) => it.amount && it.role === "level").reverse();
  const [lead] = found;
  if (lead === undefined || found.length < size) return null;
  return found.every((it) => it.kind === lead.kind) ? found : null;
}
