import { defineIndicator } from "huimou";
import { campaign, finest, owner } from "./register.ts";

/** The campaign's results are announced one by one, and name nobody. */
const smallCells = {
  publish: true,
  why: {
    zh: "专项斗争战果由区里公开通报（例如打掉涉黑犯罪集团1个），只有全区、按年的数字，不涉及举报人，也不涉及具体线索",
    en: "The district itself announces the campaign's results, such as one criminal group broken up: figures of the whole district by year, which tell of no tipper and of no single lead",
  },
} as const;
const facts = { owner, frequency: "month", source: campaign } as const;
const measured = { ...facts, register: "lead", finest, smallCells } as const;
const counted = { ...measured, unit: "item", measure: { count: true }, nature: "flow" } as const;
const isClosed = { field: "state", in: ["closed"] } as const;
const closed = { date: { entered: "closed" }, where: [isClosed] } as const;

const counts = [
  defineIndicator({
    ...counted,
    id: "lead.received",
    title: { zh: "受理线索", en: "Leads received" },
    definition: {
      zh: "报告期内受理的涉黑涉恶问题线索条数，按受理日期计。",
      en: "Leads on organised crime received in the period, by the date of receipt.",
    },
    basis: {
      zh: "含非本区管辖、受理后移送的线索；登记有误而撤销的不计；一条线索只计一次，重新核查不另计。",
      en: "Includes leads that were later transferred as not ours. Records withdrawn as errors are out; a reopened lead is not counted again.",
    },
    date: { field: "received" },
    by: ["source"],
  }),
  defineIndicator({
    ...counted,
    ...closed,
    id: "lead.closed",
    title: { zh: "查结线索", en: "Leads closed" },
    definition: {
      zh: "报告期内作出查结结论的线索条数，按最近一次查结日期计。",
      en: "Leads closed with an outcome in the period, by the date of the last closing.",
    },
    basis: {
      zh: "含查实、部分属实、查否、非管移送和并案五种结论。查结不等于查实。",
      en: "All five outcomes: verified, partly verified, not verified, not ours and transferred, merged. Closed does not mean verified.",
    },
    by: ["outcome"],
    better: "more",
  }),
  defineIndicator({
    ...counted,
    id: "lead.closed-to-date",
    title: { zh: "累计查结线索", en: "Leads closed to date" },
    definition: {
      zh: "到报告期末处于“已查结”状态的线索条数。",
      en: "Leads that stand closed at the end of the period.",
    },
    basis: {
      zh: "时点数。查结后又重新核查的，重新核查期间不计入；“查结线索”则只按最近一次查结归期。",
      en: "A stock. A reopened lead is out while it is open again; leads closed, by contrast, go by the last closing.",
    },
    nature: "stock",
    where: [isClosed],
    better: "more",
  }),
  defineIndicator({
    ...counted,
    id: "lead.verifying",
    title: { zh: "正在核查线索", en: "Leads under verification" },
    definition: {
      zh: "报告期末尚未查结的线索条数。",
      en: "Leads not yet closed at the end of the period.",
    },
    basis: {
      zh: "时点数。含已受理、已交办、已退回和正在核查的。",
      en: "A stock. Leads received, offered to a unit, returned by it, and being verified.",
    },
    nature: "stock",
    where: [{ field: "state", in: ["received", "offered", "returned", "verifying"] }],
    better: "less",
  }),
  defineIndicator({
    ...counted,
    id: "lead.transferred",
    title: { zh: "非管移送线索", en: "Leads not ours, transferred" },
    definition: {
      zh: "报告期内以“非管移送”查结的线索条数：经核不属本区管辖，已移送有管辖权的单位。",
      en: "Leads closed in the period because they belong to another jurisdiction and were transferred to it.",
    },
    basis: {
      zh: "是查结线索的一部分，不与查结、在核并列相加。",
      en: "A part of the leads closed; not to be added to those closed and those under verification.",
    },
    date: { entered: "closed" },
    where: [isClosed, { field: "outcome", in: ["not-ours"] }],
  }),
  defineIndicator({
    ...counted,
    id: "lead.closed-named",
    title: { zh: "查结实名线索", en: "Named leads closed" },
    definition: {
      zh: "报告期内查结的实名举报线索条数。",
      en: "Leads from named tippers closed in the period.",
    },
    basis: { zh: "同“查结线索”，限实名。", en: "As leads closed, named ones only." },
    date: { entered: "closed" },
    where: [isClosed, { field: "named", in: [true] }],
  }),
  defineIndicator({
    ...counted,
    id: "lead.feedback",
    title: { zh: "已反馈实名线索", en: "Named leads with feedback" },
    definition: {
      zh: "报告期内查结、且已向举报人反馈结果的实名线索条数。",
      en: "Named leads closed in the period whose tipper was told the result.",
    },
    basis: {
      zh: "按查结日期归期，反馈可在期后。",
      en: "By the date of closing; the feedback may have come later.",
    },
    date: { entered: "closed" },
    where: [isClosed, { field: "named", in: [true] }, { field: "feedback", set: true }],
  }),
  ...(["in-time", "late"] as const).map((met) =>
    defineIndicator({
      ...counted,
      ...closed,
      id: `lead.closed-${met}`,
      title:
        met === "in-time"
          ? { zh: "按期查结线索", en: "Leads closed in time" }
          : { zh: "逾期查结线索", en: "Leads closed late" },
      definition: {
        zh: `报告期内查结的线索中，在办理期限${met === "in-time" ? "以内" : "以后"}首次查结的条数。`,
        en: `Leads closed in the period whose first closing came ${met === "in-time" ? "within" : "after"} the time allowed.`,
      },
      basis: {
        zh: "按受理时有效的期限；经批准延期一次的，以延期后的日期为准。",
        en: "By the rule in force when the lead was received; where the time was extended, by the later date.",
      },
      where: [isClosed, { deadline: "close", met }],
      better: met === "in-time" ? "more" : "less",
    }),
  ),
  defineIndicator({
    ...counted,
    id: "lead.returned",
    title: { zh: "退回线索", en: "Leads returned" },
    definition: {
      zh: "报告期内被交办单位退回的次数。",
      en: "Times in the period that a unit returned a lead that it was offered.",
    },
    unit: "time",
    basis: {
      zh: "一条线索退回几次，计几次；退回须写明理由和依据。",
      en: "Each return counts; a return cites its grounds.",
    },
    date: { each: "returned" },
    by: ["return-grounds"],
    better: "less",
  }),
  defineIndicator({
    ...counted,
    id: "lead.consulted",
    title: { zh: "会商线索", en: "Leads consulted on" },
    definition: {
      zh: "报告期内提交重要问题线索会商的线索条数，按会商日期计。",
      en: "Leads brought to an inter-agency consultation in the period.",
    },
    basis: {
      zh: "一条线索多次会商计一次，按最近一次。",
      en: "A lead counts once, at its last consultation.",
    },
    date: { field: "consulted" },
    where: [{ field: "consulted", set: true }],
  }),
];

