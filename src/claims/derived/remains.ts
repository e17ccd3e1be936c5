import { sumOf, totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable } from "../checks/groups.ts";
import { ADDED_TO, sumFinding } from "../checks/partition.ts";
import type { Claim, Relations } from "../relate.ts";
import { amountsBefore, isExact, isPlain, slipOf } from "./near.ts";
import { slipInPart } from "./totals.ts";

/**
 * What is left of a whole when its parts are taken off: 闲置房产47处,已出租29处、处置12处,仍闲置6处; 开放床位400张,收治
 * 86人,空余314张; 整改金额4.95亿元,…,余1.37亿元.
 */
export function checkRemains(relations: Relations, isSettled: (claim: Claim) => boolean): Finding[] {
  return relations.claims.flatMap((left) => {
    if (!isExact(left) || !LEFT.test(left.before || leadBefore(relations, left))) return [];
    // 支出加上解4.37亿元、还本1.88亿元、结转下年2.40亿元: what is added is of a total
    const run = runBefore(relations, left);
    if (run.some(({ before }) => ADDED_TO.test(before))) return [];
    if (run.length < 1) return [];
    const accounts = run.slice(0, -1).map((whole, at) => ({ whole, parts: [...run.slice(at + 1), left] }));
    // of a whole whose parts stand between others, the last one, too
    for (const whole of run.slice(0, -2)) accounts.push({ whole, parts: [run.at(-1) as Claim, left] });
    // 预算8000万元,动用7600万元,主要用于…,未动用的400万元
    for (const [at, whole] of run.slice(0, -2).entries())
      accounts.push({ whole, parts: [run[at + 1] as Claim, left] });
    // 已整治2552户,占总数2604户的98%,其余52户: the whole may stand behind the part
    const [part, after] = run.slice(-2);
    if (part !== undefined && after !== undefined && run.length >= 2 && !/已/.test(after.before))
      accounts.push({ whole: after, parts: [part, left] });
    // 余额22.0亿元,…,为限额23.1亿元的95.3%,尚有空间1.1亿元
    if (after !== undefined && /限额$/.test(after.before))
      for (const debt of run.slice(0, -2)) accounts.push({ whole: after, parts: [debt, left] });
    const fitting = accounts.find(({ whole, parts }) => fits(whole, parts));
    if (fitting !== undefined) return [sumFinding(relations, fitting.whole, fitting.parts, true)];
    if (isSettled(left)) return [];
    const wrong =
      accounts.find(({ whole, parts }) => isWrong(relations, whole, parts)) ?? ofParagraph(relations, left);
    return wrong === null ? [] : [sumFinding(relations, wrong.whole, wrong.parts, false)];
  });
}

/** Words that say that a number is what is left. */
const LEFT =
  /(?:^|[^一-龥]|[^有])(?:(?<![结盈])余(?!额)|剩|空[编置余床缺岗]|欠|缺[编口额]|尚|仍|还有|未|待|其余|(?<!上年)结转|^结余|库存|结存|最后|富余|机动)[^,，;]{0,10}$/;

/** 还有31人、2.48万元: the second of two numbers bears the word of the first. */
function leadBefore({ claims, text }: Relations, left: Claim): string {
  const last = claims[left.index - 1];
  const beside = last !== undefined && /^[、,]$/.test(text.slice(last.quantity.end, left.quantity.start));
  return beside ? last.before : "";
}

const MOST = 10;

/** The amounts of a number's kind before it, of its sentence or the one before. */
function runBefore({ claims }: Relations, left: Claim): Claim[] {
  const run: Claim[] = [];
  for (let at = left.index - 1; at >= Math.max(0, left.index - MOST); at -= 1) {
    const claim = claims[at] as Claim;
    const back = PLACES.has(left.quantity.unit) ? 3 : 1;
    if (claim.paragraph !== left.paragraph || left.sentence - claim.sentence > back) break;
    const inBed =
      PLACES.has(left.quantity.unit) && claim.quantity.dimension === "person" && IN_BED.test(claim.before);
    if (isPlain(claim) && (addable(claim, left) || inBed)) run.unshift(claim);
  }
  return run.slice(-6);
}

