/** Nouns that are counted one by one: before them a Chinese numeral with 个 or 项 is a count (三个村, 五个项目). */
export const COUNTABLE_NOUNS = [
  "乡镇 镇 乡 村 行政村 自然村 社区 街道 县 县区 区县 市县 市区 市 州 省份 省 旗 屯 组 村组 小区 网格 片区 园区 开发区 旅游区 景区 景点",
  "项目 工程项目 学校 中学 小学 幼儿园 医院 卫生院 卫生室 养老院 企业 公司 合作社 家庭 单位 部门 科室 支部 党支部 党组织 党委 站点 网点 点位 车间 厂 店",
  "工作组 小组 督导组 检查组 专班 队 小队 服务队 团队 班 班组 团伙 犯罪集团 窝点 案件 问题 线索 岗位 床位 车位 泊位 座位 名额 品种 品牌 事项 标段 标准化 批次 泵站 水库 大棚 基地 平台 中心 广场 公园 厕所 公厕 垃圾 路段 路口 点 桥 摄像头 摄像机 监测点 采样点 接种点 检查站 卡点 国家 国家级 省级 市级 县级 区级 昼夜 工作日 小时 月 星期 季度",
] as const;

/** Nouns before which a numeral belongs to a name or a figure of speech, whatever its classifier. */
export const UNCOUNTABLE_NOUNS = [
  "方面 意识 自信 维护 确立 规定 禁令 原则 层面 维度 环节 阶段 步骤 领域 重点 关键 抓手 坚持 统一 结合 导向 目标 战略 面向 必须 务必 转变 提升 到位 不放过 一批 硬仗 战役 攻坚战 保卫战 歼灭战 革命 斗争 关口 关 难题 清单 机制 制度 体系 梯队 轮驱动 合一 并重 联动 同步 融合 结合部",
] as const;

export const COUNTABLE = alternatives(COUNTABLE_NOUNS);
export const UNCOUNTABLE = alternatives(UNCOUNTABLE_NOUNS);

function alternatives(lines: readonly string[]): RegExp {
  const nouns = lines.flatMap((line) => line.split(" ")).sort((one, other) => other.length - one.length);
  return new RegExp(`^(?:大|小|新|重点|主要|农村|城市|国有|基层)?(?:${nouns.join("|")})`);
}
