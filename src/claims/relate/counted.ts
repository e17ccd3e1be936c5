import { FALLS, RISES } from "../dictionary/changes.ts";
import { ADVERBS, NOUN_ENDS, VERBS } from "../dictionary/verbs.ts";
import type { QuantityMention } from "../mentions/mention.ts";
import { CLAUSE_MARK } from "./structure.ts";
import { wordSet } from "./words.ts";

/** What stands around a quantity in its clause, between the quantities beside it. */
export interface Surroundings {
  /** from the last mark or quantity to the number */
  readonly before: string;
  /** from the unit to the next mark or quantity */
  readonly after: string;
}

/** What a quantity counts or measures, and the verb that says what happened to it; empty where none is told. */
export interface Counted {
  readonly noun: string;
  readonly verb: string;
  /** whether the noun was named here, not taken over from the quantity before */
  readonly own: boolean;
  /** whether it says of what kind or state it is, and not what: 其中农村2615户 */
  readonly kind: boolean;
}

/**
 * What is counted, from the words around the number: the noun after the unit (39名医疗卫生人员), else the noun
 * before the number without its verb and adverbs (共受理线索611条: 线索), else nothing (查结595条).
 */
export function countedBy(quantity: QuantityMention, { before, after }: Surroundings): Counted {
  const changes = isChange(quantity);
  const { noun: following } = changes ? { noun: "" } : nounAfter(after);
  const head = withoutEnd(withoutEnd(before.replace(/\([^()]*\)$/, "")).replace(PER_HEAD, ""));
  if (following.length > 1 || ONE_CHARACTER.test(following))
    return { noun: following, verb: verbIn(head), own: true, kind: false };
  // 搬进了75平方米的新居
  const bare = head === "" || verbs.startingAt(head, 0) === head.length;
  const owner = bare && !changes && after.startsWith("的") ? nounAfter(after.slice(1)).noun : "";
  if (owner.length > 1) return { noun: owner, verb: head, own: true, kind: false };
  const { noun, verb } = changes ? { noun: subjectOf(head), verb: "" } : nounBefore(head, quantity);
  const named =
    !LEVEL_BEFORE.test(before) &&
    (noun.length > 1 || ONE_CHARACTER.test(noun)) &&
    !(noun.length <= LONGEST_TIME && NO_THING.test(noun))
      ? noun
      : "";
  return { noun: named, verb, own: named !== "", kind: KIND.test(named) };
}

/** Whether a quantity tells how something changed or what share it holds, and so counts nothing itself. */
export function isChange({ kind }: QuantityMention): boolean {
  return kind === "ratio" || kind === "points" || kind === "multiple";
}

/** 较16日24时的462例: an earlier level of what was named before. */
const LEVEL_BEFORE = /^(?:比|较|与|同|是)[^,，;]{1,16}的$/;

/** Nouns of one character that prose counts. */
export const ONE_CHARACTER = /^[镇乡村县区市路桥渠井库塘校店厂船车猪牛羊鸡鱼]$/;

/** Which, and not what: 省级5个, 评为优秀的19个, 党的建设方面15个. */
const KIND =
  /^(?:(?:国家|省|市|县|区|部|厅|乡镇|镇|村)级(?:以上)?|公办|民办|城市|农村|城镇|乡村|国有|民营|男性?|女性?|在建|停建|续建|终止|优秀的?|良好的?|优良的?|合格的?|不合格的?|一般的?|满意|基本满意|不满意|限期|基本|省控|国控)$|(?:方面|领域)$/;

const LONGEST_TIME = 16;

/**
 * Words that say when, against what, how a level was set or how numbers go on, and so name nothing that is counted:
 * 比上年的, 为年初预算, 任务数为, 五年净增, 平均每个团伙, 逐年分别为.
 */
