import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { issuesDocument } from "../../docs/generate.ts";
import { parts } from "../architecture/parts.ts";
import { filesAt, root, textOf } from "../architecture/source.ts";
import { documentAt, type Row, sectionAt } from "./documents.ts";

const architecture = await documentAt("ARCHITECTURE.md");

test("the list of issues is what the catalogue makes", async () => {
  const written = await textOf("docs/issues.md");
  assert.ok(written === issuesDocument(), "docs/issues.md is out of date: run `npm run docs`");
});

test("the table of parts is the one that imports are held to", () => {
  const rows = sectionAt(architecture, "Parts").rows.map(({ cells, names: [part] }) => [
    part,
    cells[2] ?? "",
  ]);
  assert.deepEqual(
    rows,
    Object.entries(parts).map(([part, { may }]) => [part, may.join(", ")]),
  );
});

test("every dependency has its row with its licence, and nothing else has one", async () => {
  const { dependencies } = JSON.parse(await textOf("package.json"));
  const { rows } = sectionAt(architecture, "Dependencies");
  const told = rows.map(({ cells, names: [name] }) => [name, cells.at(-2)]);
  const installed = Object.keys(dependencies).map(async (name) => {
    const { license } = JSON.parse(await textOf(`node_modules/${name}/package.json`));
    return [name, license];
  });
  assert.deepEqual(byName(told), byName(await Promise.all(installed)));
  const empty = rows.filter(({ cells }) => cells.length !== 6 || cells.some((it) => it.trim() === ""));
  assert.deepEqual(empty.map(nameOf), [], "a row says what for, why this one, and what would replace it");
});

test("the sizes of dependencies are those of what is installed", async () => {
  const { rows } = sectionAt(architecture, "Dependencies");
  const wrong: string[] = [];
  for (const {
    cells,
    names: [name = ""],
  } of rows) {
    // brings what its platform needs
    if (name === "node" || name === "esbuild") continue;
    const files = (await filesAt(`node_modules/${name}/**/*`)).filter(
      (it) => !it.includes("/node_modules/", `node_modules/${name}`.length),
    );
    const sizes = await Promise.all(files.map(async (it) => (await stat(join(root, it))).size));
    const size = sizes.reduce((sum, it) => sum + it, 0) / 1_000_000;
    const told = size < 0.1 ? "< 0.1 MB" : `${size.toFixed(1)} MB`;
    if (cells.at(-1) !== told) wrong.push(`${name}: ${told}`);
  }
  assert.deepEqual(wrong, []);
});

test("every decision is listed under its number and title, and tells what a decision must", async () => {
  const files = (await filesAt("docs/decisions/*.md")).filter((it) => !it.endsWith("README.md"));
  const list = await documentAt("docs/decisions/README.md");
  const titles: string[] = [];
  for (const [place, file] of files.entries()) {
    const { sections } = await documentAt(file);
    const title = sections[1]?.heading ?? "";
    titles.push(title);
    const number = String(place + 1);
    assert.ok(file.startsWith(`docs/decisions/${number.padStart(4, "0")}-`), `${file} is number ${number}`);
    assert.ok(title.startsWith(`${number}. `), `${file} has its number in its title`);
    const text = sections[1]?.text ?? "";
    for (const word of ["Context.", "Decision.", "Why", "Consequences."])
      assert.match(text, new RegExp(`^${word}`, "m"), `${file} has a paragraph ${word}`);
  }
  const rows = list.sections.flatMap((it) => it.rows).map(({ cells }) => cells.join(". "));
  assert.deepEqual(rows, titles);
  assert.deepEqual(
    list.links.filter((it) => !it.includes("/")),
    files.map((it) => it.split("/").at(-1)),
  );
});

function byName<T extends readonly unknown[]>(rows: readonly T[]): T[] {
  return [...rows].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function nameOf({ names }: Row): string | undefined {
  return names[0];
}
