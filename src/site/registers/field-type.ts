import type { FieldDefinition } from "../../registers/index.ts";
import { unitTextOf } from "../show.ts";
import type { View } from "../view.ts";

/** What a field's value is, in words: `日期`, `金额，2位小数（万元）`, `热线、来信之一`. */
export function fieldTypeText(view: View, { schema, unit }: FieldDefinition): string {
  const type = typeText(view, schema);
  return unit === undefined ? type : view.say("withUnit", { title: type, unit: unitTextOf(view, unit, "2") });
}

function typeText(view: View, schema: FieldDefinition["schema"]): string {
  if (schema.area === true) return view.say("typeArea");
  if (Array.isArray(schema.enum)) {
    const labels = (schema.labels ?? {}) as Readonly<
      Record<string, { readonly zh: string; readonly en: string }>
    >;
    const names = schema.enum.map((it) =>
      labels[String(it)] ? view.words(labels[String(it)] as never) : String(it),
    );
    return view.say("typeChoice", { values: names.join(view.say("listComma")) });
  }
  if (schema.format === "date") return view.say("typeDate");
  if (schema.type === "boolean") return view.say("typeFlag");
  if (schema.type === "integer") return view.say("typeCount");
  if (typeof schema.decimals === "number") return view.say("typeAmount", { decimals: schema.decimals });
  return view.say("typeText");
}
