import type { IssueWords } from "../words.ts";

export const release = {
  "release.overtaken": {
    zh: "发布期间另有条目写入或另一次发布",
    en: "entries, or another release, came in between",
    cure: { zh: "再运行一次 huimou release", en: "run huimou release again" },
  },
  "release.folder-foreign": {
    zh: "目录里有不属于发布的文件，发布会把它们删去",
    en: "the folder holds files of no release, which publishing into it would remove",
    cure: { zh: "用 --out 指定新的或空的目录", en: "name a new or an empty folder with --out" },
  },
  "release.bundle-missing": {
    zh: "读不到这个发布包",
    en: "the bundle cannot be read",
    cure: { zh: "核对路径", en: "check its path" },
  },
  "release.bundle-damaged": {
    zh: "发布包不完整，或含有不该有的文件",
    en: "the bundle is not whole, or holds what no bundle has",
    cure: { zh: "重新取得发布包", en: "fetch the bundle again" },
  },
  "release.bundle-differs": {
    zh: "本程序由发布包生成的这个文件与发布的不同（发布时的程序版本 {program}）",
    en: "this program builds the file otherwise than it was released (by version {program})",
    cure: { zh: "用版本 {program} 重建", en: "rebuild with version {program}" },
  },
  "release.no-font": {
    zh: "没有含汉字的字体，画不出图表里的字",
    en: "there is no font with Chinese characters, so the letters of the charts cannot be drawn",
    cure: {
      zh: "安装一种中文字体（如 Debian 的 fonts-noto-cjk），或用 --font 指定字体文件",
      en: "install a Chinese font (on Debian, fonts-noto-cjk), or name a font's file with --font",
    },
  },
  "release.no-report": {
    zh: "本次发布没有报告，写不出 Word 文档",
    en: "the release has no report to write as a Word document",
    cure: { zh: "在区情包里写报告，再发布", en: "put a report into the pack and release again" },
  },
} as const satisfies Record<string, IssueWords>;
