import type { Department } from "../departments.ts";

/** A kind of livelihood work as the demonstration makes it up. */
export interface Work {
  /** code in the register */
  readonly kind: string;
  /** how a work is named after its place */
  readonly name: string;
  readonly department: Department;
  readonly measured: "kilometre" | "household" | "facility";
  /** fewest and most steps of a work: tenths of a kilometre, households or facilities */
  readonly steps: readonly [number, number];
  /** lowest and highest planned money for a step, in hundredths of 万元 */
  readonly price: readonly [number, number];
  /** a building, whose acceptance is filed afterwards */
  readonly building: boolean;
}

type Row = readonly [
  kind: string,
  name: string,
  department: Department,
  measured: Work["measured"],
  steps: Work["steps"],
  price: Work["price"],
  building: boolean,
];

const rows: readonly Row[] = [
  ["road", "农村公路", "transport", "kilometre", [32, 186], [480, 620], false],
  ["resettlement", "棚户区安置", "housing", "household", [90, 360], [1700, 2100], true],
  ["school-building", "教学楼", "education", "facility", [1, 1], [42_000, 98_000], true],
  ["water", "饮水安全工程", "water", "facility", [1, 1], [7000, 21_000], false],
  ["heating", "供热管网改造", "housing", "facility", [1, 1], [26_000, 64_000], true],
  ["sports-square", "文体广场", "culture", "facility", [1, 1], [800, 1900], false],
  ["clinic", "标准化卫生室", "health", "facility", [1, 1], [600, 1100], false],
  ["other", "小型便民工程", "civil-affairs", "facility", [1, 1], [120, 460], false],
];

/** The kinds, by code. */
export const works: ReadonlyMap<string, Work> = new Map(
  rows.map(([kind, name, department, measured, steps, price, building]) => [
    kind,
    { kind, name, department, measured, steps, price, building },
  ]),
);

/** How many works the plan of a year lists. */
type Plan = Readonly<Record<string, number>>;

/** Works in a township each, by kind and year. */
export const townshipPlans: Readonly<Record<string, Plan>> = {
  road: { 2017: 10, 2018: 11, 2019: 10, 2020: 9, 2021: 8 },
  resettlement: { 2017: 3, 2018: 4, 2019: 3, 2020: 2 },
  "school-building": { 2017: 6, 2018: 6, 2019: 5, 2020: 5, 2021: 4 },
  water: { 2017: 4, 2018: 6, 2019: 7, 2020: 4 },
  heating: { 2018: 2, 2019: 3, 2020: 3, 2021: 2 },
};

/** Works in a village each, by kind and year: together one in each of the 148 villages. */
export const villagePlans: Readonly<Record<string, Plan>> = {
  "sports-square": { 2017: 40, 2018: 45, 2019: 38, 2020: 25 },
  clinic: { 2017: 50, 2018: 52, 2019: 30, 2020: 16 },
};
