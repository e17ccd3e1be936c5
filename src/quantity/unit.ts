import { Decimal } from "./decimal.ts";
import { type Dimension, UNIT_TABLE } from "./unit-table.ts";

/** Id of a unit, as indicators and fields name it: `"person"`, `"ten-thousand-yuan"`, `"percent"`. */
export type UnitId = (typeof UNIT_TABLE)[number][0];

export interface Unit {
  readonly id: UnitId;
  readonly dimension: Dimension;
  /** how many of its dimension's base it is (see the table); above zero */
  readonly factor: Decimal;
  /** how prose writes it; the first is how Huimou writes it, empty for a bare number */
  readonly symbols: readonly [string, ...string[]];
  /** the English words for one and for many; both empty where English needs none */
  readonly english: readonly [one: string, many: string];
  readonly example: string;
}

/** Every unit, in the table's order. */
export const units: readonly Unit[] = UNIT_TABLE.map(([id, dimension, factor, chinese, english, example]) => {
  const [symbol, ...others] = chinese.split("|") as [string, ...string[]];
  const [one = "", many = one] = english.split("|");
  return {
    id,
    dimension,
    factor: Decimal.of(factor),
    symbols: [symbol, ...others],
    english: [one, many],
    example,
  };
});

/** The unit of an id that a program writes. */
export function unitOf(id: UnitId): Unit {
  const unit = byId.get(id);
  if (unit === undefined) throw new Error(`no unit ${id}`);
  return unit;
}

/** The unit of an id that a pack declares; null where the table has none. */
export function findUnit(id: string): Unit | null {
  return byId.get(id) ?? null;
}

/** The unit that is written exactly so: `公里`, `km`, `%`. */
export function unitWritten(symbol: string): Unit | null {
  return bySymbol.get(symbol) ?? null;
}

/**
 * The unit whose symbol stands in a text at an offset, the longest where several do: at 千伏 it is the kilovolt,
 * at 个工作日 the working day. Takes the same time however long the text is.
 */
export function unitAt(
  text: string,
  offset: number,
): { readonly unit: Unit; readonly symbol: string } | null {
  for (const symbol of symbolsByStart.get(text.charAt(offset)) ?? []) {
    const unit = bySymbol.get(symbol);
    if (unit !== undefined && text.startsWith(symbol, offset)) return { unit, symbol };
  }
  return null;
}

/** A value in the base of its unit's dimension: two values of one dimension are compared there, exactly. */
export function inBase(value: Decimal, unit: Unit): Decimal {
  return value.times(unit.factor);
}

/**
 * A value in another unit. Null where the units measure different things (人次 are not 人), and where no
 * decimal says it exactly (1亩 is 666.66…平方米) and no `decimals` were given to round it to.
 */
export function convert(value: Decimal, from: Unit, to: Unit, decimals?: number): Decimal | null {
  if (from.dimension !== to.dimension) return null;
  const base = inBase(value, from);
  return base.divideExactly(to.factor) ?? (decimals === undefined ? null : base.divide(to.factor, decimals));
}

/** The word that follows a number: `条`, `person` after 1, `persons` after other numbers, `%`. May be empty. */
export function unitWord(unit: Unit, language: "zh" | "en", value: Decimal): string {
  if (language === "zh") return unit.symbols[0];
  return unit.english[value.abs().equals(Decimal.ONE) ? 0 : 1];
}

const byId: ReadonlyMap<string, Unit> = new Map(units.map((unit) => [unit.id, unit]));

const bySymbol: ReadonlyMap<string, Unit> = new Map(
  units.flatMap((unit) => unit.symbols.filter((it) => it !== "").map((symbol) => [symbol, unit])),
);

const symbolsByStart: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...bySymbol.keys()].sort((one, other) => other.length - one.length),
  (symbol) => symbol.charAt(0),
);
