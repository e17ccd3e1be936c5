/** What a district's pack may use. */

export { z } from "zod";
export { isWorkday } from "./calendar/index.ts";
export {
  type Area,
  type AreaGridDefinition,
  type AreaLevel,
  type AreaListDefinition,
  type AreaMapDefinition,
  type BreakDefinition,
  type DocumentDefinition,
  defineIndicator,
  definePack,
  defineRule,
  type FormulaDefinition,
  type FormulaInput,
  type IndicatorDefinition,
  type MeasureDefinition,
  type MeasureInput,
  type PackDefinition,
  type ReportDefinition,
  type RuleDefinition,
  type StandardDefinition,
} from "./indicators/index.ts";
export type { Words } from "./issue/index.ts";
export {
  type Action,
  amount,
  area,
  choice,
  count,
  date,
  defineRegister,
  type Field,
  flag,
  handOver,
  instant,
  type RegisterDefinition,
  type RegisterInput,
  text,
} from "./registers/index.ts";
