import { z } from "zod";
import { amount, area, defineRegister, type RecordView, text } from "../registers/index.ts";
import type { Breakdown } from "./cell-table.ts";

/** A recorded reason why a rule does not hold at a place: it counts only for the whole difference. */
export interface Explanation {
  readonly rule: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown: Breakdown;
  /** left − right, decimal string */
  readonly amount: string;
  readonly account: string;
  readonly actor: string;
}

/**
 * The register of explanations that every district keeps: a rule that does not hold stops a release
 * unless the difference is accounted for here, and the account is published beside the rule.
 */
export const explanationRegister = defineRegister({
  name: "explanation",
  title: { zh: "差异说明", en: "Explanations" },
  description: {
    zh: "勾稽关系不成立时，对差额的书面说明；与规则一并公布",
    en: "Written accounts of differences where a reconciliation does not hold; published beside the rule",
  },
  owner: { zh: "数据归口管理单位", en: "the unit in charge of the data" },
  visibility: "open",
  key: { title: { zh: "说明编号", en: "Explanation number" }, schema: z.string().regex(/^[A-Z0-9-]{1,32}$/) },
  fields: {
    rule: { title: { zh: "规则", en: "Rule" }, schema: text(100) },
    place: { title: { zh: "地区", en: "Area" }, schema: area() },
    period: { title: { zh: "期间", en: "Period" }, schema: text(20) },
    dimension: { title: { zh: "分组", en: "Dimension" }, schema: text(50).optional() },
    value: { title: { zh: "组别", en: "Value" }, schema: text(100).optional() },
    amount: { title: { zh: "差额", en: "Difference (left − right)" }, schema: amount(6) },
    account: { title: { zh: "说明", en: "Account" }, schema: text(500) },
    accepted: { title: { zh: "认可人职务", en: "Role that accepted it" }, schema: text(100) },
  },
  area: "place",
  lifecycle: {
    initial: "accepted",
    states: {
      accepted: { title: { zh: "已认可", en: "Accepted" } },
      withdrawn: { title: { zh: "已撤回", en: "Withdrawn" } },
    },
    transitions: [{ from: "accepted", to: "withdrawn", reason: true }],
  },
  source: {
    zh: "本系统规则：差异须经说明方可发布",
    en: "Rule of this system: a difference is explained or not released",
  },
});

/** The explanation that a record of that register gives; null where it was withdrawn. */
export function explanationOf(view: RecordView): Explanation | null {
  if (view.gone || view.state !== "accepted") return null;
  const read = (name: string) => String(view.fields[name] ?? "");
  const dimension = read("dimension");
  return {
    rule: read("rule"),
    area: read("place"),
    period: read("period"),
    breakdown: dimension === "" ? {} : { [dimension]: read("value") },
    amount: read("amount"),
    account: read("account"),
    actor: read("accepted"),
  };
}
