import {
  type DatedRule,
  dateOf,
  dayAfter,
  dayNumber,
  deadlineOf,
  type WorkCalendar,
} from "../calendar/index.ts";
import { IssueError, type Words } from "../issue/index.ts";
import { Decimal } from "../quantity/index.ts";
import type { RegisterDefinition } from "./define.ts";
import type { RecordView } from "./view.ts";

/**
 * The traffic light (红黄绿灯) of what is planned: how far it lies behind a schedule on which work goes on evenly from
 * the planned start to the planned finish, or how long it has not been started. Measures read it as a field `light`.
 * The rules that count are those in force on the day of the planned start.
 */
export interface LightDefinition {
  /** date fields: planned start and planned finish */
  readonly schedule: { readonly from: string; readonly to: string };
  /** the field with the progress reported, in per cent; missing is 0 */
  readonly progress: string;
  /** the states in which it has not been started */
  readonly waiting: readonly string[];
  /** the states in which it runs; in all others there is no light */
  readonly running: readonly string[];
  readonly behind: readonly BehindRule[];
  /** how long after the planned start it may not be started yet: yellow from the day after, red from the day after */
  readonly unstarted: { readonly yellow: DatedRule; readonly red: DatedRule };
}

/** By how many points, of per cent, the progress reported lies behind the schedule; in force between two dates. */
export interface BehindRule {
  /** decimal string; yellow from so many points on */
  readonly yellow: string;
  /** decimal string; red from more than so many on */
  readonly red: string;
  /** first day in force, `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  /** last day in force; missing while the rule stands */
  readonly effectiveTo?: string;
  readonly source: Words;
}

export type Light = (typeof lights)[number];

/** Every light, the best first. */
export const lights = ["green", "yellow", "red"] as const;

/** What the light is called, and each of its colours. */
export const lightWords = {
  light: { zh: "进度灯", en: "Traffic light" },
  green: { zh: "绿灯", en: "Green" },
  yellow: { zh: "黄灯", en: "Yellow" },
  red: { zh: "红灯", en: "Red" },
} as const satisfies Readonly<Record<Light | "light", Words>>;

/** The words of a light, as a measure's breakdown names it; undefined where it is none. */
export function wordsOfLight(value: unknown): Words | undefined {
  const light = lights.find((it) => it === value);
  return light && lightWords[light];
}

/** The first days on which a record's light is yellow and red, if nothing more is reported of it. */
export interface LightTurns {
  readonly yellow?: string;
  readonly red?: string;
}

/** The light on a day. */
export function lightOn({ yellow, red }: LightTurns, day: string): Light {
  if (red !== undefined && day >= red) return "red";
  return yellow !== undefined && day >= yellow ? "yellow" : "green";
}

/**
 * Compiles a register's light: when it turns for a record as it stands, null where the record has none. A turn on a
 * day that only unknown working days could tell is not there yet (`calendar.unpublished`); one that lies before all
 * known ones is refused (`calendar.too-early`).
 */
export function compileLight(
  register: RegisterDefinition,
  calendar: WorkCalendar,
): ((view: RecordView) => LightTurns | null) | null {
  const { light } = register;
  if (light === undefined) return null;
  const [waiting, running] = [new Set(light.waiting), new Set(light.running)];
  const dateIn = (view: RecordView, name: string) => {
    const value = view.fields[name];
    return typeof value === "string" ? value : undefined;
  };
  return (view) => {
    const start = dateIn(view, light.schedule.from);
    if (view.gone || start === undefined) return null;
    if (waiting.has(view.state)) return unstartedTurns(light, start, calendar, [register.name, "light"]);
    const finish = dateIn(view, light.schedule.to);
    if (!running.has(view.state) || finish === undefined) return null;
    const progress = view.fields[light.progress] ?? 0;
    return behindTurns(light, start, finish, Decimal.of(String(progress)));
  };
}

function unstartedTurns(
  { unstarted }: LightDefinition,
  start: string,
  calendar: WorkCalendar,
  path: readonly string[],
): LightTurns | null {
  const turn = (rule: DatedRule): { at?: string } | null => {
    const last = deadlineOf([rule], start, calendar);
    if (!("issues" in last)) return { at: dayAfter(last.due) };
    if (last.issues.every((it) => it.code === "calendar.no-rule")) return null;
    if (last.issues.every((it) => it.code === "calendar.unpublished")) return {};
    throw new IssueError(last.issues.map((it) => ({ ...it, path })));
  };
  const [yellow, red] = [turn(unstarted.yellow), turn(unstarted.red)];
  return yellow === null && red === null ? null : turns(yellow?.at, red?.at);
}

/**
 * With n days from start to finish, e of them gone (none counted before the start, n after the finish) and p per cent
 * reported, the points behind are 100·e/n − p. They reach y from the first e with 100·e ≥ (y + p)·n on.
 */
function behindTurns(
  { behind }: LightDefinition,
  start: string,
  finish: string,
  progress: Decimal,
): LightTurns | null {
  const rule = behind.find(
    (it) => it.effectiveFrom <= start && (it.effectiveTo === undefined || start <= it.effectiveTo),
  );
  if (rule === undefined) return null;
  const first = dayNumber(start);
  const span = dayNumber(finish) - first;
  const turn = (points: string, included: boolean): string | undefined => {
    const wanted = Decimal.of(points).plus(progress);
    const passes = (share: Decimal) => share.compare(wanted) >= (included ? 0 : 1);
    if (passes(Decimal.ZERO)) return firstDay;
    if (!passes(Decimal.HUNDRED)) return undefined;
    // all is planned for one day
    if (span <= 0) return start;
    const due = wanted.times(Decimal.of(span));
    const near = due.divide(Decimal.HUNDRED, 0) as Decimal;
    const reached = near.times(Decimal.HUNDRED).compare(due) >= (included ? 0 : 1);
    return dateOf(first + Number(near.toString()) + (reached ? 0 : 1));
  };
  return turns(turn(rule.yellow, true), turn(rule.red, false));
}

/** Before every day. */
const firstDay = "0000-01-01";

function turns(yellow: string | undefined, red: string | undefined): LightTurns {
  return { ...(yellow !== undefined && { yellow }), ...(red !== undefined && { red }) };
}
