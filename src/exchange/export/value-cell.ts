import type { Language } from "../../issue/index.ts";
import type { FieldDefinition, Value } from "../../registers/index.ts";
import { fieldForm } from "../field-form.ts";
import { choiceReader, codesOf, labelsOf } from "../import/cell.ts";
import { type Cell, EMPTY, NO_VALUE } from "./table.ts";

/**
 * How a field's values become cells: codes and `true`, or the words of a language. What is written is what the
 * import reads back as the same value; a code whose words are also another's stays a code.
 */
export function valueCells(field: FieldDefinition, language?: Language): (value: Value | undefined) => Cell {
  const form = fieldForm(field.schema);
  const words = form === "choice" ? choiceWords(field, language) : null;
  const content = (value: NonNullable<Value>): Cell => {
    if (form === "json") return { text: JSON.stringify(value) };
    if (form === "integer" || form === "amount") return { number: String(value) };
    if (typeof value === "boolean" && language !== undefined) return { text: FLAGS[language][value ? 0 : 1] };
    return { text: words?.get(String(value)) ?? String(value) };
  };
  return (value) => (value === undefined ? EMPTY : value === null ? NO_VALUE : content(value));
}

/** The words of a choice's codes, for the codes that have words of their own. */
export function choiceWords(
  { schema }: Pick<FieldDefinition, "schema">,
  language?: Language,
): ReadonlyMap<string, string> {
  const codes = codesOf(schema);
  const labels = labelsOf(schema);
  if (language === undefined) return new Map();
  const { read } = choiceReader(codes, labels);
  return new Map(
    codes.flatMap((code): [string, string][] => {
      const words = labels[code]?.[language];
      return words !== undefined && read(words) === code ? [[code, words]] : [];
    }),
  );
}

const FLAGS = { zh: ["是", "否"], en: ["yes", "no"] } as const satisfies Record<Language, readonly string[]>;
