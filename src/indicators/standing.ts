import type { RegisterDefinition, Standing } from "../registers/index.ts";
import type { MeasureDefinition } from "./define.ts";

/** From the least settled on. */
const leastSettledFirst = ["provisional", "revised", "final"] as const satisfies readonly Standing[];

/**
 * The measures that count a reported measure's records by how far they are settled, each in the cells of the record
 * itself: none where its register does not tell. They are not the pack's, and never observed by themselves.
 */
export function standingMeasures(
  measure: MeasureDefinition,
  { standing = {} }: Pick<RegisterDefinition, "standing">,
): MeasureDefinition[] {
  if (measure.reported !== true) return [];
  return leastSettledFirst.flatMap((it) => {
    const states = Object.keys(standing).filter((state) => standing[state] === it);
    if (states.length === 0) return [];
    const where = [...measure.where, { field: "state", in: states }];
    return { ...measure, id: standingId(measure.id, it), measure: { count: true }, where };
  });
}

/** The ids of all cells that a measure is read from: its own, and those that tell how settled its reports are. */
export function cellIdsOf({ id, reported }: MeasureDefinition): readonly string[] {
  return reported === true ? [id, ...leastSettledFirst.map((it) => standingId(id, it))] : [id];
}

/** How settled the whole is of which these are parts: as little as the least settled; none where no part tells. */
export function standingOf(parts: readonly { readonly status?: Standing }[]): Standing | undefined {
  return leastSettledFirst.find((it) => parts.some(({ status }) => status === it));
}

/** The same of a measure, by whether `counts` finds records under an id of {@link standingMeasures}. */
export function standingCounted(
  measure: MeasureDefinition,
  counts: (id: string) => boolean,
): Standing | undefined {
  if (measure.reported !== true) return undefined;
  return leastSettledFirst.find((it) => counts(standingId(measure.id, it)));
}

function standingId(id: string, standing: Standing): string {
  return `${id}@${standing}`;
}
