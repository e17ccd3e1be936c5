import type { Words } from "../../issue/index.ts";
import { FALLS } from "../dictionary/changes.ts";
import type { Claim, Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { textOf } from "./groups.ts";

/** Numbers that are said in a way that cannot be meant: 近60余次, 超过90%以上, 约50人左右, 减少1.5倍. */
export function checkForm(relations: Relations): Finding[] {
  return relations.claims.flatMap((claim) => {
    const fault = faultOf(relations, claim);
    if (fault === null) return [];
    const { start, end, suffix } = claim.quantity;
    return [
      {
        rule: "form",
        verdict: "inconsistent",
        spans: [fault.span ?? [start, end + suffix.length]],
        arithmetic: "",
        message: fault.message,
      } as const,
    ];
  });
}

interface Fault {
  readonly message: Words;
  readonly span?: readonly [number, number];
}

function faultOf(relations: Relations, claim: Claim): Fault | null {
  const { quantity, before } = claim;
  const written = textOf(relations, claim);
  const { prefix, suffix, kind } = quantity;
  const more = /[余多]/.test(written.slice(prefix.length));
  if (prefix !== "" && more && !/[余多]$/.test(prefix))
    return twice(`${prefix}…${/余/.test(written) ? "余" : "多"}`);
  if (prefix !== "" && suffix !== "" && !ALLOWED_TOGETHER.test(prefix)) return twice(`${prefix}…${suffix}`);
  if (more && /^(?:左右|上下)$/.test(suffix)) return twice(`余…${suffix}`);
  if (kind === "multiple" && FALLEN.test(before) && quantity.unit === "倍") {
    return {
      span: [quantity.start - (FALLEN.exec(before)?.[0].length ?? 0), quantity.end],
      message: {
        zh: "减少、下降不能用倍数表示，应改用百分数或分数",
        en: "a fall cannot be told in times; use per cent or a fraction",
      },
    };
  }
  if (kind === "ratio" && quantity.unit === "%" && FALLEN.test(before) && quantity.prefix === "") {
    if (quantity.value.compare(quantity.value.minus(quantity.value)) > 0 && isOverAll(claim))
      return {
        message: { zh: "减少、下降不会超过100%", en: "nothing falls by more than 100 %" },
      };
  }
  return null;
}

function isOverAll({ quantity }: Claim): boolean {
  return Number(quantity.value.toString()) > 100;
}

const FALLEN = new RegExp(`(?:${FALLS})了?$`);
/** 不少于…以上 says one thing twice, too; 从…以上 and 每…以内 do not. */
const ALLOWED_TOGETHER = /^(?:数|上|突破)/;

function twice(words: string): Fault {
  return {
    message: {
      zh: `“${words}”重复表示约数，应只用一个`,
      en: `“${words}” approximates twice; one is enough`,
    },
  };
}
