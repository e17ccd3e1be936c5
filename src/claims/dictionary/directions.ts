/**
 * Words that say which way a number went, and nothing else: not what only improves (改善), nor what a shortfall does
 * (回升, 收窄 of a fall). The longer ones first.
 */
export const UPWARDS =
  "增长|增加|提高|提升|升高|上升|上涨|上调|攀升|跃升|扩大|延长|增收|增支|增产|净增|偏多|增多|增幅|涨幅|升幅|增|升|涨|多|高";

/** The same downwards. */
export const DOWNWARDS =
  "下降|减少|降低|下调|下滑|下跌|压减|压缩|压降|缩短|缩减|缩小|削减|精简|减收|减支|减产|净减|偏少|回落|放缓|降幅|减幅|跌幅|降|减|跌|少|低";

/** Words that tell a better place or a finer measure as well as a larger number: 精度提高到2厘米, 由5天提升到3天. */
export const MEANS_BETTER = /^(?:提高|提升|跃升|升高|上升|升)$/;

/** Words that tell a number below zero, or by how much another fell. */
export const BELOW_ZERO =
  /(?:负|零下|(?:下降|减少|降低|回落|下滑|下跌|缩减|收窄|降|减|亏损|逆差|赤字)(?:了|达)?|[降减跌]幅(?:为|达)?|[-−–－])$/;
