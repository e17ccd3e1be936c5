import { PART_OF } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { addable, isAmount, isChange, isLevel, withoutBrackets, yearBefore } from "./groups.ts";
import { IS_RATE, rateFinding } from "./part-rates.ts";
import { fitsShare, isSlip, shareResult } from "./ratio.ts";
import { isOfTarget, targetFinding } from "./targets.ts";

/** Shares and rates against the part and the whole that stand with them. */
export function checkShares(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  const groups = relations.bySentence;
  for (const [index, claims] of groups.entries()) {
    for (const [at, claim] of claims.entries()) {
      if (claim.quantity.kind !== "ratio") continue;
      const finding = findingOf(relations, groups, index, at);
      if (finding !== null) findings.push(finding);
    }
  }
  return findings;
}

function findingOf(
  relations: Relations,
  groups: readonly (readonly Claim[])[],
  index: number,
  at: number,
): Finding | null {
  const claims = groups[index] ?? [];
  const { before } = claims[at] as Claim;
  if (isOfTarget(relations, claims, at)) {
    const finding = targetFinding(relations, claims, at);
    if (finding !== null || !IS_RATE.test(before)) return finding;
  }
  // 住院1216万元、门诊608万元,分别占三分之二和三分之一: the first is not of the last amount
  if (/分别占?$/.test(before)) return null;
  // 上周阳性率为32.5%: of what is not told
  if (/^(?:而)?(?:上[周月]|上年|去年|前一[日周])(?:同期)?[^,，;占]*[率比]/.test(before)) return null;
  if (wholeOf(before) !== null) return shareFinding(relations, groups, index, at);
  return IS_RATE.test(before) ? rateFinding(relations, claims, at) : null;
}

/** The name of the whole in 占…的57.1%, 占…比重为57.1%; empty in 占比57.1%, null where no share is told. */
export function wholeOf(before: string): string | null {
  const words = withoutBrackets(before);
  const share = SHARE.exec(words);
  if (share === null) return null;
  const name = (share[1] ?? "").replace(/^(?:同期|当年|全年|全部|全[区市县省镇乡州国]|其中?)/, "");
  return name.replace(/(?:总[量额数]|合计|的?比重|的?比例|的?份额)$/, "").replace(/^总/, "");
}

const SHARE =
  /占(?!用|地|道|线)(?:比|到|了|其|据)?([^,，;:占。]{0,16}?)(?:的|的比重|的比例|的份额|比重|比例|比)?(?:为|达到?|约|分别)*$/;

function shareFinding(
  relations: Relations,
  groups: readonly (readonly Claim[])[],
  index: number,
  at: number,
): Finding | null {
  const claims = groups[index] ?? [];
  const share = claims[at] as Claim;
  const part = partNamed(claims, at, share) ?? nearestAmount(relations, claims, at);
  if (part === null || share.quantity.approximation !== null || part.quantity.approximation !== null)
    return null;
  const wholes = [
    ...largerBefore(relations, groups, index, part),
    ...ofSiblings(relations, claims, share, part),
  ];
  const whole = wholes.find((it) => fitsShare(part, it, share));
  if (whole !== undefined) return shareResult(relations, [part, whole, share], true);
  if (namesAnother(share, part)) return null;
  const name = wholeOf(share.before) ?? "";
  if (name.length >= 2) {
    const named = ofName(relations, part, name);
    if (named.some((it) => fitsShare(part, it, share))) return null;
    const [only] = named;
    if (only !== undefined) return shareResult(relations, [part, only, share], false);
    const far = elsewhere(relations, part, name);
    if (far !== null) return shareResult(relations, [part, far, share], fitsShare(part, far, share));
  }
  // only a whole that the words name is held against it: 其中 part, or parts whose shares fit it
  const candidates = wholes.filter((it) => name.length < 2 || it.before.includes(name));
  const named = candidates.find((it) => isNamed(relations, claims, it, part, at, name));
  if (named !== undefined) return shareResult(relations, [part, named, share], false);
  const near = candidates.filter((it) => it.sentence === part.sentence);
  const totals = candidates.filter((it) => TOTAL.test(it.before) && isSlip(part, it, share));
  const [total] = totals;
  if (total !== undefined && totals.length === 1) return shareResult(relations, [part, total, share], false);
  const [only] = near;
  return only !== undefined && near.length === 1 && isSlip(part, only, share)
    ? shareResult(relations, [part, only, share], false)
    : null;
}

/** The amounts of the paragraph before the share that bear the name of its whole, the best first. */
function ofName({ claims }: Relations, part: Claim, name: string): Claim[] {
  const found: Claim[] = [];
  for (let at = part.index - 1; at >= Math.max(0, part.index - FAR_BACK); at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.paragraph !== part.paragraph) break;
    if (!claim.subject.endsWith(name) || !MODIFIER.test(claim.subject.slice(0, -name.length))) continue;
    if (claim.quantity.approximation !== null || !addable(claim, part) || !isAmount(claim)) continue;
    if (claim.quantity.value.compare(part.quantity.value) >= 0) found.push(claim);
  }
  return found;
}

