import { addresses } from "../address.ts";
import type { View } from "../view.ts";

/** Records that one page holds: page k has the numbers (k − 1)·50 + 1 to k·50. It stays so, or addresses break. */
export const RECORDS_ON_PAGE = 50;

/** On which page of its register a record stands, from 1. */
export function pageOfRecord(number: number): number {
  return Math.ceil(number / RECORDS_ON_PAGE);
}

/** How many pages a register's records fill. */
export function pagesFor(count: number): number {
  return Math.ceil(count / RECORDS_ON_PAGE);
}

/** Where a record stands on its page. */
export function recordAnchor(number: number): string {
  return `n${number}`;
}

/** Where an entry stands on its record's page. */
export function entryAnchor(position: number): string {
  return `e${position}`;
}

/** The way to a record. */
export function recordWay(view: View, register: string, number: number): string {
  return `${view.page(addresses.records(register, pageOfRecord(number)))}#${recordAnchor(number)}`;
}

/** The way to an entry in its record's history; undefined where its register is not open. */
export function entryWay(view: View, position: number): string | undefined {
  for (const [register, records] of view.site.records) {
    const number = records.numberAt(position);
    if (number !== undefined)
      return `${view.page(addresses.records(register, pageOfRecord(number)))}#${entryAnchor(position)}`;
  }
  return undefined;
}
