import { sumOf, totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { ADDED_TO, isComplete, sumFinding } from "../checks/partition.ts";
import { inUnitOf } from "../derived/near.ts";
import { CLAUSE, common, sumOfValues, TOTAL } from "./around.ts";
import type { Known, Numbers } from "./numbers.ts";
import { type Candidate, sumOfRanges } from "./relation.ts";

/** Every list of neighbouring amounts of one kind that may be the parts of the one before it. */
export function* wholesOf(numbers: Numbers, whole: Known): Generator<Candidate> {
  const run = runFrom(numbers, whole, 1);
  yield* partsIn(numbers, whole, run, false);
  const outer = withoutInner(run);
  if (outer.length < run.length) yield* partsIn(numbers, whole, outer, true);
}

/** 税收9.28亿元,其中增值税…、企业所得税…;非税4.99亿元: amounts without those that make up the one before them. */
function withoutInner(run: readonly Known[]): readonly Known[] {
  const outer: Known[] = [];
  for (let at = 0; at < run.length; at += 1) {
    const known = run[at] as Known;
    outer.push(known);
    let sum = 0;
    for (let to = at + 1; to < run.length && sum < known.high; to += 1) {
      sum += (run[to] as Known).value;
      if (to > at + 1 && Math.abs(sum - known.value) <= known.place / 2) at = to;
    }
  }
  return outer;
}

function* partsIn(
  numbers: Numbers,
  whole: Known,
  run: readonly Known[],
  isOuter: boolean,
): Generator<Candidate> {
  for (let from = 0; from < Math.min(STARTS, run.length); from += 1) {
    const first = run[from] as Known;
    if (first.value >= whole.value || EACH_HAS.test(first.before) || ADDED_TO.test(first.before)) continue;
    // 增值税4.2亿元、企业所得税1.6亿元: an item of the same list is no whole
    if (first.index === whole.index + 1 && numbers.isListed(first)) continue;
    let sum = first.value;
    for (let to = from + 1; to < run.length; to += 1) {
      const last = run[to] as Known;
      sum += last.value;
      if (sum > whole.value * 10) break;
      if (last.sentence !== first.sentence && to > from + 1 && !isOuter) break;
      // 签约项目33个,其中10亿元以上6个: what comes there is of the one before
      if (!isOuter && numbers.between((run[to - 1] as Known).end, last).includes("其中")) break;
      // 粮食27.9万吨;油料2.3万吨;蔬菜19.6万吨
      if (numbers.apart(whole, first) && numbers.apart(first, last)) break;
      // 收入17.3亿元,其中税收10.8亿元。税收中,增值税7.02亿元: a part of a part
      if (last.sentence !== first.sentence && common(numbers.headOf(last).words, first.name) >= 3) break;
      // what has no inner parts was a list before
      const isDense = (run[to] as Known).index - first.index === to - from;
      if (!isOuter || !isDense) yield partsOf(numbers, whole, run, { from, to, isFar: false, isOuter });
    }
  }
}

/** The amounts of a sentence, or of lines, from one on, as the parts of a whole that was told long before. */
export function* farWholesOf(numbers: Numbers, first: Known, wholes: Iterable<Known>): Generator<Candidate> {
  const behind = runFrom(numbers, first, 1, first).filter((it) => it.sentence === first.sentence);
  const heads = headsOf(numbers, first);
  yield* farPartsIn(numbers, [first, ...behind], new Set([...wholes, ...heads]));
  if (heads.length > 0) yield* farPartsIn(numbers, linesFrom(numbers, first), heads);
}

/** 工业总产值1142.6亿元,其中:⏎ what the line before the first one of a list speaks of, where that line ends with a colon. */
function headsOf({ all, relations: { text, sentences } }: Numbers, first: Known): readonly Known[] {
  const last = all[first.index - 1];
  const from = sentences[first.sentence]?.start ?? 0;
  if (last === undefined || last.paragraph === first.paragraph || !/:\s*$/.test(text.slice(last.end, from)))
    return [];
  const heads: Known[] = [];
  for (let at = last.index; all[at]?.paragraph === last.paragraph && heads.length < HEADS; at -= 1) {
    const it = all[at] as Known;
    if (it.kind === first.kind && it.role === "level" && !it.approximate) heads.push(it);
  }
  return heads;
}

const HEADS = 4;

/** The first amounts of a kind of a line and of those behind it, as long as each line has one. */
function linesFrom({ all }: Numbers, first: Known): readonly Known[] {
  const lines = [first];
  for (let at = first.index + 1; at < all.length && lines.length < LONGEST; at += 1) {
    const it = all[at] as Known;
    const { paragraph } = lines.at(-1) as Known;
    if (it.paragraph > paragraph + 2) break;
    if (it.paragraph > paragraph && it.kind === first.kind && it.role === first.role && !it.approximate)
      lines.push(it);
  }
  return lines;
}

function* farPartsIn(numbers: Numbers, run: readonly Known[], wholes: Iterable<Known>): Generator<Candidate> {
  const [first] = run as [Known];
  let sum = first.value;
  for (let to = 1; to < run.length; to += 1) {
    sum += (run[to] as Known).value;
    // 男255例、女231例,未成年人68例、青壮年312例、老年人106例: divided again
    for (const whole of wholes)
      if (sum === whole.value && run.length - to > 2 && isFarFrom(numbers, whole, first))
        yield* farPartsIn(numbers, run.slice(to + 1), [whole]);
    for (const whole of wholes)
      if (whole.kind === first.kind && isFarFrom(numbers, whole, first) && whole.value < sum * 3)
        if (sum < whole.value * 3) yield partsOf(numbers, whole, run, { from: 0, to, isFar: true });
  }
}

/** Whether a whole stands in another paragraph, or so far before its parts that they are not among its next ones. */
function isFarFrom({ all }: Numbers, whole: Known, first: Known): boolean {
  if (whole.paragraph !== first.paragraph) return true;
  if (first.index - whole.index >= REACH) return true;
  let between = 0;
  for (let at = whole.index + 1; at < first.index; at += 1)
    if ((all[at] as Known).kind === whole.kind && (all[at] as Known).role === whole.role) between += 1;
  return between >= STARTS;
}

function partsOf(
  numbers: Numbers,
  whole: Known,
  run: readonly Known[],
  {
    from,
    to,
    isFar,
    isOuter = false,
  }: { readonly from: number; readonly to: number; readonly isFar: boolean; readonly isOuter?: boolean },
): Candidate {
  const { text } = numbers.relations;
  const parts = run.slice(from, to + 1);
  const [first, last, next] = [run[from] as Known, run[to] as Known, run[to + 1]];
  return sumOfRanges([whole], parts, {
    kind: "whole",
    derived: whole,
    finding: () => findingOf(numbers, whole, parts),
    features: () => {
      const lead = text.slice(Math.max(whole.end, first.start - 40), first.start);
      const cue = /其中/.test(lead) ? "among" : OPENS.test(lead) ? "opened" : "bare";
      const many = parts.length > 2 ? "+" : "";
      const size = parts.length > 3 ? 4 : parts.length;
      const ends = endOf(numbers, last, next);
      const bridge = isFar ? "" : text.slice(whole.end, first.start);
      const where = isFar
        ? whole.paragraph === first.paragraph
          ? "far before"
          : "another paragraph"
        : first.sentence === whole.sentence
          ? numbers.apart(first, whole)
            ? "apart"
            : "same"
          : first.sentence - whole.sentence === 1
            ? "next"
            : "far";
      const alike = likeness(parts);
      const opens = numbers.all[first.index - 1]?.sentence !== first.sentence;
      const isDense = last.index - first.index === parts.length - 1;
      const topic = TOPIC.exec(text.slice(Math.max(0, first.start - 30), first.start))?.[1] ?? "";
      const claims = parts.map(({ claim }) => claim);
      return [
        bridge.includes("——") && "dash",
        (bridge.includes("分别") || /各(?:为|有|占)?$/.test(first.before)) &&
          `respectively ${ends === "open"}`,
        size === 2 && text.slice((parts[0] as Known).end, last.start).includes("、") && "two joined",
        `${cue} ${size}`,
        `${cue} ${where}`,
        `${cue} ${ends}`,
        opens && `${cue} opens sentence`,
        isDense && `dense ${cue} ${ends}`,
        isDense &&
          next !== undefined &&
          areJoined(numbers, parts) &&
          `joined ${cue} ${text.charAt(last.end)}`,
        isDense && size > 2 && whole.index === first.index - 1 - from && `next list ${cue} ${where}`,
        topic !== "" && `topic ${Math.min(3, common(topic, whole.name))}`,
        `skips ${from}`,
        areUneven(numbers, parts) && "uneven",
        areOpposites(parts) && `opposites ${ends}`,
        ends,
        last.sentence !== first.sentence && "two sentences",
        alike > 0 && `alike ${Math.min(2, alike)}${many}`,
        REST.test(last.before) && `rest${many}`,
        isComplete(numbers.relations, claims) && `complete${many}`,
        areShort(parts) && `short${many}`,
        isMixed(numbers, parts) && "mixed",
        TOTAL.test(whole.before) && "total",
        first.index === whole.index + 1 && "beside",
        numbers.all[whole.index - 1]?.sentence !== whole.sentence && "heads sentence",
        isFar && numbers.all[first.index - 1]?.paragraph !== first.paragraph && "parts head paragraph",
        isFar && numbers.largest(whole) === whole && "largest",
        whole.sentence !== first.sentence &&
          common(numbers.headOf(first).words, whole.name) >= 2 &&
          `head names whole ${isFar}`,
        run.slice(0, from).some((it) => it.sentence === first.sentence) && "skips within",
        ends === "open" && next !== undefined && REST.test(next.before) && "rest follows",
        /^[^。;]{0,8}(?:其[余他]|余下|剩下|等)/.test(
          text.slice(last.end, next?.start ?? last.end + CLAUSE),
        ) && `rest untold ${ends}`,
        isBesideSum(numbers, whole, parts) && "beside a sum",
        isOuter && `over inner parts ${cue} ${ends}`,
      ];
    },
  });
}

/** Every list of neighbouring amounts of one kind that may be the parts of the one behind it. */
export function* totalsOf(numbers: Numbers, total: Known): Generator<Candidate> {
  const run = runFrom(numbers, total, -1);
  const [nearest] = run;
  // 其中1座两线共用, 连同酒驾: what is counted in two of the parts, or stands elsewhere
  if (/^(?:其他|其它|其余)/.test(total.before)) return;
  if (nearest === undefined || SHARED.test(numbers.between(nearest.start - 24, total))) return;
  let sum = run[0]?.value ?? 0;
  for (let to = 1; to < run.length; to += 1) {
    const first = run[to] as Known;
    if (ADDED_TO.test(first.before) || ADDED_TO.test((run[to - 1] as Known).before)) return;
    sum += first.value;
    if (sum > total.value * 10) return;
    const parts = run.slice(0, to + 1).reverse();
    const before = run[to + 1];
    yield sumOfRanges([total], parts, {
      kind: "total",
      derived: total,
      finding: () => findingOf(numbers, total, parts),
      features: () => {
        const cue = /[一-龥]总[^,;]{0,4}$/.test(total.before)
          ? "own total"
          : TOTAL.test(total.before)
            ? "total"
            : SUMMED.test(total.before)
              ? "summed"
              : "bare";
        const size = parts.length > 3 ? 4 : parts.length;
        const last = parts.at(-1) as Known;
        return [
          `${cue} ${size}`,
          `${cue} ${before === undefined ? "closed" : endOf(numbers, before, first)}`,
          parts.every((it) => it.sentence === total.sentence)
            ? "same"
            : parts.every((it) => total.sentence - it.sentence <= 1)
              ? "last"
              : "early",
          likeness(parts) > 0 && "alike",
          areShort(parts) && "short",
          isMixed(numbers, parts) && "mixed",
          total.index === last.index + 1 && "beside",
          REST.test(total.before) && "rest",
          numbers.all[total.index - 1]?.sentence !== total.sentence && "heads sentence",
          numbers.apart(last, total) && "apart",
          common(total.name, first.name) >= 2 && "named alike",
          isBesideSum(numbers, total, parts) && "beside a sum",
          countIn(total.before) === parts.length && "counts its parts",
          parts.every(({ before }) => before.slice(-2) === total.before.slice(-2)) && "all named as it",
          total.claim.before === "" &&
            `leads ${parts.filter((it) => common(it.before, total.claim.after) >= 2).length > 1}`,
        ];
      },
    });
  }
}

/** 1842户2763人,7460户16412人,合计9302户19175人: whether what stands before a total is the total of what stands before its parts. */
function isBesideSum({ all }: Numbers, total: Known, parts: readonly Known[]): boolean {
  const [last, ...others] = [total, ...parts].map(({ index }) => all[index - 1]);
  if (last === undefined || last.end > total.start) return false;
  if (others.some((it) => it === undefined || it.kind !== last.kind || it.kind === total.kind)) return false;
  const off = last.value - sumOfValues(others as Known[]);
  return Math.abs(off) <= last.place / 2;
}

/** 三项17160万元, 三座桥连起来5.3公里: of how many the words before a total say that it is; nought where they do not. */
function countIn(words: string): number {
  const [, count = ""] = /([两二三四五六七八九十])[一-龥][^,;]{0,6}$/.exec(words) ?? [];
  return count === "" ? 0 : COUNTS.indexOf(count.replace("两", "二")) + 2;
}

const COUNTS = "二三四五六七八九十";

const SHARED = /共用|重复|重叠|扣除|剔除|交叉|兼|连同|加上/;
/** 输入病例45例,含2例…: what was counted before. */
const WITHIN = /(?:含|其中)[^,;]{0,6}$/;
/** 本科每人5000元、专科每人3000元: what each has is no part. */
const EACH_HAS = /每(?:[人户名家]|年|生)$/;
const STARTS = 3;
const REACH = 18;
const LONGEST = 10;

/** What opens a list of parts. */
const OPENS = /[:—]|包括|分别|分为|分布|[,。\n][^,。]{0,8}[按从][^,。]{0,8}[分看计类,]|由/;
const SUMMED = /^这|上述|以上|[两二三四五六七八九]者|加|连同|全[年部]|[两三]/;
/** What is left over, or was not done. */
const REST = /(?:其余|其他|其它|余下|剩下?|余|未|不|尚|仍|还|待|另)[一-龥]{0,8}$/;

/**
 * The amounts of a number's kind next to it in its paragraph, in one direction, as deep in brackets as one of them, or
 * as the first: 甲地4243例(出院3189例,死亡67例),乙地46例.
 */
function runFrom({ all, depthOf }: Numbers, known: Known, way: 1 | -1, beside?: Known): Known[] {
  const run: Known[] = [];
  for (let off = 1; off < REACH && run.length < LONGEST; off += 1) {
    const it = all[known.index + way * off];
    if (it === undefined || it.paragraph !== known.paragraph) break;
    if (it.kind !== known.kind || it.role !== known.role || !it.amount) continue;
    // 参保8.64万人,上年末8.00万人: what was is no part of what is
    if (THEN.test(it.before) && !THEN.test(known.before)) continue;
    const depth = depthOf(it) - depthOf(beside ?? run[0] ?? it);
    if (it.approximate || depth < 0) break;
    if (depth === 0 && (way > 0 || !WITHIN.test(it.before))) run.push(it);
  }
  return run;
}

const THEN = /(?:上年末?|去年|上年同期|年初)(?:为|是)?$/;

/** 阳性标本中,甲型58份: what a list is of, in its own words. */
const TOPIC = /(?:^|[,;。:、])([一-龥]{2,12})(?:当中|之中|中)[,:]?[^,;。:、]*$/;

/** 销号38项,未销号的7项; 属实61件、不属实12件: what was done, and what was not. */
function areOpposites(parts: readonly Known[]): boolean {
  return parts.some(({ before }) => {
    const done = NOT.exec(before)?.[1];
    return done !== undefined && parts.some((it) => it.before !== before && it.before.includes(done));
  });
}

const NOT = /(?:未|不|没有?|非)([一-龥]{2})/;

/** 区直部门9个、街镇4个、国有企业3个: every part but the first behind the mark 、. */
function areJoined({ relations: { text } }: Numbers, parts: readonly Known[]): boolean {
  return parts.length > 2 && parts.slice(0, -1).every(({ end }) => text.charAt(end) === "、");
}

/** 51个,4个;201个,22个: semicolons between some of the parts, and not between others. */
function areUneven({ apart }: Numbers, parts: readonly Known[]): boolean {
  let marked = 0;
  for (let at = 1; at < parts.length; at += 1)
    if (apart(parts[at - 1] as Known, parts[at] as Known)) marked += 1;
  return marked > 0 && marked < parts.length - 1;
}

/** What ends a list behind a number: its sentence, a semicolon, or nothing. */
function endOf(numbers: Numbers, last: Known, next: Known | undefined): string {
  if (next === undefined || next.sentence !== last.sentence) return "closed";
  return numbers.apart(last, next) ? "semicolon" : "open";
}

/** How many characters the names of all parts begin or end with alike, where they are not the same. */
function likeness(parts: readonly Known[]): number {
  const names = parts.map(({ before }) => /[一-龥]+$/.exec(before.replace(/^其中[:,]?/, ""))?.[0] ?? "");
  const [first = ""] = names;
  if (names.includes("") || new Set(names).size < names.length) return 0;
  const alike = (at: (name: string, off: number) => string) => {
    let length = 0;
    while (length < first.length && names.every((it) => at(it, length) === at(first, length))) length += 1;
    return length;
  };
  return alike((name, off) => name.charAt(off)) + alike((name, off) => name.charAt(name.length - 1 - off));
}

function areShort(parts: readonly Known[]): boolean {
  return parts.every(({ before }) => before.replace(/^其中[:,]?/, "").length <= 9);
}

/** Whether amounts of other kinds stand between the parts. */
function isMixed({ all }: Numbers, parts: readonly Known[]): boolean {
  const [first, last] = [parts[0] as Known, parts.at(-1) as Known];
  const levels = all.slice(first.index, last.index + 1).filter((it) => it.amount && it.role === "level");
  return levels.some((it) => !parts.includes(it));
}

function findingOf({ relations }: Numbers, whole: Known, parts: readonly Known[]): Finding | null {
  const measures = parts.map(({ claim }) => inUnitOf(claim, whole.claim));
  const known = measures.filter((it) => it !== null);
  if (known.length < parts.length) return null;
  if (sumOf(known.map(({ possible }) => possible)).overlaps(whole.claim.quantity.possible)) return null;
  const total = totalOf(known.map(({ value }) => value));
  return sumFinding(
    relations,
    whole.claim,
    parts.map(({ claim }) => claim),
    false,
    total,
  );
}
