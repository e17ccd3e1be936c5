import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { test } from "node:test";
import { catalogue } from "../../src/issue/index.ts";
import { filesAt, root } from "../architecture/source.ts";
import { documents } from "./documents.ts";

const all = await documents();
const byFile = new Map(all.map((it) => [it.file, it]));

test("every link within the project leads to a file that is there, and to a heading that is in it", () => {
  const wrong = all.flatMap(({ file, links }) =>
    links
      .filter((link) => !/^[a-z]+:/.test(link))
      .flatMap((link) => {
        const [path = "", anchor] = link.split("#");
        const target = path === "" ? file : posix.join(dirname(file), decodeURI(path));
        if (!existsSync(join(root, target))) return [`${file}: ${link}`];
        if (anchor === undefined) return [];
        return byFile.get(target)?.anchors.has(decodeURI(anchor)) ? [] : [`${file}: ${link}`];
      }),
  );
  assert.deepEqual(wrong, []);
});

test("every file of the project that a text names is there", () => {
  const wrong = all.flatMap(({ file, codes }) =>
    codes
      .filter((code) => /^(src|test|bench|docs|\.ci)\/[\w./-]+$/.test(code))
      .filter((code) => !existsSync(join(root, code)))
      .map((code) => `${file}: ${code}`),
  );
  assert.deepEqual(wrong, []);
});

test("every issue that a text names is one that the program gives", () => {
  const parts = new Set(Object.keys(catalogue).map((code) => code.split(".")[0]));
  const wrong = all.flatMap(({ file, codes }) =>
    codes
      .filter((code) => /^[a-z]+\.[a-z]+(-[a-z]+)+$/.test(code) && parts.has(code.split(".")[0]))
      .filter((code) => !Object.hasOwn(catalogue, code))
      .map((code) => `${file}: ${code}`),
  );
  assert.deepEqual(wrong, []);
});

test("every picture is shown somewhere, and none weighs more than 150 kB", async () => {
  const shown = new Set(all.flatMap(({ file, links }) => links.map((it) => posix.join(dirname(file), it))));
  const wrong: string[] = [];
  for (const file of await filesAt("docs/pictures/*")) {
    if (!shown.has(file)) wrong.push(`${file} is shown nowhere`);
    const { size } = await stat(join(root, file));
    if (size > 150_000) wrong.push(`${file} has ${size} bytes`);
  }
  assert.deepEqual(wrong, []);
});
