import { isWorkday } from "huimou";

const first = Date.UTC(2016, 0, 1);
const length = 366 + 365 * 3 + 366 + 365;
const texts = Array.from({ length }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
const indices = new Map(texts.map((text, i) => [text, i]));

const working = texts.map(isWorkday);

/** The last day that the demonstration tells of. */
export const lastDay = "2021-10-31";

/** The day `days` after another, never beyond {@link lastDay}. */
export function after(day: string, days: number): string {
  const text = texts[indexOf(day) + days] ?? lastDay;
  return text > lastDay ? lastDay : text;
}

/** The day `days` after another, on beyond {@link lastDay} to the end of its year: for what is planned. */
export function plannedAfter(day: string, days: number): string {
  return texts[Math.min(indexOf(day) + days, length - 1)] as string;
}

/** The first working day on or after `days` after another; the last one of the period beyond its end. */
export function workdayAfter(day: string, days: number): string {
  let at = indexOf(day) + days;
  while (at < length && !working[at]) at++;
  const last = indexOf(lastDay);
  if (at > last) for (at = last; !working[at]; ) at--;
  return texts[at] as string;
}

/** Days from one to another. */
export function daysBetween(from: string, to: string): number {
  return indexOf(to) - indexOf(from);
}

/** The months from one to another, both included: `2016-10`, `2016-11`, … */
export function* months(from: string, to: string): Generator<string> {
  for (let year = Number(from.slice(0, 4)), month = Number(from.slice(5)); ; ) {
    const text = `${year}-${String(month).padStart(2, "0")}`;
    if (text > to) return;
    yield text;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
}

function indexOf(day: string): number {
  const index = indices.get(day);
  if (index === undefined) throw new Error(`${day} is outside the demonstration's years`);
  return index;
}
