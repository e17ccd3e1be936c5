import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { doors, partOf, parts } from "./parts.ts";
import { filesAt, type Import, importsOf, root, targetOf, textOf } from "./source.ts";

const sources = await filesAt("src/**/*.ts");
const imports = (await Promise.all(sources.map(importsOf))).flat();
const ours = await filesAt("{src,test,districts,bench,docs}/**/*", ".ci/*", "*.md", "*.json", ".npmrc");

test("every folder of src/ has a row in the table of imports, and every row a folder", async () => {
  const entries = await readdir(join(root, "src"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const rows = Object.keys(parts).filter((part) => !part.includes("/"));
  assert.deepEqual(rows.sort(), folders.sort());
});

test("the table of imports goes one way", () => {
  const names = Object.keys(parts);
  const backwards: string[] = [];
  for (const [place, [part, { may }]] of Object.entries(parts).entries()) {
    for (const door of may) {
      const file =
        [...doors].find(([, name]) => name === door)?.[0] ?? assert.fail(`there is no door ${door}`);
      if (names.indexOf(partOf(file) ?? "") >= place) backwards.push(`${part} may import ${door}`);
    }
  }
  assert.deepEqual(backwards, []);
});

test("a part imports only what its row allows, and only through the other's door", () => {
  const wrong = imports.filter(isRelative).flatMap((it) => {
    const target = targetOf(it);
    const from = partOf(it.file);
    if (from === partOf(target)) return [];
    const door = doors.get(target);
    if (door === undefined) return [`${it.file} imports ${it.name}, which is no door of its part`];
    // src/index.ts is the package's door: it hands on whatever a pack may use
    if (from === undefined || parts[from]?.may.includes(door)) return [];
    return [`${it.file}: ${from} may not import ${door}`];
  });
  assert.deepEqual(wrong, []);
});

test("what is imported from npm is a dependency, and every dependency is imported", async () => {
  const { dependencies } = JSON.parse(await textOf("package.json")) as {
    dependencies: Record<string, string>;
  };
  const used = imports.filter((it) => !isRelative(it) && !it.typeOnly && !it.name.startsWith("node:"));
  // `node` runs everything, and is imported by nothing
  const packages = new Set(["node", ...used.map(({ name }) => packageOf(name))]);
  assert.deepEqual([...packages].sort(), Object.keys(dependencies).sort());
});

test("dependencies have exact versions", async () => {
  const { dependencies, devDependencies } = JSON.parse(await textOf("package.json"));
  for (const [name, version] of Object.entries<string>({ ...dependencies, ...devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  }
});

test("a district's pack imports the package by its name, and nothing of it that is deeper", async () => {
  const wrong: string[] = [];
  for (const file of await filesAt("districts/*/**/*.ts")) {
    const home = file.split("/").slice(0, 2).join("/");
    const isTest = file.startsWith(`${home}/test/`);
    for (const it of await importsOf(file)) {
      const fine = isRelative(it)
        ? targetOf(it).startsWith(`${home}/`) || (isTest && targetOf(it).startsWith("test/"))
        : it.name === "huimou" || it.name.startsWith("node:") || isTest;
      if (!fine) wrong.push(`${file} imports ${it.name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("no district is named outside its own folder", async () => {
  const names: string[] = [];
  for (const file of await filesAt("districts/*/pack.ts")) {
    const { default: pack } = await import(join(root, file));
    const { code, name, host } = pack.district;
    names.push(code, name.zh.replace(/[区县市旗]$/, ""), name.en.split(" ")[0], host.split(".")[0]);
  }
  assert.ok(names.length > 0);
  const told = new RegExp(names.join("|"), "i");
  const wrong: string[] = [];
  for (const file of await filesAt("{src,test,bench,docs}/**/*.{ts,css,md,json,csv,txt}")) {
    if (told.test(file) || told.test(await textOf(file))) wrong.push(file);
  }
  assert.deepEqual(wrong, []);
});

test("no folder is a drawer for what has no name", () => {
  const drawers = /\/(common|shared|core|utils?|helpers?|misc|lib)\//;
  assert.deepEqual(
    ours.filter((file) => drawers.test(file)),
    [],
  );
});

test("files and folders are named in kebab-case", () => {
  const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
  const wrong = ours.filter((file) => {
    const names = file.split("/");
    // documents that every project calls so
    if (/^[A-Z]+(\.zh)?\.md$/.test(names.at(-1) ?? "")) names.pop();
    return !names.every((name) => kebab.test(name));
  });
  assert.deepEqual(wrong, []);
});

test("no file of code is longer than 600 lines", async () => {
  const long: string[] = [];
  for (const file of ours.filter((it) => /\.(ts|css)$/.test(it))) {
    const lines = (await textOf(file)).split("\n").length - 1;
    if (lines > 600) long.push(`${file}: ${lines}`);
  }
  assert.deepEqual(long, []);
});

test("no file names a folder of the machine that it was written on", async () => {
  const folders = ["home", "root", "Users", "work", "tmp"].map((name) => `/${name}/`).join("|");
  const path = new RegExp(`(?<![\\w.\\-/{}])(${folders})\\w`);
  const wrong: string[] = [];
  for (const file of ours.filter((it) => /\.(ts|css|md|json|csv|txt|html)$|^\.(ci|npmrc)/.test(it))) {
    if (path.test(await textOf(file))) wrong.push(file);
  }
  assert.deepEqual(wrong, []);
});

test("the lock file names no registry", async () => {
  const lock = await textOf("package-lock.json");
  assert.equal([...lock.matchAll(/"resolved"/g)].length, 0);
  assert.match(await textOf(".npmrc"), /^omit-lockfile-registry-resolved=true$/m);
});

function isRelative({ name }: Import): boolean {
  return name.startsWith(".");
}

/** `echarts/core` → `echarts`, `@scope/name/deep` → `@scope/name` */
function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}
