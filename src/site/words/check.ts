/** Checking a release in the reader's own browser, or by the one file on Node: the page's words and the programs'. */
export const checkWords = {
  checkHere: { zh: "在这里核验", en: "Check it here" },
  checkHereText: {
    zh: "由您的浏览器取来签名、日志、清单和数据文件，逐项重新计算；不经过任何服务程序，结果只取决于这些文件。取过的文件留在内存里，断网后还可再核验。",
    en: "Your own browser fetches signature, log, manifest and data files, and computes each anew; no service takes part, and the result depends on these files alone. What was fetched stays in memory: a second check works without a network.",
  },
  checkTrust: {
    zh: "本页也是网站的一部分：网站若被人换过，这里的程序也可能被换。要紧的核验，请用别处得来的程序或 verify.mjs，公钥也取自别处。",
    en: "This page is part of the site that it checks: whoever replaced the site could have replaced this, too. For a check that matters, take the program or verify.mjs from elsewhere, and the key.",
  },
  checkStart: { zh: "核验本次发布", en: "Check this release" },
  checkOptions: { zh: "更多选择", en: "Options" },
  checkFilesToo: {
    zh: "连同每个数据文件（较大；不选则只核对签名、日志和清单）",
    en: "Every data file, too (much to fetch; without it signature, log and manifest alone)",
  },
  checkFiguresToo: {
    zh: "由条目重算每个指标（约一分钟以内）",
    en: "Every figure derived anew from the entries (less than a minute or so)",
  },
  checkKept: { zh: "您以前留存的检查点", en: "A checkpoint that you kept earlier" },
  checkKeptNote: {
    zh: "粘贴 log/checkpoint 的内容，或选择文件：将证明日志自那时起只增未改。",
    en: "Paste what log/checkpoint held, or choose the file: it is then proven that the log has only grown since.",
  },
  checkKeptFile: { zh: "检查点文件", en: "The checkpoint’s file" },
  checkKey: { zh: "您从别处得到的公钥", en: "A verifier key that you have from elsewhere" },
  checkKeyNote: {
    zh: "不填则采用网站自带的公钥。",
    en: "Without one, the key that stands beside the log is believed.",
  },
  checkFolder: { zh: "下载到本机的发布文件夹", en: "A release’s folder on your own computer" },
  checkFolderNote: {
    zh: "选择后核验这个文件夹，不再从网站取文件；文件不会上传。",
    en: "Where one is chosen it is checked instead of the site. Nothing is uploaded.",
  },
  checkRunning: { zh: "正在核验", en: "Checking" },
  checkHolds: { zh: "全部相符", en: "Everything matches" },
  checkFailed: { zh: "不符", en: "It does not match" },
  checkStepHolds: { zh: "相符", en: "matches" },
  checkStepFails: { zh: "不符", en: "does not match" },
  checkStepUnreached: { zh: "未查到", en: "not reached" },
  checkStepLeft: { zh: "未要求", en: "not asked for" },
  checkWhere: { zh: "位置", en: "Where" },
  checkWhat: { zh: "问题", en: "What" },
  checkCure: { zh: "怎么办", en: "What to do" },
  step: { zh: "步骤", en: "Step" },
  stepFound: { zh: "核对了什么", en: "What was checked" },
  stepVerdict: { zh: "结果", en: "Result" },
  step_signature: { zh: "签名", en: "Signature" },
  step_tree: { zh: "树", en: "Tree" },
  step_growth: { zh: "只增未改", en: "Growth" },
  step_entries: { zh: "条目", en: "Entries" },
  step_manifest: { zh: "清单", en: "Manifest" },
  step_files: { zh: "文件", en: "Files" },
  step_figures: { zh: "指标", en: "Figures" },
  found_signature: {
    zh: "{origin} 签了检查点：{size} 条",
    en: "{origin} signed the checkpoint: {size} {size|entry|entries}",
  },
  found_tree: {
    zh: "{tiles} 个哈希块导出所签的根 {root}",
    en: "{tiles} {tiles|tile gives|tiles give} the signed root {root}",
  },
  found_growth: {
    zh: "自 {since} 条起只增未改",
    en: "only grown since it had {since} {since|entry|entries}",
  },
  found_entries: {
    zh: "{entries} 条逐条重算，次序无缺",
    en: "{entries} {entries|entry|entries} hashed anew, none missing from its record",
  },
  found_manifest: {
    zh: "第 {number} 次发布，清单的哈希就是日志所记：{manifest}",
    en: "release {number}, its manifest the one whose hash the log has: {manifest}",
  },
  found_files: {
    zh: "{files} 个文件（{size} MB）与清单一致",
    en: "{files} {files|file|files} ({size} MB) as the manifest has them",
  },
  found_figures: {
    zh: "{derived} 个公布的数值由条目重新算出；另有 {sealed} 个出自封存的台账，公众不能重算",
    en: "{derived} published {derived|value is|values are} what the entries give; {sealed} {sealed|rests|rest} on sealed registers, which the public cannot count",
  },
  checkKeyBelieved: {
    zh: "采用的公钥：{key}。它取自网站本身，请与您从别处得到的比对。",
    en: "Key that was believed: {key}. It comes from the site itself: compare it with one from elsewhere.",
  },
  checkKeyGiven: { zh: "采用您给出的公钥：{key}", en: "Key that was believed, as you gave it: {key}" },
  checkKeep: {
    zh: "留下今天的检查点，下次就能证明日志只增未改：",
    en: "Keep today’s checkpoint, and next time you can have it proven that the log has only grown:",
  },
  checkNoFolder: {
    zh: "本页是从文件夹直接打开的，浏览器不让它读取旁边的文件。请在“更多选择”里选择这个文件夹，或从网址打开本页。",
    en: "This page was opened from a folder, and a browser does not let it read the files beside it. Choose that folder under “Options”, or open the page from its address.",
  },
  checkNoCrypto: {
    zh: "浏览器只在 https 网址或本机地址上提供核验所需的密码功能。请用 https 打开本页，或用下面的单个文件核验。",
    en: "A browser offers the cryptography that a check needs only at an https address or on your own computer. Open this page by https, or check with the single file below.",
  },
  checkOldBrowser: {
    zh: "这个浏览器不会核对 Ed25519 签名。请用 Chrome 或 Edge 137、Firefox 129、Safari 17 及以上版本，或用下面的单个文件核验。",
    en: "This browser cannot check Ed25519 signatures. Use Chrome or Edge 137, Firefox 129, Safari 17 or newer, or check with the single file below.",
  },
  checkUnreachable: {
    zh: "取不到文件 {path}：{reason}。请检查网络后再试。",
    en: "The file {path} cannot be fetched: {reason}. Look after your network and try again.",
  },
  fileUsage: {
    zh: `用法：node verify.mjs <网址或文件夹> [--key <公钥>] [--since <检查点文件>] [--json]
  --key <公钥>          另行取得的公钥；不给则采用发布自带的
  --since <检查点文件>  以前留存的检查点：证明日志自那时起只增未改
  --json                以 JSON 打印结果
退出码：0 全部相符，1 有不符或读不到，2 用法不对`,
    en: `Usage: node verify.mjs <address or folder> [--key <vkey>] [--since <checkpoint>] [--json]
  --key <vkey>          the verifier key from elsewhere; without it the release's own is believed
  --since <checkpoint>  a file with a checkpoint that you kept: proves that the log has only grown since
  --json                prints the result as JSON
Exit codes: 0 everything matches, 1 something does not or cannot be read, 2 called wrongly`,
  },
  fileNode: {
    zh: "需要 Node 20 或更新的版本，这里是 {version}",
    en: "Node 20 or newer is needed; this is {version}",
  },
  singleFile: { zh: "用一个文件", en: "With a single file" },
  singleFileText: {
    zh: "verify.mjs 是一个文件的程序，做的与上面的网页相同，并核对每个网页；只需 Node 20 或更新的版本，不装任何别的东西。从您信任的地方取得它更好：随便哪次发布的都能核验别的发布。",
    en: "verify.mjs is a program of one file that does what this page does, and checks every page besides; it needs Node 20 or newer and nothing else. Better have it from where you trust it: that of any release checks any other.",
  },
  proof: { zh: "证明", en: "Proof" },
  proveAt: { zh: "证明第 {position} 条在日志里", en: "Proof that entry {position} is in the log" },
  figureAnew: {
    zh: "在浏览器里由这些条目重算本指标",
    en: "Derive this figure anew from these entries, in your browser",
  },
  figureHere: { zh: "重算一个指标", en: "Derive a figure anew" },
  figureText: {
    zh: "浏览器取来这个指标所依据的条目，由日志的哈希核对，归并成记录，按公布的定义重新计算，与公布的每个数值比较。",
    en: "Your browser fetches the entries that a figure rests on, checks them by the log’s hashes, folds them into records, counts these by the published definition, and compares every published value.",
  },
  figureChoose: { zh: "指标", en: "Figure" },
  figureStart: { zh: "重算", en: "Derive" },
  figureFine: {
    zh: "{derived} 个公布的数值由 {entries} 条日志条目重新算出，个个相符",
    en: "{derived} published {derived|value is|values are} what {entries} {entries|entry|entries} of the log {entries|gives|give}",
  },
  figureSealed: {
    zh: "{sealed} 个公布的数值出自封存的台账：{entries} 条都在日志里，数值就是所签发布的那些；内容封存，公众不能重算",
    en: "{sealed} published {sealed|value rests|values rest} on a sealed register: {entries} {entries|entry is|entries are} in the log, and the {sealed|value is|values are} those that were signed; as the contents are sealed, the public cannot count them",
  },
  figureSigned: {
    zh: "签名、清单、定义、条目位置和公布的数值也已核对：它们的哈希都由签名担保。",
    en: "Signature, manifest, definitions, positions of entries and published values were checked, too: the signature vouches for the hash of each.",
  },
  figureUnproven: {
    zh: "这里没有证明：日志里没有别的条目属于这个台账（核验整个发布才能查出），记录写入时是否如实（任何程序都查不出）。",
    en: "Not proven here: that no other entry of the log belongs to the register (checking the whole release shows that), and that records were true when they were written (no program can).",
  },
  figureDistrict: { zh: "全区逐期数值", en: "The district’s values by period" },
  figurePeriod: { zh: "报告期", en: "Period" },
  figurePublished: { zh: "公布", en: "Published" },
  figureDerived: { zh: "重算", en: "Derived anew" },
  figureNone: { zh: "无数值", en: "no value" },
  figureUntold: { zh: "封存", en: "sealed" },
  figureOpen: { zh: "这个指标的页面", en: "This figure’s page" },
  proveHere: { zh: "证明一条在日志里", en: "Prove that an entry is in the log" },
  proveText: {
    zh: "给出条目的位置（从 0 起；指标页、台账页有列出），浏览器由日志的哈希生成包含证明。凭证明和条目两个文件，不用日志也能核对。",
    en: "Give an entry’s position (from 0; pages of figures and registers list them), and your browser makes the inclusion proof from the log’s hashes. With the two files, proof and entry, it can be checked without the log.",
  },
  provePosition: { zh: "条目的位置", en: "The entry’s position" },
  proveStart: { zh: "生成证明", en: "Make the proof" },
  proveFine: {
    zh: "条目 {position} 在 {origin} 所签的 {size} 条之中，证明有 {hashes} 个哈希，已核对。",
    en: "Entry {position} is among the {size} that {origin} signed. The proof has {hashes} {hashes|hash|hashes}, and was checked.",
  },
  proveEntry: { zh: "条目原文", en: "The entry itself" },
  proveDownload: { zh: "下载：", en: "Download: " },
} as const;
