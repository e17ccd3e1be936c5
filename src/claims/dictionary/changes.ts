/** Words that say that a number grew; the longer ones first. */
export const RISES =
  "增长|增加|提高|提升|升高|上调|上升|上涨|扩大|扩展|扩充|发展|增产|增收|增支|净增|多收|回升|延长|攀升|跃升|涨|提标|超载|超员|增幅|涨幅|升幅|(?<!新)增|升|多";

/** Words that say that it fell. */
export const FALLS =
  "下降|下调|减贫|压降|改善|减少|降低|回落|缩短|压缩|缩减|压减|精简|减产|减收|减支|少收|下滑|下跌|收窄|缩小|削减|节约|降幅|跌幅|跌|降|减|少";
