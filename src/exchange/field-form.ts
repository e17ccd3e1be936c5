import type { JsonSchema } from "../registers/index.ts";

/** The form that a field's values have in a cell. */
export type FieldForm = "choice" | "flag" | "integer" | "amount" | "date" | "area" | "text" | "json";

/** By what the schema asks for: what has no form of its own (lists, objects) stands in its cell as JSON. */
export function fieldForm(schema: JsonSchema): FieldForm {
  if (schema.type === "boolean") return "flag";
  if (schema.type === "integer") return "integer";
  if (schema.type !== "string") return "json";
  if (Array.isArray(schema.enum)) return "choice";
  if (typeof schema.decimals === "number") return "amount";
  if (schema.format === "date") return "date";
  return schema.area === true ? "area" : "text";
}
