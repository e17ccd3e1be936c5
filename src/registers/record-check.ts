import { type Issue, issue, type Path, type Words } from "../issue/index.ts";
import type { Decimal } from "../quantity/index.ts";
import { compileConditions, type RecordCondition } from "./condition.ts";
import type { RegisterDefinition } from "./define.ts";
import { compileExpression, type DatedAmountDefinition, type Expression, partsOf } from "./expression.ts";
import { dateIn, type RecordView } from "./view.ts";

/**
 * What must hold within a record after each of its entries (表内校验); an entry that would break it is refused. Said
 * of a record as its fields and state are then, whatever they were before.
 */
export interface CheckDefinition {
  readonly id: string;
  readonly title: Words;
  /** the records of which it is said: all must hold; missing, every one */
  readonly when?: readonly RecordCondition[];
  readonly must: Requirement;
  readonly source: Words;
}

export type Requirement =
  /** these fields have values */
  | { readonly set: readonly string[] }
  /** two numbers stand so to each other; nothing is said where one has no value */
  | { readonly left: Expression; readonly relation: "=" | "<=" | "<"; readonly right: Expression }
  /** all these hold */
  | { readonly where: readonly RecordCondition[] }
  /** two fields have not the same value */
  | { readonly differ: readonly [string, string] };

/** Everything that a register's checks say against a record as an entry would leave it. */
export function compileChecks(register: RegisterDefinition): (after: RecordView, path: Path) => Issue[] {
  const amounts = new Map(register.amounts.map((it) => [it.id, it]));
  const checks = register.checks.map((it) => ({
    speaks: compileConditions(it.when ?? []),
    says: compileRequirement(register, it, amounts),
  }));
  return (after, path) =>
    checks.flatMap(({ speaks, says }) => (speaks(after) ? (says(after, path) ?? []) : []));
}

function compileRequirement(
  register: RegisterDefinition,
  { title, must, source }: CheckDefinition,
  amounts: ReadonlyMap<string, DatedAmountDefinition>,
): (view: RecordView, path: Path) => Issue[] | null {
  const broken = (path: Path) => [issue("registers.check-fails", path, { title, source })];
  if ("set" in must)
    return ({ fields }, path) => {
      const missing = must.set.filter((name) => fields[name] === undefined);
      return missing.map((field) =>
        issue("registers.check-requires", [...path, field], {
          field,
          name: register.fields[field]?.title ?? { zh: field, en: field },
          title,
          source,
        }),
      );
    };
  if ("where" in must) {
    const holds = compileConditions(must.where);
    return (view, path) => (holds(view) ? null : broken(path));
  }
  if ("differ" in must) {
    const [one, other] = must.differ;
    return ({ fields }, path) =>
      fields[one] !== undefined && fields[one] === fields[other] ? broken([...path, other]) : null;
  }
  const { left, right, relation } = must;
  const [leftOf, rightOf] = [compileExpression(left, amounts), compileExpression(right, amounts)];
  const parts = [...partsOf(left), ...partsOf(right)];
  const dated = parts.filter((it) => "dated" in it);
  // what is sealed is not said again in a message
  const isPublic = !parts.some(
    (it) => "field" in it && (register.visibility === "sealed" || register.fields[it.field]?.sealed === true),
  );
  return (view, path) => {
    const [one, other] = [leftOf(view), rightOf(view)];
    if (one === null || other === null)
      return dated.flatMap(({ dated: id, on }) => amountIssues(amounts.get(id), dateIn(view, on), path));
    if (holds(one, relation, other)) return null;
    if (!isPublic) return broken(path);
    const sides = `${one} ${relation} ${other}`;
    return [issue("registers.check-unequal", path, { title, source, sides })];
  };
}

/** A standard that nobody has declared for a day cannot be kept to: nothing is let through for want of it. */
function amountIssues(
  amount: DatedAmountDefinition | undefined,
  date: string | undefined,
  path: Path,
): Issue[] {
  if (amount === undefined || date === undefined) return [];
  const day = date.slice(0, 10);
  const inForce = amount.values.some(
    (it) => it.effectiveFrom <= day && (it.effectiveTo === undefined || day <= it.effectiveTo),
  );
  return inForce ? [] : [issue("registers.amount-undeclared", path, { title: amount.title, date: day })];
}

function holds(one: Decimal, relation: "=" | "<=" | "<", other: Decimal): boolean {
  const order = one.compare(other);
  switch (relation) {
    case "=":
      return order === 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
  }
}