const outcomes = [
  {
    name: "groups",
    unit: "piece",
    title: { zh: "打掉涉黑犯罪集团", en: "Criminal groups broken up" },
    basis: { zh: "依据查实线索打掉的涉黑犯罪集团个数。", en: "Groups broken up on verified leads." },
  },
  {
    name: "cases",
    unit: "incident",
    title: { zh: "初步认定涉黑案件", en: "Organised-crime cases established" },
    basis: {
      zh: "初步认定数，不是法院判决数。",
      en: "Established provisionally; not the number of court judgments.",
    },
  },
  {
    name: "suspects",
    unit: "person",
    title: { zh: "抓获犯罪嫌疑人", en: "Suspects arrested" },
    basis: {
      zh: "依据查实线索抓获的人数，一人只计一次；未经判决，不称罪犯。",
      en: "Persons arrested on verified leads, each counted once; suspects, not convicts.",
    },
  },
  {
    name: "solved",
    unit: "case",
    title: { zh: "破获案件", en: "Cases solved" },
    basis: { zh: "依据查实线索破获的各类案件。", en: "Cases of every kind solved on verified leads." },
  },
  {
    name: "protectors",
    unit: "person",
    title: { zh: "打掉“保护伞”", en: "Protectors removed" },
    basis: {
      zh: "因庇护黑恶势力被查处的公职人员人数。",
      en: "Public officials dealt with for shielding organised crime.",
    },
  },
] as const;

const results = outcomes.map(({ name, unit, title, basis }) =>
  defineIndicator({
    ...measured,
    ...closed,
    id: `lead.${name}`,
    title,
    definition: {
      zh: `报告期内查结的线索中，${title.zh}的数量，按查结日期计。`,
      en: `${title.en} on the leads closed in the period, by the date of closing.`,
    },
    unit,
    basis,
    measure: { sum: name },
    nature: "flow",
  }),
);

const rates = [
  defineIndicator({
    ...facts,
    id: "lead.closing-rate",
    title: { zh: "线索查结率", en: "Closing rate" },
    definition: {
      zh: "报告期内查结线索占同期受理线索的百分比。",
      en: "Leads closed in the period per hundred received in it.",
    },
    unit: "percent",
    basis: {
      zh: "按期计算：查结的线索可能是上期受理的，单年可超过100%；自专项斗争开始累计则不超过100%。",
      en: "By period: leads closed may have been received earlier, so one year may exceed 100 %; from the campaign's start it cannot.",
    },
    formula: { share: { part: "lead.closed", whole: "lead.received" } },
    better: "more",
  }),
  defineIndicator({
    ...facts,
    id: "lead.feedback-rate",
    title: { zh: "实名线索反馈率", en: "Feedback rate" },
    definition: {
      zh: "报告期内查结的实名线索中，已向举报人反馈结果的百分比。",
      en: "Named leads closed in the period whose tipper was told the result, per hundred.",
    },
    unit: "percent",
    basis: { zh: "只看是否反馈，不看是否按期。", en: "Whether told at all, not whether told in time." },
    formula: { share: { part: "lead.feedback", whole: "lead.closed-named" } },
    better: "more",
  }),
];

const inTime = defineIndicator({
  ...facts,
  id: "lead.in-time-rate",
  title: { zh: "线索按期查结率", en: "Share closed in time" },
  definition: {
    zh: "报告期内查结的线索中，按期查结的百分比。",
    en: "Leads closed in time per hundred closed in the period.",
  },
  unit: "percent",
  basis: {
    zh: "按受理时有效的期限；延期以批准后的日期为准。",
    en: "By the rule in force when the lead was received, or the date to which it was extended.",
  },
  formula: { share: { part: "lead.closed-in-time", whole: "lead.closed" } },
  better: "more",
});

/** In the order in which the site shows them. */
export const indicators = [...counts, ...results, ...rates, inTime];