/** 反映问题金额6.32亿元。…整改金额4.95亿元,余1.37亿元: the whole heads the paragraph; only a rare slip is said. */
function ofParagraph(
  relations: Relations,
  left: Claim,
): { readonly whole: Claim; readonly parts: readonly Claim[] } | null {
  const amounts = amountsBefore(relations, left).filter((claim) => addable(claim, left));
  const [part, ...all] = amounts;
  // 治愈出院41例,在院7例;解除观察11例,仍在观察3例: what was done is no whole of what comes behind the semicolon
  const isDone = (whole: Claim) =>
    TAKEN.test(whole.before) && relations.text.slice(whole.quantity.end, left.quantity.start).includes(";");
  const wholes = all.filter((whole) => !isDone(whole));
  if (part === undefined || part.sentence !== left.sentence || !TAKEN.test(part.before)) return null;
  if (wholes.some((whole) => fits(whole, [part, left]))) return null;
  const slip = wholes.find((whole) => {
    const exact = whole.quantity.value.minus(part.quantity.value);
    const chance = exact.sign() > 0 ? slipOf(left, exact) : null;
    const beside = whole === wholes[0] && /还有|剩余|尚有|仍有|未/.test(left.before);
    return chance !== null && (beside ? chance <= 0.4 : chance * wholes.length <= 0.2);
  });
  return slip === undefined ? null : { whole: slip, parts: [part, left] };
}

function fits(whole: Claim, parts: readonly Claim[]): boolean {
  return sumOf(parts.map(({ quantity }) => quantity.possible)).overlaps(whole.quantity.possible);
}

function isWrong(relations: Relations, whole: Claim, parts: readonly Claim[]): boolean {
  const left = parts.at(-1) as Claim;
  const others = parts.slice(0, -1);
  const taken = totalOf(others.map(({ quantity }) => quantity.value));
  const exact = whole.quantity.value.minus(taken);
  if (left.quantity.value.compare(whole.quantity.value) >= 0 || exact.sign() < 0) return false;
  // 床位1326张。入住862人,…,空置464张
  if (whole.sentence !== left.sentence && !PLACES.has(left.quantity.unit)) return false;
  const between = relations.text.slice(whole.quantity.end, left.quantity.start);
  const apart = between.includes(";") || whole.sentence !== left.sentence;
  // what was done is no whole of what comes behind a semicolon
  if (apart && TAKEN.test(whole.before)) return false;
  // 年初1362户,新受理847户,…,仍有956户: more came between
  if (/新(?:受理|增|收|纳入|登记)|转入|调入/.test(between) && !others.some(({ before }) => /新/.test(before)))
    return false;
  if (others.some((it) => !TAKEN.test((it.before || leadBefore(relations, it)) + it.after))) return false;
  const slip = slipOf(left, exact);
  if (slip !== null && slip <= (apart ? 0.2 : 0.4)) return true;
  if (apart) return false;
  const items = parts.map((claim) => ({ claim, ...claim.quantity }));
  const part = slipInPart(whole, items, taken.plus(left.quantity.value));
  return part !== null && part <= 0.2;
}

/** 开放床位400张,收治86人,空余314张: a person takes a bed. */
const IN_BED = /在岗|上岗|收治|入住|在院|在舱|收住|使用/;

const PLACES: ReadonlySet<string> = new Set(["张", "个", "间", "套", "床"]);

/** What was done with the parts that are taken off. */
const TAKEN =
  /余额|已|修复|复垦|治理|投放|住进|报废|通过|合格|达标|实[有际到]|支出|接种|参保|签约|收治|完成|办|整改|追|收|退|拨|支付|使用|用|租|售|处置|入住|在|解除|治愈|出院|发放|兑付|清|偿|还|销|到位|盘活|消化|建成|开工/;
