import { defineIndicator, type PackDefinition, type ReportDefinition } from "../../src/index.ts";
import { compilePack, type JudgingDeclarations } from "../../src/indicators/index.ts";
import { countedByHand, pack } from "../pack/pack.ts";

const words = (zh: string, en: string) => ({ zh, en });
const facts = {
  owner: words("云岭区统计局", "Yunling Statistics Bureau"),
  source: words("示例", "example"),
  basis: words("全口径", "all records"),
  frequency: "year",
} as const;

const persons = defineIndicator({
  ...facts,
  id: "tip.persons",
  title: words("涉及人数", "persons concerned"),
  definition: words("线索所涉人数", "persons whom the tips concern"),
  unit: "person",
  ...countedByHand,
  register: "tip",
  measure: { sum: "persons" },
  nature: "flow",
  date: { field: "received" },
  by: ["source"],
});

const change = defineIndicator({
  ...facts,
  id: "tip.balance",
  title: words("受理减查结", "received less closed"),
  definition: words("受理数减查结数", "tips received less tips closed"),
  unit: "item",
  decimals: 0,
  formula: { sum: { plus: ["tip.received"], minus: ["tip.closed"] } },
});

const perTip = defineIndicator({
  ...facts,
  id: "tip.persons-per-tip",
  title: words("每条线索涉及人数", "persons per tip"),
  definition: words("涉及人数除以线索数", "persons concerned per tip"),
  unit: "person",
  formula: { ratio: { of: "tip.persons", to: "tip.received" } },
});

/** The made-up district with persons, a difference and a mean besides, two documents, and these reports. */
export function declarationsWith(reports: readonly ReportDefinition[]): JudgingDeclarations {
  const extended: PackDefinition = {
    ...pack,
    indicators: [...pack.indicators, persons, change, perTip],
    documents: [
      {
        id: "budget-2020",
        title: words("2020年决算报告", "Final accounts 2020"),
        issuer: words("云岭区财政局", "Yunling Finance Bureau"),
        date: "2021-01-20",
      },
      {
        id: "census-7",
        title: words("第七次人口普查公报", "Seventh census"),
        issuer: words("云岭区统计局", "Yunling Statistics Bureau"),
        date: "2021-06-30",
        number: "2021-1",
      },
    ],
    reports,
  };
  return compilePack(extended);
}
