import {
  area,
  choice,
  count,
  date,
  defineIndicator,
  defineRegister,
  defineRule,
  flag,
  handOver,
  text,
} from "huimou";
import type { Chapter } from "../chapter.ts";

const owner = {
  zh: "区委政法委（区扫黑办）",
  en: "Political and Legal Affairs Commission (anti-crime office)",
};
const campaign = {
  zh: "《中共中央、国务院关于开展扫黑除恶专项斗争的通知》（2018年）",
  en: "Notice on the special campaign against organised crime (Central Committee and State Council, 2018)",
};
const finest = { area: "district", period: "year" } as const;

/** 示例: the district's own rules on passing leads on and on consultations were never made public. */
const unpublished = (zh: string, en: string) => ({
  zh: `示例：《洮北区涉黑涉恶问题线索移送反馈工作暂行办法》未公开；${zh}`,
  en: `Example: the district's own rule on passing leads on is not public; ${en}`,
});

/** How a lead reaches the unit that verifies it. */
const passing = handOver({
  units: {
    police: { zh: "公安分局", en: "Police" },
    discipline: { zh: "区纪委监委", en: "Discipline inspection and supervision" },
    "anti-crime-office": { zh: "区扫黑办核查组", en: "Verification group of the anti-crime office" },
    township: { zh: "乡镇（街道）综治中心", en: "Township or subdistrict" },
  },
  grounds: {
    "not-its-duty": { zh: "不属本单位管辖", en: "Not within the unit's jurisdiction" },
    recusal: { zh: "应当回避", en: "The unit must recuse itself" },
    incomplete: { zh: "材料不全，无法核查", en: "The papers are not complete" },
  },
  from: ["received"],
  to: "verifying",
  answer: [
    {
      value: 3,
      unit: "workday",
      effectiveFrom: "2018-01-01",
      source: unpublished("参照他区三个工作日移送", "three working days, as elsewhere"),
    },
  ],
});

