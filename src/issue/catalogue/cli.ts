import type { IssueWords } from "../words.ts";

export const cli = {
  // what was not understood
  "cli.command-unknown": {
    zh: "没有命令“{command}”",
    en: "there is no command “{command}”",
    cure: { zh: "可用的命令：{known}", en: "use one of: {known}" },
  },
  "cli.option-unknown": {
    zh: "没有选项“{option}”",
    en: "there is no option “{option}”",
    cure: { zh: "可用的选项：{known}", en: "use one of: {known}" },
  },
  "cli.argument-missing": {
    zh: "缺少参数 <{argument}>",
    en: "the argument <{argument}> is missing",
    cure: { zh: "写成：huimou {usage}", en: "write huimou {usage}" },
  },
  "cli.argument-excess": {
    zh: "参数多了",
    en: "there are too many arguments",
    cure: {
      zh: "写成：huimou {usage}；含空格的值用引号括起",
      en: "write huimou {usage}; put a value with spaces in quotes",
    },
  },
  "cli.option-missing": {
    zh: "必须给出 {option}",
    en: "{option} must be given",
    cure: { zh: "加上 {option}", en: "add {option}" },
  },
  "cli.value-missing": {
    zh: "{option} 后面缺少值",
    en: "{option} has no value",
    cure: { zh: "在它后面写上值", en: "write one behind it" },
  },
  "cli.value-wrong": {
    zh: "不能是“{value}”",
    en: "it cannot be “{value}”",
    cure: { zh: "写成：{wanted}", en: "write {wanted}" },
  },
  "cli.options-conflict": {
    zh: "{one} 和 {other} 不能同用",
    en: "{one} and {other} exclude each other",
    cure: { zh: "只留一个", en: "leave one of them" },
  },
  "cli.option-unfit": {
    zh: "这样的核验用不到这个选项：它只用于发布目录或网址",
    en: "it has no meaning here: it is for a release's folder or address",
    cure: { zh: "去掉它，或给出发布目录、网址", en: "leave it out, or name a release" },
  },
  "cli.usage": {
    zh: "命令没有看懂：{reason}",
    en: "the command was not understood: {reason}",
    cure: { zh: "用 huimou --help 查看用法", en: "huimou --help tells how it is called" },
  },

  // what was asked for
  "cli.unit-unknown": {
    zh: "没有责任单位的名称含“{unit}”",
    en: "no unit that answers for a register has “{unit}” in its name",
    cure: { zh: "可用的单位：{known}", en: "these answer for one: {known}" },
  },
  "cli.dimension-unknown": {
    zh: "没有指标按 {dimension} 分组",
    en: "no indicator is broken down by {dimension}",
    cure: {
      zh: "可用的有：year, month, township, village, {known}",
      en: "use one of: year, month, township, village, {known}",
    },
  },
  "cli.position-beyond": {
    zh: "日志只有 {size} 条，没有第 {position} 条",
    en: "the log has {size} entries, fewer than {position}",
    cure: { zh: "写不大于 {size} 的数", en: "write a number up to {size}" },
  },
  "cli.actor-missing": {
    zh: "没有说明由谁负责",
    en: "nobody is named who answers for it",
    cure: { zh: "加 --actor 职务/单位", en: "add --actor with role and unit" },
  },

  // actions
  "cli.json-malformed": {
    zh: "这一行不是 JSON（{reason}）",
    en: "this line is no JSON ({reason})",
    cure: { zh: "每行写一个 JSON 对象", en: "write one JSON object a line" },
  },
  "cli.not-utf8": {
    zh: "从这一行起不是 UTF-8 编码",
    en: "from this line on it is not UTF-8",
    cure: { zh: "以 UTF-8 编码写入", en: "write it as UTF-8" },
  },
  "cli.member-missing": {
    zh: "缺少 {member}",
    en: "{member} is missing",
    cure: { zh: "写上 {member}，例如 {wanted}", en: "give {member}, such as {wanted}" },
  },
  "cli.member-unknown": {
    zh: "{kind} 没有这一项",
    en: "{kind} has no such member",
    cure: {
      zh: "去掉它；可用的见 docs/formats/action.md",
      en: "leave it out; docs/formats/action.md tells what there is",
    },
  },
  "cli.member-wrong": {
    zh: "不能是“{value}”",
    en: "it cannot be “{value}”",
    cure: { zh: "写成：{wanted}", en: "write {wanted}" },
  },

  // files
  "cli.file-missing": {
    zh: "没有这个文件或目录",
    en: "there is no such file or directory",
    cure: { zh: "核对路径", en: "check the path" },
  },
  "cli.file-forbidden": {
    zh: "系统不允许读写（{code}）",
    en: "the system does not let it be read or written ({code})",
    cure: {
      zh: "换一个有权限的用户或位置，或修改权限",
      en: "use another user or place, or change its permissions",
    },
  },
  "cli.file-kind": {
    zh: "这里应是目录却是文件，或应是文件却是目录（{code}）",
    en: "it is a file where a directory is wanted, or a directory where a file is ({code})",
    cure: { zh: "核对路径", en: "check the path" },
  },
  "cli.disk-full": {
    zh: "磁盘已满（{code}）",
    en: "the disk is full ({code})",
    cure: {
      zh: "腾出空间后再运行一次：没写完的不生效",
      en: "make room and run it again: what was not finished has no effect",
    },
  },
  "cli.system-refused": {
    zh: "系统拒绝：{reason}",
    en: "the system refused: {reason}",
    cure: { zh: "排除原因后再运行一次", en: "remove the cause and run it again" },
  },

  // releases
  "cli.demo-exists": {
    zh: "这里已有账本",
    en: "there is a ledger here already",
    cure: {
      zh: "若是上次的演示：加 --fresh 重做，或用 huimou serve {folder} 打开；否则用 --data 换一个目录",
      en: "if it is an earlier demonstration, add --fresh to make it anew, or open it with huimou serve {folder}; else choose another directory with --data",
    },
  },
  "cli.release-missing": {
    zh: "不是发布目录（没有 manifest.json）",
    en: "this is no release: it has no manifest.json",
    cure: { zh: "先运行 huimou release，或核对路径", en: "run huimou release first, or check the path" },
  },
  "cli.port-taken": {
    zh: "端口 {port} 已被占用",
    en: "port {port} is taken",
    cure: { zh: "用 --port 换一个端口", en: "choose another with --port" },
  },
  "cli.listen-failed": {
    zh: "不能在 {host} 的端口 {port} 上打开网站（{reason}）",
    en: "the site cannot be opened on port {port} of {host} ({reason})",
    cure: {
      zh: "用 --host 和 --port 换一个地址和端口",
      en: "choose another address and port with --host and --port",
    },
  },
  "cli.address-unreachable": {
    zh: "连不上这个网址（{reason}）",
    en: "the address cannot be reached ({reason})",
    cure: { zh: "核对网址和网络", en: "check the address and the network" },
  },
  "cli.address-failed": {
    zh: "网站对这个文件答 {status}",
    en: "the site answered {status} for this file",
    cure: { zh: "稍后重试，或核对网址", en: "try again later, or check the address" },
  },
} as const satisfies Record<string, IssueWords>;
