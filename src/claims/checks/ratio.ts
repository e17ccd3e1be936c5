import { Decimal, Interval } from "../../quantity/index.ts";
import type { Claim, Relations } from "../relate.ts";
import { decimalsOf, percentOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { spansOf, textOf } from "./groups.ts";

/** Whether a part can be the stated share of a whole, each as rounded as it is written. */
export function fitsShare(part: Claim, whole: Claim, share: Claim): boolean {
  const { possible } = share.quantity;
  if (possible.low.sign() < 0) return true;
  const scale = share.quantity.unit === "‰" ? possible.times(TENTH) : possible;
  return percentOf(rangeOf(whole), scale).overlaps(part.quantity.possible);
}

const TENTH = Decimal.of("0.1");

/** What a whole can stand for: a plan, a quota or a capacity was set, and is what it says. */
function rangeOf({ before, quantity }: Claim): Interval {
  const set = SET.test(before) && quantity.approximation === null;
  return set ? Interval.exactly(quantity.value) : quantity.possible;
}

const SET =
  /(?:计划|目标|任务|指标|额度|限额|(?:设计|核定|通过|处理|生产)(?:[一-龥]{0,2}能力|规模|产能))(?:数|为|任务|值|总?额)*$/;

/** Whether the stated rate is the true one with one digit changed, or with its digits in another order. */
export function isSlip(part: Claim, whole: Claim, rate: Claim): boolean {
  const decimals = decimalsOf(rate.quantity.place);
  const exact = part.quantity.value.times(Decimal.HUNDRED).divide(whole.quantity.value, decimals);
  if (exact === null) return false;
  const [one, other] = [exact.toFixed(decimals), rate.quantity.value.toFixed(decimals)];
  if (one.length !== other.length) return false;
  const permuted = [...one].sort().join("") === [...other].sort().join("");
  // of two digits one is too easily another
  if (decimals === 0) return permuted && one !== other;
  const changed = [...one].filter((digit, index) => digit !== other.charAt(index)).length;
  return changed === 1 || permuted;
}

/** What a share's or rate's check found, with the division shown. */
export function shareResult(
  relations: Relations,
  [part, whole, share]: readonly [Claim, Claim, Claim],
  holds: boolean,
): Finding {
  const [a, b, c] = [part, whole, share].map((claim) => textOf(relations, claim)) as [string, string, string];
  const decimals = (c.split(".")[1] ?? "").replace(/\D/g, "").length;
  const permille = share.quantity.unit === "‰";
  const times = Decimal.of(permille ? 1000 : 100);
  const exact = part.quantity.value.times(times).divide(whole.quantity.value, Math.max(decimals, 2));
  const result = `${exact ?? "?"}${permille ? "‰" : "%"}`;
  return {
    rule: "share",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf([part, whole, share]),
    arithmetic: `${a} ÷ ${b} = ${result} ${holds ? "≈" : "≠"} ${c}`,
    message: holds
      ? { zh: "比率与部分、总数相符", en: "the rate agrees with its part and whole" }
      : {
          zh: `按部分与总数计算应为${result}，文中为${c}`,
          en: `part and whole give ${result}, the text says ${c}`,
        },
  };
}
