import type { Claim } from "../relate.ts";

/** What the words before a mean say that it is a mean over. */
export interface Over {
  /** a length of time, where it is told of each day, month or year */
  readonly time: "day" | "month" | "year" | null;
  /** the units that the number may stand in; where a noun is told, any classifier of it will do */
  readonly units: ReadonlySet<string>;
  /** what is counted, where it is named: 平均每个采样点; else empty */
  readonly noun: string;
  /** what the words behind the classifier name, whatever the classifier: 感染者 of 平均每例感染者; else empty */
  readonly named: string;
}

/** What a mean is over; null where the words tell of no mean. */
export function overOf(before: string): Over | null {
  const time = TIME.exec(before);
  if (time !== null) return { time: TIMES[time[1] ?? ""] ?? "year", units: new Set(), noun: "", named: "" };
  const short = SHORT.exec(before)?.[1];
  if (short !== undefined && short !== "平")
    return { time: null, units: SHORT_UNITS[short] ?? new Set([short]), noun: "", named: "" };
  const yields = YIELD.exec(before);
  if (yields !== null)
    return { time: null, units: new Set([yields[1] === "公顷" ? "公顷" : "亩"]), noun: "", named: "" };
  if (/平均班额/.test(before)) return { time: null, units: new Set(["个", "班"]), noun: "班级", named: "" };
  const single = SINGLE.exec(before);
  if (single !== null)
    return { time: null, units: unitsOf("个"), noun: single[1] ?? "", named: single[1] ?? "" };
  const owner = OWNER.exec(before)?.[1];
  if (owner !== undefined) return { time: null, units: new Set(), noun: owner, named: owner };
  const match = EACH.exec(before);
  if (match === null || !(before.includes("均") || BARE.test(before))) return null;
  const [, classifier = "", rest = ""] = match;
  const noun = rest.replace(MEASURED, "");
  const general = GENERAL.has(classifier);
  return {
    time: null,
    units: unitsOf(classifier),
    noun: general && noun.length >= 2 ? noun : "",
    named: rest,
  };
}

/** 年均, 日均查处, 平均每年, 每年新增: a mean over time. */
const TIME =
  /(?:平均每|平均一|每|折合?)?(日|天|月|年)(?:(?<=[日天月年])均|(?<=(?:平均一|[每折合])[日天月年]))[^,，;\d]{0,8}$/;
const TIMES: Readonly<Record<string, Over["time"]>> = { 日: "day", 天: "day", 月: "month", 年: "year" };

/** 平均亩产, 每公顷产量 */
const YIELD = /(?:每)?(亩|公顷)(?:均)?产量?(?:达|为)?$|单产(?:达|为)?$/;
/** 企业平均产值: who has it on average. */
const OWNER =
  /(企业|学校|机构|项目|农户|社区|村庄|园区|景区|医院|工程|团队|窗口|站点|基地|车间|网点)平均[一-龥]{1,4}(?:达|为)?$/;

/** 单个项目平均投资, 单体平均: the mean of single ones. */
const SINGLE = /单(?:个([一-龥]{2,4})|体|项)平均[一-龥]{0,4}$/;

/** 户均, 校均, 人次均救助: the thing before 均. */
const SHORT = /(人次|企业|[一-龥])均(?![为已有在达未由按需能可衡匀])[^,，;]{0,8}$/;
const PERSONS = new Set(["人", "名", "位", "人次"]);
const SHORT_UNITS: Readonly<Record<string, ReadonlySet<string>>> = {
  人次: new Set(["人次"]),
  人: PERSONS,
  生: PERSONS,
  户: new Set(["户", "家"]),
  村: new Set(["个", "村"]),
  镇: new Set(["个", "镇"]),
  乡: new Set(["个", "乡"]),
  校: new Set(["所"]),
  室: new Set(["个", "间"]),
  队: new Set(["队", "支", "个"]),
  店: new Set(["家", "个"]),
  厂: new Set(["家"]),
  企: new Set(["家", "户"]),
  企业: new Set(["家", "户"]),
  案: new Set(["起", "件", "宗"]),
  单: new Set(["单", "件", "笔"]),
  船: new Set(["艘"]),
  站: new Set(["个", "座"]),
  班: new Set(["班", "个"]),
  笔: new Set(["笔"]),
  亩: new Set(["亩"]),
  车: new Set(["辆", "台"]),
  件: new Set(["件"]),
  台: new Set(["台"]),
  项: new Set(["项"]),
  场: new Set(["场", "场次", "家"]),
  次: new Set(["次", "人次"]),
  组: new Set(["组", "个"]),
  床: new Set(["张"]),
  家: new Set(["家", "户"]),
  处: new Set(["处"]),
  座: new Set(["座"]),
  套: new Set(["套"]),
  园: new Set(["所", "家", "个"]),
  点: new Set(["个", "处"]),
  份: new Set(["份"]),
  批: new Set(["批", "批次"]),
  例: new Set(["例"]),
  起: new Set(["起"]),
};

/** 平均每个项目投资, 每个采样点平均采样, 平均救助水平为每人次: what follows 每. */
const EACH =
  /(?:每|平均单|(?:^|[,，、;(])单(?=[件台张套]$))(?:一)?(人次|家次|架次|公里|平方米|公顷|批次|场次|[室人户村镇乡校案站点园个家所件起条项笔亩车场台套期轮批班组队支座处名位艘辆间栋幢吨份头只株张例次])([一-龥]{0,12})$/;
/** 每户: told of each, with nothing between the thing and the number. */
const BARE = /(?:^|[,，、;(]|折合|摊到|合|即|相当于)(?:每|单(?=[件台张套]$))[一-龥]{1,7}$/;
/** What is told of each, behind the thing itself. */
const MEASURED =
  /(?:平均)?(?:投资|投入|补助|奖补|补贴|采样|检测|配备|配有|拥有|服务|覆盖|惠及|涉及|救助|损失|贷款|获贷|发放|安排|分配|容纳|收治|接待|培训|受益|就业|带动|增加|新增|负担|接种|判定|查处|扣押|缴获|承担|管理|产出|达到?|约为?|为|有)[一-龥]{0,4}$|平均$/;
/** Classifiers of things of many kinds: what they are of is told behind them. */
const GENERAL = new Set(["个", "家", "所", "支", "座", "处", "项", "条", "名", "件"]);

function unitsOf(classifier: string): ReadonlySet<string> {
  if (/[人名位]/.test(classifier) && classifier !== "人次") return PERSONS;
  return new Set([classifier, `${classifier}次`, ...(SHORT_UNITS[classifier] ?? [])]);
}

/** 每户补助3000元: a rate that was set, which need not be the mean. */
export function isBareEach({ before }: Claim): boolean {
  return !/均|产量|单产/.test(before);
}
