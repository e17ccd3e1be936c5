import { Decimal, Interval } from "../../quantity/index.ts";
import { OWN_BASE, PART_OF } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import { isOneDigit, percentOf, sumOf, totalOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { addable, claimsBySentence, isAmount, isLevel, spansOf, textOf } from "./groups.ts";

/** Shares and rates against the part and the whole that stand with them, and shares against a hundred. */
export function checkShares(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  const groups = claimsBySentence(relations);
  for (const [index, claims] of groups.entries()) {
    for (const [at, claim] of claims.entries()) {
      if (claim.quantity.kind !== "ratio") continue;
      const finding = isOfTarget(relations, claims, at)
        ? targetFinding(relations, claims, at)
        : IS_SHARE.test(claim.before) || NAMED.test(claim.before)
          ? shareFinding(relations, groups, index, at)
          : IS_RATE.test(claim.before)
            ? rateFinding(relations, claims, at)
            : null;
      if (finding !== null) findings.push(finding);
    }
    findings.push(...sumsToHundred(relations, claims));
  }
  findings.push(...structures(relations));
  return findings;
}

/** 占57.1%, 占总数的57.1%; not a share of something that is not told (占家庭承包面积的45%). */
const IS_SHARE =
  /占(?:比|到|了|其|全部|全区|总量|总数|总额|总产量|总收入|总支出|总预算|全年|总人口|户籍总人口|行政村总数|受理总数|比重|比例)*(?:总?[数量额]|比重)?(?:的|为|达|约)*(?:比重(?:为|达)?)?$/;
const IS_RATE = /率(?:达到?|为|是|已达|仅为?|:|高达|在)*$/;

function shareFinding(
  relations: Relations,
  groups: readonly (readonly Claim[])[],
  index: number,
  at: number,
): Finding | null {
  const claims = groups[index] ?? [];
  const share = claims[at] as Claim;
  const part = partNamed(claims, at, share) ?? nearestAmount(claims, at);
  if (part === null || share.quantity.approximation !== null || part.quantity.approximation !== null)
    return null;
  const wholes = [
    ...largerBefore(relations, groups, index, part),
    ...ofSiblings(relations, claims, share, part),
  ];
  const whole = wholes.find((it) => fitsShare(part, it, share));
  if (whole !== undefined) return shareResult(relations, "share", part, whole, share, true);
  // only a whole that the words name is held against it: 其中 part, or parts whose shares fit it
  const named = wholes.find((it) => isNamed(relations, claims, it, part, at));
  if (named !== undefined) return shareResult(relations, "share", part, named, share, false);
  const near = wholes.filter((it) => it.sentence === part.sentence);
  const [only] = near;
  return only !== undefined && near.length === 1 && isSlip(part, only, share)
    ? shareResult(relations, "share", part, only, share, false)
    : null;
}

/** 税收占比65.4%: the part by its name, where the sentence has one. */
function partNamed(claims: readonly Claim[], at: number, share: Claim): Claim | null {
  const name = /([一-龥]{2,8}?)占比?(?:为|达)?$/.exec(share.before)?.[1];
  if (name === undefined) return null;
  return claims.slice(0, at).find((claim) => isAmount(claim) && claim.before.includes(name)) ?? null;
}

/** The amount that a share follows: nothing but marks and words of its own clause between them. */
function nearestAmount(claims: readonly Claim[], at: number): Claim | null {
  const part = claims[at - 1];
  return part !== undefined && isAmount(part) ? part : null;
}

/** The earlier amount of the whole text that at least two other shares of the sentence fit. */
function ofSiblings(
  { claims: all }: Relations,
  claims: readonly Claim[],
  share: Claim,
  part: Claim,
): Claim[] {
  const others = claims.flatMap((claim, index) => {
    const before = claims[index - 1];
    const counts = claim !== share && claim.quantity.kind === "ratio" && IS_SHARE.test(claim.before);
    return counts && before !== undefined && addable(before, part) ? [{ share: claim, part: before }] : [];
  });
  if (others.length < 2) return [];
  const end = claims[0]?.index ?? 0;
  const near = all
    .slice(Math.max(0, end - FAR), end)
    .filter((claim) => addable(claim, part) && isAmount(claim));
  return near.filter((whole) => others.every((it) => fitsShare(it.part, whole, it.share))).slice(-1);
}

/** How many claims back a whole is looked for. */
const FAR = 60;

/** Amounts of the part's kind that are not smaller, in this sentence and the three before it, the nearest first. */
function largerBefore(
  { sentences }: Relations,
  groups: readonly (readonly Claim[])[],
  index: number,
  part: Claim,
): Claim[] {
  const found: Claim[] = [];
  for (let sentence = index; sentence >= 0 && index - sentence <= 3; sentence -= 1) {
    if (sentences[sentence]?.paragraph !== sentences[index]?.paragraph) break;
    for (const claim of (groups[sentence] ?? []).toReversed()) {
      if (claim.quantity.start >= part.quantity.start || !addable(claim, part) || !isLevel(claim)) continue;
      if (claim.quantity.value.compare(part.quantity.value) >= 0) found.push(claim);
    }
  }
  return found;
}

function fitsShare(part: Claim, whole: Claim, share: Claim): boolean {
  const { possible } = share.quantity;
  if (possible.low.sign() < 0) return true;
  const scale = share.quantity.unit === "‰" ? possible.times(Decimal.of("0.1")) : possible;
  return percentOf(whole.quantity.possible, scale).overlaps(part.quantity.possible);
}

function isNamed(
  { text, sentences }: Relations,
  claims: readonly Claim[],
  whole: Claim,
  part: Claim,
  at: number,
): boolean {
  const siblings = claims.filter((claim, index) => {
    const before = claims[index - 1];
    return (
      index !== at &&
      claim.quantity.kind === "ratio" &&
      IS_SHARE.test(claim.before) &&
      before !== undefined &&
      addable(before, whole) &&
      fitsShare(before, whole, claim)
    );
  });
  if (siblings.length > 0) return true;
  const name = NAMED.exec(claims[at]?.before ?? "")?.[1];
  if (name !== undefined && whole.before.includes(name)) return true;
  if (PART_OF.some((row) => row.part.test(part.before) && row.whole.test(whole.before))) return true;
  if (whole.sentence !== part.sentence) return false;
  const from = sentences[whole.sentence]?.start ?? 0;
  const between = text.slice(Math.max(from, whole.quantity.end), part.quantity.start);
  const amounts = claims.filter(
    (claim) =>
      claim.quantity.start > whole.quantity.start &&
      claim.quantity.start < part.quantity.start &&
      isAmount(claim),
  );
  if (part.index === whole.index + 1 && /已(?:完成|整改|建成|拨付|支付|落实|到位)/.test(between)) return true;
  return between.includes("其中") && amounts.every((claim) => addable(claim, part) || !between.includes(";"));
}

/** 占支出总额的: the whole by its name. */
const NAMED = /占(?:全[区市县年])?([^,，;的总]{2,8})(?:总[额量数]|合计)的?(?:比重)?(?:达|为)?$/;

/** 新增就业5216人,完成目标任务5000人的104.3%: a rate of the amount before it. */
function isOfTarget({ text }: Relations, claims: readonly Claim[], at: number): boolean {
  const target = claims[at - 1];
  const share = claims[at];
  if (target === undefined || share === undefined || !isAmount(target)) return false;
  return text.slice(target.quantity.end, share.quantity.start) === "的";
}

function targetFinding(relations: Relations, claims: readonly Claim[], at: number): Finding | null {
  const [part, target, share] = [claims[at - 2], claims[at - 1] as Claim, claims[at] as Claim];
  if (part === undefined || !isAmount(part) || !addable(part, target)) return null;
  if ([part, target, share].some((claim) => claim.quantity.approximation !== null)) return null;
  return shareResult(relations, "share", part, target, share, fitsShare(part, target, share));
}

/** 受理8946件,调解成功8812件,成功率98.5%: a rate whose name is the part's verb. */
function rateFinding(relations: Relations, claims: readonly Claim[], at: number): Finding | null {
  const rate = claims[at] as Claim;
  if (rate.quantity.approximation !== null || rate.quantity.unit !== "%" || OWN_BASE.test(rate.before))
    return null;
  const stem = stemOf(rate.before);
  const near = [...claims.slice(Math.max(0, at - 6), at), ...insideBrackets(relations, claims, at)];
  const { text } = relations;
  const amounts = near.filter(
    (claim) =>
      isAmount(claim) &&
      claim.quantity.approximation === null &&
      !text.slice(claim.quantity.end, rate.quantity.start).includes(";"),
  );
  const pairs = amounts.flatMap((part) =>
    amounts
      .filter((whole) => whole.quantity.start < part.quantity.start && addable(whole, part))
      .filter((whole) => whole.quantity.value.compare(part.quantity.value) > 0)
      .map((whole) => ({ part, whole })),
  );
  const best = Math.max(0, ...pairs.map(({ part, whole }) => ownLength(stem, part, whole)));
  const named = best >= 2 ? pairs.filter(({ part, whole }) => ownLength(stem, part, whole) === best) : pairs;
  const fitting = named.find(({ part, whole }) => fitsShare(part, whole, rate));
  if (fitting !== undefined) return shareResult(relations, "share", fitting.part, fitting.whole, rate, true);
  const [only] = named;
  if (only === undefined) return null;
  if (best >= 2) {
    const first = amounts.find((claim) => addable(claim, only.part));
    const widest = named.find(({ whole }) => whole === first) ?? only;
    return shareResult(relations, "share", widest.part, widest.whole, rate, false);
  }
  return named.length === 1 && isSlip(only.part, only.whole, rate)
    ? shareResult(relations, "share", only.part, only.whole, rate, false)
    : null;
}

/** Whether the stated rate is the true one with one digit changed, or with its digits in another order. */
function isSlip(part: Claim, whole: Claim, rate: Claim): boolean {
  const decimals = (rate.quantity.place.toString().split(".")[1] ?? "").length;
  const exact = part.quantity.value.times(Decimal.HUNDRED).divide(whole.quantity.value, decimals);
  if (exact === null || decimals === 0) return false;
  const [one, other] = [exact.toFixed(decimals), rate.quantity.value.toFixed(decimals)];
  if (one.length !== other.length) return false;
  const changed = [...one].filter((digit, index) => digit !== other.charAt(index)).length;
  return changed === 1 || [...one].sort().join("") === [...other].sort().join("");
}

function insideBrackets({ text }: Relations, claims: readonly Claim[], at: number): readonly Claim[] {
  const rate = claims[at] as Claim;
  if (text.charAt(rate.quantity.end) !== "(") return [];
  const close = text.indexOf(")", rate.quantity.end);
  return claims.slice(at + 1).filter((claim) => claim.quantity.end <= close);
}

/** 整改完成率 → 整改完成: the word before 率. */
function stemOf(before: string): string {
  const end = before.lastIndexOf("率");
  return before.slice(Math.max(0, end - 4), end);
}

/** How much of a rate's name the part's words hold and the whole's do not: 整改完成率 is of 已完成整改. */
function ownLength(stem: string, part: Claim, whole: Claim): number {
  const length = commonLength(stem, part.before);
  return length > commonLength(stem, whole.before) ? length : 0;
}

/** The length of the longest run of characters that both texts have; of two or more. */
function commonLength(stem: string, words: string): number {
  for (let length = stem.length; length >= 2; length -= 1)
    for (let at = 0; at + length <= stem.length; at += 1)
      if (words.includes(stem.slice(at, at + length))) return length;
  return 0;
}

function shareResult(
  relations: Relations,
  rule: "share",
  part: Claim,
  whole: Claim,
  share: Claim,
  holds: boolean,
): Finding {
  const [a, b, c] = [part, whole, share].map((claim) => textOf(relations, claim)) as [string, string, string];
  const decimals = (c.split(".")[1] ?? "").replace(/\D/g, "").length;
  const permille = share.quantity.unit === "‰";
  const times = Decimal.of(permille ? 1000 : 100);
  const exact = part.quantity.value.times(times).divide(whole.quantity.value, Math.max(decimals, 2));
  const result = `${exact ?? "?"}${permille ? "‰" : "%"}`;
  return {
    rule,
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
      const joins = last !== undefined && (opens || /^[、,和与及 ]+$/.test(between) || REST.test(between));
      if (joins) list.push(claim);
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

const OPENS_SHARES = /(?:占|占比|比重|比例|贡献率|构成)(?:分别)?(?:为|是|达|约)*(?:总[^,，;]{0,4}的?)?$/;
const REST = /^[,，、;](?:其他|其它|其余)/;

function isWrongHundred({ text }: Relations, list: readonly Claim[], sum: Decimal): boolean {
  const off = sum.minus(Decimal.HUNDRED);
  if (off.sign() > 0) return sum.compare(Decimal.of(200)) < 0;
  const first = list[0] as Claim;
  const last = list.at(-1) as Claim;
  const around = text.slice(Math.max(0, first.quantity.start - 6), first.quantity.start);
  if (/分别/.test(around) || REST.test(`,${last.before}`)) return off.abs().compare(Decimal.of(60)) <= 0;
  const digits = Math.max(...list.map((claim) => claim.quantity.value.toString().replace(/\D/g, "").length));
  return isOneDigit(off) && digits >= 3;
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
