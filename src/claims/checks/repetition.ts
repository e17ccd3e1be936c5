import type { Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";

/** A run of words that is written twice in a row: 从严治党从严治党. Linear: each length is one pass. */
export function checkRepetitions({ text }: Relations): Finding[] {
  const findings: Finding[] = [];
  let covered = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at < covered) continue;
    const length = repeatedAt(text, at);
    if (length === 0) continue;
    const run = text.slice(at, at + length);
    covered = at + 2 * length;
    findings.push({
      rule: "repetition",
      verdict: "inconsistent",
      spans: [[at, covered]],
      arithmetic: "",
      message: { zh: `“${run}”连写了两遍`, en: `“${run}” is written twice in a row` },
    });
  }
  return findings;
}

const LONGEST = 20;
const SHORTEST = 4;
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fa5];
const ONLY_HAN = /^[一-龥]+$/;

function repeatedAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first < FIRST_HAN || first > LAST_HAN) return 0;
  const same = sameCharacters(text, at);
  for (let length = Math.max(SHORTEST, (same >> 1) + 1); length <= LONGEST; length += 1) {
    if (first !== text.charCodeAt(at + length)) continue;
    const run = text.slice(at, at + length);
    // 哈哈哈哈 and 一天一天一天一天 repeat something shorter, for effect
    if (text.startsWith(run, at + length) && ONLY_HAN.test(run) && !isRepetitive(run)) return length;
  }
  return 0;
}

/** How many times the character at an offset stands there in a row, as far as it matters. */
function sameCharacters(text: string, at: number): number {
  let count = 1;
  while (count < 2 * LONGEST && text.charCodeAt(at + count) === text.charCodeAt(at)) count += 1;
  return count;
}

function isRepetitive(run: string): boolean {
  const half = run.length / 2;
  return new Set(run).size < 3 || (Number.isInteger(half) && run.slice(0, half) === run.slice(half));
}
