import notices from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { type WorkCalendar, workCalendar } from "./work-calendar.ts";

/** The calendar that Huimou counts by: the State Council's notices as chinese-days has them, from 2004 on. */
export const publishedCalendar: WorkCalendar = workCalendar(notices);

/** By the published notices; see {@link WorkCalendar}. */
export const { isWorkday, workdayFrom, addWorkdays, workdaysBetween } = publishedCalendar;
