import { Decimal, Interval } from "../../quantity/index.ts";
import { slipOf } from "../derived/near.ts";
import type { Claim, Relations } from "../relate.ts";
import { isOneDigit, sumOf, totalOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { isAmount, isChange, spansOf, textOf } from "./groups.ts";

/** Shares that make up a hundred between them: A占25.72%,B占26.84%,C占47.44%; 三次产业结构为16.3:34.4:49.3. */
export function checkHundreds(relations: Relations): Finding[] {
  return [
    ...relations.bySentence.flatMap((claims) => sumsToHundred(relations, claims)),
    ...structures(relations),
  ];
}

/** A占25.72%,B占26.84%,C占47.44%. */
function sumsToHundred(relations: Relations, claims: readonly Claim[]): Finding[] {
  const findings: Finding[] = [];
  for (const list of shareLists(relations, claims)) {
    const total = sumOf(list.map((claim) => claim.quantity.possible));
    const hundred = Interval.exactly(Decimal.HUNDRED);
    const sum = totalOf(list.map((claim) => claim.quantity.value));
    if (total.overlaps(hundred) && list.length >= 2)
      findings.push(hundredFinding(relations, list, sum, true));
    else if (list.length >= 3 && isWrongHundred(relations, list, sum))
      findings.push(hundredFinding(relations, list, sum, false));
  }
  return findings;
}

/** Neighbouring shares of one sentence: each told by 占 or 比重, or all by one 分别占. */
function shareLists({ text }: Relations, claims: readonly Claim[]): Claim[][] {
  const lists: Claim[][] = [];
  let list: Claim[] = [];
  for (const claim of claims) {
    const { kind, approximation, unit } = claim.quantity;
    const last = list.at(-1);
    if (kind === "ratio" && unit === "%" && approximation === null) {
      const between = last === undefined ? "" : text.slice(last.quantity.end, claim.quantity.start);
      const opens = OPENS_SHARES.test(claim.before);
      // 60岁及以上占20.0%,其中65岁及以上占14.5%: a part of a part
      if (list.length > 0 && /其中/.test(between)) continue;
      const joins = last !== undefined && (opens || /^[、,和与及 ]+$/.test(between) || REST.test(between));
      if (joins) list.push(claim);
      else if (list.length > 0 && isChange(claim)) continue;
      else {
        if (list.length > 0) lists.push(list);
        list = opens ? [claim] : [];
      }
    } else if (!isAmount(claim)) {
      if (list.length > 0) lists.push(list);
      list = [];
    }
  }
  if (list.length > 0) lists.push(list);
  return lists;
}

const OPENS_SHARES =
  /(?:占|占比|比重|比例|贡献率|构成)(?:分别|依次)?(?:为|是|达|约)*(?:总[^,，;]{0,4}的?)?$|分别占[^,，;]{1,10}的$/;
const REST = /^[,，、;](?:其他|其它|其余)/;

function isWrongHundred({ text }: Relations, list: readonly Claim[], sum: Decimal): boolean {
  const off = sum.minus(Decimal.HUNDRED);
  if (off.sign() > 0) return sum.compare(Decimal.of(200)) < 0;
  const first = list[0] as Claim;
  const last = list.at(-1) as Claim;
  // 三家医院占比分别为24.8%、27.1%和22.6%,平均25.3%: each of its own whole
  if (/^,平均/.test(text.slice(last.quantity.end, last.quantity.end + 3))) return false;
  const around = text.slice(Math.max(0, first.quantity.start - 6), first.quantity.start);
  if (/分别|依次/.test(around) || REST.test(`,${last.before}`)) return off.abs().compare(Decimal.of(60)) <= 0;
  const digits = Math.max(...list.map((claim) => claim.quantity.value.toString().replace(/\D/g, "").length));
  if (isOneDigit(off) && digits >= 3) return true;
  return list.some((claim) => (slipOf(claim, claim.quantity.value.minus(off)) ?? 1) * list.length <= 0.2);
}

function hundredFinding(relations: Relations, list: readonly Claim[], sum: Decimal, holds: boolean): Finding {
  const terms = list.map((claim) => textOf(relations, claim)).join(" + ");
  return {
    rule: "shares-sum",
    verdict: holds ? "consistent" : "inconsistent",
    spans: spansOf(list),
    arithmetic: `${terms} = ${sum}%${holds ? "" : " ≠ 100%"}`,
    message: holds
      ? { zh: "各项占比合计为100%", en: "the shares add up to 100 %" }
      : { zh: `各项占比合计为${sum}%，不是100%`, en: `the shares add up to ${sum} %, not to 100 %` },
  };
}

/** 三次产业结构为16.3:34.4:49.3. */
function structures({ text }: Relations): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(STRUCTURE)) {
    const ratio = match[1] ?? "";
    const start = match.index + match[0].length - ratio.length;
    const terms = ratio.split(":").map((it) => Decimal.of(it));
    if (terms.length < 3) continue;
    const sum = totalOf(terms);
    if (sum.compare(Decimal.of(20)) <= 0) continue;
    const places = terms.map((term) => Decimal.powerOfTen(-(term.toString().split(".")[1]?.length ?? 0)));
    const place = places.toSorted((one, other) => one.compare(other))[0] ?? Decimal.ONE;
    const total = sumOf(
      terms.map((term) => (term.sign() > 0 ? Interval.rounding(term, place) : Interval.exactly(term))),
    );
    const holds = total.contains(Decimal.HUNDRED);
    findings.push({
      rule: "shares-sum",
      verdict: holds ? "consistent" : "inconsistent",
      spans: [[start, start + ratio.length]],
      arithmetic: `${terms.join(" + ")} = ${sum}${holds ? "" : " ≠ 100"}`,
      message: holds
        ? { zh: "结构比例合计为100", en: "the structure adds up to 100" }
        : { zh: `结构比例合计为${sum}，不是100`, en: `the structure adds up to ${sum}, not to 100` },
    });
  }
  return findings;
}

const STRUCTURE =
  /(?:结构|比例|比重|占比|构成|调整为|优化为)[^。;\d]{0,12}?(\d{1,3}(?:\.\d{1,4})?(?::\d{1,3}(?:\.\d{1,4})?){2,5})/g;
