import type { District } from "../district/index.ts";
import { withholdsSmall } from "../indicators/index.ts";
import type { Words } from "../issue/index.ts";
import { sealsAnything } from "../registers/index.ts";
import { registerOf } from "./command.ts";
import type { Output } from "./output.ts";

/**
 * Says on standard error that a register's entries are printed in clear though some of it is sealed, and whom such a
 * print is for. Nothing is said of a register that is open as a whole.
 */
export function noteSealedEntries({ err, language }: Output, district: District, register: string): void {
  if (sealsAnything(registerOf(district, register))) err(`${inClear[language]}\n`);
}

/**
 * Says on standard error that some of these indicators tell of sealed records: what may be published of them is what a
 * release publishes.
 */
export function noteSealedFigures(
  { err, language }: Output,
  { declarations }: District,
  ids: readonly string[],
): void {
  const sealed = ids.some((id) => {
    const indicator = declarations.indicators.get(id);
    return indicator !== undefined && withholdsSmall(declarations, indicator);
  });
  if (sealed) err(`${ofFew[language]}\n`);
}

const inClear: Words = {
  zh: "注意：以下含封存内容的明文，只供本台账的经办人员使用，不得公开或外传。",
  en: "Note: this holds sealed values in clear. It is for the register's own staff: do not publish it or pass it on.",
};

const ofFew: Words = {
  zh: "注意：以下有封存台账的指标，只供内部使用：过小的数已隐去，但两次查询之差仍可能透露一个人。对外以发布为准。",
  en: "Note: some of these tell of sealed records, for staff alone: small figures are withheld, yet what two queries differ by may tell of one person. What may be published is what a release publishes.",
};
