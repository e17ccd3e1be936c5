import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "../architecture/source.ts";
import { commandsIn, commandsOf } from "./commands.ts";
import { type Document, documentAt, documents } from "./documents.ts";
import { program } from "./program.ts";

const [english, chinese] = await Promise.all([documentAt("README.md"), documentAt("README.zh.md")]);
const all = await documents();

test("every command of huimou that a document names is one, and so is every option", async () => {
  const { commands } = await program();
  const known = new Map(commands.map((it) => [it.name(), it]));
  const wrong: string[] = [];
  for (const { document, name, words } of calls()) {
    const command = known.get(name);
    const options = command?.options.flatMap((it) => [it.long, it.short]) ?? [];
    const place = `${document.file}: huimou ${name}`;
    if (command === undefined) wrong.push(place);
    else
      for (const word of words)
        if (/^--?[a-z]/.test(word) && !options.includes(word) && word !== "--help")
          wrong.push(`${place} ${word}`);
  }
  assert.deepEqual(wrong, []);
});

test("every script of npm that a document names is one", async () => {
  const { scripts } = JSON.parse(await textOf("package.json"));
  const wrong = all.flatMap((document) =>
    commandsOf(document).flatMap((command) =>
      [...command.matchAll(/\bnpm run (?:--\S+ )*([\w-]+)/g)]
        .filter(([, name = ""]) => !Object.hasOwn(scripts, name))
        .map(([told]) => `${document.file}: ${told}`),
    ),
  );
  assert.deepEqual(wrong, []);
});

test("the two READMEs lead to each other, and tell the same commands in the same order", () => {
  assert.ok(english.links.slice(0, 2).includes("README.zh.md"));
  assert.ok(chinese.links.slice(0, 2).includes("README.md"));
  // what a clerk writes is in the reader's language, and so may be what the demonstration is called
  const told = ({ blocks }: Document) =>
    blocks
      .filter((it) => it.lang === "sh")
      .flatMap(commandsIn)
      .map(({ command, code }) => [command.replaceAll(/"[^"]*"/g, '"…"'), code]);
  assert.deepEqual(told(chinese), told(english));
  const others = ({ links }: Document) => links.filter((it) => !/^README|\.webp$|#/.test(it)).sort();
  assert.deepEqual(others(chinese), others(english));
});

function* calls(): Generator<{ document: Document; name: string; words: readonly string[] }> {
  for (const document of all)
    for (const command of commandsOf(document))
      for (const [, call = ""] of command.matchAll(/(?:^|\s)huimou ([a-z][^|;&>]*)/g)) {
        const [name = "", ...words] = call
          .replaceAll(/"[^"]*"/g, "")
          .trim()
          .split(/\s+/);
        yield { document, name, words };
      }
}
