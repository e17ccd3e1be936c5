import { dayInChina } from "../calendar/index.ts";
import { type District, type PublicList, publicList } from "../district/index.ts";
import { type Cell, csvText, valueCells } from "../exchange/index.ts";
import { type Language, refuse } from "../issue/index.ts";
import type { FieldDefinition } from "../registers/index.ts";
import { type AddCommand, dataOption, registerOf, withDistrict } from "./command.ts";
import { areaText } from "./in-words.ts";
import { tableOf } from "./output.ts";

interface Options {
  readonly data: string;
  readonly area?: string;
  readonly csv?: true;
}

/** `list`: what a register may post of its records by law, and nothing else of them. */
export const addList: AddCommand = (program, { out, err, language }) => {
  program
    .command("list")
    .description("打印依法公示的名单 · the list that the law lets a register post")
    .argument("<register>", "台账 · register")
    .option("--area <code>", "12 位区划代码，缺省为全区 · 12-digit area code; the district unless told")
    .option("--csv", "输出 CSV · print CSV")
    .option(...dataOption)
    .action(async (name: string, options: Options) => {
      await withDistrict(options.data, async (district) => {
        registerOf(district, name);
        const area = areaAsked(district, options.area);
        const list = await publicList(district, name, area);
        const head = heading(district, list, area, language);
        const fields = district.declarations.registers.get(name)?.definition.fields ?? {};
        const { headers, rows } = tableIn(district, list, fields, language);
        if (options.csv) {
          err(head);
          out(csvText({ headers, rows }));
        } else
          out(
            `${head}${tableOf(
              headers,
              rows.map((row) => row.map(textOf)),
            )}`,
          );
      });
    });
};

function areaAsked({ declarations: { areas } }: District, code = areas.district): string {
  return areas.get(code) === undefined
    ? refuse("indicators.area-unknown", ["--area"], { value: code })
    : code;
}

/** What is posted, where, when, by which rule, and how many: a list without these is no notice. */
function heading(
  { declarations, clock }: District,
  { definition, rows }: PublicList,
  area: string,
  language: Language,
): string {
  const day = dayInChina(clock());
  const place = areaText(declarations, area, language);
  return language === "zh"
    ? `${definition.title.zh}\n地区：${place}\n日期：${day}\n依据：${definition.source.zh}\n共 ${rows.length} 条\n\n`
    : `${definition.title.en}\nArea: ${place}\nDate: ${day}\nBy: ${definition.source.en}\n${rows.length} in all\n\n`;
}

function tableIn(
  { declarations }: District,
  { definition, rows }: PublicList,
  fields: Readonly<Record<string, FieldDefinition>>,
  language: Language,
): { headers: string[]; rows: Cell[][] } {
  const columns = definition.fields.map((name) => fields[name] as FieldDefinition);
  const cells = columns.map((it) => {
    const cell = valueCells(it, language);
    return (value: PublicList["rows"][number][number]): Cell =>
      it.schema.area === true && typeof value === "string"
        ? { text: areaText(declarations, value, language) }
        : cell(value);
  });
  return {
    headers: columns.map((it) => it.title[language]),
    rows: rows.map((row) => row.map((value, i) => (cells[i] as (typeof cells)[number])(value))),
  };
}

function textOf(cell: Cell): string {
  if (typeof cell === "string") return "";
  return "number" in cell ? cell.number : cell.text;
}
