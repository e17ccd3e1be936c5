import { Decimal } from "../../quantity/index.ts";
import { totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, isAmount, spansOf, textOf } from "../checks/groups.ts";
import { fits } from "../checks/partition.ts";
import { RATES_OF } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import { commonLength, isAmountOfNow, slipOf } from "./near.ts";
import { cueOf } from "./share-words.ts";

/**
 * A rate of several parts of one list together: 优11个、良3个、中1个,优良率93.3%; 核查62件,属实28件、部分属实21件、不属实
 * 13件,属实率79%. The list makes up its whole, and the parts are its first ones.
 */
export function checkJointRates(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((rate) => {
    const { kind, approximation, unit } = rate.quantity;
    if (kind !== "ratio" || unit !== "%" || approximation !== null || isSettled(rate)) return [];
    if (RATES_OF.some((row) => row.rate.test(rate.before))) return [];
    if (TOGETHER.test(rate.before)) return ofJoined(relations, rate);
    const share = cueOf(rate.before);
    if (share !== null && !share.rate && share.part.length >= 4)
      return ofNamedShare(relations, rate, share.part);
    if (cueOf(rate.before.replace(/[()].*/, ""))?.rate !== true && !/优良率$/.test(rate.before)) return [];
    const list = listBefore(relations, rate);
    const whole = list.length < 2 ? null : wholeOf(relations, list);
    return whole === null ? [] : (ofList(relations, list, whole, rate) ?? []);
  });
}

/** 乡镇27.9、村23.2万人次,乡、村合计占55.3%: of those parts of a list that the words before the share name. */
function ofJoined(relations: Relations, rate: Claim): Finding[] {
  const list = listBefore(relations, rate, true);
  const whole = list.length < 2 ? null : wholeOf(relations, list);
  const last = list.at(-1);
  if (whole === null || last === undefined) return [];
  const lead = relations.text.slice(last.quantity.end, rate.quantity.start).replace(TOGETHER, "");
  const parts = whole.parts.filter(({ before }) =>
    [...before.replace(/其中/, "").slice(0, 4)].some((it) => HAN.test(it) && lead.includes(it)),
  );
  if (parts.length < 2 || parts.length === whole.parts.length) return [];
  const exact = totalOf(parts.map(({ quantity }) => quantity.value))
    .times(Decimal.HUNDRED)
    .divide(whole.claim.quantity.value, 6);
  if (exact === null) return [];
  if (rate.quantity.possible.contains(exact)) return [result(relations, parts, whole, rate, exact, true)];
  const slip = slipOf(rate, exact.round(1));
  return slip === null || slip > 0.25 ? [] : [result(relations, parts, whole, rate, exact, false)];
}

const TOGETHER = /(?:合计?|合起来|两者|二者|[两三][项类者])[^,;]{0,3}(?:占比?|[一-龥]{1,3}率)(?:为|达)?$/;

/** 火电14.9、水电2.3、风电和光伏4.4;清洁能源发电占比31%: a share whose name no part bears, of the last parts together. */
function ofNamedShare(relations: Relations, rate: Claim, name: string): Finding[] {
  const list = listBefore(relations, rate, true);
  const whole = list.length < 2 ? null : wholeOf(relations, list);
  if (whole === null || whole.parts.some(({ before }) => commonLength(before, name) >= 3)) return [];
  const lasts = { ...whole, parts: whole.parts.toReversed() };
  return [ofList(relations, list, lasts, rate)].filter((it) => it !== null);
}

/** The amounts of one unit right before a rate, the last of them beside it, joined by 、 and commas. */
function listBefore({ claims, text }: Relations, rate: Claim, apart = false): Claim[] {
  const list: Claim[] = [];
  for (let at = rate.index - 1; at >= Math.max(0, rate.index - MOST); at -= 1) {
    const claim = claims[at] as Claim;
    const next = list[0] ?? rate;
    if (claim.sentence !== rate.sentence || !isAmountOfNow(claim) || !isAmount(claim)) break;
    if (list[0] !== undefined && !addable(claim, list[0])) break;
    const marked = text.slice(claim.quantity.end, next.quantity.start).includes(";");
    if (marked && !(apart && next === rate)) break;
    list.unshift(claim);
  }
  return list;
}

