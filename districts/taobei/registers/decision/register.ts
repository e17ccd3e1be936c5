import {
  area,
  choice,
  count,
  date,
  defineRegister,
  flag,
  type RegisterInput,
  text,
  type Words,
} from "huimou";
import { articleOf } from "../../article.ts";

export const owner = { zh: "区政府办公室", en: "District Government Office" };
export const procedure = {
  zh: "《重大行政决策程序暂行条例》（2019年9月1日起施行）",
  en: "Provisional Regulations on the Procedure of Major Administrative Decisions, in force since 1 September 2019",
};
export const since = "2019-09-01";
export const titled = (zh: string, en: string): Words => ({ zh, en });
const article = articleOf({
  zh: "《重大行政决策程序暂行条例》",
  en: "Provisional Regulations on Major Administrative Decisions",
});
/** 示例: the district's own rule of procedure for the four kinds of matters is not public. */
const example = titled(
  "示例：本区“三重一大”议事规则未公开",
  "Example: the district's own rule of procedure is not public",
);

type Check = NonNullable<RegisterInput["checks"]>[number];
/** Said of every matter that has been voted on. */
const voted = (id: string, title: Words, must: Check["must"], more: Check["when"] = []): Check => ({
  id,
  title,
  when: [{ field: "state", in: ["decided", "published", "evaluated"] }, ...more],
  must,
  source: example,
});
/** `share` of those entitled are present: `times` × present ≥ `of` × entitled. */
const quorum = (of: string, times: string) =>
  ({
    left: { product: [{ constant: of }, { field: "entitled" }] },
    relation: "<=",
    right: { product: [{ constant: times }, { field: "present" }] },
  }) as const;

const administrative = { field: "class", in: ["matter", "project"] } as const;

