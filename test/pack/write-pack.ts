import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const from = (...path: string[]) => pathToFileURL(join(import.meta.dirname, ...path)).href;

/**
 * Writes a pack's directory as its author has it: `pack.ts` with some TypeScript in which `small` is the made-up
 * pack, `wide` the one with every kind of register, and what a pack may use is imported; and other files.
 */
export async function writePack(
  folder: string,
  source: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const head = [
    `import { defineIndicator, definePack, defineRegister } from "${from("..", "..", "src", "index.ts")}";`,
    `import small from "${from("pack.ts")}";`,
    `import wide from "${from("wide", "pack.ts")}";`,
  ];
  const all = {
    "package.json": `{ "type": "module" }\n`,
    "pack.ts": `${head.join("\n")}\n${source}\n`,
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    const path = join(folder, name);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}

/** A pack that is another one with some of its members changed, in TypeScript: `changed("small", "rules: []")`. */
export function changed(base: "small" | "wide", members: string): string {
  return `export default { ...${base}, ${members} };`;
}
