import { Decimal } from "../../quantity/index.ts";
import { type ProseUnit, proseUnitAt } from "../mentions/unit-lookup.ts";

/** The unit that a head gives to its cells: 万元 is 元 in ten thousands. */
export interface HeadUnit {
  readonly unit: ProseUnit;
  readonly factor: Decimal;
  /** as it stands in the head: 万元 */
  readonly text: string;
}

/** A head without its unit, and the unit; null where it names none. */
export interface HeadWords {
  readonly words: string;
  readonly unit: HeadUnit | null;
}

/** What a head says: 收入（万元） is 收入 in 万元; so are 收入/万元, 收入，万元 and 收入 万元; 增长% is 增长 in %. */
export function headWords(head: string): HeadWords {
  const text = head.replace(/[*_`]/g, "").replace(/\s+/g, " ").trim();
  for (const [whole, inside = ""] of text.matchAll(BRACKETS)) {
    const unit = unitIn(inside.replace(/^(?:计量)?单位[::]?/, ""));
    if (unit !== null) return { words: bare(text.replace(whole, "")), unit };
  }
  const behind = BEHIND.exec(text);
  if (behind !== null) {
    const unit = unitIn(behind[2] ?? "");
    if (unit !== null) return { words: bare(behind[1] ?? ""), unit };
  }
  return { words: bare(text.replace(BRACKETS, "")), unit: null };
}

/** The unit that some words are, whole: 万元, 平方公里, 千人, ±%. Null where they are none. */
export function unitIn(words: string): HeadUnit | null {
  const text = words.trim().replace(/^[±+-]/, "");
  if (text === "" || text.length > LONGEST) return null;
  const own = proseUnitAt(text, 0);
  if (own !== null && own.symbol.length === text.length) return { unit: own, factor: Decimal.ONE, text };
  const rank = RANK.exec(text)?.[0] ?? "";
  const unit = rank === "" ? null : proseUnitAt(text, rank.length);
  if (unit === null || rank.length + unit.symbol.length !== text.length) return null;
  return { unit, factor: Decimal.powerOfTen(POWERS[rank] ?? 0), text };
}

const LONGEST = 16;
const RANK = /^(?:万亿|百万|千万|[十百千万亿])/;
const POWERS: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  万亿: 12,
};
const BRACKETS = /[([]([^()[\]]{1,24})[)\]]/g;
const BEHIND = /^(.+?)(?:[/,、: ]|(?=[±]?[%‰]$))([^/,、: ]{1,12})$/;

function bare(words: string): string {
  return words.replace(/\s+/g, "").replace(/[::]+$/, "");
}

/**
 * The unit that the lines above a table give to all of its cells: 单位：万元. Where they name several, that of the one
 * that is no share (单位：万元、%); null where they name none, or several still.
 */
export function unitAbove(lines: string): HeadUnit | null {
  const named = UNIT_LINE.exec(lines)?.[1];
  if (named === undefined) return null;
  const units = named.split(/[、,，/和;]/).flatMap((it) => unitIn(it) ?? []);
  const own = units.filter(({ unit }) => unit.dimension !== "ratio" && unit.dimension !== "points");
  return own.length === 1 ? (own[0] ?? null) : own.length === 0 ? (units[0] ?? null) : null;
}

const UNIT_LINE = /单位[::]\s*([^\s)\]。|]+)/;
