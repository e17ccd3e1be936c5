import { difference, sumOf, totalOf } from "../checks/arithmetic.ts";
import { inUnitOf } from "../derived/near.ts";
import { accountFinding } from "../derived/stocks.ts";
import { before, sumOfValues } from "./around.ts";
import type { Known, Numbers } from "./numbers.ts";
import { type Candidate, sumOfRanges } from "./relation.ts";

/** The accounts that a number may close; asked for any number of a text. */
export type Accounts = (closing: Known) => Iterable<Candidate>;

/** What an amount did; `opens` where it is the first of its account. */
type Ways = (known: Known, opens?: boolean) => string;

/**
 * What there was, what came and what went, before what there is: 年初2150万元,还640万元,借300万元,年末1810万元. Any of the
 * amounts before may have come or gone; the words beside them tell how likely that is.
 */
export function accountsOf(numbers: Numbers): Accounts {
  const [ways, first]: [string[], string[]] = [[], []];
  // each number is one of many accounts
  const wayOf: Ways = (known, opens = false) => ((opens ? first : ways)[known.index] ??= wayIn(known, opens));
  return (closing) => accountsIn(numbers, wayOf, closing);
}

function* accountsIn(numbers: Numbers, wayOf: Ways, closing: Known): Generator<Candidate> {
  // 调入86万只,耗去79万只: what went is not what is left
  if (wayOf(closing) === "went") return;
  const near = before(
    numbers,
    closing,
    5,
    (it) => it.amount && it.kind === closing.kind && it.role !== "mean",
  );
  for (let from = 0; from < 2; from += 1)
    for (const size of [2, 3, 4]) {
      const some = near.slice(from, from + size).reverse();
      if (some.length < size || !some.some((it, at) => wayOf(it, at === 0) === "opening")) continue;
      for (const signs of SIGNS[size] ?? []) {
        const came = some.filter((_, at) => signs[at] === "+");
        const went = some.filter((_, at) => signs[at] === "-");
        if (came.length === 0 || (went.length > 0 && sumOfValues(came) <= sumOfValues(went))) continue;
        yield candidateOf(numbers, wayOf, closing, { some, came, went, from });
      }
    }
}

const SIGNS: Readonly<Record<number, readonly string[]>> = {
  2: ["++"],
  3: ["++-", "+-+", "+--", "-++", "-+-", "--+"],
  4: ["+++-", "++-+", "+-++", "+--+", "++--", "+-+-", "+---"],
};

function candidateOf(
  numbers: Numbers,
  wayOf: Ways,
  closing: Known,
  {
    some,
    came,
    went,
    from,
  }: {
    readonly some: readonly Known[];
    readonly came: readonly Known[];
    readonly went: readonly Known[];
    readonly from: number;
  },
): Candidate {
  const first = some[0] as Known;
  return sumOfRanges(came, [...went, closing], {
    kind: "account",
    derived: closing,
    features: () => [
      ...came.map((it) => `came ${wayOf(it, it === first)}`),
      ...went.map((it) => `went ${wayOf(it)}`),
      `first ${came.includes(first)} ${wayOf(first, true)}`,
      `closing ${wayOf(closing)}`,
      `size ${some.length}`,
      went.length === 0 ? "none went" : `${went.length} went`,
      `from ${from}`,
      first.sentence === closing.sentence
        ? "same"
        : closing.sentence - first.sentence === 1
          ? "last"
          : "early",
      numbers.apart(first, closing) && "apart",
    ],
    finding: () => {
      const all = [...came, ...went];
      if (
        all.some(
          ({ claim }) =>
            claim.quantity.unit !== closing.claim.quantity.unit && inUnitOf(claim, closing.claim) === null,
        )
      )
        return null;
      const rangeOf = (claims: readonly Known[]) =>
        sumOf(claims.map(({ claim }) => inUnitOf(claim, closing.claim)?.possible ?? claim.quantity.possible));
      const exact = difference(rangeOf(came), rangeOf(went));
      const left = totalOf(came.map(({ claim }) => claim.quantity.value)).minus(
        totalOf(went.map(({ claim }) => claim.quantity.value)),
      );
      if (exact === null || left.sign() <= 0 || exact.overlaps(closing.claim.quantity.possible)) return null;
      return accountFinding(
        numbers.relations,
        came.map(({ claim }) => claim),
        went.map(({ claim }) => claim),
        closing.claim,
      );
    },
  });
}

/** What an amount did, by the words before it. */
function wayIn({ before: words }: Known, opens: boolean): string {
  if (OPENING.test(words) || (opens && OF_YEAR.test(words))) return "opening";
  if (CLOSING.test(words)) return "closing";
  if (WENT.test(words)) return "went";
  return CAME.test(words) ? "came" : "untold";
}

const OPENING =
  /(?:年初|期初|月初|季初|上年|上月|上期|去年|原有?|旧存|库存|积存|存量|前天|昨天|前一日|上周)[^,;]{0,10}$|[由从]$/;
/** 2020年底在册1240艘,其间退出310艘,…: what there was at a year's end is where it began. */
const OF_YEAR = /(?:19|20)\d{2}年[末底][^,;]{0,10}$/;
const CLOSING =
  /(?:年末|年底|期末|月末|季末|现[在存有共]?|目前|尚存|结存|结余|余额|总[数量]|存量)[^,;]{0,10}$/;
const WENT =
  /(?:还|归还|偿还|注销|吊销|废止|迁出|[调转流汇]出|出库|供|退|化解|核销|清收|报废|死亡|停|撤|关|封|使用|消耗|支|审结|办结|出清|解除|治愈|出院|剔|移出|歇业|减|耗|领用)[^,;]*$/;
const CAME = /(?:新|入|借|收|发行|出生|进|增|加|购|纳|登记|注册|接|来)[^,;]*$/;
