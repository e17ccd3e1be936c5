/** Files in and out: what is exported can be imported, with the same columns and the same codes. */
export { CONTROL_COLUMNS, type ControlColumn, KIND_WORDS, type RowKind } from "./control-column.ts";
export { actionOfEntry, entryTable } from "./export/entries.ts";
export { actionLines, observationsJson, observationsJsonLines } from "./export/json.ts";
export { observationTable } from "./export/observations.ts";
export { recordTable } from "./export/records.ts";
export { sdmxTable } from "./export/sdmx.ts";
export {
  type Cell,
  type CsvFormat,
  csvLines,
  csvOf,
  csvText,
  EMPTY,
  NO_VALUE,
  type Table,
  textCell,
} from "./export/table.ts";
export { valueCells } from "./export/value-cell.ts";
export { type Sheet, type SheetCell, workbook } from "./export/workbook.ts";
export { type CsvOptions, readCsv } from "./import/csv.ts";
export type { Encoding } from "./import/decode.ts";
export { readObservations, type StatedObservation } from "./import/observations.ts";
export { contentRequest } from "./import/request.ts";
export type { ImportedRow, RowDefaults } from "./import/row.ts";
export { readRows } from "./import/rows.ts";
export type { Malformed, SourceRow } from "./import/split.ts";
export { OBSERVATION_COLUMNS, type ObservationColumn } from "./observation-columns.ts";