const MOST = 8;

interface Whole {
  readonly claim: Claim;
  readonly parts: readonly Claim[];
}

/** What a list makes up: its own first amount, or one before it. */
function wholeOf({ claims }: Relations, list: readonly Claim[]): Whole | null {
  const [first] = list as [Claim];
  for (let from = 0; from + 3 <= list.length; from += 1) {
    const [whole, ...parts] = list.slice(from) as [Claim, ...Claim[]];
    if (fits(whole, parts)) return { claim: whole, parts };
  }
  const before = claims
    .slice(Math.max(0, first.index - MOST), first.index)
    .filter((it) => it.paragraph === first.paragraph && isAmountOfNow(it) && addable(it, first));
  const whole = before.findLast((it) => fits(it, list));
  return whole === undefined ? null : { claim: whole, parts: list };
}

function ofList(relations: Relations, list: readonly Claim[], whole: Whole, rate: Claim): Finding | null {
  const firsts = whole.parts
    .slice(0, -1)
    .map((_, at) => whole.parts.slice(0, at + 1))
    .flatMap((parts) => {
      const exact = totalOf(parts.map(({ quantity }) => quantity.value))
        .times(Decimal.HUNDRED)
        .divide(whole.claim.quantity.value, 6);
      return exact === null ? [] : [{ parts, exact }];
    });
  const fitting = firsts.find(({ exact }) => rate.quantity.possible.contains(exact));
  if (fitting !== undefined) return result(relations, fitting.parts, whole, rate, fitting.exact, true);
  // none of the others fits, either
  const single = list.some((part) => isShareOf(part, whole.claim.quantity.value, rate));
  const named = firsts.toSorted((one, other) => nameOf(other.parts, rate) - nameOf(one.parts, rate));
  const slip = named.find(({ exact, parts }, at) => {
    const chance = slipOf(rate, exact);
    return chance !== null && chance * (at + 1) <= (nameOf(parts, rate) > 0 ? 0.5 : 0.25);
  });
  if (single || slip === undefined) return null;
  return result(relations, slip.parts, whole, rate, slip.exact, false);
}

function isShareOf({ quantity }: Claim, whole: Decimal, rate: Claim): boolean {
  const exact = quantity.value.times(Decimal.HUNDRED).divide(whole, 6);
  return exact !== null && rate.quantity.possible.contains(exact);
}

/** How many of the parts bear a character of the rate's name, where all do: 优 and 良 of 优良率. */
function nameOf(parts: readonly Claim[], { before }: Claim): number {
  const name = before.replace(/率.*/, "").slice(-8);
  const named = parts.filter((part) =>
    [...part.before.slice(-6)].some((it) => name.includes(it) && HAN.test(it)),
  );
  return named.length === parts.length ? parts.length : 0;
}

const HAN = /[一-龥]/;

function result(
  relations: Relations,
  parts: readonly Claim[],
  whole: Whole,
  rate: Claim,
  exact: Decimal,
  holds: boolean,
): Finding {
  const words = parts.map((part) => textOf(relations, part));
  const sum = words.length > 1 ? `(${words.join(" + ")})` : words.join("");
  const over = textOf(relations, whole.claim);
  const told = `${exact.round(2)}%`;
  const stated = textOf(relations, rate);
  return {
    rule: "share",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf([...parts, whole.claim, rate]),
    arithmetic: `${sum} ÷ ${over} = ${told} ${holds ? "≈" : "≠"} ${stated}`,
    message: holds
      ? { zh: "比率与几项之和、总数相符", en: "the rate agrees with its parts together and their whole" }
      : {
          zh: `按几项之和与总数计算应为${told}，文中为${stated}`,
          en: `the parts together and the whole give ${told}, the text says ${stated}`,
        },
  };
}
