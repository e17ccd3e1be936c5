/** More verbs of public prose than the checks know: what stands behind them is what is counted, where it is told. */
export const OBJECT_VERBS = [
  "兑付 奖励 打捞 布设 派送 投用 腾出 判定 查扣 查控 深挖 布放 施划 架设 铺设 敷设 推广 下达 清查 列示 配齐 预留 追加 提供 举借 偿还 发行 预警 护送 存放 填报 推出 达成 牵涉 支付 清出 清除 规划 换来 制发 签署 订立 建起 拟定 交付 贴补 责令整改 挖掘 承保 赔付 垫付 代缴 核销 缴交 挂牌 揭牌 上线 入驻 返乡 迁出 迁入 搬出 分解 下沉 巡护 抚育 补植 拿出 花费 耗资 卖出 售出 收购 出让 储存 调入 调出 消耗 报废 占用 闲置 空置 征用 结转 滚存 入库 退库 到位 到账 欠缴 应收 实收 计算 测算 考虑 告别 筑牢 积蓄 列入 进村 获准 出列 出现 照料 滞销 脱离 受伤 死亡 实行 审查起诉 转移支付 合并 规范 停产 库存 新装 在岗 加装 补交 补征 剔除 完善 运营 调阅 适用 处以 参审 就诊 就医 拿下 波及 留给 牵出 充实 增配 保有 添置 打通 贯通 连通 接通 架起 修好 修通 搬入 取得 取证 考取 录取 报考 募得 捐出 赠送 投递 揽收 发运 运抵 查验 抽样 送检 复检 复查 复诊 转诊 迁移 承租 租赁 栽下 种下 抵扣 配套 备用 缓缴 免征 减征 追减 调减 调增 核增 批复 批准 立项 中标 履约 回迁 收储 出租 转让 成交 授信 减贫 包抓 结对 下放 打造 划定 清运 排查登记 排放 试点 建档 覆盖到 培植 养护 修剪 清淤 疏浚 加固 拓宽 拆建 划转 挪用 截留 套取 虚报 冒领 违规发放 追踪 溯源 推送 推介 引导 组织开展 开通 接入 接续 接力 受训 结业 聘任 评聘 晋升 转任 交流 选调 考察 谈话 提醒 警示 曝光 约束 退回 返工 返岗 复产 复课 停课 停工 停业 封控 管控 解封 转运 分流 安装 布点 部署 上报 报送 转送 转交 签收 签批 批示 督促 责令 催办 催缴 催收",
] as const;

/** Verbs that are nouns as well, so that a phrase goes on behind them or ends with them: 农产品加工企业, 物资采购. */
export const NOMINAL_VERBS = [
  "补贴 补助 服务 搬迁 改造 治理 安置 就业 培训 建设 加工 生产 种植 养殖 救助 登记 参保 接种 监测 采样 筛查 整治 巡查 支出 投资 修复 绿化 硬化 维修 修缮 流转 确权 销售 进口 出口 供应 供养 处罚 行政处罚 处分 党纪政务处分 组织处理 诫勉 诫勉谈话 批评教育 表彰 维护 使用 救援 救治 化解 调解 帮扶 演出 宣讲 播种 采购 出让 评审 转移 转移就业 转移支付 管理 研发 消费 保障 收益 排放 滚存 隔离 扩建 举报 诊疗 出栏 存栏 招商 确诊 疑似 整改 宣传 警示 规划 开发 竣工 消杀 核查 死亡 出生 就诊 就医 接诊 减少 增加",
] as const;

/** Verbs that are nouns where a phrase ends with them, and not within it: 一线投入, but 公安投入警力. */
export const CLOSING_VERBS = [
  "投入 落实 受理 转办 交办 摸排 起诉 判决 止付 解除 利用 接待 劝阻 检测 检查 抢修 征收 清运 新增 结余 核对 督查",
] as const;

/** Verbs behind which the thing is left out where it was named before: 口罩期初库存82万只,调入145万只. */
export const ELLIPTIC_VERBS = [
  "发生 完成 达到 实现 涉及 覆盖 惠及 新增 增设 发放 查结 占用 下达 受益 新纳入 退出 库存 调整 优化 变动 增加 减少 净增 压减 调入 调出 消耗 报废 收回 安置 应收 到账 欠缴 实收 启用 征用 投入 安排",
] as const;

/** Verbs that say of what kind the noun right behind them is: 调入资金, 注册护士. */
export const ATTRIBUTIVE_VERBS = [
  "调入 调出 冻结 送审 审定 闲置 注册 拖欠 入驻 落地 流拍 结转 反馈 偿还 到位",
] as const;

/** Verbs that say no more than that what follows was done: 开展宣讲, 完成全程接种. */
export const LIGHT_VERBS = ["用于 接收 受理 完成 开展 进行 实施 给予 予以 组织 实现 接受 作出"] as const;
