import type { Action, Area } from "huimou";
import { actsOf } from "./acts.ts";
import { after, daysBetween, lastDay, plannedAfter, workdayAfter } from "./days.ts";
import { hundredths, type Part, partsOf, tenths } from "./parts.ts";
import { committees, nameOf, townships, villages } from "./places.ts";
import { randomOf } from "./random.ts";
import { townshipPlans, villagePlans, type Work, works } from "./works.ts";

/**
 * Livelihood works: those that the report tells of by number are alike at any scale, the small works are
 * told in `scale` parts. By 2020 every village committee has its square and its clinic.
 */
export function* projects(scale: number): Generator<Action> {
  const serials = new Map<string, number>();
  const keyIn = (year: string) => {
    const serial = (serials.get(year) ?? 0) + 1;
    serials.set(year, serial);
    return `MS-${year}-${String(serial).padStart(4, "0")}`;
  };
  const [whole] = partsOf(1) as [Part];
  for (const [kind, plan] of Object.entries(townshipPlans))
    for (const [year, count] of Object.entries(plan)) {
      const random = randomOf("project", kind, year);
      for (let i = 0; i < count; i++)
        yield* project(workOf(kind), year, random.pick(townships), keyIn(year), whole);
    }
  for (const [kind, plan] of Object.entries(villagePlans)) {
    const queue = randomOf("project", kind).shuffled(committees);
    for (const [year, count] of Object.entries(plan))
      for (const village of queue.splice(0, count))
        yield* project(workOf(kind), year, village, keyIn(year), whole);
  }
  for (const village of villages)
    for (const year of smallYears(village)) {
      const key = keyIn(year);
      for (const part of partsOf(scale)) yield* project(workOf("other"), year, village, part.key(key), part);
    }
}

function workOf(kind: string): Work {
  const work = works.get(kind);
  if (work === undefined) throw new Error(`no kind of work ${kind}`);
  return work;
}

/** Nodes that a work reports on its way, its progress then, and after how many quarters of its time. */
const nodes = [
  ["foundation", 30, 1],
  ["structure", 58, 2],
  ["installation", 84, 3],
] as const;

/** Two of the five plans have a small work for a village. */
function smallYears(village: Area): string[] {
  return randomOf("project", "other", village.code)
    .shuffled(["2017", "2018", "2019", "2020", "2021"])
    .slice(0, 2)
    .sort();
}

function* project(work: Work, year: string, place: Area, key: string, part: Part): Generator<Action> {
  const it = courseOf(work, year, place, key);
  const office = actsOf("project", key, "区政府办公室·民生实事专班");
  const owner = actsOf("project", key, `${nameOf(place)}·项目管理岗`);
  const money = (hundredth: number) => hundredths(part.of(hundredth));
  yield office.open(it.listed, {
    title: `${nameOf(place)}${work.name}`,
    kind: work.kind,
    area: place.code,
    department: work.department,
    responsible: nameOf(place),
    listed: it.listed,
    measured: work.measured,
    plannedQuantity: tenths(part.of(it.quantity)),
    planned: money(it.planned),
    paid: "0.00",
    plannedStart: it.plannedStart,
    plannedFinish: it.plannedFinish,
    node: "preparation",
  });
  if (it.wrong) {
    yield office.withdraw(workdayAfter(it.listed, 10), "与上级专项重复，退出本区计划");
    return;
  }
  if (daysBetween(it.started, lastDay) < 10) return;
  yield owner.advance(it.started, "started", {
    node: "start",
    progress: 5,
    paid: money(share(it.planned, 300)),
  });
  if (it.resumed !== it.started) {
    const stopped = workdayAfter(it.started, 12);
    yield owner.advance(stopped, "suspended", undefined, "疫情防控期间人员和材料无法到位");
    yield owner.advance(it.resumed, "started", undefined, "具备条件，复工");
  }
  const plan = it.raised ? share(it.planned, 1060) : it.planned;
  // in a very small part the rise may vanish in rounding
  if (money(plan) !== money(it.planned))
    yield office.amend(
      workdayAfter(it.resumed, 30),
      { planned: money(plan) },
      "材料价格上涨，经区政府常务会议同意调整计划投资",
    );
  // larger works report their nodes, small ones only that they are built
  if (work.kind !== "other") {
    const days = daysBetween(it.resumed, it.built);
    for (const [node, progress, quarters] of nodes) {
      const day = after(it.resumed, Math.floor((days * quarters) / 4));
      if (daysBetween(day, lastDay) > 0) yield owner.amend(day, { node, progress }, "报送工程节点和形象进度");
    }
  }
  if (daysBetween(it.built, lastDay) < 6) return;
  yield owner.advance(it.built, "built", {
    quantity: tenths(part.of(it.quantity)),
    progress: 100,
    node: "completion",
    paid: money(share(it.planned, 800)),
  });
  if (daysBetween(it.accepted, lastDay) < 3) return;
  yield office.advance(it.accepted, "accepted", {
    acceptance: `洮民验〔${it.accepted.slice(0, 4)}〕${key.slice(8)}号`,
    // what is left over is split among the parts, so that none of them is paid more than planned
    paid: hundredths(part.of(plan) - part.of(plan - share(plan, it.paidRate))),
    ...(work.building ? {} : { filed: it.accepted }),
  });
  if (work.building && it.filed !== null)
    yield owner.amend(it.filed, { filed: it.filed }, "办理竣工验收备案");
}

/** What becomes of a work: its days, its quantity in tenths, its money in hundredths of 万元. */
function courseOf(work: Work, year: string, place: Area, key: string) {
  // all parts of one record draw from one stream, so that they share its days and its fate
  const random = randomOf("project", work.kind, year, place.code, key.split("-").slice(0, 3).join("-"));
  const listed = workdayAfter(`${year}-02-08`, random.between(0, 30));
  const plannedStart = workdayAfter(`${year}-04-06`, random.between(0, 50));
  const usual = workdayAfter(plannedStart, random.between(90, 170));
  // a third of the larger works of the last year run into the next
  const long = randomOf("long", work.kind, year, place.code, key);
  const runsOn = year === "2021" && work.kind !== "other" && long.chance(35);
  const plannedFinish = runsOn ? plannedAfter(plannedStart, long.between(190, 250)) : usual;
  const steps = random.between(...work.steps);
  const planned = steps * random.between(...work.price);
  const paidRate = random.between(930, 1000);
  const delayed = random.chance(6);
  const wrong = work.kind === "other" && random.chance(1);
  const raised = random.chance(3);
  const suspended = year === "2020" && random.chance(9);
  const started = workdayAfter(plannedStart, delayed ? random.between(35, 80) : random.between(-12, 20));
  const resumed = suspended ? workdayAfter(started, 40) : started;
  const finish = workdayAfter(usual, delayed ? random.between(30, 90) : random.between(-34, 4));
  const built = runsOn
    ? plannedAfter(plannedFinish, long.between(0, 40))
    : later(finish, workdayAfter(resumed, 50));
  const accepted = workdayAfter(built, random.between(8, 40));
  const quantity = work.measured === "kilometre" ? steps : steps * 10;
  const filed = daysBetween(accepted, lastDay) > 16 ? after(accepted, random.between(5, 14)) : null;
  const days = { listed, plannedStart, plannedFinish, started, resumed, built, accepted, filed };
  return { ...days, quantity, planned, paidRate, wrong, raised };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** Thousandths of a whole, rounded down. */
function share(whole: number, thousandths: number): number {
  return Math.floor((whole * thousandths) / 1000);
}
