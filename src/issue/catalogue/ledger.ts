import type { IssueWords } from "../words.ts";

export const ledger = {
  "ledger.json-number": {
    zh: "{value} 不能写成 JSON 数",
    en: "{value} cannot be written as a JSON number",
    cure: { zh: "改为有限的数，或写成字符串", en: "use a finite number, or a string" },
  },
  "ledger.json-surrogate": {
    zh: "文本里有半个字符（孤立的代理项）",
    en: "the text holds half a character (a lone surrogate)",
    cure: { zh: "重新输入该处文字", en: "type the text at that place again" },
  },
  "ledger.json-depth": {
    zh: "嵌套超过 {deepest} 层",
    en: "values are nested more than {deepest} levels deep",
    cure: { zh: "拆成几个字段", en: "split the value into several fields" },
  },
  "ledger.entry-not-json": {
    zh: "该条目不是 UTF-8 编码的 JSON 对象",
    en: "the entry is no JSON object in UTF-8",
    cure: {
      zh: "文件已损坏或被改动，请重新下载后再核验",
      en: "the file was damaged or changed: fetch it again and verify",
    },
  },
  "ledger.entry-not-canonical": {
    zh: "该条目不是规范写法（RFC 8785）",
    en: "the entry is not written canonically (RFC 8785)",
    cure: {
      zh: "该条目不是本程序写入的；以规范 JSON 重新写入",
      en: "this program did not write it: write it again as canonical JSON",
    },
  },
  "ledger.entry-member-missing": {
    zh: "该条目缺少 {member}",
    en: "the entry has no {member}",
    cure: { zh: "补上 {member}（见 docs/formats/entry.md）", en: "give it {member} (docs/formats/entry.md)" },
  },
  "ledger.entry-member-unknown": {
    zh: "条目没有名为 {member} 的成员",
    en: "an entry has no member {member}",
    cure: {
      zh: "去掉 {member}（见 docs/formats/entry.md）",
      en: "leave {member} out (docs/formats/entry.md)",
    },
  },
  "ledger.entry-member-wrong": {
    zh: "该成员的值不合格式",
    en: "this member's value does not fit the format",
    cure: { zh: "按 docs/formats/entry.md 改写", en: "write it as docs/formats/entry.md says" },
  },
  "ledger.entry-version": {
    zh: "{kind} 条目的版本不对：只有 open 从 0 开始",
    en: "this version cannot be that of {kind}: open has 0, and nothing else of a record has",
    cure: { zh: "填写记录在本条目之前的版本", en: "give the version that the record had before the entry" },
  },
  "ledger.bundle-cut": {
    zh: "条目包只能读出 {entries} 条，应有 {width} 条",
    en: "the entry bundle breaks off after {entries} of its {width} entries",
    cure: {
      zh: "文件不完整或被改动，请重新下载",
      en: "the file is incomplete or was changed: fetch it again",
    },
  },
  "ledger.bundle-width": {
    zh: "条目包在 {width} 条之后还多出 {bytes} 字节",
    en: "the entry bundle has {bytes} bytes more than its {width} entries",
    cure: { zh: "文件被改动，请重新下载", en: "the file was changed: fetch it again" },
  },
  "ledger.proof-malformed": {
    zh: "不是 {wanted}",
    en: "this line is no {wanted}",
    cure: {
      zh: "按 c2sp.org/tlog-proof 的格式重新取得证明文件",
      en: "get the proof again, in the format of c2sp.org/tlog-proof",
    },
  },
  "ledger.note-text": {
    zh: "签名文件不是 UTF-8 文本，或含有控制字符",
    en: "the signed note is no UTF-8 text, or holds control characters",
    cure: { zh: "文件已损坏或被改动，请重新下载", en: "it was damaged or changed: fetch it again" },
  },
  "ledger.note-unsigned": {
    zh: "文件末尾没有签名行",
    en: "no signature lines stand at the end, below an empty line",
    cure: { zh: "取得带签名的检查点", en: "get the checkpoint with its signatures" },
  },
  "ledger.note-line": {
    zh: "这一行不是签名行，或签名多于 {most} 个",
    en: "this line is no signature, or one of more than {most}",
    cure: {
      zh: "签名行应为“— 名称 base64”（c2sp.org/signed-note）",
      en: "a signature line is “— name base64” (c2sp.org/signed-note)",
    },
  },
  "ledger.signature-missing": {
    zh: "没有 {name}（密钥 {keyId}）的签名：不是这把密钥签的",
    en: "there is no signature of {name} with the key {keyId}: another key signed this",
    cure: {
      zh: "核对所用的验证公钥是否为该区公布的那一把；若公钥无误，此文件不可信",
      en: "check that the verifier key is the one that the district published; if it is, do not trust this file",
    },
  },
  "ledger.signature-wrong": {
    zh: "{name}（密钥 {keyId}）的签名与内容不符：签名后被改动过",
    en: "the signature of {name} with the key {keyId} does not fit the text: it was changed after signing",
    cure: {
      zh: "不要相信此文件；向发布者索取原件",
      en: "do not trust this file; ask the publisher for the original",
    },
  },
  "ledger.verifier-key-malformed": {
    zh: "不是验证公钥",
    en: "this is no verifier key",
    cure: {
      zh: "应为 名称+8 位十六进制+base64 一行（发布目录的 log/vkey）",
      en: "it is one line: name+8 hex digits+base64 (log/vkey of a release)",
    },
  },
  "ledger.verifier-key-id": {
    zh: "公钥编号 {id} 与内容不符，应为 {expected}",
    en: "the key id {id} does not fit name and key, whose id is {expected}",
    cure: { zh: "重新抄录整行公钥", en: "copy the whole line again" },
  },
  "ledger.checkpoint-line": {
    zh: "检查点的这一行应为 {wanted}",
    en: "this line of the checkpoint is no {wanted}",
    cure: {
      zh: "检查点依次为来源、条目数、base64 根值（docs/formats/checkpoint.md）",
      en: "a checkpoint has origin, size and base64 root, a line each (docs/formats/checkpoint.md)",
    },
  },
  "ledger.checkpoint-origin": {
    zh: "检查点属于 {origin}，不是 {expected}",
    en: "the checkpoint is that of {origin}, not of {expected}",
    cure: { zh: "用该区自己的检查点和公钥", en: "use checkpoint and key of the same district" },
  },
  "ledger.file-missing": {
    zh: "日志缺少此文件",
    en: "the log has no such file",
    cure: {
      zh: "重新下载整个发布目录；若发布者处也没有，则内容被抽走",
      en: "fetch the whole release again; if its publisher lacks it too, something was taken out",
    },
  },
  "ledger.tile-width": {
    zh: "哈希块有 {bytes} 字节，应为 {expected} 字节",
    en: "the tile has {bytes} bytes instead of {expected}",
    cure: { zh: "文件不完整或被改动，请重新下载", en: "it is incomplete or was changed: fetch it again" },
  },
  "ledger.tile-changed": {
    zh: "此哈希块与签名所证的树不符：被改动过",
    en: "this tile does not lead to the signed root: it was changed",
    cure: {
      zh: "重新下载；若仍不符，不要相信此发布",
      en: "fetch it again; if it still differs, do not trust the release",
    },
  },
  "ledger.root-mismatch": {
    zh: "文件合成的根是 {found}，签名的检查点（{size} 条）是 {signed}：历史被改写而未重新签名",
    en: "the files make the root {found}; the checkpoint signed {signed} for {size} entries: they are another history",
    cure: {
      zh: "不要相信此发布；向发布者索取签名时的文件",
      en: "do not trust the release; ask for the files that were signed",
    },
  },
  "ledger.entry-changed": {
    zh: "第 {position} 号条目与签名所证的哈希不符：被改动过",
    en: "the entry at position {position} is not the one that was signed: it was changed",
    cure: {
      zh: "重新下载；若仍不符，不要相信此发布",
      en: "fetch it again; if it still differs, do not trust the release",
    },
  },
  "ledger.entry-order": {
    zh: "{register} 记录 {record} 的条目版本为 {version}，此处应为 {expected}：有条目缺失、重复或错位",
    en: "this entry of {record} in {register} has version {version} where {expected} must come: one is missing, doubled or moved",
    cure: {
      zh: "签名者写错了日志：向发布者指出该条目的位置",
      en: "whoever signed wrote a wrong log: tell the publisher the entry's position",
    },
  },
  "ledger.log-shrunk": {
    zh: "日志现有 {size} 条，比保存的检查点（{since} 条，根 {sinceRoot}）还少",
    en: "the log has {size} entries, fewer than the checkpoint that was kept ({since}, root {sinceRoot})",
    cure: {
      zh: "记录被删除或换成了旧备份：保存好两份检查点，向监督部门反映",
      en: "records were removed, or an old copy was put back: keep both checkpoints and report it",
    },
  },
  "ledger.history-rewritten": {
    zh: "日志（{size} 条，根 {root}）不是由保存的检查点（{since} 条，根 {sinceRoot}）续写而来：旧记录被改写",
    en: "the log ({size} entries, root {root}) did not grow from the checkpoint that was kept ({since}, root {sinceRoot})",
    cure: {
      zh: "这是签名者改写历史的证据：保存好两份检查点，向监督部门反映",
      en: "both are signed, so this proves that history was rewritten: keep them and report it",
    },
  },
  "ledger.position-beyond": {
    zh: "日志只有 {size} 条，位置从 0 到 {last}",
    en: "the log has {size} entries, at the positions 0 to {last}",
    cure: {
      zh: "给出日志里有的位置；指标页和台账页列有条目的位置",
      en: "give a position that the log has; pages of figures and registers list those of their entries",
    },
  },
  "ledger.inclusion-unproven": {
    zh: "证明不成立：该条目不在 {size} 条的日志的第 {position} 号",
    en: "the proof does not hold: the entry does not stand at position {position} of the log of {size}",
    cure: {
      zh: "核对条目是否为证明所附的原文，一个字节也不能变",
      en: "check that the entry is the one that came with the proof, byte for byte",
    },
  },
} as const satisfies Record<string, IssueWords>;