const NO_THING = new RegExp(
  `^${[
    "(?:(?:完成|达到|为|是|比|较|与|同|占|由|从|到)?",
    "(?:[上去前今本当往]年|[上本当]月|上?季度|上[一个]?[轮期届周次]|\\d{4}年|\\d{1,2}月|[一二三四五六七八九十几数两\\d]+[年月天]|年初|年末|年底|期初|期末|月末|同期|原来|原先|原有|过去|最初|当初|以前|此前|如今|目前|现在|全年|全月|历年|逐年|逐月|期间|这里|那里|那时|调整|年度|计划|目标|任务|预算|预期|既定|规划|平均|单笔|单项|每[年月周日天期次]|每[个家起村站点所班人户件例次项名条套]|户|村|人)*",
    "(?:的|间|来|前|后|时|末|底|初|同期|水平|任务|目标|计划|预算|数|额|实际|完成数|决算数|预算数|执行数|计划数|任务数|目标数|基数|总量|户数|人数|件数|净增|净减|增收|减收|新增|多|少|只|均|合计|共|分别|实际|实现|改|完成)*)",
    "$|^平均每.{0,5}$|^其中$",
  ].join("")}`,
);

/** 由每人每月, 从最初的: what stands between a noun and its first level. */
const PER_HEAD =
  /(?:[由从按]?(?:每[人户月年天日名个村亩])+|[由从]?(?:最初|原来|原先|过去|年初|[整治]{1,2}改?前|改革前|疫情前|上年|去年)的?|[由从](?:\d{4}年(?:末|底)?的?)?|[由从][^,，;由从]{0,7}(?:年|月|前|后|时|末|底|初|同期)的?|[比较][^,，;比较]{1,10}的|到\d{4}年(?:末|底)?的?)$/;

const verbs = wordSet(VERBS);
const adverbs = wordSet(ADVERBS);
const ends = wordSet(NOUN_ENDS);

/** The noun that begins right after a unit, up to a verb, an adverb or a particle. */
function nounAfter(after: string): { noun: string } {
  let at = 0;
  while (at < after.length) {
    if (at > 0 || !/^(?:以上|以下|以内|左右|及)/.test(after)) {
      const stop = ends.startingAt(after, at);
      if (stop > 0 && !((at > 0 || stop > 1) && goesOn(after, at, stop))) break;
      const verb = verbs.startingAt(after, at);
      if (verb > 1 && (at > 0 ? !goesOn(after, at, verb) : after.length - verb < 2)) break;
    } else break;
    at += 1;
  }
  const noun = after.slice(0, at).replace(/^[ "“”]+|[ "“]+$/g, "");
  return { noun: BECAME.test(noun) ? "" : noun };
}

/** Whether words begin with a verb, an adverb or a particle, and so name nothing that is counted: 设立了中医馆. */
export function beginsWithVerb(words: string): boolean {
  return verbs.startingAt(words, 0) > 1 || ends.startingAt(words, 0) > 0;
}

/** 由5万吨提升至8万吨: what became of it is no noun. */
const BECAME = new RegExp(`^(?:${RISES}|${FALLS}|调整|优化)$`);

/** Whether a word that would end a noun is a piece of it: 服务队, 整改措施, 行为人. */
function goesOn(after: string, at: number, length: number): boolean {
  // 常委会: where nothing follows it is no verb
  if (after.charAt(at) === "会" && at === after.length - 1) return true;
  if (length === 1) return INNER.test(after.slice(at, at + 2)) || BEHIND.test(after.slice(at - 1, at + 1));
  return SUFFIX.test(after.slice(at + length));
}

const BEHIND = /^(?:行为|作为|集中|其中|空中|初中|高中|校内|室内|国内|省内|党内|社会)$/;
const SUFFIX =
  /^(?:[队员站点人器率费金者群院所室厂车机网证书卡](?![一-龥]{0,2}[被已])|人员|单位|中心|机构|平台|队伍|设备|设施|对象|措施|问题|资金|制度|工程|项目|车间|基地|团伙|任务|事项)/;

/** Characters of {@link NOUN_ENDS} that are part of a noun here: 中学, 后备, 前科. */
const INNER =
  /^(?:中[学心医小层队]|后[备勤]|前[科台]|内[科设]|里[程]|为民|对象|与会|会[议员所]|应[急届]|有限|可[再]|能[源手]|无[人线]|时[段]|未成|等级|等候|全科|全日|不动)/;

