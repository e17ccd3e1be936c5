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
  const statesOpen = fields.length === 0 || (openState && fields.every((it) => it === "state"));
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

/** The fields that decide what a measure counts, its deadlines' and waits' too; not those that it is only broken down by. */
function fieldsOf({ deadlines, waits }: RegisterDefinition, measure: MeasureDefinition): string[] {
  const read = [measure.where, measure.date, measure.measure];
  const timed = namesUnder(read, ["deadline", "wait"]);
  const clocks = [...deadlines, ...waits].filter((it) => timed.includes(it.id));
  const names = ["field", "sum"];
  return [...namesUnder(read, names), ...namesUnder(clocks, names)];
}

/** Every text that stands under one of these names anywhere in plain data. */
function namesUnder(data: unknown, names: readonly string[]): string[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => [
    ...(typeof value === "string" && names.includes(name) ? [value] : []),
    ...namesUnder(value, names),
  ]);
}
