import type { Area, AreaGridDefinition } from "huimou";

/** As many as a phone shows side by side. */
const COLUMNS = 5;
const KINDS = ["subdistrict", "town", "township", "farm"];

/**
 * The townships by kind, each kind from a row of its own, in the order of their codes. Where they lie is not shown: no
 * source for that is at hand, and none is made up.
 */
export function gridOf(areas: readonly Area[]): AreaGridDefinition {
  const townships = areas.filter((it) => it.level === "township");
  const rows = KINDS.flatMap((kind) => {
    const codes = townships.filter((it) => it.type === kind).map((it) => it.code);
    return Array.from({ length: Math.ceil(codes.length / COLUMNS) }, (_, at) =>
      codes.slice(at * COLUMNS, (at + 1) * COLUMNS),
    );
  });
  const places = rows.flatMap((codes, row) =>
    codes.map((code, column) => [code, { row: row + 1, column: column + 1 }] as const),
  );
  return {
    note: {
      zh: "方格自上而下依次为街道、镇、乡、农牧场，不表示方位、大小和边界。底色越浓，数值越大。",
      en: "From the top: subdistricts, towns, townships, farms. The grid shows no position, size or boundary. The stronger the colour, the greater the value.",
    },
    places: Object.fromEntries(places),
  };
}
