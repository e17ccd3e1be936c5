import type { Root } from "mdast";
import type { Observation } from "../indicators/index.ts";
import type { Language } from "../issue/index.ts";

declare module "mdast" {
  interface Data {
    /** on a directive node of a report: the `number` of its binding, citation or chart */
    number?: number;
  }
}

/** A number in a report's prose and the observation that proves it. */
export interface Binding {
  /** 1 for the first in the text: its anchor is `b<number>` */
  readonly number: number;
  /** as the author wrote it: 611条 */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** the sentence that it stands in, as plain text; in a table, the row */
  readonly sentence: string;
  readonly observation: Observation;
}

/** A number taken from a document that is not in the registers. */
export interface Citation {
  /** 1 for the first in the text: its anchor is `c<number>` */
  readonly number: number;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** id of one of the pack's documents */
  readonly document: string;
}

/** What a report asks to have drawn: `::chart[title]{lead.received by=year type=bar}`. */
export interface ChartRequest {
  readonly number: number;
  readonly title: string;
  readonly type: "bar" | "line" | "stacked" | "share";
  readonly series: readonly {
    readonly indicator: string;
    readonly where: Readonly<Record<string, string>>;
  }[];
  readonly by: "year" | "month" | "area" | string;
  readonly area: string;
  readonly period: string;
}

/**
 * A report whose every quantity is proven or cited. `tree` still has its directive nodes; the `data.number` of
 * each is that of its binding, citation or chart.
 */
export interface BoundReport {
  readonly id: string;
  readonly language: Language;
  readonly file: string;
  readonly title: string;
  readonly tree: Root;
  readonly bindings: readonly Binding[];
  readonly citations: readonly Citation[];
  readonly charts: readonly ChartRequest[];
}
