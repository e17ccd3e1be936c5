import { createHash } from "node:crypto";
import { files } from "../address.ts";
import type { Site } from "../site.ts";

/** A column of a table: its name, what stands in it, and the column of another table that it must be found in. */
interface Field {
  readonly name: string;
  readonly type: "string" | "number" | "integer";
  readonly description: string;
  readonly constraints?: { readonly required?: true; readonly unique?: true };
}

/** What is known of a table's columns by their names; those that are not here are strings. */
const COLUMNS: Readonly<Record<string, Omit<Field, "name">>> = {
  indicator: { type: "string", description: "code of the indicator", constraints: { required: true } },
  area: { type: "string", description: "code of the area, 12 digits", constraints: { required: true } },
  period: {
    type: "string",
    description: "a year, a month, or the first and the last of a span: 2020, 2020-03, 2018..2021",
    constraints: { required: true },
  },
  value: { type: "number", description: "in the indicator's unit; empty where there is none" },
  missing: { type: "string", description: "why there is no value" },
  left: { type: "number", description: "the left side of the rule" },
  right: { type: "number", description: "the right side of the rule" },
  decimals: { type: "integer", description: "digits after the point when shown" },
  "fraction.over": { type: "number", description: "what a quotient divides" },
  "fraction.under": { type: "number", description: "what a quotient divides by" },
};

/** The tables of the package: their names in it, and what else they must agree with. */
const TABLES = [
  {
    name: "observations",
    path: files.observationsCsv,
    title: "All figures",
    keys: { indicator: "indicators", area: "areas" },
  },
  { name: "indicators", path: files.indicatorsCsv, title: "Indicators", primary: "indicator" },
  { name: "areas", path: files.areasCsv, title: "Areas", primary: "area" },
  { name: "rules", path: files.rulesCsv, title: "Checks of every rule", keys: { area: "areas" } },
] as const;

/** Whether a file is one of the tables that the package describes. */
export function isDescribed(path: string): boolean {
  return TABLES.some((it) => it.path === path);
}

/**
 * Describes the data files as a Data Package (datapackage.org, version 2): every column of every table, what their
 * codes refer to, size and SHA-256 of each file. A program reads it and has all tables with their types.
 */
export function dataPackage(site: Site, written: ReadonlyMap<string, Uint8Array>): string {
  const { pack, number, position, root, recorded } = site.edition;
  const described = {
    ...(pack.demonstration && { demonstration: pack.demonstration }),
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `huimou-${pack.district.code}`,
    version: `${number}.0.0`,
    title: `${pack.district.name.zh} ${pack.district.name.en}`,
    homepage: `https://${pack.district.host}/`,
    created: recorded,
    release: { number, position, root },
    resources: TABLES.map((table) => {
      const bytes = written.get(table.path) ?? new Uint8Array();
      return {
        name: table.name,
        path: table.path,
        type: "table",
        title: table.title,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: bytes.length,
        hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
        schema: {
          fields: headersOf(bytes).map((it) => fieldOf(it, "primary" in table ? table.primary : undefined)),
          ...("primary" in table && { primaryKey: [table.primary] }),
          ...("keys" in table && { foreignKeys: foreignKeys(table.keys) }),
        },
      };
    }),
  };
  return `${JSON.stringify(described)}\n`;
}

/** The first line of a CSV file that we wrote: names without quotes. */
function headersOf(bytes: Uint8Array): readonly string[] {
  const [line = ""] = new TextDecoder().decode(bytes.subarray(0, 4096)).split("\r\n", 1);
  return line.split(",");
}

function fieldOf(name: string, primary: string | undefined): Field {
  const { type, description, constraints } = COLUMNS[name] ?? {
    type: "string",
    description: name.startsWith("by.")
      ? `the part that is counted, by ${name.slice(3)}; empty for all`
      : name,
  };
  const all = name === primary ? { ...constraints, unique: true as const } : constraints;
  return { name, type, description, ...(all && { constraints: all }) };
}

function foreignKeys(keys: Readonly<Record<string, string>>) {
  return Object.entries(keys).map(([field, resource]) => ({
    fields: [field],
    reference: { resource, fields: [field] },
  }));
}
