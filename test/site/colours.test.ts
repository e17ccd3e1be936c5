import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../../src/site/style/colours.css", import.meta.url), "utf8");

/** How far two colours must lie apart (CIE 1976), and how much they must stand out from the paper (WCAG 1.4.11). */
const APART = 15;
const CONTRAST = 3;

type Colour = readonly [number, number, number];

/** What is seen of linear colours: G. M. Machado and others, 2009, each deficiency at its full strength. */
const SIGHT: Readonly<Record<string, readonly Colour[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  "without red": [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  "without green": [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  "without blue": [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");

for (const [theme, sheet] of [
  ["light", light],
  ["dark", dark],
] as const)
  test(`the colours of a chart are told apart by whoever sees no red, green or blue, and stand out: ${theme}`, () => {
    const series = [1, 2, 3, 4, 5, 6].map((it) => colourOf(sheet, `series-${it}`));
    const paper = colourOf(sheet, "paper");
    for (const [at, one] of series.entries()) {
      const [high = 0, low = 0] = [luminance(one), luminance(paper)].sort((a, b) => b - a);
      assert.ok((high + 0.05) / (low + 0.05) >= CONTRAST, `series ${at + 1} on the paper`);
      for (const [other, two] of series.slice(0, at).entries())
        for (const [sight, matrix] of Object.entries(SIGHT)) {
          const apart = distance(seen(one, matrix), seen(two, matrix));
          assert.ok(
            apart >= APART,
            `${sight}: series ${other + 1} and ${at + 1} are ${apart.toFixed(1)} apart`,
          );
        }
    }
  });

/** A colour of the style sheet, linear. */
function colourOf(sheet: string, name: string): Colour {
  const [, hex = ""] = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(sheet) ?? [];
  assert.equal(hex.length, 6, name);
  return three((at) => {
    const part = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

function seen(colour: Colour, matrix: readonly Colour[]): Colour {
  return three((at) => Math.min(1, Math.max(0, dot(matrix[at] ?? [0, 0, 0], colour))));
}

function luminance(colour: Colour): number {
  return dot([0.2126, 0.7152, 0.0722], colour);
}

function distance(one: Colour, other: Colour): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** CIE L*a*b*, white being D65. */
function lab(colour: Colour): Colour {
  const root = (it: number) => (it > 0.008856 ? Math.cbrt(it) : 7.787 * it + 16 / 116);
  const x = root(dot([0.4124, 0.3576, 0.1805], colour) / 0.9505);
  const y = root(luminance(colour));
  const z = root(dot([0.0193, 0.1192, 0.9505], colour) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function dot(one: Colour, other: Colour): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}

function three(of: (at: number) => number): Colour {
  return [of(0), of(1), of(2)];
}
