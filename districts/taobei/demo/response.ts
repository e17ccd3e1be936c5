import type { Action } from "huimou";
import { actsOf } from "./acts.ts";
import { district } from "./places.ts";

/**
 * The responses that the district carried out in 2020. The days on which the province declared, lowered and lowered
 * again are those that it made public; everything else is made up, the end of the last one too.
 */
const responses = [
  [
    "I",
    "started",
    "2020-01-25",
    "2020-02-26",
    "吉林省启动重大突发公共卫生事件一级响应的决定（2020年1月25日）",
  ],
  ["II", "lowered", "2020-02-26", "2020-03-20", "吉林省调整应急响应级别的决定（2020年2月26日）"],
  ["III", "lowered", "2020-03-20", "2020-06-30", "吉林省人民政府公告（2020年3月20日）"],
] as const;

const measures = {
  I: "暂停聚集活动；村屯和小区封闭管理；来返人员登记",
  II: "分区分级防控；有序复工复产",
  III: "常态化防控；学校错峰开学",
} as const;

/** The public health responses, alike at any scale: each carries out a decision of the province. */
export function* responses2020(): Generator<Action> {
  for (const [i, [level, act, began, end, document]] of responses.entries()) {
    const acts = actsOf("response", `YJ-2020-${String(i + 1).padStart(2, "0")}`, "区卫生健康局·应急办");
    yield acts.open(began, {
      area: district,
      level,
      act,
      "declared-by": "province",
      "upper-document": document,
      matter: "新冠肺炎疫情防控",
      expected: 30,
      measures: measures[level],
      began,
    });
    yield acts.advance(end, "ended", { end, "ended-by": "province" });
  }
}
