import { area, choice, count, date, defineRegister, flag, handOver, text } from "huimou";

export const owner = {
  zh: "区委政法委（区扫黑办）",
  en: "Political and Legal Affairs Commission (anti-crime office)",
};
export const campaign = {
  zh: "《中共中央、国务院关于开展扫黑除恶专项斗争的通知》（2018年）",
  en: "Notice on the special campaign against organised crime (Central Committee and State Council, 2018)",
};
export const finest = { area: "district", period: "year" } as const;

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

export const register = defineRegister({
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
