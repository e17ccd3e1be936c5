import { amount, area, choice, count, date, defineRegister, text, type Words } from "huimou";

export const owner = { zh: "区教育局", en: "Education Bureau" };
export const titled = (zh: string, en: string): Words => ({ zh, en });
export const source = titled(
  "《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号）；教育事业统计报表",
  "Provisional Measures for evaluating the balance of compulsory education in counties (教督〔2012〕3号); educational statistics",
);

export const stages = {
  primary: titled("小学", "Primary"),
  junior: titled("初中", "Junior secondary"),
} as const;

/** What is shared out among pupils: id, field, unit, decimals of the mean, title of the mean. 教督〔2012〕3号 */
export const resources = [
  [
    "teaching-area",
    "square-metre",
    amount(1),
    2,
    titled("教学及辅助用房面积", "Teaching rooms"),
    titled("生均教学及辅助用房面积", "Teaching rooms per pupil"),
  ],
  [
    "sports-area",
    "square-metre",
    amount(1),
    2,
    titled("体育运动场馆面积", "Sports grounds"),
    titled("生均体育运动场馆面积", "Sports grounds per pupil"),
  ],
  [
    "equipment",
    "yuan",
    amount(0),
    0,
    titled("教学仪器设备值", "Value of equipment"),
    titled("生均教学仪器设备值", "Value of equipment per pupil"),
  ],
  [
    "computers",
    "machine",
    count(),
    4,
    titled("计算机台数", "Computers"),
    titled("生均计算机台数", "Computers per pupil"),
  ],
  ["books", "book", count(), 1, titled("图书册数", "Books"), titled("生均图书册数", "Books per pupil")],
  [
    "teachers",
    "person",
    count(),
    4,
    titled("专任教师", "Teachers"),
    titled("生均专任教师（师生比）", "Teachers per pupil"),
  ],
  [
    "degree-teachers",
    "person",
    count(),
    4,
    titled("高于规定学历教师", "Teachers above the required degree"),
    titled("生均高于规定学历教师数", "Teachers above the required degree per pupil"),
  ],
  [
    "senior-teachers",
    "person",
    count(),
    4,
    titled("中级及以上职务教师", "Teachers of middle rank or above"),
    titled("生均中级及以上专业技术职务教师数", "Teachers of middle rank or above per pupil"),
  ],
] as const;

export const register = defineRegister({
  name: "school",
  title: titled("教育报表", "School returns"),
  description: titled(
    "一所学校一个学段一学年一条记录：在校学生数和八项办学资源，取自教育事业统计报表。九年一贯制学校分小学部、初中部填报。",
    "One record for each school, stage and school year: pupils and eight resources, from the educational statistics. A nine-year school reports its two stages apart.",
  ),
  owner,
  visibility: "open",
  key: { title: titled("报表编号", "Number of the return"), schema: text().regex(/^JY-20\d{2}-[PJ]\d{3}$/) },
  fields: {
    area: { title: titled("学校所在地", "Place of the school"), schema: area() },
    school: { title: titled("学校代码", "Code of the school"), schema: text().regex(/^[PJ]\d{3}$/) },
    stage: { title: titled("学段", "Stage"), schema: choice(stages) },
    begin: { title: titled("学年初日期", "First day of the school year"), schema: date() },
    pupils: { title: titled("在校学生数", "Pupils"), schema: count(), unit: "person" },
    ...Object.fromEntries(resources.map(([name, unit, schema, , title]) => [name, { title, schema, unit }])),
    document: { title: titled("资料来源", "Source document"), schema: text(80) },
  },
  area: "area",
  lifecycle: {
    initial: "submitted",
    states: {
      submitted: { title: titled("已报送", "Submitted") },
      final: { title: titled("已核定", "Final") },
    },
    transitions: [{ from: "submitted", to: "final" }],
  },
  checks: [
    ...(["degree-teachers", "senior-teachers"] as const).map((part) => ({
      id: `${part}-within-teachers`,
      title: titled("分项教师数不多于专任教师数", "No more teachers of a kind than teachers"),
      must: { left: { field: part }, relation: "<=" as const, right: { field: "teachers" } },
      source: titled("教育事业统计报表的表内关系", "Identity within the educational statistics"),
    })),
    {
      id: "pupils",
      title: titled("有学生的学校才填报", "A school that reports has pupils"),
      must: { where: [{ field: "pupils", from: 1 }] },
      source,
    },
  ],
  deadlines: [
    {
      id: "check",
      title: titled("核定报表", "Settle the return"),
      from: { entered: "submitted" },
      until: { states: ["final"] },
      rules: [
        {
          value: 60,
          unit: "day",
          effectiveFrom: "2016-09-01",
          source: titled("示例：核定时限未公开", "Example: the time limit is not public"),
        },
      ],
    },
  ],
  source,
});
