import { MEASURED_IN, UNITS_OF, WANTED_UNITS, type Wants } from "../dictionary/wanted-units.ts";
import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { spanOf, textOf } from "./groups.ts";

/**
 * A unit against the verb or the noun that it is told of: 追赃31人 has persons where money or goods are wanted,
 * 播种面积88万人 persons where an area is.
 */
export function checkUnits(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  for (const claim of relations.claims) {
    if (claim.after.trim() !== "" || claim.quantity.unit === "") continue;
    // 批准逮捕614件921人: both are told
    if (/^\d+(?:\.\d+)?万?[人名]/.test(relations.text.slice(claim.quantity.end, claim.quantity.end + 12)))
      continue;
    const wanted = wantedBy(claim);
    if (wanted !== null && !isFine(claim.quantity.unit, wanted.wants))
      findings.push(finding(relations, claim, wanted));
    else {
      const noun = nounOf(claim);
      if (noun !== null) findings.push(finding(relations, claim, noun));
    }
  }
  return findings;
}

/** What the noun right before the number is measured in, where the unit is of something else; else null. */
function nounOf(claim: Claim): Wanted | null {
  const { dimension, unit, kind } = claim.quantity;
  if (kind !== "quantity" || claim.quantity.prefix.length > 2) return null;
  const words = wordsOf(claim);
  for (const { nouns, wants, never } of MEASURED_IN) {
    const noun = nouns.exec(words)?.[0];
    if (noun === undefined) continue;
    const other = never.includes(dimension) || never.includes(unit);
    return other ? { verb: noun, wants } : null;
  }
  return null;
}

function wordsOf(claim: Claim): string {
  return claim.before.replace(/(?:为|达到?|共|共计|合计|累计|了|近|约|超过?|:| )+$/, "");
}

interface Wanted {
  readonly verb: string;
  readonly wants: Wants;
}

const ROWS: readonly Wanted[] = WANTED_UNITS.flatMap(({ verbs, wants }) =>
  verbs.split(" ").map((verb) => ({ verb, wants })),
).toSorted((one, other) => other.verb.length - one.verb.length);

const ROWS_BY_END = Map.groupBy(ROWS, ({ verb }) => verb.slice(-1));

/** The verb that touches the number; 共, 了 and the like may stand between. */
function wantedBy(claim: Claim): Wanted | null {
  const words = wordsOf(claim);
  return ROWS_BY_END.get(words.slice(-1))?.find(({ verb }) => words.endsWith(verb)) ?? null;
}

function isFine(unit: string, wants: Wants): boolean {
  switch (wants) {
    case "persons":
      // 起 and 次 count the act: 行政拘留3起
      return !(UNITS_OF.money.has(unit) || unit === "件" || unit === "辆" || unit === "部" || unit === "台");
    case "cases":
      return !(UNITS_OF.persons.has(unit) || UNITS_OF.money.has(unit));
    case "money":
    case "money-or-goods":
      return !UNITS_OF.persons.has(unit);
    case "area":
    case "length":
    case "mass":
      return false;
  }
}

const WANTS = {
  persons: { zh: "人数", en: "persons" },
  cases: { zh: "案件数", en: "cases" },
  money: { zh: "金额", en: "money" },
  area: { zh: "面积", en: "an area" },
  length: { zh: "长度", en: "a length" },
  mass: { zh: "重量或数量", en: "mass or number" },
  "money-or-goods": { zh: "金额或物品", en: "money or goods" },
} as const;

function finding(relations: Relations, claim: Claim, { verb, wants }: Wanted): Finding {
  const { unit, start } = claim.quantity;
  const at = relations.text.lastIndexOf(verb, start);
  const stated = textOf(relations, claim);
  return {
    rule: "unit",
    verdict: "inconsistent",
    spans: [[at, at + verb.length], spanOf(claim)],
    arithmetic: `${verb}: ${unit}`,
    message: {
      zh: `“${verb}”应以${WANTS[wants].zh}计，文中为“${stated}”${verb.startsWith("追赃") ? "；如指人员，应为“追逃”" : ""}`,
      en: `“${verb}” takes ${WANTS[wants].en}, the text has “${stated}”`,
    },
  };
}
