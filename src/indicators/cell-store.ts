import type { Store } from "../ledger/store/index.ts";
import type { Cell } from "./cell.ts";
import { CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { IndicatorDefinition, MeasureDefinition } from "./define.ts";
import { areasRead, measuresOf } from "./series.ts";
import { cellIdsOf } from "./standing.ts";

/**
 * The maintained cells that observations of some indicators rest on, for the areas asked for and those that
 * a coverage counts. As SQL: `select … from cell where district = … and indicator in … and area in …`: as
 * many rows as those areas have months and breakdowns, however many entries lie behind them.
 */
export async function loadCells(
  store: Pick<Store, "db">,
  declarations: Declarations,
  indicators: readonly IndicatorDefinition[],
  areas: readonly string[],
): Promise<CellTable> {
  const measures = new Set(indicators.flatMap((it) => measuresOf(declarations, it)));
  const kept = [...measures].flatMap((id) => cellIdsOf(declarations.indicators.get(id) as MeasureDefinition));
  const places = [...new Set([...areas, ...indicators.flatMap((it) => areasRead(declarations, it))])];
  const query = cellQuery(store, declarations).where("indicator", "in", kept).where("area", "in", places);
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
