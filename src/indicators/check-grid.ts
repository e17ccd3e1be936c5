import type { Need } from "./check-indicators.ts";
import type { PackDefinition } from "./define.ts";

/** Columns and rows that a grid may have: what a phone shows side by side, and what a page shows at once. */
export const GRID_COLUMNS = 6;
export const GRID_ROWS = 16;

/** Checks that a grid has a place for every township and for nothing else, and no place twice. */
export function checkGrid({ areas, grid }: PackDefinition, need: Need): void {
  if (grid === undefined) return;
  const townships = new Set(areas.filter((it) => it.level === "township").map((it) => it.code));
  const taken = new Map<string, string>();
  for (const [code, { row, column }] of Object.entries(grid.places)) {
    need(townships.has(code), `the grid names what is no township of the area list: ${code}`);
    const fits = (at: number, most: number) => Number.isInteger(at) && at >= 1 && at <= most;
    need(
      fits(row, GRID_ROWS) && fits(column, GRID_COLUMNS),
      `the grid's place of ${code} is not within rows 1 to ${GRID_ROWS} and columns 1 to ${GRID_COLUMNS}`,
    );
    const place = `row ${row}, column ${column}`;
    need(!taken.has(place), `the grid has ${taken.get(place)} and ${code} in one place: ${place}`);
    taken.set(place, code);
  }
  for (const code of townships) need(code in grid.places, `the grid has no place for ${code}`);
}
