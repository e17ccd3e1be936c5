import type { Action, Value } from "../../src/registers/index.ts";

/** The made-up district's areas, by their names. */
export const district = "999900000000";
export const dongjie = "999900001000";
export const community = "999900001001";
export const nanshan = "999900100000";
export const shanghe = "999900100201";
export const xiahe = "999900100202";
export const shiqiao = "999900100203";

const facts = { actor: "经办/统计局", reason: "演示" } as const;

/** One record's way: the day and the state that it entered, and what became known by then. */
type Step = readonly [at: string, to: string, fields?: Readonly<Record<string, Value>>];
const way = (
  register: string,
  record: string,
  ...[[at, , fields = {}], ...steps]: [Step, ...Step[]]
): Action[] => [
  { ...facts, kind: "open", register, record, at, fields },
  ...steps.map(([at, to, fields]): Action => {
    if (to === "void") return { ...facts, kind: "void", register, record, at };
    return { ...facts, kind: "advance", register, record, at, to, ...(fields && { fields }) };
  }),
];
const work = (village: string, kind: string, planned: string, start: string) => ({
  village,
  kind,
  planned,
  start,
});
const tip = (source: string, received: string) => ({ place: shanghe, source, received });
const income = (place: string, year: number, value: string) => ({ place, date: `${year}-12-31`, value });

/** What happened in the made-up district: little enough to be counted by hand. */
export const records: readonly Action[] = [
  ...way(
    "work",
    "W0001",
    ["2019-02-01", "planned", work(shanghe, "road", "100.00", "2019-03-05")],
    ["2019-04-01", "started"],
    ["2020-02-10", "accepted", { paid: "95.50" }],
  ),
  ...way(
    "work",
    "W0002",
    ["2019-05-01", "planned", work(xiahe, "clinic", "20.00", "2019-06-01")],
    ["2019-07-01", "started"],
    ["2019-12-31", "accepted", { paid: "20.00" }],
  ),
  ...way(
    "work",
    "W0003",
    ["2020-01-01", "planned", work(shiqiao, "clinic", "30.00", "2020-01-15")],
    ["2020-01-20", "started"],
  ),
  // accepted, then reopened: it is under way again
  ...way(
    "work",
    "W0004",
    ["2020-06-01", "planned", work(community, "road", "40.10", "2020-12-31")],
    ["2020-12-31", "started"],
    ["2021-06-30", "accepted", { paid: "40.10" }],
    ["2021-09-01", "started"],
  ),
  ...way(
    "work",
    "W0005",
    ["2021-01-01", "planned", work(shanghe, "clinic", "10.00", "2021-01-01")],
    ["2021-01-02", "started"],
    ["2021-02-01", "void"],
  ),
  // of the town as a whole, of none of its villages
  ...way("work", "W0006", ["2021-05-01", "planned", work(nanshan, "road", "5.00", "2021-05-05")]),
  ...way(
    "tip",
    "T0001",
    ["2019-03-01", "received", tip("hotline", "2019-03-01")],
    ["2019-04-01", "checking"],
    ["2019-09-01", "closed"],
  ),
  ...way(
    "tip",
    "T0002",
    ["2019-08-01", "received", tip("letter", "2019-08-01")],
    ["2019-09-01", "checking"],
    ["2020-03-01", "closed"],
  ),
  ...way(
    "tip",
    "T0003",
    ["2020-01-01", "received", tip("hotline", "2020-01-01")],
    ["2020-02-01", "checking"],
    ["2020-05-01", "closed"],
    ["2020-07-01", "checking"],
  ),
  ...way("tip", "T0004", ["2021-05-01", "received", tip("letter", "2021-05-01")]),
  ...way("income", "R0001", ["2019-12-31", "submitted", income(district, 2019, "10000")]),
  ...way("income", "R0002", ["2020-12-31", "submitted", income(district, 2020, "11000")]),
  ...way("income", "R0003", ["2020-12-31", "submitted", income(nanshan, 2020, "9000")]),
  ...way("income", "R0004", ["2021-12-31", "submitted", income(district, 2021, "12100")]),
];
