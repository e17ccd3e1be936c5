/** The page that explains how to verify. */
export const verifyWords = {
  verifyTitle: { zh: "怎样核验", en: "How to verify" },
  verifyLead: {
    zh: "不必相信我们：日志、签名和全部文件都在这里，用我们的程序或别人的工具都能检查。",
    en: "You need not trust us: log, signature and every file are here, to be checked with our program or with other people’s tools.",
  },
  checkpointOfRelease: { zh: "本次发布的检查点", en: "The checkpoint of this release" },
  origin: { zh: "日志名称", en: "Name of the log" },
  verifierKey: { zh: "公钥", en: "Verifier key" },
  logFiles: { zh: "文件", en: "Files" },
  entryBundles: { zh: "条目文件", en: "Entry bundles" },
  treeTiles: { zh: "各层第一片", en: "First tile of each level" },
  filesOf: { zh: "{count} 个文件", en: "{count} {count|file|files}" },
  signedCheckpoint: { zh: "签名的检查点", en: "The signed checkpoint" },
  hasOneMore: {
    zh: "比上列条数多一条，即记下本次发布的那一条，所以它的根与上面的树根不同。",
    en: " has one entry more than are counted here, the one that records this release; so its root is not the one above.",
  },
  keyElsewhere: {
    zh: "公钥应当与您从别处（政府公报、报纸、往次发布）得到的一致。",
    en: "Compare the key with one that you have from elsewhere: a gazette, a newspaper, an earlier release.",
  },
  withProgram: { zh: "用我们的程序", en: "With our program" },
  withProgramText: {
    zh: "它依次检查签名、检查点、日志的每一条、记录、每个公开的数字、勾稽、报告里的每个数字和每个文件，指出第一处不符。也可以把整个网站下载到一个文件夹，不联网检查。",
    en: "It checks, in this order, the signature, the checkpoint, every entry of the log, the records, every public figure, the rules, every number of the report and every file, and names the first thing that does not match. It also checks a downloaded folder, without a network.",
  },
  withKeptCheckpoint: {
    zh: "留下今天的 log/checkpoint 文件，下次就能查出日志只增未改：",
    en: "Keep today’s file log/checkpoint, and next time you can check that the log has only grown since:",
  },
  withoutProgram: { zh: "用系统自带的工具", en: "With tools of your own" },
  withoutProgramText: {
    zh: "日志采用公开标准：C2SP tlog-tiles、tlog-checkpoint、signed-note（Ed25519），RFC 6962 散列，条目是规范 JSON（RFC 8785）。任何支持这些标准的程序都能读。",
    en: "The log follows public standards: C2SP tlog-tiles, tlog-checkpoint and signed-note (Ed25519), RFC 6962 hashing, entries in canonical JSON (RFC 8785). Any program that knows them can read it.",
  },
  checkSignature: { zh: "检查签名", en: "Check the signature" },
  checkFile: { zh: "检查一个文件与清单一致", en: "Check a file against the manifest" },
  whatItProves: { zh: "能证明什么，不能证明什么", en: "What this proves, and what it does not" },
  proven: { zh: "能证明", en: "Proven" },
  notProven: { zh: "不能证明", en: "Not proven" },
  proven1: {
    zh: "公开台账的数字确实由日志里的记录算出，按公布的定义。",
    en: "Figures of open registers are computed from the records in the log, by the published definitions.",
  },
  proven2: { zh: "报告里的数字与这些数字一致。", en: "The numbers of the report are those figures." },
  proven3: {
    zh: "自某个检查点以来，日志只增加、没有改动或删减，封存的台账也一样。",
    en: "Since a checkpoint that you kept, the log has only grown: nothing was changed or dropped, not even in sealed registers.",
  },
  proven4: {
    zh: "定义、报告和文件就是当时签名发布的那一份。",
    en: "Definitions, report and files are the ones that were signed and published.",
  },
  notProven1: {
    zh: "记录本身是否如实：写进来的时候就不真实的，程序看不出来。",
    en: "That a record was true when it was written: what is untrue from the start, no program can see.",
  },
  notProven2: {
    zh: "封存台账的数字：公众只能看到它们没有改动；要核对，须由审计人员查看内容。",
    en: "The figures of sealed registers: the public sees only that nothing was changed; to check them, an auditor must be given the contents.",
  },
  notProven3: {
    zh: "掌握签名私钥的人能否重写整部日志再签一次：只有留着旧检查点的人才能发现。请留一份。",
    en: "That nobody who holds the signing key wrote the whole log anew and signed it again: only somebody who kept an older checkpoint can tell. Keep one.",
  },
  earlierReleases: { zh: "往次发布", en: "Earlier releases" },
  earlierCheckpoints: { zh: "往次发布的检查点", en: "Checkpoints of earlier releases" },
  earlierText: {
    zh: "本次的日志包含往次的全部条目。",
    en: "The log of this release contains every entry of those before it.",
  },
} as const;
