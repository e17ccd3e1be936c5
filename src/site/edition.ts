import type { Observation, PackDefinition, RuleResult } from "../indicators/index.ts";
import type { BoundReport, Unproven } from "../reports/index.ts";

/**
 * All that the public site is made of: one release of one district, as plain data. Two builds of one
 * edition are equal byte for byte.
 */
export interface Edition {
  readonly pack: PackDefinition;
  /** 1 for a district's first release */
  readonly number: number;
  /** entries covered: the checkpoint's size */
  readonly position: number;
  /** when the last of them was recorded, UTC: the edition's date */
  readonly recorded: string;
  /** lower-case hex */
  readonly root: string;
  readonly origin: string;
  /** `<name>+<key id>+<base64>` */
  readonly verifierKey: string;
  /** one for each indicator of the pack, in its order */
  readonly figures: readonly Figure[];
  readonly rules: readonly RuleResult[];
  readonly reports: readonly BoundReport[];
  /** what the reports say of what could be measured without a figure that a record proves, in the order of the texts */
  readonly unproven: readonly Unproven[];
  readonly registers: readonly RegisterSummary[];
  /** what changed since the release before, newest first */
  readonly revisions: readonly Revision[];
  /** earlier releases, newest first */
  readonly predecessors: readonly {
    readonly number: number;
    readonly position: number;
    readonly root: string;
    readonly recorded: string;
  }[];
}

/** One indicator and all its published observations. */
export interface Figure {
  readonly indicator: string;
  /**
   * of the district and every township, by year and of the pack's whole period: totals, and the same by each
   * value of each dimension; a measure's totals of every village where any is not zero; where a series breaks, the totals before the break by the present definition as well;
   * beside these, every observation that a report binds or has drawn. Each place and basis once
   */
  readonly observations: readonly Observation[];
}

/** What the public may know of a register. */
export interface RegisterSummary {
  readonly register: string;
  readonly records: number;
  readonly entries: number;
  /** positions of its entries as runs `[first, last]`, counted from 0: what every indicator over it rests on */
  readonly runs: readonly (readonly [number, number])[];
  /** when the last of them was recorded, UTC; absent where it has none */
  readonly recorded?: string;
  /** records by state; empty where states are sealed */
  readonly states: Readonly<Record<string, number>>;
  /** an open register's latest records, newest first, at most 20 */
  readonly latest: readonly {
    readonly record: string;
    readonly state: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly position: number;
  }[];
}

/** A published value that a later release changed. */
export interface Revision {
  readonly release: number;
  readonly observation: Observation;
  readonly before: string | null;
  readonly after: string | null;
  /** that it changed is all that is told: small values of it are withheld, and a change may be small, too */
  readonly untold?: true;
  /** the entries behind it: positions and stated reasons, at most 20 */
  readonly entries: readonly { readonly position: number; readonly kind: string; readonly reason: string }[];
  /** sentences of earlier reports that stated the value before */
  readonly sentences: readonly string[];
}
