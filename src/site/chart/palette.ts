/**
 * Colours are names that the style sheet gives values to, in light, dark, high contrast and print: a drawing
 * holds none of its own.
 */
export const palette = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  rule: "var(--rule)",
  paper: "var(--paper)",
  series: (index: number): string => `var(--series-${(index % SERIES_COLOURS) + 1})`,
  /** the same, for what covers less than its neighbours */
  pale: (index: number): string => `var(--pale-${(index % SERIES_COLOURS) + 1})`,
} as const;

/** Letters of a drawing, in user units. */
export const FONT_SIZE = 13;

/** How many series can be told apart. */
export const SERIES_COLOURS = 6;
