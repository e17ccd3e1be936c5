import { strFromU8, unzipSync } from "fflate";
import { type BoundReport, readReport, renderWord, type WordSurroundings } from "../../src/reports/index.ts";
import { declarationsWith } from "../reports/pack.ts";

/** A text as the gate would hand it on, every figure proven by an observation of 611. */
function bound(markdown: string, language: "zh" | "en" = "zh"): BoundReport {
  const text = { id: "r", language, file: "r.md", title: "题", markdown, period: "2019..2021" };
  const { tree, figures, citations, charts, issues } = readReport(declarationsWith([]), text);
  const [wrong] = issues;
  if (wrong !== undefined) throw new Error(wrong.code);
  const bindings = figures.flatMap(({ number, text, line, column, sentence, query }) => {
    if (query === null) return [];
    const { indicator, area, period, where: breakdown } = query;
    const observation = { indicator, area, period: period.toString(), breakdown, value: "611" };
    return [{ number, text, line, column, sentence, observation }];
  });
  return { id: "r", language, file: "r.md", title: "题", tree, bindings, citations, charts };
}

/** The smallest PNG that there is: one white point. */
const WHITE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAHRaoLQAAAABJRU5ErkJggg==",
  "base64",
);

const surroundings: WordSurroundings = {
  title: "云岭区五年成绩单",
  district: "999900000000",
  creator: "云岭区",
  created: "2021-10-08T09:00:00.000Z",
  titleOf: ({ observation }) => `${observation.indicator} ${observation.period}`,
  chart: ({ title }) => ({
    png: WHITE,
    ratio: 0.3,
    description: `${title}：2019年611条`,
    caption: title,
    notes: ["数字来自受理线索。", "演示数据"],
  }),
  sources: {
    title: "数据来源",
    lead: ["正文数字由台账记录算出。"],
    heads: ["指标", "时间、范围", "文中写作", "数值"],
    weights: [2, 4, 1, 1],
    groups: [
      {
        title: "受理线索",
        rows: [
          ["2019—2021年", "611条", "611条"],
          ["2020年", "611条", "611条"],
        ],
      },
    ],
    documentsTitle: "引用的文件",
    documents: ["第七次人口普查公报"],
  },
};

/** A Markdown text as a document. */
export function word(
  markdown: string,
  language: "zh" | "en" = "zh",
  around: Partial<WordSurroundings> = {},
): Uint8Array {
  return renderWord(bound(markdown, language), { ...surroundings, ...around });
}

/** A part of a document as text. */
export function partOf(document: Uint8Array, name: string): string {
  const part = unzipSync(document)[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return strFromU8(part);
}
