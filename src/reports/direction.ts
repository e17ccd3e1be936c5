/**
 * Whether a text tells of a fall right before or after the number that stands at `start` to `end`: 下降12.3%,
 * fell by 12.3%, a 12.3% decline. 下降到12.3% is a level and no fall: nothing but 了, 约 and the like may stand
 * between the word and its number.
 */
export function fallsBy(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  return FALL_BEFORE.test(before) || FALL_AFTER.test(text.slice(end, end + REACH));
}

/** Longer than any of the phrases below. */
const REACH = 60;

const CHINESE_BEFORE =
  "(?:下降|减少|降低|回落|缩减|压减|精简|下滑|萎缩|收窄|负增长|降幅|减幅|跌幅)(?:了|达到|达|为|约|近|超过|逾|超|[:：])*";
const ENGLISH_BEFORE =
  "\\b(?:f[ae]ll(?:en|s|ing)?|drop(?:ped|s|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion)|cut|down|shr[aiu]nk|lower)(?:\\s+(?:by|of|about|around|nearly|almost|some|more|than|over|to\\s+minus))*\\s*";
const FALL_BEFORE = new RegExp(`(?:${CHINESE_BEFORE}|${ENGLISH_BEFORE})$`, "i");
const FALL_AFTER =
  /^\s*(?:的(?:降幅|减幅|跌幅)|(?:decline|decrease|drop|fall|reduction|cut|lower|less|fewer|down)\b)/i;
