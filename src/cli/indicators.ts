import { Option } from "commander";
import { type District, observationsAsOf } from "../district/index.ts";
import { csvOf, observationTable } from "../exchange/index.ts";
import { type By, dimensionsOf, type Observation, readQuery, valuesOf } from "../indicators/index.ts";
import { IssueError, type Language, refuse } from "../issue/index.ts";
import { type AddCommand, dataOption, withDistrict } from "./command.ts";
import { noteSealedFigures } from "./for-staff.ts";
import { areaText, dimensionText, dimensionValueText, unitText, valueText } from "./in-words.ts";
import { notesOf } from "./observation-notes.ts";
import { tableOf } from "./output.ts";
import { pair, period, wholeNumber } from "./values.ts";

interface Options {
  readonly data: string;
  readonly by?: readonly By[];
  readonly where?: Readonly<Record<string, string>>;
  readonly period?: string;
  readonly area?: string;
  readonly basis?: string;
  readonly position?: number;
  readonly json?: true;
  readonly csv?: true;
}

/** `indicators`: the values of one indicator, or of all that can be broken down as it is asked. */
export const addIndicators: AddCommand = (program, output) => {
  const { out, stream, language } = output;
  program
    .command("indicators")
    .description("查指标的值 · read observations")
    .argument("[id]", "指标；不给则列出全部 · the indicator; without it, all are listed")
    .option("--by <dimension...>", "按 year、month、township、village 或分组展开 · a row for each of these")
    .option("--where <pairs...>", "限定分组，如 kind=clinic · values of dimensions", pair)
    .option(
      "--period <period>",
      "2020、2020-03、2018..2021；默认为全部期间 · the whole ledger unless told",
      period,
    )
    .option("--area <code>", "12 位区划代码；默认为全区 · the district unless told")
    .addOption(
      new Option(
        "--basis <basis>",
        "各期间都按现行口径；不写则按当时口径 · by the definitions that hold now, whatever the period",
      ).choices(["current"]),
    )
    .option(
      "--position <n>",
      "按日志前 n 条重算 · as of the log's first n entries, derived anew",
      wholeNumber(0),
    )
    .option("--json", "输出 JSON · print JSON")
    .addOption(new Option("--csv", "输出 CSV · print CSV").conflicts("json"))
    .option(...dataOption)
    .action(async (id: string | undefined, options: Options) => {
      await withDistrict(options.data, async (district) => {
        await refuseUnlessReached(district, options.position);
        const observations: Observation[] = [];
        const ids = asked(district, id, options);
        for (const indicator of ids) observations.push(...(await read(district, indicator, options)));
        noteSealedFigures(output, district, ids);
        if (options.json) out(`${JSON.stringify(observations, null, 2)}\n`);
        else if (options.csv) await stream(csvOf(observationTable(observations)));
        else out(shown(district, observations, language));
      });
    });
};

async function refuseUnlessReached({ ledger }: District, position: number | undefined): Promise<void> {
  const { size } = await ledger.head();
  if (position !== undefined && position > size)
    refuse("cli.position-beyond", ["--position"], { position, size });
}

/** What `--by` knows beside dimensions. */
const places: readonly By[] = ["year", "month", "township", "village"];

/** The indicator that is named; without one, every indicator that has the dimensions which are. */
function asked(
  { declarations }: District,
  id: string | undefined,
  { by = [], where = {} }: Options,
): string[] {
  const named = by.filter((it) => !places.includes(it));
  const all = [...declarations.indicators.values()];
  if (id === undefined) {
    const wanted = [...named, ...Object.keys(where)];
    const having = all.filter((it) => {
      const own = dimensionsOf(declarations, it);
      const has = ([dimension, value]: readonly [string, string]) =>
        valuesOf(declarations, it, dimension)?.includes(value) !== false;
      return wanted.every((dimension) => own.includes(dimension)) && Object.entries(where).every(has);
    });
    if (having.length > 0 || all.length === 0) return having.map((it) => it.id);
    const known = [...new Set(all.flatMap((it) => dimensionsOf(declarations, it)))].join(", ");
    return refuse("cli.dimension-unknown", ["--by"], { dimension: wanted.join(", "), known });
  }
  const indicator = declarations.indicators.get(id);
  const own = indicator === undefined ? named : dimensionsOf(declarations, indicator);
  for (const dimension of named)
    if (!own.includes(dimension))
      refuse("indicators.dimension-unknown", ["--by"], {
        indicator: id,
        dimension,
        known: [...places, ...own].join(", "),
      });
  return [id];
}

async function read(
  district: District,
  indicator: string,
  { by = [], where = {}, period, area, basis, position }: Options,
): Promise<Observation[]> {
  const { query, issues } = readQuery(
    district.declarations,
    {
      indicator,
      where,
      ...(period !== undefined && { period }),
      ...(area !== undefined && { area }),
      ...(basis !== undefined && { basis }),
    },
    [],
  );
  if (query === null) throw new IssueError(issues);
  return position === undefined
    ? district.observations(query, by)
    : observationsAsOf(district, position, query, by);
}

function shown({ declarations }: District, observations: readonly Observation[], language: Language): string {
  const [first] = observations;
  const dimensions = [...new Set(observations.flatMap((it) => Object.keys(it.breakdown)))];
  const titles = dimensions.map((it) => dimensionText(declarations, first?.indicator ?? "", it, language));
  const notes = observations.map((it) => notesOf(declarations, it, language));
  const noted = notes.some((it) => it !== "");
  const head =
    language === "zh"
      ? ["指标", "名称", "地区", "期间", ...titles, "值", "单位", ...(noted ? ["说明"] : [])]
      : ["indicator", "title", "area", "period", ...titles, "value", "unit", ...(noted ? ["note"] : [])];
  const rows = observations.map((it, at) => [
    it.indicator,
    declarations.indicators.get(it.indicator)?.title[language] ?? "",
    areaText(declarations, it.area, language),
    it.period,
    ...dimensions.map((name) => {
      const value = it.breakdown[name];
      return value === undefined ? "" : dimensionValueText(declarations, it.indicator, name, value, language);
    }),
    valueText(declarations, it, language),
    unitText(declarations, it.indicator, language),
    ...(noted ? [notes[at] ?? ""] : []),
  ]);
  return tableOf(head, rows);
}
