/**
 * The measures of GB/T 9704-2012 (党政机关公文格式) in twips, of which 1440 are an inch: A4; 天头 37 mm and 订口 28 mm
 * (5.2.1); a type area (版心) of 156 mm × 225 mm; 22 lines of 28 characters in 3号, which is 16 pt (5.2.3).
 */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  /** of the type area */
  columns: 8844,
  /** 225 mm in 22 lines, rounded down: 22 of them fit */
  line: 579,
  /** of a text in English, which the standard does not speak of: smaller letters, closer lines */
  lineOfEnglish: 460,
  /**
   * what is taken from the 16 pt of each character so that 28 of them fit into 156 mm, in twentieths of a point. A grid
   * of characters would say the same, and not every word processor sets letters closer by it than their own width
   */
  closer: -5,
  /** from the paper's edge to the page number: its dash stands 7 mm below the type area (7.5) */
  footer: 1440,
} as const;

/** Sizes of letters in half points, by their Chinese names. */
export const SIZE = { two: 44, three: 32, four: 28, smallFour: 24, five: 21, smallFive: 18 } as const;

/** A twip in the units of drawings (EMU). */
export const EMU_PER_TWIP = 635;
