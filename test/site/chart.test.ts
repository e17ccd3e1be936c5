import assert from "node:assert/strict";
import { test } from "node:test";
import type { Drawing } from "../../src/site/chart/drawing.ts";
import { largestOf, meter } from "../../src/site/chart/meter.ts";
import { optionOf } from "../../src/site/chart/options.ts";
import { renderChart } from "../../src/site/chart/render.ts";

const WIDE = { width: 680, height: 300 };
const NARROW = { width: 330, height: 236 };

const point = (value: string | null) => ({ value, shown: value ?? "" });
const drawing = (type: Drawing["type"], ...values: (string | null)[][]): Drawing => ({
  type,
  categories: ["2018", "2019", "2020\n1–9月"],
  series: values.map((series, at) => ({ name: `系列${at}`, points: series.map(point) })),
});
const draw = (it: Drawing, size = WIDE) => renderChart(optionOf(it, size), size, "wide");

test("the same drawing gives the same bytes, whatever was drawn before", () => {
  for (const type of ["column", "line", "stacked", "share"] as const) {
    const first = draw(drawing(type, ["3", "5", null], ["1", "2", "4"]));
    draw(drawing("line", ["1", "2", "3"]));
    assert.equal(draw(drawing(type, ["3", "5", null], ["1", "2", "4"])), first);
  }
});

test("a drawing brings no id, style, script, class or colour of its own", () => {
  for (const type of ["column", "line", "stacked", "share"] as const) {
    const svg = draw(drawing(type, ["3", "5", "4"], ["1", "2", "4"]));
    assert.match(svg, /^<svg class="wide" viewBox="0 0 680 300" width="680" height="300" aria-hidden="true"/);
    assert.doesNotMatch(svg, / id=|style|script|url\(|#[0-9a-f]{3}|rgb/i);
    assert.match(svg, /fill="var\(--series-1\)"|stroke="var\(--series-1\)"/);
  }
});

test("the values of one series stand at their columns, where there is room for them", () => {
  const short = draw(drawing("column", ["12", "345", "6"]));
  for (const text of [">12<", ">345<", ">6<", ">2018<", ">1–9月<"]) assert.ok(short.includes(text), text);
  const long = ["100,000,001", "200,000,002", "300,000,003"].map((it) => it.replaceAll(",", ""));
  const crowded: Drawing = {
    ...drawing("column"),
    categories: Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
    series: [{ name: "a", points: Array.from({ length: 12 }, (_, at) => point(long[at % 3] ?? null)) }],
  };
  assert.ok(!draw(crowded, NARROW).includes(">100000001<"));
});

test("on a phone every year keeps its label beside a scale, though months stand below the first and the last", () => {
  const years: Drawing = {
    ...drawing("stacked"),
    categories: ["2016\n10–12月", "2017", "2018", "2019", "2020", "2021\n1–10月"],
    series: ["a", "b"].map((name) => ({ name, points: ["1500", "2", "3", "4", "5", "6"].map(point) })),
  };
  for (const year of ["2016", "2017", "2018", "2019", "2020", "2021"])
    assert.ok(draw(years, NARROW).includes(`>${year}<`), year);
});

test("a break is a line of its own, at which lines stop and columns do not move", () => {
  const values = [["3", "5", "4"]];
  for (const [place, x] of [
    [1, 1 / 3],
    [1.5, 1 / 2],
  ] as const) {
    const columns = draw({ ...drawing("column", ...values), breaks: [place] });
    const [, at = ""] =
      /<path d="M([\d.]+) [\d.]+L\1 [\d.]+" [^>]*stroke-dasharray="4,4"/.exec(columns) ?? [];
    assert.ok(Math.abs(Number(at) - (2 + 676 * x)) < 2, `${at} of 680`);
    const bars = (svg: string) => svg.match(/<path d="[^"]*Z" fill="var\(--series-1\)"\/>/g);
    assert.deepEqual(bars(columns), bars(draw(drawing("column", ...values))));
    const strokes = (svg: string) =>
      svg.match(/d="M[^"]*L[^"]*" fill="none" stroke="var\(--series-1\)"/g)?.length;
    assert.equal(strokes(draw(drawing("line", ...values))), 1);
    const cut = draw({ ...drawing("line", ...values), breaks: [1] });
    assert.equal(strokes(cut), 1, "one value before it is no line");
    const six = ["3", "5", "4", "6", "7", "8"];
    const whole = { ...drawing("line", six), categories: six };
    assert.equal(strokes(draw(whole)), 1);
    assert.equal(strokes(draw({ ...whole, breaks: [3] })), 2);
    for (const svg of [columns, cut])
      assert.doesNotMatch(svg, / id=|style|script|url\(|#[0-9a-f]{3}|rgb|d=""/i);
  }
});

test("what is the same told another way is a broken line over the columns", () => {
  const { series, ...rest } = drawing("column", ["3", "5", "4"], ["6", "7", null]);
  const svg = draw({ ...rest, series: series.map((it, at) => (at === 1 ? { ...it, beside: true } : it)) });
  assert.match(svg, /stroke="var\(--series-2\)" stroke-width="2" stroke-dasharray="5,4"/);
  assert.equal(svg.match(/fill="var\(--paper\)" stroke="var\(--series-2\)"/g)?.length, 2);
});

test("an axis has no minus but a minus sign, and a percentage near 100 is drawn against 100", () => {
  const fall = draw(drawing("line", ["-12.5", "3", "20"], ["1", "2", "3"]));
  assert.match(fall, />−/);
  assert.doesNotMatch(fall, />-\d/);
  const shares = draw({ ...drawing("line", ["95", "97.5", "100"], ["80", "82", "85"]), perCent: true });
  assert.match(shares, />100</);
  assert.doesNotMatch(shares, />120</);
});

test("a bar's length is its part of the largest value, exact to a tenth of a per cent", () => {
  assert.match(meter("1", "3")?.text ?? "", /<rect width="33.3"/);
  assert.equal(meter(null, "3"), null);
  assert.equal(meter("-1", "3"), null);
  assert.equal(meter("0", "0"), null);
  assert.equal(largestOf(["2", null, "10.5", "9"]), "10.5");
});
