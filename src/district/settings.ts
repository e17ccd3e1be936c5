import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { refuse } from "../issue/index.ts";

/** Where a district's ledger lives: what `huimou.json` in its data directory says. */
export interface Settings {
  readonly district: string;
  /** the pack's directory: declarations come from the ledger, reports from here */
  readonly pack: string;
  /** `sqlite`: `ledger.sqlite` beside this file; `postgres`: the database that `DATABASE_URL` names */
  readonly store: "sqlite" | "postgres";
}

const schema = z.strictObject({
  format: z.literal(1),
  district: z.string().min(1),
  pack: z.string().min(1),
  store: z.enum(["sqlite", "postgres"]),
});

/** The file of a data directory that holds its settings. */
export function settingsFile(directory: string): string {
  return join(directory, "huimou.json");
}

/** Whether a data directory holds a ledger. */
export function hasSettings(directory: string): boolean {
  return existsSync(settingsFile(directory));
}

/** Reads the settings; refuses with `district.missing` and `district.settings-unreadable`. */
export async function readSettings(directory: string): Promise<Settings> {
  if (!hasSettings(directory)) refuse("district.missing", [], { directory });
  const file = settingsFile(directory);
  try {
    const { format: _, ...settings } = schema.parse(JSON.parse(await readFile(file, "utf8")));
    return { ...settings, pack: resolve(directory, settings.pack) };
  } catch (error) {
    return refuse("district.settings-unreadable", [file], { reason: reasonOf(error) });
  }
}

/** In one line: the first of what is wrong with them. */
function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  const [first] = error.issues;
  return [first?.path.join("."), first?.message].filter(Boolean).join(": ");
}

/** Writes the settings: the last act of creating a ledger, so that a half-made one does not open. */
export async function writeSettings(directory: string, settings: Settings): Promise<void> {
  const next = `${settingsFile(directory)}.next`;
  await writeFile(next, `${JSON.stringify({ format: 1, ...settings }, null, 2)}\n`, { flush: true });
  await rename(next, settingsFile(directory));
}
