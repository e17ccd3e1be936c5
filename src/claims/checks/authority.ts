import type { Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { sentenceAt } from "./groups.ts";

/**
 * Who may start what response to a public health emergency (突发公共卫生事件应急条例, art. 26 and 27; national and
 * provincial plans): level Ⅰ the state or a province, Ⅱ a province, Ⅲ a city with districts, Ⅳ a county or district.
 * A district or county that says that it started a higher level carried out the decision of another.
 */
export function checkAuthority(relations: Relations): Finding[] {
  const { text } = relations;
  const findings: Finding[] = [];
  for (const match of text.matchAll(STARTED)) {
    const level = LEVELS[match[2] ?? ""];
    if (level === undefined) continue;
    const start = sentenceAt(relations, match.index)?.sentence.start ?? 0;
    const before = text.slice(start, match.index);
    const government = governmentIn(before);
    if (government === null || government.rank <= level.needs) continue;
    // 按照省的决定, 执行省级: it says whose decision it carries out
    if (UNDER_ORDER.test(before)) continue;
    const verb = match[1] ?? "";
    const at = start + government.at;
    findings.push({
      rule: "authority",
      verdict: "inconsistent",
      spans: [
        [at, at + government.name.length],
        [match.index, match.index + match[0].length],
      ],
      arithmetic: `${level.name}级: ${RANKS[level.needs]?.zh ?? ""} ≠ ${RANKS[government.rank]?.zh ?? ""}`,
      message: {
        zh: `${RANKS[government.rank]?.zh ?? ""}无权${verb}${level.name}级应急响应，应写明执行${RANKS[level.needs]?.zh ?? ""}${level.name}级应急响应的决定`,
        en: `a ${RANKS[government.rank]?.en ?? ""} cannot start a level ${level.name} response; say which ${RANKS[level.needs]?.en ?? ""} decision it carried out`,
      },
    });
  }
  return findings;
}

const STARTED =
  /(启动|发布|宣布启动|宣布)(?:了)?(?:[一-龥]{0,14}?)([ⅠⅡⅢⅣ]|I{1,3}V?|IV|[一二三四1-4])级(?:[一-龥]{0,6})?(?:应急)?响应/g;

/** Ranks of government: 1 province or state, 2 city with districts, 3 district or county. */
const RANKS: Readonly<Record<number, { zh: string; en: string }>> = {
  1: { zh: "省级", en: "provincial" },
  2: { zh: "市级", en: "city" },
  3: { zh: "县(区)级", en: "district or county" },
};

const LEVELS: Readonly<Record<string, { name: string; needs: number }>> = {
  ...levels("Ⅰ", 1, "Ⅰ", "I", "一", "1"),
  ...levels("Ⅱ", 1, "Ⅱ", "II", "二", "2"),
  ...levels("Ⅲ", 2, "Ⅲ", "III", "三", "3"),
  ...levels("Ⅳ", 3, "Ⅳ", "IV", "四", "4"),
};

function levels(
  name: string,
  needs: number,
  ...written: string[]
): Record<string, { name: string; needs: number }> {
  return Object.fromEntries(written.map((it) => [it, { name, needs }]));
}

/** The government that the sentence is about: the first one that heads a clause, else 全区, 我县 or the like. */
function governmentIn(before: string): { rank: number; at: number; name: string } | null {
  const match = HEAD.exec(before) ?? OWN.exec(before);
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const rank = /省|自治区$|国务院|国家/.test(name) ? 1 : /市/.test(name) ? 2 : 3;
  return { rank, at: match.index + match[0].length - name.length, name };
}

const HEAD =
  /(?:^|[,，;、"“ ]|[日时初底末后来])((?:国务院|国家|[一-龥]{1,4}?(?:自治区|省|市|区|县|旗))(?:委|政府|人民政府)?)(?=[一-龥]|$)(?!域|内各)/;
const OWN = /([我全](?:省|市|区|县|旗)|[区县市](?:委|政府|疫情防控))/;
const UNDER_ORDER =
  /(?:按照|根据|执行|响应|遵照|贯彻|随着|依据)[^,，;]{0,16}(?:省|国家|国务院|自治区|上级|市)[^,，;]{0,16}(?:决定|要求|部署|指令|统一|公告|命令|安排)[^。;]{0,6}[,，]?$/;
