import type { Store } from "../ledger/store/index.ts";
import type { Cell } from "./cell.ts";
import { CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { IndicatorDefinition, MeasureDefinition } from "./define.ts";
import { areasRead, measuresOf } from "./series.ts";
import { cellIdsOf } from "./standing.ts";
import { readTogether } from "./suppression/suppression.ts";

/**
 * The maintained cells that observations of some indicators rest on, for the areas asked for and those that
 * a coverage counts; of measures of which small figures are withheld, and of all that rules tie to them, those of every
 * area. As SQL: `select … from cell where district = … and (indicator in … and area in … or indicator in …)`: as
 * many rows as those areas have months and breakdowns, however many entries lie behind them.
 */
export async function loadCells(
  store: Pick<Store, "db">,
  declarations: Declarations,
  indicators: readonly IndicatorDefinition[],
  areas: readonly string[],
): Promise<CellTable> {
  const measures = [...new Set(indicators.flatMap((it) => measuresOf(declarations, it)))];
  const kept = (ids: readonly string[]) =>
    ids.flatMap((id) => cellIdsOf(declarations.indicators.get(id) as MeasureDefinition));
  const whole = kept(readTogether(declarations, measures));
  const places = [...new Set([...areas, ...indicators.flatMap((it) => areasRead(declarations, it))])];
  const query = cellQuery(store, declarations).where(({ and, eb, or }) =>
    or([
      and([eb("indicator", "in", kept(measures)), eb("area", "in", places)]),
      // an empty list is no SQL
      ...(whole.length > 0 ? [eb("indicator", "in", whole)] : []),
    ]),
  );
  return new CellTable((await query.execute()).map(cellOf));
}

/** Every maintained cell of the district. */
export async function allCells(store: Pick<Store, "db">, declarations: Declarations): Promise<Cell[]> {
  return (await cellQuery(store, declarations).execute()).map(cellOf);
}

function cellQuery({ db }: Pick<Store, "db">, declarations: Declarations) {
  return db
    .selectFrom("cell")
    .select(({ cast, ref }) => [
      "indicator",
      "area",
      "month",
      "breakdown",
      "n",
      cast<string>(ref("sum"), "text").as("sum"),
    ])
    .where("district", "=", declarations.pack.district.code);
}

function cellOf(row: Omit<Cell, "sum"> & { sum: string }): Cell {
  return { ...row, sum: BigInt(row.sum) };
}
