import {
  ATTRIBUTIVE_VERBS,
  CLOSING_VERBS,
  ELLIPTIC_VERBS,
  LIGHT_VERBS,
  NOMINAL_VERBS,
  OBJECT_VERBS,
} from "../dictionary/verb-kinds.ts";
import { ADVERBS, VERBS } from "../dictionary/verbs.ts";
import type { QuantityMention } from "../mentions/mention.ts";
import { countedBy, ONE_CHARACTER, withoutEnd } from "./counted.ts";
import { AFTER_COPULA, DIFFERENCE, MODIFIER_END, PER_FRONT, TIME_BEHIND, TIME_FRONT } from "./modifiers.ts";
import { anyOf, wordSet } from "./words.ts";

/** The words before a number without those that say when, for each what, against what and how it changed. */
export function headOf(before: string): string {
  let words = before.slice(-LONGEST);
  for (;;) {
    const open = words
      .replace(/\((?:[^()]{4,}|[\w.]+)\)$/, "")
      .replace(MODIFIER_END, (end) => (end.includes("每") && hasObject(end) ? end : ""));
    const tied = NO_TIE.test(open) ? open : withoutEnd(open);
    const next = tied.replace(/(?:(?<=[^集其当之高初空国家水])中|里|[当之]中|[”"]?等|完毕)$/, "");
    if (next === words) break;
    words = next;
  }
  const difference = DIFFERENCE.exec(words);
  if (difference !== null) words = difference[1] ?? "";
  return words.endsWith("的") ? "" : words;
}

/** 每天投放蔬菜: what is counted stands behind what is done each day. */
function hasObject(words: string): boolean {
  for (let at = 2; at < words.length - 1; at += 1) {
    const length = verbs.startingAt(words, at);
    if (length > 1 && (at + length < words.length - 1 || EACH_TIME.test(words.slice(0, at)))) return true;
  }
  return false;
}

const EACH_TIME = /^每[日天周月年轮]$/;

/** No noun phrase is longer; what stands further away is another's. */
const LONGEST = 48;

/** Words that end as what ties a number to its noun does. */
const NO_TIE = /(?:签约|到位|下达|总计)$/;

/**
 * The noun phrase that a head names; empty where its thing is left out: 已完成, 当场整改. The head's words without
 * modifiers may be given where they are known.
 */
export function phraseOf(head: string, words = withoutModifiers(head)): string {
  if (words.endsWith("率") && words.length < 9) return words.replace(OWNER, "");
  if (isNominal(words)) return words;
  const light = lightVerbs.startingAt(words, 0);
  // 开展入户核查, 完成投资
  if (light > 0 && words.length - light > 1) return phraseOf(words.slice(light));
  if (isVerbs(words)) return isElliptic(words) ? "" : withoutLast(words);
  const end = verbs.endingAt(words, words.length, 0);
  // 涉黑组织 is a noun
  if (end < 2 || words.endsWith("组织")) return objectOf(words);
  const verb = words.slice(words.length - end);
  const before = words.slice(0, words.length - end);
  const lead = headOf(withoutModifiers(before));
  if (STATE.test(before) || STATE.test(lead)) return objectOf(words);
  if (lead === "") return isElliptic(verb) ? "" : objectOf(words);
  if (MANNER.test(lead)) return isElliptic(verb) ? "" : verb;
  // 刑事立案, 行政处理: two and two are one word
  if (words.length === 4 && end === 2 && !isElliptic(verb)) return words;
  const doer = lead.replace(TOGETHER, "");
  if (AGENT.test(doer)) return words.startsWith(doer) ? words.slice(doer.length) : verb;
  if (/^因/.test(lead) || /^[向对给为]/.test(head)) return verb;
  return objectOf((lead.length < 2 && !ONE_CHARACTER.test(lead)) || closes(verb) ? words : lead);
}

/** 支出安排: a verb that says no more than that it was done or planned. */
function withoutLast(words: string): string {
  const first = words.replace(/(?:安排|执行|完成)$/, "");
  return isNominal(first) ? first : words;
}

/** 返还群众386万元: of money that persons are given, what was done is counted, not they. */
export function withGiving(phrase: string, head: string): string {
  if (!RECEIVERS.test(phrase) || !head.endsWith(phrase)) return phrase;
  const length = verbs.endingAt(head, head.length - phrase.length, 0);
  return length > 1 ? head.slice(-phrase.length - length) : phrase;
}

const RECEIVERS = /(?:群众|居民|农户|职工|学生|受害人|当事人|困难户|脱贫户|企业|人员|对象)$/;

/** The noun that begins right behind a unit, up to the verb that says what it did: 64.5万名农业人口告别. */
export function nounBehind(quantity: QuantityMention, after: string): string {
  const { noun } = countedBy(quantity, { before: "", after: after.replace(/^及?以[上下内]的?/, "") });
  if (NO_NOUN.test(noun) || TIME_BEHIND.test(after) || saysWhatItDid(noun)) return "";
  for (let at = 2; at < noun.length - 1; at += 1) {
    const length = verbs.startingAt(noun, at);
    const isVerb = length > 1 && !isNominal(noun.slice(at, at + length)) && !noun.startsWith("组织", at);
    if (isVerb && !VERB_SUFFIX.test(noun.slice(at + length))) return wholeOr(noun.slice(0, at));
  }
  return noun.length > 1 ? wholeOr(noun) : noun;
}

/** 14名帮扶干部: behind a unit a verb that is a noun only tells of what kind. */
function wholeOr(noun: string): string {
  const first = verbs.startingAt(noun, 0);
  return first > 1 && closes(noun.slice(0, first)) ? noun : objectOf(noun);
}

/** 5户搬进县城, 12条进入程序: a verb and its object. A verb that says of what kind a noun is stays: 帮扶干部, 退役军人. */
function saysWhatItDid(noun: string): boolean {
  const first = verbs.startingAt(noun, 0);
  if (first === noun.length) return true;
  const verb = noun.slice(0, first);
  return (
    first > 1 &&
    !closes(verb) &&
    attributes.startingAt(noun, 0) === 0 &&
    !KIND_OF_NOUN.test(noun.slice(first))
  );
}

/** What a verb before it only tells the kind of: persons, and what is dealt with. */
const KIND_OF_NOUN =
  /^(?:[户村区县员站点所者性型队卡证书厂类费](?![一-龥]{2})|.{0,4}(?:人|人员|人口|期限|时限|户|者|员|军人|群众|干部|职工|居民|学生|儿童|企业|单位|机构|对象|项目|问题|案件|线索|事项|任务|措施|工程|场所|车辆|设备|物资|资金|病例|小组|队|队伍)$)/;

/** Whether words are one verb, after which its thing is left out; `elliptic`: whatever was named before. */
export function bareVerb(words: string): "elliptic" | "verb" | null {
  if (verbs.endingAt(words, words.length, 0) !== words.length) return null;
  return isElliptic(words) ? "elliptic" : "verb";
}

const verbs = wordSet([...VERBS, ...OBJECT_VERBS]);
const adverbs = wordSet(ADVERBS);
const isNominal = anyOf(NOMINAL_VERBS);
const closes = anyOf([...NOMINAL_VERBS, ...CLOSING_VERBS]);
const isElliptic = anyOf(ELLIPTIC_VERBS);
const lightVerbs = wordSet(LIGHT_VERBS);
const attributes = wordSet(ATTRIBUTIVE_VERBS);

/** What follows a unit and says how it was or went on: 12家一律关停, 3家已停产. */
const NO_NOUN =
  /^(?:构成|组成|属|预计|计划(?=.)(?!生育)|方满|集中[在于]|跨[年季]|因|用[上于]|获[得一]?|起步|居[首前中后第全]|最[多少高低大小快慢]|次之|待|涉诉|超期|上[下岸]|相当于|一律|按[月年季规]|即|方[获可能才]|清|合格|不合格|列入|转入|坚持|大半|开始|陆续|逐|始终|未|尚|里|多[出于投查]|提前|超出|高出|名义|相比|基础上)/;

/** Who does it: what stands behind is what was done. */
const AGENT =
  /(?:[局委办院所部厅]|街道|政府|机关|中心|法院|委员会|常委会|成员|民警|[支大中]队|专班|全[县区市省]|全系统|(?<!家庭)医生|群众)$/;

/** How several do it, between who does it and the verb: 人大财经委联合督查, 法院一审判决. */
const TOGETHER = /(?:联合|带队|循线|专题|共同|自行|一审|二审|全年|累计)$/;

/** How or when it is done. */
const MANNER = /^(?:紧急|实际|当场|限期|陆续|及时|按期|一次性|年度|当年|累计|动态)$/;

/** In what state or way it is: part of what is counted. */
const STATE = /^(?:全程|阶段性|基本|全面|现场|集中|分散|主动|自愿|自行|就地|上门|居家|[未不])$/;

/** Takes off what stands before a noun phrase: 其中, 诊断类型为, 2021年末, 各类. */
export function withoutModifiers(head: string): string {
  const words = head
    .replace(/^(?:.*[】 》]|\d{1,2}[.、])(?=.{2})/, "")
    .replace(/^[而但](?=.{2})/, "")
    .replace(PART_FRONT, "")
    .replace(AFTER_COPULA, "")
    .replace(/^.*占(?![比地用据道])(?=.{2})/, "")
    .replace(WITHIN, (within: string, _at: number, all: string) =>
      isVerbs(all.slice(within.length)) ? within : "",
    )
    .replace(/^.*(?:各[项类级种](?:各类)?|本外币|上述|前述)(?=.{2})/, "")
    .replace(/^(?:若?[以按](?![上下内外规色摩]|工代)|[两三]类(?!差))(?=.{2})/, "")
    .replace(/^年度计划(?!投资)(?=.{2})/, "")
    .replace(PER_FRONT, "")
    .replace(MEAN_FRONT, "");
  return withoutAdverbs(withoutTime(withoutAdverbs(withoutTime(words))))
    .replace(/^(?:.*的(?=.{2})|的)/, "")
    .replace(/(?<=.{2})(?:已(?![婚故知])|不过|仅|恰(?!当)|悉数|常年).*$/, "")
    .replace(/^(?:\d+周?岁及?以[上下]的?|在[册编](?!率)|现行|剩余)(?=.{2})/, "");
}

/** 案均损失, 平均亩产: that it is a mean; 人均可支配收入 is a term. */
const MEAN_FRONT =
  /^(?:年?平均(?=亩产|单产|班额|常住|户籍|人口)|.{0,2}(?:人次|[户亩次笔村校点])均(?!可支配|纯|收入|地区|国内|生产|GDP|住房|预期|受教育))(?=.{2})|^年(?=.{1,6}量)/;

/** 其中, 包括, 加上级补助: what is named is a part or a summand. */
const PART_FRONT =
  /^.*(?:其中|(?:分|构成)为|^折[合算]|包括|包含|内含|来自|减去|加上(?![级解]|年(?!初))|加(?=上(?:[级解]|年(?!初)))|连同|里面|及以[上下]|^以[上下]的?|^含)(?=.{2})/;

/** 确诊病例中轻型: within what. */
const WITHIN = /^.{2,}(?<![集其高初空国家])中(?![小学医心等央高级型间国专])(?=.{2})/;

/** 年末余额 is 余额; 上年结转 and 当年结余 are items of the budget. */
function withoutTime(phrase: string): string {
  const next = phrase.replace(TIME_FRONT, "");
  return /^结[转余]$/.test(next) || phrase.startsWith("全程接种") ? phrase : next;
}

function withoutAdverbs(phrase: string): string {
  if (phrase.length < 5 && phrase.endsWith("率")) return phrase;
  let at = 0;
  for (;;) {
    while (/[ "”)\]]/.test(phrase.charAt(at)) && phrase.length - at > 2) at += 1;
    // 应改造户厕, not 应改
    const due = phrase.charAt(at) === "应" ? verbs.startingAt(phrase, at + 1) : 0;
    if (due > 1 && due >= verbs.startingAt(phrase, at)) at += 1;
    const length = adverbs.startingAt(phrase, at);
    if (length === 0 || phrase.length - at - length < 2 || /[性域]/.test(phrase.charAt(at + length))) break;
    const words = phrase.slice(at, at + 4);
    if (verbs.startingAt(phrase, at) > length || TERM_FRONT.test(words)) break;
    if (length === 1 && !SINGLE.test(words)) break;
    // 主动就诊
    if (STATE.test(phrase.slice(at, at + length)) && isVerbs(phrase.slice(at + length))) break;
    at += length;
  }
  return phrase.slice(at);
}

/** Terms that begin as an adverb does: 重点项目, 直接经济损失, 自然减少. */
const TERM_FRONT =
  /^(?:(?:上年|当年|本年|年终)结[转余]|重点|直接[财经]|超[速员载限标]|和美|有效[警发]|全科|全域|一批|自[然来]|新|全程|实有|实际[损利完]|科学技|联合[收国]|社会|未成)/;

/** Adverbs, prepositions and ties of one character, where they begin no word: 经 but not 经济, 现 but not 现行. */
const SINGLE =
  /^(?:[共已均约超逾达为了由比较将向并且与及或按含另尚又等仍]|还(?![本款贷建林草])|各(?!界)|经(?![济营费贸纪])|被(?![骗抚服征困告])|现(?![行场金代役货案价])|近(?![岸视海年])|再(?![融就生贷])|全(?=[县区市镇乡村省国州盟旗厂校局年])|对(?![外口象接])|和(?![美谐平])|有(?![效机限线色害毒偿])|从(?!业)|到(?![案账户])|至(?=\d))/;

/** Behind the verbs of a phrase: 公安机关抓获犯罪嫌疑人. A verb that is part of a noun stays: 农产品加工企业. */
function objectOf(phrase: string): string {
  if (attributes.startingAt(phrase, 0) > 0) return phrase;
  if (isVerbs(phrase)) return phrase;
  const noun = behindVerb(behindFirstVerb(phrase))
    .replace(OWNER, "")
    .replace(/(?<=经费|资金)支出$/, "");
  return noun.length > 1 || ONE_CHARACTER.test(noun) ? noun : "";
}

function behindFirstVerb(phrase: string): string {
  if (attributes.startingAt(phrase, 0) > 0) return phrase;
  const first = verbs.startingAt(phrase, 0);
  if (first > 1 && (VERB_SUFFIX.test(phrase.slice(first)) || MEASURED.test(phrase.slice(first))))
    return phrase;
  if (first < 2) return phrase.length > 2 && SHORT_VERB.test(phrase) ? phrase.slice(1) : phrase;
  const tail = phrase.slice(first);
  const isTerm = closes(phrase.slice(0, first)) && tail.length < 5 && TERM_TAIL.test(tail);
  // 新建改造管网
  return tail.length > 1 && !isTerm ? behindFirstVerb(withoutModifiers(tail)) : phrase;
}

function behindVerb(phrase: string): string {
  for (let end = phrase.length - 2; end > 2; end -= 1) {
    const length = verbs.endingAt(phrase, end, 0);
    const verb = phrase.slice(end - length, end);
    if (
      length < 2 ||
      isNominal(verb) ||
      MEASURED.test(phrase.slice(end)) ||
      CLOSING.test(phrase.slice(end)) ||
      VERB_SUFFIX.test(phrase.slice(end))
    )
      continue;
    // 涉气企业完成深度治理54家: who did it is counted
    const isDone = verbs.endingAt(phrase, phrase.length, 0) > 1 && !phrase.endsWith("投资");
    return verb === "完成" && end - length > 2 && isDone
      ? phrase.slice(0, end - length)
      : withoutModifiers(phrase.slice(end));
  }
  return phrase;
}

/** What is measured of what is done: 日处理能力, 下沉比例. */
const MEASURED =
  /^(?:利用率|率|比例|比重|面积|能力|规模|进度|时间|时限|时长|期限|周期|人口|队伍|收入|区域|网点)$/;

/** What closes a term within which a verb stands: 农机购置补贴, 运行维护费, 集中清查行动. */
const CLOSING = /^(?:.{0,2}费|就业(?:目标|计划|任务|人数)?|补贴|补助|措施|行动|活动|工程)$/;

/** What makes a noun of a verb: 脱贫户, 建成区, 采样员, 接种率. */
const VERB_SUFFIX =
  /^(?:[户村区县](?![民庄域籍级集委内属道])|[员站点](?![工位])|[者性型]|队(?!伍)|率(?!先)|费(?!用)|金(?![属融额])|卡(?!车)|证(?![据件明书])|书(?![记籍面])|所(?![有需在属])|厂(?!房)|类(?!别)|生(?![产活态])|后(?!备))/;

/** Verbs of one character before an object, where they begin no longer word: 立刑事案件, but not 立体. */
const SHORT_VERB =
  /^(?:发(?![病热电明证展行放债现生布送回])|立(?![体法项案功志行])|建(?![筑材设章档制])|设(?![备施计定])|种(?![子业养])|配(?![套备合额送])|投(?![资诉亲])|招(?![商标生])|派(?!出所)|拆(?!迁)|破(?![产坏获损])|[修栽抓聘购买捐帮募添])(?=.{3})|^(?:计(?![划算量入提生数件时])|列(?![支入为车])|产(?![量值业品权能出假地销妇粮])|[添募]|设(?![备施计定置立想])|增(?![值收长产速量幅加设减支添补编])|修(?![复缮正养订剪建造])|办(?![公学案事理法件结证好])|访(?![问谈客])|需(?![求要]))(?=.{2})/;

/** Whose it is, before what is measured: 医疗卫生机构床位, 规模以上工业企业产销率, 常住人口城镇化率. */
const OWNER = /^.*(?:机构(?=.{2})(?!数)|(?:企业|单位|人口)(?=.+率$))/;

/** 播种面积, 采购预算: a verb that is a noun, and what is measured of it. */
const TERM_TAIL =
  /^(?:病例|产量|产值|水面|矿井|场所|区域|车辆|网点|房间|小组|时长|失业|(?:一般|专项)?债券|总[值额量数]|面积|收入|支出|预算|决算|资金|金额|率|人口|比例|比重|进度|措施|材料|资料|人员|人数|教育|门诊|对象|设施|设备|机构|单位|中心|费用?|成本|能力|标准|规模|余额|用地|用水|用电量?|还本|财产|总计|合计|执行数|决算数|项目|团队|小分队)/;

/** 立案处罚, 移送起诉: verbs that follow each other name what was done. */
function isVerbs(words: string): boolean {
  let at = 0;
  while (at < words.length) {
    const length = verbs.startingAt(words, at);
    if (length < 2) return false;
    at += length;
  }
  return true;
}
