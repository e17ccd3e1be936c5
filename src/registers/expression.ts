import type { Words } from "../issue/index.ts";
import { Decimal } from "../quantity/index.ts";
import type { DateOf } from "./define.ts";
import { dateIn, type RecordView } from "./view.ts";

/**
 * An exact number made of a record's fields, as data. Where a field has no value there is no number, unless `or`
 * says what stands for it.
 */
export type Expression =
  /** a count or an amount */
  | { readonly field: string; readonly or?: string }
  | { readonly constant: string }
  | { readonly sum: readonly Expression[] }
  | { readonly difference: readonly [Expression, Expression] }
  | { readonly product: readonly [Expression, Expression] }
  /** a dated amount of the register, as it was in force on a day of the record */
  | { readonly dated: string; readonly on: DateOf };

/** An amount that a document sets for a time: a standard, a subsidy, a number of days. */
export interface DatedAmountDefinition {
  readonly id: string;
  readonly title: Words;
  /** id of a unit in `quantity/` */
  readonly unit?: string;
  readonly values: readonly DatedAmount[];
}

export interface DatedAmount {
  /** decimal string */
  readonly value: string;
  /** first day in force, `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  /** last day in force; missing while it stands */
  readonly effectiveTo?: string;
  readonly source: Words;
}

/** The amount in force on a day or at an instant; undefined where none was. */
export function amountInForce(amount: DatedAmountDefinition, date: string): DatedAmount | undefined {
  const day = date.slice(0, 10);
  return amount.values.find(
    (it) => it.effectiveFrom <= day && (it.effectiveTo === undefined || day <= it.effectiveTo),
  );
}

/** Makes an expression ready to be read off records. `amounts` holds every one that it names. */
export function compileExpression(
  expression: Expression,
  amounts: ReadonlyMap<string, DatedAmountDefinition>,
): (view: RecordView) => Decimal | null {
  if ("constant" in expression) {
    const value = Decimal.of(expression.constant);
    return () => value;
  }
  if ("field" in expression) {
    const { field, or } = expression;
    const missing = or === undefined ? null : Decimal.of(or);
    return ({ fields }) => {
      const value = fields[field];
      return typeof value === "number" || typeof value === "string" ? Decimal.of(value) : missing;
    };
  }
  if ("dated" in expression) {
    const amount = amounts.get(expression.dated) as DatedAmountDefinition;
    return (view) => {
      const date = dateIn(view, expression.on);
      const found = date === undefined ? undefined : amountInForce(amount, date);
      return found === undefined ? null : Decimal.of(found.value);
    };
  }
  const [parts, join] =
    "sum" in expression
      ? ([expression.sum, (one: Decimal, other: Decimal) => one.plus(other)] as const)
      : "difference" in expression
        ? ([expression.difference, (one: Decimal, other: Decimal) => one.minus(other)] as const)
        : ([expression.product, (one: Decimal, other: Decimal) => one.times(other)] as const);
  const compiled = parts.map((it) => compileExpression(it, amounts));
  return (view) => {
    let whole: Decimal | null = null;
    for (const part of compiled) {
      const value = part(view);
      if (value === null) return null;
      whole = whole === null ? value : join(whole, value);
    }
    return whole;
  };
}

/** The expressions that one is made of, itself first. */
export function partsOf(expression: Expression): Expression[] {
  const parts =
    "sum" in expression
      ? expression.sum
      : "difference" in expression
        ? expression.difference
        : "product" in expression
          ? expression.product
          : [];
  return [expression, ...parts.flatMap(partsOf)];
}
