import { defineIndicator } from "huimou";
import { owner, source, titled } from "./register.ts";

const facts = {
  register: "finding",
  owner,
  frequency: "month",
  source,
  finest: { area: "district", period: "month" },
  by: ["origin", "class"],
  unit: "piece",
} as const;
const counted = { ...facts, measure: { count: true } } as const;
const closedStates = ["closed", "long-term"];

const counts = [
  defineIndicator({
    ...counted,
    id: "finding.found",
    title: titled("发现问题", "Problems found"),
    definition: titled(
      "报告期内巡察、审计反馈的问题个数，按反馈日期计。",
      "Problems that inspections and audits fed back in the period.",
    ),
    basis: titled(
      "按问题清单逐条计；同一问题涉及几个单位的计一次。",
      "As listed, one by one; a problem of several units counts once.",
    ),
    nature: "flow",
    date: { field: "fed" },
  }),
  defineIndicator({
    ...counted,
    id: "finding.known",
    title: titled("累计发现问题", "Problems found to date"),
    definition: titled(
      "到报告期末巡察、审计累计反馈的问题个数。",
      "Problems that inspections and audits had fed back by the end of the period.",
    ),
    basis: titled("时点数。", "A stock."),
    nature: "stock",
  }),
  defineIndicator({
    ...counted,
    id: "finding.closed",
    title: titled("整改销号问题", "Problems closed"),
    definition: titled(
      "到报告期末已三方验收销号，或者转为长期坚持的问题个数。",
      "Problems that by the end of the period were accepted by three parties and closed, or turned into work that is kept up for good.",
    ),
    basis: titled(
      "时点数。重新整改的，重新整改期间不计入。",
      "A stock. A reopened problem is out while it is open again.",
    ),
    nature: "stock",
    where: [{ field: "state", in: closedStates }],
    better: "more",
  }),
  defineIndicator({
    ...counted,
    id: "finding.long-term",
    title: titled("其中长期坚持的问题", "Of these, kept up for good"),
    definition: titled(
      "到报告期末转为长期坚持的问题个数。",
      "Problems turned into work that is kept up for good.",
    ),
    basis: titled("时点数；是整改销号问题的一部分。", "A stock; a part of the problems closed."),
    nature: "stock",
    where: [{ field: "state", in: ["long-term"] }],
  }),
  defineIndicator({
    ...counted,
    id: "finding.open",
    title: titled("未销号问题", "Problems open"),
    definition: titled("到报告期末尚未销号的问题个数。", "Problems not closed at the end of the period."),
    basis: titled("时点数。含已整改待验收的。", "A stock. Includes those mended and not accepted yet."),
    nature: "stock",
    where: [
      {
        field: "state",
        in: ["found", "offered", "returned", "taken", "planned", "working", "done", "accepted"],
      },
    ],
    better: "less",
  }),
  defineIndicator({
    ...counted,
    id: "finding.overdue",
    title: titled("逾期未改问题", "Problems overdue"),
    definition: titled(
      "到报告期末超过整改期限、尚未整改完成的问题个数。",
      "Problems whose date had passed at the end of the period and that were not mended.",
    ),
    basis: titled("时点数。以整改清单所列期限为准。", "A stock, by the date on the list of rectification."),
    nature: "stock",
    where: [{ deadline: "mend", met: "overdue" }],
    better: "less",
  }),
  defineIndicator({
    ...counted,
    id: "finding.returned",
    title: titled("退回问题", "Problems returned"),
    definition: titled(
      "报告期内被交办单位退回的次数。",
      "Times in the period that a unit returned a problem that it was offered.",
    ),
    basis: titled(
      "一个问题退回几次，计几次；退回须写明理由和依据。",
      "Each return counts; a return cites its grounds.",
    ),
    nature: "flow",
    date: { each: "returned" },
    by: ["return-grounds"],
    better: "less",
  }),
  ...(["in-time", "late"] as const).map((met) =>
    defineIndicator({
      ...counted,
      id: `finding.mended-${met}`,
      title:
        met === "in-time"
          ? titled("按期整改问题", "Problems mended in time")
          : titled("逾期整改问题", "Problems mended late"),
      definition:
        met === "in-time"
          ? titled(
              "报告期内到期的问题中，按期整改完成的个数。",
              "Problems due in the period that were mended in time.",
            )
          : titled(
              "报告期内到期的问题中，逾期后才整改完成的个数。",
              "Problems due in the period that were mended after their date.",
            ),
      basis: titled("按整改期限归期。", "By the date on the list of rectification."),
      nature: "flow",
      date: { field: "due" },
      where: [{ deadline: "mend", met }],
      better: met === "in-time" ? "more" : "less",
    }),
  ),
];

const rateFacts = { owner, frequency: "month", source, unit: "percent" } as const;

const rates = [
  defineIndicator({
    ...rateFacts,
    id: "finding.mended",
    title: titled("到期并整改问题", "Problems due and mended"),
    definition: titled(
      "报告期内到期的问题中，已整改完成的个数。",
      "Problems due in the period that have been mended.",
    ),
    unit: "piece",
    basis: titled("按期与逾期之和。", "Those in time and those late."),
    decimals: 0,
    formula: { sum: { plus: ["finding.mended-in-time", "finding.mended-late"] } },
  }),
  defineIndicator({
    ...rateFacts,
    id: "finding.in-time-rate",
    title: titled("按期整改率", "Share mended in time"),
    definition: titled(
      "到期并整改的问题中，按期整改的百分比。",
      "Problems mended in time per hundred mended.",
    ),
    basis: titled(
      "未整改完成的不在分母，另见逾期未改问题。",
      "Those not mended are out: see problems overdue.",
    ),
    formula: { share: { part: "finding.mended-in-time", whole: "finding.mended" } },
    better: "more",
  }),
  defineIndicator({
    ...rateFacts,
    id: "finding.closing-rate",
    title: titled("整改销号率", "Share closed"),
    definition: titled(
      "到报告期末，已销号问题占累计发现问题的百分比。",
      "Problems closed by the end of the period per hundred found by then.",
    ),
    basis: titled(
      "分子、分母都是时点数，自首轮巡察以来累计。",
      "A stock over a stock, both since the first round.",
    ),
    formula: { share: { part: "finding.closed", whole: "finding.known" } },
    better: "more",
  }),
];

/** In the order in which the site shows them. */
export const indicators = [...counts, ...rates];