const register = defineRegister({
  name: "lead",
  title: { zh: "涉黑涉恶问题线索", en: "Leads on organised crime" },
  description: {
    zh: "一条线索一条记录，从受理到查结。只记编号、时限、去向和结果等工作信息，不记举报内容，也不记任何涉密事项。",
    en: "One record for each lead, from receipt to closing. Holds workflow only: numbers, dates, hand-overs and outcomes; never what a tip says, nor any state secret.",
  },
  owner,
  visibility: "sealed",
  openState: true,
  key: { title: { zh: "线索编号", en: "Lead number" }, schema: text().regex(/^XS-20\d{2}-\d{4}$/) },
  fields: {
    received: { title: { zh: "受理日期", en: "Date received" }, schema: date() },
    area: { title: { zh: "属地", en: "Place" }, schema: area() },
    source: {
      title: { zh: "线索来源", en: "Source" },
      schema: choice({
        "central-supervision": { zh: "中央督导组转办", en: "Central supervision group" },
        "national-platform": { zh: "全国举报平台转办", en: "National reporting platform" },
        "provincial-supervision": { zh: "省督导组转办", en: "Provincial supervision group" },
        "city-office": { zh: "市扫黑办转办", en: "City anti-crime office" },
        hotline: { zh: "举报电话", en: "Reporting telephone" },
        mail: { zh: "来信来访", en: "Letters and visits" },
        member: { zh: "成员单位摸排移交", en: "Found by member units" },
        custody: { zh: "在押人员检举揭发", en: "Told by persons in custody" },
        patrol: { zh: "日常排查", en: "Routine checks" },
      }),
    },
    named: { title: { zh: "是否实名", en: "Tipper named" }, schema: flag() },
    jurisdiction: {
      title: { zh: "管辖", en: "Jurisdiction" },
      schema: choice({ own: { zh: "本区管辖", en: "Own" }, other: { zh: "非本区管辖", en: "Other" } }),
    },
    importance: {
      title: { zh: "重要程度", en: "Importance" },
      schema: choice({
        ordinary: { zh: "一般", en: "Ordinary" },
        important: { zh: "重要", en: "Important" },
      }),
    },
    firstHandler: { title: { zh: "承办人代码（主办）", en: "First handler's code" }, schema: text(12) },
    secondHandler: { title: { zh: "承办人代码（协办）", en: "Second handler's code" }, schema: text(12) },
    ...passing.fields,
    extended: { title: { zh: "办理期限延至", en: "Time extended to" }, schema: date().optional() },
    contacted: { title: { zh: "联系举报人日期", en: "Tipper contacted" }, schema: date().optional() },
    consulted: { title: { zh: "会商日期", en: "Consultation held" }, schema: date().optional() },
    "consulted-units": {
      title: { zh: "会商成员单位数", en: "Units that took part in the consultation" },
      schema: count().optional(),
    },
    "consultation-outcome": {
      title: { zh: "会商结论", en: "Outcome of the consultation" },
      schema: choice({
        "own-check": { zh: "由承办单位继续核查", en: "The unit goes on" },
        "joint-check": { zh: "成立联合专班核查", en: "A joint group verifies" },
        "passed-on": { zh: "移送有管辖权的机关", en: "Passed on to who has jurisdiction" },
      }).optional(),
    },
    outcome: {
      title: { zh: "查结结论", en: "Outcome" },
      schema: choice({
        verified: { zh: "查实", en: "Verified" },
        partly: { zh: "部分属实", en: "Partly verified" },
        unfounded: { zh: "查否", en: "Not verified" },
        "not-ours": { zh: "非管移送", en: "Not ours, transferred" },
        merged: { zh: "并案（重复）", en: "Merged with another" },
      }).optional(),
    },
    transferredTo: { title: { zh: "移送单位", en: "Transferred to" }, schema: text(60).optional() },
    transferred: { title: { zh: "移送日期", en: "Transferred on" }, schema: date().optional() },
    acknowledged: { title: { zh: "移送回执日期", en: "Receipt of the transfer" }, schema: date().optional() },
    feedback: { title: { zh: "反馈举报人日期", en: "Result told to the tipper" }, schema: date().optional() },
    groups: {
      title: { zh: "打掉涉黑犯罪集团", en: "Criminal groups broken up" },
      schema: count().optional(),
      unit: "piece",
    },
    cases: {
      title: { zh: "初步认定涉黑案件", en: "Organised-crime cases established" },
      schema: count().optional(),
      unit: "incident",
    },
    suspects: {
      title: { zh: "抓获犯罪嫌疑人", en: "Suspects arrested" },
      schema: count().optional(),
      unit: "person",
    },
    solved: { title: { zh: "破获案件", en: "Cases solved" }, schema: count().optional(), unit: "case" },
    protectors: {
      title: { zh: "打掉“保护伞”", en: "Protectors removed" },
      schema: count().optional(),
      unit: "person",
    },
  },
  area: "area",
  lifecycle: {
    initial: "received",
    states: {
      received: { title: { zh: "已受理", en: "Received" } },
      ...passing.states,
      verifying: { title: { zh: "正在核查", en: "Being verified" } },
      closed: { title: { zh: "已查结", en: "Closed" } },
    },
    transitions: [
      ...passing.transitions,
      { from: "verifying", to: "closed", requires: ["outcome"] },
      { from: "closed", to: "verifying", reason: true },
    ],
  },
  checks: [
    {
      id: "two-handlers",
      title: { zh: "承办人不少于两人", en: "Two persons handle a lead" },
      must: { differ: ["firstHandler", "secondHandler"] },
      source: unpublished("线索核查双人办理", "two persons verify a lead"),
    },
    {
      id: "transfer",
      title: {
        zh: "非管移送须写明移送单位和日期",
        en: "What is not ours names where and when it was transferred",
      },
      when: [{ field: "outcome", in: ["not-ours"] }],
      must: { set: ["transferredTo", "transferred"] },
      source: unpublished("移送须有去向", "a transfer names its addressee"),
    },
    {
      id: "consultation",
      title: { zh: "会商须记成员单位数和结论", en: "A consultation has members and an outcome" },
      when: [{ field: "consulted", set: true }],
      must: { set: ["consulted-units", "consultation-outcome"] },
      source: {
        zh: "示例：《涉黑涉恶重要问题线索会商机制》未公开",
        en: "Example: the district's rule on consultations is not public",
      },
    },
    {
      id: "results",
      title: { zh: "只有查实或部分属实的线索才有战果", en: "Only a lead that proved true has results" },
      when: [{ field: "outcome", in: ["unfounded", "not-ours", "merged"] }],
      must: {
        where: ["groups", "cases", "suspects", "solved", "protectors"].map((field) => ({
          field,
          set: false,
        })),
      },
      source: { zh: "线索台账的定义", en: "By definition of the register" },
    },
  ],
  deadlines: [
    ...passing.deadlines,
    {
      id: "contact",
      title: { zh: "联系举报人", en: "Contact the tipper" },
      from: { field: "received" },
      until: { field: "contacted" },
      rules: [
        {
          value: 30,
          unit: "day",
          effectiveFrom: "2020-05-28",
          source: {
            zh: "全国扫黑办智能化举报平台核查反馈要求（2020年5月28日），适用于实名或者留有联系方式的举报；全区一律参照为示例",
            en: "Rule of the national reporting platform, 28 May 2020, for tips whose sender can be reached; its use for every lead here is an example",
          },
        },
      ],
    },
    {
      id: "close",
      title: { zh: "查结", en: "Close" },
      from: { field: "received" },
      until: { states: ["closed"] },
      rules: [
        {
          value: 90,
          unit: "day",
          effectiveFrom: "2018-01-01",
          source: {
            zh: "示例：本区线索办理期限未公开",
            en: "Example: the district's own time limit is not public",
          },
        },
      ],
      extension: {
        field: "extended",
        upTo: [
          {
            value: 30,
            unit: "day",
            effectiveFrom: "2018-01-01",
            source: unpublished(
              "参照信访条例，可延一次，不超过三十日",
              "once, by thirty days, as with petitions",
            ),
          },
        ],
      },
    },
    {
      id: "acknowledge",
      title: { zh: "移送回执", en: "Receipt of a transfer" },
      from: { field: "transferred" },
      until: { field: "acknowledged" },
      rules: [
        {
          value: 5,
          unit: "workday",
          effectiveFrom: "2018-01-01",
          source: {
            zh: "示例：《洮北区涉黑涉恶问题线索移送反馈工作暂行办法》未公开，参照他区同类办法",
            en: "Example, after a like rule elsewhere: the district's own rule on transfers is not public",
          },
        },
      ],
    },
    {
      id: "feedback",
      title: { zh: "反馈实名举报人", en: "Tell the named tipper the result" },
      from: { entered: "closed" },
      until: { field: "feedback" },
      rules: [
        {
          value: 15,
          unit: "workday",
          effectiveFrom: "2020-01-21",
          source: {
            zh: "《纪检监察机关处理检举控告工作规则》（2020年1月21日）对实名检举控告的要求；用于本台账为示例",
            en: "Rules on handling reports and accusations by discipline inspection organs, 21 January 2020, for named reports; its use here is an example",
          },
        },
      ],
    },
  ],
  source: campaign,
});

