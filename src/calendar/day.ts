import { IssueError, refuse } from "../issue/index.ts";

/** Days since 1970-01-01 of a date `YYYY-MM-DD`. Refuses what is no day of the calendar (`calendar.no-date`). */
export function dayNumber(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const number =
    match === null ? Number.NaN : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY;
  // 30 February would silently be 1 or 2 March
  if (Number.isNaN(number) || dateOf(number) !== date) refuse("calendar.no-date", [], { date });
  return number;
}

/** The date `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day after one. */
export function dayAfter(date: string): string {
  return dateOf(dayNumber(date) + 1);
}

/** The day of an instant `YYYY-MM-DDTHH:MM`, or of a day itself. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** The instant `YYYY-MM-DDTHH:MM` a number of hours after one; a day begins at 00:00. */
export function hoursLater(instant: string, hours: number): string {
  const minutes =
    instant.length > 10 ? Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) : 0;
  const then = new Date(dayNumber(dayOf(instant)) * DAY + (minutes + hours * 60) * 60_000);
  return then.toISOString().slice(0, 16);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch (error) {
    if (error instanceof IssueError) return false;
    throw error;
  }
}

/** The date at an instant in China, which keeps one time all over (UTC+8, no summer time since 1991). */
export function dayInChina(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** 0 for a Monday to 6 for a Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday
  return (((day + 3) % 7) + 7) % 7;
}

const DAY = 86_400_000;
