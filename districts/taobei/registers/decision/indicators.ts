import { defineIndicator, type Words } from "huimou";
import { owner, procedure, since, titled } from "./register.ts";

const facts = {
  register: "decision",
  owner,
  frequency: "quarter",
  source: procedure,
  finest: { area: "district", period: "month" },
  by: ["class"],
  unit: "project",
  measure: { count: true },
  nature: "flow",
  date: { entered: "decided" },
} as const;
const decided = { field: "state", in: ["decided", "published", "evaluated"] } as const;

const counts = [
  defineIndicator({
    ...facts,
    id: "decision.decided",
    title: titled("集体决策事项", "Matters decided"),
    definition: titled(
      "报告期内集体讨论决定的“三重一大”事项数，按决定日期计。",
      "Major matters decided in the period, by the day of the decision.",
    ),
    basis: titled(
      "按四类分列；未通过或撤回的不计。",
      "By the four classes; those not passed or withdrawn are out.",
    ),
    where: [decided],
  }),
  defineIndicator({
    ...facts,
    id: "decision.commented",
    title: titled("公开征求过意见的事项", "Matters that were open for comment"),
    definition: titled(
      "报告期内决定、依法应满三十日征求意见的事项数。",
      "Matters decided in the period for which comment was to be open for thirty days.",
    ),
    basis: titled(
      "限2019年9月1日以后征求意见的重大事项和重大项目。",
      "Major matters and projects whose comment began on or after 1 September 2019.",
    ),
    where: [decided, { field: "class", in: ["matter", "project"] }, { field: "proposed", from: since }],
  }),
  defineIndicator({
    ...facts,
    id: "decision.comment-kept",
    title: titled("征求意见满三十日的事项", "Matters open for comment for thirty days"),
    definition: titled(
      "上列事项中，公开征求意见不少于三十日的个数。",
      "Of these, those for which comment was open for not less than thirty days.",
    ),
    basis: titled("缩短且说明原因的不计入。", "Those that were shorter are out, whatever the reason."),
    where: [
      decided,
      { field: "class", in: ["matter", "project"] },
      { field: "proposed", from: since },
      { wait: "comment", kept: true },
    ],
    better: "more",
  }),
  defineIndicator({
    ...facts,
    id: "decision.review-kept",
    title: titled("合法性审查满七个工作日的事项", "Matters reviewed for seven working days"),
    definition: titled(
      "上列事项中，合法性审查不少于七个工作日的个数。",
      "Of these, those whose legal review took not less than seven working days.",
    ),
    basis: titled("自送审次日起算。", "Counted from the day after it began."),
    where: [
      decided,
      { field: "class", in: ["matter", "project"] },
      { field: "proposed", from: since },
      { wait: "legal-review", kept: true },
    ],
    better: "more",
  }),
  defineIndicator({
    ...facts,
    id: "decision.dissent",
    title: titled("记录了不同意见的事项", "Matters with dissent on record"),
    definition: titled(
      "报告期内决定、会议记录载有不同意见的事项数。",
      "Matters decided in the period on which dissent was recorded.",
    ),
    basis: titled("只记有无，不记何人。", "Whether there was any, not whose."),
    where: [decided, { field: "dissent", in: [true] }],
  }),
  ...(["in-time", "late"] as const).map((met) =>
    defineIndicator({
      ...facts,
      id: `decision.published-${met}`,
      title:
        met === "in-time"
          ? titled("按期公布的决定", "Decisions published in time")
          : titled("逾期公布的决定", "Decisions published late"),
      definition: titled(
        `报告期内决定、${met === "in-time" ? "二十个工作日以内" : "二十个工作日以后"}公布的事项数。`,
        `Matters decided in the period that were published ${met === "in-time" ? "within" : "after"} twenty working days.`,
      ),
      basis: titled(
        "按决定日期归期；干部任免不在其内。",
        "By the day of the decision; appointments are out.",
      ),
      where: [{ deadline: "publish", met }],
      better: met === "in-time" ? "more" : "less",
    }),
  ),
];

const share = (id: string, title: Words, definition: Words, part: string, whole: string) =>
  defineIndicator({
    id,
    title,
    definition,
    unit: "percent",
    basis: titled("同分子、分母的口径。", "As its two parts."),
    owner,
    frequency: "quarter",
    source: procedure,
    formula: { share: { part, whole } },
    better: "more",
  });

const rates = [
  share(
    "decision.comment-rate",
    titled("征求意见满三十日的比例", "Share open for comment for thirty days"),
    titled(
      "应征求意见的事项中，满三十日的百分比。",
      "Per hundred matters that were to be open for thirty days.",
    ),
    "decision.comment-kept",
    "decision.commented",
  ),
  share(
    "decision.review-rate",
    titled("合法性审查满七个工作日的比例", "Share reviewed for seven working days"),
    titled("应审查的事项中，审查满七个工作日的百分比。", "Per hundred matters that were to be reviewed."),
    "decision.review-kept",
    "decision.commented",
  ),
  defineIndicator({
    id: "decision.published",
    title: titled("公布的决定", "Decisions published"),
    definition: titled(
      "报告期内决定、已经公布的事项数。",
      "Matters decided in the period that have been published.",
    ),
    unit: "project",
    basis: titled("按期与逾期之和。", "Those in time and those late."),
    owner,
    frequency: "quarter",
    source: procedure,
    decimals: 0,
    formula: { sum: { plus: ["decision.published-in-time", "decision.published-late"] } },
  }),
  share(
    "decision.publish-rate",
    titled("按期公布的比例", "Share published in time"),
    titled("已公布的决定中，按期公布的百分比。", "Decisions published in time per hundred published."),
    "decision.published-in-time",
    "decision.published",
  ),
];

/** In the order in which the site shows them. */
export const indicators = [...counts, ...rates];
