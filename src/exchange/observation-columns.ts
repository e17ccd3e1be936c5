import type { Observation } from "../indicators/index.ts";

/**
 * What an observation says beside its place and value, by the column that says it: why it is missing, by which
 * definition it was read, how far it is settled, whether it keeps its standard, a quotient's exact terms, and the list that a coverage was measured against.
 */
export const OBSERVATION_COLUMNS = {
  missing: ({ missing }) => missing,
  basis: ({ basis }) => basis,
  former: ({ former }) => former,
  status: ({ status }) => status,
  meets: ({ meets }) => meets?.toString(),
  "fraction.over": ({ fraction }) => fraction?.over,
  "fraction.under": ({ fraction }) => fraction?.under,
  "denominator.list": ({ denominator }) => denominator?.list,
  "denominator.date": ({ denominator }) => denominator?.date,
} as const satisfies Readonly<Record<string, (it: Observation) => string | undefined>>;

export type ObservationColumn = keyof typeof OBSERVATION_COLUMNS;

export const OBSERVATION_COLUMN_NAMES = Object.keys(OBSERVATION_COLUMNS) as ObservationColumn[];
