import type { Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";

/** A run of words that is written twice in a row: 从严治党从严治党. Linear: from each character to the same ones near it. */
export function checkRepetitions({ text }: Relations): Finding[] {
  const findings: Finding[] = [];
  const next = nextSame(text);
  let covered = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at < covered) continue;
    const length = repeatedAt(text, at, next);
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

/** For each Chinese character where it stands next; its own place for those that stand nowhere behind, and for others. */
function nextSame(text: string): Int32Array {
  const next = new Int32Array(text.length);
  const last = new Int32Array(LAST_HAN - FIRST_HAN + 1);
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const han = text.charCodeAt(at) - FIRST_HAN;
    next[at] = last[han] || at;
    if (han >= 0 && han < last.length) last[han] = at;
  }
  return next;
}

function repeatedAt(text: string, at: number, next: Int32Array): number {
  let least = 0;
  for (
    let from = at, to = next[at] as number;
    to > from && to - at <= LONGEST;
    from = to, to = next[to] as number
  ) {
    const length = to - at;
    if (length < SHORTEST) continue;
    // 哈哈哈哈
    least ||= (sameCharacters(text, at) >> 1) + 1;
    if (length < least) continue;
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
