import { z } from "zod";
import { amount, area, choice, count, date, defineRegister, flag, text } from "../../src/registers/index.ts";

const words = (zh: string, en: string) => ({ zh, en });

/** A made-up register with a field of every form, one of them called like a control column. */
export const permit = defineRegister({
  name: "permit",
  title: words("占道许可", "Street permits"),
  description: words("示例", "an example"),
  owner: words("城管局", "Street office"),
  visibility: "open",
  key: { title: words("许可证号", "Permit number"), schema: text().regex(/^P-\d{4}$/) },
  fields: {
    kind: {
      title: words("类别", "Purpose"),
      schema: choice({
        market: words("集市", "Market"),
        works: words("施工", "Works"),
        other: words("其他", "Other"),
        // called like another: only its code names it
        rest: words("其他", "Rest"),
      }),
    },
    place: { title: words("地点", "Place"), schema: area() },
    granted: { title: words("批准日期", "Granted on"), schema: date() },
    stalls: { title: words("摊位数", "Stalls"), schema: count() },
    fee: { title: words("收费", "Fee"), schema: amount(2).optional() },
    paid: { title: words("已缴费", "Paid"), schema: flag().optional() },
    note: { title: words("备注", "Note"), schema: text(500).optional() },
    days: { title: words("使用日", "Days of use"), schema: z.array(z.iso.date()).optional() },
  },
  area: "place",
  lifecycle: {
    initial: "applied",
    states: {
      applied: { title: words("已申请", "Applied") },
      granted: { title: words("已批准", "Granted") },
      ended: { title: words("已终止", "Ended") },
    },
    transitions: [
      { from: "applied", to: "granted" },
      { from: "granted", to: "ended", reason: true },
    ],
  },
  source: words("示例", "an example"),
});
