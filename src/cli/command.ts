import type { Command } from "commander";
import { type District, openDistrict } from "../district/index.ts";
import { type Path, refuse } from "../issue/index.ts";
import type { RegisterDefinition } from "../registers/index.ts";
import type { Output } from "./output.ts";

/** Adds a command to the program. `exit` is told the exit code where it is not 0. */
export type AddCommand = (program: Command, output: Output, exit: (code: 0 | 1) => void) => void;

/** The option that names the data directory, alike for every command. */
export const dataOption = ["--data <dir>", "数据目录 · data directory", "data"] as const;

/** The address of a PostgreSQL database that the environment names, if it names one. */
export function databaseUrl(): string | undefined {
  return process.env.DATABASE_URL || undefined;
}

/** Opens the district in a data directory for the time of some work. */
export async function withDistrict<T>(
  directory: string,
  work: (district: District) => Promise<T>,
): Promise<T> {
  const district = await openDistrict(directory, { databaseUrl: databaseUrl() });
  try {
    return await work(district);
  } finally {
    await district.close();
  }
}

/** A register of the district by its name; refuses what is none (`registers.register-unknown`). */
export function registerOf({ declarations }: District, name: string, path: Path = []): RegisterDefinition {
  const register = declarations.registers.get(name)?.definition;
  const known = [...declarations.registers.keys()].join(", ");
  return register ?? refuse("registers.register-unknown", path, { register: name, known });
}
