import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent } from "echarts/components";
import { type ComposeOption, type EChartsType, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** The part of ECharts' options that drawings use. */
export type ChartOption = ComposeOption<
  | import("echarts/charts").BarSeriesOption
  | import("echarts/charts").LineSeriesOption
  | import("echarts/components").GridComponentOption
  | import("echarts/components").MarkLineComponentOption
>;

/** In user units, which are pixels where a drawing is shown in its own size. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws an option as one SVG element's markup, the same bytes for the same option: no animation, no script, no
 * generated ids (nor the clip paths that need them: everything drawn fits), no style attributes (a page's content
 * security policy forbids them), fonts and colours from the page's style sheet. It is hidden from assistive technology: what it shows is told beside it.
 */
export function renderChart(option: ChartOption, size: Size, className: string): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    chart.setOption({ animation: false, ...option });
    return plain((chart as EChartsType).renderToSVGString(), size, className);
  } finally {
    chart.dispose();
  }
}

function plain(svg: string, { width, height }: Size, className: string): string {
  const marks = svg
    .slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"))
    .replace(/<(style|defs)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<rect [^>]*fill="none"><\/rect>/, "")
    .replace(
      / (?:class|style|clip-path|dominant-baseline|ecmeta_\w+|pointer-events|stroke-linecap|xml:space)="[^"]*"/g,
      "",
    )
    .replace(/><\/(?:path|rect|circle|line|polyline|polygon)>/g, "/>")
    .replace(/\n+/g, "")
    .replace(/<g><path d="" [^>]*\/><\/g>/g, "");
  if (/\bid="|url\(#/.test(marks)) throw new Error("a chart refers to a generated id");
  return `<svg class="${className}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">${marks}</svg>`;
}
