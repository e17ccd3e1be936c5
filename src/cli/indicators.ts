import { type District, observationsAsOf } from "../district/index.ts";
import { csvOf, observationTable } from "../exchange/index.ts";
import { type By, type Observation, readQuery } from "../indicators/index.ts";
import { IssueError, type Language } from "../issue/index.ts";
import { Decimal, formatNumber } from "../quantity/index.ts";
import { type AddCommand, dataOption, pairs, withDistrict } from "./command.ts";
import { notesOf } from "./observation-notes.ts";
import { tableOf } from "./output.ts";

interface Options {
  readonly data: string;
  readonly by: readonly string[];
  readonly where: readonly string[];
  readonly period?: string;
  readonly area?: string;
  readonly position?: string;
  readonly json?: true;
  readonly csv?: true;
}

export const addIndicators: AddCommand = (program, output) => {
  program
    .command("indicators")
    .description("查指标的值 · read observations")
    .argument("[id]", "指标；不给则列出全部 · the indicator; without it, all are listed")
    .option(
      "--by <dimension...>",
      "按 year、month、township、village 或分组展开 · a row for each of these",
      [],
    )
    .option("--where <pairs...>", "限定分组，如 kind=clinic · values of dimensions", [])
    .option("--period <period>", "2020、2020-03、2018..2021；默认为全部期间 · the whole ledger unless told")
    .option("--area <code>", "12 位区划代码；默认为全区 · the district unless told")
    .option("--position <n>", "按日志前 n 条重算 · as of the log's first n entries, derived anew")
    .option("--json", "输出 JSON · print JSON")
    .option("--csv", "输出 CSV · print CSV")
    .option(...dataOption)
    .action(async (id: string | undefined, options: Options) => {
      await withDistrict(options.data, async (district) => {
        const ids = id === undefined ? [...district.declarations.indicators.keys()] : [id];
        const observations: Observation[] = [];
        for (const indicator of ids) observations.push(...(await read(district, indicator, options)));
        if (options.json) output.out(`${JSON.stringify(observations, null, 2)}\n`);
        else if (options.csv)
          for await (const piece of csvOf(observationTable(observations))) output.out(piece);
        else output.out(shown(district, observations, output.language));
      });
    });
};

async function read(district: District, indicator: string, options: Options): Promise<Observation[]> {
  const { query, issues } = readQuery(
    district.declarations,
    {
      indicator,
      where: pairs(options.where),
      ...(options.period !== undefined && { period: options.period }),
      ...(options.area !== undefined && { area: options.area }),
    },
    [indicator],
  );
  if (query === null) throw new IssueError(issues);
  const by = options.by as By[];
  if (options.position === undefined) return district.observations(query, by);
  return observationsAsOf(district, Number(options.position), query, by);
}

function shown({ declarations }: District, observations: readonly Observation[], language: Language): string {
  const dimensions = [...new Set(observations.flatMap((it) => Object.keys(it.breakdown)))];
  const head =
    language === "zh"
      ? ["指标", "地区", "期间", ...dimensions, "值", "单位"]
      : ["indicator", "area", "period", ...dimensions, "value", "unit"];
  const notes = observations.map((it) => notesOf(declarations, it, language));
  const noted = notes.some((it) => it !== "");
  const rows = observations.map((it, at) => {
    const indicator = declarations.indicators.get(it.indicator);
    const value =
      it.value === null
        ? `— (${it.missing})`
        : formatNumber(Decimal.of(it.value).round(indicator?.decimals ?? 0), language);
    return [
      it.indicator,
      declarations.areas.get(it.area)?.name[language] ?? it.area,
      it.period,
      ...dimensions.map((name) => it.breakdown[name] ?? ""),
      value,
      indicator?.unit ?? "",
      ...(noted ? [notes[at] ?? ""] : []),
    ];
  });
  return tableOf(noted ? [...head, language === "zh" ? "说明" : "note"] : head, rows);
}
