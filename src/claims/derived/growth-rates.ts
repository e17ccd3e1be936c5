import { Decimal } from "../../quantity/index.ts";
import type { Finding } from "../checks/finding.ts";
import { isPlan, spansOf, textOf } from "../checks/groups.ts";
import { changeFinding, isConstantPrices } from "../checks/growth.ts";
import type { Claim, Relations } from "../relate.ts";
import { CHANGE, IS_DOWN, leadOf, OTHER } from "./change-words.ts";
import { inUnitOf } from "./near.ts";

/** A rate of growth against the levels around it, or against the step that is told beside it. */
export function ofRate(relations: Relations, change: Claim, levels: readonly Claim[]): Finding | null {
  const { kind, unit } = change.quantity;
  if (kind !== "ratio" || unit !== "%" || /年(?:均|平均)[^,，;]*$/.test(change.before)) return null;
  const falls = IS_DOWN.test(change.before);
  const pairs = levels
    .flatMap((large) => levels.map((small) => ({ large, small })))
    .map(({ large, small }) => (falls ? { from: large, to: small } : { from: small, to: large }))
    .filter(({ from, to }) => from !== to && isPairOf(from, to))
    .filter(({ from, to }) => OTHER.test(leadOf(relations, from)) && !OTHER.test(leadOf(relations, to)))
    .filter(({ from, to }) => to.quantity.value.compare(from.quantity.value) < 0 === falls);
  const steps = incrementsBefore(relations, change, levels);
  const exacts = pairs.flatMap(({ from, to }) => {
    const off = to.quantity.value.minus(from.quantity.value).abs();
    return off.isZero() ? [] : [{ from, to, exact: rateOf(off, from.quantity.value) }];
  });
  const step = steps.find((it) => it.base !== null);
  if (step?.base && step.exact !== null && change.quantity.possible.contains(step.exact)) return null;
  if (step?.base && !isConstantPrices(relations, [step.base], change))
    if (isOnly(steps, step.step)) return stepFinding(relations, step.step, step.base, change);
  const fitting = exacts.find(({ exact }) => exact !== null && change.quantity.possible.contains(exact));
  if (fitting !== undefined) return changeFinding(relations, fitting, change, falls);
  if (steps.some(({ exact }) => exact !== null && change.quantity.possible.contains(exact))) return null;
  if (step?.base && !isConstantPrices(relations, [step.base], change))
    return stepFinding(relations, step.step, step.base, change);
  const tied =
    exacts.find(({ from, to }) => isComparison(relations, from, to, change)) ?? onlyLevel(exacts, change);
  if (tied === undefined || isConstantPrices(relations, [tied.from, tied.to], change)) return null;
  return changeFinding(relations, tied, change, falls);
}

/** Whether every increment near a rate is one and the same. */
function isOnly(steps: readonly { readonly step: Claim }[], step: Claim): boolean {
  return steps.every((it) => it.step === step);
}

function isPairOf(from: Claim, to: Claim): boolean {
  if (from.quantity.value.isZero() || inUnitOf(from, to) === null) return false;
  return !isPlan(from);
}

/** Increments right before a rate, over each level that they can be of. */
function incrementsBefore(
  relations: Relations,
  change: Claim,
  levels: readonly Claim[],
): { readonly exact: Decimal | null; readonly step: Claim; readonly base: Claim | null }[] {
  return relations.claims
    .slice(Math.max(0, change.index - 3), change.index + 2)
    .filter(
      (claim) =>
        claim.sentence === change.sentence &&
        claim.quantity.kind === "quantity" &&
        CHANGE.test(claim.before) &&
        !relations.text.slice(claim.quantity.end, change.quantity.start).includes(";"),
    )
    .flatMap((step) =>
      levels
        .filter((level) => inUnitOf(step, level) !== null && !level.quantity.value.isZero())
        .flatMap((level) => {
          const { value } = step.quantity;
          const level0 = level.quantity.value;
          return [level0, level0.minus(value), level0.plus(value)]
            .filter((base) => base.sign() > 0)
            .map((base) => ({
              exact: rateOf(value, base),
              step,
              base: isBase(relations, level, step, change) ? level : null,
            }));
        }),
    );
}

/** 上年10500对: told beside the rate as what it is of. */
function isBase({ text }: Relations, level: Claim, step: Claim, change: Claim): boolean {
  if (level.sentence !== change.sentence || step.sentence !== change.sentence) return false;
  const at = [level, step, change].map(({ quantity }) => quantity.start);
  return BASE.test(level.before) && !text.slice(Math.min(...at), Math.max(...at)).includes(";");
}

const BASE = /(?:上年|去年|年初|上月|(?:19|20)\d{2}年)(?:同期|末|底|全年)?(?:为|是|的|仅|共)?[一-龥]{0,4}$/;

/** 比上年少640对,上年10500对,降幅6.1%: the step over the level that it is a step from. */
function stepFinding(relations: Relations, step: Claim, base: Claim, change: Claim): Finding {
  const decimals = Math.max(1, (textOf(relations, change).split(".")[1] ?? "").replace(/\D/g, "").length);
  const told = step.quantity.value.times(Decimal.HUNDRED).divide(base.quantity.value, decimals);
  return stepResult(relations, [step, base, change], textOf(relations, base), `${told ?? "?"}%`);
}

/** What a rate should be that is told of a step and a level, where it is another: over what the words tell. */
export function stepResult(
  relations: Relations,
  claims: readonly [step: Claim, level: Claim, rate: Claim],
  over: string,
  told: string,
): Finding {
  const [step, , rate] = claims;
  const stated = textOf(relations, rate);
  return {
    rule: "growth",
    verdict: "inconsistent",
    spans: spansOf(claims),
    arithmetic: `${textOf(relations, step)} ÷ ${over} = ${told} ≠ ${stated}`,
    message: {
      zh: `按增减数与基数计算应为${told}，文中为${stated}`,
      en: `step and base give ${told}, the text says ${stated}`,
    },
  };
}

/** 较上年1080起下降10%: what it is held against stands right before it, and one level of the paragraph is near that. */
function onlyLevel<T extends { readonly from: Claim; readonly to: Claim }>(
  pairs: readonly T[],
  change: Claim,
): T | undefined {
  const near = pairs.filter(
    ({ from, to }) =>
      from.index === change.index - 1 &&
      /[较比]/.test(from.before) &&
      to.quantity.value.times(TWO).compare(from.quantity.value) > 0,
  );
  const values = new Set(near.map(({ to }) => to.quantity.value.toString()));
  return values.size === 1 ? near[0] : undefined;
}

const TWO = Decimal.of(2);

function rateOf(off: Decimal, base: Decimal): Decimal | null {
  return off.times(Decimal.HUNDRED).divide(base, 6);
}

/** Whether two levels of one sentence are what a rate compares: one of now, one of another time. */
function isComparison({ text }: Relations, from: Claim, to: Claim, change: Claim): boolean {
  if (from.sentence !== change.sentence || to.sentence !== change.sentence) return false;
  const first = from.index < to.index ? from : to;
  if (first.index > change.index || change.index - first.index > 3) return false;
  const end = Math.max(from.quantity.start, to.quantity.start, change.quantity.start);
  // 离婚登记735对,下降5.8%,上年为780对
  const isNow =
    to.index < change.index &&
    /[一-龥]{2}$/.test(to.before) &&
    !/[多少增减]/.test(from.before) &&
    !/[新关退增减注死]/.test(to.before);
  return !text.slice(first.quantity.end, end).includes(";") && (to.ownSubject || isNow);
}
