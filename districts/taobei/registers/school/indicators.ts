import { defineIndicator } from "huimou";
import { owner, resources, source, stages, titled } from "./register.ts";

const shown = {
  owner,
  frequency: "year",
  source,
} as const;
const basis = titled(
  "以学年初学籍在校生为准；取已核定的报表；同一学年按学校逐校填报。",
  "Pupils registered at the start of the school year; settled returns only; school by school.",
);
const measured = {
  ...shown,
  register: "school",
  nature: "flow",
  reported: true,
  date: { field: "begin" },
  finest: { area: "township", period: "year" },
  by: ["stage", "school"],
  where: [{ field: "state", in: ["final"] }],
  basis,
  neverSum: {
    over: ["year"],
    why: titled(
      "同一批学校每学年都在其中，各学年不能相加",
      "The same schools report every year: years cannot be added",
    ),
  },
} as const;

const counts = [
  defineIndicator({
    ...measured,
    id: "school.pupils",
    title: titled("义务教育在校学生", "Pupils in compulsory education"),
    definition: titled(
      "学年初在校的小学和初中学生数。",
      "Primary and junior secondary pupils at the start of the school year.",
    ),
    unit: "person",
    measure: { sum: "pupils" },
  }),
  defineIndicator({
    ...measured,
    id: "school.schools",
    title: titled("填报学校（学段）", "Schools that report, by stage"),
    definition: titled(
      "学年初填报的小学和初中（含九年一贯制学校的两个学部）数。",
      "Primary and junior secondary schools that report, a nine-year school once for each stage.",
    ),
    unit: "institution",
    measure: { count: true },
  }),
  ...resources.map(([name, unit, , , title]) =>
    defineIndicator({
      ...measured,
      id: `school.${name}`,
      title,
      definition: titled(
        `学年初各校${title.zh}之和。`,
        `${title.en} of all schools at the start of the school year.`,
      ),
      unit,
      measure: { sum: name },
      better: "more",
    }),
  ),
];

const means = resources.map(([name, unit, , decimals, , title]) =>
  defineIndicator({
    ...shown,
    id: `school.${name}-per-pupil`,
    title,
    definition: titled(
      `${title.zh}：全区各校合计除以在校学生数，是按学生数加权的平均，不是各校平均数的平均。`,
      `${title.en}: the total of all schools divided by all pupils, a mean weighted by pupils and not a mean of the schools' means.`,
    ),
    unit,
    basis,
    decimals,
    formula: { ratio: { of: `school.${name}`, to: "school.pupils" } },
    better: "more",
  }),
);

const differences = resources.map(([name, , , , title, mean]) =>
  defineIndicator({
    ...shown,
    id: `school.${name}-difference`,
    title: titled(`${mean.zh}差异系数`, `${mean.en}: difference coefficient`),
    definition: titled(
      `各校${mean.zh}按学生数加权的标准差除以全区平均数；学校规模作权数，总体形式。`,
      `The standard deviation of the schools' ${title.en.toLowerCase()} per pupil, weighted by pupils, divided by the district's mean; population form.`,
    ),
    unit: "coefficient",
    basis,
    decimals: 3,
    formula: { difference: { of: `school.${name}`, per: "school.pupils", over: "school" } },
    better: "less",
  }),
);

const composites = (["primary", "junior"] as const).map((stage) =>
  defineIndicator({
    ...shown,
    id: `school.${stage}-composite`,
    title: titled(`${stages[stage].zh}综合差异系数`, `${stages[stage].en}: composite difference coefficient`),
    definition: titled(
      `${stages[stage].zh}八项差异系数的算术平均数。`,
      `The arithmetic mean of the eight difference coefficients of the stage.`,
    ),
    unit: "coefficient",
    basis,
    decimals: 3,
    formula: {
      mean: { of: resources.map(([name]) => ({ indicator: `school.${name}-difference`, where: { stage } })) },
    },
    standards: [
      {
        relation: "<=",
        value: stage === "primary" ? "0.65" : "0.55",
        effectiveFrom: "2012-01-20",
        source: titled(
          `教督〔2012〕3号：${stages[stage].zh}综合差异系数不高于${stage === "primary" ? "0.65" : "0.55"}`,
          `教督〔2012〕3号: not above ${stage === "primary" ? "0.65" : "0.55"} for this stage`,
        ),
      },
    ],
    better: "less",
  }),
);

/** In the order in which the site shows them. */
export const indicators = [...counts, ...means, ...differences, ...composites];
