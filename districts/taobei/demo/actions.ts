import type { Action } from "huimou";
import { activities } from "./activity.ts";
import { households } from "./assistance.ts";
import { cases } from "./cases.ts";
import { decisions } from "./decision.ts";
import { deployments } from "./deployment.ts";
import { dwellings } from "./dwelling.ts";
import { findings } from "./finding.ts";
import { leads } from "./lead.ts";
import { meetings } from "./meeting.ts";
import { projects } from "./project.ts";
import { responses2020 } from "./response.ts";
import { returns } from "./return.ts";
import { schools } from "./school.ts";
import { spendings } from "./spending.ts";
import { vaccinations } from "./vaccination.ts";

/**
 * The demonstration: every action of the registers from October 2016 to October 2021, register after
 * register and record after record, each record's actions together and in order of time. A stream: it holds
 * no more in memory at one scale than at another. The same scale gives the same actions on every machine.
 *
 * About 65,000 actions at scale 1, and so many times more at another, because the records of the plentiful
 * kinds are told in parts that add up to the same. The article's own figures, and every figure of the
 * report, are the same at any scale.
 *
 * @param scale a whole number from 1
 */
export function* actions(scale: number): Generator<Action> {
  if (!Number.isSafeInteger(scale) || scale < 1)
    throw new RangeError(`a scale is a whole number from 1: ${scale}`);
  yield* projects(scale);
  yield* dwellings();
  yield* households();
  yield* returns(scale);
  yield* schools();
  yield* spendings();
  yield* decisions();
  yield* findings();
  yield* responses2020();
  yield* cases();
  yield* deployments();
  yield* vaccinations(scale);
  yield* leads();
  yield* meetings(scale);
  yield* activities(scale);
}
