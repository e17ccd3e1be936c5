/** Working days and deadlines; wraps chinese-days and refuses dates past its data. */
export { type DatedRule, rulesInForce } from "./dated-rule.ts";
export { dateOf, dayAfter, dayInChina, dayNumber, dayOf, isDate } from "./day.ts";
export { type Deadline, deadlineOf } from "./deadline.ts";
export {
  addWorkdays,
  isWorkday,
  publishedCalendar,
  workdayFrom,
  workdaysBetween,
} from "./published-calendar.ts";
export { type HolidayNotices, type WorkCalendar, workCalendar } from "./work-calendar.ts";
