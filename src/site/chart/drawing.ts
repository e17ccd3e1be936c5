/** One value to be drawn. */
export interface Point {
  /** exact decimal; null where there is nothing to draw */
  readonly value: string | null;
  /** as it is written beside its mark */
  readonly shown: string;
  /** covers less than its neighbours (a year that the ledger has only in part): drawn as an outline */
  readonly partial?: true;
}

/** Points of one name, one for each of the drawing's categories. */
export interface Series {
  readonly name: string;
  /** drawn over the others as a broken line with open marks: the same told another way */
  readonly beside?: true;
  readonly points: readonly Point[];
}

/**
 * What is to be drawn over time, before it has a size. `column`: upright, side by side; `line`: where the whole
 * is no sum; `stacked`: columns whose parts add up; `share`: the same, each column as 100 %.
 */
export interface Drawing {
  readonly type: "column" | "line" | "stacked" | "share";
  /** a second line, where there is one, follows a line break */
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** where a line tells apart what cannot be compared: 2 is before the third category, 2.5 in its middle */
  readonly breaks?: readonly number[];
  /** values are per cent: an axis that comes near 100 ends there */
  readonly perCent?: boolean;
}

/** An exact decimal as a place on a scale, which is as exact as a picture can be. */
export function coordinate(value: string | null): number | null {
  return value === null ? null : Number(value);
}
