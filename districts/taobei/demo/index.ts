/** The pack's demonstration data: made by a seeded generator, never by hand. 演示数据 */
export { actions } from "./actions.ts";
export { type CsvFile, writeCsv } from "./csv.ts";
