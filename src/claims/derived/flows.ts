import { Decimal } from "../../quantity/index.ts";
import { sumOf, totalOf } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, insideList } from "../checks/groups.ts";
import { ADDED_TO } from "../checks/partition.ts";
import type { Claim, Relations } from "../relate.ts";
import { isExact, slipOf } from "./near.ts";
import { accountFinding } from "./stocks.ts";

/**
 * What there was, what came, what went and what there is, in whichever order: 月初库存12.4吨,调入8吨,使用15.6吨,现存4.8吨;
 * 年末142家,新入库15家,退库6家,上年末为133家; 新增18家,退出5家,总数由97家升至110家.
 */
export function checkFlows(relations: Relations): Finding[] {
  const { claims } = relations;
  return claims.flatMap((opening, at) => {
    if (!isOpening(opening, claims[at + 1])) return [];
    const account = accountAround(relations, opening);
    if (account === null) return [];
    const ways = waysOf(account).map((it) => judge(relations, it));
    const found = ways.find((it) => it?.verdict === "consistent") ?? ways.find((it) => it !== null);
    return found ?? [];
  });
}

/** An account whose words tell of one amount neither that it came nor that it went: both ways, and without it. */
function waysOf(account: Account): Account[] {
  const [one, ...more] = account.other;
  if (one === undefined || more.length > 0) return [account];
  const known = { ...account, other: [] };
  return [account, { ...known, came: [...account.came, one] }, { ...known, went: [...account.went, one] }];
}

interface Account {
  readonly opening: Claim;
  readonly came: readonly Claim[];
  readonly went: readonly Claim[];
  /** what there is now, the surest first */
  readonly closing: readonly Claim[];
  /** what came or went, and the words do not tell which */
  readonly other: readonly Claim[];
}

type Role = "opening" | "came" | "went" | "closing" | "beside";

/** What an amount is in an account, by its own words; null where they do not tell. */
function roleOf(claim: Claim, before: Claim | undefined): Role | null {
  const words = claim.before;
  if (BESIDE.test(words)) return "beside";
  if (OPENING.test(words)) return "opening";
  // 由97家升至110家
  if (before !== undefined && FROM.test(before.before) && TO.test(words)) return "closing";
  if (WENT.test(words)) return "went";
  if (CAME.test(words)) return "came";
  return CLOSING.test(words) ? "closing" : null;
}

const OPENING =
  /(?:年初|期初|月初|季初|上年末|上年底|上月末|上期末|上年(?:[^,，;]{0,4})?(?:结余|结存|未结|结转|转入|余额|遗留|积压)|(?:上年|上月|原有?)(?:结余|结存|余额|在册|存量)|原有|(?:前天|昨天|前一日|上周|去年)(?:是|为|有)|[关封停整改撤]{1,2}前(?:实有|共有|有)?|(?:启动|初始|初起时|起初|发生时|[战疫灾汛]前)(?:的)?库存)[^,，;]{0,10}$|(?:19|20)\d{2}年(?:末|底)?(?:只|仅)有$|(?:19|20)\d{2}年[末底][^,，;]{0,8}(?:余额|结余|结存|存量|在册)[^,，;]{0,3}$/;
const FROM = /[由从][^,，;]{0,10}$/;
const TO = /[一-龥][至到]了?$/;
const CLOSING =
  /(?:年末|年底|期末|月末|季末|现在|现存|现有|现共有|目前|尚存|结存|还有|压着|总数|总量|总长度?|总里程|保有量)[^,，;]{0,14}$/;
/** 其中货运泊位4个、客运泊位2个,泊位总数达到21个: no part of the list before it. */
const TOTAL = /总[数量长](?:达到?|为|增至)?$/;
const CAME =
  /(?:新[增购划添收开建]|新入库|入库|举借|借入|转贷|新登记?|新设|新建|新办|新开办|新订|新纳入|纳入|新注册|迁入|调入|转入|流入|汇入|来水|购入|购置|发行|新收|收到|收案|出生|进货|增补|添[设置建购]|增[设开])[^,，;]*$/;
const WENT =
  /(?:偿还|归还|还本|注销|吊销|废止|迁出|调出|转出|流出|汇出|供水|出库|退库|化解|退出|核销|清收|清退|报废|死亡|停用|撤销|关停|关闭|封停|使用|消耗|耗去|用去|耗用|领用|支出|审结|办结|出清|解除|剔旧|剔除|移出|腾退|关张|歇业|收回)[^,，;]*$/;
/** What is no part of the account: a limit, what was only changed, a change that another number tells. */
const BESIDE = /核定|限额|定额|编制|修订|修改|改建|改造|合计|净[增减]|增加|减少|[多少]了?$|日均|平均|其中/;

function isOpening(claim: Claim, next: Claim | undefined): boolean {
  if (!isExact(claim)) return false;
  if (OPENING.test(claim.before)) return !BESIDE.test(claim.before);
  return next !== undefined && FROM.test(claim.before) && TO.test(next.before) && addable(claim, next);
}

/** What comes and goes may be many times what is left over, but not any number of times. */
const MOST_TURNOVER = Decimal.of(50);
const TWO = Decimal.of(2);

