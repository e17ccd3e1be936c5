import type { Declarations, RuleDefinition, RuleResult } from "../indicators/index.ts";
import type { Language } from "../issue/index.ts";
import { type AddCommand, dataOption, withDistrict } from "./command.ts";
import { areaText, breakdownText } from "./in-words.ts";
import { tableOf } from "./output.ts";

/** `reconcile`: every rule at every place, and where one does not hold. */
export const addReconcile: AddCommand = (program, { out, language }, exit) => {
  program
    .command("reconcile")
    .description("核对勾稽关系 · check every rule")
    .option("--all", "逐处列出，不只是不成立的 · every place, not only where a rule fails")
    .option("--json", "输出 JSON · print JSON")
    .option(...dataOption)
    .action(async (options: { data: string; all?: true; json?: true }) => {
      await withDistrict(options.data, async (district) => {
        const results = await district.reconcile();
        if (results.some((it) => it.verdict === "broken")) exit(1);
        if (options.json) return out(`${JSON.stringify(results, null, 2)}\n`);
        const shown = options.all ? results : results.filter((it) => it.verdict !== "holds");
        if (shown.length > 0) out(table(district.declarations, shown, language));
        out(`${summary(results, language)}\n`);
      });
    });
};

const head = {
  zh: ["规则", "分组", "地区", "期间", "左", "", "右", "结论"],
  en: ["rule", "of", "area", "period", "left", "", "right", "verdict"],
};

const relations = { "=": "=", "<=": "≤" } as const satisfies Record<RuleResult["relation"], string>;

/** A side of which something is withheld: it was checked all the same. */
const withheld = { zh: "不公开", en: "withheld" };

function noSide({ verdict }: RuleResult, language: Language): string {
  return verdict === "incomparable" ? "—" : withheld[language];
}

const verdicts = {
  zh: { holds: "成立", broken: "不成立", explained: "已说明", incomparable: "口径有变，不可比" },
  en: { holds: "holds", broken: "broken", explained: "explained", incomparable: "not comparable" },
};

function table(declarations: Declarations, results: readonly RuleResult[], language: Language): string {
  const rules = new Map(declarations.pack.rules.map((it) => [it.id, it]));
  return tableOf(
    head[language],
    results.map((it) => [
      rules.get(it.rule)?.title[language] ?? it.rule,
      breakdownText(declarations, indicatorOf(rules.get(it.rule)), it.breakdown, language),
      areaText(declarations, it.area, language),
      it.period,
      it.left ?? noSide(it, language),
      relations[it.relation],
      it.right ?? noSide(it, language),
      it.difference === undefined || (it.left !== null && it.right !== null)
        ? verdicts[language][it.verdict]
        : `${verdicts[language][it.verdict]} (${it.difference})`,
    ]),
  );
}

/** The indicator whose dimension a rule goes by. */
function indicatorOf(rule: RuleDefinition | undefined): string {
  const [term] = rule?.left.plus ?? [];
  return typeof term === "string" ? term : (term?.indicator ?? "");
}

function summary(results: readonly RuleResult[], language: Language): string {
  const count = (verdict: RuleResult["verdict"]) => results.filter((it) => it.verdict === verdict).length;
  const rules = new Set(results.map((it) => it.rule)).size;
  const [holds, broken, explained] = [count("holds"), count("broken"), count("explained")];
  const apart = count("incomparable");
  return language === "zh"
    ? `${rules} 条规则，核对 ${results.length} 处：成立 ${holds}，已说明 ${explained}，不成立 ${broken}${apart > 0 ? `，不可比 ${apart}` : ""}`
    : `${rules} rules, ${results.length} places: ${holds} hold, ${explained} explained, ${broken} broken${apart > 0 ? `, ${apart} not comparable` : ""}`;
}
