import { wholeOf } from "../checks/shares.ts";

/** What the words before a percentage say of it. */
export interface Cue {
  /** what the whole is called, as far as the words tell */
  readonly whole: string;
  /** what the part is called or what was done to it */
  readonly part: string;
  /** 占总数的: of all that the text speaks of */
  readonly all: boolean;
  /** a rate by its name (检测率), not told by 占 or 为…的 */
  readonly rate: boolean;
}

/** What the words before a percentage say that it is a share of; null where they tell of no share. */
export function cueOf(before: string): Cue | null {
  const target = OF.exec(before)?.[1];
  const all = /占(?:总[数量额]|全[区市县省镇])的?$/.test(before);
  if (target !== undefined) return { whole: target, part: "", rate: false, all };
  const whole = wholeOf(before);
  if (whole !== null) {
    const named = /([一-龥]{2,8}?)(?:所?占比?重?|占比)(?:为|达)?$/.exec(before)?.[1] ?? "";
    return { whole, part: whole === "" ? named : "", rate: false, all };
  }
  const rate = RATE.exec(before)?.[1];
  return rate === undefined || OWN.test(rate) ? null : { whole: "", part: rate, rate: true, all };
}

/** 为公益金的30%, 完成预算的103%, 达到年度计划的82%. */
const OF =
  /(?:为|达到?|完成|是|相当于|等于|用)(?:了|全?年度?|年初|其|[区县市省]级)*([一-龥]{2,12}?)(?:总额|总数|总量|数)?的$/;
const RATE = /([一-龥]{1,8}(?:[率比面]|比例|进度|系数)|满意度)(?:达到?|为|是|约|仅为?|:)*$/;
/** Rates of a change, of an economy or of a population, whose base is another. */
const OWN =
  /出生率|死亡率|城镇化率|增长率|增速|下降率|失业率|利率|汇率|税率|费率|负债率|周转率|自然|发案率|升学率|入学率|巩固率|绿化率|森林|满意率|知晓率|贡献率|化率|同比|环比|降幅|压减率|压降率|减少率|生育|性别比|收入比|及格率|优良/;
