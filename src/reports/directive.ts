import type { LeafDirective, TextDirective } from "mdast-util-directive";
import {
  type Declarations,
  dimensionsOf,
  type IndicatorDefinition,
  nearest,
  type Query,
  readQuery,
} from "../indicators/index.ts";
import { type Issue, issue, type Path } from "../issue/index.ts";
import { Period } from "../quantity/index.ts";
import type { ChartRequest } from "./bound-report.ts";
import { unitOfIndicator } from "./proof.ts";

/** Where a directive stands, and the period that it means when it names none. */
export interface Setting {
  readonly path: Path;
  readonly period: string;
}

/**
 * Reads `{lead.received period=2018..2021 area=… kind=… basis=current}`: the attribute without a value is the
 * indicator, `period` and `area` say when and where, `basis` by which definitions, every other narrows a dimension.
 */
export function readFigure(
  declarations: Declarations,
  node: TextDirective,
  setting: Setting,
): { query: Query | null; issues: readonly Issue[] } {
  const { basis, ...attributes } = attributesOf(node);
  const { indicators, area, period, others, issues } = sorted(attributes, setting.path);
  const [indicator] = indicators;
  if (indicators.length > 1)
    issues.push(issue("reports.indicators-several", setting.path, { names: indicators.join(", ") }));
  if (indicator === undefined)
    return { query: null, issues: [...issues, issue("reports.indicator-missing", setting.path)] };
  const read = readSpan(declarations, { indicator, area, period, where: others, basis }, setting);
  const all = [...issues, ...read.issues];
  return { query: all.length === 0 ? read.query : null, issues: all };
}

/** Reads `{document=…}`. Without a known document the citation's is empty, and an issue says so. */
export function readCitation(
  { pack }: Declarations,
  node: TextDirective,
  { path }: Setting,
): { document: string; issues: readonly Issue[] } {
  const { document, ...others } = attributesOf(node);
  const issues = Object.keys(others).map((name) =>
    issue("reports.attribute-unknown", path, { name, near: "document" }),
  );
  const known = pack.documents.map((it) => it.id);
  if (!document) issues.push(issue("reports.document-missing", path, { known: known.join(", ") || "—" }));
  else if (!known.includes(document))
    issues.push(
      issue("reports.document-unknown", path, { document, near: nearest(document, known).join(", ") || "—" }),
    );
  return { document: issues.length === 0 ? (document ?? "") : "", issues };
}

/**
 * Reads `{lead.received by=year type=bar with="lead.closed lead.rejected" period=… area=… kind=…}`. Without `by`
 * a chart goes by year, without `type` it has bars. All series share one area, period, breakdown and unit.
 */
export function readChart(
  declarations: Declarations,
  node: LeafDirective,
  setting: Setting,
): { chart: Omit<ChartRequest, "number" | "title">; issues: readonly Issue[] } {
  const { path } = setting;
  const { by = "year", type = "bar", with: also = "", ...attributes } = attributesOf(node);
  const { indicators, area, period, others, issues } = sorted(attributes, path);
  if (indicators.length === 0) issues.push(issue("reports.indicator-missing", path));
  const ids = [...indicators, ...also.split(/[\s,，、]+/).filter((it) => it !== "")];
  const reads = ids.map((indicator) =>
    readSpan(declarations, { indicator, area, period, where: others }, setting),
  );
  issues.push(...distinct(reads.flatMap((it) => it.issues)));
  const declared = ids.flatMap((id) => declarations.indicators.get(id) ?? []);
  issues.push(...chartIssues(declarations, declared, { by, type }, path));
  return {
    chart: {
      type: isChartType(type) ? type : "bar",
      series: ids.map((indicator) => ({ indicator, where: others })),
      by,
      area: area ?? declarations.areas.district,
      period: period ?? setting.period,
    },
    issues,
  };
}

const CHART_TYPES = ["bar", "line", "stacked", "share"] as const;

function isChartType(type: string): type is ChartRequest["type"] {
  return CHART_TYPES.some((it) => it === type);
}

function chartIssues(
  declarations: Declarations,
  indicators: readonly IndicatorDefinition[],
  { by, type }: { by: string; type: string },
  path: Path,
): Issue[] {
  const issues: Issue[] = [];
  if (!isChartType(type))
    issues.push(issue("reports.chart-type-unknown", path, { type, known: CHART_TYPES.join(", ") }));
  for (const indicator of indicators) {
    const known = ["year", "month", "area", ...dimensionsOf(declarations, indicator)];
    if (!known.includes(by))
      issues.push(
        issue("reports.chart-by-unknown", path, { by, indicator: indicator.id, known: known.join(", ") }),
      );
  }
  const [first, ...others] = indicators;
  for (const other of others)
    if (first !== undefined && unitOfIndicator(other).dimension !== unitOfIndicator(first).dimension)
      issues.push(issue("reports.chart-units-differ", path, { one: first.id, other: other.id }));
  return issues;
}

/** A query, with its period held against the months that the ledger is about. */
function readSpan(
  declarations: Declarations,
  written: {
    indicator: string;
    area: string | undefined;
    period: string | undefined;
    where: Query["where"];
    basis?: string | undefined;
  },
  { path, period: usual }: Setting,
): { query: Query | null; issues: readonly Issue[] } {
  const { indicator, area, where, basis } = written;
  const period = written.period ?? usual;
  const { query, issues } = readQuery(
    declarations,
    { indicator, where, period, ...(area !== undefined && { area }), ...(basis !== undefined && { basis }) },
    path,
  );
  const ledger = declarations.pack.period;
  if (query === null || query.period.overlaps(Period.of(ledger))) return { query, issues };
  return { query: null, issues: [issue("reports.period-outside", path, { period, ledger })] };
}

interface Sorted {
  readonly indicators: readonly string[];
  readonly area: string | undefined;
  readonly period: string | undefined;
  /** dimension → value */
  readonly others: Readonly<Record<string, string>>;
  readonly issues: Issue[];
}

function sorted({ area, period, ...rest }: Attributes, path: Path): Sorted {
  const indicators: string[] = [];
  const others: Record<string, string> = {};
  const issues: Issue[] = [];
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    if (value === "" && name.includes(".")) indicators.push(name);
    else if (value === "") issues.push(issue("reports.attribute-empty", path, { name }));
    else others[name] = value;
  }
  return { indicators, area, period, others, issues };
}

type Attributes = Readonly<Record<string, string | undefined>>;

function attributesOf(node: TextDirective | LeafDirective): Attributes {
  return Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? ""]),
  );
}

function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((it) => [JSON.stringify(it), it])).values()];
}
