import type { Period } from "../../quantity/index.ts";
import type { Finding } from "../checks/finding.ts";
import { isAmount, textOf } from "../checks/groups.ts";
import { periodValue } from "../relate/period-value.ts";
import type { Claim, Relations } from "../relate.ts";
import type { CellClaim } from "./table-claims.ts";
import { isSlip, roomOf, spansOf, written } from "./table-finding.ts";

/**
 * What a table tells of a whole and prose tells again: the same name, unit and period. Told otherwise, it is a finding
 * where the one may be a slip of the other; a name that the table tells twice of one period is no such name.
 */
export function checkRetoldInProse(prose: Relations, cells: readonly CellClaim[]): Finding[] {
  if (cells.length === 0) return [];
  const byKey = Map.groupBy(
    cells.flatMap(({ claim, whole }) => (whole ? [claim] : [])),
    (claim) => keyOf(prose, claim),
  );
  return prose.claims.flatMap((claim) => {
    const key = isOfWhole(claim) ? keyOf(prose, claim) : null;
    const [cell, another] = (key !== null && byKey.get(key)) || [];
    if (cell === undefined || another !== undefined) return [];
    const [one, other] = [cell.quantity, claim.quantity];
    const holds = one.possible.overlaps(other.possible);
    const place = one.place.compare(other.place) > 0 ? one.place : other.place;
    const room = roomOf(one.possible).plus(roomOf(other.possible));
    if (!holds && !isSlip(one.value, other.value, place, room)) return [];
    const [table, text] = [written(prose.text, one), textOf(prose, claim)];
    const name = claim.subject;
    return [
      {
        rule: "retold",
        verdict: holds ? "consistent" : "inconsistent",
        spans: spansOf([one, other]),
        arithmetic: `${table} ${holds ? "=" : "≠"} ${text}`,
        message: holds
          ? { zh: `“${name}”表中与文中一致`, en: `“${name}” is told alike in the table and the text` }
          : {
              zh: `“${name}”表中为${table}，文中为${text}`,
              en: `“${name}” is ${table} in the table and ${text} in the text`,
            },
      },
    ];
  });
}

/** What makes two claims tell the same; null where too little is said. */
function keyOf({ text }: Relations, { subject, quantity, period }: Claim): string | null {
  const name = subject.replace(/^(?:全[县区市旗镇乡]|总)/, "");
  const when: Period | null = period === null ? null : periodValue(text.slice(period.start, period.end));
  if (name.length < LEAST || when === null || quantity.kind !== "quantity" || quantity.unit === "")
    return null;
  return [name, quantity.unit, quantity.dimension, when.toString()].join("|");
}

/** Shorter names are those of many things. */
const LEAST = 3;

/** Whether prose tells a number of all that it names: 全县粮食产量达到, not 其中甲镇粮食产量. */
function isOfWhole(claim: Claim): boolean {
  const { quantity, ownSubject, subject, before } = claim;
  if (!isAmount(claim) || !ownSubject || quantity.approximation !== null) return false;
  const rest = before.replace(subject, "").replace(PERIOD, "");
  return before.includes(subject) && WHOLE.test(rest);
}

const PERIOD = /(?:19|20)\d{2}年?|年|[,，:\s]|截[至止]|末|底/g;
const WHOLE = /^(?:全[县区市旗镇乡]|共有?|实现|完成|达到?|为|是|总计|合计|累计|了)*$/;
