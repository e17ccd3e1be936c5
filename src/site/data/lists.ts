import { type Cell, EMPTY, type Table } from "../../exchange/index.ts";
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
      text(it.id),
      text(it.title.zh),
      text(it.title.en),
      text(it.unit),
      { number: String(it.decimals) },
      text(it.definition.zh),
      text(it.definition.en),
      text(it.owner.zh),
      text(it.owner.en),
    ]),
  };
}

/** What the codes of areas in the data stand for. */
export function areaList({ edition }: Site): List {
  return {
    headers: ["area", "name.zh", "name.en", "level", "parent"],
    rows: edition.pack.areas.map((it) => [
      text(it.code),
      text(it.name.zh),
      text(it.name.en),
      text(it.level),
      it.parent === null ? EMPTY : text(it.parent),
    ]),
  };
}

function text(value: string): Cell {
  return { text: value };
}
