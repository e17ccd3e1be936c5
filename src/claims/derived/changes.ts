import { difference } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable } from "../checks/groups.ts";
import { changeFinding } from "../checks/growth.ts";
import type { Claim, Relations } from "../relate.ts";
import { CHANGE, IS_DOWN, IS_LEFT, leadOf, OTHER } from "./change-words.ts";
import { ofRate } from "./growth-rates.ts";
import { amountsBehind, inUnitOf, isExact, likeWords, MOST_CHANCE, slipOf } from "./near.ts";
import { accountFinding } from "./stocks.ts";

/**
 * A change whose levels stand in another sentence, behind it, or in words that name no comparison: 社会消费品零售总额142.8
 * 亿元,净增11.6亿元,而2018年这一数字是131.2亿元; 新登记97个、注销51个,净增46个.
 */
export function checkFarChanges(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((change) => {
    if (change.quantity.approximation !== null || isSettled(change)) return [];
    if (!CHANGE.test(change.before) || /累计|滚存|分别|(?:上年|历年|年初)[^,，;]*结/.test(change.before))
      return [];
    const { kind } = change.quantity;
    if (kind === "points") return [];
    const finding =
      kind === "quantity" || kind === "duration"
        ? ofAmount(relations, change)
        : ofRate(relations, change, levelsNear(relations, change));
    return finding === null ? [] : [finding];
  });
}

interface Levels {
  readonly large: Claim;
  readonly small: Claim;
}

function ofAmount(relations: Relations, change: Claim): Finding | null {
  const account = netOf(relations, change) ?? balanceOf(relations, change);
  if (account !== null) return account;
  const levels = levelsNear(relations, change);
  const alike = levels.flatMap((level) => {
    const measure = inUnitOf(level, change);
    const isOfThen = OTHER.test(leadOf(relations, level)) || /[由从]$/.test(level.before);
    return measure === null ? [] : [{ level, measure, isOfThen }];
  });
  const isCompared = COMPARED.test(change.before);
  const isNet = /净/.test(change.before);
  const measured = alike.flatMap((large) =>
    alike.flatMap((small) => {
      if (large === small || large.measure.value.compare(small.measure.value) < 0) return [];
      // 优良318天(有效监测361天),同比增加9天: by which of now it is more than then nothing tells
      if (isCompared && !large.isOfThen && !small.isOfThen) return [];
      // 较年初19200人净减600人: no level and step
      if (isNet && large.isOfThen !== small.isOfThen && WENT.test(small.level.before)) return [];
      const range = difference(large.measure.possible, small.measure.possible);
      const exact = large.measure.value.minus(small.measure.value);
      return range === null ? [] : [{ large: large.level, small: small.level, range, exact }];
    }),
  );
  const fitting = measured.find(({ range }) => range.overlaps(change.quantity.possible));
  if (fitting !== undefined) return told(relations, fitting, change);
  const tied = measured.find((pair) => isTied(relations, pair, change));
  if (tied !== undefined) return told(relations, tied, change);
  const named = measured.find((pair) => areNamed(pair, change));
  if (named !== undefined) return told(relations, named, change);
  // 较前一日(64例)减少12例: what it is held against is told, and what is told of now is one of the paragraph's
  const base = levels.find(
    (level) =>
      OTHER.test(leadOf(relations, level)) &&
      level.sentence === change.sentence &&
      level.index < change.index &&
      change.index - level.index <= 2,
  );
  const held = measured.find(({ exact, large, small }) => {
    const chance = large === base || small === base ? slipOf(change, exact) : null;
    return chance !== null && chance <= 0.2;
  });
  if (held !== undefined) return told(relations, held, change);
  const slip = measured.find(({ exact, ...pair }) => {
    const chance = slipOf(change, exact);
    const alike = likeWords(pair.large, pair.small) >= 2 || pair.large.sentence === pair.small.sentence;
    return chance !== null && alike && chance * measured.length <= MOST_CHANCE;
  });
  return slip === undefined ? null : told(relations, slip, change);
}

const COMPARED = /同比|[比较].{0,2}(?:上年|去年|上月|上期|同期|年初)/;

/** 招聘260人,退休184人,调出41人,净增35人: all that came and all that went in its sentence. */
function netOf({ claims, ...relations }: Relations, change: Claim): Finding | null {
  if (!/净增加?$/.test(change.before)) return null;
  const near = claims
    .slice(Math.max(0, change.index - 5), change.index)
    .filter((it) => it.sentence === change.sentence && isStep(it) && addable(it, change));
  const came = near.filter((it) => CAME.test(it.before));
  const went = near.filter((it) => WENT.test(it.before));
  if (came.length === 0 || went.length < 2 || came.length + went.length < near.length) return null;
  return accountFinding({ claims, ...relations }, came, went, change);
}

/** 收入总计94.99亿元。…支出总计91.89亿元。收支相抵,年终结转3.1亿元: the last two totals that the text told. */
function balanceOf(relations: Relations, change: Claim): Finding | null {
  const { claims, sentences, text } = relations;
  const start = sentences[change.sentence]?.start ?? 0;
  if (!/相抵/.test(text.slice(start, change.quantity.start)) || !IS_LEFT.test(change.before)) return null;
  const before = claims.slice(Math.max(0, change.index - BALANCE_BACK), change.index);
  // 基金收入36000万元,支出31500万元,收支相抵结余1500万元: of its own paragraph
  const side = (name: RegExp) => before.findLast((it) => name.test(it.before) && addable(it, change));
  const large = side(/收入(?:总计|总量|合计)(?:为)?$/);
  const small = side(/支出(?:总计|总量|合计)(?:为)?$/);
  if (large === undefined || small === undefined) return null;
  const own = before.filter((it) => it.paragraph === change.paragraph);
  const isOfOthers = ({ before: words }: Claim) =>
    /收入|支出/.test(words) && !/(?:总计|总量|合计)/.test(words);
  if (large.paragraph !== change.paragraph && own.some(isOfOthers)) return null;
  return told(relations, { large, small }, change);
}

