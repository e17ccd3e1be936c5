/** Checking the release in the reader's own browser: the page's words, and those of the script that does it. */
export const checkWords = {
  checkHere: { zh: "在这里核验", en: "Check it here" },
  checkHereText: {
    zh: "您的浏览器自己取来检查点和公钥，核对签名；不经过我们的任何程序服务。",
    en: "Your own browser fetches checkpoint and key and checks the signature; no service of ours takes part.",
  },
  checkStart: { zh: "核验本次发布", en: "Check this release" },
  checkRunning: { zh: "正在核验……", en: "Checking…" },
  checkSigned: {
    zh: "签名相符：{origin} 签过 {size} 条的检查点，树根 {root}。",
    en: "The signature is right: {origin} signed a checkpoint of {size} entries with the root {root}.",
  },
  checkFailed: { zh: "不符", en: "It does not match" },
  checkWhere: { zh: "位置：{where}", en: "Where: {where}" },
  checkNoFolder: {
    zh: "浏览器不让从文件夹直接打开的网页读取旁边的文件。请从网址打开本页，或用下面的命令核验这个文件夹。",
    en: "A browser does not let a page that is opened from a folder read the files beside it. Open this page from its address, or check the folder with the command below.",
  },
  checkUnreachable: {
    zh: "取不到文件：{path}（{reason}）",
    en: "A file cannot be fetched: {path} ({reason})",
  },
} as const;
