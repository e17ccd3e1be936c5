import { type DatedRule, dayInChina, isDate } from "../calendar/index.ts";
import { type District, type DueItem, dueItems } from "../district/index.ts";
import { type Issue, IssueError, issue, type Language } from "../issue/index.ts";
import type { RegisterDefinition } from "../registers/index.ts";
import { type AddCommand, dataOption, withDistrict } from "./command.ts";
import { tableOf, writeIssues } from "./output.ts";

interface Options {
  readonly data: string;
  readonly before?: string;
  readonly on?: string;
  readonly unit?: string;
  readonly register?: string;
  readonly json?: true;
}

export const addDue: AddCommand = (program, output, exit) => {
  program
    .command("due")
    .description("列出将到期和已逾期的事项 · what falls due and what is late")
    .option("--before <date>", "只列这一天之前到期的 · only what falls due before this day")
    .option("--on <date>", "以这一天为准；默认为今天 · as of this day; today unless told")
    .option("--unit <words>", "责任单位，名称的一部分即可 · the unit that answers, or part of its name")
    .option("--register <register>", "只看一本台账 · one register alone")
    .option("--json", "输出 JSON · print JSON")
    .option(...dataOption)
    .action(async (options: Options) => {
      await withDistrict(options.data, async (district) => {
        const on = dateOf("--on", options.on) ?? dayInChina(district.clock());
        const before = dateOf("--before", options.before);
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

function dateOf(option: string, written: string | undefined): string | undefined {
  if (written !== undefined && !isDate(written))
    throw new IssueError([issue("calendar.no-date", [option], { date: written })]);
  return written;
}

function registersOf({ declarations }: District, { register, unit }: Options): RegisterDefinition[] {
  const all = [...declarations.registers.values()].map((it) => it.definition);
  const named = all.filter((it) => register === undefined || it.name === register);
  if (named.length === 0) {
    const known = all.map((it) => it.name).join(", ");
    throw new IssueError([
      issue("registers.register-unknown", ["--register"], { register: register ?? "", known }),
    ]);
  }
  if (unit === undefined) return named;
  const wanted = unit.toLowerCase();
  const own = named.filter(({ owner }) =>
    [owner.zh, owner.en].some((name) => name.toLowerCase().includes(wanted)),
  );
  if (own.length > 0) return own;
  const known = [...new Set(named.map((it) => it.owner.zh))].join("、");
  throw new IssueError([issue("cli.unit-unknown", ["--unit"], { unit, known })]);
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

function shown(
  items: readonly DueItem[],
  registers: readonly RegisterDefinition[],
  language: Language,
): string {
  const titles = new Map(registers.map((it) => [it.name, it.title[language]]));
  return tableOf(
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
      it.rule?.source[language] ?? "—",
    ]),
  );
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
