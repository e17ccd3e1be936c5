import { type Decimal, Interval } from "../../quantity/index.ts";
import type { QuantityMention } from "../mentions/mention.ts";
import { countsWhole, kindOf } from "../mentions/quantities.ts";
import type { CellNumber } from "./cell.ts";
import type { HeadUnit } from "./head-unit.ts";
import type { Line } from "./lines.ts";

/** The quantity of a cell, and how the table writes it: 3.5 under 收入（万元） is 3.5 times `factor`, in 万元. */
export interface CellQuantity extends QuantityMention {
  readonly factor: Decimal;
  readonly unitText: string;
}

/** A value as the table would write it: with the unit of a cell, 189.4万元. */
export function inUnitOf(value: Decimal, { factor, unitText }: CellQuantity): string {
  return `${value.divideExactly(factor) ?? value}${unitText}`;
}

/** What the heads of a cell say of its number. */
export interface CellHeads {
  /** null for a cell that stands in no row or column that is read */
  readonly row: Line | null;
  readonly column: Line | null;
  /** the unit above the table */
  readonly above: HeadUnit | null;
}

/**
 * The quantity of a cell: its own unit, else that of its column, else of its row, else of the table; what is a share in
 * either is one. What is counted one by one is exact, every other number was rounded.
 */
export function quantityOfCell(
  { start, end, number, value, place, rank, unit: own }: CellNumber,
  heads: CellHeads,
): CellQuantity {
  const given = own === null ? unitFor(heads) : null;
  const unit = own ?? given?.unit ?? null;
  const scaled = given === null ? value : value.times(given.factor);
  const scaledPlace = given === null ? place : place.times(given.factor);
  const stated = Interval.exactly(scaled);
  const exact = countsWhole(unit, scaledPlace) && !(unit === null && maybeRounded(heads));
  return {
    start,
    end,
    kind: kindOf(unit),
    stated,
    possible: exact ? stated : Interval.rounding(scaled, scaledPlace),
    value: scaled,
    place: scaledPlace,
    unit: unit?.symbol ?? "",
    dimension: unit?.dimension ?? "",
    approximation: null,
    number,
    prefix: "",
    suffix: "",
    factor: given?.factor ?? rank,
    unitText: given?.text ?? `${RANKS[rank.toString()] ?? ""}${unit?.symbol ?? ""}`,
  };
}

const RANKS: Readonly<Record<string, string>> = { 10000: "万", 100000000: "亿" };

function unitFor({ row, column, above }: CellHeads): HeadUnit | null {
  const own = [column?.unit ?? null, row?.unit ?? null].filter((it) => it !== null);
  const proportional = own.find(({ unit }) => unit.dimension === "ratio" || unit.dimension === "points");
  if (proportional !== undefined) return proportional;
  const [first] = own;
  if (first !== undefined) return first;
  if (above === null) return null;
  // 单位：万元 above a table is not of its column 户数, nor of a share
  return [row, column].some((line) => line !== null && isOfAnother(line, above)) ? null : above;
}

function isOfAnother({ path, kind }: Line, { unit }: HeadUnit): boolean {
  if (kind === "share" || kind === "growth" || kind === "quotient") return unit.dimension !== "ratio";
  return unit.dimension === "money" && path.some((words) => COUNTS.test(words));
}

/** Heads that say themselves that things are counted. */
const COUNTS = /(?:[人户件个家起次项宗辆条所处座台套名例头只间艘]数|数量|人口|人次|户次|面积|长度|里程)$/;

/** A number without a unit whose heads speak of what is measured: 收入, 产量. */
function maybeRounded({ row, column, above }: CellHeads): boolean {
  return (
    above !== null || [row, column].some((line) => line?.path.some((words) => MEASURED.test(words)) === true)
  );
}

const MEASURED =
  /[额值款费税资金]|收入|支出|产量|产出|投资|预算|决算|余额|贷款|存款|面积|里程|长度|用电|能耗|重量|销售|成本|利润|经费|补助|补贴/;
