import { calendarWith, definitionsOf, hashesInForce, recordOf } from "../district/index.ts";
import {
  basisText,
  CellTable,
  compilePack,
  type Declarations,
  Derivation,
  differenceOf,
  type Explanation,
  explanationOf,
  explanationRegister,
  type IndicatorDefinition,
  isDerivable,
  meetsStandard,
  type Observation,
  observeAgain,
  type RuleResult,
  reconcile,
  restsOnOpen,
} from "../indicators/index.ts";
import { type Issue, IssueError, issue } from "../issue/index.ts";
import { Decimal } from "../quantity/index.ts";
import type { RecordView } from "../registers/index.ts";
import { gate } from "../reports/index.ts";
import type { Edition, PlacedEntry } from "../site/index.ts";
import { checkSummaries, sameJson } from "./check-facts.ts";
import { checkRevisions } from "./check-revisions.ts";
import { withoutPlaces } from "./compose.ts";
import { keyOf, published } from "./figures.ts";

/** An edition held against the entries that it rests on. */
export class Evidence {
  readonly #edition: Edition;
  readonly #entries: readonly PlacedEntry[];
  readonly #declarations: Declarations;
  readonly #inForce: ReadonlyMap<string, string>;
  readonly #published: ReadonlyMap<string, Observation>;
  #cells = new CellTable([]);
  /** the same cells, of which nothing is withheld: what may be counted may be compared */
  #clear = new CellTable([]);
  #explanations: Explanation[] = [];

  constructor(edition: Edition, entries: readonly PlacedEntry[]) {
    this.#edition = edition;
    this.#entries = entries;
    this.#inForce = hashesInForce(entries.map((it) => it.entry));
    const calendar = calendarWith(this.#inForce.get("calendar:workdays"));
    this.#declarations = compilePack(edition.pack, calendar ?? undefined);
    this.#published = new Map(
      edition.figures.flatMap((it) => it.observations.map((one) => [keyOf(one), one] as const)),
    );
  }

