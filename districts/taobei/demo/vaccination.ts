import type { Action, Area } from "huimou";
import { actsOf } from "./acts.ts";
import { after, daysBetween, lastDay, workdayAfter } from "./days.ts";
import { partsOf, split } from "./parts.ts";
import { nameOf, townships } from "./places.ts";
import { randomOf } from "./random.ts";
import { aged12In } from "./return.ts";

const doses = ["first", "second", "third"] as const;

/** A course as an age band takes it: who, which vaccine, since when, how often and how many come back. */
interface Course {
  readonly age: string;
  readonly vaccine: "inactivated" | "adenovirus" | "protein";
  /** those who begin it, in thousandths of all residents aged 12 and over */
  readonly share: number;
  readonly from: string;
  /** days between two sessions of a site */
  readonly every: number;
  /** days between two doses */
  readonly gap: number;
  /** doses of a full course */
  readonly doses: 1 | 2 | 3;
  /** thousandths of those due who come for the next dose */
  readonly back: number;
}

/** Coverage by age is made up; the courses are those of the time. */
const courses: readonly Course[] = [
  {
    age: "18-59",
    vaccine: "inactivated",
    share: 530,
    from: "2021-03-29",
    every: 2,
    gap: 28,
    doses: 2,
    back: 958,
  },
  {
    age: "18-59",
    vaccine: "protein",
    share: 24,
    from: "2021-06-07",
    every: 14,
    gap: 28,
    doses: 3,
    back: 962,
  },
  {
    age: "18-59",
    vaccine: "adenovirus",
    share: 14,
    from: "2021-06-15",
    every: 14,
    gap: 0,
    doses: 1,
    back: 0,
  },
  {
    age: "60-plus",
    vaccine: "inactivated",
    share: 243,
    from: "2021-04-12",
    every: 3,
    gap: 28,
    doses: 2,
    back: 946,
  },
  {
    age: "12-17",
    vaccine: "inactivated",
    share: 71,
    from: "2021-08-02",
    every: 2,
    gap: 28,
    doses: 2,
    back: 972,
  },
];

/**
 * The daily reports of 25 sites, one for each township, in `scale` parts. Vaccination begins in 2021, so that
 * the figures of that year are the totals to date.
 */
export function* vaccinations(scale: number): Generator<Action> {
  const parts = partsOf(scale);
  for (const township of townships)
    for (const course of courses)
      for (const { day, dose, count } of sessions(township, course)) {
        const letter = course.vaccine[0];
        const place = township.code.slice(0, 9);
        const number = `JZ-${day.replaceAll("-", "")}-${place}-${course.age.replace("-", "")}-${letter}${dose + 1}`;
        const random = randomOf("vaccination", number);
        const miscounted = random.chance(0.6);
        for (const part of parts) {
          const acts = actsOf("vaccination", part.key(number), `${nameOf(township)}·接种点`);
          const given = part.of(count);
          yield acts.open(day, {
            area: township.code,
            day,
            site: `${nameOf(township)}疫苗接种点`,
            vaccine: course.vaccine,
            dose: doses[dose] as string,
            age: course.age,
            doses: miscounted && part.first ? given + 2 : given,
          });
          if (miscounted && part.first)
            yield acts.amend(after(day, 1), { doses: given }, "与接种系统核对，剔除重复上报");
          // the last days of the period are still to be settled
          if (daysBetween(day, lastDay) < 4) continue;
          const health = actsOf("vaccination", part.key(number), "区卫生健康局·疾控科");
          yield health.advance(workdayAfter(after(day, 1), 0), "final");
        }
      }
}

/** How many doses of each number a site gives on each of its days. */
function* sessions(township: Area, course: Course): Generator<{ day: string; dose: number; count: number }> {
  const random = randomOf("sessions", township.code, course.age, course.vaccine);
  const days: string[] = [];
  const offset = random.between(0, course.every - 1);
  const last = after(lastDay, -(course.gap * (course.doses - 1)) - 2);
  for (let day = after(course.from, offset); day <= last; day = after(day, course.every)) days.push(day);
  // many at first, fewer later
  const weights = days.map((_, i) => random.between(40, 100) * (days.length + 6 - i));
  const persons = Math.floor((aged12In(township.code) * course.share) / 1000);
  let due = split(persons, weights);
  for (let dose = 0; dose < course.doses; dose++) {
    if (dose > 0) due = split(Math.floor((due.reduce((a, b) => a + b, 0) * course.back) / 1000), due);
    for (const [i, count] of due.entries())
      if (count > 0) yield { day: after(days[i] as string, dose * course.gap), dose, count };
  }
}
