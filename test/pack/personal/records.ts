import type { Action } from "../../../src/registers/index.ts";
import { community, nanshan, shanghe, xiahe } from "../records.ts";

const actor = "经办/民政局";

/** Applications by village, year and kind: sixty-five, at one place a single one. 演示数据 */
const counts: readonly (readonly [home: string, year: number, kind: string, households: number])[] = [
  [shanghe, 2019, "poor", 9],
  [shanghe, 2019, "ill", 4],
  [community, 2019, "poor", 7],
  [community, 2019, "ill", 1],
  [shanghe, 2020, "poor", 8],
  [nanshan, 2020, "ill", 5],
  [community, 2020, "poor", 6],
  [community, 2020, "ill", 4],
  [xiahe, 2021, "poor", 7],
  [xiahe, 2021, "ill", 3],
  [community, 2021, "poor", 5],
  [community, 2021, "ill", 6],
];

/** One application, and after a month the decision to pay; `more` gives other values. */
export function application(
  record: string,
  home: string,
  year: number,
  more: Readonly<Record<string, string | number>> = {},
): Action[] {
  const applied = `${year}-03-01`;
  const fields = {
    applicant: `申请人${record}`,
    identity: `999900${year}0101${record.slice(-4)}`,
    phone: `1390000${record.slice(-4)}`,
    address: `住址${record}`,
    home,
    applied,
    kind: "poor",
    members: 2,
    ...more,
  };
  return [
    { kind: "open", register: "aid", record, at: applied, actor, fields },
    {
      kind: "advance",
      register: "aid",
      record,
      at: `${year}-04-01`,
      actor,
      to: "paying",
      fields: { monthly: "300" },
    },
  ];
}

/** All of them; every fourth was not decided upon yet. */
export const applications: readonly Action[] = counts
  .flatMap(([home, year, kind, households]) =>
    Array.from({ length: households }, () => ({ home, year, kind })),
  )
  .flatMap(({ home, year, kind }, at) => {
    const all = application(`SQ-${1000 + at}`, home, year, { kind, members: 1 + (at % 4) });
    return at % 4 === 3 ? all.slice(0, 1) : all;
  });