const TOTAL = /共(?!产党|青)|总|累计/;

/** The one amount of the text before that bears a long name, where no other of that name has another value. */
function elsewhere(relations: Relations, part: Claim, name: string): Claim | null {
  const { claims } = relations;
  if (name.length < 4) return null;
  const year = yearBefore(relations, part.quantity.start);
  const wanted = inFull(name);
  const found = claims.slice(Math.max(0, part.index - FAR_BACK), part.index).filter((claim) => {
    const subject = inFull(claim.subject);
    return (
      addable(claim, part) &&
      isAmount(claim) &&
      claim.quantity.approximation === null &&
      subject.endsWith(wanted) &&
      MODIFIER.test(subject.slice(0, -wanted.length))
    );
  });
  const [first] = found;
  if (first === undefined || first.quantity.value.compare(part.quantity.value) < 0) return null;
  if (yearBefore(relations, first.quantity.start) !== year) return null;
  return found.every((claim) => claim.quantity.value.equals(first.quantity.value)) ? first : null;
}

/** How many claims back a whole is looked for by its name: some pages of dense prose. */
const FAR_BACK = 150;

/** 规上工业 is 规模以上工业. */
function inFull(name: string): string {
  return name.replace(/^规上/, "规模以上");
}

/** What may stand before the name of a whole without making it another: 全区常住人口, 财政总支出. */
const MODIFIER =
  /^(?:预计|常住|户籍|全部|全年|全[区市县省镇乡州国]|我[区市县省]|各类|总|年末|共有?|\d{4}年度?|本级|累计)*$/;

/** 税收占比65.4%: the part by its name, where the sentence has one. */
function partNamed(claims: readonly Claim[], at: number, share: Claim): Claim | null {
  // 参加职工养老保险的占40%
  const own = /([一-龥]{2,4})的占(?:比)?$/.exec(share.before)?.[1];
  if (own !== undefined)
    return claims.slice(0, at).find((it) => isAmount(it) && it.before.includes(own)) ?? null;
  // 人员经费2735万元与公用经费391万元,前者占基本支出的87.5%
  const two = /^(前|后)者/.exec(share.before)?.[1];
  if (two !== undefined)
    return (
      claims
        .slice(0, at)
        .filter(isAmount)
        .at(two === "前" ? -2 : -1) ?? null
    );
  const name = /([一-龥]{1,8}?)占比?(?:为|达)?$/.exec(share.before)?.[1];
  if (name === undefined) return null;
  return claims.slice(0, at).find((claim) => isAmount(claim) && claim.before.includes(name)) ?? null;
}

/** 风电和光伏4.4亿千瓦时;清洁能源发电占比31%: of what bears another name than the part beside it. */
function namesAnother({ before }: Claim, part: Claim): boolean {
  const name = /([一-龥]{3,10}?)(?:所占|占)比重?(?:为|达)?$/.exec(before)?.[1];
  if (name === undefined) return false;
  return ![...name].some((_, at) => at + 1 < name.length && part.before.includes(name.slice(at, at + 2)));
}

/** The amount that a share follows; only changes may stand between: 教育支出10亿元,增长5.5%,占总支出的23%. */
function nearestAmount({ text }: Relations, claims: readonly Claim[], at: number): Claim | null {
  let index = at - 1;
  while (index >= 0 && isChange(claims[index] as Claim)) index -= 1;
  const part = claims[index];
  const share = claims[at] as Claim;
  if (part === undefined || !isAmount(part)) return null;
  return index < at - 1 && text.slice(part.quantity.end, share.quantity.start).includes(";") ? null : part;
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
    const counts = claim !== share && claim.quantity.kind === "ratio" && wholeOf(claim.before) !== null;
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
      if (found.length === MOST_WHOLES) return found;
    }
  }
  return found;
}

/** How many amounts a share may be of, and how many other numbers of its sentence may tell which. */
const [MOST_WHOLES, SIBLINGS] = [24, 16];

function isNamed(
  { text, sentences }: Relations,
  claims: readonly Claim[],
  whole: Claim,
  part: Claim,
  at: number,
  name: string,
): boolean {
  for (let index = Math.max(1, at - SIBLINGS); index < Math.min(claims.length, at + SIBLINGS); index += 1) {
    const [before, claim] = [claims[index - 1] as Claim, claims[index] as Claim];
    const isOther = index !== at && claim.quantity.kind === "ratio" && addable(before, whole);
    if (isOther && wholeOf(claim.before) !== null && fitsShare(before, whole, claim)) return true;
  }
  if (name.length >= 2 && TOTAL_OF.test(claims[at]?.before ?? "") && whole.before.includes(name)) return true;
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

/** 占支出总额的: the total of what is named. */
const TOTAL_OF = /总[额量数]|合计/;
