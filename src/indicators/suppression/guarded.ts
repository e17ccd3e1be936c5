import type { RegisterDefinition } from "../../registers/index.ts";
import type { MeasureDefinition } from "../define.ts";

/**
 * Whether a measure's small figures are withheld: it tells of what a register keeps sealed, and does not declare that
 * it publishes them all the same.
 */
export function isGuarded(register: RegisterDefinition, measure: MeasureDefinition): boolean {
  if (measure.smallCells !== undefined) return false;
  return readsSealed(register, [register.area, ...measure.by, ...fieldsOf(register, measure)]);
}

/**
 * Whether a measure counts enterings of a state of which small figures are withheld. One record enters more than once,
 * and the fewest that a figure may tell of are records: the cells of such a measure count, as records, those that
 * enter for the first time, and hold as their sum how often any does. So many records, at least, are behind a figure.
 */
export function countsFirstEnterings(register: RegisterDefinition, measure: MeasureDefinition): boolean {
  return measure.date !== undefined && "each" in measure.date && isGuarded(register, measure);
}

/** What anybody can count in the log itself of a guarded measure, so that withholding it hides nothing. */
export interface PublicAnyway {
  /** in every area, or for the district as a whole alone */
  readonly everyArea: boolean;
  /** for a dimension; undefined for the total */
  readonly slices: (dimension: string | undefined) => boolean;
}

/**
 * Entries of a sealed register stand in the log with their dates and, where it is declared open, their state: what
 * asks for nothing else is public for the district as a whole. Of an open register all that reads no sealed field is.
 */
export function publicAnyway(register: RegisterDefinition, measure: MeasureDefinition): PublicAnyway {
  const fields = fieldsOf(register, measure);
  if (register.visibility === "open") {
    const isOpen = !readsSealed(register, [register.area, ...fields]);
    return { everyArea: true, slices: (it) => isOpen && (it === undefined || !readsSealed(register, [it])) };
  }
  const { openState, lifecycle } = register;
  const entered = namesUnder(measure.date, ["entered", "each", "first"]);
  const datesOpen =
    measure.nature === "stock" ||
    (entered.length > 0 && (openState || entered.every((it) => it === lifecycle.initial)));
  // deadlines and waits ask for states, too
  const asksNothing = measure.where.length === 0 && fields.length === 0;
  const statesOpen = asksNothing || (openState && fields.every((it) => it === "state"));
  const counted = "count" in measure.measure && datesOpen && statesOpen;
  return {
    everyArea: false,
    slices: (it) => counted && (it === undefined || (openState && it === "state")),
  };
}

/**
 * Whether anybody can count a measure from the public log, at such a place: in the district or in another area, by some
 * of its dimensions or in total.
 */
export function isCountable(
  register: RegisterDefinition,
  measure: MeasureDefinition,
  place: { readonly isDistrict: boolean; readonly dimensions: readonly string[] },
): boolean {
  const { everyArea, slices } = publicAnyway(register, measure);
  return (everyArea || place.isDistrict) && [undefined, ...place.dimensions].every(slices);
}

/** Whether a sealed value is among what is read of a register. */
function readsSealed({ visibility, fields }: RegisterDefinition, read: readonly string[]): boolean {
  return visibility === "sealed" || read.some((it) => fields[it]?.sealed === true);
}

/**
 * The fields that decide what a measure counts, those of its deadlines, waits and light too; of what it is only broken
 * down by, the light's alone.
 */
function fieldsOf({ deadlines, waits, light }: RegisterDefinition, measure: MeasureDefinition): string[] {
  const read = [measure.where, measure.date, measure.measure];
  const timed = namesUnder(read, ["deadline", "wait"]);
  const clocks = [...deadlines, ...waits].filter((it) => timed.includes(it.id));
  const names = ["field", "sum"];
  const own = namesUnder(read, names);
  const showsLight = light !== undefined && (own.includes("light") || measure.by.includes("light"));
  const ofLight = showsLight ? [light.schedule.from, light.schedule.to, light.progress] : [];
  return [...own, ...namesUnder(clocks, names), ...ofLight];
}

/** Every text that stands under one of these names anywhere in plain data. */
function namesUnder(data: unknown, names: readonly string[]): string[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => [
    ...(typeof value === "string" && names.includes(name) ? [value] : []),
    ...namesUnder(value, names),
  ]);
}
