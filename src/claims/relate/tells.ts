/** What the words before a number say of it, which nearly every check asks. */
export interface Tells {
  /** by how much another changed: 增长5.5%, 增加3人 */
  readonly change: boolean;
  /** a level of another time: 上年同期 */
  readonly earlier: boolean;
  /** what each has, or the one that has most: 户均, 每户, 最高 */
  readonly each: boolean;
  /** a mean */
  readonly mean: boolean;
}

/** What words before a number say of it. */
export function tellsOf(before: string): Tells {
  return {
    change: CHANGE.test(before),
    earlier: OTHER_TIME.test(before),
    each: EACH.test(before),
    mean: MEAN.test(before),
  };
}

const CHANGE =
  /(?:增长|增加|提高|(?<!(?:改造|整治|完成|实施|规范)[^,，;]{0,12})提升|上升|上涨|涨|扩大|增产|增收|增支|多收|下降|跌去?|减少|降低|回落|减产|减收|减支|少收|缩短|下滑|净增|净减|压减|压降|调减|调增|核减|短收|超收|多|少)了?(?:到|至)?(?:近|约|超过?)?$/;
const EACH = /(?:[一-龥]均(?![为已有在达未由按需能可衡匀])|平均|每[^,，;]{0,6}|最高|最低)[^,，、;]*$/;
const OTHER_TIME =
  /(?:(?:上年|去年|(?<!^其?中?[,，]?)同期|上月|上季|上周|前一[日周天])(?!结转|结余)|年初(?!结转|结余|预算|计划|目标|任务))[^,，、;]*$/;
const MEAN = /(?:平均|每|[人户村镇校笔亩车件台项场次店组班日天月年]均)[^,，、;]*$/;
