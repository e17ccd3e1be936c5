import { Decimal } from "../../quantity/index.ts";
import { type ProseUnit, proseUnitAt } from "../mentions/unit-lookup.ts";

/** What a cell that holds a number and no other words says, before its heads are asked. Offsets are the text's. */
export interface CellNumber {
  readonly start: number;
  /** exclusive, behind the unit where there is one */
  readonly end: number;
  /** the number's own characters */
  readonly number: readonly [start: number, end: number];
  /** with its sign and rank: 3.5万 is 35000 */
  readonly value: Decimal;
  /** what its rank stands for: 10000 for 3.5万, else 1 */
  readonly rank: Decimal;
  /** the place of its last digit */
  readonly place: Decimal;
  /** of its own; null where it has none */
  readonly unit: ProseUnit | null;
}

/** What a cell holds: a number; nothing, or a dash that says so; words, of which no number can be taken. */
export type CellContent =
  | { readonly kind: "number"; readonly of: CellNumber }
  | { readonly kind: "gap" | "words" };

/** Reads the cell of a normalised text. A year with its 年 is words: it says when. */
export function readCell(text: string, from: number, to: number): CellContent {
  if (to - from > LONGEST) return WORDS;
  const inside = text.slice(from, to);
  if (DIGITS.test(inside)) return wholeNumber(from, to, Decimal.of(inside));
  // emphasis of Markdown
  const cut = /^[*_`]*/.exec(inside)?.[0].length ?? 0;
  const written = inside
    .slice(cut)
    .replace(/[*_`]+$/, "")
    .trimEnd();
  if (GAP.test(written)) return GAPS;
  const match = NUMBER.exec(written);
  if (match === null || CODE.test(match[3] ?? "")) return WORDS;
  const [, sign = "", space = "", digits = "", rank = "", behind = "", rest = ""] = match;
  const start = from + cut;
  const first = start + sign.length + space.length;
  const last = first + digits.length + rank.length;
  const unit = rest === "" ? null : proseUnitAt(text, last + behind.length);
  if (rest !== "" && (unit === null || unit.symbol !== rest || unit.dimension === "calendar")) return WORDS;
  const plain = Decimal.of(digits.replaceAll(",", ""));
  const power = Decimal.powerOfTen(rank === "万" ? 4 : rank === "亿" ? 8 : 0);
  const point = digits.indexOf(".");
  const place = Decimal.powerOfTen(point < 0 ? 0 : point + 1 - digits.length);
  const value = (sign === "" || sign === "+" ? plain : plain.negated()).times(power);
  return {
    kind: "number",
    of: {
      start,
      end: rest === "" ? last : last + behind.length + rest.length,
      number: [first, last],
      value,
      rank: power,
      place: place.times(power),
      unit,
    },
  };
}

/** What most cells hold: digits and nothing else, which are no code. */
const DIGITS = /^[1-9]\d{0,9}$/;

function wholeNumber(start: number, end: number, value: Decimal): CellContent {
  const of = {
    start,
    end,
    number: [start, end],
    value,
    rank: Decimal.ONE,
    place: Decimal.ONE,
    unit: null,
  } as const;
  return { kind: "number", of };
}

/** 0431, and the number of a telephone: no count begins so. */
const CODE = /^(?:0\d|1[3-9]\d{9}$)/;

const LONGEST = 40;
const WORDS: CellContent = { kind: "words" };
const GAPS: CellContent = { kind: "gap" };
const GAP = /^(?:[-—–−―─/\\·.…*]*|无|空|略|缺|不详|[Nn]\/?[Aa]|[xX×]+)$/;
const NUMBER =
  /^([-−–+]?)( ?)((?:\d{1,3}(?:,\d{3})+|\d{1,24})(?:\.\d{1,12})?)([万亿]?)( ?)([^\d\s].{0,11})?$/;