  /**
   * Every declaration of the pack is the one whose hash the log put in force, and the working days are known that
   * its figures rest on; how many there are.
   */
  checkDeclarations(): number {
    const { calendar } = this.#declarations;
    const definitions = definitionsOf(this.#edition.pack, calendar);
    for (const it of definitions)
      if (this.#inForce.get(recordOf(it)) !== it.hash && it.kind === "calendar")
        refuse("verify.calendar-other", [recordOf(it)], { last: calendar.last });
      else if (this.#inForce.get(recordOf(it)) !== it.hash)
        refuse("verify.declaration-altered", ["data/edition.json", recordOf(it)], {});
    return definitions.length;
  }

  /** Every entry follows its record's lifecycle, and gives what is told of its register; how many records there are. */
  checkRecords(): number {
    const derivation = new Derivation(this.#declarations);
    for (const { entry, position } of this.#entries) {
      const issues = derivation.add(entry, ["entry", position]);
      if (issues.length > 0) throw new IssueError(issues);
    }
    this.#cells = new CellTable(derivation.sums.cells());
    this.#clear = this.#cells.inClear();
    const views: RecordView[] = [...derivation.views()];
    checkSummaries(this.#edition, this.#declarations, this.#entries, views);
    for (const view of views) {
      if (view.register !== explanationRegister.name) continue;
      const explanation = explanationOf(view);
      if (explanation !== null) this.#explanations.push(explanation);
    }
    return views.length;
  }

  /** No observation is left out, and each that rests on open registers alone is what the entries give. */
  checkObservations(): { derived: number; sealed: number; withheld: number } {
    for (const indicator of this.#edition.pack.indicators)
      for (const own of published(this.#declarations, this.#cells, indicator, []))
        if (!this.#published.has(keyOf(own)))
          refuse("verify.observation-missing", ["data/edition.json", keyOf(own)], {});
    let derived = 0;
    let sealed = 0;
    let withheld = 0;
    for (const published of this.#edition.figures.flatMap((it) => it.observations)) {
      const own = this.#derive(published);
      const isOwn = isDerivable(this.#declarations, published, own.former);
      refuseOther(published, isOwn ? own : { ...published, ...this.#knownOfSealed(published, own) });
      if (isOwn) derived += 1;
      else sealed += 1;
      if (published.missing === "suppressed") withheld += 1;
    }
    return { derived, sealed, withheld };
  }

  /** Every rule says what its sides give, and those over open registers, at all their places, what the entries give. */
  checkRules(): number {
    const placeOf = (it: { rule: string; area: string; period: string; breakdown: object }) =>
      [it.rule, it.area, it.period, JSON.stringify(it.breakdown)].join(" ");
    const own = new Map(
      reconcile(this.#declarations, this.#cells, this.#explanations).map((it) => [placeOf(it), it]),
    );
    const isOpen = (it: RuleResult) =>
      [...it.leftParts, ...it.rightParts].every((part) => restsOnOpen(this.#declarations, part.indicator));
    const stated = new Set(this.#edition.rules.map(placeOf));
    for (const [place, result] of own)
      if (isOpen(result) && !stated.has(place))
        refuse("verify.rule-missing", ["data/edition.json", place], {});
    for (const result of this.#edition.rules) {
      const path = ["data/edition.json", placeOf(result)];
      const open = isOpen(result);
      const derived = own.get(placeOf(result));
      if (
        open &&
        (derived?.left !== result.left ||
          derived.right !== result.right ||
          derived.verdict !== result.verdict)
      )
        refuse("verify.rule-altered", path, sidesOf(result));
      if (result.verdict === "incomparable" && derived?.verdict !== "incomparable")
        refuse("verify.rule-altered", path, sidesOf(result));
      if (result.verdict === "broken" || !isPossible(result))
        refuse("verify.rule-altered", path, sidesOf(result));
    }
    return this.#edition.rules.length;
  }

  /**
   * Every quantity of every report is bound to an observation that is published, and what stands on the pages is
   * the text that was bound; how many bindings there are.
   */
  async checkReports(): Promise<number> {
    const { bound, issues, unproven } = await gate(
      this.#declarations,
      (query) => {
        const { indicator, area, period, where } = query;
        const definition = this.#declarations.indicators.get(indicator);
        const basis = definition && basisText(this.#declarations, definition, query);
        const place = {
          indicator,
          area,
          period: period.toString(),
          breakdown: where,
          value: null,
          ...(basis !== undefined && { basis }),
        };
        return (
          this.#published.get(keyOf(place)) ??
          refuse("verify.binding-unpublished", ["data/edition.json", keyOf(place)], {})
        );
      },
      this.#edition.rules,
    );
    if (issues.length > 0) throw new IssueError(issues);
    if (!sameJson(bound.map(withoutPlaces), this.#edition.reports))
      refuse("verify.report-altered", ["data/edition.json", "reports"], {});
    if (!sameJson(unproven, this.#edition.unproven))
      refuse("verify.report-altered", ["data/edition.json", "unproven"], {});
    return bound.reduce((count, it) => count + it.bindings.length, 0);
  }

  /** Every revision is what the entries give, as far as they can tell, and none is left out; how many were derived. */
  checkRevisions(): Promise<number> {
    return checkRevisions({
      edition: this.#edition,
      declarations: this.#declarations,
      entries: this.#entries,
    });
  }

  /** What can be told of an observation over sealed registers: its definition and denominator, and what its value means. */
  #knownOfSealed(
    published: Observation,
    { former, denominator }: Observation,
  ): Record<"former" | "denominator" | "meets", unknown> {
    const indicator = this.#declarations.indicators.get(published.indicator) as IndicatorDefinition;
    return { former, denominator, meets: meetsStandard(indicator, published) };
  }

  #derive(published: Observation): Observation {
    return observeAgain(this.#declarations, this.#clear, published, ["data/edition.json"]);
  }
}

/** Refuses an observation that says in any way something else than what was derived; names the first such member. */
function refuseOther(published: Observation, own: object): void {
  const difference = differenceOf(published, own);
  if (difference === null) return;
  const { member, ...values } = difference;
  refuse("verify.observation-altered", ["data/edition.json", keyOf(published), member], values);
}

/** Whether a verdict fits what is shown of both sides: each the sum of its parts, withheld where one of them is. */
function isPossible({ left, right, relation, verdict, leftParts, rightParts }: RuleResult): boolean {
  const changed = [...leftParts, ...rightParts].some((it) => it.missing === "series-break");
  if (changed || verdict === "incomparable") return changed && verdict === "incomparable";
  const withheld = (parts: readonly Observation[]) => parts.some((it) => it.missing === "suppressed");
  if ((left === null) !== withheld(leftParts) || (right === null) !== withheld(rightParts)) return false;
  if (left === null || right === null) return true;
  const difference = Decimal.of(left).minus(Decimal.of(right));
  const holds = relation === "=" ? difference.isZero() : difference.sign() <= 0;
  return holds === (verdict === "holds");
}

function sidesOf({ left, right }: RuleResult): { left: string; right: string } {
  return { left: left ?? "suppressed", right: right ?? "suppressed" };
}

function refuse(code: Issue["code"], path: Issue["path"], params: Issue["params"]): never {
  throw new IssueError([issue(code, path, params)]);
}
