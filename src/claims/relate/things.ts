import type { Claim } from "../relate.ts";
import { isChange, KIND } from "./counted.ts";
import { AGE, BARE, COMPARED_END, POINTS_BACK, SHARE, SHARE_OF } from "./modifiers.ts";
import { bareVerb, headOf, nounBehind, phraseOf, withoutModifiers } from "./noun-phrase.ts";
import { respectiveThings } from "./respective.ts";
import { PLAN, thingBefore } from "./things-before.ts";

/**
 * What each quantity counts, as a reader would tell it: the noun beside it, else what was named before it, else the
 * verb that tells what was done. Claims are compared by their subjects; this is what is shown.
 */
export function thingsCounted(text: string, claims: readonly Claim[]): string[] {
  const things: string[] = [];
  let kinds = -2;
  for (const [index, claim] of claims.entries()) {
    const listed = kinds === index - 1 && text.charAt(claims[index - 1]?.quantity.end ?? 0) === "、";
    const head = headOf(partSaid(claim));
    const isKind = KIND.test(withoutModifiers(head)) && (listed || KINDS.test(claim.before));
    if (isKind) kinds = index;
    const own = nounBeside(text, claims, index, isKind ? "" : head);
    const before = own === "" ? thingBefore(text, claims, things, index) : "";
    things.push(own || before || (bareVerb(head) === null ? claim.subject : head));
  }
  return respectiveThings(text, claims, things);
}

/** The words before a number; of a share or a change without the whole or the level that it is held against. */
function partSaid({ quantity, before }: Claim): string {
  if (!isChange(quantity)) return before;
  return headOf(before.slice(-LONGEST).replace(SHARE_OF, "")).replace(COMPARED_END, "");
}

/** No share's part stands further away. */
const LONGEST = 60;

/** What comes is divided: 其中国家级5个; 评为优秀的19个; 党的建设方面15个. */
const KINDS = /其中|评为|方面$|领域$|^已|^正/;

/** The noun behind a unit or before a number; empty where none stands beside it. */
function nounBeside(text: string, claims: readonly Claim[], index: number, head: string): string {
  const { quantity, before, after } = claims[index] as Claim;
  const behind = isChange(quantity) ? "" : nounBehind(quantity, after);
  if (behind !== "") return behind;
  // 造成53人死亡
  const harm = /(?:^|造成|导致|致)$/.test(before) ? /^(?:死亡|受伤|失踪|被困|受灾)/.exec(after) : null;
  if (harm !== null) return harm[0];
  const plan = PLAN.exec(before)?.[1];
  if (plan !== undefined && !before.endsWith("的")) return plan;
  if (head === "") return /(?:历时|持续|耗时)$/.exec(before)?.[0] ?? "";
  if (before === head && LISTED_CHARACTER.test(text.charAt(quantity.start - 2) + head)) return head;
  if (POINTS_BACK.test(head) || BARE.test(head) || AGE.test(head)) return "";
  if (isChange(quantity) && SHARE.test(head)) return "";
  if (/^(?:年度)?(?:计划|目标|任务)数?$/.test(head)) return "";
  if (MEASURE.test(head) && claims[index - 1]?.sentence === (claims[index] as Claim).sentence) return "";
  const bare = bareVerb(withoutModifiers(head));
  if (/^[未不](?!属实)/.test(head) && head.length < 4 && isStateOfLast(claims, index)) return "";
  return bare === "elliptic" || (bare === "verb" && isStateOfLast(claims, index)) ? "" : phraseOf(head);
}

/** 生猪12万头、羊23万只: a list's item of one character. */
const LISTED_CHARACTER = /^[、:][^和与及或合等共计向对由从为有是余剩欠缺另又再达各均仍尚已中优良差]$/;

/** What of a thing is measured, where the thing was named before: 粮食播种面积64万亩,总产20.48万吨. */
const MEASURE = /^(?:总长|全长|总盘子|金额|用款|估值|折价|规模)$/;

/** 受理线索611条,…在核16条: how many of them are so. */
function isStateOfLast(claims: readonly Claim[], index: number): boolean {
  const { sentence, quantity, before } = claims[index] as Claim;
  const previous = claims[index - 1];
  if (quantity.dimension === "money" || previous?.sentence !== sentence) return false;
  return previous.quantity.unit === quantity.unit && /^[已均现在未不尚正]/.test(before);
}
