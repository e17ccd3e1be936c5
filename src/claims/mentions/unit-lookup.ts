import { units } from "../../quantity/index.ts";
import { ABSTRACT_CLASSIFIERS, PROSE_UNITS, type ProseDimension, type Trust } from "../dictionary/units.ts";
import { endOfMatch } from "./context.ts";

/** A unit or classifier as it stands in prose. */
export interface ProseUnit {
  readonly symbol: string;
  readonly dimension: ProseDimension;
  readonly trust: Trust;
}

/**
 * The unit whose symbol stands at an offset, the longest of several; with what it is per, where that follows
 * (微克/立方米, 公里/百平方公里, 元/人·月). A unit in Latin letters must not run on into a word.
 */
export function proseUnitAt(text: string, offset: number): ProseUnit | null {
  const unit = simpleUnitAt(text, offset);
  if (unit === null) return null;
  const start = offset + unit.symbol.length;
  let end = start;
  for (;;) {
    const link = text.charAt(end);
    if (!(link === "/" || (link === "每" && unit.trust === "measure") || (link === "·" && end > start)))
      break;
    const rank = endOfMatch(PER_RANK, text, end + 1);
    const per = (rank < 0 ? null : simpleUnitAt(text, rank)) ?? simpleUnitAt(text, end + 1);
    if (per === null) break;
    end = text.indexOf(per.symbol, end + 1) + per.symbol.length;
  }
  const symbol = text.slice(offset, end);
  return symbol === unit.symbol ? unit : { symbol, dimension: "rate", trust: "measure" };
}

/** 公里/百平方公里, 毫克/100毫升 */
const PER_RANK = /10{1,5}|[百千万]/y;

function simpleUnitAt(text: string, offset: number): ProseUnit | null {
  for (const unit of byFirst.get(text.charAt(offset)) ?? []) {
    if (!text.startsWith(unit.symbol, offset)) continue;
    const next = text.charAt(offset + unit.symbol.length);
    if (LATIN.test(unit.symbol) && LATIN.test(next)) continue;
    if (next !== "" && HEADS[unit.symbol]?.includes(next)) continue;
    return unit;
  }
  return null;
}

const LATIN = /[A-Za-z]$/;

/** What follows a classifier that is the head of a word there: 12部门, 20发放. */
const HEADS: Readonly<Record<string, string>> = {
  省: "级委道内外会",
  市: "场政委值级民区直属内外重",
  县: "域级委乡区直内外",
  乡: "村镇间亲级土",
  镇: "区级村街乡",
  村: "民庄委屯级两居干",
  人: "民大",
  通: "过知报道信常车讯告",
  双: "拥向边方重创减控月周语随评",
  发: "放布生展现出电明行文货票证热改",
  部: "门署队委长",
  处: "置理罚分长",
  位: "于置列居次",
  组: "织建合成长",
  单: "位元",
  家: "长庭属园",
  面: "积向对临貌",
  路: "公灯段面口线由径网桥边旁电车长东南西北",
  期: "间末内",
  行: "动业政",
  排: "查放水污",
  出: "台动现",
  站: "点位",
  局: "长",
  集: "中体团",
  节: "约能",
  包: "括",
  门: "诊户",
  字: "样号",
  级: "别",
};

/** Dimensions whose units are classifiers of Chinese, before which a numeral may be part of a name. */
const CLASSIFIED = new Set(["count", "person", "household", "attendance", "dose"]);
const ABSTRACT: ReadonlySet<string> = new Set(ABSTRACT_CLASSIFIERS);

/** 万人 and 亿元 are a number and a unit here: the number takes the rank. */
const RANKED = /^[万亿]/;

const fromQuantity: readonly ProseUnit[] = units.flatMap((unit) =>
  unit.symbols
    // at the end of a text stands no unit, not the one that has no symbol
    .filter((symbol) => symbol !== "" && !RANKED.test(symbol))
    .map((symbol) => ({
      symbol,
      dimension: unit.dimension,
      trust: ABSTRACT.has(symbol) ? "abstract" : CLASSIFIED.has(unit.dimension) ? "concrete" : "measure",
    })),
);

const all = new Map<string, ProseUnit>();
for (const [symbol, dimension, trust] of PROSE_UNITS) all.set(symbol, { symbol, dimension, trust });
for (const unit of fromQuantity) all.set(unit.symbol, unit);

const byFirst: ReadonlyMap<string, readonly ProseUnit[]> = Map.groupBy(
  [...all.values()].sort((one, other) => other.symbol.length - one.symbol.length),
  (unit) => unit.symbol.charAt(0),
);