const BALANCE_BACK = 40;

function told(relations: Relations, { large, small }: Levels, change: Claim): Finding | null {
  const falls = IS_DOWN.test(change.before) || IS_LEFT.test(change.before);
  const [from, to] = falls ? [large, small] : [small, large];
  return changeFinding(relations, { from, to }, change, falls);
}

/** How many claims back the levels of a change are looked for. */
const BACK = 10;

/** The exact levels around a change, of any time, the nearest first. */
function levelsNear(relations: Relations, change: Claim): Claim[] {
  const found: Claim[] = [];
  for (let at = change.index - 1; at >= Math.max(0, change.index - BACK); at -= 1) {
    const claim = relations.claims[at] as Claim;
    if (claim.paragraph !== change.paragraph) break;
    if (isLevelClaim(claim) || (/净[增减]/.test(change.before) && isStep(claim))) found.push(claim);
  }
  return [...found, ...amountsBehind(relations, change)];
}

function isLevelClaim(claim: Claim): boolean {
  const { kind, approximation } = claim.quantity;
  const level = !CHANGE.test(claim.before) || /(?:缩短|压缩|减少|增加|扩大|降低)为$/.test(claim.before);
  return (kind === "quantity" || kind === "duration") && approximation === null && level;
}

/** 较昨日增加6个、解除4个,净增2个: what is told as a change is what came or went. */
function isStep(claim: Claim): boolean {
  return isExact(claim) && !/净/.test(claim.before);
}

/** 出生3360人,死亡3780人。死亡比出生多420人: the change names both of its levels. */
function areNamed({ large, small }: Levels, { before }: Claim): boolean {
  const [, one, other, way] = /^(?:其中)?([一-龥]{2,6})比([一-龥]{2,6}?)(多|少|高|低)出?$/.exec(before) ?? [];
  if (one === undefined || other === undefined) return false;
  const [more, less] = way === "多" || way === "高" ? [one, other] : [other, one];
  return large.before.includes(more) && small.before.includes(less);
}

/** 送审7.35亿元,审定6.62亿元,核减7300万元; 3.8天…缩短到2.3天,缩短1.5天: the two levels right before their difference. */
function isDifference(large: Claim, small: Claim, change: Claim): boolean {
  const [last, first] = large.index > small.index ? [large, small] : [small, large];
  if (change.index - last.index !== 1 || last.sentence !== change.sentence) return false;
  const moved = REACHED.test(last.before);
  const off = /^(?:共)?(?:核减|审减|节约|节省|节支)(?:资金)?$/.test(change.before) && last === small;
  return off
    ? last.index - first.index === 1
    : moved && MOVED.test(change.before) && last.index - first.index <= 2;
}

/** 压至5.2小时, 减少为3件: what a level became. */
const REACHED = /[一-龥](?:到|至)了?$|(?:缩短|压缩|减少|降低|提高|增加|提升|扩大|[升降])为$/;
const MOVED = /^(?:[虽已又]|共)?(?:缩短|下降|减少|降低|提高|增加|提升|上升|扩大|省下|节省|压缩|净增)了?$/;

/** 需护工432人,现有318人,还差114人: what is needed and what there is. */
const NEEDED = /(?:需|应|计划|核定|定额)[^,，;]{0,8}$/;
const HAVE = /(?:现有|实有|现|到位|已有|已到位|实际)[^,，;]{0,6}$/;

const CAME =
  /(?:增加|招聘|录用|引进|调入|补充|新登记|新增|新设|新办|迁入|新建|收入|收到|投入|到位|筹集|新开办)[^,，;]*$/;
const WENT =
  /(?:解除|退休|离职|辞职|调出|注销|吊销|减少|迁出|废止|撤销|支出|支付|使用|拨付|退出|关停)[^,，;]*$/;

/** Whether the words tie a change to two levels: one of now and one of another time, or what came and what went. */
function isTied(relations: Relations, { large, small }: Levels, change: Claim): boolean {
  const { text } = relations;
  // 基金收入9.35亿元。基金支出8.6亿元,年终结余7500万元: two sides of one account
  const sides =
    IS_LEFT.test(change.before) &&
    !/上年|年初|历年/.test(change.before) &&
    CAME.test(large.before) &&
    WENT.test(small.before);
  if (sides && change.index - small.index === 1 && likeWords(large, small) >= 2) return true;
  if (isDifference(large, small, change)) return true;
  if (large.sentence !== change.sentence || small.sentence !== change.sentence) return false;
  const [first, second] = large.index < small.index ? [large, small] : [small, large];
  if (text.slice(first.quantity.end, Math.max(second.quantity.start, change.quantity.start)).includes(";"))
    return false;
  if (/净[增减]/.test(change.before) || IS_LEFT.test(change.before))
    if (CAME.test(large.before) && WENT.test(small.before)) return true;
  if (IS_LEFT.test(change.before)) return NEEDED.test(large.before) && HAVE.test(small.before);
  const others = [large, small].filter((claim) => OTHER.test(leadOf(relations, claim)));
  if (others.length !== 1 || change.index - first.index > 4) return false;
  const now = others[0] === large ? small : large;
  // the change is of the level right before it or before the one that it is held against
  const between = relations.claims.slice(
    Math.min(second.index, change.index) + 1,
    Math.max(second.index, change.index),
  );
  return (
    (now.ownSubject || /[一-龥]$/.test(now.before)) &&
    now.index < change.index &&
    between.every(({ quantity }) => quantity.kind === "ratio")
  );
}
