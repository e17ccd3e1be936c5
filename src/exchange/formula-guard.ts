/**
 * A cell that says that there is no value: it takes one back, or leaves it out where a record is opened. A text
 * of one hyphen is not taken for it: it is guarded like a formula.
 */
export const NONE = "-";

/**
 * A text as a cell that no spreadsheet takes for a formula: an apostrophe before what begins with one of
 * `= + - @`, their full-width forms, a tab or a line break. A text that looks guarded already gets one more,
 * so that {@link unguarded} always gives back what was guarded.
 */
export function guarded(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The text of a cell: without the apostrophe that {@link guarded} put there, and as it stands without one. */
export function unguarded(cell: string): string {
  return cell.charCodeAt(0) === APOSTROPHE && RISKY.test(cell) ? cell.slice(1) : cell;
}

const APOSTROPHE = 39;
const RISKY = /^'*[=+\-@＝＋－＠\t\r\n]/;
