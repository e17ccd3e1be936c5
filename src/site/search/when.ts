import type { IndicatorDefinition } from "../../indicators/index.ts";
import { periodText } from "../periods.ts";
import type { View } from "../view.ts";
import { periodsSearched } from "./values.ts";

/** What the periods are called, each way in which indicators call them: flows by the time, stocks by its end. */
export function whenTables(view: View): readonly (readonly string[])[] {
  const all = Array.from(view.site.figures.values(), ({ definition }) => wordsOf(view, definition));
  return [...new Map(all.map((it) => [it.join("|"), it])).values()];
}

/** Which of these tables an indicator goes by. */
export function whenTable(
  view: View,
  tables: readonly (readonly string[])[],
  definition: IndicatorDefinition,
): number {
  const own = wordsOf(view, definition).join("|");
  return tables.findIndex((it) => it.join("|") === own);
}

function wordsOf(view: View, definition: IndicatorDefinition): readonly string[] {
  return periodsSearched(view.site).map((it) => periodText(view, definition, it));
}
