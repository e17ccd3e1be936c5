import { fitsShare, shareResult } from "../checks/ratio.ts";
import { before, behind, common, placeIn, TOTAL, whereOf } from "./around.ts";
import type { Known, Numbers } from "./numbers.ts";
import { type Candidate, PERCENT, percent, productOf } from "./relation.ts";

/** What is known already of a text's wholes. */
export interface Wholes {
  /** what sums that hold say that a part is of */
  readonly ofPart: ReadonlyMap<Known, Known>;
  /** by kind, what several numbers are parts of, the last one first */
  readonly ofMany: ReadonlyMap<string, readonly Known[]>;
  /** what shares that hold are of */
  readonly ofShare: ReadonlyMap<Known, Known>;
}

/** Every part and whole that a percentage, which is none of a list, may be the share of. */
export function* sharesOf(numbers: Numbers, share: Known, wholes: Wholes): Generator<Candidate> {
  // 上周阳性率为32.5%: of numbers that are not told
  if (share.value <= 0 || OF_THEN.test(share.before)) return;
  // 比疫情前的84%高6个百分点, 较年度目标80%高出2个百分点: what others are held against
  if (AGAINST.test(share.before) || /(?:出生|(?<!婴儿|产妇|新生儿)死亡|自然增长)率/.test(share.before))
    return;
  // 满意率达到100%的32个, 80%以下的12个: a bound, by which others are told
  if (/^(?:以[上下]|及以上)?的\d/.test(numbers.relations.text.slice(share.end, share.end + 6))) return;
  const scale = share.claim.quantity.unit === "‰" ? PER_MILLE : PERCENT;
  const words = share.before;
  const cue = /占|比重|份额/.test(words)
    ? "of"
    : /[率面度]|比例|进度/.test(words.slice(-6))
      ? "rate"
      : "bare";
  // 核减5753万元,核减率11%; 自然增加714人,自然增长率1.87‰: a change, by the name of what it is the rate of
  const isAmount = (it: Known) =>
    it.amount &&
    (it.role !== "change" ||
      (cue === "of" && common(words, it.before) >= 2) ||
      (cue === "rate" && (common(words, it.before) >= 2 || (CUT_RATE.test(words) && CUT.test(it.before)))));
  const near = before(numbers, share, 14, isAmount);
  const ahead = behind(numbers, share, 2, isAmount);
  const target = TARGET.exec(words)?.[1] ?? "";
  const topic = topicOf(numbers, share);
  const last = lastShare(numbers, share);
  const told = last === undefined ? undefined : wholes.ofShare.get(last);
  const { named: head } = numbers.headOf(share);
  const around = new Set([...near, ...ahead]);
  const far = new Set(
    [
      ...numbers.named(target || words, share),
      ...head,
      ...near.slice(0, 2).map((part) => numbers.largest(part)),
      ...near.slice(0, 2).flatMap((part) => wholes.ofMany.get(part.kind) ?? []),
      ...(topic === "" ? [] : numbers.named(topic, share)),
      ...near.slice(0, 3).flatMap((part) => wholes.ofPart.get(part) ?? []),
    ].filter((it) => !around.has(it)),
  );
  const owner = words.split(/占|为|达/, 1)[0] ?? "";
  const parts = new Set([
    ...near.slice(0, 4),
    // 破案率41.7%,即立180起破75起
    ...ahead.slice(0, /^[,(]即/.test(numbers.relations.text.slice(share.end, share.end + 2)) ? 2 : 1),
    ...near.slice(4).filter((it) => common(words, it.name) >= 2),
    ...(owner.length >= 2 ? numbers.named(owner, share).slice(0, 2) : []),
    ...head.slice(0, 1),
  ]);
  const ofWholes = new Map<Known, readonly (string | false)[]>();
  const wholeFeatures = (whole: Known) => {
    const known = ofWholes.get(whole) ?? featuresOf(whole);
    ofWholes.set(whole, known);
    return known;
  };
  function featuresOf(whole: Known): readonly (string | false)[] {
    const [named, aimed, spoken] = [words, target, topic].map((it) => common(it, whole.name)) as [
      number,
      number,
      number,
    ];
    return [
      `whole ${whereOf(numbers, whole, share)}`,
      named >= 2 && `${cue} names whole ${named}`,
      aimed >= 2 && `aims ${aimed}`,
      aimed >= 2 && aimed === target.length && "aims at all",
      spoken >= 2 && `topic ${spoken}`,
      TOTAL.test(whole.before) && "whole is total",
      whole.ofThen && "whole of another time",
      told === whole && "as the last",
      told !== undefined && told !== whole && told.kind === whole.kind && "not as the last",
      cue === "rate" && common(words.slice(-4), whole.name) >= 2 && "rate names whole",
      headsParagraph(numbers, whole) && "whole is first",
      numbers.largest(share) !== whole && numbers.largest(whole) === whole && "whole is largest",
      /总|全/.test(target) &&
        `of all ${numbers.largest(whole) === whole} ${whole.paragraph === share.paragraph}`,
    ];
  }
  const ofDays = OF_DAYS.test(words);
  const isAimed = AIMED_AT.test(words);
  for (const part of parts) {
    if (ofDays && part.kind !== "time") continue;
    // 恩格尔系数 is of what is spent on food
    if (words.includes("恩格尔") && !/食品/.test(part.name)) continue;
    const named = common(words, part.name);
    const ofPart = [
      `${cue} part ${around.has(part) ? placeIn(part, near, 4) : "named"}`,
      `part ${whereOf(numbers, part, share)}`,
      named >= 2 && `${cue} names part ${Math.min(3, named)}`,
      cue === "rate" && common(words.slice(-4), part.name) >= 2 && "rate names part",
    ];
    let rank = 0;
    for (const whole of [...near, ...ahead, ...far]) {
      if (whole === part || whole.role === "change") continue;
      if (!(whole.kind === part.kind || areOfPersons(part, whole) || areOfPlaces(part, whole, words)))
        continue;
      // 为年度任务26000人的110.0%;再就业5148人,相当于新增就业的18%
      if (!isAimed && PLAN.test(whole.before)) continue;
      if ((whole.role === "mean") !== (part.role === "mean") && !isLoad(whole, words)) continue;
      // 全程接种140万人,覆盖率91.2%;加强针80万人,覆盖率52%: what has such a share itself is no whole of the next
      const its = numbers.all[whole.index + 1];
      if (its !== share && its?.role === "ratio" && its.before === words && numbers.apart(its, share))
        continue;
      // 立案648件,结案703件,结案率93.1%: a part that is more is one that is wrong
      if (whole.value * MOST_MORE < part.value && share.value < 100) continue;
      // of what was another year's a share is told beside it only
      if (whole.paragraph !== share.paragraph && whole.ofThen) continue;
      const order = far.has(whole)
        ? "named"
        : ahead.includes(whole)
          ? "n"
          : near.includes(part) && near.indexOf(whole) < near.indexOf(part)
            ? "between"
            : String(Math.min(3, cue !== "of" && whole.ofThen ? rank : rank++));
      yield productOf([part, whole, share], scale, {
        kind: "share",
        derived: share,
        features: () => [
          cue,
          ...ofPart,
          ...wholeFeatures(whole),
          `${cue} whole ${order}`,
          part.sentence === whole.sentence && Math.abs(part.index - whole.index) === 1 && "beside",
          whole.index < part.index && whole.sentence === part.sentence && "one sentence",
          isAmong(numbers, part, whole) && "among",
          areOfPlaces(part, whole, words) && "places",
          part.role !== whole.role && "of a mean",
          order === "between" && cue === "bare" && whole.index === share.index - 1 && "of the stated",
          order === "between" && common(whole.before, part.name) >= 2 && "whole names part",
          owner.length >= 4 &&
            common(owner, part.name) < 2 &&
            common(owner, whole.name) < 2 &&
            `${cue} of something else`,
          wholes.ofPart.get(part) === whole && "known whole",
          wholes.ofMany.get(part.kind)?.includes(whole) === true && "whole of many",
          /应|需/.test(whole.before) && /实|已/.test(part.before) && "due and done",
        ],
        finding: () => {
          // of what was at another time a share is told by its words only; else it may explain, and not accuse
          const then = order !== "between" && THEN.test(whole.before) && !AIMED.test(target);
          const [a, b, c] = [part.claim, whole.claim, share.claim];
          if (then || fitsShare(a, b, c)) return null;
          const isOfOther = areOfPersons(part, whole) || areOfPlaces(part, whole, words);
          if (a.quantity.unit !== b.quantity.unit && !isOfOther) return null;
          return shareResult(numbers.relations, [a, b, c], false);
        },
      });
    }
  }
}

const PER_MILLE = percent(0.001);

/** 上周阳性率, 由82%; 债务率 is of all that a government has, which no report adds up. */
const OF_THEN =
  /[债负]务?率(?:为|达)?$|前一[周日天月年轮]|全[市省州国]平均(?:水平)?(?:为|是)?$|^(?:19|20)\d{2}年(?:为|是|仅)?$|上年|去年|上周|上月|上季|同期|年初|[由从]$/;

/** 就诊45218人次,其中流感样病例2306例: cases are counted by the times that persons came. */
function areOfPersons(part: Known, whole: Known): boolean {
  return /^(?:例|人|人次)$/.test(part.claim.quantity.unit) && whole.claim.quantity.unit === "人次";
}

/** 床位520张,集中供养298人,入住率57.3%: persons by the places that there are for them. */
function areOfPlaces(part: Known, whole: Known, words: string): boolean {
  return (
    part.kind === "quantity 人" &&
    /^[张个座床]$/.test(whole.claim.quantity.unit) &&
    /(?:入住|入托|上座|满座|床位使用|学位使用)率/.test(words)
  );
}

/** 日处理能力5万吨,日均进水4.2万吨,负荷率84%: what a day's mean is of, though it is none itself. */
function isLoad(whole: Known, words: string): boolean {
  return PER_DAY.test(whole.name) || /负荷率|产能利用率/.test(words);
}

const PER_DAY = /(?<!平均)[每日](?:天|日)?[一-龥]{0,4}(?:能力|规模|产能)/;

const PLAN = /(?:任务|计划|目标)[^,;]{0,3}$/;
const AIMED_AT = /任务|计划|目标|完成|达成|进度|实现|超|占|为$/;

const CUT_RATE = /[审核]减率/;
const CUT = /[审核]减[^,;]{0,2}$/;

const AGAINST = /^(?:而)?(?:比(?![重例率])|较|与|同(?!比)|高于|低于|优于|好于|距离?)/;
/** 优良天数比例94.5%: of days. */
const OF_DAYS = /天数[^,;]{0,4}(?:率|比例|比重)[^,;]{0,3}$/;

/** 占上年, 完成计划的: what was, or was to be. */
const THEN = /(?:上年|去年|同期|上[月周季]|[比较同与])[^,;]*$/;
const AIMED = /年|月|季|计划|预算|目标|任务|指标/;

/** A part that is so many times its whole is a part of something else. */
const MOST_MORE = 2;

/** What a share says that it is of: 占常住人口36.7万人的 names it before the number, too. */
const TARGET = /(?:占|为|达到?|是|相当于|完成)([^占,;]{2,20}?)(?:总[数量额])?的?(?:比重|比例)?(?:为|达|是)?$/;

/** 特困人员中,…: what a sentence says that it is about. */
function topicOf({ relations: { text, sentences } }: Numbers, known: Known): string {
  const lead = text.slice(sentences[known.sentence]?.start ?? 0, known.start);
  return /([一-龥]{2,12})(?:当中|之中|中|里面|里头|里)[,:][^;]*$/.exec(lead)?.[1] ?? "";
}

const SHARES_BACK = 14;

function lastShare({ all }: Numbers, share: Known): Known | undefined {
  return all
    .slice(Math.max(0, share.index - SHARES_BACK), share.index)
    .findLast((it) => it.role === "ratio" && it.paragraph === share.paragraph);
}

function headsParagraph({ all }: Numbers, known: Known): boolean {
  for (let at = known.index - 1; at >= Math.max(0, known.index - 12); at -= 1) {
    const it = all[at] as Known;
    if (it.paragraph !== known.paragraph) return true;
    if (it.kind === known.kind) return false;
  }
  return true;
}

function isAmong(numbers: Numbers, part: Known, whole: Known): boolean {
  if (whole.index > part.index || part.start - whole.end > 400) return false;
  return /其中[^;]*$/.test(numbers.between(Math.max(whole.end, part.start - 30), part));
}
