import type { Finding } from "../checks/finding.ts";
import { insideList } from "../checks/groups.ts";
import { fitsShare, shareResult } from "../checks/ratio.ts";
import { RATES_OF } from "../dictionary/parts.ts";
import type { Claim, Relations } from "../relate.ts";
import { amountsBefore, amountsBehind, isAmountOfNow, wordsOf } from "./near.ts";
import type { Cue } from "./share-words.ts";

/** 床位8505张,…。入住老人5103人,床位使用率60%: part and whole by their names, in whichever units, in the paragraph. */
export function namedRate(relations: Relations, share: Claim, cue: Cue): Finding | null {
  for (const row of RATES_OF) {
    const finding = row.rate.test(cue.part) ? byRow(relations, share, row) : null;
    if (finding !== null) return finding;
  }
  return null;
}

function byRow(relations: Relations, share: Claim, row: (typeof RATES_OF)[number]): Finding | null {
  const amounts = amountsBefore(relations, share).filter(isAmountOfNow);
  // 床位2160张,入住率45%,入住老人972人: the part may stand behind
  const [behind] = amountsBehind(relations, share);
  const near = behind === undefined ? amounts : [...amounts, behind];
  const told = near.find((claim) => row.part.test(wordsOf(claim)) && claim.sentence === share.sentence);
  // 日处理量由2.4万吨增加到3.3万吨: the level of now
  const now = told !== undefined && /[由从]$/.test(told.before.replace(/(?:19|20)\d{2}年的?$/, ""));
  const part = now ? relations.claims[told.index + 1] : told;
  const all = near.filter((claim) => claim !== part && row.whole.test(wordsOf(claim)));
  const outside = all.filter((claim) => !insideList(relations, claim));
  const wholes = outside.length > 0 ? outside : all;
  if (part === undefined || wholes.length === 0) return null;
  const fitting = wholes.find((whole) => fitsShare(part, whole, share));
  // 床位共4320张,其中护理型床位2592张: of all of them
  const totals = wholes.filter((claim) => /共(?!产|青)|总|现有/.test(claim.before));
  const whole = fitting ?? (wholes.length === 1 ? wholes[0] : totals.length === 1 ? totals[0] : undefined);
  if (whole === undefined || whole.quantity.value.compare(part.quantity.value) < 0) return null;
  return shareResult(relations, [part, whole, share], fitting !== undefined);
}
