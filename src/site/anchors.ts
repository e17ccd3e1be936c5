import type { Observation } from "../indicators/index.ts";
import { anchorOf } from "./address.ts";

/**
 * The anchors of one figure's page: an observation has its anchor where it is shown first. Pages are written from
 * top to bottom.
 */
export class Anchors {
  readonly #district: string;
  readonly #taken = new Set<string>();

  constructor(district: string) {
    this.#district = district;
  }

  /** The anchor of an observation that is shown here, or nothing where it was shown before. */
  take(observation: Observation | undefined): string | undefined {
    if (observation === undefined) return undefined;
    const anchor = anchorOf(observation, this.#district);
    if (this.#taken.has(anchor)) return undefined;
    this.#taken.add(anchor);
    return anchor;
  }
}
