import { type DatedRule, dayInChina } from "../calendar/index.ts";
import { type District, type DueItem, dueItems } from "../district/index.ts";
import { type Issue, type Language, refuse } from "../issue/index.ts";
import type { RegisterDefinition } from "../registers/index.ts";
import { type AddCommand, dataOption, registerOf, withDistrict } from "./command.ts";
import { tableOf, writeIssues } from "./output.ts";
import { day } from "./values.ts";

interface Options {
  readonly data: string;
  readonly before?: string;
  readonly on?: string;
  readonly unit?: string;
  readonly register?: string;
  readonly json?: true;
}

/** `due`: what records still have to do in time, and what is late. */
export const addDue: AddCommand = (program, output, exit) => {
  program
    .command("due")
    .description("列出将到期和已逾期的事项 · what falls due and what is late")
    .option("--before <date>", "只列这一天之前到期的 · only what falls due before this day", day)
    .option("--on <date>", "以这一天为准；默认为今天 · as of this day; today unless told", day)
    .option("--unit <words>", "责任单位，名称的一部分即可 · the unit that answers, or part of its name")
    .option("--register <register>", "只看一本台账 · one register alone")
    .option("--json", "输出 JSON · print JSON")
    .option(...dataOption)
    .action(async (options: Options) => {
      await withDistrict(options.data, async (district) => {
        const { on = dayInChina(district.clock()), before } = options;
        const registers = registersOf(district, options);
        const items = await dueItems(district, { on, registers, ...(before !== undefined && { before }) });
        if (items.some((it) => it.state !== "running")) exit(1);
        if (options.json) return output.out(`${JSON.stringify(items, null, 2)}\n`);
        if (items.length > 0) output.out(shown(items, registers, output.language));
        output.out(`${summary(items, on, output.language)}\n`);
        writeIssues(output, issuesOf(items));
      });
    });
};

function registersOf(district: District, { register, unit }: Options): RegisterDefinition[] {
  const all = [...district.declarations.registers.values()].map((it) => it.definition);
  const named = register === undefined ? all : [registerOf(district, register, ["--register"])];
  if (unit === undefined) return named;
  const wanted = unit.toLowerCase();
  const own = named.filter(({ owner }) =>
    [owner.zh, owner.en].some((name) => name.toLowerCase().includes(wanted)),
  );
  if (own.length > 0) return own;
  const known = (language: Language, comma: string) =>
    [...new Set(named.map((it) => it.owner[language]))].join(comma);
  return refuse("cli.unit-unknown", ["--unit"], {
    unit,
    known: { zh: known("zh", "、"), en: known("en", ", ") },
  });
}

const head = {
  zh: ["状态", "到期日", "台账", "责任单位", "编号", "事项", "起算日", "期限", "依据"],
  en: ["state", "due", "register", "unit", "record", "what", "from", "time", "rule"],
};

const states = {
  zh: { late: "逾期", running: "未到期", unknown: "无法推算" },
  en: { late: "late", running: "running", unknown: "unknown" },
};

const units = {
  zh: { hour: "小时", day: "日", workday: "个工作日", month: "个月" },
  en: { hour: "hours", day: "days", workday: "working days", month: "months" },
} as const satisfies Readonly<Record<Language, Readonly<Record<DatedRule["unit"], string>>>>;

/** The sources of rules are long and few: they stand below the table, each once, under the number that rows give. */
function shown(
  items: readonly DueItem[],
  registers: readonly RegisterDefinition[],
  language: Language,
): string {
  const titles = new Map(registers.map((it) => [it.name, it.title[language]]));
  const sources = [...new Set(items.flatMap((it) => it.rule?.source[language] ?? []))];
  const noteOf = (rule: DatedRule) => `[${sources.indexOf(rule.source[language]) + 1}]`;
  const table = tableOf(
    head[language],
    items.map((it) => [
      states[language][it.state],
      it.due ?? "—",
      titles.get(it.register) ?? it.register,
      it.unit[language],
      it.record,
      it.title[language],
      it.started,
      it.rule === undefined ? "—" : span(it.rule, language),
      it.rule === undefined ? "—" : noteOf(it.rule),
    ]),
  );
  return `${table}${sources.map((source, i) => `[${i + 1}] ${source}\n`).join("")}`;
}

function span({ value, unit }: DatedRule, language: Language): string {
  const words = units[language][unit];
  return language === "zh" ? `${value}${words}` : `${value} ${value === 1 ? words.replace(/s$/, "") : words}`;
}

function summary(items: readonly DueItem[], on: string, language: Language): string {
  const count = (state: DueItem["state"]) => items.filter((it) => it.state === state).length;
  const [late, running, unknown] = [count("late"), count("running"), count("unknown")];
  return language === "zh"
    ? `截至 ${on}：逾期 ${late}，未到期 ${running}，无法推算 ${unknown}`
    : `as of ${on}: ${late} late, ${running} running, ${unknown} whose due date cannot be told`;
}

/** Each kind once: of a year without a published calendar every record would say the same. */
function issuesOf(items: readonly DueItem[]): Issue[] {
  const all = items.flatMap((it) => it.issues ?? []);
  return [...new Map(all.map((it) => [`${it.code} ${it.path.join(" ")}`, it])).values()];
}