const facts = { register: "lead", owner, frequency: "month", finest, source: campaign } as const;
const counted = { ...facts, unit: "item", measure: { count: true }, nature: "flow" } as const;
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
    ...facts,
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

const rules = [
  defineRule({
    id: "lead.closed-in-time-or-late",
    title: { zh: "查结 = 按期 + 逾期", en: "Closed = in time + late" },
    left: { plus: ["lead.closed"] },
    relation: "=",
    right: { plus: ["lead.closed-in-time", "lead.closed-late"] },
    periods: "each",
    areas: "district",
    source: { zh: "线索台账的定义", en: "By definition of the register" },
  }),
  defineRule({
    id: "lead.received-is-closed-and-verifying",
    title: { zh: "累计受理 = 累计查结 + 在核", en: "Received to date = closed to date + under verification" },
    left: { plus: ["lead.received"] },
    relation: "=",
    right: { plus: ["lead.closed-to-date", "lead.verifying"] },
    periods: "cumulative",
    areas: "district",
    source: {
      zh: "线索台账的定义：每条线索或已查结，或在核",
      en: "By definition: every lead is either closed or under verification",
    },
  }),
  defineRule({
    id: "lead.closings-stand",
    title: { zh: "各期查结合计 ≤ 累计查结", en: "Closings added up ≤ closed to date" },
    left: { plus: ["lead.closed"] },
    relation: "<=",
    right: { plus: ["lead.closed-to-date"] },
    periods: "cumulative",
    areas: "district",
    source: {
      zh: "查结按最近一次归期；跨年重新核查的，在早先年末只计入累计查结",
      en: "A closing goes by its last date: a lead reopened in a later year counts only as closed to date before that",
    },
  }),
  defineRule({
    id: "lead.transferred-within-closed",
    title: { zh: "非管移送 ≤ 查结", en: "Transferred ≤ closed" },
    left: { plus: ["lead.transferred"] },
    relation: "<=",
    right: { plus: ["lead.closed"] },
    periods: "each",
    areas: "district",
    source: { zh: "非管移送是查结的一种结论", en: "A transfer is one of the outcomes of closing" },
  }),
  defineRule({
    id: "lead.transferred-is-the-outcome",
    title: { zh: "非管移送 = 查结线索中该结论的条数", en: "Transferred = leads closed with that outcome" },
    left: { plus: ["lead.transferred"] },
    relation: "=",
    right: { plus: [{ indicator: "lead.closed", where: { outcome: "not-ours" } }] },
    periods: "each",
    areas: "district",
    source: { zh: "同一事项两处计数，必须一致", en: "One thing counted in two ways must agree" },
  }),
  defineRule({
    id: "lead.feedback-within-named",
    title: { zh: "已反馈 ≤ 查结实名线索", en: "With feedback ≤ named leads closed" },
    left: { plus: ["lead.feedback"] },
    relation: "<=",
    right: { plus: ["lead.closed-named"] },
    periods: "each",
    areas: "district",
    source: { zh: "部分不大于整体", en: "A part is not more than its whole" },
  }),
];

export default { register, indicators: [...counts, ...results, ...rates, inTime], rules } satisfies Chapter;
