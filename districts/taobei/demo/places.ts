import { readFileSync } from "node:fs";
import type { Area } from "huimou";
import { readAreas } from "../areas.ts";
import { randomOf } from "./random.ts";

const areas = readAreas(readFileSync(new URL("../areas.csv", import.meta.url), "utf8"));

/** The district's code. */
export const district = (areas.find((it) => it.level === "district") as Area).code;
/** The 25 township-level units. */
export const townships = areas.filter((it) => it.level === "township");
/** The 211 village-level units. */
export const villages = areas.filter((it) => it.level === "village");
/** The 148 villages with a village committee. */
export const committees = villages.filter((it) => it.type === "committee");
/** The villages and farms whose labour is rural. */
export const rural = villages.filter((it) => it.type !== "community");

/** A place's name as people say it: 红光村, 民生社区, 平安镇. */
export function nameOf(area: Area): string {
  return area.name.zh
    .replace(/村委会$/, "村")
    .replace(/虚拟生活区$/, "")
    .replace(/^（.*）/, "");
}

/** Made-up residents of a village-level unit at the end of 2016. */
export function residentsOf(village: Area): number {
  const random = randomOf("residents", village.code);
  if (village.type === "community") return random.between(2400, 4300);
  return village.type === "farm" ? random.between(700, 1500) : random.between(820, 1880);
}