/** Takes off what ties a number to its noun: 达到, 为, 共, 了. */
export function withoutEnd(before: string): string {
  let end = before.length;
  for (;;) {
    while (end > 0 && /[ "]/.test(before.charAt(end - 1))) end -= 1;
    const tie = ties.endingAt(before, end, 0);
    if (tie === 0) return before.slice(0, end);
    end -= tie;
  }
}

const ties = wordSet([
  "达到 达 为 是 有 了 共 共计 合计 总计 累计 累计达 分别 分别为 分别达 约 仅 各 均 至 到 约为 已 已达 完成 实现 控制在 稳定在 保持在 始终保持在 维持在 降至 升至 增至 减至 提至 降到 升到 增到 减到 扩大到 扩大至 扩大为 缩短至 缩短为 压减至 压减到 压缩为 提升为 提高为 增加为 增加至 减少至 上升至 下降至 提高到 下降到 增加到 减少到 上升到 压缩到 缩短到 降低到 提高至 压缩至 发展到 扩大到 提升到 提升至 由 从 近 超 超过 逾 不足 以 只 就 只有 还有 也 突破 平均 最高 最低 高达 多达 仅为 仅有 整整 依次 依次为 介于 大于 小于 多于 高于 低于 用去 压到 相差 余下 剩下 历时 为期 名列 进驻 排名 计 : ( “",
]);

/** What grows or holds a share: the words before the verb of change and the comparison. */
function subjectOf(head: string): string {
  const noun = head.replace(CHANGE, "");
  return withoutFront(noun, false);
}

const CHANGE =
  /(?:(?:[,，]|同比|环比|比[^,，;比较与]{1,14}|较[^,，;比较与]{1,12}|与[^,，;比较与]{1,12}相比|按可比价格(?:计算)?|名义|实际|年均|累计|预计|平均|约)*(?:净)?(?:增长|增加|提高|提升|上升|上涨|增产|增收|扩大|下降|减少|降低|回落|减产|缩短|压缩|缩减|精简|下滑|下跌|收窄|降幅|增幅|增速|占比?|占[^,，;]{0,14}的?|比重)(?:了|达|为|约|到|至|近|超|超过)*)+$/;

/** Takes time, place, adverbs and verbs off the front of a noun phrase; `verb`: also up to the last verb within. */
export function withoutFront(phrase: string, inside: boolean): string {
  let at = verbs.startingAt(phrase, 0) > 1 ? 0 : (FRONT.exec(phrase)?.[0].length ?? 0);
  for (;;) {
    while (at < phrase.length && /[ "”)\]]/.test(phrase.charAt(at))) at += 1;
    const rest = phrase.length - at;
    // 约谈 is no 约, 出动 no 出
    const word =
      longerVerb(phrase, at) || TERM_FRONT.test(phrase.slice(at, at + 4))
        ? 0
        : adverbs.startingAt(phrase, at);
    if (word === rest && word > 1) return "";
    const adverb = rest - word >= 2 && !/[性域]/.test(phrase.charAt(at + word)) ? word : 0;
    const verb = inside && adverb === 0 ? verbs.startingAt(phrase, at) : 0;
    const step =
      adverb > 1 || (adverb === 1 && SINGLE.test(phrase.charAt(at))) ? adverb : verb > 1 ? verb : 0;
    if (step === 0 || at + step >= phrase.length) break;
    at += step;
  }
  const noun = phrase.slice(Math.max(at, phrase.lastIndexOf("》") + 1)).replace(/^等|^[“"‘](?!.*[”"’])/, "");
  const of = noun.lastIndexOf("的");
  return (of >= 0 && noun.length - of > 2 ? noun.slice(of + 1) : noun).trim();
}

/** Terms that begin as an adverb does: 直接经济损失, 超速行驶, 和美乡村. */
const TERM_FRONT = /^(?:直接[财经]|超[速员载限标]|和美|有效[警发]|全科|全域|上年[结末]|一批)/;

function longerVerb(phrase: string, at: number): boolean {
  return verbs.startingAt(phrase, at) > Math.max(1, adverbs.startingAt(phrase, at));
}

/** The year, or what is left of the quantity before: 2021年收入, 以上项目, 到密切接触者. */
const FRONT = /^(?:\d{4}年度?|(?:及)?(?:以上|以下|以内|左右)的?|到(?=.{2}))/;
const SINGLE = /[共已均各约近超逾达为有了由从比较对向将被并且和与及或等]/;

/** The noun before a number: behind the last verb of its clause. Terms like 新增就业 are one noun. */
function nounBefore(head: string, quantity: QuantityMention): { noun: string; verb: string } {
  const whole = /占(?![比地用据])([^占]{2,})$/.exec(head)?.[1];
  if (whole !== undefined) return { noun: withoutFront(whole, false), verb: "" };
  const changed = head.replace(CHANGE, "");
  if (changed !== head) return { noun: subjectOf(changed), verb: "" };
  const phrase = withoutFront(head, false);
  if (TERM.test(phrase)) {
    const term = TERM_VERB.exec(phrase);
    return { noun: withoutFront(phrase.slice(term?.[0].length ?? 0), false), verb: term?.[1] ?? "" };
  }
  const last = lastVerb(phrase);
  if (last === null) return { noun: phrase.length > 16 ? phrase.slice(-10) : phrase, verb: "" };
  const noun = withoutFront(phrase.slice(last.end), false);
  if (noun.length > 1) return { noun, verb: last.word };
  // what is measured is named by the whole phrase: 公务接待费, 进口, 土地流转
  if (!COUNTED.has(quantity.dimension) && noun === "" && !TRANSITIVE.test(last.word))
    return { noun: withoutFront(phrase, true) || phrase, verb: "" };
  // the verb touches the number: 召开12次 counts what follows or came before, 调研20余次 counts itself
  if (EVENT.has(quantity.unit)) return { noun: withoutFront(phrase, true), verb: last.word };
  // 流行性感冒报告2304例, 残疾人护理补贴4108人
  const lead = leadOf(phrase.slice(0, last.end - last.word.length));
  if (LIGHT.test(lead) && NOMINAL.test(last.word)) return { noun: last.word, verb: lead };
  const thing = lead.length > 1 && !AGENT.test(lead) && !MANNER.test(lead) && !beginsWithVerb(lead);
  return { noun: thing ? lead + (NOMINAL.test(last.word) ? last.word : "") : "", verb: last.word };
}

/** What stands before a verb, without adverbs: 整改措施已, 应完成适老化. */
function leadOf(words: string): string {
  const lead = withoutFront(words.replace(/^(?:应|须|需)(?![急届求要])/, ""), false).replace(LAST_ADVERB, "");
  const begins = verbs.startingAt(lead, 0);
  return begins > 1 && !isModifier(lead.slice(0, begins), lead.slice(begins))
    ? withoutFront(lead, true)
    : lead;
}

const LAST_ADVERB = /(?:已经?|均|共|全部|累计|陆续|先后|也|正|将|需|应|又|再)+$/;

/** Verbs that say no more than that what their object names was done: 给予党纪政务处分4人. */
const LIGHT = /^(?:给予|予以|进行|开展|实施|组织|作出)$/;

/** Who does it, and so is not what is counted: 公安机关破获943起. */
const AGENT =
  /(?:[局委办院所站队镇乡村区县市部处科厅组户人们者员方会各级]|街道|部门|单位|政府|机关|公司|中心|干部|民警|专班|小组|企业|学校|群众|法院|全国|全省|各地|系统|阵地|力量|工作|活动|行动|方式|渠道)$/;

/** How it is done: 提升改造17家, 就地安置. */
const MANNER = new RegExp(
  `^(?:${RISES}|${FALLS}|调整|优化|规范|集中|统一|就地|异地|分散|重点|自主|联合|协助|配合|督促|指导|推动|推进|加快|加强|强化|巩固|立行立改)$`,
);

/** Verbs that are the head of a noun, where they follow one. */
const NOMINAL =
  /^(?:补贴|补助|服务|搬迁|改造|治理|安置|就业|培训|建设|加工|生产|种植|养殖|救助|登记|参保|接种|检测|监测|采样|筛查|整治|检查|巡查|支出|投资|修复|绿化|硬化|维修|修缮|流转|确权|销售|进口|出口|供应|供养|处罚|行政处罚|处分|党纪政务处分|组织处理|诫勉|诫勉谈话|批评教育|表彰|维护|使用|救援|救治|抢修|征收|化解|调解|帮扶|演出|宣讲)$/;

const COUNTED = new Set(["count", "person", "household", "attendance", "dose"]);
const TRANSITIVE =
  /^(?:投入|完成|实现|达到|发放|支出|拨付|筹集|争取|追回|追缴|追赃|挽回|收缴|冻结|扣押|新增|新建|改造|硬化|落实|减免|投放|采购|涉及|储备)$/;
const EVENT = new Set(["次", "场", "场次", "期", "轮", "轮次", "人次", "剂次"]);
const TERM =
  /(?:就业|收入|支出|增加值|总值|总额|产值|产量|面积|里程|人口|总人口|投资|财政收入|零售额|存款|贷款|余额|用电量|发电|发电量|种植面积|播种面积|参保人数|人数|户数|资金|标准|经费|金额|床位|学位|预算|决算|价格|利润|税收|供养|供养人员|用时|时间|时限)$/;

/** What a term is realised by: 实现利润总额 is of 利润总额. */
const TERM_VERB =
  /^.*?(实现|完成|达到|涉及|投入|冻结|发放|追缴|止付|清偿|清退|核查|拨付|落实|争取|新增(?!就业)|筹集|统筹|安排|下达|支出(?=.{3})|收取|减免|挽回)/;

function lastVerb(phrase: string): { word: string; end: number } | null {
  for (let end = phrase.length; end > 1; end -= 1) {
    const length = verbs.endingAt(phrase, end, 0);
    // a verb that one character follows is the head of a noun: 宣传单, 采样点, 补助金
    const tail = phrase.slice(end);
    const word = phrase.slice(end - length, end);
    if (
      length > 1 &&
      tail.length !== 1 &&
      !isModifier(word, tail) &&
      !phrase.slice(0, end).endsWith("党组织")
    )
      return { word: phrase.slice(end - length, end), end };
  }
  const first = verbs.startingAt(phrase, 0);
  return first === 1 && phrase.length > 2 && !TERM_HEAD.test(phrase)
    ? { word: phrase.slice(0, 1), end: 1 }
    : null;
}

/** 发病率, 建筑面积: the first character is no verb. */
const TERM_HEAD = /^(?:发[病热电明证]|建[筑材]|设[备施]|种[业子]|补[贴助]|救[护]|立[体法])/;

/** A verb that says of what kind its noun is: 整改措施, 采样人员, 确诊病例. */
function isModifier(verb: string, tail: string): boolean {
  return MODIFIERS.test(verb) && MODIFIED.test(tail);
}

const MODIFIERS =
  /^(?:整改|采样|检查|确诊|服务|接种|救助|监测|检测|帮扶|供养|培训|就业|维护|运行|值守|督查|宣传|投入|处置|救援|参保|参训|调解|建设|改造|治理|备案)$/;
const MODIFIED =
  /^(?:措施|人员|卡点|病例|对象|设备|设施|点位|站点|队伍|任务|机构|平台|单位|制度|车辆|资料|材料|费用|维护费|平方|中心|家庭|企业)$/;

function verbIn(head: string): string {
  return lastVerb(head)?.word ?? "";
}

/** The words around a quantity, cut at the marks and quantities beside it. */
export function surroundings(
  text: string,
  quantity: QuantityMention,
  from: number,
  to: number,
): Surroundings {
  let start = quantity.start;
  let depth = 0;
  while (start > from) {
    const character = text.charAt(start - 1);
    if (character === ")") depth += 1;
    else if (character === "(" && depth > 0) depth -= 1;
    else if (depth === 0 && CLAUSE_MARK.test(character)) break;
    start -= 1;
  }
  let end = quantity.end;
  while (end < to && !CLAUSE_MARK.test(text.charAt(end))) end += 1;
  return { before: text.slice(start, quantity.start), after: text.slice(quantity.end, end) };
}