export const register = defineRegister({
  name: "decision",
  title: titled("“三重一大”决策", "Major decisions"),
  description: titled(
    "一个事项一条记录：属哪一类，征求意见多少天，专家论证和合法性审查何时完成，到会和表决情况，有没有不同意见，何时公布。",
    "One record for each matter: its class, how long comment was open, when experts and lawyers had looked at it, attendance and votes, whether there was dissent, when it was published.",
  ),
  owner,
  visibility: "open",
  key: { title: titled("事项编号", "Number of the matter"), schema: text().regex(/^JC-20\d{2}-\d{3}$/) },
  fields: {
    area: { title: titled("地区", "Place"), schema: area() },
    class: {
      title: titled("事项类别", "Class"),
      schema: choice({
        matter: titled("重大事项决策", "Major matters"),
        personnel: titled("重要干部任免", "Appointments of leading officials"),
        project: titled("重大项目安排", "Major projects"),
        money: titled("大额度资金使用", "Use of large sums"),
      }),
    },
    proposed: { title: titled("提出日期", "Proposed on"), schema: date() },
    "comment-short": {
      title: titled("征求意见不足三十日的原因", "Why comment was open for less than thirty days"),
      schema: text(100).optional(),
    },
    experts: { title: titled("专家论证日期", "Experts heard on"), schema: date().optional() },
    risk: { title: titled("风险评估日期", "Risks assessed on"), schema: date().optional() },
    legality: { title: titled("合法性审查意见日期", "Legality opinion of"), schema: date().optional() },
    party: { title: titled("报告党委日期", "Reported to the party committee"), schema: date().optional() },
    entitled: { title: titled("应到人数", "Entitled to vote"), schema: count().optional(), unit: "person" },
    present: { title: titled("实到人数", "Present"), schema: count().optional(), unit: "person" },
    "in-favour": { title: titled("赞成", "In favour"), schema: count().optional(), unit: "person" },
    against: { title: titled("反对", "Against"), schema: count().optional(), unit: "person" },
    abstained: { title: titled("弃权", "Abstained"), schema: count().optional(), unit: "person" },
    "head-last": { title: titled("主要负责人末位发言", "The head spoke last"), schema: flag().optional() },
    dissent: { title: titled("记录了不同意见", "Dissent was recorded"), schema: flag().optional() },
  },
  area: "area",
  lifecycle: {
    initial: "proposed",
    states: {
      proposed: { title: titled("已提出", "Proposed") },
      comment: { title: titled("公开征求意见", "Open for comment") },
      review: { title: titled("合法性审查", "Under legal review") },
      decided: { title: titled("已决定", "Decided") },
      published: { title: titled("已公布", "Published") },
      evaluated: { title: titled("已后评估", "Evaluated") },
      dropped: { title: titled("未通过或撤回", "Not passed or withdrawn") },
    },
    transitions: [
      { from: "proposed", to: "comment" },
      { from: "proposed", to: "review" },
      { from: "comment", to: "review", requires: ["experts", "risk"] },
      {
        from: "review",
        to: "decided",
        requires: ["entitled", "present", "in-favour", "against", "abstained"],
      },
      { from: "proposed", to: "dropped", reason: true },
      { from: "comment", to: "dropped", reason: true },
      { from: "review", to: "dropped", reason: true },
      { from: "decided", to: "published" },
      { from: "published", to: "evaluated" },
    ],
  },
  checks: [
    voted("quorum", titled("到会人数过半方可表决", "A vote needs half of those entitled"), quorum("1", "2")),
    voted(
      "quorum-personnel",
      titled("任免干部须三分之二以上到会", "On appointments two thirds must be present"),
      quorum("2", "3"),
      [{ field: "class", in: ["personnel"] }],
    ),
    voted("votes", titled("赞成 + 反对 + 弃权 = 实到", "In favour + against + abstained = present"), {
      left: { sum: [{ field: "in-favour" }, { field: "against" }, { field: "abstained" }] },
      relation: "=",
      right: { field: "present" },
    }),
    voted("present-within-entitled", titled("实到不多于应到", "No more are present than are entitled"), {
      left: { field: "present" },
      relation: "<=",
      right: { field: "entitled" },
    }),
    voted("majority", titled("赞成过半方为通过", "A matter passes by more than half of those present"), {
      left: { field: "present" },
      relation: "<",
      right: { product: [{ constant: "2" }, { field: "in-favour" }] },
    }),
    {
      id: "review-first",
      title: titled("未经合法性审查，不得提交讨论", "Nothing is discussed without a legality opinion"),
      when: [
        administrative,
        { field: "proposed", from: since },
        { field: "state", in: ["decided", "published", "evaluated"] },
      ],
      must: { set: ["legality", "experts", "risk", "party"] },
      source: article(
        25,
        "未经审查或经审查不合法的，不得提交决策机关讨论",
        "what was not reviewed is not put to discussion",
      ),
    },
    {
      id: "head-last",
      title: titled("主要负责人末位发言并有记录", "The head speaks last, on record"),
      when: [
        administrative,
        { field: "proposed", from: since },
        { field: "state", in: ["decided", "published", "evaluated"] },
      ],
      must: {
        where: [
          { field: "head-last", in: [true] },
          { field: "dissent", set: true },
        ],
      },
      source: article(
        30,
        "行政首长最后发表意见，会议如实记录不同意见",
        "the head speaks last, and dissent is recorded",
      ),
    },
  ],
  waits: [
    {
      id: "comment",
      title: titled("公开征求意见", "Public comment"),
      where: [administrative],
      from: { entered: "comment" },
      until: { states: ["review"] },
      rules: [
        {
          value: 30,
          unit: "day",
          effectiveFrom: since,
          endsOnRestDay: true,
          source: article(
            15,
            "期限一般不少于三十日；缩短的说明原因",
            "as a rule not less than thirty days; a shorter time gives its reason",
          ),
        },
      ],
      unless: "comment-short",
    },
    {
      id: "legal-review",
      title: titled("合法性审查", "Legal review"),
      where: [administrative],
      from: { entered: "review" },
      until: { states: ["decided"] },
      rules: [
        {
          value: 7,
          unit: "workday",
          effectiveFrom: since,
          source: article(26, "一般不少于七个工作日", "as a rule not less than seven working days"),
        },
      ],
    },
  ],
  deadlines: [
    {
      id: "publish",
      title: titled("公布决定", "Publish the decision"),
      where: [{ field: "class", in: ["matter", "project", "money"] }],
      from: { entered: "decided" },
      until: { states: ["published"] },
      rules: [
        {
          value: 20,
          unit: "workday",
          effectiveFrom: "2008-05-01",
          source: {
            zh: "《中华人民共和国政府信息公开条例》：自信息形成之日起20个工作日内公开；用于本台账为示例",
            en: "Regulations on the Disclosure of Government Information: within 20 working days of its making; its use here is an example",
          },
        },
      ],
    },
  ],
  source: procedure,
});
