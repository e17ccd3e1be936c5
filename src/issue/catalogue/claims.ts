import type { IssueWords } from "../words.ts";

export const claims = {
  "claims.document-kind": {
    zh: "不能读 {kind} 文件",
    en: "cannot read {kind} files",
    cure: {
      zh: "另存为 .docx、.md 或 .txt 再检查",
      en: "save it as .docx, .md or .txt",
    },
  },
  "claims.document-unreadable": {
    zh: "文件打不开（{reason}）",
    en: "the file cannot be opened ({reason})",
    cure: {
      zh: "核对文件名和读取权限",
      en: "look at its name and permissions",
    },
  },
  "claims.document-empty": {
    zh: "文件里没有文字",
    en: "there is no text in the document",
    cure: {
      zh: "核对是不是这个文件；图片里的文字读不出来，要先转成文字",
      en: "look whether it is the right file; text in pictures cannot be read",
    },
  },
  "claims.document-encoding": {
    zh: "不是文本，或者编码无法辨认",
    en: "no text, or its encoding cannot be told",
    cure: {
      zh: "用编辑器另存为 UTF-8 编码的文本",
      en: "save it as text in UTF-8 in an editor",
    },
  },
  "claims.document-locked": {
    zh: "文件加了密码",
    en: "the document is locked by a password",
    cure: {
      zh: "用文字处理软件打开，去掉密码后另存为 .docx",
      en: "open it in a word processor and save it as .docx without the password",
    },
  },
  "claims.document-old-word": {
    zh: "是旧版 Word 的 .doc 文件（或其他旧版办公文件）",
    en: "a .doc file of old Word, or another old office file",
    cure: {
      zh: "用文字处理软件打开后另存为 .docx",
      en: "open it in a word processor and save it as .docx",
    },
  },
  "claims.docx-malformed": {
    zh: "不是有效的 .docx 文件（{reason}）",
    en: "not a valid .docx file ({reason})",
    cure: {
      zh: "用文字处理软件打开后另存为 .docx",
      en: "open it in a word processor and save it as .docx",
    },
  },
  "claims.observations-malformed": {
    zh: "观测数据文件格式不对：{member}",
    en: "the file of observations is malformed at {member}",
    cure: {
      zh: "按文档中的格式改正该成员，或改为数据目录",
      en: "mend that member as the documentation describes, or name a data directory",
    },
  },
} as const satisfies Record<string, IssueWords>;
