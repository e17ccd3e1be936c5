/**
 * Writes `docs/issues.md` from the catalogue of issues: `npm run docs`. A test fails where it is out of date.
 */
import { writeFile } from "node:fs/promises";
import { catalogue, type IssueWords } from "../src/issue/index.ts";

/** Parts of the program by the first word of their codes, in the order of the document. */
const parts: Readonly<Record<string, string>> = {
  cli: "The command line · 命令行",
  district: "A district's ledger and pack · 账本与地区包",
  registers: "Entries and records · 条目与记录",
  exchange: "Files in and out · 导入导出",
  calendar: "Dates and deadlines · 日期与期限",
  indicators: "Indicators · 指标",
  claims: "Reading prose · 读文稿",
  reports: "Reports · 报告",
  release: "Releases and bundles · 发布与发布包",
  verify: "Verification · 核验",
  ledger: "The log, keys and signatures · 日志、密钥与签名",
  store: "The database · 数据库",
};

/** The whole document. Throws on a code whose part is not named here. */
export function issuesDocument(): string {
  const issues = Object.entries<IssueWords>(catalogue);
  const partOf = (code: string) => code.slice(0, code.indexOf("."));
  const unknown = issues.find(([code]) => parts[partOf(code)] === undefined);
  if (unknown !== undefined) throw new Error(`docs/generate.ts names no part for ${unknown[0]}`);
  const sections = Object.entries(parts).flatMap(([part, title]) => {
    const own = issues.filter(([code]) => partOf(code) === part);
    return own.length === 0 ? [] : [`## ${title}\n\n${own.map(entryOf).join("\n")}`];
  });
  return `${head}\n${sections.join("\n\n")}\n`;
}

const head = `# Issues · 问题清单

Everything that the program refuses or finds wrong, by its code: what it says, and after the arrow what mends it.
Names in braces are filled in. Made from \`src/issue/catalogue/\` by \`npm run docs\`; do not edit.

程序拒绝或查出的每一种问题，按代码排列：先说哪里不对，箭头后说怎样改。花括号中的名称由程序填写。
本文由 \`npm run docs\` 生成，请勿手改。
`;

function entryOf([code, { zh, en, cure }]: readonly [string, IssueWords]): string {
  return `- \`${code}\`\n  - ${escaped(zh)} → ${escaped(cure.zh)}\n  - ${escaped(en)} → ${escaped(cure.en)}`;
}

/** As plain text in Markdown. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|]/g, "\\$&");
}

if (import.meta.main) await writeFile(new URL("issues.md", import.meta.url), issuesDocument());
