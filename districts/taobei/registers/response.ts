import {
  area,
  choice,
  count,
  date,
  defineIndicator,
  defineRegister,
  defineRule,
  type RegisterInput,
  text,
} from "huimou";
import type { Chapter } from "../chapter.ts";

const owner = { zh: "区卫生健康局", en: "Health Bureau" };
const emergencyLaw = {
  zh: "《中华人民共和国突发事件应对法》；《突发公共卫生事件应急条例》第二十六条、第二十七条",
  en: "Emergency Response Law; Regulations on Public Health Emergencies, articles 26 and 27",
};
const levels = {
  I: { zh: "Ⅰ级（特别重大）", en: "Level I" },
  II: { zh: "Ⅱ级（重大）", en: "Level II" },
  III: { zh: "Ⅲ级（较大）", en: "Level III" },
  IV: { zh: "Ⅳ级（一般）", en: "Level IV" },
} as const;
const governments = {
  state: { zh: "国务院", en: "State Council" },
  province: { zh: "省级人民政府", en: "Provincial government" },
  city: { zh: "地级市人民政府", en: "Prefecture-level city government" },
  county: { zh: "县（区）人民政府", en: "County or district government" },
} as const;
type Government = keyof typeof governments;

/** Who may declare a level: the government of its own level, or one above. */
const declarers: Readonly<Record<keyof typeof levels, readonly Government[]>> = {
  I: ["state", "province"],
  II: ["state", "province"],
  III: ["state", "province", "city"],
  IV: ["state", "province", "city", "county"],
};

type Check = NonNullable<RegisterInput["checks"]>[number];

const whoDeclares = (["I", "II", "III"] as const).map(
  (level): Check => ({
    id: `declarer-${level}`,
    title: {
      zh: `${levels[level].zh}响应只能由${declarers[level].map((it) => governments[it].zh).join("、")}决定启动；县（区）只能执行并写明所执行的决定`,
      en: `A response of ${levels[level].en.toLowerCase()} is declared by ${declarers[level].map((it) => governments[it].en).join(" or ")} only; a district carries it out and names the decision`,
    },
    when: [{ field: "level", in: [level] }],
    must: { where: [{ field: "declared-by", in: declarers[level] }] },
    source: emergencyLaw,
  }),
);

/** A response is ended by the level that started it, or by one above. */
const whoEnds = (["state", "province", "city", "county"] as const).map(
  (level, at, all): Check => ({
    id: `ended-by-${level}`,
    title: {
      zh: `${governments[level].zh}启动的响应，由其或上级终止`,
      en: `What the ${governments[level].en} declared is ended by it or by a higher level`,
    },
    when: [
      { field: "state", in: ["ended"] },
      { field: "declared-by", in: [level] },
    ],
    must: { where: [{ field: "ended-by", in: all.slice(0, at + 1) }] },
    source: {
      zh: "示例：谁启动、谁终止；终止程序按各级应急预案",
      en: "Example: who declares also ends; the procedure is that of each level's plan",
    },
  }),
);

const register = defineRegister({
  name: "response",
  title: { zh: "突发公共卫生事件应急响应", en: "Public health emergency responses" },
  description: {
    zh: "一级响应一条记录：由哪一级政府决定、什么事项、什么级别、预计多久、采取哪些措施；本区执行上级决定的，写明所执行的文件。",
    en: "One record for each response: which government decided it, on what, at which level, for how long and with which measures; where the district carries out a higher decision, the document that it carries out.",
  },
  owner,
  visibility: "open",
  key: { title: { zh: "响应编号", en: "Response number" }, schema: text().regex(/^YJ-20\d{2}-\d{2}$/) },
  fields: {
    area: { title: { zh: "地区", en: "Place" }, schema: area() },
    level: { title: { zh: "响应级别", en: "Level" }, schema: choice(levels) },
    act: {
      title: { zh: "决定种类", en: "Kind of decision" },
      schema: choice({
        started: { zh: "启动", en: "Started" },
        raised: { zh: "上调级别", en: "Raised" },
        lowered: { zh: "下调级别", en: "Lowered" },
      }),
    },
    "declared-by": { title: { zh: "决定机关级别", en: "Declared by" }, schema: choice(governments) },
    "upper-document": {
      title: { zh: "所执行的上级决定", en: "Higher decision that is carried out" },
      schema: text(120).optional(),
    },
    matter: { title: { zh: "响应事项", en: "Matter" }, schema: text(60) },
    expected: {
      title: { zh: "预计期限（日）", en: "Expected duration in days" },
      schema: count().optional(),
      unit: "day",
    },
    measures: { title: { zh: "应急处置措施", en: "Measures" }, schema: text(200) },
    began: { title: { zh: "起始日期", en: "In force from" }, schema: date() },
    end: { title: { zh: "终止或调级日期", en: "In force until" }, schema: date().optional() },
    "ended-by": { title: { zh: "终止决定机关级别", en: "Ended by" }, schema: choice(governments).optional() },
  },
  area: "area",
  lifecycle: {
    initial: "declared",
    states: {
      declared: { title: { zh: "响应中", en: "In force" } },
      ended: { title: { zh: "已终止或调级", en: "Ended or changed" } },
    },
    transitions: [{ from: "declared", to: "ended", requires: ["end", "ended-by"] }],
  },
  checks: [
    ...whoDeclares,
    {
      id: "upper-document",
      title: {
        zh: "执行上级决定的，须写明所执行的文件",
        en: "Who carries out a higher decision names its document",
      },
      when: [{ field: "declared-by", in: ["state", "province", "city"] }],
      must: { set: ["upper-document"] },
      source: emergencyLaw,
    },
    ...whoEnds,
  ],
  source: {
    zh: "《中华人民共和国突发事件应对法》：启动响应须明确响应事项、级别、预计期限、应急处置措施",
    en: "Emergency Response Law: a response states its matter, level, expected duration and measures",
  },
});

