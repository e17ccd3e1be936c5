import type { Language } from "../issue/index.ts";

/** Words of a report that state what could be measured, and that nothing proves: 全覆盖, 稳步增长. */
export interface Unproven {
  readonly report: string;
  readonly language: Language;
  /** as it stands in the report */
  readonly text: string;
  /** line of the report's file, from 1 */
  readonly line: number;
  /** ids of the indicators that could prove it */
  readonly indicators: readonly string[];
}
