import type { Claim, Relations } from "../relate.ts";
import { totalOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { sentenceAt, spansOf, textOf } from "./groups.ts";

/** A、B和C分别为x、y和z: as many values as things that they are said of. */
export function checkLists(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  const groups = relations.bySentence;
  for (const match of relations.text.matchAll(/分别/g)) {
    const place = sentenceAt(relations, match.index);
    if (place === null) continue;
    const { sentence, index } = place;
    const claims = groups[index] ?? [];
    const values = valuesAfter(relations, claims, match.index + 2);
    const [first] = values;
    if (first === undefined || values.length < 2) continue;
    const counts = subjectCounts(relations, claims, match.index, sentence.start, first);
    if (counts.length === 0) continue;
    // 由710元调整为745元,…由6060元调整为6480元,分别提高4.9%和6.9%: of two levels each
    if (first.quantity.kind === "ratio" && counts.includes(2 * values.length)) continue;
    const holds = counts.includes(values.length);
    const things = counts[0] ?? 0;
    findings.push({
      rule: "lists",
      verdict: holds ? "consistent" : "inconsistent",
      spans: [[match.index, match.index + 2], ...spansOf(values)],
      arithmetic: `${holds ? values.length : things} ${holds ? "=" : "≠"} ${values.length}（${values.map((it) => textOf(relations, it)).join("、")}）`,
      message: holds
        ? { zh: "“分别”前后的项数相等", en: "as many values as things" }
        : {
            zh: `“分别”前有${things}项，后有${values.length}个数`,
            en: `${things} things, but ${values.length} values`,
          },
    });
  }
  return findings;
}

/** The values behind 分别, joined by nothing but marks, 和 and units: 增长2.4%和6.7%. */
function valuesAfter({ text }: Relations, claims: readonly Claim[], from: number): Claim[] {
  const values: Claim[] = [];
  for (const claim of claims) {
    if (claim.quantity.start < from) continue;
    const last = values.at(-1);
    const between = text.slice(last?.quantity.end ?? from, claim.quantity.start);
    if (last === undefined ? between.length > 12 || /[,，;]/.test(between) : !JOINED.test(between)) break;
    // 拉动0.4、1.8和1.4个百分点: the unit stands once, behind the last
    if (last !== undefined && last.quantity.kind !== claim.quantity.kind && last.quantity.unit !== "") break;
    values.push(claim);
  }
  return values;
}

const JOINED = /^[ 、,，和与及]{1,2}$/;

/** How many things 分别 speaks of, by each way to divide the words before it; none where they cannot be told. */
function subjectCounts(
  relations: Relations,
  claims: readonly Claim[],
  at: number,
  sentenceStart: number,
  first: Claim,
): number[] {
  const { text } = relations;
  const lead = text.slice(sentenceStart, at);
  const start = sentenceStart + Math.max(lead.lastIndexOf(","), lead.lastIndexOf(";")) + 1;
  const words = text.slice(start, at).replace(/\([^()]*\)/g, "");
  const own = words.trim().replace(COMPARISON, "");
  if (own === "") {
    const earlier = lead.lastIndexOf("分别");
    const before = earlier < 0 ? [] : valuesAfter(relations, claims, sentenceStart + earlier + 2);
    if (before.length >= 2 && before[0]?.quantity.kind === first.quantity.kind) return [before.length];
    const levels = claims.filter(
      (claim) =>
        claim.quantity.end <= at &&
        claim.quantity.kind !== first.quantity.kind &&
        claim.quantity.approximation === null,
    );
    const clause = levels.filter((claim) => !text.slice(claim.quantity.end, at).includes(";"));
    const among = lead.lastIndexOf("其中");
    const parts = among < 0 ? [] : clause.filter((claim) => claim.quantity.start > sentenceStart + among);
    const told = parts.length >= 2 ? [parts.length] : [];
    // 64人,高级11人、中级26人、初级27人,分别占…: the whole is none of them
    const sum = totalOf(clause.slice(1).map(({ quantity }) => quantity.value));
    const ofWhole = clause.length > 2 && clause[0]?.quantity.value.equals(sum) ? [clause.length - 1] : [];
    return clause.length >= 2 ? [clause.length, ...told, ...ofWhole, ...subsets(clause)] : [];
  }
  // a number in the words is a name's or an age's (80—89岁、90—99岁), not an amount
  if (claims.some((claim) => claim.quantity.start >= start && claim.quantity.end <= at)) return [];
  if (CHANGED.test(own) && !/[、和与及]/.test(own)) {
    const run = runBefore(relations, claims, start);
    return run >= 2 ? [run] : [];
  }
  const all = own.split(/[、和与及]/).filter((it) => it !== "").length;
  const marks = own.split("、").length;
  const words2 = own.split(/[和与及]/).length;
  return all < 2 ? [] : [...new Set([all, marks, words2, marks + words2 - 1])].filter((it) => it >= 2);
}

const CHANGED = /^(?:完成|处置|整改)?(?:率|增幅|降幅|增速|占比|比例)(?:也|均)?$/;

/** How many amounts joined by 、 end right before an offset: 27处、1414亩,完成率分别为. */
function runBefore({ text }: Relations, claims: readonly Claim[], offset: number): number {
  const before = claims.filter((claim) => claim.quantity.end <= offset).toReversed();
  const [last] = before;
  if (last === undefined || !/^[,，]?$/.test(text.slice(last.quantity.end, offset))) return 0;
  let count = 1;
  for (let at = 1; at < before.length; at += 1) {
    const [next, claim] = [before[at - 1] as Claim, before[at] as Claim];
    if (!/^[、和][^,，、;]{0,12}$/.test(text.slice(claim.quantity.end, next.quantity.start))) break;
    count += 1;
  }
  return count;
}

/** Words that say against what, and not of what. */
const COMPARISON = /^(?:(?:比|较|与)[^,，;、]{0,8}|同比|环比|各|均)*$/;

/** The levels of one kind, where the sentence has several kinds. */
function subsets(levels: readonly Claim[]): number[] {
  const kinds = Map.groupBy(levels, (claim) => claim.quantity.unit);
  return [...kinds.values()].map((it) => it.length).filter((it) => it >= 2);
}
