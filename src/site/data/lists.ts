import { type Cell, type Table, textCell } from "../../exchange/index.ts";
import type { Site } from "../site.ts";

type List = Table & { readonly rows: readonly (readonly Cell[])[] };

/** What the codes of indicators in the data stand for. */
export function indicatorList({ figures }: Site): List {
  return {
    headers: [
      "indicator",
      "title.zh",
      "title.en",
      "unit",
      "decimals",
      "definition.zh",
      "definition.en",
      "owner.zh",
      "owner.en",
    ],
    rows: [...figures.values()].map(({ definition: it }) => [
      textCell(it.id),
      textCell(it.title.zh),
      textCell(it.title.en),
      textCell(it.unit),
      { number: String(it.decimals) },
      textCell(it.definition.zh),
      textCell(it.definition.en),
      textCell(it.owner.zh),
      textCell(it.owner.en),
    ]),
  };
}

/** What the codes of areas in the data stand for. */
export function areaList({ edition }: Site): List {
  return {
    headers: ["area", "name.zh", "name.en", "level", "parent"],
    rows: edition.pack.areas.map((it) => [
      textCell(it.code),
      textCell(it.name.zh),
      textCell(it.name.en),
      textCell(it.level),
      textCell(it.parent ?? undefined),
    ]),
  };
}
