import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Option } from "commander";
import { filesAt, root, textOf } from "../architecture/source.ts";
import { documentAt, type Section, sectionAt } from "./documents.ts";
import { calledAs, program } from "./program.ts";

const page = await documentAt("docs/cli.md");
const { commands } = await program();
const sections = new Map(page.sections.filter((it) => it.depth === 2).map((it) => [it.heading, it] as const));
const common = "Common to all";

test("every command has its section, in the order of its help, called as it is called", () => {
  assert.deepEqual([...sections.keys()], [common, ...commands.map(calledAs)]);
});

test("every option of every command has its row, in the order of its help, and no row is left over", () => {
  for (const command of commands) {
    const rows = sectionOf(calledAs(command)).rows.map((it) => it.names.join(" "));
    assert.deepEqual(
      sorted(rows),
      sorted(command.options.map((it) => it.flags)),
      `docs/cli.md, ${command.name()}`,
    );
  }
});

test("options that must be given are said to be, and so is what holds without one", () => {
  const wrong = commands.flatMap((command) =>
    command.options.flatMap((option) => {
      const said = rowOf(sectionOf(calledAs(command)), option);
      const place = `${command.name()} ${option.flags}`;
      if (option.mandatory && !said.includes("must be given")) return [`${place} must be given`];
      const standard = standardOf(option);
      if (standard === undefined || new RegExp(`(?<![\\w.])${standard}(?![\\w.])`).test(said)) return [];
      return [`${place} is ${standard} unless told`];
    }),
  );
  assert.deepEqual(wrong, []);
});

test("help speaks Chinese and English, of every command, argument and option", () => {
  const texts = commands.flatMap((command) => [
    [command.name(), command.description()],
    ...command.registeredArguments.map((it) => [`${command.name()} ${it.name()}`, it.description]),
    ...command.options.map((it) => [`${command.name()} ${it.flags}`, it.description]),
  ]) as [place: string, text: string][];
  const wrong = texts.filter(([, text]) => {
    const [zh = "", en = "", ...more] = text.split(" · ");
    return more.length > 0 || !/\p{Script=Han}/u.test(zh) || !/[a-z]/i.test(en) || /\p{Script=Han}/u.test(en);
  });
  assert.deepEqual(wrong, []);
});

test("what the program itself prints as help is what stands in the page", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, "src/cli/main.ts"), "--help"]);
  const shown = (from: string, to: string) =>
    [...stdout.slice(stdout.indexOf(from), stdout.indexOf(to)).matchAll(/^ {2}(\S.*?)(?: {2}|$)/gm)].map(
      ([, it]) => String(it),
    );
  const options = sectionAt(page, common).rows.map((it) => it.names.join(" "));
  for (const flags of shown("Options:", "Commands:"))
    assert.ok(options.includes(flags), `docs/cli.md tells of ${flags}`);
  const names = shown("Commands:", "\0").map((it) => it.split(" ")[0]);
  assert.deepEqual(
    names.filter((it) => it !== "help"),
    commands.map((it) => it.name()),
  );
});

test("every variable of the environment that the program reads has its row, and none more", async () => {
  const read = new Set<string>();
  for (const file of await filesAt("src/**/*.ts"))
    for (const [, name] of (await textOf(file)).matchAll(/\benv\.([A-Z_]+)\b/g)) read.add(String(name));
  const told = page.sections
    .filter((it) => it.heading === common)
    .flatMap((it) => it.rows)
    .flatMap(({ cells, names }) =>
      names.length > 0 ? [...cells.join(" ").matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b|\bLANG\b/g)] : [],
    )
    .map(([name]) => String(name));
  assert.deepEqual(sorted(new Set(told)), sorted(read));
});

function sectionOf(heading: string): Section {
  return sections.get(heading) ?? assert.fail(`docs/cli.md has no section “${heading}”`);
}

function rowOf(section: Section, option: Option): string {
  return section.rows.find((it) => it.names.join(" ") === option.flags)?.cells[1] ?? "";
}

/** The value of an option that is not given; `--data` is told of for all commands together. */
function standardOf({ long, defaultValue }: Option): string | undefined {
  if (typeof defaultValue !== "string" || (long === "--data" && defaultValue === "data")) return undefined;
  return defaultValue.replaceAll(".", "\\.");
}

function sorted(words: Iterable<string>): string[] {
  return [...words].sort();
}