const facts = {
  register: "response",
  owner,
  frequency: "month",
  source: register.source,
  finest: { area: "district", period: "month" },
  by: ["level"],
} as const;

const indicators = [
  defineIndicator({
    ...facts,
    id: "response.declared",
    title: { zh: "进入应急响应", en: "Responses entered" },
    definition: {
      zh: "报告期内开始执行的应急响应次数，按起始日期计；调整级别另计一次。",
      en: "Responses that came into force in the period, by their first day; a change of level counts anew.",
    },
    unit: "time",
    basis: {
      zh: "含执行上级决定的响应；决定机关见记录。本区只能宣布Ⅳ级。",
      en: "Includes those that carry out a higher decision, as the record tells. The district itself may declare level IV only.",
    },
    measure: { count: true },
    nature: "flow",
    date: { field: "began" },
  }),
  defineIndicator({
    ...facts,
    id: "response.in-force",
    title: { zh: "正在执行的应急响应", en: "Responses in force" },
    definition: {
      zh: "报告期末尚未终止的应急响应。",
      en: "Responses not yet ended at the end of the period.",
    },
    unit: "time",
    basis: { zh: "时点数。", en: "A stock." },
    measure: { count: true },
    nature: "stock",
    where: [{ field: "state", in: ["declared"] }],
  }),
  defineIndicator({
    ...facts,
    id: "response.ended",
    title: { zh: "终止或调级的应急响应", en: "Responses ended or changed" },
    definition: {
      zh: "报告期内终止或调整级别的应急响应次数。",
      en: "Responses that ended or changed level in the period.",
    },
    unit: "time",
    basis: { zh: "按终止或调级日期计。", en: "By the day on which they ended." },
    measure: { count: true },
    nature: "flow",
    date: { entered: "ended" },
    where: [{ field: "state", in: ["ended"] }],
  }),
  defineIndicator({
    ...facts,
    id: "response.days",
    title: { zh: "应急响应天数", en: "Days of response" },
    definition: {
      zh: "报告期内终止或调级的应急响应所持续的天数，自起始日的次日起算，计入终止日。",
      en: "Days that the responses ended in the period were in force; the first day is not counted, the last one is.",
    },
    unit: "day",
    basis: {
      zh: "按终止日期归期；还在执行的不计。",
      en: "By the day on which they ended; those still in force are out.",
    },
    measure: { days: { from: { field: "began" }, to: { field: "end" } } },
    nature: "flow",
    date: { entered: "ended" },
    where: [{ field: "state", in: ["ended"] }],
  }),
];

const rules = [
  defineRule({
    id: "response.declared-is-ended-and-in-force",
    title: { zh: "累计进入 = 累计终止 + 正在执行", en: "Entered to date = ended + in force" },
    left: { plus: ["response.declared"] },
    relation: "=",
    right: { plus: ["response.ended", "response.in-force"] },
    periods: "cumulative",
    areas: "district",
    by: "level",
    source: { zh: "响应台账的定义", en: "By definition of the register" },
  }),
];

export default { register, indicators, rules } satisfies Chapter;
