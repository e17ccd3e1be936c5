import type { Area, AreaLevel } from "huimou";

const levels: readonly AreaLevel[] = ["district", "township", "village"];
const header = "code,level,type,parent,name,english";

/**
 * Reads `areas.csv`: one area a line, `code,level,type,parent,name,english`, no quotes; the district's
 * parent is empty. Throws on any other form: the file is part of the pack, not an input.
 */
export function readAreas(csv: string): Area[] {
  const [first, ...lines] = csv.trimEnd().split("\n");
  if (first !== header) throw new Error(`areas.csv must begin with ${header}`);
  return lines.map((line, i) => {
    const [code = "", levelText = "", type = "", parent = "", zh = "", en = "", ...rest] = line.split(",");
    const level = levels.find((it) => it === levelText);
    if (!/^\d{12}$/.test(code) || level === undefined || zh === "" || en === "" || rest.length > 0)
      throw new Error(`areas.csv:${i + 2} is not an area: ${line}`);
    return { code, name: { zh, en }, level, parent: parent === "" ? null : parent, type };
  });
}

/** The codes of all village-level areas of some types, in the list's order. */
export function villagesOf(areas: readonly Area[], types: readonly string[]): string[] {
  return areas.filter((it) => it.level === "village" && types.includes(it.type)).map((it) => it.code);
}