/** How many claims before and behind an opening amount its account can reach. */
const REACH = 8;

function accountAround(relations: Relations, opening: Claim): Account | null {
  const { claims } = relations;
  const around = claims
    .slice(Math.max(0, opening.index - REACH), opening.index + 1 + REACH)
    .filter((it) => it !== opening && it.sentence === opening.sentence)
    .filter((it) => isExact(it) && addable(it, opening))
    .filter((it) => !insideList(relations, it) || TOTAL.test(it.before))
    .filter((it) => !isBracketed(relations, opening, it));
  // 当年收入加上级补助298600万元、…,收入总计512600万元: a total, and no account
  if (around.some(({ before }) => ADDED_TO.test(before))) return null;
  const roles = around.map((claim) => ({ claim, role: roleOf(claim, claims[claim.index - 1]) }));
  const of = (wanted: Role) => roles.filter(({ role }) => role === wanted).map(({ claim }) => claim);
  if (of("opening").length > 0) return null;
  const [came, went] = [of("came"), of("went")];
  const own = of("closing");
  // 书店412家,国有58家、民营354家;年内新开37家,关张25家,上年末为400家: the sentence begins with what there is
  const head = roles[0]?.role === null && came.length > 0 && went.length > 0 ? roles[0].claim : null;
  const closing = own.length > 0 ? own : head !== null ? [head] : inParagraph(relations, opening, around);
  if (came.length + went.length === 0 || closing.length === 0) return null;
  return {
    opening,
    came,
    went,
    closing,
    other: roles.filter(({ role, claim }) => role === null && claim !== head).map(({ claim }) => claim),
  };
}

/** 新增8.30亿元(其中专项债券5.10亿元): what stands in brackets, where the opening amount does not. */
function isBracketed({ text }: Relations, opening: Claim, { quantity }: Claim): boolean {
  if (quantity.start < opening.quantity.start) return false;
  const between = text.slice(opening.quantity.end, quantity.start);
  return between.lastIndexOf("(") > between.lastIndexOf(")");
}

/** 年末在保12495人。…年初在保12980人,新纳入1265人,退出1750人: the closing amount stands in another sentence. */
function inParagraph({ claims }: Relations, opening: Claim, around: readonly Claim[]): Claim[] {
  return claims
    .slice(Math.max(0, opening.index - PARAGRAPH_REACH), opening.index + REACH)
    .filter((it) => it.paragraph === opening.paragraph && it.sentence !== opening.sentence)
    .filter((it) => isExact(it) && addable(it, opening) && !around.includes(it))
    .filter(({ before }) => /年末|年底|期末|现有|目前/.test(before) || FIRST_OF_TWO.test(before));
}

const PARAGRAPH_REACH = 16;
/** 年末在保7350户、12495人: the second of two numbers has no words of its own. */
const FIRST_OF_TWO = /^$/;

function judge(relations: Relations, account: Account): Finding | null {
  const { opening, came, went, closing, other } = account;
  const whole = other.length === 0;
  const fitting = closing.find((it) => fits(account, it));
  if (fitting !== undefined) return accountFinding(relations, [opening, ...came], went, fitting);
  const likely = closing.filter((it) => isNear(exactOf(account), it));
  const [now] = closing.length === 1 ? closing : likely;
  if (now === undefined || (closing.length > 1 && likely.length !== 1)) return null;
  const beside = now.sentence === opening.sentence;
  const exact = exactOf(account);
  const most = opening.quantity.value.plus(now.quantity.value);
  // 支出1.86亿元,标准由1260元提高至1368元: of other things
  if ([...came, ...went].some(({ quantity }) => quantity.value.compare(most.times(MOST_TURNOVER)) > 0))
    return null;
  const total = !FROM.test(opening.before) || /[总库数量][^,，;]{0,6}$/.test(opening.before);
  const size =
    exact.times(TWO).compare(now.quantity.value) > 0 && now.quantity.value.times(TWO).compare(exact) > 0;
  if (beside && whole && total && size) return accountFinding(relations, [opening, ...came], went, now);
  const near = isNear(exact, now);
  const slip = slipOf(now, exact);
  const told = (came.length > 0 && went.length > 0 && near) || (slip !== null && slip <= 0.2);
  return told ? accountFinding(relations, [opening, ...came], went, now) : null;
}

/** What there should be now. */
function exactOf({ opening, came, went }: Account): Decimal {
  const sum = (claims: readonly Claim[]) => totalOf(claims.map(({ quantity }) => quantity.value));
  return sum([opening, ...came]).minus(sum(went));
}

/** Whether what there should be is within a tenth of what is told. */
function isNear(exact: Decimal, { quantity: { value } }: Claim): boolean {
  return exact.minus(value).abs().times(Decimal.TEN).compare(value) <= 0;
}

function fits({ opening, came, went }: Account, now: Claim): boolean {
  const sum = (claims: readonly Claim[]) => sumOf(claims.map(({ quantity }) => quantity.possible));
  return sum([opening, ...came]).overlaps(sum([...went, now]));
}
